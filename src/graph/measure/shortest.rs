//! The shortest ways from one node to all others.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::view::{Tie, View};

/// Two ways whose lengths differ by less than this part of them are equally long: 1/3 + 1/6 is 1/2, which binary
/// fractions cannot say.
const EQUAL: f64 = 1e-12;

/// In which direction one goes along edges.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Forwards,
    Backwards,
}

/// The shortest ways from a node to all that can be reached, an edge being as long as 1/weight.
pub(super) struct Ways {
    /// The nodes that can be reached, by distance, the start first.
    pub(super) reached: Vec<usize>,
    /// How far each node is; infinite where it cannot be reached.
    pub(super) distance: Vec<f64>,
    /// In how many ways each node is reached that are equally short.
    pub(super) count: Vec<f64>,
    /// The nodes before each one on these ways.
    pub(super) before: Vec<Vec<usize>>,
}

/// A node to go on from. Compares by its distance, then its place.
#[derive(PartialEq)]
struct Next {
    distance: f64,
    node: usize,
}

impl Ways {
    /// Dijkstra's algorithm, counting the ways as Brandes (2001) does.
    pub(super) fn from(start: usize, way: Way, view: &View<'_>) -> Self {
        let nodes = view.len();
        let mut ways = Self {
            reached: Vec::new(),
            distance: vec![f64::INFINITY; nodes],
            count: vec![0.0; nodes],
            before: vec![Vec::new(); nodes],
        };
        let mut is_reached = vec![false; nodes];
        let mut heap = BinaryHeap::from([Reverse(Next { distance: 0.0, node: start })]);
        ways.distance[start] = 0.0;
        ways.count[start] = 1.0;
        while let Some(Reverse(Next { distance, node })) = heap.pop() {
            if std::mem::replace(&mut is_reached[node], true) {
                continue;
            }
            ways.reached.push(node);
            let ties = match way {
                Way::Forwards => view.outward(node),
                Way::Backwards => view.inward(node),
            };
            for &Tie { node: other, weight } in ties.iter().filter(|tie| !is_reached[tie.node]) {
                let (new, known) = (distance + 1.0 / weight, ways.distance[other]);
                if new < known * (1.0 - EQUAL) {
                    ways.distance[other] = new;
                    ways.count[other] = ways.count[node];
                    ways.before[other] = vec![node];
                    heap.push(Reverse(Next { distance: new, node: other }));
                } else if new <= known * (1.0 + EQUAL) {
                    ways.count[other] += ways.count[node];
                    ways.before[other].push(node);
                }
            }
        }
        ways
    }
}

impl Eq for Next {}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Next {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.distance.total_cmp(&other.distance).then(self.node.cmp(&other.node))
    }
}
