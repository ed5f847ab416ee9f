//! Why a surface names nobody.

use super::Extraction;
use crate::excerpt::single_spaced;
use crate::mention::{PassedOver, Reason};
use crate::span::Span;
use crate::word::{is_word_before, starts_word};

impl Extraction<'_> {
    /// Returns why a surface names nobody, one line for each place where it stands as a word of its own; empty where it
    /// does not stand, or is a mention.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("A plumber in Lebanon, Pa., thanked Lebanon.");
    /// assert_eq!(found.why_not("Lebanon").len(), 1);
    ///
    /// let found = detente::Extractor::bundled().extract("oman voted.");
    /// assert_eq!(found.why_not("oman"), ["oman at 0..4 is no name as it is written; the gazetteer lists “Oman”"]);
    /// ```
    pub fn why_not(&self, surface: &str) -> Vec<String> {
        if surface.is_empty() {
            return Vec::new();
        }
        let text = self.text();
        let places = text.match_indices(surface).map(|(at, _)| Span::new(at, at + surface.len()));
        let words = places.filter(|place| !is_word_before(text, place.start) && !starts_word(text, place.end));
        words.filter_map(|place| self.why_not_at(place)).collect()
    }

    /// Returns why listed names were passed over, one line for each place, in the order of the text.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("Georgia Tech thanked a plumber in Lebanon, Pa.");
    /// let passed = found.passed_over();
    /// assert!(passed[0].starts_with("Georgia at 0..7 is not state:GEO: ") && passed[1].starts_with("Lebanon at "));
    /// ```
    pub fn passed_over(&self) -> Vec<String> {
        let mut passed: Vec<&PassedOver> = self.mentions.passed_over.iter().collect();
        passed.sort_by_key(|passed| (passed.span, passed.alias));
        passed.into_iter().map(|passed| self.told(passed)).collect()
    }

    fn told(&self, passed: &PassedOver) -> String {
        let data = &self.gazetteer.data;
        let entity = &data.record(data.aliases[passed.alias as usize].entity).id;
        let guard = match passed.reason {
            Reason::Guard(guard) => format!(" (guard “{}”)", data.guards[usize::from(guard)].id),
            _ => String::new(),
        };
        format!("{} is not {entity}: {}{guard}", self.placed(passed.span), passed.reason)
    }

    /// A surface, and where it stands in the text as it was given.
    fn placed(&self, place: Span) -> String {
        format!("{} at {}", single_spaced(place.of(self.text())), self.reading.original(place))
    }

    fn why_not_at(&self, place: Span) -> Option<String> {
        if let Some(passed) = self.mentions.passed_over.iter().find(|passed| passed.span == place) {
            return Some(self.told(passed));
        }
        let placed = self.placed(place);
        if let Some(mention) = self.mentions().find(|mention| mention.mention.span.overlaps(place)) {
            let is_own = mention.mention.span == place;
            return (!is_own).then(|| format!("{placed} is part of a mention: {mention}"));
        }
        let surface = place.of(self.text());
        let lower = surface.to_lowercase();
        let listed = self.gazetteer.data.aliases.iter().map(|alias| &*alias.text);
        Some(match listed.filter(|name| name.to_lowercase() == lower).max_by_key(|name| *name == surface) {
            Some(name) if name == surface => {
                format!("{placed} is listed, but no rule took it here; it may be part of a longer name")
            }
            Some(name) => format!("{placed} is no name as it is written; the gazetteer lists “{name}”"),
            None => {
                format!("{placed} is no name in the gazetteer; an office or a description names whom it fits alone")
            }
        })
    }
}
