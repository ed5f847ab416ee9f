//! Betweenness.

use super::scores::Scores;
use super::shortest::{Way, Ways};
use super::view::View;

impl<'g> View<'g> {
    /// Returns the weighted betweenness of each entity: of the shortest ways between any two others, an edge being as
    /// long as 1/weight, the share that leads by it, as a mean over the pairs; between 0 and 1.
    ///
    /// Σ over s, t ≠ v of σ(s, t | v) / σ(s, t), divided by (n − 1)(n − 2) for the ordered pairs (Freeman 1977,
    /// *Sociometry* 40, 35), by the algorithm of Brandes (2001, *J. Math. Sociol.* 25, 163). Ways of the same length
    /// to 12 digits count as equally short; networkx agrees where its lengths are whole numbers, and else takes some for
    /// different by their rounding.
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let graph = Extractor::bundled().extract("Chile met Peru. Peru met Japan.").into_graph();
    /// let between = graph.undirected(Weight::CoOccurrence).betweenness();
    /// assert_eq!(between.of("state:PER"), Some(1.0));
    /// ```
    // `rustworkx-core` 0.18 knows betweenness without weights only, and brings rayon, ndarray and rand.
    pub fn betweenness(&self) -> Scores<'g> {
        let mut between = vec![0.0; self.len()];
        for start in 0..self.len() {
            let ways = Ways::from(start, Way::Forwards, self);
            // What share of the ways to those behind it leads by each node, summed from the farthest on.
            let mut shares = vec![0.0; self.len()];
            for &node in ways.reached.iter().rev() {
                let share = (1.0 + shares[node]) / ways.count[node];
                for &before in &ways.before[node] {
                    shares[before] += ways.count[before] * share;
                }
                if node != start {
                    between[node] += shares[node];
                }
            }
        }
        let others = self.len().saturating_sub(1) as f64;
        let pairs = (others * (others - 1.0)).max(1.0);
        self.scores(|node| between[node] / pairs)
    }
}
