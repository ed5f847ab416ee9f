//! Filters: what passes each criterion, and what holds of all.

use std::sync::LazyLock;

use detente::{
    Article, Basis, Class, EventType, Extractor, FactType, Filter, Kind, Modality, RelationGraph, Sector, Sign,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::graph_of;

static GRAPH: LazyLock<RelationGraph> = LazyLock::new(|| {
    graph_of(&[
        ("a", "2024-06-12", "Armenia left the CSTO. Russia accused Armenia of haste. Nikol Pashinyan sat."),
        (
            "b",
            "2024-07",
            "Chile met Peru. In 1879 Peru accused Bolivia. Peru thanked Chile. The Peruvian army attacked Bolivian rebels in Puno.",
        ),
        ("c", "", "Chile will visit Peru."),
        ("d", "2025-01-01", "France and Germany sent aid to Chad. Ottawa slept."),
    ])
});

/// The relations left, one a line, without the counts of co-occurrences.
fn left(filter: Filter) -> Vec<String> {
    GRAPH.filtered(&filter).to_string().lines().map(str::to_owned).collect()
}

#[test]
fn nothing_asked_nothing_lost() {
    assert_eq!(GRAPH.filtered(&Filter::new()), *GRAPH);
}

#[test]
fn what_a_relation_rests_on() {
    let all = GRAPH.relations().len();
    let of = |basis| GRAPH.filtered(&Filter::new().basis(basis)).relations().len();
    assert!(Basis::ALL.iter().all(|&basis| of(basis) > 0));
    assert_eq!(Basis::ALL.iter().map(|&basis| of(basis)).sum::<usize>(), all);
    assert_eq!(
        left(Filter::new().fact_type(FactType::Leads)),
        ["Nikol Pashinyan ─leads→ Armenia"],
        "others are left out with their entities"
    );
}

#[test]
fn types_classes_and_signs_of_events() {
    assert_eq!(
        left(Filter::new().event_type(EventType::Withdraw)),
        ["Armenia ─WITHDRAW→ Collective Security Treaty Organization"]
    );
    let accused = ["Peru ─ACCUSE→ Bolivia", "Russia ─ACCUSE→ Armenia"];
    assert_eq!(left(Filter::new().class(Class::VerbalConflict)), accused);
    assert_eq!(left(Filter::new().event_type(EventType::Accuse).sign(Sign::Conflict)), accused);
    assert_eq!(left(Filter::new().event_type(EventType::Accuse).sign(Sign::Cooperation)), [""; 0]);
    let aid = ["Germany ─AID→ Chad", "France ─AID→ Chad"];
    assert_eq!(left(Filter::new().class(Class::MaterialCooperation)), aid);
}

#[test]
fn modalities_and_sectors_choose_passages() {
    assert_eq!(left(Filter::new().modality(Modality::Past)), ["Peru ─ACCUSE→ Bolivia"]);
    let planned = GRAPH.filtered(&Filter::new().modality(Modality::Planned));
    let kinds: Vec<_> = planned.relations().map(|(source, _, edge)| (source.key(), edge.count())).collect();
    assert_eq!(kinds, [("CHL", 1)], "of two visits the one that is to come");
    let military = left(Filter::new().source_sector(Sector::Military));
    assert_eq!(military, left(Filter::new().sector(Sector::Military)));
    assert_eq!(left(Filter::new().target_sector(Sector::Military)), [""; 0]);
}

#[test]
fn kinds_of_entities_and_dates_keep_who_relates_to_none() {
    let leaders = GRAPH.filtered(&Filter::new().entity_kind(Kind::Leader));
    assert_eq!(leaders.nodes().map(|node| node.entity().key().to_owned()).collect::<Vec<_>>(), ["nikol-pashinyan"]);
    assert_eq!(leaders.articles().len(), 4);
    let published = |period: &str| {
        let graph = GRAPH.filtered(&Filter::new().published(period.parse().unwrap()));
        graph.articles().map(|article| article.id().into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(published("2024-06-12"), ["a"]);
    assert_eq!(published("2024-07"), ["b"]);
    assert_eq!(published("2024-07-01..2024-07-30"), [""; 0], "b may be of the last day");
    assert_eq!(published("2024..2025"), ["a", "b", "d"]);
    let january = GRAPH.filtered(&Filter::new().published("2025-01".parse().unwrap()));
    assert!(january.node("state:CAN").is_some());
}

#[test]
fn a_least_count_is_of_what_is_left() {
    let chile_and_peru = Filter::new().basis(Basis::CoOccurrence).at_least(3);
    assert_eq!(left(chile_and_peru.clone()), ["Chile ─3─ Peru"]);
    assert_eq!(left(chile_and_peru.published("2024".parse().unwrap())), [""; 0]);
}

#[test]
fn one_article_is_filtered_as_its_graph_is() {
    let article = Article::new("Armenia left the CSTO. Russia accused Armenia of haste.").dated("2024-06-12");
    let found = Extractor::bundled().extract(article.unwrap());
    for filter in [
        Filter::new().basis(Basis::Event),
        Filter::new().sign(Sign::Conflict),
        Filter::new().fact_type(FactType::MemberOf),
        Filter::new().entity_kind(Kind::State),
        Filter::new().at_least(2),
        Filter::new().about("state:RUS"),
    ] {
        let graph = found.clone().into_graph().filtered(&filter);
        assert_eq!(found.clone().filtered(&filter).into_graph().to_string(), graph.to_string(), "{filter:?}");
    }
}

/// Any filter of up to two criteria of each sort.
fn filters() -> impl Strategy<Value = Filter> {
    let some = |words: &'static [Class]| prop::collection::vec(select(words), 0..3);
    let kinds = prop::collection::vec(select(vec![Kind::State, Kind::Bloc, Kind::Leader]), 0..3);
    let modalities = prop::collection::vec(select(Modality::ALL), 0..2);
    let bases = prop::collection::vec(select(Basis::ALL), 0..3);
    let published = prop::option::of(select(vec!["2024", "2024-06..2024-06", "..2024-12-31", "2025.."]));
    (some(Class::ALL), kinds, modalities, bases, published, 0..4_u32).prop_map(
        |(classes, kinds, modalities, bases, published, least)| {
            let filter = Filter::new().at_least(least);
            let filter = classes.into_iter().fold(filter, Filter::class);
            let filter = kinds.into_iter().fold(filter, Filter::entity_kind);
            let filter = modalities.into_iter().fold(filter, Filter::modality);
            let filter = bases.into_iter().fold(filter, Filter::basis);
            published.into_iter().fold(filter, |filter, period| filter.published(period.parse().unwrap()))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_filtered_twice_is_filtered_once(filter in filters()) {
        let once = GRAPH.filtered(&filter);
        prop_assert_eq!(once.filtered(&filter), once);
    }

    #[test]
    fn what_is_left_was_there(filter in filters()) {
        for (source, target, edge) in GRAPH.filtered(&filter).relations() {
            let whole = GRAPH.relation(source.id(), target.id(), edge.kind()).unwrap();
            prop_assert!(edge.evidence().iter().all(|passage| whole.evidence().contains(passage)));
        }
    }
}
