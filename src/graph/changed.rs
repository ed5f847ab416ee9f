//! One graph of what changed between two.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::RelationGraph;
use super::assemble::Parts;
use super::change::Trend;
use super::difference::Difference;
use super::edge::Grounds;
use super::node::Node;
use crate::relation::RelationKind;

impl Difference<'_> {
    /// Returns one graph of both, of the relations that [changed](super::Change) and of the events of those whose
    /// dealings [turned](super::Shift::is_turn), with the entities between which they are: to be looked at over time, or
    /// written in any format.
    pub fn to_graph(&self) -> RelationGraph {
        let graphs = [self.before(), self.after()];
        let changed = self.changed();
        let mut parts = Parts::default();
        let mut related: BTreeSet<&str> = BTreeSet::new();
        for graph in graphs {
            for (source, target, edge) in graph.relations() {
                if changed.contains(&(source.id(), target.id(), edge.kind())) {
                    let passages = Grounds::Passages(edge.evidence().into());
                    parts.add_edge((source.id(), target.id()), edge.kind(), passages);
                    related.extend([source.id(), target.id()]);
                }
            }
        }
        for node in graphs.iter().flat_map(|graph| graph.nodes()) {
            if related.contains(node.entity().id()) {
                parts.add_node(node.entity().clone(), mentions(node));
            }
        }
        let mut articles: Vec<_> = graphs.iter().flat_map(|graph| graph.articles.iter().cloned()).collect();
        articles.sort_by(|a, b| a.article.cmp(&b.article));
        articles.dedup_by(|b, a| a.article == b.article);
        let later = if self.after().articles.is_empty() { self.before() } else { self.after() };
        parts.into_graph(articles, later.window)
    }

    fn changed(&self) -> BTreeSet<(&str, &str, RelationKind)> {
        let changes = self.changes().iter().filter(|change| change.trend() != Trend::Held);
        let changes = changes.map(|change| (change.source().id(), change.target().id(), change.kind()));
        let turns = self.shifts().iter().filter(|shift| shift.is_turn()).flat_map(|shift| {
            let events = shift.told_before().iter().chain(shift.told_after());
            events.map(|(kind, _)| (shift.source().id(), shift.target().id(), *kind))
        });
        changes.chain(turns).collect()
    }
}

fn mentions(node: &Node) -> impl Iterator<Item = (Arc<super::ArticleRecord>, super::node::Mentioned)> + '_ {
    node.shares.iter().flat_map(|share| share.mentions.iter().map(|mentioned| (Arc::clone(&share.article), *mentioned)))
}
