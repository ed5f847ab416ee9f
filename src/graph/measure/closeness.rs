//! Closeness.

use super::scores::Scores;
use super::shortest::{Way, Ways};
use super::view::View;

impl<'g> View<'g> {
    /// Returns the weighted closeness of each entity: one divided by the mean distance of those from which it can be
    /// reached, an edge being as long as 1/weight, times their share among all others, so that small islands do not
    /// look central; 0 where it cannot be reached. In a directed view ways lead to the entity.
    ///
    /// (r / Σ d) · r / (n − 1), r the number of those from which it is reached (Freeman 1979, *Social Networks* 1, 215;
    /// Wasserman & Faust 1994, p. 201).
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let graph = Extractor::bundled().extract("Chile met Peru. Peru met Japan.").into_graph();
    /// let close = graph.undirected(Weight::CoOccurrence).closeness();
    /// assert_eq!(close.of("state:PER"), Some(1.0));
    /// ```
    pub fn closeness(&self) -> Scores<'g> {
        self.scores(|node| {
            let ways = Ways::from(node, Way::Backwards, self);
            let sum = ways.reached.iter().fold(0.0, |sum, &other| sum + ways.distance[other]);
            let reached = (ways.reached.len() - 1) as f64;
            match reached > 0.0 {
                true => reached / sum * (reached / (self.len() - 1) as f64),
                false => 0.0,
            }
        })
    }
}
