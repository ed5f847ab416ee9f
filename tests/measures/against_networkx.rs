//! Ten random graphs with what networkx says of them: as recorded, and made afresh where python3 has networkx.

use std::process::Command;

use detente::Scores;
use serde_json::Value;

use super::{Weighted, id, number};
use crate::in_crate;

const SCRIPT: &str = "tests/measures/by_networkx.py";

/// How far a measure may be from networkx's.
const TOLERANCE: f64 = 1e-6;

#[test]
fn measures_are_as_recorded() {
    agree(include_str!("by_networkx.json"));
}

#[test]
fn measures_agree_with_networkx_where_it_is_installed() {
    let networkx = |arguments: &[&str]| {
        let run = Command::new("python3").args(arguments).current_dir(in_crate("")).output();
        run.ok().filter(|output| output.status.success()).map(|output| String::from_utf8(output.stdout).unwrap())
    };
    if networkx(&["-c", "import networkx"]).is_none() {
        eprintln!("python3 with networkx is not installed: the measures are held against the recorded table only");
        return;
    }
    for seed in ["1", "2"] {
        agree(&networkx(&[SCRIPT, seed]).expect("the script runs where networkx is installed"));
    }
}

/// Checks every measure of every graph in what the script wrote.
fn agree(written: &str) {
    let graphs: Vec<Value> = serde_json::from_str(written).unwrap();
    assert_eq!(graphs.len(), 10);
    for (row, wanted) in graphs.iter().enumerate() {
        let graph = weighted(wanted);
        let view = graph.view();
        for (measure, scores) in [
            ("degree", view.degree()),
            ("out_degree", view.out_degree()),
            ("in_degree", view.in_degree()),
            ("page_rank", view.page_rank()),
            ("betweenness", view.betweenness()),
            ("closeness", view.closeness()),
        ] {
            near(&scores, &numbers(&wanted[measure]), &format!("{measure} of graph {row}"));
        }
        let partition = numbers(&wanted["partition"]);
        let modularity = view.modularity(|entity| partition[number(entity)] as u32);
        assert!((modularity - wanted["modularity"].as_f64().unwrap()).abs() < TOLERANCE, "modularity of graph {row}");
        let found = view.communities().modularity();
        let louvain = wanted["louvain"].as_f64().unwrap();
        assert!(found > louvain - TOLERANCE, "graph {row}: modularity {found}, by networkx's Louvain {louvain}");
        for (target, length) in wanted["lengths"].as_array().unwrap().iter().enumerate() {
            let connection = view.connection(&id(0), &id(target));
            match (connection.map(|connection| connection.length()), length.as_f64()) {
                (Some(own), Some(length)) => assert!((own - length).abs() < TOLERANCE, "to {target} in graph {row}"),
                (own, length) => assert_eq!(own, length, "to {target} in graph {row}"),
            }
        }
        let backbone = view.backbone(0.2);
        let ends: Vec<Value> = backbone.edges().map(|(a, b, _)| Value::from([number(a), number(b)].to_vec())).collect();
        assert_eq!(Value::from(ends), wanted["backbone"], "backbone of graph {row}");
    }
}

fn weighted(wanted: &Value) -> Weighted {
    let edges = wanted["edges"].as_array().unwrap().iter().map(|edge| {
        let ends = [0, 1].map(|end| edge[end].as_u64().unwrap() as usize);
        (ends[0], ends[1], edge[2].as_f64().unwrap())
    });
    let nodes = wanted["nodes"].as_u64().unwrap() as usize;
    Weighted::new(wanted["directed"].as_bool().unwrap(), nodes, edges.collect())
}

fn numbers(values: &Value) -> Vec<f64> {
    values.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

fn near(scores: &Scores<'_>, wanted: &[f64], what: &str) {
    assert_eq!(scores.iter().len(), wanted.len());
    for ((entity, own), wanted) in scores.iter().zip(wanted) {
        assert!((own - wanted).abs() < TOLERANCE, "{what}: {entity} has {own}, and not {wanted}");
    }
}
