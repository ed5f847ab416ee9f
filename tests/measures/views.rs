//! Views: which relations count, and how much.

use detente::{Article, RelationGraph, View, Weight};

use super::{STATES, id, number};

/// Node 0 and 1 in two articles, three windows and three events of the story; 1 and 2 in one.
fn told() -> RelationGraph {
    let first = "Zeloaaland thanked Zeloabland. Zeloabland accused Zeloaaland. Zeloabland attacked Zeloacland.";
    let second = "Zeloaaland praised Zeloabland. Zeloabland attacked Zeloaaland in 1951. Zeloadland waited.";
    let graph = |(date, text): (&str, &'static str)| {
        let article = Article::new(text).dated(date).unwrap();
        STATES.extract(article).into_graph()
    };
    RelationGraph::merged([("2024-06-12", first), ("2024-06-13", second)].map(graph)).unwrap()
}

fn edges(view: &View<'_>) -> Vec<(usize, usize, f64)> {
    view.edges().map(|(a, b, weight)| (number(a), number(b), weight)).collect()
}

#[test]
fn each_weight_counts_what_it_says() {
    let graph = told();
    let weighted = |weight| edges(&graph.undirected(weight));
    assert_eq!(weighted(Weight::CoOccurrence), [(0, 1, 4.0), (1, 2, 1.0)]);
    assert_eq!(weighted(Weight::Articles), [(0, 1, 2.0), (1, 2, 1.0)]);
    // One word stands between the two of each pair.
    assert_eq!(weighted(Weight::Nearness), [(0, 1, 2.0), (1, 2, 0.5)]);
    // What is recalled from 1951 is not of the story.
    assert_eq!(weighted(Weight::Events), [(0, 1, 3.0), (1, 2, 1.0)]);
    assert_eq!(weighted(Weight::Cooperation), [(0, 1, 2.0)]);
    assert_eq!(weighted(Weight::Conflict), [(0, 1, 1.0), (1, 2, 1.0)]);
}

#[test]
fn a_directed_view_tells_the_directions_apart() {
    let graph = told();
    assert_eq!(edges(&graph.directed(Weight::Events)), [(0, 1, 2.0), (1, 0, 1.0), (1, 2, 1.0)]);
    let together = graph.directed(Weight::CoOccurrence);
    assert_eq!(edges(&together), [(0, 1, 4.0), (1, 0, 4.0), (1, 2, 1.0), (2, 1, 1.0)]);
    assert_eq!(together.strongest(1).len(), 1);
    assert_eq!(together.degree().of(&id(1)), Some(10.0));
    assert_eq!(together.in_degree().of(&id(1)), Some(5.0));
    assert_eq!(together.degree().of(&id(3)), Some(0.0));
    assert_eq!(together.degree().of(&id(4)), None);
}

#[test]
fn only_positive_and_finite_weights_count() {
    let graph = told();
    for weight in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(edges(&graph.undirected_by(|_, _, _| weight)).is_empty(), "{weight}");
    }
}

#[test]
fn ways_of_one_length_are_equally_short_however_they_are_rounded() {
    // From 0 to 3 by 1 or by 2: 1/3 + 1/6 and 1/4 + 1/4, and both are 1/2.
    let pairs = [(0, 1, 3.0), (1, 3, 6.0), (0, 2, 4.0), (2, 3, 4.0)];
    let text = pairs.map(|(a, b, _)| format!("{} thanked {}. ", super::name(a), super::name(b))).concat();
    let graph = STATES.extract(text).into_graph();
    let weight = |a, b| pairs.iter().find(|pair| (pair.0, pair.1) == (a, b)).map_or(0.0, |pair| pair.2);
    let view = graph.directed_by(|a, b, edge| if super::is_event(edge) { weight(number(a), number(b)) } else { 0.0 });
    // Each of the two has half of the one pair of six that it lies between.
    let between = view.betweenness();
    assert_eq!(between.of(&id(1)), between.of(&id(2)));
    assert_eq!(between.of(&id(1)), Some(0.5 / 6.0));
}

#[test]
fn a_view_is_written_as_a_graph() {
    let graph = told();
    let conflict = graph.undirected(Weight::Conflict);
    // All relations of the pairs, and all entities.
    assert_eq!(conflict.to_graph(), graph);
    let near = conflict.ego(&id(2), 1).unwrap().to_graph();
    assert_eq!(near.nodes().map(|node| number(node.entity())).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(near.to_string(), "Zeloabland ─1─ Zeloacland\nZeloabland ─ASSAULT→ Zeloacland\n");
}
