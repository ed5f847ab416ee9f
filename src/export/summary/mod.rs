//! A table that a person likes to read.

mod article;
mod corpus;
mod page;

use std::fmt::{self, Display};

use self::page::Page;
use super::terminal::NARROWEST;
use crate::extraction::Extraction;
use crate::graph::RelationGraph;

/// A summary of an article, the entities by mentions, the strongest relations with a line of evidence, the facts; or of a
/// graph of many, with the entities' PageRank and the communities.
///
/// ```
/// use detente::{Extractor, Summary};
///
/// let found = Extractor::bundled().extract("Chile thanked Peru.");
/// let text = Summary::new(&found).width(60).to_string();
/// assert!(text.contains("“Chile thanked Peru.”"));
/// assert!(text.lines().all(|line| line.chars().count() <= 60));
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Summary<'e> {
    subject: Subject<'e>,
    page: Page,
}

/// What is summed up.
#[derive(Clone, Debug)]
enum Subject<'e> {
    Article(&'e Extraction<'e>),
    Graph(&'e RelationGraph),
}

impl<'e> Summary<'e> {
    /// Returns the summary of what was found in an article, in its defaults.
    pub fn new(found: &'e Extraction<'e>) -> Self {
        Self::of(Subject::Article(found))
    }

    /// Returns the summary of a graph, in its defaults. PageRank and communities are those of the undirected view by
    /// co-occurrence; of events those count that [`Edge::tally`](crate::Edge::tally) counts.
    ///
    /// ```
    /// use detente::{Extractor, RelationGraph, Summary};
    ///
    /// let extractor = Extractor::bundled();
    /// let graph = |text| extractor.extract(text).into_graph();
    /// let both = RelationGraph::merged([graph("Chile thanked Peru."), graph("Peru met Japan.")])?;
    /// let text = Summary::of_graph(&both).to_string();
    /// assert!(text.starts_with("2 articles, undated\n3 entities"));
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn of_graph(graph: &'e RelationGraph) -> Self {
        Self::of(Subject::Graph(graph))
    }

    fn of(subject: Subject<'e>) -> Self {
        Self { subject, page: Page { width: 100, colour: false, rows: 12 } }
    }

    /// Sets the width in columns, at least 48. Default: 100.
    pub fn width(mut self, columns: usize) -> Self {
        self.page.width = columns.max(NARROWEST);
        self
    }

    /// Says whether to colour it, by ANSI escapes. Default: no.
    pub fn colour(mut self, colour: bool) -> Self {
        self.page.colour = colour;
        self
    }

    /// Sets how many rows each part has at the most. Default: 12.
    pub fn rows(mut self, rows: usize) -> Self {
        self.page.rows = rows;
        self
    }
}

impl Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.subject {
            Subject::Article(found) => article::write(found, &self.page, f),
            Subject::Graph(graph) => corpus::write(graph, &self.page, f),
        }
    }
}
