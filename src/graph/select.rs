//! A smaller graph of what is selected from another.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef;

use super::article::ArticleRecord;
use super::edge::{Edge, Grounds};
use super::node::Node;
use super::passage::Passage;
use super::{Graph, RelationGraph};
use crate::date::PartialDate;
use crate::gazetteer::Entity;
use crate::relation::RelationKind;

/// What of a graph is kept: all, where nothing else is said.
pub(super) trait Selection {
    /// Days between which the dates of all articles begin that are kept. It saves looking at others one by one, for all
    /// that is kept of an article stands in the articles' order.
    fn days(&self) -> RangeInclusive<Date> {
        Date::MIN..=Date::MAX
    }

    /// Whether an article is kept, with its mentions, passages and facts.
    fn article(&self, _: &ArticleRecord) -> bool {
        true
    }

    /// Whether an entity is kept, with its relations.
    fn entity(&self, _: &Entity) -> bool {
        true
    }

    /// Whether relations of that kind between two kept entities are kept.
    fn relation(&self, _: &Entity, _: &Entity, _: RelationKind) -> bool {
        true
    }

    /// Whether a passage of a kept article is kept.
    fn passage(&self, _: &Passage) -> bool {
        true
    }

    /// The least that must be left of an edge for it to stay.
    fn least_count(&self) -> u32 {
        1
    }

    /// Whether an entity stays to whom no relation is left.
    fn keeps_unrelated(&self) -> bool {
        true
    }
}

impl RelationGraph {
    /// The graph of what is selected. Nodes and edges keep their order, and so it needs none to be made.
    pub(super) fn selected(&self, selection: &impl Selection) -> Self {
        let old = &self.graph.0;
        let nodes: Vec<Option<Node>> = old.raw_nodes().iter().map(|node| node.weight.selected(selection)).collect();
        let mut edges = Vec::new();
        let mut is_related = vec![selection.keeps_unrelated(); nodes.len()];
        for edge in old.edge_references() {
            let (source, target) = (edge.source().index(), edge.target().index());
            let (Some(from), Some(to)) = (&nodes[source], &nodes[target]) else { continue };
            if !selection.relation(&from.entity, &to.entity, edge.weight().kind) {
                continue;
            }
            let left = edge.weight().selected(selection);
            if left.count() >= selection.least_count().max(1) {
                is_related[source] = true;
                is_related[target] = true;
                edges.push((source, target, left));
            }
        }
        let mut graph = DiGraph::with_capacity(nodes.len(), edges.len());
        let kept = nodes.into_iter().zip(is_related).map(|(node, is_related)| node.filter(|_| is_related));
        let places: Vec<_> = kept.map(|node| node.map(|node| graph.add_node(node))).collect();
        for (source, target, edge) in edges {
            if let (Some(source), Some(target)) = (places[source], places[target]) {
                graph.add_edge(source, target, edge);
            }
        }
        let articles = self.articles.iter().filter(|counted| selection.article(&counted.article)).cloned().collect();
        Self { graph: Graph(graph), articles, window: self.window }
    }
}

impl Node {
    fn selected(&self, selection: &impl Selection) -> Option<Self> {
        if !selection.entity(&self.entity) {
            return None;
        }
        let shares = begun_in(&self.shares, selection.days(), |share| &share.article).iter();
        let shares = shares.filter(|share| selection.article(&share.article)).cloned();
        let node = Self { entity: self.entity.clone(), shares: shares.collect() };
        (!node.shares.is_empty()).then_some(node)
    }
}

impl Edge {
    fn selected(&self, selection: &impl Selection) -> Self {
        let grounds = match &self.grounds {
            Grounds::Passages(passages) => {
                let passages = begun_in(passages, selection.days(), |passage| &passage.article).iter();
                let is_kept = |passage: &&Passage| selection.article(&passage.article) && selection.passage(passage);
                Grounds::Passages(passages.filter(is_kept).cloned().collect())
            }
            Grounds::Held(held) => {
                let held = begun_in(held, selection.days(), |held| &held.article).iter();
                Grounds::Held(held.filter(|held| selection.article(&held.article)).cloned().collect())
            }
        };
        Self { kind: self.kind, grounds }
    }
}

/// Of things in the order of their articles those whose article's date begins on one of the days; of all days all, the
/// undated too.
fn begun_in<T>(all: &[T], days: RangeInclusive<Date>, article: impl Fn(&T) -> &ArticleRecord) -> &[T] {
    let is_before = |bound: Date, inclusive: bool| {
        let article = &article;
        move |item: &T| {
            let first = article(item).date.map(PartialDate::first_day);
            first.is_some_and(|first| first < bound || inclusive && first == bound)
        }
    };
    let from = all.partition_point(is_before(*days.start(), false));
    if *days.end() == Date::MAX {
        return &all[from..];
    }
    let until = all.partition_point(is_before(*days.end(), true));
    &all[from..until.max(from)]
}
