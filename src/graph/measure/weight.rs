//! Which relations count in a view, and how much.

use crate::graph::{Counting, Edge};
use crate::relation::RelationKind;
use crate::vocabulary::Sign;

/// Which relations of two entities count in a [`View`](super::View), and how much. Facts count in none.
///
/// Events count as in [`Edge::tally`], as often as they are told as done, said or meant.
///
/// Other weights, such as an [`Association`](crate::Association)'s, go into
/// [`RelationGraph::undirected_by`](crate::RelationGraph::undirected_by).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Weight {
    /// In how many windows the two stand together.
    #[default]
    CoOccurrence,
    /// In how many articles they stand together in a window.
    Articles,
    /// The sum over windows of 1/(1+d), d the number of words between the two: nearness counts.
    Nearness,
    /// How many events are told.
    Events,
    /// How many events of cooperation are told, in word or deed.
    Cooperation,
    /// How many events of conflict are told, in word or deed.
    Conflict,
}

impl Weight {
    /// Returns the weight of a relation; 0 where it does not count.
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let graph = Extractor::bundled().extract("Chile and Peru met. Chile thanked Peru.").into_graph();
    /// let sum = |weight: Weight| graph.relations().map(|(_, _, edge)| weight.of(edge)).sum::<f64>();
    /// assert_eq!((sum(Weight::CoOccurrence), sum(Weight::Articles), sum(Weight::Conflict)), (2.0, 1.0, 0.0));
    /// ```
    pub fn of(self, edge: &Edge) -> f64 {
        let tally = edge.tally(Counting::All);
        match (self, edge.kind()) {
            (Self::CoOccurrence, RelationKind::CoOccurrence) => f64::from(edge.count()),
            (Self::Articles, RelationKind::CoOccurrence) => f64::from(edge.articles()),
            (Self::Nearness, RelationKind::CoOccurrence) => edge.weight(),
            (Self::Events, RelationKind::Event(_)) => f64::from(tally.count()),
            (Self::Cooperation, RelationKind::Event(_)) => f64::from(tally.of_sign(Sign::Cooperation)),
            (Self::Conflict, RelationKind::Event(_)) => f64::from(tally.of_sign(Sign::Conflict)),
            _ => 0.0,
        }
    }
}
