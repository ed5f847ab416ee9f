//! Tables of nodes and edges, for Gephi and spreadsheets.

use std::io::{self, Write};

use super::attribute::{Attribute, Link, Value, of_edges, of_nodes};
use super::sheet::Sheet;
use crate::graph::RelationGraph;

impl RelationGraph {
    /// Returns the nodes as a CSV table that Gephi (“Import spreadsheet”, nodes table), pandas and spreadsheets open.
    ///
    /// It is UTF-8 without a byte order mark. A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return
    /// has an apostrophe before it, so that no spreadsheet takes it for a formula
    /// ([CWE-1236](https://cwe.mitre.org/data/definitions/1236.html)); numbers have none.
    ///
    /// ```
    /// let graph = detente::Extractor::bundled().extract("Chile met Peru.").into_graph();
    /// let table = graph.to_nodes_csv();
    /// assert!(table.starts_with("Id,Label,Kind,ISO3,GW,Wikidata,Discovered,Count,Articles,First,Last\n"));
    /// assert!(table.contains("state:CHL,Chile,state,CHL,155,Q298,false,1,1,,\n"));
    /// ```
    pub fn to_nodes_csv(&self) -> String {
        super::text(|out| self.write_nodes_csv(out))
    }

    pub(super) fn write_nodes_csv(&self, out: impl Write) -> io::Result<()> {
        let attributes = of_nodes();
        // The name is the label.
        let others = || attributes.iter().filter(|attribute| attribute.name != "name");
        let mut sheet = Sheet::new(out);
        sheet.heading(
            ["Id", "Label"].into_iter().map(str::to_owned).chain(others().map(|attribute| heading(attribute.name))),
        )?;
        for node in self.nodes() {
            sheet.text(node.entity().id())?;
            sheet.text(node.entity().name())?;
            others().try_for_each(|attribute| sheet.cell((attribute.value)(node)))?;
            sheet.end_row()?;
        }
        sheet.finish()
    }

    /// Returns the edges as a CSV table, the companion of [`to_nodes_csv`](Self::to_nodes_csv) (in Gephi: edges table,
    /// append to the same workspace, graph type mixed).
    ///
    /// `Type` is `Undirected` for co-occurrence and `Directed` for all else. `Kind`, by which Gephi tells parallel
    /// edges apart, is the edge's key; `Relation` is `co_occurrence`, `event` or `fact`. `Weight` is, of a
    /// co-occurrence, its own; of an event, how many times it is told; of a fact, 1. `Quote` is the first passage.
    ///
    /// ```
    /// let graph = detente::Extractor::bundled().extract("Chile met Peru.").into_graph();
    /// assert!(graph.to_edges_csv().starts_with("Id,Source,Target,Type,Weight,Kind,Label,Source Label,Target Label,Relation,"));
    /// ```
    pub fn to_edges_csv(&self) -> String {
        super::text(|out| self.write_edges_csv(out))
    }

    pub(super) fn write_edges_csv(&self, out: impl Write) -> io::Result<()> {
        let attributes = of_edges();
        let is_other = |attribute: &&Attribute<Link<'_>>| !AMONG_THE_FIRST.contains(&attribute.name);
        let others = || attributes.iter().filter(is_other);
        let mut sheet = Sheet::new(out);
        let first = ["Id", "Source", "Target", "Type", "Weight", "Kind", "Label", "Source Label", "Target Label"];
        let headings = others().map(|attribute| match attribute.name {
            "kind" => "Relation".to_owned(),
            name => heading(name),
        });
        sheet.heading(first.into_iter().map(str::to_owned).chain(headings))?;
        for link in self.links() {
            sheet.text(&link.id())?;
            sheet.text(link.source.id())?;
            sheet.text(link.target.id())?;
            sheet.text(if link.is_directed() { "Directed" } else { "Undirected" })?;
            sheet.cell(Some(Value::Real(link.weight())))?;
            sheet.text(link.edge.kind().as_str())?;
            sheet.text(link.edge.kind().as_str())?;
            sheet.text(link.source.name())?;
            sheet.text(link.target.name())?;
            others().try_for_each(|attribute| sheet.cell((attribute.value)(&link)))?;
            sheet.end_row()?;
        }
        sheet.finish()
    }
}

/// The attributes of edges that their first columns say already.
const AMONG_THE_FIRST: &[&str] = &["key", "type", "directed", "weight"];

/// The heading of an attribute's column.
fn heading(name: &str) -> String {
    match name {
        "iso3" | "gw" => name.to_uppercase(),
        name => name[..1].to_uppercase() + &name[1..],
    }
}
