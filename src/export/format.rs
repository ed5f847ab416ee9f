//! The formats of a graph, by name.

use std::io::{self, Write};

use super::gexf::Mixed;
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
    }
}

impl RelationGraph {
    /// Writes the graph in a format.
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
        }
    }
}
