//! What must hold of any graph.

use std::collections::BTreeSet;

use detente::{Counting, Entity, View, Weight};
use proptest::prelude::*;

use super::{MOST_NODES, STATES, Weighted, id, name, number};

/// Any graph of a few nodes, with weights of any size.
fn weighted() -> impl Strategy<Value = Weighted> {
    let weight = prop_oneof![(1..5u8).prop_map(f64::from), 1e-3..1e3, Just(1e-9), Just(1e9)];
    let edge = (0..14usize, 0..14usize, weight);
    (any::<bool>(), 1..14usize, prop::collection::vec(edge, 0..40)).prop_map(|(directed, nodes, edges)| {
        let mut known = BTreeSet::new();
        let edges = edges.into_iter().filter_map(|(a, b, weight)| {
            let (a, b) = (a % nodes, b % nodes);
            let (a, b) = if directed { (a, b) } else { (a.min(b), a.max(b)) };
            (a != b && known.insert((a, b))).then_some((a, b, weight))
        });
        let edges = edges.collect();
        Weighted::new(directed, nodes, edges)
    })
}

/// The numbers of the nodes that can be reached along edges of the view, whatever their direction.
fn reached_from(start: usize, view: &View<'_>, among: &BTreeSet<usize>) -> BTreeSet<usize> {
    let edges: Vec<_> = view.edges().map(|(a, b, _)| (number(a), number(b))).collect();
    let mut reached = BTreeSet::from([start]);
    loop {
        let beside = |&(a, b): &(usize, usize)| match (reached.contains(&a), reached.contains(&b)) {
            (true, false) => Some(b),
            (false, true) => Some(a),
            _ => None,
        };
        let next: Vec<usize> = edges.iter().filter_map(beside).filter(|node| among.contains(node)).collect();
        if next.is_empty() {
            return reached;
        }
        reached.extend(next);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ranks_are_a_distribution(graph in weighted()) {
        let view = graph.view();
        let ranks = view.page_rank();
        prop_assert!((ranks.iter().map(|(_, rank)| rank).sum::<f64>() - 1.0).abs() < 1e-9);
        let least = 0.15 / graph.nodes as f64;
        prop_assert!(ranks.iter().all(|(_, rank)| rank > least - 1e-12));
    }

    #[test]
    fn degrees_are_the_weights_twice(graph in weighted()) {
        let view = graph.view();
        let weights: f64 = graph.edges.iter().map(|(_, _, weight)| weight).sum();
        let degrees: f64 = view.degree().iter().map(|(_, degree)| degree).sum();
        prop_assert!((degrees - 2.0 * weights).abs() < 1e-9 * (1.0 + weights));
    }

    #[test]
    fn shares_lie_between_none_and_all(graph in weighted()) {
        let view = graph.view();
        prop_assert!(view.betweenness().iter().all(|(_, share)| (0.0..=1.0 + 1e-9).contains(&share)));
        prop_assert!(view.closeness().iter().all(|(_, closeness)| closeness >= 0.0 && closeness.is_finite()));
    }

    #[test]
    fn communities_are_a_partition_into_connected_groups(graph in weighted()) {
        let view = graph.view();
        let communities = view.communities();
        let mut covered: Vec<&Entity> = communities.iter().flatten().copied().collect();
        covered.sort();
        prop_assert_eq!(covered, view.entities().collect::<Vec<_>>());
        let sizes: Vec<usize> = communities.iter().map(<[_]>::len).collect();
        prop_assert!(sizes.is_sorted_by(|a, b| a >= b));
        for (place, group) in communities.iter().enumerate() {
            prop_assert!(group.iter().all(|entity| communities.of(entity.id()) == Some(place)));
            let group: BTreeSet<usize> = group.iter().map(|entity| number(entity)).collect();
            let first = *group.first().unwrap();
            prop_assert_eq!(reached_from(first, &view, &group), group);
        }
        let modularity = view.modularity(|entity| communities.of(entity.id()));
        prop_assert!((modularity - communities.modularity()).abs() < 1e-12);
        // No worse than everybody alone, or all together.
        prop_assert!(modularity > view.modularity(|entity| entity.id().to_owned()) - 1e-9);
        prop_assert!(modularity > view.modularity(|_| ()) - 1e-9);
    }

    #[test]
    fn a_backbone_is_a_part(graph in weighted(), significance in 0.0..1.0) {
        let view = graph.view();
        let backbone = view.backbone(significance);
        let all: Vec<_> = view.edges().collect();
        prop_assert!(backbone.edges().all(|edge| all.contains(&edge)));
        let joined: BTreeSet<&Entity> = backbone.edges().flat_map(|(a, b, _)| [a, b]).collect();
        prop_assert_eq!(backbone.entities().collect::<Vec<_>>(), joined.into_iter().collect::<Vec<_>>());
        // A stricter one is a part of it.
        let stricter = view.backbone(significance / 2.0);
        let kept: Vec<_> = backbone.edges().collect();
        prop_assert!(stricter.edges().all(|edge| kept.contains(&edge)));
    }

    #[test]
    fn an_ego_network_grows_to_all_that_is_connected(graph in weighted()) {
        let view = graph.view();
        let alone = view.ego(&id(0), 0).unwrap();
        prop_assert_eq!(alone.entities().map(number).collect::<Vec<_>>(), [0]);
        let all: BTreeSet<usize> = (0..graph.nodes).collect();
        let far = view.ego(&id(0), usize::MAX).unwrap();
        prop_assert_eq!(far.entities().map(number).collect::<BTreeSet<_>>(), reached_from(0, &view, &all));
        let written = far.to_graph();
        prop_assert_eq!(written.nodes().len(), far.entities().len());
        prop_assert_eq!(view.ego(&id(MOST_NODES - 1), 3).map(|_| ()), None);
    }

    #[test]
    fn connections_lead_along_edges(graph in weighted()) {
        let view = graph.view();
        let edges: Vec<_> = view.edges().map(|(a, b, weight)| (number(a), number(b), weight)).collect();
        for target in 0..graph.nodes {
            let Some(connection) = view.connection(&id(0), &id(target)) else { continue };
            let entities: Vec<usize> = connection.entities().map(number).collect();
            prop_assert_eq!((entities.first(), entities.last()), (Some(&0), Some(&target)));
            for (step, pair) in connection.steps().iter().zip(entities.windows(2)) {
                let (a, b) = (number(step.source()), number(step.target()));
                prop_assert_eq!([a, b], pair);
                let backwards = !graph.directed && edges.contains(&(b, a, step.weight()));
                prop_assert!(backwards || edges.contains(&(a, b, step.weight())));
                prop_assert!(step.passage().is_some() && !step.relations().is_empty());
            }
        }
    }

    #[test]
    fn balance_is_what_counting_by_hand_finds(verbs in prop::collection::vec(0..5usize, 15)) {
        let verbs = verbs.iter().map(|&verb| ["", "thanked", "attacked", "accused", "praised"][verb]);
        let verbs: Vec<&str> = verbs.collect();
        let pairs: Vec<(usize, usize)> = (0..6).flat_map(|a| (a + 1..6).map(move |b| (a, b))).collect();
        let sign = |a: usize, b: usize| {
            let place = pairs.iter().position(|&pair| pair == (a, b)).unwrap();
            match verbs[place] { "" => 0, "thanked" | "praised" => 1, _ => -1 }
        };
        let told: String = pairs.iter().zip(&verbs).filter(|(_, verb)| !verb.is_empty())
            .map(|(&(a, b), verb)| format!("{} {verb} {}. ", name(a), name(b))).collect();
        let mut wanted = Vec::new();
        for a in 0..6 {
            for b in a + 1..6 {
                for c in b + 1..6 {
                    let product = sign(a, b) * sign(a, c) * sign(b, c);
                    if product != 0 {
                        wanted.push(([a, b, c], product > 0));
                    }
                }
            }
        }
        let graph = STATES.extract(told).into_graph();
        let balance = graph.balance(Counting::All);
        let found: Vec<_> = balance.triangles().iter().map(|t| (t.entities().map(number), t.is_balanced())).collect();
        prop_assert_eq!(balance.balanced(), wanted.iter().filter(|(_, balanced)| *balanced).count());
        prop_assert_eq!(found, wanted);
    }
}

/// Weights of one's own may be of any size; sums of them must stay numbers.
#[test]
fn weights_beyond_measure_are_measured() {
    let graph = STATES.extract("Zeloaaland accused Zeloabland. Zeloabland accused Zeloacland.").into_graph();
    for weight in [f64::MAX, f64::MIN_POSITIVE, 5e-324] {
        for view in [graph.undirected_by(|_, _, _| weight), graph.directed_by(|_, _, _| weight)] {
            let communities = view.communities();
            assert_eq!(communities.iter().flatten().count(), 3, "{weight}");
            assert!(communities.modularity().is_finite(), "{weight}");
            for scores in [view.degree(), view.page_rank(), view.betweenness(), view.closeness()] {
                assert!(scores.iter().all(|(_, score)| score.is_finite()), "{weight}: {scores:?}");
            }
            assert_eq!(view.betweenness().top(1)[0].0.id(), id(1), "{weight}");
            assert!(view.connection(&id(0), &id(2)).is_some_and(|way| way.length().is_finite()), "{weight}");
        }
    }
    for weight in [0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(graph.undirected_by(|_, _, _| weight).edges().len(), 0, "{weight}");
    }
}

#[test]
fn of_no_graph_there_are_no_measures() {
    let graph = STATES.extract("Nothing happened.").into_graph();
    let view = graph.undirected(Weight::default());
    assert_eq!(view.page_rank().iter().len(), 0);
    assert_eq!(view.betweenness().top(3), []);
    assert_eq!(view.closeness().of("state:XAA"), None);
    assert_eq!(view.communities().iter().len(), 0);
    assert_eq!(view.communities().modularity(), 0.0);
    assert_eq!(view.backbone(0.05).edges().len(), 0);
    assert!(view.connection("state:XAA", "state:XAB").is_none());
    assert_eq!(graph.balance(Counting::All).degree(), None);
}
