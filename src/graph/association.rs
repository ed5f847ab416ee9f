//! How strongly two entities are tied by being named together.

use serde::Serialize;

use super::RelationGraph;
use super::edge::Edge;
use super::node::Node;
use crate::gazetteer::Entity;
use crate::relation::RelationKind;

/// How often two entities stand in a window, together and apart: the counts from which associations follow.
///
/// Beside them stand the counts of the edge itself: [`Edge::count`], how many windows hold both (the sentence frequency,
/// where the window is one); [`Edge::articles`], the article frequency; and [`Edge::weight`], the sum over windows of
/// 1/(1+d), d the number of words between the nearest two mentions. Decay with distance is usual in counting
/// co-occurrence (as 1/d in Pennington, Socher & Manning 2014, *GloVe*); the one added, by which neighbours have 1, is
/// ours.
///
/// In the formulas *a* and *b* are the numbers of windows in which the first and the second stand, *ab* that of windows
/// which hold both, *n* that of all windows of all articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Association {
    together: u64,
    first: u64,
    second: u64,
    all: u64,
}

impl RelationGraph {
    /// Returns how many windows there are in all articles, those without any mention too. In windows of several
    /// sentences, which overlap, each sentence stands in several. `None` where windows are so many words long: each
    /// mention opens one, and there is no number of all.
    pub fn windows(&self) -> Option<u64> {
        self.articles().map(|article| article.windows(self.window)).sum()
    }

    /// Returns how often two entities stand in a window, by ids; `None` for windows of so many words, and of ids that
    /// have no node. One and the same is never apart from itself.
    ///
    /// ```
    /// use detente::Extractor;
    ///
    /// let graph = Extractor::bundled().extract("Chile met Peru. Peru waited. Bolivia slept. It rained.").into_graph();
    /// let pair = graph.association("state:CHL", "state:PER").unwrap();
    /// assert_eq!((pair.together(), pair.first(), pair.second(), pair.all()), (1, 1, 2, 4));
    /// assert_eq!(pair.jaccard(), 0.5);
    /// ```
    pub fn association(&self, first: &str, second: &str) -> Option<Association> {
        let edge = self.relation(first, second, RelationKind::CoOccurrence);
        let association = self.association_of(self.node(first)?, self.node(second)?, edge, self.windows()?)?;
        let together = if first == second { association.first } else { association.together };
        Some(Association { together, ..association })
    }

    fn association_of(&self, first: &Node, second: &Node, edge: Option<&Edge>, all: u64) -> Option<Association> {
        let together = edge.map_or(0, |edge| u64::from(edge.count()));
        Some(Association { together, first: first.windows(self.window)?, second: second.windows(self.window)?, all })
    }

    /// Returns the association of every pair that co-occurs, by source and target; none for windows of so many words.
    pub fn associations(&self) -> Vec<(&Entity, &Entity, Association)> {
        let Some(all) = self.windows() else { return Vec::new() };
        let edges = self.graph.0.raw_edges().iter();
        edges
            .filter(|edge| edge.weight.kind == RelationKind::CoOccurrence)
            .filter_map(|edge| {
                let (source, target) = (&self.graph.0[edge.source()], &self.graph.0[edge.target()]);
                let association = self.association_of(source, target, Some(&edge.weight), all)?;
                Some((&source.entity, &target.entity, association))
            })
            .collect()
    }
}

impl Association {
    /// Returns how many windows hold both.
    pub fn together(&self) -> u64 {
        self.together
    }

    /// Returns in how many windows the first stands.
    pub fn first(&self) -> u64 {
        self.first
    }

    /// Returns in how many windows the second stands.
    pub fn second(&self) -> u64 {
        self.second
    }

    /// Returns how many windows there are.
    pub fn all(&self) -> u64 {
        self.all
    }

    /// Returns *ab* / (*a* + *b* − *ab*), from 0 to 1: of the windows with either, the share with both (Jaccard 1912,
    /// *The distribution of the flora in the alpine zone*); 0 where neither stands anywhere.
    pub fn jaccard(&self) -> f64 {
        match (self.first + self.second).saturating_sub(self.together) {
            0 => 0.0,
            either => self.together as f64 / either as f64,
        }
    }

    /// Returns ln(*ab*·*n* / (*a*·*b*)) / −ln(*ab* / *n*), from −1 (never together) over 0 (as often as by chance) to 1
    /// (never apart): normalised pointwise mutual information (Bouma 2009, *Normalized (pointwise) mutual information in
    /// collocation extraction*). It is 1 where both stand in every window, and 0 where one stands in none. It favours
    /// the rare: ask for a least count beside it.
    pub fn npmi(&self) -> f64 {
        let [together, first, second, all] = self.counts();
        match () {
            () if first == 0.0 || second == 0.0 => 0.0,
            () if together == 0.0 => -1.0,
            () if together == all => 1.0,
            () => (together * all / (first * second)).ln() / (all / together).ln(),
        }
    }

    /// Returns 2·Σ *o*·ln(*o* / *e*) over the four cells of the table (both, the one, the other, neither), *o* the
    /// windows observed and *e* those expected by chance: the log-likelihood ratio G² (Dunning 1993, *Accurate methods
    /// for the statistics of surprise and coincidence*); negative where the two stand together more seldom than by
    /// chance. Beyond 10.83 it is significant at 0.001, as far as windows are independent: those that overlap are not.
    pub fn log_likelihood(&self) -> f64 {
        let [together, first, second, all] = self.counts();
        if all == 0.0 {
            return 0.0;
        }
        let cell = |observed: f64, row: f64, column: f64| match observed > 0.0 {
            true => observed * (observed * all / (row * column)).ln(),
            false => 0.0,
        };
        let sum = cell(together, first, second)
            + cell(first - together, first, all - second)
            + cell(second - together, all - first, second)
            + cell(all - first - second + together, all - first, all - second);
        // What rounding leaves below zero is zero.
        let ratio = (2.0 * sum).max(0.0);
        if together * all < first * second { -ratio } else { ratio }
    }

    /// Both, first, second, all.
    fn counts(&self) -> [f64; 4] {
        [self.together, self.first, self.second, self.all].map(|count| count as f64)
    }
}
