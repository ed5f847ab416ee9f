//! Where the nodes stand: forces that draw together what is related and push all apart, computed when a page is written.
//!
//! It adds, multiplies, divides and takes square roots, which IEEE 754 fixes to the last bit, and nothing else: so the
//! same graph stands the same on every machine. (The crate `fjadra`, d3-force in Rust, starts from sines and cosines,
//! which each platform's library rounds in its own way, and has had no release since December 2024.)

use super::quadtree::Tree;

/// A node as the layout sees it: how large it is drawn.
pub(super) type Radius = f64;

/// Two nodes by number and how strongly they are drawn together.
pub(super) type Spring = (usize, usize, f64);

/// How many times the forces act.
const TICKS: u32 = 300;
/// How much of the heat stays from tick to tick: a thousandth is left at the end.
const COOLING: f64 = 0.977_237_221;
/// How much of the speed stays.
const INERTIA: f64 = 0.6;
/// How strongly two nodes of mass 1 push each other apart at distance 1.
const REPULSION: f64 = 90.0;
/// How strongly everything is drawn to the middle; it keeps what is unrelated from drifting off.
const GRAVITY: f64 = 0.045;
/// The length at which a spring rests, from rim to rim.
const REST: f64 = 36.0;
/// The room between two rims at the least.
const GAP: f64 = 5.0;
/// The cosine and sine of the golden angle, by which one start lies beside the other.
const TURN: [f64; 2] = [-0.737_368_878_078_319_7, 0.675_490_294_261_523_8];

/// Returns where each node stands; the middle is the origin.
pub(super) fn layout(radii: &[Radius], springs: &[Spring]) -> Vec<[f64; 2]> {
    let mut degree = vec![0.0_f64; radii.len()];
    for &(a, b, _) in springs {
        degree[a] += 1.0;
        degree[b] += 1.0;
    }
    let mass: Vec<f64> = degree.iter().map(|degree| 1.0 + degree.sqrt()).collect();
    let mut places = spiral(&degree);
    let mut speeds = vec![[0.0_f64; 2]; radii.len()];
    let mut heat = 1.0;
    for _ in 0..TICKS {
        heat *= COOLING;
        for &(a, b, strength) in springs {
            let way = sub(places[b], places[a]);
            let length = norm(way).max(1.0);
            let rest = REST + radii[a] + radii[b];
            let pull = (length - rest) / length * heat * strength / degree[a].min(degree[b]);
            // The one with fewer relations moves more.
            let share = degree[a] / (degree[a] + degree[b]);
            push(&mut speeds[a], way, pull * (1.0 - share));
            push(&mut speeds[b], way, -pull * share);
        }
        let tree = Tree::new(&places, &mass);
        for (node, speed) in speeds.iter_mut().enumerate() {
            tree.each_mass(places[node], node, |way, square, other| {
                push(speed, way, -REPULSION * heat * other / square.max(1.0));
            });
            push(speed, places[node], -GRAVITY * heat);
        }
        for (place, speed) in places.iter_mut().zip(&mut speeds) {
            *speed = [speed[0] * INERTIA, speed[1] * INERTIA];
            push(place, *speed, 1.0);
        }
    }
    part(&mut places, radii);
    places
}

/// Starts, the most related in the middle: one beside the other on a spiral, as seeds stand in a sunflower.
fn spiral(degree: &[f64]) -> Vec<[f64; 2]> {
    let mut order: Vec<usize> = (0..degree.len()).collect();
    order.sort_by(|&a, &b| degree[b].total_cmp(&degree[a]));
    let mut places = vec![[0.0; 2]; degree.len()];
    let mut direction: [f64; 2] = [1.0, 0.0];
    for (number, node) in order.into_iter().enumerate() {
        let distance = 14.0 * (number as f64 + 0.5).sqrt();
        places[node] = [direction[0] * distance, direction[1] * distance];
        let turned = [direction[0] * TURN[0] - direction[1] * TURN[1], direction[0] * TURN[1] + direction[1] * TURN[0]];
        // Rounding must not make it longer or shorter from turn to turn.
        let length = norm(turned);
        direction = [turned[0] / length, turned[1] / length];
    }
    places
}

/// Moves apart what would be drawn over each other.
fn part(places: &mut [[f64; 2]], radii: &[Radius]) {
    let widest = radii.iter().fold(0.0_f64, |widest, &radius| widest.max(radius));
    let mut order: Vec<usize> = (0..places.len()).collect();
    for _ in 0..60 {
        order.sort_by(|&a, &b| places[a][0].total_cmp(&places[b][0]).then(a.cmp(&b)));
        let mut moved = false;
        for (number, &a) in order.iter().enumerate() {
            for &b in &order[number + 1..] {
                if places[b][0] - places[a][0] > radii[a] + widest + GAP {
                    break;
                }
                let way = sub(places[b], places[a]);
                let (length, wanted) = (norm(way), radii[a] + radii[b] + GAP);
                if length < wanted {
                    // Two in one place part sideways.
                    let way = if length < 1e-3 { [1.0, 0.0] } else { [way[0] / length, way[1] / length] };
                    let half = (wanted - length) / 2.0;
                    push(&mut places[a], way, -half);
                    push(&mut places[b], way, half);
                    moved |= half > 0.05;
                }
            }
        }
        if !moved {
            break;
        }
    }
}

fn sub(a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    [a[0] - b[0], a[1] - b[1]]
}

fn norm(way: [f64; 2]) -> f64 {
    (way[0] * way[0] + way[1] * way[1]).sqrt()
}

fn push(to: &mut [f64; 2], way: [f64; 2], times: f64) {
    to[0] += way[0] * times;
    to[1] += way[1] * times;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(places: &[[f64; 2]], a: usize, b: usize) -> f64 {
        norm(sub(places[a], places[b]))
    }

    #[test]
    fn what_is_related_stands_near() {
        // Two triangles, joined by one spring.
        let springs = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0), (2, 3, 1.0)];
        let places = layout(&[5.0; 6], &springs);
        for (a, b) in [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)] {
            assert!(distance(&places, a, b) < distance(&places, 0, 5), "{a} {b} {places:?}");
        }
    }

    #[test]
    fn nothing_covers_another() {
        let springs: Vec<Spring> = (1..60).map(|node| (0, node, 1.0)).collect();
        let radii: Vec<f64> = (0..60).map(|node| 4.0 + f64::from(node % 7)).collect();
        let places = layout(&radii, &springs);
        for a in 0..60 {
            for b in 0..a {
                assert!(distance(&places, a, b) > radii[a] + radii[b] + GAP - 1.0, "{a} {b}");
            }
        }
    }

    #[test]
    fn few_nodes_are_laid_out_too() {
        assert!(layout(&[], &[]).is_empty());
        for places in [layout(&[3.0], &[]), layout(&[3.0, 3.0], &[(0, 1, 1.0)])] {
            assert!(places.iter().flatten().all(|number| number.is_finite()));
        }
    }
}
