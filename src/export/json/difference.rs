//! What changed between two graphs: `detente.difference.v1`.

use serde::Serialize;
use serde::ser::Serializer;

use super::Passage;
use crate::date::PartialDate;
use crate::graph::{self, Change, Difference, RelationGraph, Shift, Tally, Trend};
use crate::relation::{Basis, RelationKind};
use crate::vocabulary::Class;

#[derive(Serialize)]
struct Document<'d> {
    format: &'static str,
    before: Head,
    after: Head,
    shifts: Vec<&'d Shift<'d>>,
    changes: Vec<&'d Change<'d>>,
}

#[derive(Serialize)]
struct Head {
    articles: usize,
    first: Option<PartialDate>,
    last: Option<PartialDate>,
}

impl From<&RelationGraph> for Head {
    fn from(graph: &RelationGraph) -> Self {
        let dates = || graph.articles().filter_map(|article| article.date());
        Self { articles: graph.articles().len(), first: dates().next(), last: dates().last() }
    }
}

/// `detente.difference.v1`: the shifts and the changes, each with all its evidence on both sides.
impl Serialize for Difference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = Document {
            format: "detente.difference.v1",
            before: self.before().into(),
            after: self.after().into(),
            shifts: self.shifts().iter().collect(),
            changes: self.changes().iter().collect(),
        };
        document.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Shifted<'d> {
    source: &'d str,
    target: &'d str,
    is_turn: bool,
    before: Dealings,
    after: Dealings,
}

#[derive(Serialize)]
struct Dealings {
    #[serde(flatten)]
    tally: Tally,
    evidence: Vec<Event>,
}

#[derive(Serialize)]
struct Event {
    r#type: &'static str,
    #[serde(flatten)]
    passage: Passage,
}

impl Serialize for Shift<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let events = |told: &[(RelationKind, &graph::Passage)]| {
            let told = told.iter();
            told.map(|&(kind, passage)| Event { r#type: kind.as_str(), passage: passage.into() }).collect()
        };
        let shifted = Shifted {
            source: self.source().id(),
            target: self.target().id(),
            is_turn: self.is_turn(),
            before: Dealings { tally: self.before(), evidence: events(self.told_before()) },
            after: Dealings { tally: self.after(), evidence: events(self.told_after()) },
        };
        shifted.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Changed<'d> {
    source: &'d str,
    target: &'d str,
    kind: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<Class>,
    trend: Trend,
    significance: f64,
    before: Edge,
    after: Edge,
}

#[derive(Serialize)]
struct Edge {
    count: u32,
    articles: u32,
    evidence: Vec<Passage>,
}

impl From<Option<&graph::Edge>> for Edge {
    fn from(edge: Option<&graph::Edge>) -> Self {
        Self {
            count: edge.map_or(0, graph::Edge::count),
            articles: edge.map_or(0, graph::Edge::articles),
            evidence: edge.map_or(&[][..], graph::Edge::evidence).iter().map(Passage::from).collect(),
        }
    }
}

impl Serialize for Change<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let changed = Changed {
            source: self.source().id(),
            target: self.target().id(),
            kind: self.kind().basis(),
            r#type: self.kind().r#type(),
            class: self.kind().class(),
            trend: self.trend(),
            significance: self.significance(),
            before: self.before().into(),
            after: self.after().into(),
        };
        changed.serialize(serializer)
    }
}
