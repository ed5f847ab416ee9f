//! A relation in the graph.

use std::collections::BTreeMap;
use std::sync::Arc;

use smallvec::SmallVec;

use super::article::ArticleRecord;
use super::passage::Passage;
use crate::date::{PartialDate, Period};
use crate::relation::RelationKind;
use crate::span::Span;
use crate::vocabulary::{Modality, Office, Status};

/// How many times on each day, or on each date as exact as it is known; `None` is for articles without a date.
pub type DayCounts = BTreeMap<Option<PartialDate>, u32>;

/// A relation in the graph: a kind, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    pub(super) kind: RelationKind,
    pub(super) grounds: Grounds,
}

/// What a relation rests on, in its order. Most edges of one article have one passage, or are held once: that lies in the
/// edge, which saves an allocation for each.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Grounds {
    /// Where it stands.
    Passages(SmallVec<[Passage; 1]>),
    /// Of a fact, the articles on whose date it held.
    Held(SmallVec<[Held; 1]>),
}

/// What the gazetteer says on an article's date.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Held {
    pub(super) article: Arc<ArticleRecord>,
    pub(super) status: Option<Status>,
    pub(super) office: Option<Office>,
    pub(super) period: Period,
}

impl Edge {
    /// Returns the kind of relation.
    pub fn kind(&self) -> RelationKind {
        self.kind
    }

    /// Returns how many windows hold both, how many times an event is told, or on how many articles' dates a fact held.
    pub fn count(&self) -> u32 {
        match &self.grounds {
            Grounds::Passages(passages) => passages.len() as u32,
            Grounds::Held(held) => held.len() as u32,
        }
    }

    /// Returns the count of each day.
    pub fn by_day(&self) -> DayCounts {
        let mut days = DayCounts::new();
        for article in self.dated() {
            *days.entry(article.date).or_default() += 1;
        }
        days
    }

    /// Returns in how many articles it stands.
    pub fn articles(&self) -> u32 {
        let mut last = None;
        self.dated().filter(|&article| last.replace(article) != Some(article)).count() as u32
    }

    /// The article of each thing counted, in their order.
    fn dated(&self) -> impl Iterator<Item = &Arc<ArticleRecord>> {
        let evidence = self.evidence().iter().map(|passage| &passage.article);
        evidence.chain(self.held().iter().map(|held| &held.article))
    }

    /// Of a fact, the articles on whose date it held.
    pub(super) fn held(&self) -> &[Held] {
        match &self.grounds {
            Grounds::Held(held) => held,
            Grounds::Passages(_) => &[],
        }
    }

    /// Returns the sum over windows of 1/(1+d), d the number of words between the nearest two mentions, each to a
    /// millionth; 0 for others.
    pub fn weight(&self) -> f64 {
        self.micro_weight() as f64 / 1e6
    }

    pub(crate) fn micro_weight(&self) -> u64 {
        self.evidence().iter().map(|passage| u64::from(passage.micro_weight())).sum()
    }

    /// Returns the status of a membership, the latest of many articles'.
    pub fn status(&self) -> Option<Status> {
        self.held().last()?.status
    }

    /// Returns the office by which the source leads, the latest of many articles'.
    pub fn office(&self) -> Option<Office> {
        self.held().last()?.office
    }

    /// Returns from when until when a fact holds, the latest of many articles'.
    pub fn period(&self) -> Option<Period> {
        self.held().last().map(|held| held.period)
    }

    /// Returns where the relation stands, by article, in the order of its text; a fact stands nowhere.
    pub fn evidence(&self) -> &[Passage] {
        match &self.grounds {
            Grounds::Passages(passages) => passages,
            Grounds::Held(_) => &[],
        }
    }

    /// Returns the passage that shows the relation best where there is room for one: of those that tell an event as done,
    /// if there are any, the shortest; of a co-occurrence the shortest; of equally short ones the earliest.
    ///
    /// ```
    /// use detente::{Extractor, RelationKind};
    ///
    /// let text = "On a wet morning in Lima, Chile and Peru met at last. Chile and Peru agreed.";
    /// let graph = Extractor::bundled().extract(text).into_graph();
    /// let edge = graph.relation("state:CHL", "state:PER", RelationKind::CoOccurrence).unwrap();
    /// assert_eq!(edge.best_evidence().unwrap().quote(), "Chile and Peru agreed.");
    /// ```
    pub fn best_evidence(&self) -> Option<&Passage> {
        let is_done = |passage: &Passage| passage.event().is_none_or(|told| told.modality == Modality::Asserted);
        self.evidence().iter().min_by_key(|passage| (!is_done(passage), Span::from(passage.quoted).len()))
    }
}
