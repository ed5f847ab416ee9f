//! What is written of an article: the node-link JSON by its contract, and the quotations.

use std::collections::{BTreeMap, BTreeSet};

use detente::{Article, Extraction, Extractor, Form, Gazetteer, Summary, Window};
use serde_json::Value;

use crate::extractor_over;

const TEXT: &str =
    "“Türkiye” and Armenia met. Armenia froze its CSTO membership; Yerevan’s premier, Nikol Pashinyan, said so.";

fn found() -> Extraction<'static> {
    Extractor::bundled().extract(Article::new(TEXT).dated("2024-02-23").unwrap().with_id("a").with_title("T \"x\""))
}

fn json(found: &Extraction<'_>) -> Value {
    serde_json::from_str(&found.to_json()).unwrap()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no list `{key}` in {value}"))
}

/// Fails unless all keys are there; more may be.
fn has(value: &Value, wanted: &[&str]) {
    for key in wanted {
        assert!(keys(value).contains(key), "no `{key}` in {value}");
    }
}

/// The text at `[start, end]`.
fn at<'t>(text: &'t str, span: &Value) -> &'t str {
    let bound = |number: usize| span[number].as_u64().unwrap() as usize;
    text.get(bound(0)..bound(1)).unwrap_or_else(|| panic!("{span} does not slice the text"))
}

/// Checks what the contract promises of every article's object.
fn check(text: &str, document: &Value) {
    assert_eq!((&document["directed"], &document["multigraph"]), (&Value::Bool(true), &Value::Bool(true)));
    let graph = &document["graph"];
    has(graph, &["format", "id", "title", "date", "offsets", "window", "sentences"]);
    assert_eq!(
        (graph["format"].as_str(), graph["offsets"].as_str()),
        (Some("detente.article.v1"), Some("utf-8 bytes"))
    );
    let sentences = list(graph, "sentences");

    let mut ids = Vec::new();
    // Of each node, where its mentions stand.
    let mut stands: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut spans = Vec::new();
    for node in list(document, "nodes") {
        has(node, &["id", "kind", "name", "mentions"]);
        let id = node["id"].as_str().unwrap();
        assert!(id.starts_with(&format!("{}:", node["kind"].as_str().unwrap())), "{id}");
        ids.push(id);
        for mention in list(node, "mentions") {
            has(mention, &["start", "end", "text", "form", "sentence"]);
            let span = Value::from(vec![mention["start"].clone(), mention["end"].clone()]);
            assert_eq!(at(text, &span), mention["text"]);
            assert!(Form::ALL.iter().any(|form| mention["form"] == form.as_str()), "{mention}");
            let sentence = &sentences[mention["sentence"].as_u64().unwrap() as usize];
            assert!(at(text, sentence).contains(mention["text"].as_str().unwrap()), "{mention} {sentence}");
            stands.entry(id).or_default().insert(span.to_string());
            spans.push((mention["start"].as_u64(), mention["end"].as_u64()));
        }
    }
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    spans.sort_unstable();
    assert!(spans.is_sorted_by(|a, b| a.1 <= b.0), "mentions overlap");

    let mut edges = BTreeSet::new();
    for edge in list(document, "edges") {
        has(edge, &["source", "target", "key", "kind"]);
        let (source, target) = (edge["source"].as_str().unwrap(), edge["target"].as_str().unwrap());
        let key = edge["key"].as_str().unwrap();
        assert!(edges.insert((source, target, key)), "an edge stands there twice: {edge}");
        assert!(source != target && ids.contains(&source) && ids.contains(&target), "{edge}");
        match edge["kind"].as_str().unwrap() {
            "co_occurrence" => {
                assert!(source < target && key == "co_occurrence", "{edge}");
                has(edge, &["count", "weight", "evidence"]);
                assert!(edge["weight"].as_f64().unwrap() > 0.0);
                assert_eq!(edge["count"].as_u64().unwrap() as usize, list(edge, "evidence").len());
            }
            "event" => {
                has(edge, &["type", "class", "count", "evidence"]);
                assert_eq!(edge["type"], edge["key"]);
                assert!(!list(edge, "evidence").is_empty(), "{edge}");
            }
            "fact" => {
                has(edge, &["type", "from", "until"]);
                assert_eq!(edge["type"], edge["key"]);
                let detail = if key == "member_of" { "status" } else { "office" };
                assert!(key == "member_of" || key == "leads", "{edge}");
                has(edge, &[detail]);
            }
            other => panic!("`{other}` is no kind of edge"),
        }
        for evidence in edge["evidence"].as_array().into_iter().flatten() {
            has(evidence, &["sentence", "source", "target"]);
            assert!(stands[source].contains(&evidence["source"].to_string()), "{evidence} of {edge}");
            assert!(stands[target].contains(&evidence["target"].to_string()), "{evidence} of {edge}");
            match edge["kind"] == "event" {
                true => {
                    let all = ["trigger", "cameo", "goldstein", "modality", "attributed_to", "source_sector"];
                    has(evidence, &all);
                    has(evidence, &["target_sector", "when"]);
                    assert!(!at(text, &evidence["trigger"]).is_empty());
                }
                false => {
                    has(evidence, &["window"]);
                    assert!(!at(text, &evidence["window"]).is_empty());
                }
            }
        }
    }
}

#[test]
fn an_article_keeps_the_contract() {
    let document = json(&found());
    check(TEXT, &document);
    let graph = &document["graph"];
    assert_eq!((&graph["id"], &graph["title"]), (&Value::from("a"), &Value::from("T \"x\"")));
    assert_eq!((&graph["date"], &graph["window"]), (&Value::from("2024-02-23"), &Value::from("1 sentence")));
    let ids: Vec<&Value> = list(&document, "nodes").iter().map(|node| &node["id"]).collect();
    assert_eq!(ids, ["bloc:CSTO", "leader:nikol-pashinyan", "state:ARM", "state:TUR"]);
    // Bytes, not characters: the quote before it is three bytes long, its second letter two.
    let turkey = &list(&document, "nodes")[3]["mentions"][0];
    assert_eq!((turkey["start"].as_u64(), turkey["end"].as_u64()), (Some(3), Some(11)));
}

#[test]
#[cfg(feature = "markdown")]
fn every_sample_article_keeps_the_contract() {
    for entry in std::fs::read_dir(crate::in_crate("examples/articles")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let article = Article::from_markdown(&*text).unwrap();
        check(&text, &json(&Extractor::bundled().extract(article)));
    }
}

#[test]
fn one_line_and_many_say_the_same() {
    let found = found();
    assert!(!found.to_json().contains('\n'));
    assert_eq!(serde_json::from_str::<Value>(&found.to_json_pretty()).unwrap(), json(&found));
}

#[test]
fn only_a_dated_article_has_facts() {
    let facts = |found: &Extraction<'_>| {
        let document = json(found);
        let edges = list(&document, "edges").iter().filter(|edge| edge["kind"] == "fact");
        edges.map(|edge| format!("{} {} {}", edge["source"], edge["key"], edge["target"])).collect::<Vec<_>>()
    };
    let wanted = [r#""leader:nikol-pashinyan" "leads" "state:ARM""#, r#""state:ARM" "member_of" "bloc:CSTO""#];
    assert_eq!(facts(&found()), wanted);
    let undated = Extractor::bundled().extract(TEXT);
    assert!(facts(&undated).is_empty());
    assert_eq!(json(&undated)["graph"]["date"], Value::Null);
}

#[test]
fn a_co_occurrence_goes_from_the_smaller_id() {
    let extractor = Extractor::bundled();
    for text in ["Zambia met Angola.", "Angola met Zambia."] {
        let document = json(&extractor.extract(text));
        let edge = list(&document, "edges").iter().find(|edge| edge["kind"] == "co_occurrence").unwrap();
        assert_eq!((&edge["source"], &edge["target"]), (&Value::from("state:AGO"), &Value::from("state:ZMB")));
        let spans = if text.starts_with('A') { ([0, 6], [11, 17]) } else { ([11, 17], [0, 6]) };
        let evidence = &edge["evidence"][0];
        assert_eq!(
            (&evidence["source"], &evidence["target"]),
            (&Value::from(&spans.0[..]), &Value::from(&spans.1[..]))
        );
        // One word stands between them.
        assert_eq!((edge["count"].as_u64(), edge["weight"].as_f64()), (Some(1), Some(0.5)));
    }
}

#[test]
fn a_window_names_its_unit() {
    for (window, wanted) in [("3-sentences", "3 sentences"), ("25-tokens", "25 tokens"), ("article", "1 article")] {
        let window: Window = window.parse().unwrap();
        let toml = "[[state]]\nid = \"AGO\"\nname = \"Angola\"\n[[state]]\nid = \"ZMB\"\nname = \"Zambia\"\n";
        let gazetteer = Gazetteer::builder().text("two.toml", toml).build().unwrap();
        let extractor = Extractor::builder().gazetteer(gazetteer).window(window).build().unwrap();
        let text = "Zambia waited. Nobody came. Angola’s envoy was ill.\n\nZambia left. Angola wrote to Zambia.";
        let document = json(&extractor.extract(text));
        assert_eq!(document["graph"]["window"], wanted);
        let pairs = list(&document, "edges").iter().filter(|edge| edge["kind"] == "co_occurrence");
        assert_eq!(pairs.count(), 1);
        check(text, &document);
    }
}

#[test]
fn an_empty_article_is_a_graph_too() {
    for text in ["", " \n\t\n", "Nobody is named here."] {
        let document = json(&Extractor::bundled().extract(text));
        check(text, &document);
        assert!(list(&document, "nodes").is_empty() && list(&document, "edges").is_empty());
        let graph = Extractor::bundled().extract(text).into_graph();
        assert_eq!((graph.nodes().count(), graph.to_string()), (0, String::new()));
    }
}

#[test]
fn a_long_article_is_read_to_its_end() {
    let extractor = extractor_over(
        "[[state]]\nid = \"AGO\"\nname = \"Angola\"\n[[state]]\nid = \"ZMB\"\nname = \"Zambia\"\ndemonyms = [\"Zambian\"]\n",
    );
    let passage = "Angola met Zambian envoys.\n\nNobody else came to the town on the river that day.\n";
    let times = 1_000_000 / passage.len();
    let text = passage.repeat(times);
    let found = extractor.extract(&text);
    assert_eq!((found.mentions().len(), found.sentences().len()), (2 * times, 2 * times));
    assert_eq!(found.mentions().last().unwrap().span().start, text.rfind("Zambian").unwrap());
    let graph = found.into_graph();
    let kind = detente::RelationKind::CoOccurrence;
    assert_eq!(graph.relation("state:AGO", "state:ZMB", kind).unwrap().count() as usize, times);
}

#[test]
fn the_output_says_what_dated_the_article() {
    let extractor = Extractor::bundled();
    let by_dateline = extractor.extract("QUITO, 3 March 2021 (Agency) — Peru thanked Chile.");
    let graph = &json(&by_dateline)["graph"];
    assert_eq!((&graph["date"], &graph["dated_by"]), (&Value::from("2021-03-03"), &Value::from("dateline")));
    assert!(Summary::new(&by_dateline).to_string().contains("2021-03-03 (by its dateline)"));
    let undated = extractor.extract("QUITO, 3 March (Agency) — Peru thanked Chile.");
    let graph = &json(&undated)["graph"];
    assert_eq!((&graph["date"], graph.get("dated_by")), (&Value::Null, None));
    assert!(Summary::new(&undated).to_string().contains("undated"));
}

#[test]
fn a_quotation_holds_the_words_that_signal_the_event() {
    let text = "Azerbaijan accuses Armenia of theft. The foreign ministers of both countries met in Geneva.";
    let found = Extractor::bundled().extract(text);
    for relation in found.relations() {
        for evidence in relation.evidence() {
            let trigger = evidence.event().map_or("", |event| event.trigger().of(text));
            assert!(evidence.quote().contains(trigger), "{relation}: {trigger}");
        }
    }
    let met = found.relations().find(|relation| relation.kind().as_str() == "CONSULT").unwrap();
    assert_eq!(met.evidence().next().unwrap().quote(), text);
}
