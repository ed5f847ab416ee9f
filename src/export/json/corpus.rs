//! A graph of one article or of many: `detente.corpus.v1`.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::{Document, Edge, Fact, Head, Many, Node, Passage, Told};
use crate::date::PartialDate;
use crate::gazetteer::Entity;
use crate::graph::{self, ArticleRecord, RelationGraph};
use crate::relation::RelationKind;

/// A graph as node-link JSON (`detente.corpus.v1`), to be written by any `serde` serializer.
///
/// Counts are exact whatever is quoted: `evidence_total` says how many passages an edge has, and `by_day` on which
/// days.
///
/// ```
/// let graph = detente::Extractor::bundled().extract("Chile met Peru. Peru thanked Chile.").into_graph();
/// let json = serde_json::to_value(graph.node_link().evidence(1)).unwrap();
/// assert_eq!(json["edges"][0]["count"], 2);
/// assert_eq!(json["edges"][0]["evidence"].as_array().unwrap().len(), 1);
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct NodeLink<'g> {
    graph: &'g RelationGraph,
    evidence: usize,
}

impl RelationGraph {
    /// Returns the graph as node-link JSON, with all its evidence: `networkx.node_link_graph(…, edges="edges")` reads
    /// it. `serde` writes the same.
    pub fn to_json(&self) -> String {
        // Writing numbers and strings into memory cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Returns the graph to be serialised as node-link data.
    pub fn node_link(&self) -> NodeLink<'_> {
        NodeLink { graph: self, evidence: usize::MAX }
    }
}

impl NodeLink<'_> {
    /// Sets how many passages stand on each edge at the most, the earliest. Default: all.
    pub fn evidence(mut self, most: usize) -> Self {
        self.evidence = most;
        self
    }
}

#[derive(Serialize)]
struct Graph<'g> {
    #[serde(flatten)]
    head: Head,
    articles: Vec<Listed<'g>>,
}

#[derive(Serialize)]
struct Listed<'g> {
    id: Cow<'g, str>,
    date: Option<PartialDate>,
    title: Option<&'g str>,
}

#[derive(Serialize)]
struct Counts {
    count: u32,
    articles: u32,
}

/// The edges, written one by one.
struct Edges<'g>(NodeLink<'g>);

/// `detente.corpus.v1`, with all its evidence.
impl Serialize for RelationGraph {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.node_link().serialize(serializer)
    }
}

impl Serialize for NodeLink<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let articles = self.graph.articles();
        let mut versions: Vec<&str> = self.graph.articles().map(ArticleRecord::gazetteer_version).collect();
        versions.sort_unstable();
        versions.dedup();
        versions.retain(|version| !version.is_empty());
        let graph = Graph {
            head: Head::new("detente.corpus.v1", self.graph.window(), versions.join(", ")),
            articles: articles.map(|a| Listed { id: a.id(), date: a.date(), title: a.title() }).collect(),
        };
        let nodes = self
            .graph
            .nodes()
            .map(|node| Node::new(node.entity(), Counts { count: node.count(), articles: node.articles() }));
        Document::new(graph, nodes.collect::<Vec<_>>(), Edges(*self)).serialize(serializer)
    }
}

impl Serialize for Edges<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let NodeLink { graph, evidence } = self.0;
        let relations = graph.relations();
        let mut edges = serializer.serialize_seq(Some(relations.len()))?;
        for (source, target, edge) in relations {
            edges.serialize_element(&written_edge(source, target, edge, evidence))?;
        }
        edges.end()
    }
}

fn written_edge(source: &Entity, target: &Entity, edge: &graph::Edge, evidence: usize) -> Edge {
    let by_day = edge.by_day().into_iter();
    Edge {
        source: source.id().to_owned(),
        target: target.id().to_owned(),
        key: edge.kind(),
        kind: edge.kind().basis(),
        r#type: edge.kind().r#type(),
        class: edge.kind().class(),
        fact: edge.period().map(|period| Fact {
            status: edge.status(),
            office: edge.office(),
            from: period.from,
            until: period.until,
        }),
        count: Some(edge.count()),
        weight: (edge.kind() == RelationKind::CoOccurrence).then(|| edge.weight()),
        many: Some(Many {
            articles: edge.articles(),
            by_day: by_day.map(|(day, n)| (day.map_or("undated".to_owned(), |day| day.to_string()), n)).collect(),
            evidence_total: edge.evidence().len(),
        }),
        evidence: edge.evidence().iter().take(evidence).map(Passage::from).collect(),
    }
}

impl From<&graph::Passage> for Passage {
    fn from(passage: &graph::Passage) -> Self {
        Self {
            article: Some(passage.article().id().into_owned()),
            window: passage.window(),
            sentence: passage.sentence(),
            source: passage.source(),
            target: passage.target(),
            told: passage.event().map(|told| Told {
                trigger: told.trigger,
                cameo: told.cameo.to_string(),
                goldstein: told.goldstein(),
                modality: told.modality,
                attributed_to: told.attributed_to.as_ref().map(|entity| entity.id().to_owned()),
                source_sector: told.source_sector,
                target_sector: told.target_sector,
                when: told.when,
            }),
            quote: Some(passage.quote()),
        }
    }
}
