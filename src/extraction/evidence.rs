//! Where a relation stands in the text, and how it is told there.

use std::fmt;

use super::{Extraction, Mention};
use crate::excerpt::{excerpt, single_spaced};
use crate::lexicon::Lexicon;
use crate::relation;
use crate::span::Span;
use crate::vocabulary::{Modality, Sector};

/// Where a relation stands in the text.
#[derive(Clone, Copy)]
pub struct Evidence<'e> {
    pub(super) extraction: &'e Extraction<'e>,
    pub(crate) evidence: &'e relation::Evidence,
}

impl<'e> Evidence<'e> {
    /// Returns the stretch within which the two count as together.
    pub fn window(&self) -> Span {
        self.extraction.reading.original(self.evidence.window)
    }

    /// Returns the number of the sentence in which the earlier of the two stands.
    pub fn sentence(&self) -> usize {
        self.evidence.sentence as usize
    }

    /// Returns the mention of the source.
    pub fn source(&self) -> Mention<'e> {
        self.extraction.mention(self.evidence.source)
    }

    /// Returns the mention of the target.
    pub fn target(&self) -> Mention<'e> {
        self.extraction.mention(self.evidence.target)
    }

    /// Returns what more is known of an event: how it is put forward, by which words, with which code.
    pub fn event(&self) -> Option<EventDetail<'e>> {
        let detail = self.evidence.event.as_deref()?;
        Some(EventDetail { extraction: self.extraction, detail })
    }

    /// Returns the sentence, or the sentences from the first to the last of the two mentions and the words that signal
    /// an event, with white space made single.
    pub fn quote(&self) -> String {
        let Extraction { mentions, sentences, .. } = self.extraction;
        single_spaced(self.evidence.quoted(&mentions.all, sentences).of(self.extraction.text()))
    }

    /// Returns as much of the [quote](Self::quote) as so many columns of a terminal hold: the two mentions and the words
    /// that signal an event, then what stands between and beside them. Control characters are left out.
    ///
    /// ```
    /// let text = "In a speech that lasted for two hours and was cut short by rain, Chile's president thanked Peru.";
    /// let found = detente::Extractor::bundled().extract(text);
    /// let evidence = found.relations().next().unwrap().evidence().next().unwrap();
    /// assert_eq!(evidence.excerpt(41), "…by rain, Chile's president thanked Peru.");
    /// ```
    pub fn excerpt(&self, columns: usize) -> String {
        let Extraction { mentions, sentences, .. } = self.extraction;
        let quoted = self.evidence.quoted(&mentions.all, sentences);
        let [source, target] = [self.evidence.source, self.evidence.target].map(|at| mentions.all[at as usize].span);
        let trigger = self.evidence.event.as_deref().map(|detail| detail.trigger);
        excerpt(quoted.of(self.extraction.text()), columns, |word| {
            let word = Span::new(quoted.start + word.start, quoted.start + word.end);
            [Some(source), Some(target), trigger].into_iter().flatten().any(|wanted| wanted.overlaps(word))
        })
    }
}

impl fmt::Debug for Evidence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} … {:?}", self.source(), self.target())
    }
}

/// What the evidence of an event says beside where it stands.
#[derive(Clone, Copy)]
pub struct EventDetail<'e> {
    extraction: &'e Extraction<'e>,
    detail: &'e relation::Detail,
}

impl<'e> EventDetail<'e> {
    /// Returns the span of the words that signal the event.
    pub fn trigger(&self) -> Span {
        self.extraction.reading.original(self.detail.trigger)
    }

    /// Returns the CAMEO code.
    pub fn cameo(&self) -> &'e str {
        self.detail.cameo.as_str()
    }

    /// Returns the Goldstein value of the code, from -10 (conflict) to 10 (cooperation).
    pub fn goldstein(&self) -> f64 {
        f64::from(self.goldstein_tenths()) / 10.0
    }

    pub(crate) fn goldstein_tenths(&self) -> i16 {
        tenths(self.detail.goldstein)
    }

    /// Returns how the event is put forward.
    pub fn modality(&self) -> Modality {
        self.detail.modality
    }

    /// Returns in one line why the words tell of the event: the row of the lexicon that lists them as a cue, how the event
    /// is put forward, and what follows from that.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("Chile plans to meet Peru.");
    /// let events = found.relations().flat_map(|relation| relation.evidence()).filter_map(|evidence| evidence.event());
    /// let why = events.map(|event| event.why()).next().unwrap();
    /// assert!(why.starts_with("“meet” is a cue of CONSULT (gazetteer/lexicon/cues/consult.toml:"), "{why}");
    /// ```
    pub fn why(&self) -> String {
        let words = single_spaced(self.detail.trigger.of(self.extraction.text()));
        let (modality, cameo, goldstein) = (self.modality(), self.cameo(), self.goldstein());
        let lexicon = Lexicon::bundled();
        let cue = self.detail.cue.and_then(|cue| Some((lexicon.cues.all.get(cue as usize)?, lexicon.place(cue)?)));
        let signal = match cue {
            Some((cue, place)) => {
                let told = if cue.code.as_str() == cameo { "" } else { ", told otherwise for what governs it" };
                let event = cue.event.map(|event| format!(" of {event}")).unwrap_or_default();
                format!("“{words}” is a cue{event} ({}:{}){told}", place.path, place.line)
            }
            None => format!("“{words}” tells of it by the words around"),
        };
        format!("{signal}; {modality}, CAMEO {cameo}, Goldstein {goldstein:+.1}")
    }

    /// Returns the mention of who says so.
    pub fn attributed_to(&self) -> Option<Mention<'e>> {
        self.detail.attributed_to.map(|number| self.extraction.mention(number))
    }

    /// Returns the part of the source that acts.
    pub fn source_sector(&self) -> Option<Sector> {
        self.detail.source_sector
    }

    /// Returns the part of the target that is acted on.
    pub fn target_sector(&self) -> Option<Sector> {
        self.detail.target_sector
    }

    /// Returns the year of what is only recalled.
    pub fn when(&self) -> Option<i16> {
        self.detail.when
    }
}

impl fmt::Debug for EventDetail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {})", self.trigger().of(self.extraction.article.text()), self.cameo(), self.modality())
    }
}

/// A Goldstein value in tenths: the standard's values have one decimal.
pub(crate) fn tenths(goldstein: f32) -> i16 {
    (goldstein * 10.0).round() as i16
}
