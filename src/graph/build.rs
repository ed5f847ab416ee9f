//! From what was found in one article to its graph.

use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use smallvec::{SmallVec, smallvec};

use super::article::ArticleRecord;
use super::edge::{Edge, Held};
use super::node::{Mentioned, Node, Share};
use super::passage::{Detail, Passage, Told};
use super::{Counted, Graph, RelationGraph};
use crate::extraction::{EventDetail, Evidence, Extraction};
use crate::relation::{self, Basis, Relation};

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
            paragraphs: found.sentences.first_of_paragraphs().into(),
        });
        let entities = found.mentions.named.entities().len();
        let mut graph = DiGraph::with_capacity(entities, found.relations.list.len());
        for number in 0..entities {
            graph.add_node(node(found, number, &article));
        }
        in_order(&found.relations.list, |relation| {
            let [source, target] = [relation.source, relation.target].map(|number| NodeIndex::new(number as usize));
            graph.add_edge(source, target, edge(found, relation, &article));
        });
        Self { graph: Graph(graph), articles: vec![Counted { article, times: 1 }], window: found.window() }
    }
}

/// Goes through the relations of an article in the order of a graph's edges: by source and target, of two entities first
/// the co-occurrence, then the events, then the facts.
fn in_order(relations: &[Relation], mut each: impl FnMut(&Relation)) {
    let basis = |relation: &Relation| relation.kind.basis();
    let (together, others) = relations.split_at(relations.partition_point(|one| basis(one) == Basis::CoOccurrence));
    let (events, facts) = others.split_at(others.partition_point(|one| basis(one) == Basis::Event));
    // Events of people whom the text introduced stand behind the others; the rest is in order as it is.
    let mut events = events.to_vec();
    events.sort_by_key(Relation::ends);
    let mut runs = [together, &events, facts];
    let ends = |run: &&mut &[Relation]| run.first().map_or(u64::MAX, Relation::ends);
    while let Some(run) = runs.iter_mut().min_by_key(ends) {
        let Some((relation, rest)) = run.split_first() else { break };
        each(relation);
        *run = rest;
    }
}

fn node(found: &Extraction<'_>, number: usize, article: &Arc<ArticleRecord>) -> Node {
    let own = found.mentions.named.mentions_of(number);
    let mut mentions = SmallVec::with_capacity(own.len());
    for &mention in own {
        let mention = &found.mentions.all[mention as usize];
        mentions.push(Mentioned { span: mention.span.into(), sentence: mention.sentence, form: mention.form });
    }
    let share = Share { article: Arc::clone(article), mentions };
    Node { entity: found.numbered(number as u32), shares: smallvec![share] }
}

fn edge(found: &Extraction<'_>, relation: &Relation, article: &Arc<ArticleRecord>) -> Edge {
    let passage = |evidence| passage(found.evidence(evidence), article);
    let evidence = match found.relations.evidence(relation) {
        [only] => SmallVec::from_buf([passage(only)]),
        all => all.iter().map(passage).collect(),
    };
    let held = found.relations.fact(relation).map_or_else(SmallVec::new, |fact| {
        let (status, office, period) = (fact.status(), fact.office(), fact.period);
        SmallVec::from_buf([Held { article: Arc::clone(article), status, office, period }])
    });
    Edge { kind: relation.kind, evidence, held }
}

fn passage(evidence: Evidence<'_>, article: &Arc<ArticleRecord>) -> Passage {
    let &relation::Evidence { window, sentence, micro_weight, .. } = evidence.evidence;
    let detail = match evidence.event() {
        None => Detail::Together { window: window.into(), micro_weight },
        Some(event) => Detail::Told(Box::new(told(event))),
    };
    Passage {
        article: Arc::clone(article),
        quoted: evidence.quoted().into(),
        source: evidence.source().mention.span.into(),
        target: evidence.target().mention.span.into(),
        sentence,
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
