//! The formats of a graph: what they hold to the byte, and that whoever reads them reads the same.

mod corpus;
mod foreign;
mod gexf;
mod graphml;
mod ntriples;
mod tables;
mod xml;

use corpus::{DIFFICULT, GRAPH, difficult};
use detente::{Format, RelationGraph};

/// Every format, of the small corpus, to the byte; JSON and the page have tests of their own.
#[test]
fn every_format_is_stable() {
    for &format in Format::ALL.iter().filter(|format| !matches!(format, Format::Json | Format::Html)) {
        insta::assert_snapshot!(format!("format_{format}"), written(&GRAPH, format));
    }
}

#[test]
fn every_format_is_the_same_again() {
    let again = difficult();
    for &format in Format::ALL {
        assert_eq!(written(&DIFFICULT, format), written(&again, format), "{format}");
    }
}

#[test]
fn the_picture_holds_what_xml_can_hold() {
    let svg = DIFFICULT.to_svg();
    assert!(svg.contains("Quu  land of the East") && svg.chars().all(xml::is_allowed), "{svg}");
}

#[test]
fn what_is_written_is_what_is_returned() {
    let graph = &*DIFFICULT;
    for (format, text) in [
        (Format::Json, graph.to_json()),
        (Format::Dot, graph.to_dot()),
        (Format::GraphMl, graph.to_graphml()),
        (Format::Gexf, graph.to_gexf()),
        (Format::Nodes, graph.to_nodes_csv()),
        (Format::Edges, graph.to_edges_csv()),
        (Format::Events, graph.to_events_csv()),
        (Format::NTriples, graph.to_ntriples()),
        (Format::Html, graph.to_html()),
        (Format::Svg, graph.to_svg()),
    ] {
        assert_eq!(written(graph, format), text, "{format}");
    }
}

#[test]
fn a_graph_of_nothing_is_written_too() {
    let nothing = RelationGraph::merged([]).unwrap();
    for &format in Format::ALL {
        // A document without triples is an empty one.
        assert_eq!(written(&nothing, format).is_empty(), format == Format::NTriples, "{format}");
    }
}

fn written(graph: &RelationGraph, format: Format) -> String {
    let mut bytes = Vec::new();
    graph.write(format, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}
