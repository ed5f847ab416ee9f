//! Slices and series: what belongs to which stretch of time.

use std::sync::LazyLock;

use detente::{Calendar, Filter, Interval, Modality, PartialDate, Period, RelationGraph, RelationKind};
use proptest::prelude::*;
use proptest::sample::select;

use crate::graph_of;

static GRAPH: LazyLock<RelationGraph> = LazyLock::new(|| {
    graph_of(&[
        ("a", "2023-12-31", "Chile met Peru. Peru thanked Chile."),
        ("b", "2024-01-01", "Chile accused Peru. In 1879 Chile attacked Peru."),
        ("c", "2024-01", "Peru thanked Bolivia."),
        ("d", "2024", "Chile met Bolivia."),
        ("e", "", "Chile thanked Peru."),
        ("f", "2024-04-30", "Bolivia warned Chile. Peru slept."),
    ])
});

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// Each slice that holds an article: its label and the articles' ids.
fn articles(calendar: &Calendar) -> Vec<(String, String)> {
    let slices = GRAPH.slices(calendar).filter(|slice| slice.graph.articles().len() > 0);
    slices.map(|slice| (slice.stretch.label, ids(slice.graph.articles()))).collect()
}

fn ids<'g>(articles: impl IntoIterator<Item = &'g detente::ArticleRecord>) -> String {
    articles.into_iter().map(|article| article.id().into_owned()).collect()
}

/// Of each slice with articles `label:ids`, and the ids of those outside.
fn shown(interval: Interval) -> String {
    let calendar = Calendar::of(&GRAPH, interval);
    let slices: Vec<String> = articles(&calendar).iter().map(|(label, ids)| format!("{label}:{ids}")).collect();
    format!("{} -:{}", slices.join(" "), ids(GRAPH.outside(&calendar)))
}

#[test]
fn an_article_belongs_where_every_day_of_its_date_lies() {
    assert_eq!(shown(Interval::Day), "2023-12-31:a 2024-01-01:b 2024-04-30:f -:dce");
    assert_eq!(shown(Interval::Week), "2023-W52:a 2024-W01:b 2024-W18:f -:dce");
    assert_eq!(shown(Interval::Month), "2023-12:a 2024-01:cb 2024-04:f -:de");
    assert_eq!(shown(Interval::Quarter), "2023-Q4:a 2024-Q1:cb 2024-Q2:f -:de");
    assert_eq!(shown(Interval::Year), "2023:a 2024:dcbf -:e");
}

#[test]
fn stretches_without_articles_are_there() {
    let calendar = Calendar::of(&GRAPH, Interval::Month);
    let counts: Vec<usize> = GRAPH.slices(&calendar).map(|slice| slice.graph.articles().len()).collect();
    // The calendar reaches to the last day of 2024, which an article may be of.
    assert_eq!(counts, [1, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert!(Calendar::of(&graph_of(&[("x", "", "Chile met Peru.")]), Interval::Day).is_empty());
}

#[test]
fn weeks_are_those_of_iso_8601() {
    let label = |day: &str| Calendar::by(Interval::Week, date(day), date(day)).stretches().next().unwrap().label;
    for (day, week) in [
        ("2020-12-31", "2020-W53"),
        ("2021-01-03", "2020-W53"),
        ("2021-01-04", "2021-W01"),
        ("2024-12-30", "2025-W01"),
        ("2027-01-01", "2026-W53"),
    ] {
        assert_eq!(label(day), week, "{day}");
    }
}

#[test]
fn given_cuts_have_open_ends() {
    let calendar = Calendar::cut([date("2024-04"), date("2024-01-01")]);
    let labels: Vec<String> = calendar.stretches().map(|stretch| stretch.label).collect();
    assert_eq!(labels, ["until 2024-01-01", "2024-01-01 to 2024-04-01", "from 2024-04-01"]);
    let ids: Vec<String> = articles(&calendar).into_iter().map(|(_, ids)| ids).collect();
    assert_eq!(ids, ["a", "cb", "f"]);
    assert_eq!(Calendar::cut([]).number(date("2024")), Some(0));
}

#[test]
fn cumulative_slices_hold_what_came_before() {
    let calendar = Calendar::of(&GRAPH, Interval::Quarter);
    let ids: Vec<String> = GRAPH.slices(&calendar).cumulative().map(|slice| ids(slice.graph.articles())).collect();
    assert_eq!(ids, ["a", "acb", "acbf", "acbf", "acbf"]);
}

#[test]
fn what_is_recalled_stands_in_no_slice() {
    let calendar = Calendar::of(&GRAPH, Interval::Year);
    let assault = |graph: &RelationGraph| graph.to_string().contains("─ASSAULT→");
    assert!(assault(&GRAPH));
    assert!(GRAPH.slices(&calendar).all(|slice| !assault(&slice.graph)));
}

#[test]
fn calendars_end_with_time() {
    for interval in Interval::ALL {
        let end = Calendar::by(*interval, date("9999-12-30"), date("9999-12-31"));
        assert_eq!(end.number(date("9999-12-31")), Some(end.len() - 1), "{interval}");
        let beginning = Calendar::by(*interval, date("0001-01-01"), date("0001-01-02"));
        assert_eq!(beginning.number(date("0001-01-01")), Some(0), "{interval}");
        let backwards = Calendar::by(*interval, date("2024"), date("2020"));
        assert!(backwards.is_empty(), "{interval}");
    }
}

#[test]
fn series_of_an_entity_and_a_pair() {
    let months = Calendar::of(&GRAPH, Interval::Quarter);
    let counts = |series: &detente::Series| series.points.iter().map(|(_, count)| *count).collect::<Vec<_>>();
    let peru = GRAPH.node("state:PER").unwrap().series(&months);
    assert_eq!(peru.outside, 1);
    assert_eq!(counts(&peru), [2, 3, 1, 0, 0]);
    let pair = GRAPH.pair_series("state:PER", "state:CHL", &months);
    let shown: Vec<String> = pair
        .into_iter()
        .map(|(edge, series)| format!("{} {} {:?}", edge.kind(), series.outside, counts(&series)))
        .collect();
    assert_eq!(
        shown,
        [
            "co_occurrence 1 [2, 2, 0, 0, 0]",
            "CONSULT 0 [1, 0, 0, 0, 0]",
            "SUPPORT 1 [0, 0, 0, 0, 0]",
            "ACCUSE 0 [0, 1, 0, 0, 0]",
            "ASSAULT 1 [0, 0, 0, 0, 0]",
            "CONSULT 0 [1, 0, 0, 0, 0]",
            "SUPPORT 0 [1, 0, 0, 0, 0]",
        ]
    );
    assert!(GRAPH.pair_series("state:PER", "state:JPN", &months).is_empty());
}

#[test]
fn counts_over_time_are_data() {
    let years = Calendar::by(Interval::Year, date("2023"), date("2024"));
    let peru = GRAPH.node("state:PER").unwrap().series(&years);
    let point = |year: &str, next: &str, count: u32| serde_json::json!([{"label": year, "period": {"from": format!("{year}-01-01"), "until": next}}, count]);
    let wanted = [point("2023", "2024-01-01", 2), point("2024", "2025-01-01", 4)];
    assert_eq!(serde_json::to_value(&peru).unwrap(), serde_json::json!({"points": wanted, "outside": 1}));
    let period: Period = serde_json::from_str(r#"{"from": "2024-02", "until": null}"#).unwrap();
    assert_eq!(period, Period::new(Some(date("2024-02")), None));
    let pair = serde_json::to_value(GRAPH.association("state:CHL", "state:PER")).unwrap();
    assert_eq!(pair.as_object().unwrap().keys().collect::<Vec<_>>(), ["all", "first", "second", "together"]);
}

/// Articles of every sort of date, each with every sort of text.
static ARTICLES: LazyLock<Vec<RelationGraph>> = LazyLock::new(|| {
    let dates = ["2023-12-31", "2024-01-01", "2024-02", "2024", ""];
    let texts = [
        "Chile met Peru. Peru thanked Chile.",
        "Chile accused Peru. In 1879 Chile attacked Peru.",
        "Bolivia warned Chile. Peru slept.",
    ];
    let articles = dates.iter().flat_map(|date| texts.iter().map(move |text| (*date, *text)));
    articles.enumerate().map(|(number, (date, text))| graph_of(&[(&number.to_string(), date, text)])).collect()
});

fn joined(numbers: impl IntoIterator<Item = usize>) -> RelationGraph {
    RelationGraph::merged(numbers.into_iter().map(|number| ARTICLES[number].clone())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// All slices together are the graph of what belongs to some slice, without what is recalled; and so is the last
    /// cumulative one.
    #[test]
    fn slices_together_are_the_whole(
        interval in select(Interval::ALL),
        numbers in prop::sample::subsequence((0..ARTICLES.len()).collect::<Vec<_>>(), 1..5),
    ) {
        let graph = joined(numbers.iter().copied());
        let calendar = Calendar::of(&graph, interval);
        let of_slices = RelationGraph::merged(graph.slices(&calendar).map(|slice| slice.graph)).unwrap();
        let inside = |number: &usize| {
            let date = ARTICLES[*number].articles().next().and_then(|article| article.date());
            date.is_some_and(|date| calendar.number(date).is_some())
        };
        let whole = joined(numbers.iter().copied().filter(inside));
        let present = Modality::ALL.iter().copied().filter(|&modality| modality != Modality::Past);
        let present = present.fold(Filter::new(), Filter::modality);
        let kind = |event: bool| move |kind: RelationKind| matches!(kind, RelationKind::Event(_)) == event;
        let lines = |graph: &RelationGraph, wanted: &dyn Fn(RelationKind) -> bool| -> Vec<String> {
            let relations = graph.relations().filter(|(.., edge)| wanted(edge.kind()));
            relations.map(|(source, target, edge)| format!("{source} {target} {edge:?}")).collect()
        };
        prop_assert_eq!(lines(&of_slices, &kind(false)), lines(&whole, &kind(false)));
        prop_assert_eq!(lines(&of_slices, &kind(true)), lines(&whole.filtered(&present), &kind(true)));
        prop_assert!(of_slices.nodes().eq(whole.nodes()) && of_slices.articles().eq(whole.articles()));
        if let Some(last) = graph.slices(&calendar).cumulative().last() {
            prop_assert_eq!(last.graph, of_slices);
        }
    }
}
