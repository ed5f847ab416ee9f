//! From what was found in one article to its graph.

use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use smallvec::{SmallVec, smallvec};

use super::article::ArticleRecord;
use super::edge::{Edge, Held};
use super::node::{Mentioned, Node, Share};
use super::passage::{Detail, Passage, Told};
use super::{Counted, Graph, RelationGraph};
use crate::extraction::{EventDetail, Evidence, Extraction, Relation};

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
        let named = &found.mentions.named;
        let mut graph = DiGraph::with_capacity(named.entities().len(), found.relations.len());
        for number in 0..named.entities().len() {
            graph.add_node(node(found, number, &article));
        }
        // Co-occurrences, events and facts are sorted each among themselves. Only numbers are sorted here: edges are too
        // large to be moved about.
        let mut order: Vec<(u64, u32)> = Vec::with_capacity(found.relations.len());
        order.extend((found.relations.iter().zip(0..)).map(|(relation, number)| {
            let ends = [relation.source, relation.target].map(|entity| u64::from(named.number(entity)));
            (ends[0] << 32 | ends[1], number)
        }));
        order.sort_by_key(|&(ends, _)| ends);
        for (ends, number) in order {
            let [source, target] = [ends >> 32, ends & 0xffff_ffff].map(|end| NodeIndex::new(end as usize));
            graph.add_edge(source, target, edge(found.relation(number), &article));
        }
        Self { graph: Graph(graph), articles: vec![Counted { article, times: 1 }], window: found.window() }
    }
}

fn node(found: &Extraction<'_>, number: usize, article: &Arc<ArticleRecord>) -> Node {
    let named = &found.mentions.named;
    let mentioned = |&number: &u32| {
        let mention = &found.mentions.all[number as usize];
        Mentioned { span: mention.span, sentence: mention.sentence, form: mention.form }
    };
    let mentions = named.mentions_of(number).iter().map(mentioned).collect();
    let share = Share { article: Arc::clone(article), mentions };
    Node { entity: found.entity(named.entities()[number]), shares: smallvec![share] }
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
        evidence: pushed(view.evidence().map(|evidence| passage(evidence, article))),
        held: pushed(held.into_iter()),
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

/// The few that there are, mostly one, in place: `collect` makes ready for many.
fn pushed<T>(few: impl Iterator<Item = T>) -> SmallVec<[T; 1]> {
    let mut all = SmallVec::new();
    for one in few {
        all.push(one);
    }
    all
}
