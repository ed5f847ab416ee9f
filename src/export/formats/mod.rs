//! The formats of a graph, by name; each in a file of its own.

mod attribute;
mod event;
mod event_table;
mod gexf;
mod graphml;
mod ntriples;
mod sheet;
mod table;
mod xml;

use std::io::{self, Write};

use self::gexf::Mixed;
use crate::graph::RelationGraph;
use crate::vocabulary::words;

words! {
    /// A format in which a graph is written, of one article or of many, by [`RelationGraph::write`].
    ///
    /// ```
    /// use detente::{Extractor, Format};
    ///
    /// let graph = Extractor::bundled().extract("Chile met Peru.").into_graph();
    /// let mut file = Vec::new();
    /// graph.write("graphml".parse::<Format>()?, &mut file)?;
    /// assert_eq!(file, graph.to_graphml().as_bytes());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Format, "format" {
        /// Node-link JSON, for networkx and d3: [`RelationGraph::to_json`].
        Json = "json",
        /// Graphviz DOT: [`RelationGraph::to_dot`].
        Dot = "dot",
        /// GraphML: [`RelationGraph::to_graphml`].
        GraphMl = "graphml",
        /// Dynamic GEXF 1.3, for Gephi and whatever else reads it: [`RelationGraph::to_gexf`].
        Gexf = "gexf",
        /// The same for Gephi alone: co-occurrence is undirected, beside edges that are directed. networkx refuses to
        /// read it.
        GexfMixed = "gexf-mixed",
        /// The nodes as CSV, for Gephi and spreadsheets: [`RelationGraph::to_nodes_csv`].
        Nodes = "nodes",
        /// The edges as CSV, for Gephi and spreadsheets: [`RelationGraph::to_edges_csv`].
        Edges = "edges",
        /// The events as CSV, a row for each passage that tells one, for pandas and R:
        /// [`RelationGraph::to_events_csv`].
        Events = "events",
        /// RDF with Wikidata's ids: [`RelationGraph::to_ntriples`].
        NTriples = "ntriples",
        /// A page to look at in a browser: [`RelationGraph::to_html`].
        Html = "html",
        /// The page's picture by itself: [`RelationGraph::to_svg`].
        Svg = "svg",
    }
}

impl RelationGraph {
    /// Writes the graph in a format, in small pieces: a file is best written through a [`BufWriter`](io::BufWriter).
    ///
    /// # Errors
    ///
    /// When `out` does.
    pub fn write(&self, format: Format, mut out: impl Write) -> io::Result<()> {
        match format {
            Format::Json => Ok(serde_json::to_writer(out, &self.node_link())?),
            Format::Dot => out.write_all(self.to_dot().as_bytes()),
            Format::GraphMl => self.write_graphml(out),
            Format::Gexf => self.write_gexf(Mixed::No, out),
            Format::GexfMixed => self.write_gexf(Mixed::Yes, out),
            Format::Nodes => self.write_nodes_csv(out),
            Format::Edges => self.write_edges_csv(out),
            Format::Events => self.write_events_csv(out),
            Format::NTriples => self.write_ntriples(out),
            Format::Html => out.write_all(self.to_html().as_bytes()),
            Format::Svg => out.write_all(self.to_svg().as_bytes()),
        }
    }
}

/// What is written into memory, as text.
fn text(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail, and all formats are UTF-8.
    let _ = write(&mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}
