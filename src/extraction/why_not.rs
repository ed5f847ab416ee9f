//! Why a surface names nobody.

use std::fmt;

use super::Extraction;
use crate::excerpt::single_spaced;
use crate::gazetteer::Entity;
use crate::mention::{self, Reason};
use crate::span::Span;
use crate::word::{is_word_before, starts_word};

/// A listed name that stands in the text and names nobody there. It is displayed as one line that says why:
/// `Georgia at 0..7 is not state:GEO: …`.
#[derive(Clone, Copy)]
pub struct PassedOver<'e> {
    extraction: &'e Extraction<'e>,
    passed: &'e mention::PassedOver,
}

impl<'e> PassedOver<'e> {
    /// Returns where it stands in the article's text as it was given.
    pub fn span(&self) -> Span {
        self.extraction.reading.original(self.passed.span)
    }

    /// Returns the text as it stands there.
    pub fn surface(&self) -> &'e str {
        self.span().of(self.extraction.article.text())
    }

    /// Returns whom the name might have named: of several the first by id.
    pub fn entity(&self) -> Entity {
        let alias = &self.extraction.gazetteer.data.aliases[self.passed.alias as usize];
        Entity::listed(&self.extraction.gazetteer, alias.entity)
    }
}

impl fmt::Display for PassedOver<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = self.passed.reason;
        write!(f, "{} is not {}: {reason}", self.extraction.placed(self.passed.span), self.entity().id())?;
        match reason {
            Reason::Guard(guard) => {
                let guard = &self.extraction.gazetteer.data.guards[usize::from(guard)];
                write!(f, " (guard “{}”)", guard.id)
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for PassedOver<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

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

    /// Returns the listed names that were passed over, in the order of the text.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("Georgia Tech thanked a plumber in Lebanon, Pa.");
    /// let passed = found.passed_over();
    /// assert_eq!((passed[0].surface(), passed[0].entity().id()), ("Georgia", "state:GEO"));
    /// assert!(passed[1].to_string().starts_with("Lebanon at 34..41 is not state:LBN: "));
    /// ```
    pub fn passed_over(&self) -> Vec<PassedOver<'_>> {
        let mut all: Vec<PassedOver<'_>> = self.mentions.passed_over.iter().map(|passed| self.passed(passed)).collect();
        all.sort_by_key(|one| (one.passed.span, one.passed.alias));
        all
    }

    fn passed<'e>(&'e self, passed: &'e mention::PassedOver) -> PassedOver<'e> {
        PassedOver { extraction: self, passed }
    }

    /// A surface, and where it stands in the text as it was given.
    fn placed(&self, place: Span) -> String {
        format!("{} at {}", single_spaced(place.of(self.text())), self.reading.original(place))
    }

    fn why_not_at(&self, place: Span) -> Option<String> {
        if let Some(passed) = self.mentions.passed_over.iter().find(|passed| passed.span == place) {
            return Some(self.passed(passed).to_string());
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
