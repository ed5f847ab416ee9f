//! PageRank.

use super::scores::Scores;
use super::view::{View, sum};

/// With what probability one who walks the graph follows an edge, rather than begin anew anywhere.
const DAMPING: f64 = 0.85;

/// It has converged when all scores together change by less in one step. The scores are then exact to about six times
/// that: what is left shrinks by the damping with every step.
const TOLERANCE: f64 = 1e-12;

/// The tolerance is reached in about 170 steps, whatever the graph; this ends what rounding might keep alive.
const MOST_STEPS: usize = 1000;

impl<'g> View<'g> {
    /// Returns the weighted PageRank of each entity: how often one comes by who walks along the edges, each as likely
    /// as its weight has it among those that lead on, and with probability 0.15 at every step begins anew at an entity
    /// taken at random, which is also what follows on one from which no edge leads. All together are 1.
    ///
    /// PR(v) = 0.15/n + 0.85 · (Σ over u → v of PR(u) · w(u, v) / s(u) + Σ over dangling u of PR(u) / n), with s(u) the
    /// weight of all edges from u (Brin & Page 1998, *Computer Networks* 30, 107; with weights as in networkx).
    /// Iterated until all scores together change by less than 10⁻¹² in a step.
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let text = "France blamed Chad. Chad blamed France. Mali blamed France.";
    /// let graph = Extractor::bundled().extract(text).into_graph();
    /// let ranks = graph.directed(Weight::Conflict).page_rank();
    /// let rounded: Vec<_> = ranks.top(3).iter().map(|(entity, rank)| format!("{entity} {rank:.3}")).collect();
    /// assert_eq!(rounded, ["France 0.486", "Chad 0.464", "Mali 0.050"]);
    /// ```
    pub fn page_rank(&self) -> Scores<'g> {
        let count = self.len() as f64;
        let strengths: Vec<f64> = (0..self.len()).map(|node| sum(self.outward(node))).collect();
        let mut ranks = vec![1.0 / count; self.len()];
        for _ in 0..MOST_STEPS {
            let dangling = ranks.iter().zip(&strengths).filter(|(_, strength)| **strength == 0.0);
            let dangling = dangling.fold(0.0, |sum, (rank, _)| sum + rank);
            let everywhere = (1.0 - DAMPING + DAMPING * dangling) / count;
            let next = |node: usize| {
                let arriving = self
                    .inward(node)
                    .iter()
                    .fold(0.0, |sum, tie| sum + ranks[tie.node] * (tie.weight / strengths[tie.node]));
                everywhere + DAMPING * arriving
            };
            let next: Vec<f64> = (0..self.len()).map(next).collect();
            let change = next.iter().zip(&ranks).fold(0.0, |sum, (new, old)| sum + (new - old).abs());
            ranks = next;
            if change < TOLERANCE {
                break;
            }
        }
        Scores::new(self.entities(), ranks)
    }
}
