//! What changed between two graphs.

use super::RelationGraph;
use super::change::{Change, Trend, changes};
use super::shift::{Shift, shifts};

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
        self.changes.iter().filter(move |change| change.trend() == trend)
    }

    /// Returns how dealings turned, of each two between whom events are told in both graphs: those whose sign turned
    /// before others, then by how far the mean Goldstein value moved.
    pub fn shifts(&self) -> &[Shift<'g>] {
        &self.shifts
    }
}
