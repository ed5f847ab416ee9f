//! Communities: who is more with each other than with the rest.

use super::leiden::partition;
use super::view::View;
use crate::gazetteer::Entity;

/// A partition of a view's entities into communities, the largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Communities<'g> {
    /// Each by id.
    groups: Vec<Vec<&'g Entity>>,
    /// Each entity with the number of its group, by id.
    numbers: Vec<(&'g Entity, usize)>,
    modularity: f64,
}

impl<'g> View<'g> {
    /// Returns the communities of a view: entities whose edges weigh more among themselves than chance would have it,
    /// in that they make its [`modularity`](Self::modularity) large. Every entity is in one, also one without edges,
    /// and those of a community are connected with each other through its members.
    ///
    /// By the Leiden algorithm (Traag, Waltman & van Eck 2019, *Scientific Reports* 9, 5233) for modularity, greedy
    /// where the paper draws lots: the best of ten runs that take the entities in different orders. The orders are
    /// always the same ten, so that the same view always has the same communities.
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let text = "Chile met Peru. Peru met Cuba. Cuba met Chile. Mali met Chad. Chile blamed Mali.";
    /// let graph = Extractor::bundled().extract(text).into_graph();
    /// let communities = graph.undirected(Weight::CoOccurrence).communities();
    /// let names: Vec<String> = communities.iter().map(|group| format!("{group:?}")).collect();
    /// assert_eq!(names.len(), 2);
    /// assert_eq!(communities.of("state:CHL"), communities.of("state:CUB"));
    /// assert_eq!(format!("{:.2}", communities.modularity()), "0.22");
    /// ```
    pub fn communities(&self) -> Communities<'g> {
        let found = partition(self);
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (node, &community) in found.iter().enumerate() {
            groups.resize(groups.len().max(community + 1), Vec::new());
            groups[community].push(node);
        }
        groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
        let mut of = vec![0; self.len()];
        for (number, group) in groups.iter().enumerate() {
            for &node in group {
                of[node] = number;
            }
        }
        let modularity = self.modularity_of(&of);
        let entities = |group: &Vec<usize>| group.iter().map(|&node| self.entity(node)).collect();
        Communities {
            groups: groups.iter().map(entities).collect(),
            numbers: self.entities().zip(of).collect(),
            modularity,
        }
    }
}

impl<'g> Communities<'g> {
    /// Returns the communities, the largest first, each by id; of equally large ones that with the smallest id.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[&'g Entity]> {
        self.groups.iter().map(Vec::as_slice)
    }

    /// Returns the number of an entity's community in that order, from 0, by the entity's id.
    pub fn of(&self, id: &str) -> Option<usize> {
        let found = self.numbers.binary_search_by(|(entity, _)| entity.id().cmp(id));
        found.ok().map(|place| self.numbers[place].1)
    }

    /// Returns the modularity of the partition, as [`View::modularity`] defines it.
    pub fn modularity(&self) -> f64 {
        self.modularity
    }
}
