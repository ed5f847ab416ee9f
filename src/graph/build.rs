//! From what was found in one article to its graph.

use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use smallvec::{SmallVec, smallvec};

use super::article::ArticleRecord;
use super::edge::{Edge, Grounds, Held};
use super::node::{Mentioned, Node, Share};
use super::passage::{Detail, Passage, Told};
use super::{Counted, Graph, RelationGraph};
use crate::article::Sentences;
use crate::extraction::{Extraction, tenths};
use crate::gazetteer::Gazetteer;
use crate::mention::Mentions;
use crate::relation::{self, Basis, Evidence, Relation, Relations, Window};

impl Extraction<'_> {
    /// Returns the graph of what was found. It needs the article no longer.
    pub fn into_graph(self) -> RelationGraph {
        let Self { article, gazetteer, window, reading, sentences, mentions, relations } = self;
        let article = Arc::new(ArticleRecord::new(article, reading, &sentences, Arc::clone(&gazetteer.data.version)));
        let (gazetteer, sentences, mentions, relations) = (&gazetteer, &sentences, &mentions, &relations);
        Found { article, gazetteer, window, sentences, mentions, relations }.graph()
    }
}

impl From<&Extraction<'_>> for RelationGraph {
    fn from(found: &Extraction<'_>) -> Self {
        let Extraction { article, gazetteer, window, reading, sentences, mentions, relations } = found;
        let version = Arc::clone(&gazetteer.data.version);
        let article = Arc::new(ArticleRecord::new(article.clone(), reading.clone(), sentences, version));
        Found { article, gazetteer, window: *window, sentences, mentions, relations }.graph()
    }
}

/// What was found in an article, and what the graph keeps of the article itself.
struct Found<'f> {
    article: Arc<ArticleRecord>,
    gazetteer: &'f Gazetteer,
    window: Window,
    sentences: &'f Sentences,
    mentions: &'f Mentions,
    relations: &'f Relations,
}

impl Found<'_> {
    fn graph(self) -> RelationGraph {
        let entities = self.mentions.named.entities().len();
        let mut graph = DiGraph::with_capacity(entities, self.relations.list.len());
        for number in 0..entities {
            graph.add_node(self.node(number));
        }
        in_order(&self.relations.list, |relation| {
            let [source, target] = [relation.source, relation.target].map(|number| NodeIndex::new(number as usize));
            graph.add_edge(source, target, self.edge(relation));
        });
        let articles = vec![Counted { article: self.article, times: 1 }];
        RelationGraph { graph: Graph(graph), articles, window: self.window }
    }

    fn node(&self, number: usize) -> Node {
        let named = &self.mentions.named;
        let mentioned = |&mention: &u32| {
            let mention = &self.mentions.all[mention as usize];
            Mentioned { span: mention.span.into(), sentence: mention.sentence, form: mention.form }
        };
        let mentions = match named.mentions_of(number) {
            [only] => SmallVec::from_buf_and_len([mentioned(only); 2], 1),
            [first, second] => SmallVec::from_buf([mentioned(first), mentioned(second)]),
            all => SmallVec::from_vec(all.iter().map(mentioned).collect()),
        };
        let share = Share { article: Arc::clone(&self.article), mentions };
        Node { entity: self.mentions.entity(self.gazetteer, named.entities()[number]), shares: smallvec![share] }
    }

    fn edge(&self, relation: &Relation) -> Edge {
        let grounds = match self.relations.fact(relation) {
            Some(fact) => Grounds::Held(SmallVec::from_buf([self.held(fact)])),
            None => Grounds::Passages(match self.relations.evidence(relation) {
                [only] => SmallVec::from_buf([self.passage(only)]),
                all => SmallVec::from_vec(all.iter().map(|evidence| self.passage(evidence)).collect()),
            }),
        };
        Edge { kind: relation.kind, grounds }
    }

    fn held(&self, fact: &relation::Fact) -> Held {
        let (status, office, period) = (fact.status(), fact.office(), fact.period);
        Held { article: Arc::clone(&self.article), status, office, period }
    }

    fn passage(&self, evidence: &Evidence) -> Passage {
        let Evidence { window, sentence, micro_weight, .. } = *evidence;
        let mentions = &self.mentions.all;
        let told = evidence.event.as_deref();
        let quoted = match told {
            // A window of one sentence is what is quoted.
            None if self.window == Window::default() => window,
            _ => evidence.quoted(mentions, self.sentences),
        };
        let detail = match told {
            None => Detail::Together { window: window.into(), micro_weight },
            Some(told) => Detail::Told(Box::new(self.told(told))),
        };
        Passage {
            article: Arc::clone(&self.article),
            quoted: quoted.into(),
            source: mentions[evidence.source as usize].span.into(),
            target: mentions[evidence.target as usize].span.into(),
            sentence,
            detail,
        }
    }

    fn told(&self, event: &relation::Detail) -> Told {
        let entity = |mention: u32| self.mentions.entity(self.gazetteer, self.mentions.all[mention as usize].entity);
        Told {
            trigger: self.article.reading.original(event.trigger),
            cameo: event.cameo.as_str().into(),
            goldstein_tenths: tenths(event.goldstein),
            modality: event.modality,
            attributed_to: event.attributed_to.map(entity),
            source_sector: event.source_sector,
            target_sector: event.target_sector,
            when: event.when,
        }
    }
}

/// Goes through the relations of an article in the order of a graph's edges: by source and target, of two entities first
/// the co-occurrence, then the events, then the facts.
fn in_order(relations: &[Relation], mut each: impl FnMut(&Relation)) {
    let basis = |relation: &Relation| relation.kind.basis();
    let (together, others) = relations.split_at(relations.partition_point(|one| basis(one) == Basis::CoOccurrence));
    let (events, facts) = others.split_at(others.partition_point(|one| basis(one) == Basis::Event));
    let mut runs = [together, events, facts];
    let ends = |run: &[Relation]| run.first().map_or(u64::MAX, Relation::ends);
    let mut next = runs.map(ends);
    loop {
        let mut run = if next[1] < next[0] { 1 } else { 0 };
        if next[2] < next[run] {
            run = 2;
        }
        let Some((relation, rest)) = runs[run].split_first() else { break };
        each(relation);
        (runs[run], next[run]) = (rest, ends(rest));
    }
}
