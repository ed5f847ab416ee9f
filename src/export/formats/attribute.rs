//! What a node or an edge says, flat and typed: the attributes of GraphML and GEXF, the columns of tables. They bear the
//! names that the node-link JSON gives them.

use std::borrow::Cow;
use std::fmt;

use crate::date::PartialDate;
use crate::gazetteer::Entity;
use crate::graph::{ArticleRecord, Edge, Node, RelationGraph};
use crate::relation::RelationKind;
use crate::vocabulary::{Class, Kind};

/// An attribute of nodes or edges: its name, its type, and how to read it.
pub(super) struct Attribute<T> {
    pub(super) name: &'static str,
    pub(super) r#type: Type,
    pub(super) value: fn(&T) -> Option<Value<'_>>,
}

impl<T> Attribute<T> {
    const fn new(name: &'static str, r#type: Type, value: fn(&T) -> Option<Value<'_>>) -> Self {
        Self { name, r#type, value }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Integer,
    Real,
    Boolean,
}

pub(super) enum Value<'g> {
    Text(Cow<'g, str>),
    Integer(u64),
    Real(f64),
    Boolean(bool),
}

/// An edge between its ends.
pub(super) struct Link<'g> {
    pub(super) source: &'g Entity,
    pub(super) target: &'g Entity,
    pub(super) edge: &'g Edge,
}

impl RelationGraph {
    pub(super) fn links(&self) -> impl Iterator<Item = Link<'_>> {
        self.relations().map(|(source, target, edge)| Link { source, target, edge })
    }
}

pub(super) fn of_nodes() -> [Attribute<Node>; 10] {
    use Type::{Boolean, Integer, Text};
    [
        Attribute::new("kind", Text, |node| owned(node.entity().kind())),
        Attribute::new("name", Text, |node| text(node.entity().name())),
        Attribute::new("iso3", Text, |node| iso3(node.entity()).and_then(text)),
        Attribute::new("gw", Integer, |node| node.entity().gleditsch_ward().and_then(integer)),
        Attribute::new("wikidata", Text, |node| node.entity().wikidata().and_then(text)),
        Attribute::new("discovered", Boolean, |node| Some(Value::Boolean(node.entity().is_discovered()))),
        Attribute::new("count", Integer, |node| integer(node.count())),
        Attribute::new("articles", Integer, |node| integer(node.articles())),
        Attribute::new("first", Text, |node| node_dates(node).min().and_then(owned)),
        Attribute::new("last", Text, |node| node_dates(node).max().and_then(owned)),
    ]
}

pub(super) fn of_edges<'g>() -> [Attribute<Link<'g>>; 16] {
    use Type::{Boolean, Integer, Real, Text};
    [
        Attribute::new("key", Text, |link| text(link.edge.kind().as_str())),
        Attribute::new("kind", Text, |link| text(link.edge.kind().basis().as_str())),
        Attribute::new("type", Text, |link| link.edge.kind().r#type().and_then(text)),
        Attribute::new("class", Text, |link| link.edge.kind().class().and_then(owned)),
        Attribute::new("sign", Text, |link| link.edge.kind().class().map(Class::sign).and_then(owned)),
        Attribute::new("directed", Boolean, |link| Some(Value::Boolean(link.is_directed()))),
        Attribute::new("status", Text, |link| link.edge.status().and_then(owned)),
        Attribute::new("office", Text, |link| link.edge.office().and_then(owned)),
        Attribute::new("from", Text, |link| link.edge.period()?.from.and_then(owned)),
        Attribute::new("until", Text, |link| link.edge.period()?.until.and_then(owned)),
        Attribute::new("count", Integer, |link| integer(link.edge.count())),
        Attribute::new("weight", Real, |link| Some(Value::Real(link.weight()))),
        Attribute::new("articles", Integer, |link| integer(link.edge.articles())),
        Attribute::new("first", Text, |link| link.dates().min().and_then(owned)),
        Attribute::new("last", Text, |link| link.dates().max().and_then(owned)),
        Attribute::new("quote", Text, |link| owned(link.edge.evidence().first()?.quote())),
    ]
}

impl Link<'_> {
    /// An id that no other edge of the graph has, and that is the same in each graph.
    pub(super) fn id(&self) -> String {
        format!("{} {} {}", self.source.id(), self.edge.kind(), self.target.id())
    }

    /// Co-occurrence has no direction.
    pub(super) fn is_directed(&self) -> bool {
        self.edge.kind() != RelationKind::CoOccurrence
    }

    /// The weight by which programs draw: of a co-occurrence its own, of an event how many times it is told, of a fact 1.
    pub(super) fn weight(&self) -> f64 {
        match self.edge.kind() {
            RelationKind::CoOccurrence => self.edge.weight(),
            RelationKind::Event(_) => f64::from(self.edge.count()),
            RelationKind::Fact(_) => 1.0,
        }
    }

    /// The dates on which it stands, in their order.
    pub(super) fn dates(&self) -> impl Iterator<Item = PartialDate> {
        self.edge.by_day().into_keys().flatten()
    }
}

/// The dates of the articles that mention it.
pub(super) fn node_dates(node: &Node) -> impl Iterator<Item = PartialDate> {
    node.mentions().filter_map(|mention| ArticleRecord::date(mention.article()))
}

/// The ISO 3166-1 alpha-3 code of a state, by which it is known.
pub(super) fn iso3(entity: &Entity) -> Option<&str> {
    (entity.kind() == Kind::State).then(|| entity.key())
}

fn text(text: &str) -> Option<Value<'_>> {
    Some(Value::Text(Cow::Borrowed(text)))
}

fn owned(value: impl ToString) -> Option<Value<'static>> {
    Some(Value::Text(Cow::Owned(value.to_string())))
}

fn integer(number: u32) -> Option<Value<'static>> {
    Some(Value::Integer(u64::from(number)))
}

/// A real number keeps its point, so that a reader who guesses types takes it for one.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Real(number) => write!(f, "{number:?}"),
            Self::Boolean(flag) => write!(f, "{flag}"),
        }
    }
}
