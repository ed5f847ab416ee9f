//! What became of a relation.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use super::RelationGraph;
use super::edge::Edge;
use super::tally::Counting;
use crate::gazetteer::Entity;
use crate::relation::{Basis, RelationKind};
use crate::vocabulary::words;

words! {
    /// What became of a relation.
    Trend, "trend" {
        /// It was not there before.
        Appeared = "appeared",
        /// It counts more, and more by the article.
        Grew = "grew",
        /// It counts neither clearly more nor clearly less.
        Held = "held",
        /// It counts less, and less by the article.
        Shrank = "shrank",
        /// It is there no more.
        Vanished = "vanished",
    }
}

/// What became of a relation: its edges before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<'g> {
    source: &'g Entity,
    target: &'g Entity,
    before: Option<&'g Edge>,
    after: Option<&'g Edge>,
    trend: Trend,
    significance: f64,
}

/// What became of each relation of either graph, the most significant first.
pub(super) fn changes<'g>(before: &'g RelationGraph, after: &'g RelationGraph) -> Vec<Change<'g>> {
    type Relation<'g> = (&'g Entity, &'g Entity, &'g Edge);
    let mut edges: BTreeMap<(&str, &str, RelationKind), [Option<Relation<'g>>; 2]> = BTreeMap::new();
    for (place, graph) in [before, after].into_iter().enumerate() {
        for (source, target, edge) in graph.relations().filter(|(.., edge)| edge.kind().basis() != Basis::Fact) {
            edges.entry((source.id(), target.id(), edge.kind())).or_default()[place] = Some((source, target, edge));
        }
    }
    let articles = [before, after].map(|graph| graph.articles().len() as u64);
    let change = |sides: [Option<Relation<'g>>; 2]| {
        let (source, target, _) = sides[1].or(sides[0])?;
        let [before, after] = sides.map(|side| side.map(|(.., edge)| edge));
        let counts = [before, after].map(|edge| edge.map_or(0, |edge| u64::from(edge.count())));
        let (trend, significance) = (Trend::of(counts, articles), significance(counts, articles));
        Some(Change { source, target, before, after, trend, significance })
    };
    let mut changes: Vec<Change<'g>> = edges.into_values().filter_map(change).collect();
    // The sort is stable: of equals the ids decide.
    changes.sort_by(|a, b| b.significance.total_cmp(&a.significance).then_with(|| b.moment().cmp(&a.moment())));
    changes
}

impl Trend {
    fn of(counts: [u64; 2], articles: [u64; 2]) -> Self {
        let by_article = (counts[0] * articles[1]).cmp(&(counts[1] * articles[0]));
        match (counts, counts[0].cmp(&counts[1]), by_article) {
            ([0, _], ..) => Self::Appeared,
            ([_, 0], ..) => Self::Vanished,
            (_, Ordering::Less, Ordering::Less) => Self::Grew,
            (_, Ordering::Greater, Ordering::Greater) => Self::Shrank,
            _ => Self::Held,
        }
    }
}

/// G² of two counts in so many articles each.
fn significance(counts: [u64; 2], articles: [u64; 2]) -> f64 {
    let all = (counts[0] + counts[1]) as f64;
    let both = (articles[0] + articles[1]) as f64;
    let part = |count: u64, articles: u64| match count {
        0 => 0.0,
        count => count as f64 * (count as f64 * both / (all * articles.max(1) as f64)).ln(),
    };
    // What rounding leaves below zero is zero.
    (2.0 * (part(counts[0], articles[0]) + part(counts[1], articles[1]))).max(0.0)
}

impl<'g> Change<'g> {
    /// Returns the source.
    pub fn source(&self) -> &'g Entity {
        self.source
    }

    /// Returns the target.
    pub fn target(&self) -> &'g Entity {
        self.target
    }

    /// Returns the kind of relation.
    pub fn kind(&self) -> RelationKind {
        // One of the two is always there.
        self.after.or(self.before).map_or(RelationKind::CoOccurrence, Edge::kind)
    }

    /// Returns the earlier graph's edge, with its evidence.
    pub fn before(&self) -> Option<&'g Edge> {
        self.before
    }

    /// Returns the later graph's edge, with its evidence.
    pub fn after(&self) -> Option<&'g Edge> {
        self.after
    }

    /// Returns what became of it.
    pub fn trend(&self) -> Trend {
        self.trend
    }

    /// By how much it moves the sum of Goldstein values, in either direction, in tenths.
    fn moment(&self) -> i64 {
        let tally = |edge: Option<&Edge>| edge.map_or(0, |edge| edge.tally(Counting::All).goldstein_tenths());
        (tally(self.after) - tally(self.before)).abs()
    }

    /// Returns how surprising the change is: the log-likelihood ratio G² of the two counts in so many articles each,
    /// 2·Σ *o*·ln(*o* / *e*), *e* the counts if the relation were as frequent in both (Rayson & Garside 2000,
    /// *Comparing corpora using frequency profiling*; there in words, here in articles).
    pub fn significance(&self) -> f64 {
        self.significance
    }
}

/// `Chile ─ACCUSE→ Peru`; a co-occurrence has no arrow.
impl fmt::Display for Change<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            RelationKind::CoOccurrence => write!(f, "{} ─ {}", self.source, self.target),
            kind => write!(f, "{} ─{kind}→ {}", self.source, self.target),
        }
    }
}
