//! Graphviz DOT.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};

use super::clean::clean;
use crate::graph::{ArticleRecord, Edge, Node, RelationGraph};
use crate::relation::RelationKind;
use crate::vocabulary::{Class, Kind, Status, words};

words! {
    /// What stands in one cluster of a [`Dot`] picture.
    Clusters, "way to cluster" {
        /// Entities of one kind: states, blocs, people.
        Kind = "kind",
        /// Entities of one community, as [`View::communities`](crate::View::communities) finds them by the counts of all
        /// that is drawn.
        Community = "community",
        /// There are no clusters.
        None = "none",
    }
}

/// A graph as Graphviz DOT, which `dot` and `fdp` draw with clusters, other layouts without.
///
/// States are boxes, blocs double octagons, people ellipses. Co-occurrence is a grey line without direction; an event
/// has the colour of its class, green where it cooperates, orange and red where it conflicts; a fact is dashed.
///
/// ```
/// use detente::{Clusters, Extractor};
///
/// let graph = Extractor::bundled().extract("Chile met Peru.").into_graph();
/// let picture = graph.dot().clusters(Clusters::Community).to_string();
/// assert!(picture.contains(r#"subgraph "cluster community 1" {"#));
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Dot<'g> {
    graph: &'g RelationGraph,
    clusters: Clusters,
}

impl RelationGraph {
    /// Returns the graph as Graphviz DOT, with clusters by kind; [`dot`](Self::dot) chooses others.
    ///
    /// ```
    /// let graph = detente::Extractor::bundled().extract("Chile met Peru.").into_graph();
    /// assert!(graph.to_dot().starts_with("digraph detente {"));
    /// ```
    pub fn to_dot(&self) -> String {
        self.dot().to_string()
    }

    /// Returns the graph to be written as Graphviz DOT.
    pub fn dot(&self) -> Dot<'_> {
        Dot { graph: self, clusters: Clusters::Kind }
    }
}

impl<'g> Dot<'g> {
    /// Sets what stands in one cluster. Default: by kind.
    pub fn clusters(mut self, clusters: Clusters) -> Self {
        self.clusters = clusters;
        self
    }

    /// The nodes of each cluster, in the order of the clusters, and its name; what would stand alone has none.
    fn clustered(&self) -> Vec<(Option<String>, Vec<&'g Node>)> {
        let communities = match self.clusters {
            Clusters::Community => Some(self.graph.undirected_by(|_, _, edge| f64::from(edge.count())).communities()),
            Clusters::Kind | Clusters::None => None,
        };
        let cluster = |node: &Node| match (self.clusters, &communities) {
            (Clusters::Kind, _) => (0, node.entity().kind().to_string()),
            (_, Some(communities)) => {
                let number = communities.of(node.entity().id()).unwrap_or_default() + 1;
                (number, format!("community {number}"))
            }
            (_, None) => (0, String::new()),
        };
        let mut clusters: BTreeMap<(usize, String), Vec<&Node>> = BTreeMap::new();
        for node in self.graph.nodes() {
            clusters.entry(cluster(node)).or_default().push(node);
        }
        let named = |name: String, nodes: &[&Node]| (!name.is_empty() && nodes.len() > 1).then_some(name);
        clusters.into_iter().map(|((_, name), nodes)| (named(name, &nodes), nodes)).collect()
    }
}

impl Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The old way of ranking fails where edges run both ways between clusters (“trouble in init_rank”).
        f.write_str("digraph detente {\n  graph [overlap=false, splines=true, newrank=true, fontname=\"sans-serif\"")?;
        if let Some(title) = self.graph.only_article().and_then(ArticleRecord::title) {
            write!(f, ", label={}", Shown(title))?;
        }
        f.write_str("]\n  node [fontname=\"sans-serif\"]\n  edge [fontname=\"sans-serif\", fontsize=10]\n")?;
        for (name, nodes) in self.clustered() {
            match name {
                None => nodes.into_iter().try_for_each(|node| write_node(f, "  ", node))?,
                Some(name) => {
                    let cluster = format!("cluster {name}");
                    writeln!(f, "  subgraph {} {{", Id(&cluster))?;
                    writeln!(f, "    graph [label={}, color=\"gray80\", fontcolor=\"gray40\"]", Shown(&name))?;
                    nodes.into_iter().try_for_each(|node| write_node(f, "    ", node))?;
                    f.write_str("  }\n")?;
                }
            }
        }
        for (source, target, edge) in self.graph.relations() {
            let quote = edge.evidence().first().map(|passage| passage.quote()).unwrap_or_default();
            let (source, target, quote) = (Id(source.id()), Id(target.id()), Shown(&quote));
            writeln!(f, "  {source} -> {target} [{}, tooltip={quote}]", look(edge))?;
        }
        f.write_str("}\n")
    }
}

fn write_node(f: &mut fmt::Formatter<'_>, indent: &str, node: &Node) -> fmt::Result {
    let entity = node.entity();
    let shape = match entity.kind() {
        Kind::State => "box",
        Kind::Bloc => "doubleoctagon",
        Kind::Territory => "component",
        _ => "ellipse",
    };
    writeln!(f, "{indent}{} [label={}, shape={shape}]", Id(entity.id()), Shown(entity.name()))
}

fn look(edge: &Edge) -> String {
    match edge.kind() {
        RelationKind::CoOccurrence => {
            // Thicker with the square root: ten times together is not ten times as thick.
            let width = f64::from(edge.count()).sqrt().min(6.0);
            format!("dir=none, color=\"gray60\", penwidth={width:.2}, label=\"{}\"", edge.count())
        }
        RelationKind::Event(event) => {
            let colour = match event.class() {
                Class::VerbalCooperation => "#5aa469",
                Class::MaterialCooperation => "#1f7a3d",
                Class::VerbalConflict => "#e08e45",
                Class::MaterialConflict => "#c0392b",
            };
            format!("color=\"{colour}\", fontcolor=\"{colour}\", label=\"{event}\"")
        }
        RelationKind::Fact(fact) => {
            let status = edge.status().and_then(Status::if_no_member);
            let status = status.map_or_else(String::new, |status| format!(" ({status})"));
            format!("style=dashed, color=\"steelblue\", label=\"{fact}{status}\"")
        }
    }
}

/// A quoted name by which Graphviz knows something. A backslash is one there, unless a quote follows.
struct Id<'t>(&'t str);

impl Display for Id<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        quoted(self.0, f)
    }
}

/// A quoted text that Graphviz shows, where it would read entities of HTML.
struct Shown<'t>(&'t str);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        quoted(&self.0.replace('&', "&amp;"), f)
    }
}

/// Writes a quoted string: quotes and backslashes escaped.
fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for c in clean(text).chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}
