//! How well a partition tells who is with whom.

use std::collections::BTreeMap;

use super::view::{View, sum};
use crate::gazetteer::Entity;

impl View<'_> {
    /// Returns the modularity of a partition: the share of the weight that lies within its communities, less the share
    /// that would by chance, were the entities' weights strewn at random. Entities with the same key are one community.
    /// 0 where there are no edges.
    ///
    /// Σ over communities c of L(c)/m − (S(c)/2m)², with m the weight of all edges, L(c) of those within c, and S(c)
    /// the degrees of its entities (Newman 2006, *PNAS* 103, 8577); in a directed view S_out(c) · S_in(c) / m² (Leicht
    /// & Newman 2008, *Phys. Rev. Lett.* 100, 118703).
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let text = "Chile met Peru. Mali met Chad.";
    /// let graph = Extractor::bundled().extract(text).into_graph();
    /// let view = graph.undirected(Weight::CoOccurrence);
    /// let american = |id: &str| ["state:CHL", "state:PER"].contains(&id);
    /// assert_eq!(view.modularity(|entity| american(entity.id())), 0.5);
    /// assert_eq!(view.modularity(|_| "all"), 0.0);
    /// ```
    pub fn modularity<K: Ord>(&self, community: impl Fn(&Entity) -> K) -> f64 {
        let mut numbers: BTreeMap<K, usize> = BTreeMap::new();
        let keys = self.entities().map(|entity| {
            let next = numbers.len();
            *numbers.entry(community(entity)).or_insert(next)
        });
        let of: Vec<usize> = keys.collect();
        self.modularity_of(&of)
    }

    /// The modularity of a partition that gives each node the number of its community, from 0 without a gap.
    pub(super) fn modularity_of(&self, community: &[usize]) -> f64 {
        let communities = community.iter().max().map_or(0, |last| last + 1);
        let (mut within, mut outward) = (vec![0.0; communities], vec![0.0; communities]);
        let mut inward = vec![0.0; communities];
        for (node, &own) in community.iter().enumerate() {
            let inside = self.outward(node).iter().filter(|tie| community[tie.node] == own);
            within[own] += inside.fold(0.0, |sum, tie| sum + tie.weight);
            outward[own] += sum(self.outward(node));
            inward[own] += sum(self.inward(node));
        }
        // Of an undirected view each edge counts both ways, in all three.
        let all = outward.iter().fold(0.0, |sum, weight| sum + weight);
        if all == 0.0 {
            return 0.0;
        }
        (0..communities).fold(0.0, |sum, c| sum + within[c] / all - (outward[c] / all) * (inward[c] / all))
    }
}
