//! GraphML as its schema has it: what is used is declared, with a type that it keeps.

use std::collections::{BTreeMap, BTreeSet};

use super::corpus::{DIFFICULT, GRAPH};
use super::xml::{Element, parsed};

#[test]
fn data_is_declared_and_of_its_type() {
    for graph in [&*GRAPH, &*DIFFICULT] {
        let root = parsed(&graph.to_graphml());
        assert_eq!((&*root.name, root.at("xmlns")), ("graphml", "http://graphml.graphdrawing.org/xmlns"));
        let keys: BTreeMap<&str, &Element> = root.all("key").map(|key| (key.at("id"), key)).collect();
        assert_eq!(keys.len(), root.all("key").count(), "keys have ids of their own");
        let element = root.only("graph");
        assert_eq!(element.at("edgedefault"), "directed");
        let nodes: BTreeSet<&str> = element.all("node").map(|node| node.at("id")).collect();
        assert_eq!((nodes.len(), element.all("node").count()), (graph.nodes().len(), graph.nodes().len()));
        assert_eq!(element.all("edge").count(), graph.relations().len());
        for edge in element.all("edge") {
            assert!(nodes.contains(edge.at("source")) && nodes.contains(edge.at("target")));
        }
        for (holder, data) in
            element.children.iter().flat_map(|holder| holder.all("data").map(move |data| (holder, data)))
        {
            let key = keys[data.at("key")];
            assert_eq!(key.at("for"), holder.name);
            let text = &data.text;
            let fits = match key.at("attr.type") {
                "int" => text.parse::<i32>().is_ok(),
                "double" => text.parse::<f64>().is_ok() && text.contains('.'),
                "boolean" => text.parse::<bool>().is_ok(),
                "string" => true,
                other => panic!("`{other}` is no type"),
            };
            assert!(fits, "{key:?} {text}");
        }
    }
}

#[test]
fn whatever_a_name_holds_comes_back() {
    let root = parsed(&DIFFICULT.to_graphml());
    let names: Vec<&str> = root
        .only("graph")
        .all("node")
        .map(|node| &*node.all("data").find(|data| data.at("key") == "node.name").unwrap().text)
        .collect();
    assert_eq!(names, ["+Rebels, and; others", "=The \"Salt\" & <Pact> \\ of 'Äal'", "Quu  land of the East"]);
}
