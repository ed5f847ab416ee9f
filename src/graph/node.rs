//! An entity in the graph.

use std::sync::Arc;

use smallvec::SmallVec;

use super::article::ArticleRecord;
use crate::gazetteer::Entity;
use crate::span::{Compact, Span};
use crate::vocabulary::Form;

/// An entity in the graph, with its mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub(super) entity: Entity,
    /// By article, in the articles' order.
    pub(super) shares: SmallVec<[Share; 1]>,
}

/// The mentions of one article.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Share {
    pub(super) article: Arc<ArticleRecord>,
    pub(super) mentions: SmallVec<[Mentioned; 2]>,
}

/// Where an entity is mentioned, in offsets of the text that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mentioned {
    pub(super) span: Compact,
    pub(super) sentence: u32,
    pub(super) form: Form,
}

/// A mention of a node's entity.
#[derive(Clone, Copy, Debug)]
pub struct NodeMention<'g> {
    article: &'g ArticleRecord,
    mentioned: Mentioned,
}

impl Node {
    /// Returns the entity.
    pub fn entity(&self) -> &Entity {
        &self.entity
    }

    /// Returns how many times it is mentioned.
    pub fn count(&self) -> u32 {
        self.shares.iter().map(|share| share.mentions.len() as u32).sum()
    }

    /// Returns how many articles mention it.
    pub fn articles(&self) -> u32 {
        self.shares.len() as u32
    }

    /// Returns its mentions, by article, in the order of the text.
    pub fn mentions(&self) -> impl Iterator<Item = NodeMention<'_>> {
        self.shares.iter().flat_map(|share| {
            share.mentions.iter().map(|&mentioned| NodeMention { article: &share.article, mentioned })
        })
    }
}

impl<'g> NodeMention<'g> {
    /// Returns the article.
    pub fn article(&self) -> &'g ArticleRecord {
        self.article
    }

    /// Returns where it stands in the article's text as it was given.
    pub fn span(&self) -> Span {
        self.article.reading.original(self.mentioned.span.into())
    }

    /// Returns the text as it stands there.
    pub fn surface(&self) -> &'g str {
        self.span().of(self.article.text())
    }

    /// Returns how the text names the entity.
    pub fn form(&self) -> Form {
        self.mentioned.form
    }

    /// Returns the number of its sentence in the article, from 0.
    pub fn sentence(&self) -> usize {
        self.mentioned.sentence as usize
    }
}
