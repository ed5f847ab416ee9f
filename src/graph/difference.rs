//! What changed between two graphs.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::RelationGraph;
use super::edge::Edge;
use super::passage::Passage;
use super::tally::{Counting, Tally};
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

/// What changed between two graphs, as of two periods: relations that appeared, vanished, grew or shrank, and pairs whose
/// dealings turned, each with its evidence on both sides.
///
/// Periods have more articles or fewer: what is said to have grown or shrunk did so by its count, and by its count for
/// each article of the graph.
///
/// ```
/// use detente::{Article, Extractor, Sign, Trend};
///
/// let extractor = Extractor::bundled();
/// let graph = |text| extractor.extract(Article::new(text)).into_graph();
/// let (before, after) = (graph("Chile thanked Peru."), graph("Chile accused Peru."));
/// let difference = before.difference(&after);
/// let appeared: Vec<String> = difference.changes_of(Trend::Appeared).map(|change| change.to_string()).collect();
/// assert_eq!(appeared, ["Chile ─ACCUSE→ Peru"]);
/// let shift = &difference.shifts()[0];
/// assert_eq!((shift.before().sign(), shift.after().sign()), (Some(Sign::Cooperation), Some(Sign::Conflict)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Difference<'g> {
    before: &'g RelationGraph,
    after: &'g RelationGraph,
    changes: Vec<Change<'g>>,
    shifts: Vec<Shift<'g>>,
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

/// How one's dealings with another turned, of two between whom events are told before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift<'g> {
    source: &'g Entity,
    target: &'g Entity,
    before: Tally,
    after: Tally,
    /// The events of both sides.
    told: [Vec<(RelationKind, &'g Passage)>; 2],
}

impl RelationGraph {
    /// Returns what changed from this graph to a later one. Of facts the gazetteer knows better than articles do when
    /// they change, and they are left out. What is only recalled did not happen in a period: [slices](Self::slices) leave
    /// it out.
    pub fn difference<'g>(&'g self, later: &'g Self) -> Difference<'g> {
        Difference { before: self, after: later, changes: changes(self, later), shifts: shifts(self, later) }
    }
}

impl<'g> Difference<'g> {
    /// Returns the earlier graph.
    pub fn before(&self) -> &'g RelationGraph {
        self.before
    }

    /// Returns the later graph.
    pub fn after(&self) -> &'g RelationGraph {
        self.after
    }

    /// Returns what became of each relation of either graph, the most significant first, of equals the events
    /// that move Goldstein's scale the most, then by ids and kind.
    pub fn changes(&self) -> &[Change<'g>] {
        &self.changes
    }

    /// Returns what became of those relations of which that became.
    pub fn changes_of(&self, trend: Trend) -> impl Iterator<Item = &Change<'g>> {
        self.changes.iter().filter(move |change| change.trend == trend)
    }

    /// Returns how dealings turned, of each two between whom events are told in both graphs: those whose sign turned
    /// before others, then by how far the mean Goldstein value moved.
    pub fn shifts(&self) -> &[Shift<'g>] {
        &self.shifts
    }
}

fn changes<'g>(before: &'g RelationGraph, after: &'g RelationGraph) -> Vec<Change<'g>> {
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

fn shifts<'g>(before: &'g RelationGraph, after: &'g RelationGraph) -> Vec<Shift<'g>> {
    let graphs = [before, after];
    let pairs = graphs.map(|graph| {
        let events = graph.relations().filter(|(.., edge)| matches!(edge.kind(), RelationKind::Event(_)));
        events.map(|(source, target, _)| (source, target)).collect::<BTreeSet<_>>()
    });
    let mut shifts: Vec<Shift<'g>> = pairs[0]
        .intersection(&pairs[1])
        .map(|&(source, target)| {
            let [before, after] = graphs.map(|graph| graph.tally(source.id(), target.id(), Counting::OneADay));
            Shift { source, target, before, after, told: graphs.map(|graph| told(graph, source, target)) }
        })
        .filter(|shift| shift.before.count() > 0 && shift.after.count() > 0)
        .collect();
    shifts.sort_by(|a, b| {
        let order = b.is_turn().cmp(&a.is_turn());
        order.then_with(|| b.change().abs().total_cmp(&a.change().abs()))
    });
    shifts
}

/// The events of the story between two, in the graph's order.
fn told<'g>(graph: &'g RelationGraph, source: &Entity, target: &Entity) -> Vec<(RelationKind, &'g Passage)> {
    let Some((source, target)) = graph.index(source.id()).zip(graph.index(target.id())) else { return Vec::new() };
    let mut told: Vec<(RelationKind, &Passage)> = graph
        .graph
        .0
        .edges_connecting(source, target)
        .flat_map(|edge| edge.weight().evidence().iter().map(move |passage| (edge.weight().kind(), passage)))
        .filter(|(_, passage)| passage.is_of_the_story())
        .collect();
    told.sort_by(|a, b| a.1.cmp(b.1).then(a.0.cmp(&b.0)));
    told
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

impl<'g> Shift<'g> {
    /// Returns who deals.
    pub fn source(&self) -> &'g Entity {
        self.source
    }

    /// Returns with whom.
    pub fn target(&self) -> &'g Entity {
        self.target
    }

    /// Returns what the earlier events sum up to, one a day.
    pub fn before(&self) -> Tally {
        self.before
    }

    /// Returns what the later events sum up to, one a day.
    pub fn after(&self) -> Tally {
        self.after
    }

    /// Returns whether net cooperation became net conflict, or the other way round.
    pub fn is_turn(&self) -> bool {
        matches!((self.before.sign(), self.after.sign()), (Some(before), Some(after)) if before != after)
    }

    /// Returns by how much the mean Goldstein value of an event changed.
    pub fn change(&self) -> f64 {
        self.after.mean_goldstein().unwrap_or_default() - self.before.mean_goldstein().unwrap_or_default()
    }

    /// Returns the earlier events, in the order of their articles.
    pub fn told_before(&self) -> &[(RelationKind, &'g Passage)] {
        &self.told[0]
    }

    /// Returns the later events, in the order of their articles.
    pub fn told_after(&self) -> &[(RelationKind, &'g Passage)] {
        &self.told[1]
    }

    /// Returns of each side the event that shows the shift best: of dealings that grew colder the friendliest before and
    /// the most hostile after, by their Goldstein values; of others the other way round; of several the latest.
    pub fn telling(&self) -> [Option<(RelationKind, &'g Passage)>; 2] {
        let telling = |told: &[(RelationKind, &'g Passage)], towards: i32| {
            let value = |passage: &Passage| passage.event().map_or(0, |told| i32::from(told.goldstein_tenths));
            told.iter().copied().max_by_key(|(_, passage)| towards * value(passage))
        };
        let towards = if self.change() < 0.0 { -1 } else { 1 };
        [telling(&self.told[0], -towards), telling(&self.told[1], towards)]
    }
}

/// `Chile ─ACCUSE→ Peru`; a co-occurrence has no arrow.
impl std::fmt::Display for Change<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.kind() {
            RelationKind::CoOccurrence => write!(f, "{} ─ {}", self.source, self.target),
            kind => write!(f, "{} ─{kind}→ {}", self.source, self.target),
        }
    }
}
