//! The tables as a reader of CSV reads them.

use std::collections::{BTreeMap, BTreeSet};

use detente::{Article, Extractor, RelationGraph, RelationKind};

use super::corpus::{DIFFICULT, GRAPH};

/// The rows of a table, each by its columns.
fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn column<'r>(rows: &'r [BTreeMap<String, String>], name: &str) -> Vec<&'r str> {
    rows.iter().map(|row| &*row[name]).collect()
}

#[test]
fn nodes_and_edges_are_those_of_the_graph() {
    for graph in [&*GRAPH, &*DIFFICULT] {
        let (nodes, edges) = (rows(&graph.to_nodes_csv()), rows(&graph.to_edges_csv()));
        let ids: Vec<&str> = graph.nodes().map(|node| node.entity().id()).collect();
        assert_eq!(column(&nodes, "Id"), ids);
        assert_eq!(edges.len(), graph.relations().len());
        for (row, (source, target, edge)) in edges.iter().zip(graph.relations()) {
            assert_eq!(
                (&*row["Source"], &*row["Target"], &*row["Kind"]),
                (source.id(), target.id(), edge.kind().as_str())
            );
            let is_together = edge.kind() == RelationKind::CoOccurrence;
            assert_eq!(row["Type"], if is_together { "Undirected" } else { "Directed" });
            assert_eq!(row["Count"].parse(), Ok(edge.count()));
            assert!(row["Weight"].parse::<f64>().unwrap() > 0.0);
        }
        assert_eq!(column(&edges, "Id").into_iter().collect::<BTreeSet<_>>().len(), edges.len());
    }
}

#[test]
fn no_text_is_a_formula() {
    let mut guarded = 0;
    for table in [DIFFICULT.to_nodes_csv(), DIFFICULT.to_edges_csv(), DIFFICULT.to_events_csv()] {
        for row in rows(&table) {
            for (name, cell) in row {
                let is_number = cell.parse::<f64>().is_ok();
                assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
                guarded += usize::from(cell.starts_with("'=") || cell.starts_with("'+") || cell.starts_with("'-"));
            }
        }
    }
    assert!(guarded > 10, "the corpus holds texts that look like formulas: {guarded}");
    assert!(column(&rows(&DIFFICULT.to_events_csv()), "goldstein").contains(&"-2.0"), "a number stays one");
}

#[test]
fn every_event_has_a_row_and_an_id_of_its_own() {
    for graph in [&*GRAPH, &*DIFFICULT] {
        let told = graph.relations().filter(|(.., edge)| matches!(edge.kind(), RelationKind::Event(_)));
        let events = rows(&graph.to_events_csv());
        assert_eq!(events.len(), told.map(|(.., edge)| edge.evidence().len()).sum::<usize>());
        let ids: BTreeSet<&str> = column(&events, "event_id").into_iter().collect();
        assert_eq!(ids.len(), events.len());
    }
}

#[test]
fn an_event_keeps_its_id_in_a_graph_of_many() {
    let extractor = Extractor::bundled();
    let graph =
        |id: &str, text: &'static str| extractor.extract(Article::new(text).with_id(id.to_owned())).into_graph();
    let one = graph("b", "Peru thanked Chile. Chile accused Peru.");
    let both = RelationGraph::merged([one.clone(), graph("a", "Kenya thanked Ghana.")]).unwrap();
    assert_eq!(rows(&both.to_events_csv())[1..], rows(&one.to_events_csv()));
}

#[test]
fn a_person_stands_for_the_state_of_the_foremost_office() {
    let text = "Emmanuel Macron thanked Ghana. Charles III thanked Ghana. Ursula von der Leyen thanked Ghana. \
                Bolivian Economy Minister Ana Paz smiled. Ana Paz thanked Ghana.";
    let states = |date: &'static str| {
        let graph = Extractor::bundled().extract(Article::new(text).dated(date).unwrap()).into_graph();
        rows(&graph.to_events_csv())
            .iter()
            .map(|row| format!("{} {} {}", row["source_id"], row["source_iso3"], row["source_gw"]))
            .collect::<Vec<_>>()
    };
    // Macron is co-prince of Andorra too, Charles monarch of many realms, and von der Leyen leads a bloc.
    let wanted = [
        "leader:emmanuel-macron FRA 220",
        "leader:charles-iii  ",
        "leader:ursula-von-der-leyen  ",
        "leader:ana-paz BOL 145",
    ];
    assert_eq!(states("2023-05-06"), wanted);
}

#[test]
fn only_a_day_is_the_date_of_an_event() {
    let events = rows(&GRAPH.to_events_csv());
    assert_eq!(column(&events, "article"), ["salt", "harbour", "undated", "undated"]);
    assert_eq!(column(&events, "event_date"), ["2024-06-12", "", "", ""]);
    assert_eq!(column(&events, "article_date"), ["2024-06-12", "2024-07", "", ""]);
}
