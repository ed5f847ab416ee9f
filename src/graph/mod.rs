//! The relation graph: entities as nodes, relations as edges, evidence on each.

use std::fmt;
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::date::{PartialDate, Period};
use crate::extraction::{Evidence, Extraction, Relation, single_spaced};
use crate::gazetteer::Entity;
use crate::mention::EntityRef;
use crate::relation::{RelationKind, Window};
use crate::span::Span;
use crate::vocabulary::{Office, Status};

/// Who relates to whom: a directed graph with at most one edge per source, target and kind of relation.
///
/// It owns what it needs and outlives the text. Co-occurrence, which has no direction, is stored once, from the entity
/// with the smaller id. Nodes stand in the order of their ids, edges in the order of source, target and kind, so that
/// the same article gives the same graph, to the byte, whatever it is written as.
///
/// ```
/// use detente::{Extractor, RelationKind};
///
/// let graph = Extractor::bundled().extract("Chile and Peru met. Chile thanked Peru.").into_graph();
/// let edge = graph.relation("state:CHL", "state:PER", RelationKind::CoOccurrence).unwrap();
/// assert_eq!(edge.count(), 2);
/// assert_eq!(edge.evidence()[0].quote(), "Chile and Peru met.");
/// ```
#[derive(Clone, Debug)]
pub struct RelationGraph {
    /// Nodes stand in the order of their ids.
    graph: DiGraph<Node, Edge>,
    window: Window,
    id: Option<String>,
    title: Option<String>,
    date: Option<PartialDate>,
}

/// An entity in the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    entity: Entity,
    mentions: u32,
}

/// A relation in the graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    kind: RelationKind,
    count: u32,
    micro_weight: u64,
    status: Option<Status>,
    office: Option<Office>,
    period: Option<Period>,
    evidence: Passages,
}

/// The passages of an edge. Most edges have one: it lies in the edge, which saves an allocation for each.
#[derive(Clone, Debug, PartialEq)]
enum Passages {
    One(Passage),
    Many(Vec<Passage>),
}

/// Where a relation stands in its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    source: Span,
    target: Span,
    sentence: usize,
    /// The text that was read, shared by all passages of an article, and the part of it that is quoted.
    text: Arc<str>,
    quoted: Span,
}

impl Node {
    /// Returns the entity.
    pub fn entity(&self) -> &Entity {
        &self.entity
    }

    /// Returns how many times the article mentions it.
    pub fn mentions(&self) -> u32 {
        self.mentions
    }
}

impl Edge {
    /// Returns the kind of relation.
    pub fn kind(&self) -> RelationKind {
        self.kind
    }

    /// Returns how many windows hold both, or how many times an event is told; 0 for a fact.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Returns the sum over windows of 1/(1+d), d the number of words between the nearest two mentions; 0 for others.
    pub fn weight(&self) -> f64 {
        self.micro_weight as f64 / 1e6
    }

    /// Returns the status of a membership.
    pub fn status(&self) -> Option<Status> {
        self.status
    }

    /// Returns the office by which the source leads.
    pub fn office(&self) -> Option<Office> {
        self.office
    }

    /// Returns from when until when a fact holds.
    pub fn period(&self) -> Option<Period> {
        self.period
    }

    /// Returns where the relation stands, in the order of the text.
    pub fn evidence(&self) -> &[Passage] {
        match &self.evidence {
            Passages::One(passage) => std::slice::from_ref(passage),
            Passages::Many(passages) => passages,
        }
    }
}

impl FromIterator<Passage> for Passages {
    fn from_iter<I: IntoIterator<Item = Passage>>(passages: I) -> Self {
        let mut passages = passages.into_iter();
        match (passages.next(), passages.next()) {
            (Some(only), None) => Self::One(only),
            (first, second) => Self::Many(first.into_iter().chain(second).chain(passages).collect()),
        }
    }
}

impl Passage {
    /// Returns the span of the source's mention in the article's text.
    pub fn source(&self) -> Span {
        self.source
    }

    /// Returns the span of the target's mention in the article's text.
    pub fn target(&self) -> Span {
        self.target
    }

    /// Returns the number of the sentence, from 0.
    pub fn sentence(&self) -> usize {
        self.sentence
    }

    /// Returns the words of the evidence: its sentence, or the sentences from one mention to the other.
    pub fn quote(&self) -> String {
        single_spaced(self.quoted.of(&self.text))
    }
}

impl Extraction<'_> {
    /// Returns the graph of what was found. It needs the article no longer.
    pub fn into_graph(self) -> RelationGraph {
        RelationGraph::from(&self)
    }
}

impl From<&Extraction<'_>> for RelationGraph {
    fn from(found: &Extraction<'_>) -> Self {
        let mut named: Vec<EntityRef> = found.mentions.all.iter().map(|mention| mention.entity).collect();
        named.sort_unstable();
        // Listed entities are in the order of their ids then; discovered ones are not.
        let counted = named.chunk_by(|a, b| a == b);
        let mut nodes: Vec<(EntityRef, Node)> = counted
            .map(|group| (group[0], Node { entity: found.entity(group[0]), mentions: group.len() as u32 }))
            .collect();
        nodes.sort_by(|a, b| a.1.entity.cmp(&b.1.entity));
        let mut index: Vec<(EntityRef, NodeIndex)> =
            nodes.iter().enumerate().map(|(number, (entity, _))| (*entity, NodeIndex::new(number))).collect();
        index.sort_unstable();
        let node_of = |entity: EntityRef| {
            let place = index.partition_point(|&(other, _)| other < entity);
            index[place].1
        };

        let mut graph = DiGraph::with_capacity(nodes.len(), found.relations.len());
        for (_, node) in nodes {
            graph.add_node(node);
        }
        let text: Arc<str> = Arc::from(found.text());
        let views: Vec<Relation<'_>> = found.relations().collect();
        // Sorted by number: edges are too large to be moved about.
        let mut order: Vec<(NodeIndex, NodeIndex, RelationKind, usize)> = (0..)
            .zip(&found.relations)
            .map(|(number, relation)| (node_of(relation.source), node_of(relation.target), relation.kind, number))
            .collect();
        order.sort_unstable();
        for (source, target, kind, number) in order {
            let view = views[number];
            let passage = |evidence: Evidence<'_>| Passage {
                source: evidence.source().span(),
                target: evidence.target().span(),
                sentence: evidence.sentence(),
                text: Arc::clone(&text),
                quoted: evidence.quoted(),
            };
            let edge = Edge {
                kind,
                count: view.count(),
                micro_weight: view.micro_weight(),
                status: view.status(),
                office: view.office(),
                period: view.period(),
                evidence: view.evidence().map(passage).collect(),
            };
            graph.add_edge(source, target, edge);
        }
        let article = found.article();
        Self {
            graph,
            window: found.window(),
            id: article.id().map(str::to_owned),
            title: article.title().map(str::to_owned),
            date: article.date(),
        }
    }
}

impl RelationGraph {
    /// Returns the node of an entity, by id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.index(id).map(|index| &self.graph[index])
    }

    fn index(&self, id: &str) -> Option<NodeIndex> {
        let nodes = self.graph.raw_nodes();
        let found = nodes.binary_search_by(|node| node.weight.entity.id().cmp(id));
        found.ok().map(NodeIndex::new)
    }

    /// Returns the edge of that kind from one entity to another, by ids; of a co-occurrence in either order.
    pub fn relation(&self, source: &str, target: &str, kind: RelationKind) -> Option<&Edge> {
        let (source, target) = (self.index(source)?, self.index(target)?);
        let between = |a, b| self.graph.edges_connecting(a, b).map(|edge| edge.weight()).find(|edge| edge.kind == kind);
        between(source, target).or_else(|| (kind == RelationKind::CoOccurrence).then(|| between(target, source))?)
    }

    /// Returns the nodes, by id.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.graph.node_weights()
    }

    /// Returns the edges with their source and target, by the ids of both and the kind.
    pub fn relations(&self) -> impl Iterator<Item = (&Entity, &Entity, &Edge)> {
        self.graph
            .edge_references()
            .map(|edge| (&self.graph[edge.source()].entity, &self.graph[edge.target()].entity, edge.weight()))
    }

    /// Returns the window in which mentions co-occurred.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Returns the article's id.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Returns the article's title.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Returns the article's date.
    pub fn date(&self) -> Option<PartialDate> {
        self.date
    }

    /// Returns the graph as petgraph knows it, for its algorithms: the one place where its types show.
    pub fn as_petgraph(&self) -> &DiGraph<Node, Edge> {
        &self.graph
    }
}

/// One relation a line: `Armenia ─member_of→ CSTO`; a co-occurrence has a count and no arrow.
impl fmt::Display for RelationGraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (source, target, edge) in self.relations() {
            match edge.kind {
                RelationKind::CoOccurrence => writeln!(f, "{source} ─{}─ {target}", edge.count)?,
                kind => writeln!(f, "{source} ─{kind}→ {target}")?,
            }
        }
        Ok(())
    }
}
