//! Dynamic GEXF 1.3, for Gephi's timeline.

use std::io::{self, Write};

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::attribute::{Attribute, Link, Type, node_dates, of_edges, of_nodes};
use super::xml::document;
use crate::date::PartialDate;
use crate::export::clean::clean;
use crate::graph::{Node, RelationGraph};

/// The dynamic attribute: how many times on each day.
const BY_DAY: &str = "by_day";

/// Edges have their weight without being told of it.
const WEIGHT: &str = "weight";

/// Whether edges without direction are marked as such by GEXF's own `type`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mixed {
    No,
    Yes,
}

impl RelationGraph {
    /// Returns the graph as dynamic [GEXF 1.3](https://gexf.net), which Gephi opens with its timeline.
    ///
    /// - A node or edge has a *spell* for each day of an article that speaks of it; an article of which only the month
    ///   or year is known has that month or year. Spells that overlap are one. What stands in undated articles alone
    ///   has no spell, so that Gephi shows it always; a graph without any date is static.
    /// - Attributes are typed, and named as in the node-link JSON. The dynamic attribute `by_day` holds the count of
    ///   each day that is known to the day; `count` is the count of all.
    /// - `weight` is, of a co-occurrence, its own; of an event, how many times it is told; of a fact, 1.
    /// - `kind` on an edge, by which Gephi tells parallel edges apart, is the edge's key.
    /// - The graph is directed. A co-occurrence has no direction: its attribute `directed` is false. GEXF's own
    ///   `type="undirected"` is not used, because networkx reads no graph that mixes the two;
    ///   [`Format::GexfMixed`](crate::Format::GexfMixed) does use it.
    ///
    /// ```
    /// use detente::{Article, Extractor};
    ///
    /// let article = Article::new("Chile met Peru.").dated("2024-06-12")?;
    /// let gexf = Extractor::bundled().extract(article).into_graph().to_gexf();
    /// assert!(gexf.contains(r#"<spell start="2024-06-12" end="2024-06-12"/>"#));
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn to_gexf(&self) -> String {
        super::text(|out| self.write_gexf(Mixed::No, out))
    }

    pub(super) fn write_gexf(&self, mixed: Mixed, out: impl Write) -> io::Result<()> {
        document(out, |xml| {
            let root =
                xml.create_element("gexf").with_attributes([("xmlns", "http://gexf.net/1.3"), ("version", "1.3")]);
            root.write_inner_content(|xml| {
                xml.create_element("meta").write_inner_content(|xml| {
                    xml.create_element("creator").write_text_content(BytesText::new("detente"))?;
                    let words = format!("{} articles; named together within {}", self.articles().len(), self.window());
                    xml.create_element("description").write_text_content(BytesText::new(&words))?;
                    Ok(())
                })?;
                let dates = spells(self.articles().filter_map(|article| article.date()));
                let mut graph = xml.create_element("graph").with_attribute(("defaultedgetype", "directed"));
                if let (Some((first, _)), Some((_, last))) = (dates.first(), dates.last()) {
                    graph = graph
                        .with_attributes([("mode", "dynamic"), ("timeformat", "date")])
                        .with_attributes([("timerepresentation", "interval"), ("start", &*first.to_string())])
                        .with_attribute(("end", &*last.to_string()));
                }
                graph.write_inner_content(|xml| {
                    let is_dynamic = !dates.is_empty();
                    declare(xml, "node", &of_nodes(), is_dynamic)?;
                    declare(xml, "edge", &of_edges(), is_dynamic)?;
                    xml.create_element("nodes")
                        .write_inner_content(|xml| self.nodes().try_for_each(|node| write_node(xml, node)))?;
                    xml.create_element("edges")
                        .write_inner_content(|xml| self.links().try_for_each(|link| write_edge(xml, &link, mixed)))?;
                    Ok(())
                })?;
                Ok(())
            })?;
            Ok(())
        })
    }
}

/// Declares the attributes of nodes or edges.
fn declare<W: Write, T>(
    xml: &mut Writer<W>,
    class: &str,
    attributes: &[Attribute<T>],
    is_dynamic: bool,
) -> io::Result<()> {
    let one = |xml: &mut Writer<W>, name: &str, r#type: Type| -> io::Result<()> {
        let r#type = match r#type {
            Type::Text => "string",
            Type::Integer => "integer",
            Type::Real => "double",
            Type::Boolean => "boolean",
        };
        xml.create_element("attribute")
            .with_attributes([("id", name), ("title", title(name)), ("type", r#type)])
            .write_empty()?;
        Ok(())
    };
    let element = xml.create_element("attributes").with_attributes([("class", class), ("mode", "static")]);
    element.write_inner_content(|xml| {
        attributes.iter().filter(|a| a.name != WEIGHT).try_for_each(|a| one(xml, a.name, a.r#type))
    })?;
    if is_dynamic {
        let element = xml.create_element("attributes").with_attributes([("class", class), ("mode", "dynamic")]);
        element.write_inner_content(|xml| one(xml, BY_DAY, Type::Integer))?;
    }
    Ok(())
}

/// The name that readers show. An edge's key bears the one by which networkx knows the keys of parallel edges.
fn title(name: &str) -> &str {
    match name {
        "key" => "networkx_key",
        name => name,
    }
}

fn write_node<W: Write>(xml: &mut Writer<W>, node: &Node) -> io::Result<()> {
    let (id, label) = (clean(node.entity().id()), clean(node.entity().name()));
    xml.create_element("node")
        .with_attributes([("id", &*id), ("label", &*label)])
        .write_inner_content(|xml| write_inside(xml, &of_nodes(), node, node_dates(node).collect()))?;
    Ok(())
}

fn write_edge<W: Write>(xml: &mut Writer<W>, link: &Link<'_>, mixed: Mixed) -> io::Result<()> {
    let (source, target) = (clean(link.source.id()), clean(link.target.id()));
    let (key, weight) = (link.edge.kind().as_str(), format!("{:?}", link.weight()));
    let mut element = xml
        .create_element("edge")
        .with_attributes([("id", &*clean(&link.id())), ("source", &*source), ("target", &*target)])
        .with_attributes([("label", key), ("kind", key), ("weight", &*weight)]);
    if mixed == Mixed::Yes {
        element = element.with_attribute(("type", if link.is_directed() { "directed" } else { "undirected" }));
    }
    let by_day = link.edge.by_day();
    let dates = by_day.into_iter().flat_map(|(date, count)| date.into_iter().cycle().take(count as usize));
    element.write_inner_content(|xml| write_inside(xml, &of_edges(), link, dates.collect()))?;
    Ok(())
}

/// Writes what stands inside a node or edge: its attributes, the counts of its days, its spells. The dates are one for
/// each thing counted, in any order.
fn write_inside<W: Write, T>(
    xml: &mut Writer<W>,
    attributes: &[Attribute<T>],
    element: &T,
    mut dates: Vec<PartialDate>,
) -> io::Result<()> {
    dates.sort_unstable();
    xml.create_element("attvalues").write_inner_content(|xml| {
        for attribute in attributes.iter().filter(|attribute| attribute.name != WEIGHT) {
            if let Some(value) = (attribute.value)(element) {
                let value = value.to_string();
                xml.create_element("attvalue")
                    .with_attributes([("for", attribute.name), ("value", &*clean(&value))])
                    .write_empty()?;
            }
        }
        for day in dates.chunk_by(|a, b| a == b).filter(|day| day[0].is_exact()) {
            let (count, date) = (day.len().to_string(), day[0].to_string());
            xml.create_element("attvalue")
                .with_attributes([("for", BY_DAY), ("value", &*count), ("start", &*date), ("end", &*date)])
                .write_empty()?;
        }
        Ok(())
    })?;
    let spells = spells(dates);
    if spells.is_empty() {
        return Ok(());
    }
    xml.create_element("spells").write_inner_content(|xml| {
        for (start, end) in spells {
            let (start, end) = (start.to_string(), end.to_string());
            xml.create_element("spell").with_attributes([("start", &*start), ("end", &*end)]).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The stretches of days that the dates mean, both ends within, those that overlap as one.
fn spells(dates: impl IntoIterator<Item = PartialDate>) -> Vec<(Date, Date)> {
    let mut spells: Vec<(Date, Date)> = Vec::new();
    let mut stretches: Vec<_> = dates.into_iter().map(|date| (date.first_day(), date.last_day())).collect();
    stretches.sort_unstable();
    for (start, end) in stretches {
        match spells.last_mut() {
            Some((_, last)) if start <= *last => *last = end.max(*last),
            _ => spells.push((start, end)),
        }
    }
    spells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_that_overlap_are_one() {
        let of = |dates: &[&str]| {
            let spells = spells(dates.iter().map(|date| date.parse().unwrap()));
            spells.iter().map(|(start, end)| format!("{start} {end}")).collect::<Vec<_>>()
        };
        assert_eq!(of(&["2024-06-13", "2024-06-12", "2024-06-12"]), ["2024-06-12 2024-06-12", "2024-06-13 2024-06-13"]);
        assert_eq!(of(&["2023", "2023-06-12", "2024-02"]), ["2023-01-01 2023-12-31", "2024-02-01 2024-02-29"]);
        assert!(of(&[]).is_empty());
    }
}
