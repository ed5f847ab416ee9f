//! GEXF 1.3 by the rules of its schema and by those of Gephi's importer, which are stricter: it drops a value without
//! saying so when its column, its type or its time does not fit.

use std::collections::{BTreeMap, BTreeSet};

use detente::{Format, PartialDate, RelationGraph};

use super::corpus::{DIFFICULT, GRAPH};
use super::written;
use super::xml::{Element, parsed};

#[test]
fn it_keeps_the_rules() {
    for graph in [&*GRAPH, &*DIFFICULT] {
        for format in [Format::Gexf, Format::GexfMixed] {
            check(graph, &parsed(&written(graph, format)));
        }
    }
}

fn check(graph: &RelationGraph, root: &Element) {
    // The schema has an order of elements; attributes come before what uses them.
    assert_eq!((root.at("xmlns"), root.at("version")), ("http://gexf.net/1.3", "1.3"));
    assert_eq!(names(root), ["meta", "graph"]);
    let whole = root.only("graph");
    let wanted = ["attributes", "attributes", "attributes", "attributes", "nodes", "edges"];
    assert_eq!(names(whole), wanted);
    assert_eq!(
        ["defaultedgetype", "mode", "timeformat", "timerepresentation"].map(|name| whole.at(name)),
        ["directed", "dynamic", "date", "interval"]
    );
    let (start, end) = (day(whole.at("start")), day(whole.at("end")));

    let nodes: BTreeSet<&str> = whole.only("nodes").all("node").map(|node| node.at("id")).collect();
    assert_eq!(nodes.len(), graph.nodes().len());
    let mut edges = BTreeSet::new();
    let mut parallel = BTreeSet::new();
    for edge in whole.only("edges").all("edge") {
        assert!(nodes.contains(edge.at("source")) && nodes.contains(edge.at("target")), "{edge:?}");
        assert!(edges.insert(edge.at("id")), "ids are unique: {edge:?}");
        // Gephi makes one edge of those that share their ends and their kind.
        assert!(parallel.insert(["source", "target", "kind"].map(|name| edge.at(name))), "{edge:?}");
        assert!(edge.at("weight").parse::<f64>().unwrap() > 0.0);
    }
    assert_eq!(edges.len(), graph.relations().len());

    for (class, group) in [("node", "nodes"), ("edge", "edges")] {
        // By id, the type and whether it is dynamic.
        let mut columns: BTreeMap<&str, (&str, bool)> = BTreeMap::new();
        for attributes in whole.all("attributes").filter(|attributes| attributes.at("class") == class) {
            for attribute in attributes.all("attribute") {
                let column = (attribute.at("type"), attributes.at("mode") == "dynamic");
                assert!(columns.insert(attribute.at("id"), column).is_none(), "{attribute:?}");
                // networkx takes a title for the name of an argument.
                assert_ne!(attribute.at("title"), "key");
            }
        }
        for element in whole.only(group).all(class) {
            assert!(!element.at("label").contains(['\n', '\t']), "{element:?}");
            let spells: Vec<_> = element
                .all("spells")
                .flat_map(|spells| {
                    assert!(!spells.children.is_empty(), "<spells> holds one <spell> at least");
                    spells.all("spell").map(|spell| (day(spell.at("start")), day(spell.at("end"))))
                })
                .collect();
            assert!(spells.iter().all(|(from, until)| from <= until && start <= *from && *until <= end));
            assert!(spells.is_sorted_by(|a, b| a.1 < b.0), "spells overlap: {spells:?}");
            let mut seen = BTreeSet::new();
            for value in element.only("attvalues").all("attvalue") {
                let (r#type, is_dynamic) = columns[value.at("for")];
                let text = value.at("value");
                let fits = match r#type {
                    "integer" => text.parse::<i32>().is_ok(),
                    "double" => text.parse::<f64>().is_ok(),
                    "boolean" => text.parse::<bool>().is_ok(),
                    "string" => !text.is_empty(),
                    other => panic!("`{other}` is no type"),
                };
                assert!(fits, "{value:?}");
                let time = value.attributes.get("start");
                assert_eq!(time.is_some(), is_dynamic, "{value:?}");
                assert!(seen.insert((value.at("for"), time)), "a value stands there twice: {value:?}");
                if is_dynamic {
                    let (from, until) = (day(value.at("start")), day(value.at("end")));
                    assert!(spells.iter().any(|spell| spell.0 <= from && until <= spell.1), "{value:?} {spells:?}");
                }
            }
        }
    }
}

#[test]
fn days_are_where_the_articles_are() {
    let root = parsed(&GRAPH.to_gexf());
    let node = |id: &str| root.only("graph").only("nodes").all("node").find(|node| node.at("id") == id).unwrap();
    let spells = |element: &Element| {
        let all = element.only("spells").all("spell");
        all.map(|spell| format!("{} {}", spell.at("start"), spell.at("end"))).collect::<Vec<_>>()
    };
    assert_eq!(spells(node("state:AAL")), ["2024-06-12 2024-06-12", "2024-07-01 2024-07-31"]);
    assert_eq!(spells(node("bloc:SALT")), ["2024-06-12 2024-06-12"]);
    let edges = root.only("graph").only("edges");
    let treaty =
        edges.all("edge").find(|edge| edge.at("label") == "SUPPORT" && edge.at("source") == "state:AAL").unwrap();
    assert_eq!(treaty.all("spells").count(), 0, "what only an undated article tells is always there");
}

#[test]
fn without_a_date_it_is_static() {
    let graph = crate::nameless().extract("Nobody is named.").into_graph();
    let root = parsed(&graph.to_gexf());
    assert!(!root.only("graph").attributes.contains_key("mode"));
}

#[test]
fn only_the_mixed_form_says_undirected() {
    let types = |format| {
        let root = parsed(&written(&GRAPH, format));
        let edges = root.only("graph").only("edges").all("edge").map(|edge| {
            (edge.at("kind") == "co_occurrence", edge.attributes.get("type").map_or("-", |word| word).to_owned())
        });
        edges.collect::<BTreeSet<_>>()
    };
    assert_eq!(types(Format::Gexf), BTreeSet::from([(false, "-".to_owned()), (true, "-".to_owned())]));
    let mixed = BTreeSet::from([(false, "directed".to_owned()), (true, "undirected".to_owned())]);
    assert_eq!(types(Format::GexfMixed), mixed);
}

fn names(element: &Element) -> Vec<&str> {
    element.children.iter().map(|child| &*child.name).collect()
}

/// A day that is written in full.
fn day(text: &str) -> PartialDate {
    let date: PartialDate = text.parse().unwrap();
    assert!(date.is_exact(), "{text}");
    date
}
