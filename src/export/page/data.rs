//! What a page knows: the graph with its layout, and the articles with their mentions, in the shapes that its script
//! reads. Offsets are UTF-16 units of the text as it is shown.

use std::collections::BTreeMap;

use serde::Serialize;

use super::layout::{self, Spring};
use super::shown::{Level, Shown};
use crate::date::PartialDate;
use crate::gazetteer::{Entity, Name};
use crate::graph::{self, ArticleRecord, RelationGraph};
use crate::relation::{RelationKind, Window};
use crate::vocabulary::{Class, Form, Kind, Modality};

type Place = [u32; 2];

#[derive(Debug, Serialize)]
pub(super) struct Data<'g> {
    window: Window,
    articles: Vec<Article<'g>>,
    pub(super) nodes: Vec<Node<'g>>,
    pub(super) edges: Vec<Edge>,
}

#[derive(Debug, Serialize)]
struct Article<'g> {
    id: String,
    title: Option<&'g str>,
    date: Option<PartialDate>,
    text: &'g str,
    blocks: Vec<(u32, Level)>,
    /// Where a node is mentioned, and its number.
    mentions: Vec<(Place, usize)>,
}

#[derive(Debug, Serialize)]
pub(super) struct Node<'g> {
    id: &'g str,
    pub(super) name: &'g str,
    /// By what the picture names it.
    pub(super) short: &'g str,
    pub(super) kind: Kind,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) radius: f64,
}

#[derive(Debug, Serialize)]
pub(super) struct Edge {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) kind: &'static str,
    pub(super) r#type: &'static str,
    pub(super) class: Option<Class>,
    pub(super) passages: Vec<Passage>,
    fact: Option<Fact>,
}

#[derive(Debug, Serialize)]
pub(super) struct Passage {
    article: usize,
    quoted: Place,
    source: Place,
    target: Place,
    told: Option<Told>,
}

#[derive(Debug, Serialize)]
struct Told {
    trigger: Place,
    modality: Modality,
    goldstein: f64,
    cameo: String,
    by: Option<String>,
}

#[derive(Debug, Serialize)]
struct Fact {
    says: String,
    days: Vec<(Option<PartialDate>, u32)>,
}

impl<'g> Data<'g> {
    pub(super) fn new(graph: &'g RelationGraph) -> Self {
        let shown = Articles::new(graph);
        let edges: Vec<Edge> =
            graph.relations().zip(ends(graph)).map(|((_, _, edge), ends)| shown.edge(edge, ends)).collect();
        Self { window: graph.window(), nodes: nodes(graph), edges, articles: shown.into_data(graph) }
    }
}

impl Edge {
    /// The word by which the style knows it.
    pub(super) fn look(&self) -> &'static str {
        match self.class {
            Some(Class::VerbalCooperation) => "cooperation",
            Some(Class::MaterialCooperation) => "cooperation-deed",
            Some(Class::VerbalConflict) => "conflict",
            Some(Class::MaterialConflict) => "conflict-deed",
            None => self.kind,
        }
    }

    /// What is drawn later lies above.
    pub(super) fn layer(&self) -> (bool, bool, Option<Class>) {
        (self.kind == "event", self.kind == "fact", self.class)
    }
}

/// The articles as they are shown, and the number of each.
struct Articles<'g> {
    shown: Vec<Shown<'g>>,
    numbers: BTreeMap<&'g ArticleRecord, usize>,
}

impl<'g> Articles<'g> {
    fn new(graph: &'g RelationGraph) -> Self {
        Self {
            shown: graph.articles().map(|article| Shown::new(article.text(), article.reading())).collect(),
            numbers: graph.articles().zip(0..).collect(),
        }
    }

    fn number(&self, article: &ArticleRecord) -> usize {
        self.numbers.get(article).copied().unwrap_or_default()
    }

    fn edge(&self, edge: &graph::Edge, (source, target): (usize, usize)) -> Edge {
        Edge {
            source,
            target,
            kind: match edge.kind() {
                RelationKind::CoOccurrence => "together",
                kind => kind.basis().as_str(),
            },
            r#type: edge.kind().as_str(),
            class: edge.kind().class(),
            passages: edge.evidence().iter().map(|passage| self.passage(passage)).collect(),
            fact: edge.period().map(|period| Fact {
                says: match (edge.status(), edge.office()) {
                    (Some(status), _) => format!("{status}, {period}"),
                    (None, Some(office)) => format!("{office}, {period}"),
                    (None, None) => period.to_string(),
                },
                days: edge.by_day().into_iter().collect(),
            }),
        }
    }

    fn passage(&self, passage: &graph::Passage) -> Passage {
        let article = self.number(passage.article());
        let place = |span| self.shown[article].place(span);
        Passage {
            article,
            quoted: place(passage.quoted()),
            source: place(passage.source()),
            target: place(passage.target()),
            told: passage.event().map(|told| Told {
                trigger: place(told.trigger),
                modality: told.modality,
                cameo: told.cameo.to_string(),
                goldstein: told.goldstein(),
                by: told.attributed_to.as_ref().map(|entity| entity.name().to_owned()),
            }),
        }
    }

    fn into_data(self, graph: &'g RelationGraph) -> Vec<Article<'g>> {
        let mut mentions = vec![Vec::new(); self.shown.len()];
        for (node, number) in graph.nodes().zip(0..) {
            for mention in node.mentions() {
                let article = self.number(mention.article());
                mentions[article].push((self.shown[article].place(mention.span()), number));
            }
        }
        let articles = graph.articles().zip(self.shown).zip(mentions);
        articles
            .map(|((article, shown), mut mentions)| {
                mentions.sort_unstable();
                Article {
                    id: article.id().into_owned(),
                    title: article.title(),
                    date: article.date(),
                    text: shown.text,
                    blocks: shown.blocks,
                    mentions,
                }
            })
            .collect()
    }
}

/// The numbers of source and target of each edge.
fn ends(graph: &RelationGraph) -> impl Iterator<Item = (usize, usize)> {
    let edges = graph.as_petgraph().raw_edges().iter();
    edges.map(|edge| (edge.source().index(), edge.target().index()))
}

fn nodes(graph: &RelationGraph) -> Vec<Node<'_>> {
    // The area grows with the mentions.
    let radii: Vec<f64> = graph.nodes().map(|node| (4.0 + 1.6 * f64::from(node.count()).sqrt()).min(30.0)).collect();
    let places = layout::layout(&radii, &springs(graph));
    let tenths = |number: f64| (number * 10.0).round() / 10.0;
    let nodes = graph.nodes().zip(places).zip(radii);
    nodes
        .map(|((node, place), radius)| Node {
            id: node.entity().id(),
            name: node.entity().name(),
            short: short(node.entity()),
            kind: node.entity().kind(),
            x: tenths(place[0]),
            y: tenths(place[1]),
            radius: tenths(radius),
        })
        .collect()
}

/// The acronym of a bloc that is known by it, else the name.
fn short(entity: &Entity) -> &str {
    let key = entity.key();
    let is_acronym = |name: &Name<'_>| name.form == Form::Abbreviation && name.text == key;
    match entity.kind() == Kind::Bloc && entity.names().iter().any(is_acronym) {
        true => key,
        false => entity.name(),
    }
}

/// What draws two nodes together: how often they are named together, twice as much what one did to the other, and a
/// little what the gazetteer says of them.
fn springs(graph: &RelationGraph) -> Vec<Spring> {
    let mut weights: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for ((source, target), (_, _, edge)) in ends(graph).zip(graph.relations()) {
        *weights.entry((source.min(target), source.max(target))).or_default() += match edge.kind() {
            RelationKind::CoOccurrence => f64::from(edge.count()),
            RelationKind::Event(_) => 2.0 * f64::from(edge.count()),
            RelationKind::Fact(_) => 0.5,
        };
    }
    weights.into_iter().map(|((a, b), weight)| (a, b, weight / (weight + 3.0))).collect()
}
