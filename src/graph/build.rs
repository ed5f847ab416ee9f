//! From what was found in one article to its graph.

use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use smallvec::smallvec;

use super::article::ArticleRecord;
use super::edge::{Edge, Held};
use super::node::{Mentioned, Node, Share};
use super::passage::{Detail, Passage, Told};
use super::{Counted, Graph, RelationGraph};
use crate::extraction::{EventDetail, Evidence, Extraction, Relation};
use crate::mention::EntityRef;
use crate::relation::RelationKind;

impl Extraction<'_> {
    /// Returns the graph of what was found. It needs the article no longer.
    pub fn into_graph(self) -> RelationGraph {
        RelationGraph::from(&self)
    }
}

impl From<&Extraction<'_>> for RelationGraph {
    fn from(found: &Extraction<'_>) -> Self {
        let article = Arc::new(ArticleRecord {
            id: found.article.id().map(str::to_owned),
            title: found.article.title().map(str::to_owned),
            date: found.article.date(),
            text: found.article.text().to_owned(),
            reading: found.reading.clone(),
            sentences: found.sentences.spans.len() as u32,
            paragraphs: found.sentences.first_of_paragraphs().collect(),
        });
        let (nodes, places) = nodes(found, &article);
        let node_of = |entity: EntityRef| {
            let place = places.partition_point(|&(other, _)| other < entity);
            places[place].1
        };
        let mut graph = DiGraph::with_capacity(nodes.len(), found.relations.len());
        for node in nodes {
            graph.add_node(node);
        }
        // Sorted by number: edges are too large to be moved about.
        let mut order: Vec<(NodeIndex, NodeIndex, RelationKind, Relation<'_>)> = found
            .relations()
            .map(|view| (node_of(view.relation.source), node_of(view.relation.target), view.relation.kind, view))
            .collect();
        order.sort_unstable_by_key(|&(source, target, kind, _)| (source, target, kind));
        for (source, target, _, view) in order {
            graph.add_edge(source, target, edge(view, &article));
        }
        Self { graph: Graph(graph), articles: vec![Counted { article, times: 1 }], window: found.window() }
    }
}

/// The nodes by id, and the place of each entity's, by entity.
fn nodes(found: &Extraction<'_>, article: &Arc<ArticleRecord>) -> (Vec<Node>, Vec<(EntityRef, NodeIndex)>) {
    let mut named: Vec<(EntityRef, usize)> = found.mentions.all.iter().map(|mention| mention.entity).zip(0..).collect();
    named.sort_unstable();
    let groups = named.chunk_by(|a, b| a.0 == b.0);
    let mut nodes: Vec<(EntityRef, Node)> = groups
        .map(|group| {
            let mentioned = |&(_, number): &(EntityRef, usize)| {
                let mention = &found.mentions.all[number];
                Mentioned { span: mention.span, sentence: mention.sentence, form: mention.form }
            };
            let mentions = group.iter().map(mentioned).collect();
            let share = Share { article: Arc::clone(article), mentions };
            (group[0].0, Node { entity: found.entity(group[0].0), shares: smallvec![share] })
        })
        .collect();
    // Listed entities are in the order of their ids already; discovered ones are not.
    nodes.sort_by(|a, b| a.1.entity.cmp(&b.1.entity));
    let mut places: Vec<(EntityRef, NodeIndex)> =
        nodes.iter().enumerate().map(|(number, (entity, _))| (*entity, NodeIndex::new(number))).collect();
    places.sort_unstable();
    (nodes.into_iter().map(|(_, node)| node).collect(), places)
}

fn edge(view: Relation<'_>, article: &Arc<ArticleRecord>) -> Edge {
    let held = view.relation.fact.map(|fact| Held {
        article: Arc::clone(article),
        status: fact.status,
        office: fact.office,
        period: fact.period,
    });
    Edge {
        kind: view.kind(),
        evidence: view.evidence().map(|evidence| passage(evidence, article)).collect(),
        held: held.into_iter().collect(),
    }
}

fn passage(evidence: Evidence<'_>, article: &Arc<ArticleRecord>) -> Passage {
    let detail = match evidence.event() {
        None => Detail::Together { window: evidence.evidence.window, micro_weight: evidence.evidence.micro_weight },
        Some(event) => Detail::Told(Box::new(told(event))),
    };
    Passage {
        article: Arc::clone(article),
        quoted: evidence.quoted(),
        source: evidence.source().mention.span,
        target: evidence.target().mention.span,
        sentence: evidence.evidence.sentence,
        detail,
    }
}

fn told(event: EventDetail<'_>) -> Told {
    Told {
        trigger: event.trigger(),
        cameo: event.cameo().into(),
        goldstein_tenths: event.goldstein_tenths(),
        modality: event.modality(),
        attributed_to: event.attributed_to().map(|mention| mention.entity()),
        source_sector: event.source_sector(),
        target_sector: event.target_sector(),
        when: event.when(),
    }
}
