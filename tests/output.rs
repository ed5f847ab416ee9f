//! What is written: the node-link JSON by its contract, DOT, and what a JSONL record may be.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::{Command, Stdio};

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

/// The quoted strings of a DOT text, and whether all else in it is balanced.
fn quoted(dot: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut depth = 0i32;
    let mut chars = dot.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                let mut string = String::new();
                loop {
                    match chars.next().expect("a string ends") {
                        '"' => break,
                        '\\' => string.push(chars.next().expect("what is escaped follows")),
                        '\n' => panic!("a line ends in {string:?}"),
                        c => string.push(c),
                    }
                }
                strings.push(string);
            }
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            c => assert!(c.is_ascii(), "{c:?} stands outside quotes"),
        }
        assert!(depth >= 0);
    }
    assert_eq!(depth, 0);
    strings
}

#[test]
fn dot_quotes_whatever_a_name_holds() {
    let name = r#"The "Pact" \ of <Ö> & \n"#;
    let toml = format!(
        "[[bloc]]\nid = \"P\"\nname = '{name}'\nnames = [\"Pactland\"]\n[[state]]\nid = \"QQQ\"\nname = \"Quu\"\n"
    );
    let title = "a \"title\"\nof {two} [lines] \\";
    let extractor = extractor_over(&toml);
    let dot = extractor.extract(Article::new("Pactland said \"no\" to Quu.").with_title(title)).into_graph().to_dot();
    // Graphviz reads entities of HTML in what it shows.
    let strings: Vec<String> = quoted(&dot).into_iter().map(|string| string.replace("&amp;", "&")).collect();
    for wanted in [name, "a \"title\" of {two} [lines] \\", "bloc:P", "Pactland said \"no\" to Quu."] {
        assert!(strings.iter().any(|string| string == wanted), "no {wanted:?} in {dot}");
    }
    assert!(dot.starts_with("digraph detente {") && dot.ends_with("}\n"));
    draw(&dot);
}

#[test]
#[cfg(feature = "markdown")]
fn dot_of_every_sample_article_is_balanced() {
    for entry in std::fs::read_dir(crate::in_crate("examples/articles")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let found = Extractor::bundled().extract(Article::from_markdown(text).unwrap());
        let dot = found.into_graph().to_dot();
        assert!(quoted(&dot).len() > 20);
        // To draw all would take long.
        if path.file_name().unwrap().to_string_lossy().starts_with("2024") {
            draw(&dot);
        }
    }
}

/// Lets Graphviz lay it out, where Graphviz is; it says on standard error what it could not do, and succeeds.
fn draw(dot: &str) {
    let mut program = Command::new("dot");
    program.arg("-Tdot").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let Ok(mut child) = program.spawn() else { return };
    child.stdin.take().unwrap().write_all(dot.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{}\n{dot}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn records_of_json_lines() {
    let article =
        Article::from_json(r#"{"text": "Ä\nb", "id": "1", "title": "T", "date": "2020-01", "more": [1]}"#).unwrap();
    assert_eq!((article.text(), article.id(), article.title()), ("Ä\nb", Some("1"), Some("T")));
    assert_eq!(article.date().unwrap().to_string(), "2020-01");
    let first = Article::from_json("\u{feff}{\"text\": \"of a file with a byte order mark\"}").unwrap();
    assert!(first.text().starts_with("of"));
    for bare in
        [r#"{"text": ""}"#, r#"{"text": "", "id": null, "title": null, "date": null}"#, r#"{"text": "", "date": ""}"#]
    {
        let article = Article::from_json(bare).unwrap();
        assert_eq!((article.id(), article.title(), article.date()), (None, None, None), "{bare}");
    }
    let from_a_table = r#"{"text": "", "id": 17, "date": "2024-06-12T23:59:00.000-04:00"}"#;
    let article = Article::from_json(from_a_table).unwrap();
    assert_eq!((article.id(), article.date().unwrap().to_string().as_str()), (Some("17"), "2024-06-12"));
    for wrong in ["2024-06-12T", "2024-06T10:00", "2024-06-31 10:00", "2024 10:00"] {
        assert!(Article::new("").dated(wrong).is_err(), "{wrong}");
    }
}

#[test]
#[cfg(feature = "html")]
fn a_record_of_html_is_described_by_its_page() {
    let record = |more: &str| {
        let record =
            format!(r#"{{"text": "<title>T</title><meta name=date content=2020-01-02>Iran", "markup": "html"{more}}}"#);
        Article::from_json(&record).unwrap()
    };
    let article = record("");
    assert_eq!((article.title(), article.dated_by()), (Some("T"), Some(detente::DatedBy::Page)));
    let article = record(r#", "title": "Own", "date": "1999""#);
    assert_eq!((article.title(), article.dated_by()), (Some("Own"), Some(detente::DatedBy::Given)));
    assert_eq!(article.date().unwrap().to_string(), "1999");
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
fn records_that_are_none_say_where() {
    let cases = [
        ("{\"text\": \"a\", }", "1:15 this is no article: trailing comma"),
        (
            "{\"text\": \"a\",\n \"id\": []}",
            "2:9 this is no article: invalid type: sequence, expected a string or a whole number",
        ),
        ("{\"id\": \"a\"}", "1:11 this is no article: missing field `text`"),
        ("{\"text\": \"a\", \"markup\": \"docx\"}", "1:30 this is no article: unknown variant `docx`, expected"),
        ("[]", "1:2 this is no article: invalid length 0"),
        ("", "1:0 this is no article: EOF while parsing a value"),
        ("{\"text\": \"a\", \"date\": \"last May\"}", "0:0 `last May` is no date"),
    ];
    for (record, wanted) in cases {
        let error = Article::from_json(record).unwrap_err();
        let place = (error.line().unwrap_or(0), error.column().unwrap_or(0));
        let said = format!("{}:{} {}", place.0, place.1, error.problem());
        assert!(said.starts_with(wanted), "{record}\n  wanted {wanted}\n  said   {said}");
        assert!(!error.cure().is_empty());
    }
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
