//! The backbone: the edges that are more than chance.

use super::view::{Tie, View, sum};

impl<'g> View<'g> {
    /// Returns the view's backbone, by the disparity filter of Serrano, Boguñá & Vespignani (2009, *PNAS* 106, 6483):
    /// the edges that hold more of the weight of one of their ends than chance would give them, and the entities that
    /// these join. It keeps what matters to the small as well as to the great, which a threshold does not.
    ///
    /// If an entity's weight were strewn over its k edges at random, an edge would get a share of p or more with
    /// probability (1 − p)^(k − 1). An edge stands if that is less than `significance` at one of its ends; an end
    /// with no other edge decides nothing. In a directed view an end looks at the edges from the source, or to the
    /// target. 0.05 is usual.
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let text = "Chile met Peru. ".repeat(9) + "Chile met Japan. Chile met Iran. Chile met Cuba.";
    /// let graph = Extractor::bundled().extract(text).into_graph();
    /// let backbone = graph.undirected(Weight::CoOccurrence).backbone(0.05);
    /// let edges: Vec<_> = backbone.edges().map(|(a, b, _)| (a.name(), b.name())).collect();
    /// assert_eq!(edges, [("Chile", "Peru")]);
    /// ```
    pub fn backbone(&self, significance: f64) -> View<'g> {
        let outward: Vec<f64> = (0..self.len()).map(|node| sum(self.outward(node))).collect();
        let inward: Vec<f64> = (0..self.len()).map(|node| sum(self.inward(node))).collect();
        let stands = |node: usize, tie: Tie| {
            let at_source = by_chance(tie.weight / outward[node], self.outward(node).len());
            let at_target = by_chance(tie.weight / inward[tie.node], self.inward(tie.node).len());
            at_source.min(at_target) < significance
        };
        let mut is_joined = vec![false; self.len()];
        for node in 0..self.len() {
            for &tie in self.outward(node).iter().filter(|tie| stands(node, **tie)) {
                is_joined[node] = true;
                is_joined[tie.node] = true;
            }
        }
        self.part(&is_joined, stands)
    }
}

/// The probability that chance gives one of so many edges that share or more; 1 where there is no other.
fn by_chance(share: f64, edges: usize) -> f64 {
    // By squaring: `powi` may differ between machines in the last digit.
    let (mut power, mut base, mut exponent) = (1.0, 1.0 - share, edges - 1);
    while exponent > 0 {
        if exponent % 2 == 1 {
            power *= base;
        }
        base *= base;
        exponent /= 2;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_a_power() {
        for (share, edges) in [(0.5, 1), (0.25, 2), (0.1, 7), (0.01, 300), (1.0, 4)] {
            let wanted = (1.0_f64 - share).powi(edges as i32 - 1);
            assert!((by_chance(share, edges) - wanted).abs() < 1e-15, "{share} {edges}");
        }
    }
}
