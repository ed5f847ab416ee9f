//! A graph with one weight on each pair: what measures are taken of.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::weight::Weight;
use crate::gazetteer::Entity;
use crate::graph::{Edge, Graph, RelationGraph};
use crate::relation::RelationKind;

/// A graph with at most one weighted edge between two entities, with or without direction: what measures are taken of.
///
/// Made by [`RelationGraph::undirected`] or [`RelationGraph::directed`], which say what counts: parallel relations are
/// summed, in the graph's order. Its nodes are the graph's, by id, those without an edge too; an edge from an entity to
/// itself is left out. Every measure is the same to the last bit on every machine: sums run in the order of the ids,
/// and only operations that IEEE 754 fixes are used. What is equal stands in the order of the ids.
///
/// A weight says how strong a tie is. Where a measure needs a length, the length of an edge is 1/weight (Newman 2001,
/// *Phys. Rev. E* 64, 016132; Brandes 2001).
///
/// ```
/// use detente::{Extractor, Weight};
///
/// let text = "Chile met Peru. Peru thanked Chile. Peru thanked Brazil.";
/// let graph = Extractor::bundled().extract(text).into_graph();
/// let view = graph.undirected(Weight::CoOccurrence);
/// let edges: Vec<_> = view.edges().map(|(a, b, weight)| (a.name(), b.name(), weight)).collect();
/// assert_eq!(edges, [("Brazil", "Peru", 1.0), ("Chile", "Peru", 2.0)]);
/// assert_eq!(view.degree().of("state:PER"), Some(3.0));
/// ```
#[derive(Clone, Debug)]
pub struct View<'g> {
    graph: &'g RelationGraph,
    directed: bool,
    /// The places of its nodes in the graph, ascending.
    nodes: Vec<NodeIndex>,
    /// For each node the nodes that it leads to, ascending; in an undirected view all its neighbours.
    outward: Vec<Vec<Tie>>,
    /// The same, backwards.
    inward: Vec<Vec<Tie>>,
}

/// The other end of an edge, as a place among the view's nodes, and the edge's weight, which is positive and finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tie {
    pub(super) node: usize,
    pub(super) weight: f64,
}

/// Between these all weights lie, so that neither their sums nor the lengths that follow from them leave the numbers.
const LEAST: f64 = 1e-100;
const MOST: f64 = 1e100;

impl RelationGraph {
    /// Returns the graph as an undirected one: of two entities, whatever counts between them, either way, is summed.
    pub fn undirected(&self, weight: Weight) -> View<'_> {
        self.undirected_by(|_, _, edge| weight.of(edge))
    }

    /// Returns the graph as a directed one. What has no direction counts both ways.
    pub fn directed(&self, weight: Weight) -> View<'_> {
        self.directed_by(|_, _, edge| weight.of(edge))
    }

    /// Returns the graph as an undirected one, by a weight of your own for the relation of a source and a target. A
    /// relation counts where that is positive and finite; what is less than 10⁻¹⁰⁰ or more than 10¹⁰⁰ counts as that, so
    /// that sums and lengths stay finite.
    ///
    /// ```
    /// use detente::{Extractor, RelationKind};
    ///
    /// let graph = Extractor::bundled().extract("Chile met Peru. Peru thanked Brazil.").into_graph();
    /// let view = graph.undirected_by(|_, _, edge| match edge.kind() {
    ///     RelationKind::CoOccurrence => f64::from(edge.count()).sqrt(),
    ///     _ => 0.0,
    /// });
    /// assert_eq!(view.edges().len(), 2);
    /// ```
    pub fn undirected_by(&self, weight: impl Fn(&Entity, &Entity, &Edge) -> f64) -> View<'_> {
        self.view(false, weight)
    }

    /// Returns the graph as a directed one, by a weight of your own, as for [`undirected_by`](Self::undirected_by).
    pub fn directed_by(&self, weight: impl Fn(&Entity, &Entity, &Edge) -> f64) -> View<'_> {
        self.view(true, weight)
    }

    fn view(&self, directed: bool, weight: impl Fn(&Entity, &Entity, &Edge) -> f64) -> View<'_> {
        let mut weights: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        let edges = self.graph.0.edge_references();
        for (edge, (source, target, relation)) in edges.zip(self.relations()) {
            let weight = weight(source, target, relation);
            let (source, target) = (edge.source().index(), edge.target().index());
            if source == target || !(weight.is_finite() && weight > 0.0) {
                continue;
            }
            let both = !directed || relation.kind() == RelationKind::CoOccurrence;
            for pair in [(source, target)].into_iter().chain(both.then_some((target, source))) {
                *weights.entry(pair).or_default() += weight.clamp(LEAST, MOST);
            }
        }
        let nodes = self.graph.0.node_indices().collect();
        View::new(self, directed, nodes, weights.into_iter().map(|((a, b), weight)| (a, b, weight)))
    }
}

impl<'g> View<'g> {
    /// The edges in the order of their ends; of an undirected view each both ways.
    fn new(
        graph: &'g RelationGraph,
        directed: bool,
        nodes: Vec<NodeIndex>,
        edges: impl IntoIterator<Item = (usize, usize, f64)>,
    ) -> Self {
        let mut outward = vec![Vec::new(); nodes.len()];
        let mut inward = vec![Vec::new(); nodes.len()];
        for (source, target, weight) in edges {
            outward[source].push(Tie { node: target, weight });
            inward[target].push(Tie { node: source, weight });
        }
        Self { graph, directed, nodes, outward, inward }
    }

    /// The view of some of its edges, and of the nodes for which it is said.
    pub(super) fn part(&self, nodes: &[bool], edge: impl Fn(usize, Tie) -> bool) -> Self {
        let mut places = vec![0; self.nodes.len()];
        let kept: Vec<usize> = (0..self.nodes.len()).filter(|&node| nodes[node]).collect();
        for (place, &node) in kept.iter().enumerate() {
            places[node] = place;
        }
        let edges = kept.iter().flat_map(|&node| self.outward[node].iter().map(move |&tie| (node, tie)));
        let edges = edges.filter(|&(node, tie)| nodes[tie.node] && edge(node, tie));
        let edges: Vec<_> = edges.map(|(node, tie)| (places[node], places[tie.node], tie.weight)).collect();
        Self::new(self.graph, self.directed, kept.iter().map(|&node| self.nodes[node]).collect(), edges)
    }

    /// Returns whether its edges have a direction.
    pub fn is_directed(&self) -> bool {
        self.directed
    }

    /// Returns its entities, by id.
    pub fn entities(&self) -> impl ExactSizeIterator<Item = &'g Entity> {
        (0..self.nodes.len()).map(|node| self.entity(node))
    }

    /// Returns its edges by source and target, with their weights; without direction once each, the smaller id first.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = (&'g Entity, &'g Entity, f64)> {
        let ties = self.outward.iter().enumerate().flat_map(|(node, ties)| ties.iter().map(move |tie| (node, tie)));
        let once: Vec<_> = ties.filter(|(node, tie)| self.directed || *node < tie.node).collect();
        once.into_iter().map(|(node, tie)| (self.entity(node), self.entity(tie.node), tie.weight))
    }

    /// Returns its heaviest edges, so many at the most.
    pub fn strongest(&self, most: usize) -> Vec<(&'g Entity, &'g Entity, f64)> {
        let mut edges: Vec<_> = self.edges().collect();
        edges.sort_by(|a, b| b.2.total_cmp(&a.2));
        edges.truncate(most);
        edges
    }

    /// Returns the part of the graph that it shows: its entities, and of the pairs that it joins all relations, of
    /// whatever kind and direction, to be written in any format.
    ///
    /// ```
    /// use detente::{Extractor, Weight};
    ///
    /// let text = "Chile met Peru, and Peru met Japan. Japan blamed Iran.";
    /// let graph = Extractor::bundled().extract(text).into_graph();
    /// let near = graph.undirected(Weight::CoOccurrence).ego("state:PER", 1).unwrap().to_graph();
    /// assert!(near.node("state:CHL").is_some() && near.node("state:IRN").is_none());
    /// ```
    pub fn to_graph(&self) -> RelationGraph {
        let joined: BTreeSet<(NodeIndex, NodeIndex)> = (0..self.nodes.len())
            .flat_map(|node| self.outward[node].iter().map(move |tie| (self.nodes[node], self.nodes[tie.node])))
            .collect();
        let all = &self.graph.graph.0;
        let part = all.filter_map(
            |index, node| self.nodes.binary_search(&index).is_ok().then(|| node.clone()),
            |index, edge| {
                let (a, b) = all.edge_endpoints(index)?;
                (joined.contains(&(a, b)) || joined.contains(&(b, a))).then(|| edge.clone())
            },
        );
        RelationGraph { graph: Graph(part), articles: self.graph.articles.clone(), window: self.graph.window }
    }

    /// The graph's relations from one node to another, by kind.
    pub(super) fn edges_from(&self, source: usize, target: usize) -> impl Iterator<Item = &'g Edge> {
        let edges = self.graph.graph.0.edges_connecting(self.nodes[source], self.nodes[target]);
        edges.map(|edge| edge.weight())
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn entity(&self, node: usize) -> &'g Entity {
        self.graph.graph.0[self.nodes[node]].entity()
    }

    /// The place of an entity among its nodes.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.nodes.binary_search(&self.graph.index(id)?).ok()
    }

    /// Where edges lead from a node, ascending.
    pub(super) fn outward(&self, node: usize) -> &[Tie] {
        &self.outward[node]
    }

    /// From where edges lead to a node, ascending.
    pub(super) fn inward(&self, node: usize) -> &[Tie] {
        &self.inward[node]
    }
}

/// The weights of some edges, summed in their order.
pub(super) fn sum(ties: &[Tie]) -> f64 {
    // `sum` of no numbers is -0.0.
    ties.iter().fold(0.0, |sum, tie| sum + tie.weight)
}
