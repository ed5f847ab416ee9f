//! Graphviz DOT.

use std::fmt::Write;

use crate::graph::{ArticleRecord, Edge, RelationGraph};
use crate::relation::RelationKind;
use crate::vocabulary::{Class, Kind, Status};

impl RelationGraph {
    /// Returns the graph as Graphviz DOT: states as boxes, blocs as double octagons, people as ellipses; co-occurrence
    /// as grey lines without direction, events in the colour of their class, facts dashed.
    ///
    /// ```
    /// let graph = detente::Extractor::bundled().extract("Chile met Peru.").into_graph();
    /// assert!(graph.to_dot().starts_with("digraph detente {"));
    /// ```
    pub fn to_dot(&self) -> String {
        let mut dot = String::from("digraph detente {\n  graph [overlap=false, splines=true");
        if let Some(title) = self.only_article().and_then(ArticleRecord::title) {
            dot.push_str(", label=");
            quote(title, &mut dot);
        }
        dot.push_str("]\n  node [fontname=\"sans-serif\"]\n  edge [fontname=\"sans-serif\", fontsize=10]\n");
        for node in self.nodes() {
            let entity = node.entity();
            let shape = match entity.kind() {
                Kind::State => "box",
                Kind::Bloc => "doubleoctagon",
                Kind::Territory => "component",
                _ => "ellipse",
            };
            dot.push_str("  ");
            quote(entity.id(), &mut dot);
            dot.push_str(" [label=");
            quote(entity.name(), &mut dot);
            let _ = writeln!(dot, ", shape={shape}]");
        }
        for (source, target, edge) in self.relations() {
            dot.push_str("  ");
            quote(source.id(), &mut dot);
            dot.push_str(" -> ");
            quote(target.id(), &mut dot);
            dot.push_str(" [");
            dot.push_str(&look(edge));
            dot.push_str(", tooltip=");
            quote(&edge.evidence().first().map(|evidence| evidence.quote()).unwrap_or_default(), &mut dot);
            dot.push_str("]\n");
        }
        dot.push_str("}\n");
        dot
    }
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
            // A candidate is no member, whatever the edge is called.
            let status = edge.status().filter(|status| *status != Status::Member);
            let status = status.map_or_else(String::new, |status| format!(" ({status})"));
            format!("style=dashed, color=\"steelblue\", label=\"{fact}{status}\"")
        }
    }
}

/// Writes a quoted DOT string: quotes and backslashes escaped, line ends as spaces.
fn quote(text: &str, dot: &mut String) {
    dot.push('"');
    for c in text.chars() {
        match c {
            '"' => dot.push_str("\\\""),
            '\\' => dot.push_str("\\\\"),
            '\n' | '\r' => dot.push(' '),
            c if c.is_control() => {}
            c => dot.push(c),
        }
    }
    dot.push('"');
}
