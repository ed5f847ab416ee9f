//! Turns news about world politics into a graph of who relates to whom: which states, blocs and leaders stand in an
//! article, who is named beside whom, who did what to whom, and what holds between them on the day.
//!
//! ```
//! use detente::{Article, Extractor};
//!
//! let article = Article::new("Finland joined NATO. Moscow warned Helsinki, Sauli Niinistö said.").dated("2023-04-05")?;
//! let found = Extractor::bundled().extract(article);
//! for relation in found.relations() {
//!     println!("{relation}");
//! }
//! let graph = found.into_graph();
//! # let kind = detente::RelationKind::Fact(detente::FactType::MemberOf);
//! # assert!(graph.relation("state:FIN", "bloc:NATO", kind).is_some());
//! # Ok::<(), detente::Error>(())
//! ```
//!
//! There is no model and no server: a dated gazetteer, a matcher, and rules that can say why.
//!
//! # The main types
//!
//! - [`Extractor`] finds; it is compiled once and shared between threads. [`Extractor::bundled`] knows what the crate
//!   ships, [`Extractor::builder`] takes a gazetteer and a [`Window`] of your own.
//! - [`Article`] is a text and what is known about it: its date, without which nothing dated is said, and its markup.
//! - [`Extraction`] is what was found: each [`Mention`] with its [`Entity`], each [`Relation`] with its [`Evidence`],
//!   by byte offsets into the text as it was given ([`Span::in_chars`] and [`Span::in_utf16`] count as others do). It
//!   writes the JSON of one article.
//! - [`RelationGraph`] is the same as a graph that outlives the text; [`RelationGraph::as_petgraph`] opens it to the
//!   algorithms of [`petgraph`].
//! - [`View`] is a graph with one weight on each pair, which [`Weight`] says: who stands at the centre, who with whom,
//!   and how two are connected. [`docs::measures`] lists the measures.
//! - [`Gazetteer`] is the data: entities, names, memberships and offices with their dates. [`Gazetteer::builder`] lays
//!   files of your own over it, in the same TOML, which [`docs::gazetteer`] describes.
//! - [`Error`] says file, line, column, what is wrong and what to do. It comes from dates and from data: extracting
//!   from a text cannot fail.
//!
//! # Features
//!
//! - **markdown** (default): reads Markdown ([`Article::from_markdown`]), so that emphasis, links and code are told
//!   from text.
//! - **html** (default): reads HTML ([`Article::from_html`]), so that the article is told from the page around it.
//! - **formats** (default): writes graphs as GraphML, GEXF, tables and RDF too (`Format`); [`docs::formats`] says what
//!   stands in them.
//! - **page** (default): writes a graph as a page to look at in a browser ([`RelationGraph::to_html`]), or its picture
//!   alone. It brings two small crates, `base64` and `sha2`.
//!
//! # What it does not do
//!
//! - It reads English. Names in other languages are found where the gazetteer lists them.
//! - It knows states, territories, blocs and those who lead or speak for them: no companies, parties or armed groups,
//!   unless a gazetteer of yours does.
//! - It does not weigh whether what an article says is true; it tells where the article says it, and how: as done, or
//!   as planned, asked for, denied.
//! - It does not guess. A name that may mean several is passed over where nothing tells which, and an undated article
//!   gets no facts.

#![forbid(unsafe_code)]

mod article;
mod as_text;
#[doc(hidden)]
pub mod bench;
mod date;
mod error;
mod event;
mod excerpt;
mod export;
mod extraction;
mod extractor;
mod gazetteer;
mod graph;
mod lexicon;
mod matcher;
mod mention;
mod parallel;
mod relation;
mod sieve;
mod source;
mod span;
mod vocabulary;
mod word;

/// Pages to read.
pub mod docs {
    #[doc = include_str!("../docs/corpora.md")]
    pub mod corpora {}
    #[doc = include_str!("../docs/events.md")]
    pub mod events {}
    #[doc = include_str!("../docs/formats.md")]
    pub mod formats {}
    #[doc = include_str!("../gazetteer/README.md")]
    pub mod gazetteer {}
    #[doc = include_str!("../docs/measures.md")]
    pub mod measures {}
}

pub use petgraph;

pub use article::{Article, DatedBy, Markup};
pub use date::{PartialDate, Period};
pub use error::{Error, Place};
#[cfg(feature = "formats")]
pub use export::Format;
pub use export::{Changes, Clusters, Dot, NodeLink, Summary};
pub use extraction::{EventDetail, Evidence, Extraction, Mention, PassedOver, Relation};
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::{Entity, Finding, Gazetteer, GazetteerBuilder, Holder, Member, Name, Stats};
pub use graph::{ArticleRecord, DayCounts, Edge, Node, NodeMention, Passage, RelationGraph, Told};
pub use graph::{Association, Calendar, Counting, Filter, Interval, Series, Slice, Slices, Stretch, Tally};
pub use graph::{Balance, Communities, Connection, Scores, Step, Triangle, View, Weight};
pub use graph::{Change, Cohesion, Difference, RollUp, Shift, Side, Sides, Trend};
pub use relation::{Basis, FactType, RelationKind, Window};
pub use span::Span;
pub use vocabulary::{Case, Class, EventType, Form, Kind, Modality, Office, Sector, Sign, Status};

/// The README's code runs as a test, so that it cannot rot.
#[cfg(all(doctest, feature = "markdown"))]
#[doc = include_str!("../README.md")]
struct Readme;
