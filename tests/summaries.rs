//! The summaries of an article and of a graph.

use detente::{Article, Changes, Extraction, Extractor, RelationGraph, Summary};
use unicode_width::UnicodeWidthStr;

const TEXTS: [(&str, &str); 4] = [
    ("2024-06-12", "Chile thanked Peru for its help. Chile and Peru met Bolivia."),
    ("2024-07-01", "Peru accused Bolivia of smuggling tin, and Chile thanked Peru. Mali met Chad."),
    (
        "2024-07-02",
        "Chad attacked Mali in 1987. Mali and Chad will sign a treaty, the Malian press writes at some length.",
    ),
    ("2025", "It rained in the mountains."),
];

fn found() -> Vec<Extraction<'static>> {
    let dated = |(date, text)| Extractor::bundled().extract(Article::new(text).dated(date).unwrap().with_id(date));
    TEXTS.map(dated).into()
}

fn merged() -> RelationGraph {
    RelationGraph::merged(found().into_iter().map(Extraction::into_graph)).unwrap()
}

#[test]
fn a_graph_is_summed_up() {
    insta::assert_snapshot!(Summary::of_graph(&merged()).width(72).rows(4).to_string());
}

#[test]
fn a_graph_without_names_says_so() {
    let graph = found().pop().unwrap().into_graph();
    let told =
        "1 article, 2025\n0 entities · 0 relations · window: 1 sentence\n\n  No state, bloc or leader is named here.\n";
    assert_eq!(Summary::of_graph(&graph).to_string(), told);
}

#[test]
fn no_line_is_wider_than_asked() {
    let (graph, articles) = (merged(), found());
    for width in [0, 48, 55, 64, 100, 140] {
        let summaries = articles.iter().map(Summary::new).chain([Summary::of_graph(&graph)]);
        let text: String = summaries.map(|summary| summary.width(width).to_string()).collect();
        for line in text.lines() {
            assert!(line.width() <= width.max(48), "{width}: {line}");
        }
    }
}

/// What a text holds must not move the cursor, ring the bell or paint the screen of who reads about it.
#[test]
fn no_text_steers_the_terminal() {
    let text =
        "Chile met \u{1b}[2JPeru\u{7}.\u{9b}31m Peru thanked\u{8} Chile for what was \u{1b}]0;long\u{7} ago agreed.";
    let article = Article::new(text).with_title("On \u{1b}[31mtalks").with_id("a\u{1b}[0m");
    let found = Extractor::bundled().extract(article);
    let graph = RelationGraph::from(&found);
    let none = RelationGraph::merged([]).unwrap();
    for width in [48, 100, 400] {
        for written in [
            Summary::new(&found).width(width).to_string(),
            Summary::of_graph(&graph).width(width).to_string(),
            Changes::new(&none.difference(&graph)).width(width).to_string(),
        ] {
            assert!(!written.chars().any(|c| c.is_control() && c != '\n'), "{written:?}");
            assert!(written.lines().all(|line| line.width() <= width), "{written}");
        }
    }
}

#[test]
fn colours_change_no_word() {
    let (graph, articles) = (merged(), found());
    for summary in articles.iter().map(Summary::new).chain([Summary::of_graph(&graph)]) {
        let coloured = summary.clone().colour(true).to_string();
        assert!(coloured.contains("\u{1b}["));
        let mut plain = String::new();
        for (number, part) in coloured.split("\u{1b}[").enumerate() {
            plain.push_str(if number == 0 { part } else { part.split_once('m').unwrap().1 });
        }
        assert_eq!(plain, summary.to_string());
    }
}
