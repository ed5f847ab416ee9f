//! What was found in one article: `detente.article.v1`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::{Document, Edge, Fact, Head, Node, Passage, Told};
use crate::article::DatedBy;
use crate::date::PartialDate;
use crate::extraction::{Evidence, Extraction, Mention, Relation};
use crate::gazetteer::Entity;
use crate::relation::RelationKind;
use crate::span::Span;
use crate::vocabulary::Form;

#[derive(Serialize)]
struct Graph<'e> {
    #[serde(flatten)]
    head: Head,
    id: Option<&'e str>,
    title: Option<&'e str>,
    date: Option<PartialDate>,
    /// What the date was taken from, where it was not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    dated_by: Option<DatedBy>,
    sentences: Vec<Span>,
}

#[derive(Serialize)]
struct Mentioned<'e> {
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
            kind: relation.kind().basis(),
            r#type: relation.kind().r#type(),
            class: relation.kind().class(),
            count: fact.is_none().then(|| relation.count()),
            fact,
            weight: (relation.kind() == RelationKind::CoOccurrence).then(|| relation.weight()),
            many: None,
            evidence: relation.evidence().map(Passage::from).collect(),
        }
    }
}

impl From<Evidence<'_>> for Passage {
    fn from(evidence: Evidence<'_>) -> Self {
        let told = evidence.event().map(|event| Told {
            trigger: event.trigger(),
            cameo: event.cameo().to_owned(),
            goldstein: event.goldstein(),
            modality: event.modality(),
            attributed_to: event.attributed_to().map(|mention| mention.entity().id().to_owned()),
            source_sector: event.source_sector(),
            target_sector: event.target_sector(),
            when: event.when(),
        });
        Self {
            article: None,
            window: told.is_none().then(|| evidence.window()),
            sentence: evidence.sentence(),
            source: evidence.source().span(),
            target: evidence.target().span(),
            told,
            quote: None,
        }
    }
}

/// `detente.article.v1`, as node-link JSON has it.
impl Serialize for Extraction<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}

impl Extraction<'_> {
    /// Returns what was found as node-link JSON on one line: `networkx.node_link_graph(…, edges="edges")` reads it. `serde`
    /// writes the same, into a file or as a part of something else.
    ///
    /// ```
    /// let found = detente::Extractor::bundled().extract("Chile met Peru.");
    /// assert!(found.to_json().starts_with(r#"{"directed":true,"multigraph":true,"graph":{"format":"detente.article.v1""#));
    /// ```
    pub fn to_json(&self) -> String {
        // Writing numbers and strings into memory cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Returns the same, indented.
    pub fn to_json_pretty(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    fn document(&self) -> impl Serialize {
        let mut nodes: BTreeMap<String, (Entity, Vec<NodeMention<'_>>)> = BTreeMap::new();
        for mention in self.mentions() {
            let entity = mention.entity();
            let (_, mentions) = nodes.entry(entity.id().to_owned()).or_insert_with(|| (entity, Vec::new()));
            mentions.push(node_mention(&mention));
        }
        let nodes = nodes.into_values().map(|(entity, mentions)| Node::new(&entity, Mentioned { mentions }));
        let article = self.article();
        let graph = Graph {
            head: Head::new("detente.article.v1", self.window(), self.gazetteer().version().to_owned()),
            id: article.id(),
            title: article.title(),
            date: article.date(),
            dated_by: article.dated_by().filter(|by| *by != DatedBy::Given),
            sentences: self.sentences().collect(),
        };
        Document::new(graph, nodes.collect::<Vec<_>>(), Edges(self))
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
