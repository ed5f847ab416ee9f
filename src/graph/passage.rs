//! Where a relation stands.

use std::sync::Arc;

use super::article::ArticleRecord;
use crate::excerpt::{excerpt, single_spaced};
use crate::gazetteer::Entity;
use crate::span::{Compact, Span};
use crate::vocabulary::{Modality, Sector};

/// Where a relation stands: in which article, with the mentions of its source and target, and for an event how it is
/// told. Passages sort by article, then by where they stand in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    pub(super) article: Arc<ArticleRecord>,
    // All spans are of the text that was read.
    pub(super) quoted: Compact,
    pub(super) source: Compact,
    pub(super) target: Compact,
    pub(super) sentence: u32,
    pub(super) detail: Detail,
}

/// What a passage says beside where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// The two stand in one window, so near to each other: 1/(1+d) in millionths, d the words between them.
    Together { window: Compact, micro_weight: u32 },
    /// It tells an event.
    Told(Box<Told>),
}

/// How a passage tells an event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Told {
    /// The words that signal it, in the article's text as it was given.
    pub trigger: Span,
    /// The CAMEO code.
    pub cameo: Box<str>,
    /// The Goldstein value of the code in tenths, from -100 (conflict) to 100 (cooperation).
    pub goldstein_tenths: i16,
    /// How it is put forward.
    pub modality: Modality,
    /// Who says so.
    pub attributed_to: Option<Entity>,
    /// The part of the source that acts.
    pub source_sector: Option<Sector>,
    /// The part of the target that is acted on.
    pub target_sector: Option<Sector>,
    /// The year of what is only recalled.
    pub when: Option<i16>,
}

impl Passage {
    /// Returns the article.
    pub fn article(&self) -> &ArticleRecord {
        &self.article
    }

    /// Returns the span of the source's mention in the article's text as it was given.
    pub fn source(&self) -> Span {
        self.article.reading.original(self.source.into())
    }

    /// Returns the span of the target's mention in the article's text as it was given.
    pub fn target(&self) -> Span {
        self.article.reading.original(self.target.into())
    }

    /// Returns the number of the sentence in its article, from 0.
    pub fn sentence(&self) -> usize {
        self.sentence as usize
    }

    /// Returns the stretch of the article's text within which a co-occurrence's two mentions count as together.
    pub fn window(&self) -> Option<Span> {
        match self.detail {
            Detail::Together { window, .. } => Some(self.article.reading.original(window.into())),
            Detail::Told(_) => None,
        }
    }

    /// Returns 1/(1+d) to a millionth, d the number of words between a co-occurrence's two mentions; 0 for events.
    pub fn weight(&self) -> f64 {
        f64::from(self.micro_weight()) / 1e6
    }

    pub(crate) fn micro_weight(&self) -> u32 {
        match self.detail {
            Detail::Together { micro_weight, .. } => micro_weight,
            Detail::Told(_) => 0,
        }
    }

    /// Returns how an event is told; none of a co-occurrence.
    pub fn event(&self) -> Option<&Told> {
        match &self.detail {
            Detail::Together { .. } => None,
            Detail::Told(told) => Some(told),
        }
    }

    /// Whether what it tells is of the article's time, and not only recalled.
    pub(super) fn is_of_its_day(&self) -> bool {
        self.event().is_none_or(|told| told.modality != Modality::Past)
    }

    /// Whether it tells an event of the story.
    pub(super) fn is_of_the_story(&self) -> bool {
        self.event().is_some_and(|told| told.modality.is_of_the_story())
    }

    /// Where the words of the evidence stand in the article's text as it was given.
    #[cfg(feature = "page")]
    pub(crate) fn quoted(&self) -> Span {
        self.article.reading.original(self.quoted.into())
    }

    /// Returns the words of the evidence: its sentence, or the sentences from the first to the last of the two mentions
    /// and the words that signal an event, with white space made single.
    pub fn quote(&self) -> String {
        single_spaced(Span::from(self.quoted).of(self.article.read()))
    }

    /// Returns as much of the [quote](Self::quote) as so many columns of a terminal hold: the two mentions and the words
    /// that signal an event, then what stands between and beside them. Control characters are left out.
    pub fn excerpt(&self, columns: usize) -> String {
        let quoted = Span::from(self.quoted);
        let trigger = self.event().map(|told| told.trigger);
        excerpt(quoted.of(self.article.read()), columns, |word| {
            let word = Span::new(quoted.start + word.start, quoted.start + word.end);
            let word = self.article.reading.original(word);
            [Some(self.source()), Some(self.target()), trigger]
                .into_iter()
                .flatten()
                .any(|wanted| wanted.overlaps(word))
        })
    }
}

impl Told {
    /// Returns the Goldstein value of the code, from -10 (conflict) to 10 (cooperation).
    pub fn goldstein(&self) -> f64 {
        f64::from(self.goldstein_tenths) / 10.0
    }
}
