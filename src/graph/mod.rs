//! The relation graph: entities as nodes, relations as edges, evidence on each; of one article, or of many as one.
//!
//! A node is its mentions, an edge its evidence, and each of these knows its article. All that is counted is a sum over
//! them, so that merging is the union of sets, and a slice of time a smaller set.

mod article;
mod assemble;
mod association;
mod build;
mod calendar;
mod change;
mod changed;
mod cohesion;
mod copies;
mod difference;
mod edge;
mod filter;
mod measure;
mod merge;
mod node;
mod passage;
mod rollup;
mod select;
mod series;
mod shift;
mod side;
mod slice;
mod tally;
mod windows;

pub use article::ArticleRecord;
pub use association::Association;
pub use calendar::{Calendar, Interval, Stretch};
pub use change::{Change, Trend};
pub use cohesion::Cohesion;
pub use difference::Difference;
pub use edge::{DayCounts, Edge};
pub use filter::Filter;
pub use measure::{Balance, Communities, Connection, Scores, Step, Triangle, View, Weight};
pub use node::{Node, NodeMention};
pub use passage::{Passage, Told};
pub use rollup::RollUp;
pub use series::Series;
pub use shift::Shift;
pub use side::{Side, Sides};
pub use slice::{Slice, Slices};
pub use tally::{Counting, Tally};

use std::fmt;
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::gazetteer::Entity;
use crate::relation::{RelationKind, Window};
use crate::vocabulary::Status;

/// Who relates to whom: a directed graph with at most one edge per source, target and kind of relation.
///
/// It owns what it needs and outlives the text. Co-occurrence, which has no direction, is stored once, from the entity
/// with the smaller id. Nodes stand in the order of their ids, edges in the order of source, target and kind, so that
/// the same articles give the same graph, to the byte, whatever it is written as. Graphs of several articles
/// [merge](Self::merged) into one.
///
/// ```
/// use detente::{Extractor, RelationKind};
///
/// let graph = Extractor::bundled().extract("Chile and Peru met. Chile thanked Peru.").into_graph();
/// let edge = graph.relation("state:CHL", "state:PER", RelationKind::CoOccurrence).unwrap();
/// assert_eq!(edge.count(), 2);
/// assert_eq!(edge.evidence()[0].quote(), "Chile and Peru met.");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RelationGraph {
    /// Nodes stand in the order of their ids, edges in the order of source, target and kind.
    graph: Graph,
    /// In their order.
    articles: Vec<Counted>,
    window: Window,
}

/// Petgraph's graph, compared by what it holds: nodes and edges stand in one order.
#[derive(Clone, Debug, Default)]
struct Graph(DiGraph<Node, Edge>);

/// An article, and how many times it was given.
#[derive(Clone, Debug, PartialEq)]
struct Counted {
    article: Arc<ArticleRecord>,
    times: u32,
}

impl RelationGraph {
    /// Returns the node of an entity, by id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.index(id).map(|index| &self.graph.0[index])
    }

    fn index(&self, id: &str) -> Option<NodeIndex> {
        let nodes = self.graph.0.raw_nodes();
        let found = nodes.binary_search_by(|node| node.weight.entity().id().cmp(id));
        found.ok().map(NodeIndex::new)
    }

    /// Returns the edge of that kind from one entity to another, by ids; of a co-occurrence in either order.
    pub fn relation(&self, source: &str, target: &str, kind: RelationKind) -> Option<&Edge> {
        let (source, target) = (self.index(source)?, self.index(target)?);
        let graph = &self.graph.0;
        let between = |a, b| graph.edges_connecting(a, b).map(|edge| edge.weight()).find(|edge| edge.kind() == kind);
        between(source, target).or_else(|| (kind == RelationKind::CoOccurrence).then(|| between(target, source))?)
    }

    /// Returns the nodes, by id.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = &Node> {
        self.graph.0.raw_nodes().iter().map(|node| &node.weight)
    }

    /// Returns the edges with their source and target, by the ids of both and the kind.
    pub fn relations(&self) -> impl ExactSizeIterator<Item = (&Entity, &Entity, &Edge)> {
        let entity = |index: NodeIndex| self.graph.0[index].entity();
        self.graph.0.raw_edges().iter().map(move |edge| (entity(edge.source()), entity(edge.target()), &edge.weight))
    }

    /// Returns the window in which mentions co-occurred.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Returns the articles that it was made of, by date and id, those without a date last.
    pub fn articles(&self) -> impl ExactSizeIterator<Item = &ArticleRecord> {
        self.articles.iter().map(|counted| &*counted.article)
    }

    /// The article, where there is but one.
    pub(crate) fn only_article(&self) -> Option<&ArticleRecord> {
        match &*self.articles {
            [only] => Some(&only.article),
            _ => None,
        }
    }

    /// Returns the articles that were given more than once, with how many times; each counts once.
    pub fn repeated(&self) -> impl Iterator<Item = (&ArticleRecord, u32)> {
        let repeated = self.articles.iter().filter(|counted| counted.times > 1);
        repeated.map(|counted| (&*counted.article, counted.times))
    }

    /// Returns the graph as petgraph knows it, for its algorithms: the one place where its types show.
    pub fn as_petgraph(&self) -> &DiGraph<Node, Edge> {
        &self.graph.0
    }
}

impl Graph {
    fn edges(&self) -> impl Iterator<Item = (NodeIndex, NodeIndex, &Edge)> {
        self.0.edge_references().map(|edge| (edge.source(), edge.target(), edge.weight()))
    }
}

impl PartialEq for Graph {
    fn eq(&self, other: &Self) -> bool {
        self.0.node_weights().eq(other.0.node_weights()) && self.edges().eq(other.edges())
    }
}

/// One relation a line: `Armenia ─member_of→ CSTO`; a co-occurrence has a count and no arrow. Who belongs to a bloc, but
/// not as a member, has the status behind it: `Serbia ─member_of→ CSTO (observer)`.
impl fmt::Display for RelationGraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (source, target, edge) in self.relations() {
            match edge.kind() {
                RelationKind::CoOccurrence => writeln!(f, "{source} ─{}─ {target}", edge.count())?,
                kind => match edge.status().and_then(Status::if_no_member) {
                    Some(status) => writeln!(f, "{source} ─{kind}→ {target} ({status})")?,
                    None => writeln!(f, "{source} ─{kind}→ {target}")?,
                },
            }
        }
        Ok(())
    }
}
