//! From nodes and edges in any order to a graph in its one order.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};

use super::article::ArticleRecord;
use super::edge::{Edge, Grounds, Held};
use super::node::{Mentioned, Node, Share};
use super::{Counted, Graph, RelationGraph};
use crate::gazetteer::Entity;
use crate::relation::{RelationKind, Window};

/// What a graph is made of, as it is gathered: sums grow in any order, and come out in one.
#[derive(Debug, Default)]
pub(super) struct Parts {
    nodes: BTreeMap<String, Gathered>,
    edges: BTreeMap<(String, String, RelationKind), Edge>,
}

#[derive(Debug)]
struct Gathered {
    entity: Entity,
    mentions: Vec<(Arc<ArticleRecord>, Mentioned)>,
}

impl Parts {
    /// Adds an entity, under the id that it has in the graph, with some of its mentions.
    pub(super) fn add_node(
        &mut self,
        entity: Entity,
        mentions: impl IntoIterator<Item = (Arc<ArticleRecord>, Mentioned)>,
    ) {
        let gathered = self
            .nodes
            .entry(entity.id().to_owned())
            .or_insert_with(|| Gathered { entity: entity.clone(), mentions: Vec::new() });
        // Of two that say different things of one entity the same is kept, whichever comes first.
        if said(&entity) < said(&gathered.entity) {
            gathered.entity = entity;
        }
        gathered.mentions.extend(mentions);
    }

    /// Adds grounds to the relation of two entities, by their ids.
    pub(super) fn add_edge(&mut self, (source, target): (&str, &str), kind: RelationKind, grounds: Grounds) {
        if grounds.is_empty() {
            return;
        }
        match self.edges.entry((source.to_owned(), target.to_owned(), kind)) {
            Entry::Occupied(mut edge) => edge.get_mut().grounds.extend(grounds),
            Entry::Vacant(place) => {
                place.insert(Edge { kind, grounds });
            }
        }
    }

    /// Returns the graph of all that was added. What is added twice counts once.
    pub(super) fn into_graph(self, articles: Vec<Counted>, window: Window) -> RelationGraph {
        let mut graph = DiGraph::with_capacity(self.nodes.len(), self.edges.len());
        let mut places: BTreeMap<String, NodeIndex> = BTreeMap::new();
        for (id, gathered) in self.nodes {
            places.insert(id, graph.add_node(gathered.into_node()));
        }
        for ((source, target, _), mut edge) in self.edges {
            edge.grounds.put_in_order();
            if let (Some(&source), Some(&target)) = (places.get(&source), places.get(&target)) {
                graph.add_edge(source, target, edge);
            }
        }
        RelationGraph { graph: Graph(graph), articles, window }
    }
}

impl Gathered {
    fn into_node(mut self) -> Node {
        self.mentions.sort();
        self.mentions.dedup();
        let groups = self.mentions.chunk_by(|a, b| a.0 == b.0);
        let share = |group: &[(Arc<ArticleRecord>, Mentioned)]| Share {
            article: Arc::clone(&group[0].0),
            mentions: group.iter().map(|(_, mentioned)| *mentioned).collect(),
        };
        Node { entity: self.entity, shares: groups.map(share).collect() }
    }
}

impl Grounds {
    fn is_empty(&self) -> bool {
        match self {
            Self::Passages(passages) => passages.is_empty(),
            Self::Held(held) => held.is_empty(),
        }
    }

    /// Adds more of the same kind of relation, which rests on the same kind of grounds.
    fn extend(&mut self, more: Self) {
        match (self, more) {
            (Self::Passages(passages), Self::Passages(more)) => passages.extend(more),
            (Self::Held(held), Self::Held(more)) => held.extend(more),
            _ => {}
        }
    }

    fn put_in_order(&mut self) {
        match self {
            Self::Passages(passages) => {
                passages.sort();
                passages.dedup();
            }
            Self::Held(held) => {
                held.sort_by(|a, b| a.order().cmp(&b.order()));
                held.dedup();
            }
        }
    }
}

impl Held {
    fn order(&self) -> impl Ord {
        (Arc::clone(&self.article), self.status, self.office, self.period.from, self.period.until)
    }
}

/// What may differ between entities of one id: listed before discovered, then by the words.
fn said(entity: &Entity) -> impl Ord {
    (entity.is_discovered(), entity.name().to_owned(), entity.discovered_office().map(str::to_owned))
}
