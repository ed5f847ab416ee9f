//! Node-link JSON, as networkx and d3 read it: what is common to that of one article and that of many.

mod article;
mod corpus;
mod difference;

pub use corpus::NodeLink;

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::Serializer;

use crate::date::PartialDate;
use crate::gazetteer::Entity;
use crate::relation::{Basis, RelationKind, Window};
use crate::span::Span;
use crate::vocabulary::{Class, Kind, Modality, Office, Sector, Status};

#[derive(Serialize)]
struct Document<G, N, E> {
    directed: bool,
    multigraph: bool,
    graph: G,
    nodes: N,
    edges: E,
}

impl<G, N, E> Document<G, N, E> {
    fn new(graph: G, nodes: N, edges: E) -> Self {
        Self { directed: true, multigraph: true, graph, nodes, edges }
    }
}

/// What stands in the head of both formats.
#[derive(Serialize)]
struct Head {
    format: &'static str,
    offsets: &'static str,
    window: Window,
    /// The version of the gazetteer; of articles that were read with several, all of them.
    #[serde(skip_serializing_if = "String::is_empty")]
    gazetteer: String,
}

impl Head {
    fn new(format: &'static str, window: Window, gazetteer: String) -> Self {
        Self { format, offsets: "utf-8 bytes", window, gazetteer }
    }
}

/// An entity, and what one of the formats says of its mentions.
#[derive(Serialize)]
struct Node<M> {
    id: String,
    kind: Kind,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    discovered: bool,
    #[serde(flatten)]
    mentions: M,
}

impl<M> Node<M> {
    fn new(entity: &Entity, mentions: M) -> Self {
        Self {
            id: entity.id().to_owned(),
            kind: entity.kind(),
            name: entity.name().to_owned(),
            wikidata: entity.wikidata().map(str::to_owned),
            discovered: entity.is_discovered(),
            mentions,
        }
    }
}

#[derive(Serialize)]
struct Edge {
    source: String,
    target: String,
    key: RelationKind,
    kind: Basis,
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
    #[serde(flatten)]
    many: Option<Many>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Passage>,
}

/// What an edge of many articles says besides.
#[derive(Serialize)]
struct Many {
    articles: u32,
    by_day: BTreeMap<String, u32>,
    evidence_total: usize,
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

/// The evidence of a co-occurrence or event.
#[derive(Serialize)]
struct Passage {
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<Span>,
    sentence: usize,
    source: Span,
    target: Span,
    #[serde(flatten)]
    told: Option<Told>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<String>,
}

/// How an event is told.
#[derive(Serialize)]
struct Told {
    trigger: Span,
    cameo: String,
    goldstein: f64,
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
