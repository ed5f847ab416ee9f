//! Weighted degree.

use super::scores::Scores;
use super::view::{Tie, View};

impl<'g> View<'g> {
    /// Returns the weighted degree of each entity, its strength: the sum of the weights of its edges, in a directed
    /// view of those from it and those to it (Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, *PNAS* 101, 3747).
    pub fn degree(&self) -> Scores<'g> {
        match self.is_directed() {
            false => self.out_degree(),
            true => self.scores(|node| sum(self.outward(node)) + sum(self.inward(node))),
        }
    }

    /// Returns the sum of the weights of the edges from each entity; without direction, of all its edges.
    pub fn out_degree(&self) -> Scores<'g> {
        self.scores(|node| sum(self.outward(node)))
    }

    /// Returns the sum of the weights of the edges to each entity; without direction, of all its edges.
    pub fn in_degree(&self) -> Scores<'g> {
        self.scores(|node| sum(self.inward(node)))
    }

    pub(super) fn scores(&self, score: impl FnMut(usize) -> f64) -> Scores<'g> {
        Scores::new(self.entities(), (0..self.len()).map(score).collect())
    }
}

/// The weights of some edges, summed in their order.
pub(super) fn sum(ties: &[Tie]) -> f64 {
    // `sum` of no numbers is -0.0.
    ties.iter().fold(0.0, |sum, tie| sum + tie.weight)
}
