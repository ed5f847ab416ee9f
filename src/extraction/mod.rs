//! What was found in an article: mentions and relations, as views that know their text.

mod evidence;
mod mention;
mod relation;
mod why_not;

pub use evidence::{EventDetail, Evidence};
pub use mention::Mention;
pub use relation::Relation;
pub use why_not::PassedOver;

pub(crate) use evidence::tenths;

use crate::article::{Article, Reading, Sentences};
use crate::gazetteer::{Entity, Gazetteer};
use crate::mention::{EntityRef, Mentions};
use crate::relation::{Relations, Window};
use crate::span::Span;

/// What was found in an article: its mentions and relations. It keeps the article, so that every view knows its text.
///
/// ```
/// use detente::{Extractor, Form};
///
/// let found = Extractor::bundled().extract("Armenia left the talks; Yerevan's envoy flew home.");
/// let forms: Vec<(&str, Form)> = found.mentions().map(|mention| (mention.surface(), mention.form())).collect();
/// assert_eq!(forms, [("Armenia", Form::Name), ("Yerevan", Form::Metonym)]);
/// ```
#[derive(Clone, Debug)]
pub struct Extraction<'a> {
    pub(crate) article: Article<'a>,
    pub(crate) gazetteer: Gazetteer,
    pub(crate) window: Window,
    pub(crate) reading: Reading,
    pub(crate) sentences: Sentences,
    pub(crate) mentions: Mentions,
    pub(crate) relations: Relations,
}

impl<'a> Extraction<'a> {
    /// Returns the article.
    pub fn article(&self) -> &Article<'a> {
        &self.article
    }

    /// Returns the window in which mentions co-occurred.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Returns the gazetteer with which the article was read.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Returns the mentions, in the order of the text; no two overlap.
    pub fn mentions(&self) -> impl ExactSizeIterator<Item = Mention<'_>> {
        (0..self.mentions.all.len() as u32).map(|number| self.mention(number))
    }

    /// Returns the entities mentioned, by id.
    pub fn entities(&self) -> Vec<Entity> {
        self.mentions.named.entities().iter().map(|&entity| self.entity(entity)).collect()
    }

    /// Returns the relations: co-occurrences, then events, then facts, each by the ids of source and target.
    pub fn relations(&self) -> impl ExactSizeIterator<Item = Relation<'_>> {
        self.relations.list.iter().map(|relation| Relation { extraction: self, relation })
    }

    /// Returns the sentences' spans, in the order of the text.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Span> {
        self.sentences.spans.iter().map(|&span| self.reading.original(span))
    }

    /// The text that was read.
    pub(crate) fn text(&self) -> &str {
        self.reading.text(self.article.text())
    }

    pub(crate) fn mention(&self, number: u32) -> Mention<'_> {
        Mention { extraction: self, mention: &self.mentions.all[number as usize] }
    }

    pub(crate) fn entity(&self, entity: EntityRef) -> Entity {
        self.mentions.entity(&self.gazetteer, entity)
    }

    /// The entity of that number in the article.
    pub(crate) fn numbered(&self, number: u32) -> Entity {
        self.entity(self.mentions.named.entities()[number as usize])
    }
}
