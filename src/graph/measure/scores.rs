//! A number for each entity.

use super::view::View;
use crate::gazetteer::Entity;

/// A number for each entity of a [`View`], by id.
///
/// ```
/// use detente::{Extractor, Weight};
///
/// let graph = Extractor::bundled().extract("Chile met Peru. Peru thanked Chile. Peru thanked Brazil.").into_graph();
/// let ranks = graph.undirected(Weight::CoOccurrence).page_rank();
/// assert_eq!(ranks.top(1)[0].0.name(), "Peru");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Scores<'g> {
    /// By id.
    values: Vec<(&'g Entity, f64)>,
}

impl<'g> Scores<'g> {
    /// The scores of the entities, which come by id.
    pub(super) fn new(entities: impl Iterator<Item = &'g Entity>, values: Vec<f64>) -> Self {
        Self { values: entities.zip(values).collect() }
    }

    /// Returns the score of an entity, by id; none where it is no entity of the view.
    pub fn of(&self, id: &str) -> Option<f64> {
        let found = self.values.binary_search_by(|(entity, _)| entity.id().cmp(id));
        found.ok().map(|place| self.values[place].1)
    }

    /// Returns all, by id.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&'g Entity, f64)> + '_ {
        self.values.iter().copied()
    }

    /// Returns the highest, so many at the most, the highest first; of equal ones the smaller id.
    pub fn top(&self, most: usize) -> Vec<(&'g Entity, f64)> {
        let mut top = self.values.clone();
        top.sort_by(|a, b| b.1.total_cmp(&a.1));
        top.truncate(most);
        top
    }
}

impl<'g> View<'g> {
    /// A score for each of its entities, by their places.
    pub(super) fn scores(&self, score: impl FnMut(usize) -> f64) -> Scores<'g> {
        Scores::new(self.entities(), (0..self.len()).map(score).collect())
    }
}
