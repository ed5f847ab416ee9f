//! How often, over time.

use std::sync::Arc;

use petgraph::visit::EdgeRef;
use serde::Serialize;

use super::RelationGraph;
use super::article::ArticleRecord;
use super::calendar::{Calendar, Stretch};
use super::edge::Edge;
use super::node::Node;

/// How often something stands in each stretch of a calendar.
///
/// What belongs to no stretch counts in none: articles without a date, or with one less exact than the stretches, and
/// what an article only recalls, as in [slices](RelationGraph::slices).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Series {
    /// The stretches with their counts, the earliest first; those without any are there, with 0.
    pub points: Vec<(Stretch, u32)>,
    /// How much belongs to none of them.
    pub outside: u32,
}

impl Edge {
    /// Returns how much of the edge's [`count`](Self::count) falls into each stretch.
    ///
    /// ```
    /// use detente::{Article, Calendar, Extractor, Interval, RelationKind};
    ///
    /// let article = Article::new("Chile met Peru. Peru thanked Chile.").dated("2024-06-12")?;
    /// let graph = Extractor::bundled().extract(article).into_graph();
    /// let edge = graph.relation("state:CHL", "state:PER", RelationKind::CoOccurrence).unwrap();
    /// let series = edge.series(&Calendar::by(Interval::Month, "2024-05".parse()?, "2024-06".parse()?));
    /// assert_eq!(series.points.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [0, 2]);
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn series(&self, calendar: &Calendar) -> Series {
        let passages = self.evidence().iter().map(|passage| (&passage.article, passage.is_of_its_day(), 1));
        let facts = self.held().iter().map(|held| (&held.article, true, 1));
        Series::of(passages.chain(facts), calendar)
    }
}

impl Node {
    /// Returns how many of the entity's mentions fall into each stretch.
    pub fn series(&self, calendar: &Calendar) -> Series {
        Series::of(self.shares.iter().map(|share| (&share.article, true, share.mentions.len() as u32)), calendar)
    }
}

impl RelationGraph {
    /// Returns the series of all relations between two entities, by ids, in either direction: in the graph's order of
    /// edges, with the edge that each is of.
    pub fn pair_series<'g>(&'g self, a: &str, b: &str, calendar: &Calendar) -> Vec<(&'g Edge, Series)> {
        let Some((a, b)) = self.index(a).zip(self.index(b)) else { return Vec::new() };
        let mut edges: Vec<_> = [(a, b), (b, a)]
            .into_iter()
            .flat_map(|(source, target)| self.graph.0.edges_connecting(source, target))
            .collect();
        edges.sort_by_key(EdgeRef::id);
        edges.into_iter().map(|edge| (edge.weight(), edge.weight().series(calendar))).collect()
    }
}

impl Series {
    fn of<'g>(counts: impl Iterator<Item = (&'g Arc<ArticleRecord>, bool, u32)>, calendar: &Calendar) -> Self {
        let mut points: Vec<(Stretch, u32)> = calendar.stretches().map(|stretch| (stretch, 0)).collect();
        let mut outside = 0;
        for (article, is_of_its_day, count) in counts {
            match article.stretch(calendar).filter(|_| is_of_its_day) {
                Some(number) => points[number].1 += count,
                None => outside += count,
            }
        }
        Self { points, outside }
    }
}
