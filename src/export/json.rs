//! Node-link JSON, as networkx and d3 read it: `detente.article.v1`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::date::PartialDate;
use crate::extraction::{Evidence, Extraction, Mention, Relation};
use crate::relation::{RelationKind, Window};
use crate::span::Span;
use crate::vocabulary::{Class, Form, Kind, Modality, Office, Sector, Status};

#[derive(Serialize)]
struct Document<'e> {
    directed: bool,
    multigraph: bool,
    graph: Graph<'e>,
    nodes: Vec<Node<'e>>,
    edges: Edges<'e>,
}

#[derive(Serialize)]
struct Graph<'e> {
    format: &'static str,
    id: Option<&'e str>,
    title: Option<&'e str>,
    date: Option<PartialDate>,
    offsets: &'static str,
    window: Window,
    sentences: Vec<Span>,
}

#[derive(Serialize)]
struct Node<'e> {
    id: String,
    kind: Kind,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    discovered: bool,
    mentions: Vec<NodeMention<'e>>,
}

#[derive(Serialize)]
struct NodeMention<'e> {
    start: usize,
    end: usize,
    text: &'e str,
    form: Form,
    sentence: usize,
}

/// The edges, written one by one.
struct Edges<'e>(&'e Extraction<'e>);

#[derive(Serialize)]
struct Edge {
    source: String,
    target: String,
    key: RelationKind,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<Class>,
    #[serde(flatten)]
    fact: Option<Fact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Passage>,
}

#[derive(Serialize)]
struct Fact {
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<Office>,
    from: Option<PartialDate>,
    until: Option<PartialDate>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Passage {
    Together { window: Span, sentence: usize, source: Span, target: Span },
    Told(Told),
}

/// The evidence of an event.
#[derive(Serialize)]
struct Told {
    sentence: usize,
    trigger: Span,
    source: Span,
    target: Span,
    cameo: String,
    goldstein: f32,
    modality: Modality,
    attributed_to: Option<String>,
    source_sector: Option<Sector>,
    target_sector: Option<Sector>,
    when: Option<i16>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Serialize for RelationKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Edges<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let relations = self.0.relations();
        let mut edges = serializer.serialize_seq(Some(relations.len()))?;
        for relation in relations {
            edges.serialize_element(&Edge::from(relation))?;
        }
        edges.end()
    }
}

impl From<Relation<'_>> for Edge {
    fn from(relation: Relation<'_>) -> Self {
        let (kind, r#type, class) = match relation.kind() {
            RelationKind::CoOccurrence => ("co_occurrence", None, None),
            RelationKind::Event(event) => ("event", Some(event.as_str()), Some(event.class())),
            RelationKind::Fact(fact) => ("fact", Some(fact.as_str()), None),
        };
        let is_together = kind == "co_occurrence";
        let fact = relation.period().map(|period| Fact {
            status: relation.status(),
            office: relation.office(),
            from: period.from,
            until: period.until,
        });
        Self {
            source: relation.source().id().to_owned(),
            target: relation.target().id().to_owned(),
            key: relation.kind(),
            kind,
            r#type,
            class,
            count: fact.is_none().then(|| relation.count()),
            fact,
            weight: is_together.then(|| relation.weight()),
            evidence: relation.evidence().map(Passage::from).collect(),
        }
    }
}

impl From<Evidence<'_>> for Passage {
    fn from(evidence: Evidence<'_>) -> Self {
        let (sentence, source, target) = (evidence.sentence(), evidence.source().span(), evidence.target().span());
        match evidence.event() {
            None => Self::Together { window: evidence.window(), sentence, source, target },
            Some(event) => Self::Told(Told {
                sentence,
                trigger: event.trigger(),
                source,
                target,
                cameo: event.cameo().to_owned(),
                goldstein: event.goldstein(),
                modality: event.modality(),
                attributed_to: event.attributed_to().map(|mention| mention.entity().id().to_owned()),
                source_sector: event.source_sector(),
                target_sector: event.target_sector(),
                when: event.when(),
            }),
        }
    }
}

impl Extraction<'_> {
    /// Returns what was found as node-link JSON on one line: `networkx.node_link_graph(…, edges="edges")` reads it.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("Chile met Peru.");
    /// assert!(found.to_json().starts_with(r#"{"directed":true,"multigraph":true,"graph":{"format":"detente.article.v1""#));
    /// ```
    pub fn to_json(&self) -> String {
        // Writing numbers and strings into memory cannot fail.
        serde_json::to_string(&self.document()).unwrap_or_default()
    }

    /// Returns the same, indented.
    pub fn to_json_pretty(&self) -> String {
        serde_json::to_string_pretty(&self.document()).unwrap_or_default()
    }

    fn document(&self) -> Document<'_> {
        let mut nodes: BTreeMap<_, (crate::gazetteer::Entity, Vec<NodeMention<'_>>)> = BTreeMap::new();
        for mention in self.mentions() {
            let entity = mention.entity();
            let (_, mentions) = nodes.entry(entity.id().to_owned()).or_insert_with(|| (entity, Vec::new()));
            mentions.push(node_mention(&mention));
        }
        let nodes = nodes.into_iter().map(|(id, (entity, mentions))| Node {
            id,
            kind: entity.kind(),
            name: entity.name().to_owned(),
            wikidata: entity.wikidata().map(str::to_owned),
            discovered: entity.is_discovered(),
            mentions,
        });
        let article = self.article();
        Document {
            directed: true,
            multigraph: true,
            graph: Graph {
                format: "detente.article.v1",
                id: article.id(),
                title: article.title(),
                date: article.date(),
                offsets: "utf-8 bytes",
                window: self.window(),
                sentences: self.sentences().collect(),
            },
            nodes: nodes.collect(),
            edges: Edges(self),
        }
    }
}

fn node_mention<'e>(mention: &Mention<'e>) -> NodeMention<'e> {
    let span = mention.span();
    NodeMention {
        start: span.start,
        end: span.end,
        text: mention.surface(),
        form: mention.form(),
        sentence: mention.sentence(),
    }
}
