//! Weighted degree.

use super::scores::Scores;
use super::view::{View, sum};

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
}
