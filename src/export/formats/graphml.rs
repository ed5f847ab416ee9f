//! GraphML, with typed attributes.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::attribute::{Attribute, Type, of_edges, of_nodes};
use super::xml::document;
use crate::export::clean::clean;
use crate::graph::RelationGraph;

/// The scheme by which a document says what it is.
const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";
const SCHEMA: &str = "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

/// The name under which Gephi and others look for what stands beside a node or edge.
const LABEL: &str = "label";

impl RelationGraph {
    /// Returns the graph as [GraphML](http://graphml.graphdrawing.org), its attributes typed and named as in the
    /// node-link JSON: networkx, igraph, Gephi and Cytoscape read it.
    ///
    /// The graph is directed. A co-occurrence has no direction: its attribute `directed` is false. It is not said by
    /// GraphML's own `directed="false"`, because networkx reads no graph that mixes the two.
    ///
    /// ```
    /// let graph = detente::Extractor::bundled().extract("Chile met Peru.").into_graph();
    /// assert!(graph.to_graphml().contains(r#"<node id="state:CHL">"#));
    /// ```
    pub fn to_graphml(&self) -> String {
        super::text(|out| self.write_graphml(out))
    }

    pub(super) fn write_graphml(&self, out: impl Write) -> io::Result<()> {
        document(out, |xml| {
            let root = xml.create_element("graphml").with_attributes([
                ("xmlns", NAMESPACE),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xsi:schemaLocation", SCHEMA),
            ]);
            root.write_inner_content(|xml| {
                key(xml, "graph", "window", Type::Text)?;
                key(xml, "node", LABEL, Type::Text)?;
                keys(xml, "node", &of_nodes())?;
                key(xml, "edge", LABEL, Type::Text)?;
                keys(xml, "edge", &of_edges())?;
                let graph = xml.create_element("graph").with_attribute(("edgedefault", "directed"));
                graph.write_inner_content(|xml| self.write_elements(xml))?;
                Ok(())
            })?;
            Ok(())
        })
    }

    fn write_elements<W: Write>(&self, xml: &mut Writer<W>) -> io::Result<()> {
        data(xml, "graph", "window", &self.window().to_string())?;
        for node in self.nodes() {
            let element = xml.create_element("node").with_attribute(("id", &*clean(node.entity().id())));
            element.write_inner_content(|xml| {
                data(xml, "node", LABEL, node.entity().name())?;
                all(xml, "node", &of_nodes(), node)
            })?;
        }
        for link in self.links() {
            let element = xml
                .create_element("edge")
                .with_attributes([("source", &*clean(link.source.id())), ("target", &*clean(link.target.id()))]);
            element.write_inner_content(|xml| {
                data(xml, "edge", LABEL, link.edge.kind().as_str())?;
                all(xml, "edge", &of_edges(), &link)
            })?;
        }
        Ok(())
    }
}

fn keys<W: Write, T>(xml: &mut Writer<W>, of: &str, attributes: &[Attribute<T>]) -> io::Result<()> {
    attributes.iter().try_for_each(|attribute| key(xml, of, attribute.name, attribute.r#type))
}

/// Declares an attribute of a graph, node or edge.
fn key<W: Write>(xml: &mut Writer<W>, of: &str, name: &str, r#type: Type) -> io::Result<()> {
    let r#type = match r#type {
        Type::Text => "string",
        Type::Integer => "int",
        Type::Real => "double",
        Type::Boolean => "boolean",
    };
    let id = format!("{of}.{name}");
    let attributes = [("id", &*id), ("for", of), ("attr.name", name), ("attr.type", r#type)];
    xml.create_element("key").with_attributes(attributes).write_empty()?;
    Ok(())
}

fn all<W: Write, T>(xml: &mut Writer<W>, of: &str, attributes: &[Attribute<T>], element: &T) -> io::Result<()> {
    for attribute in attributes {
        if let Some(value) = (attribute.value)(element) {
            data(xml, of, attribute.name, &value.to_string())?;
        }
    }
    Ok(())
}

fn data<W: Write>(xml: &mut Writer<W>, of: &str, name: &str, value: &str) -> io::Result<()> {
    let key = format!("{of}.{name}");
    let element = xml.create_element("data").with_attribute(("key", &*key));
    element.write_text_content(BytesText::new(&clean(value)))?;
    Ok(())
}
