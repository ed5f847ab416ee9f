//! The Leiden algorithm for modularity (Traag, Waltman & van Eck 2019), greedy where the paper draws lots.
//!
//! `leiden-rs` 0.8 was looked at, the one maintained crate that reads petgraph 0.8: its partition hangs on `StdRng`,
//! whose numbers differ between releases of `rand`.

use std::collections::VecDeque;

use super::view::{View, sum};

/// What gain of modularity is none: less than rounding may feign.
const NO_GAIN: f64 = 1e-12;

/// In how many orders the nodes are taken, of which the best partition stands. On random graphs ten come to what the
/// best of forty runs of networkx's Louvain comes to.
const ORDERS: usize = 10;

/// A graph whose nodes are sets of a view's nodes. All weights are shares of the weight of all edges.
struct Aggregate {
    /// For each node its neighbours, ascending, and the share of both directions together.
    ties: Vec<Vec<(usize, f64)>>,
    /// Of each node the share of what goes out from it, and of what comes in.
    out: Vec<f64>,
    into: Vec<f64>,
}

/// A partition as it changes: each node's community, and the sums of the communities.
struct Partition {
    of: Vec<usize>,
    out: Vec<f64>,
    into: Vec<f64>,
    size: Vec<usize>,
}

/// The weight between a node and each community beside it.
struct Beside {
    weight: Vec<f64>,
    communities: Vec<usize>,
}

/// The number of each node's community, from 0 without a gap: the best of several partitions.
pub(super) fn partition(view: &View<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..view.len()).collect();
    let mut seed = 0;
    let mut best = (Vec::new(), f64::NEG_INFINITY);
    for _ in 0..ORDERS {
        let found = partition_in(&order, view);
        let modularity = view.modularity_of(&found);
        if modularity > best.1 + NO_GAIN {
            best = (found, modularity);
        }
        shuffle(&mut order, &mut seed);
    }
    best.0
}

/// The partition that comes of taking the nodes in that order.
fn partition_in(order: &[usize], view: &View<'_>) -> Vec<usize> {
    let mut graph = Aggregate::of(view, order);
    // To which node of the aggregate each node of the view belongs.
    let mut place = places(order);
    let mut communities = Partition::singletons(&graph);
    loop {
        communities.move_nodes(&graph);
        let (count, refined) = numbered(&refine(&graph, &communities).of);
        if count == graph.len() {
            return numbered(&place.iter().map(|&node| communities.of[node]).collect::<Vec<_>>()).1;
        }
        // The refined parts become nodes, which begin in the communities that they are parts of.
        let mut begin = vec![0; count];
        for (node, &part) in refined.iter().enumerate() {
            begin[part] = communities.of[node];
        }
        graph = graph.aggregated(&refined, count);
        communities = Partition::of(&graph, numbered(&begin).1);
        place.iter_mut().for_each(|node| *node = refined[*node]);
    }
}

impl Aggregate {
    /// The view's nodes in that order, each alone.
    fn of(view: &View<'_>, order: &[usize]) -> Self {
        let all = order.iter().fold(0.0, |all, &node| all + sum(view.outward(node))).max(f64::MIN_POSITIVE);
        let places = places(order);
        let ties = order.iter().map(|&node| {
            let both = view.outward(node).iter().chain(view.inward(node));
            joined(both.map(|tie| (places[tie.node], tie.weight / all)).collect())
        });
        Self {
            ties: ties.collect(),
            out: order.iter().map(|&node| sum(view.outward(node)) / all).collect(),
            into: order.iter().map(|&node| sum(view.inward(node)) / all).collect(),
        }
    }

    fn len(&self) -> usize {
        self.ties.len()
    }

    /// The graph whose nodes are the parts of this one's. What lies within a part no longer decides anything.
    fn aggregated(&self, part: &[usize], count: usize) -> Self {
        let mut ties = vec![Vec::new(); count];
        let (mut out, mut into) = (vec![0.0; count], vec![0.0; count]);
        for (node, &own) in part.iter().enumerate() {
            let outside = self.ties[node].iter().map(|&(other, weight)| (part[other], weight));
            ties[own].extend(outside.filter(|&(other, _)| other != own));
            out[own] += self.out[node];
            into[own] += self.into[node];
        }
        Self { ties: ties.into_iter().map(joined).collect(), out, into }
    }

    /// The share of two sets that chance would have join them, by what goes out of each and comes into it.
    fn by_chance(&self, node: usize, (out, into): (f64, f64)) -> f64 {
        self.out[node] * into + self.into[node] * out
    }
}

/// The ties in order, those with the same node summed.
fn joined(mut ties: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    ties.sort_by_key(|&(node, _)| node);
    ties.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    ties
}

impl Partition {
    fn singletons(graph: &Aggregate) -> Self {
        Self::of(graph, (0..graph.len()).collect())
    }

    fn of(graph: &Aggregate, of: Vec<usize>) -> Self {
        // A number for each node: moving may leave as many communities as there are nodes.
        let none = || vec![0.0; graph.len()];
        let mut partition = Self { of, out: none(), into: none(), size: vec![0; graph.len()] };
        for node in 0..graph.len() {
            partition.put(graph, node, partition.of[node]);
        }
        partition
    }

    fn put(&mut self, graph: &Aggregate, node: usize, community: usize) {
        self.of[node] = community;
        self.out[community] += graph.out[node];
        self.into[community] += graph.into[node];
        self.size[community] += 1;
    }

    fn take(&mut self, graph: &Aggregate, node: usize) {
        let community = self.of[node];
        self.out[community] -= graph.out[node];
        self.into[community] -= graph.into[node];
        self.size[community] -= 1;
        if self.size[community] == 0 {
            (self.out[community], self.into[community]) = (0.0, 0.0);
        }
    }

    /// Moves each node where modularity gains the most, and looks again at the neighbours of those that moved.
    fn move_nodes(&mut self, graph: &Aggregate) {
        let mut queue: VecDeque<usize> = (0..graph.len()).collect();
        let mut is_queued = vec![true; graph.len()];
        let mut empty: Vec<usize> = (0..graph.len()).rev().filter(|&community| self.size[community] == 0).collect();
        let mut beside = Beside::new(graph.len());
        while let Some(node) = queue.pop_front() {
            is_queued[node] = false;
            let own = self.of[node];
            beside.look(graph.ties[node].iter().map(|&(other, weight)| (self.of[other], weight)));
            self.take(graph, node);
            let gain = |community: usize| {
                let sums = (self.out[community], self.into[community]);
                beside.weight[community] - graph.by_chance(node, sums)
            };
            // To stay is best unless another gains more.
            let mut best = (own, gain(own) + NO_GAIN);
            for &community in &beside.communities {
                if gain(community) > best.1 {
                    best = (community, gain(community));
                }
            }
            // A community of its own gains nothing, which is better than a loss, or than one with strangers.
            let is_lost = gain(own) < 0.0 || beside.weight[own] == 0.0 && self.size[own] > 0;
            if best.0 == own && is_lost {
                best.0 = empty.pop().unwrap_or(own);
            }
            if best.0 != own {
                if self.size[own] == 0 {
                    empty.push(own);
                }
                for &(other, _) in &graph.ties[node] {
                    if self.of[other] != best.0 && !std::mem::replace(&mut is_queued[other], true) {
                        queue.push_back(other);
                    }
                }
            }
            self.put(graph, node, best.0);
        }
    }
}

/// Parts of the communities: from single nodes, each joins the part of its community where modularity gains the most,
/// if both are well connected with the community. So no part, and in the end no community, falls into pieces.
fn refine(graph: &Aggregate, communities: &Partition) -> Partition {
    let mut parts = Partition::singletons(graph);
    let mut beside = Beside::new(graph.len());
    // The weight between each part and the rest of its community.
    let to_fellows = |(node, &community): (usize, &usize)| {
        let fellows = graph.ties[node].iter().filter(|(other, _)| communities.of[*other] == community);
        fellows.fold(0.0, |sum, (_, weight)| sum + weight)
    };
    let mut outside: Vec<f64> = communities.of.iter().enumerate().map(to_fellows).collect();
    // Whether as much joins a part with the rest of its community as chance would have.
    let is_well_connected = |parts: &Partition, outside: &[f64], part: usize, community: usize| {
        let rest = (communities.out[community] - parts.out[part], communities.into[community] - parts.into[part]);
        outside[part] + NO_GAIN >= parts.out[part] * rest.1 + parts.into[part] * rest.0
    };
    for (node, &community) in communities.of.iter().enumerate() {
        let own = parts.of[node];
        if parts.size[own] > 1 || !is_well_connected(&parts, &outside, own, community) {
            continue;
        }
        let fellows = graph.ties[node].iter().filter(|(other, _)| communities.of[*other] == community);
        beside.look(fellows.map(|&(other, weight)| (parts.of[other], weight)));
        let mut best = (own, 0.0);
        for &part in beside.communities.iter().filter(|&&part| is_well_connected(&parts, &outside, part, community)) {
            let gain = beside.weight[part] - graph.by_chance(node, (parts.out[part], parts.into[part]));
            if gain > best.1 {
                best = (part, gain);
            }
        }
        if best.0 != own {
            // What joins the two lies within from now on.
            outside[best.0] += outside[own] - 2.0 * beside.weight[best.0];
            parts.take(graph, node);
            parts.put(graph, node, best.0);
        }
    }
    parts
}

impl Beside {
    fn new(communities: usize) -> Self {
        Self { weight: vec![0.0; communities], communities: Vec::new() }
    }

    /// Sums the weights of ties by community, and forgets the ones before.
    fn look(&mut self, ties: impl Iterator<Item = (usize, f64)>) {
        for community in self.communities.drain(..) {
            self.weight[community] = 0.0;
        }
        for (community, weight) in ties {
            if self.weight[community] == 0.0 {
                self.communities.push(community);
            }
            self.weight[community] += weight;
        }
    }
}

/// Where in the order each node stands.
fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, &node) in order.iter().enumerate() {
        places[node] = place;
    }
    places
}

/// Brings the nodes into another order, which follows from the seed (Fisher & Yates; numbers by SplitMix64, Steele,
/// Lea & Flood 2014).
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for last in (1..order.len()).rev() {
        *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        order.swap(last, ((mixed ^ (mixed >> 31)) % (last as u64 + 1)) as usize);
    }
}

/// How many different numbers there are, and the numbers renamed in the order in which they first come.
fn numbered(of: &[usize]) -> (usize, Vec<usize>) {
    let mut names = vec![None; of.iter().max().map_or(0, |last| last + 1)];
    let mut count = 0;
    let renamed = of.iter().map(|&community| {
        *names[community].get_or_insert_with(|| {
            count += 1;
            count - 1
        })
    });
    let renamed = renamed.collect();
    (count, renamed)
}
