//! The measures: as networkx has them, and what must hold of any graph.

mod against_networkx;
mod invariants;
mod views;

use std::fmt::Write;
use std::sync::LazyLock;

use detente::{Edge, Entity, Extractor, RelationGraph, RelationKind, View};

use crate::extractor_over;

/// A weighted graph of numbered nodes; without direction the smaller number is the source.
#[derive(Debug)]
struct Weighted {
    directed: bool,
    nodes: usize,
    edges: Vec<(usize, usize, f64)>,
    /// What an article says of them.
    told: RelationGraph,
}

/// How many states there are to make graphs of.
const MOST_NODES: usize = 48;

/// An extractor over states that only these tests know; their ids sort by number.
static STATES: LazyLock<Extractor> = LazyLock::new(|| {
    let mut toml = String::new();
    for number in 0..MOST_NODES {
        let _ = writeln!(toml, "[[state]]\nid = \"{}\"\nname = \"{}\"\n", key(number), name(number));
    }
    extractor_over(&toml)
});

fn letters(number: usize) -> [char; 2] {
    [number / 26, number % 26].map(|place| char::from(b'a' + place as u8))
}

fn key(number: usize) -> String {
    format!("X{}", String::from_iter(letters(number)).to_uppercase())
}

fn name(number: usize) -> String {
    format!("Zelo{}land", String::from_iter(letters(number)))
}

fn id(number: usize) -> String {
    format!("state:{}", key(number))
}

fn number(entity: &Entity) -> usize {
    (0..MOST_NODES).find(|&number| entity.id() == id(number)).unwrap()
}

impl Weighted {
    fn new(directed: bool, nodes: usize, edges: Vec<(usize, usize, f64)>) -> Self {
        let mut text = String::new();
        for node in 0..nodes {
            let _ = write!(text, "{} waited. ", name(node));
        }
        for &(source, target, _) in &edges {
            let _ = write!(text, "{} accused {}. ", name(source), name(target));
        }
        Self { directed, nodes, edges, told: STATES.extract(text).into_graph() }
    }

    /// The graph with the weights of its edges.
    fn view(&self) -> View<'_> {
        let weight = |source: &Entity, target: &Entity, edge: &Edge| {
            let ends = (number(source), number(target));
            let own = self.edges.iter().find(|&&(a, b, _)| (a, b) == ends).filter(|_| is_event(edge));
            own.map_or(0.0, |&(_, _, weight)| weight)
        };
        let view = if self.directed { self.told.directed_by(weight) } else { self.told.undirected_by(weight) };
        assert_eq!((view.entities().len(), view.edges().len()), (self.nodes, self.edges.len()));
        view
    }
}

fn is_event(edge: &Edge) -> bool {
    matches!(edge.kind(), RelationKind::Event(_))
}
