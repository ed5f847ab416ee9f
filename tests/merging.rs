//! Merging: the same articles give the same graph, whatever the order and however they are grouped.

use std::sync::LazyLock;

use detente::{Article, Extractor, RelationGraph, RelationKind};
use proptest::prelude::*;

fn graph(article: Article<'_>) -> RelationGraph {
    Extractor::bundled().extract(article).into_graph()
}

/// Articles with every difficulty: one id with two texts, one text twice, none with a date, namesakes, no names at all.
static GRAPHS: LazyLock<Vec<RelationGraph>> = LazyLock::new(|| {
    let texts = [
        (Some("a"), Some("2024-06-12"), "Armenia froze its CSTO membership. Russia accused Armenia of haste."),
        (Some("a"), Some("2024-06-12"), "Armenia left the CSTO. Moscow warned Yerevan."),
        (Some("b"), Some("2022-11-25"), "Chile met Peru in Geneva. Peru thanked Chile."),
        (Some("c"), None, "France and Germany signed a treaty. France thanked Germany."),
        (Some("d"), Some("2021-03"), "Bolivian Economy Minister Ana Paz met Ecuador's envoys. Paz praised Ecuador."),
        (Some("e"), Some("2021-04"), "Peruvian Economy Minister Ana Paz met Ecuador's envoys. Paz blamed Ecuador."),
        (None, Some("2023"), "Japan and the United States sent aid to Ukraine."),
        (None, Some("2023"), "Japan and the United States sent aid to Ukraine."),
        (Some("f"), Some("2020-01-01"), "Nothing of note happened."),
    ];
    texts
        .iter()
        .map(|&(id, date, text)| {
            let article = Article::new(text);
            let article = id.into_iter().fold(article, Article::with_id);
            graph(date.into_iter().fold(article, |article, date| article.dated(date).unwrap()))
        })
        .collect()
});

fn merged(graphs: impl IntoIterator<Item = RelationGraph>) -> RelationGraph {
    RelationGraph::merged(graphs).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_grouping_do_not_matter(
        order in Just((0..GRAPHS.len()).collect::<Vec<_>>()).prop_shuffle(),
        cuts in prop::collection::vec(0..GRAPHS.len(), 0..4),
    ) {
        let wanted = merged(GRAPHS.iter().cloned());
        let mut groups: Vec<RelationGraph> = Vec::new();
        let mut from = 0;
        let mut cuts = cuts;
        cuts.push(order.len());
        cuts.sort_unstable();
        for cut in cuts {
            groups.push(merged(order[from..cut].iter().map(|&number| GRAPHS[number].clone())));
            from = cut;
        }
        // The groups one into the other, from the left.
        let mut got = merged([]);
        for group in groups {
            got = merged([got, group]);
        }
        prop_assert_eq!(got.to_json(), wanted.to_json());
        prop_assert_eq!(&got, &wanted);
    }
}

#[test]
fn an_article_counts_once() {
    let once = merged([GRAPHS[2].clone()]);
    let twice = merged([GRAPHS[2].clone(), GRAPHS[2].clone()]);
    assert_eq!(once.to_json(), twice.to_json());
    let repeated: Vec<_> = twice.repeated().map(|(article, times)| (article.id().into_owned(), times)).collect();
    assert_eq!(repeated, [("b".to_owned(), 2)]);
    assert_eq!(once.repeated().count(), 0);
}

/// By the vectors of FNV-1a: who stored such an id must find it again.
#[test]
fn an_article_without_an_id_is_known_by_its_text() {
    for (text, id) in
        [("", "text-cbf29ce484222325"), ("a", "text-af63dc4c8601ec8c"), ("foobar", "text-85944171f73967e8")]
    {
        let graph = graph(Article::new(text));
        assert_eq!(graph.articles().next().unwrap().id(), id);
    }
}

#[test]
fn of_one_id_one_text_is_kept_whole() {
    let both = merged([GRAPHS[1].clone(), GRAPHS[0].clone()]);
    assert_eq!(both.to_json(), GRAPHS[0].to_json());
}

#[test]
fn counts_are_sums_over_days() {
    let all = merged(GRAPHS.iter().cloned());
    let met = all.relation("state:CHL", "state:PER", RelationKind::CoOccurrence).unwrap();
    assert_eq!((met.count(), met.articles()), (2, 1));
    let days: Vec<String> = met.by_day().keys().map(|day| day.unwrap().to_string()).collect();
    assert_eq!(days, ["2022-11-25"]);
    let undated = all.relation("state:FRA", "state:DEU", RelationKind::CoOccurrence).unwrap();
    assert_eq!(undated.by_day().into_iter().collect::<Vec<_>>(), [(None, 2)]);
    for (_, _, edge) in all.relations() {
        assert_eq!(edge.by_day().values().sum::<u32>(), edge.count());
    }
    let dates: Vec<String> = all.articles().map(|a| a.date().map_or("-".to_owned(), |date| date.to_string())).collect();
    assert_eq!(dates, ["2020-01-01", "2021-03", "2021-04", "2022-11-25", "2023", "2024-06-12", "-"]);
}

#[test]
fn namesakes_of_two_states_stay_two() {
    let bolivian = merged([GRAPHS[4].clone()]);
    assert!(bolivian.node("leader:ana-paz").is_some());
    let both = merged([bolivian, GRAPHS[5].clone()]);
    assert!(both.node("leader:ana-paz").is_none());
    assert_eq!(both.node("leader:ana-paz~BOL").unwrap().count(), 2);
    assert_eq!(both.node("leader:ana-paz~PER").unwrap().count(), 2);
}

#[test]
fn who_says_so_is_one_of_the_namesakes() {
    let told = |of: &str| {
        let text = format!("{of} Economy Minister Ana Paz came. Paz said that Ecuador had attacked Chile.");
        graph(Article::new(text).with_id(of))
    };
    let speakers = |graph: &RelationGraph| {
        let passages = graph.relations().flat_map(|(.., edge)| edge.evidence());
        let speakers = passages.filter_map(|passage| passage.event()?.attributed_to.as_ref());
        let mut ids: Vec<String> = speakers.map(|speaker| speaker.id().to_owned()).collect();
        ids.sort();
        ids
    };
    let [one, other] = [told("Bolivian"), told("Peruvian")];
    assert_eq!(speakers(&one), ["leader:ana-paz"]);
    let both = merged([one, other]);
    assert_eq!(speakers(&both), ["leader:ana-paz~BOL", "leader:ana-paz~PER"]);
    assert!(speakers(&both).iter().all(|id| both.node(id).is_some()));
}

#[test]
fn the_output_says_with_which_data_articles_were_read() {
    let read_with = |version: &str, id: &str| {
        let toml = format!("{version}\n[[state]]\nid = \"XXA\"\nname = \"Aland\"\n");
        let article = Article::new("Aland waited.").with_id(id);
        crate::extractor_over(&toml).extract(article).into_graph()
    };
    let said = |graph: &RelationGraph| serde_json::to_value(graph).unwrap()["graph"]["gazetteer"].clone();
    assert_eq!(said(&read_with("", "a")), serde_json::Value::Null);
    let [old, new] = ["version = \"1\"", "version = \"2\""];
    assert_eq!(said(&merged([read_with(new, "a"), read_with(old, "b"), read_with("", "c")])), "1, 2");
    // One article that was read twice counts once, as one of the two has it.
    let twice = merged([read_with(new, "a"), read_with(old, "a")]);
    assert_eq!((said(&twice), twice.repeated().count()), ("1".into(), 1));
}

#[test]
fn windows_do_not_mix() {
    let wide = Extractor::builder().window("paragraph".parse().unwrap()).build().unwrap();
    let wide = wide.extract("Chile met Peru.").into_graph();
    let error = RelationGraph::merged([wide, GRAPHS[2].clone()]).unwrap_err();
    assert_eq!(error.problem(), "graphs of different windows do not merge: 1 paragraph and 1 sentence");
}

#[test]
fn quotations_are_capped_and_counts_are_not() {
    let graph = merged(GRAPHS.iter().cloned());
    let capped = serde_json::to_value(graph.node_link().evidence(1)).unwrap();
    let full = serde_json::to_value(graph.node_link()).unwrap();
    let edges = |json: &serde_json::Value| json["edges"].as_array().unwrap().clone();
    for (capped, full) in edges(&capped).iter().zip(&edges(&full)) {
        assert!(capped["evidence"].as_array().is_none_or(|evidence| evidence.len() == 1));
        assert_eq!(capped["by_day"], full["by_day"]);
        assert_eq!(capped["evidence_total"], full["evidence_total"]);
    }
}
