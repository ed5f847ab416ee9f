//! What is given: an article with its mentions and the compiled lexicon, and a sentence of it that names somebody.

use std::ops::Range;
use std::sync::Arc;

use super::Words;
use crate::article::Sentences;
use crate::date::PartialDate;
use crate::gazetteer::{Data, Discovered};
use crate::lexicon::Cues;
use crate::mention::{EntityRef, Mention};

/// A sentence, with the numbers of the mentions that it holds.
pub(crate) struct Naming {
    pub(crate) sentence: u32,
    pub(crate) mentions: Range<usize>,
    /// The only entity that it names.
    pub(crate) only: Option<EntityRef>,
}

/// Finds the events of one article.
pub(crate) struct Events<'e> {
    pub(crate) data: &'e Data,
    pub(crate) cues: &'e Cues,
    pub(crate) words: &'e Words,
    pub(crate) text: &'e str,
    pub(crate) sentences: &'e Sentences,
    pub(crate) mentions: &'e [Mention],
    /// The people whom the text introduced.
    pub(crate) introduced: &'e [Arc<Discovered>],
    pub(crate) date: Option<PartialDate>,
    /// Whether to keep what is only threatened, asked, denied or hypothetical.
    pub(crate) all_modalities: bool,
}
