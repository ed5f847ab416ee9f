//! The examples on the sample articles: their main paths, run as they stand.

// Each example is a program of its own, with a `main` that is not called here and its own copy of what they share.
#![allow(dead_code, clippy::duplicate_mod)]

#[path = "../examples/blocs.rs"]
mod blocs;
#[path = "../examples/corpus.rs"]
mod corpus;
#[path = "../examples/drift.rs"]
mod drift;
#[path = "../examples/panel.rs"]
mod panel;

use detente::{Article, Extractor, Gazetteer, Kind};

use crate::in_crate;

/// The articles on Armenia and its allies.
const ARTICLES: [&str; 6] = [
    "2012-tashkent-steps-back",
    "2016-yerevan-leans-on-moscow",
    "2019-polite-guests-in-yerevan",
    "2022-yerevan-asks-its-allies-a-question",
    "2023-europe-on-the-armenian-hills",
    "2024-armenia-names-the-door",
];

/// The command line of those options, over those articles.
fn command(options: &[&str]) -> lexopt::Parser {
    let articles = ARTICLES.map(|name| in_crate(&format!("examples/articles/{name}.md")).into_os_string());
    lexopt::Parser::from_args(options.iter().map(Into::into).chain(articles))
}

fn text(out: Vec<u8>) -> String {
    String::from_utf8(out).unwrap()
}

/// The part of a table below a title.
fn part<'t>(table: &'t str, title: &str) -> &'t str {
    let (_, rest) = table.split_once(&format!("\n{title}\n")).unwrap_or_else(|| panic!("no {title} in {table}"));
    rest.split("\n\n").next().unwrap()
}

#[test]
fn drift_tells_how_armenia_and_its_allies_parted() {
    let mut out = Vec::new();
    let options = ["--cut", "2022-01-01", "--about", "state:ARM", "--rows", "30"];
    drift::run(command(&options), &mut out).unwrap();
    let table = text(out);
    assert!(
        table.starts_with("then  3 articles, 2012-07-05 to 2019-10-04\nnow   3 articles, 2022-11-25 to 2024-06-20\n")
    );
    let (colder, _) = table.split_once("\nWarmer\n").unwrap();
    assert!(colder.contains("Armenia → CSTO") && colder.contains("Russia → Armenia"), "{table}");
    assert!(part(&table, "New events").contains("Armenia ─WITHDRAW→ CSTO"), "{table}");
    assert!(part(&table, "More often named together").contains("European Union ─ Armenia"), "{table}");
    let page = std::env::temp_dir().join(format!("detente-drift-{}.html", std::process::id()));
    drift::run(command(&["--cut", "2022", "--html", page.to_str().unwrap()]), &mut Vec::new()).unwrap();
    let html = std::fs::read_to_string(&page).unwrap();
    std::fs::remove_file(&page).unwrap();
    assert!(html.starts_with("<!doctype html>") && html.contains("bloc:CSTO"));
    let mut json = Vec::new();
    drift::run(command(&["--before", "2012..2019", "--after", "2022..2024", "--json"]), &mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!((&json["before"]["articles"], &json["after"]["articles"]), (&3.into(), &3.into()));
    let error = drift::run(command(&[]), &mut Vec::new()).unwrap_err();
    assert!(format!("{error:?}").contains("no two periods are given"));
    let error = drift::run(command(&["--cut", "2022", "--about", "CTSO"]), &mut Vec::new()).unwrap_err();
    assert!(format!("{error:?}").contains("there is no entity `CTSO`; did you mean bloc:CSTO"), "{error:?}");
}

#[test]
fn any_number_of_threads_writes_the_same() {
    let [one, three] = ["1", "3"].map(|threads| {
        let mut out = Vec::new();
        drift::run(command(&["--cut", "2022-01-01", "--threads", threads]), &mut out).unwrap();
        text(out)
    });
    assert_eq!(one, three);
    let none = drift::run(command(&["--threads", "0"]), &mut Vec::new()).unwrap_err();
    assert!(format!("{none:?}").starts_with("Said(\"--threads: "), "{none:?}");
}

#[test]
fn blocs_shows_an_alliance_that_turns_outwards() {
    let mut out = Vec::new();
    blocs::run(command(&["--bloc", "CSTO", "--by", "year"]), &mut out).unwrap();
    let table = text(out);
    assert!(table.starts_with("Collective Security Treaty Organization\n"), "{table}");
    let index = |year: &str| {
        let row = table.lines().find(|line| line.starts_with(&format!("  {year}"))).unwrap();
        row.split_whitespace().nth(4).unwrap().replace('−', "-").parse::<f64>().unwrap()
    };
    assert!(index("2012") < 0.0 && index("2016") < 0.0 && index("2023") > 0.0 && index("2024") > 0.0, "{table}");
    assert!(table.contains("Armenia ─WITHDRAW→ CSTO"), "{table}");
    assert!(blocs::run(command(&["--bloc", "state:ARM"]), &mut Vec::new()).is_err());
}

#[test]
fn panel_has_a_row_for_each_dyad_and_month() {
    let mut out = Vec::new();
    panel::run(command(&[]), &mut out).unwrap();
    let csv = text(out);
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!((head[0], head[4], head[12]), ("month", "target", "goldstein_sum"));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let keys: Vec<[&str; 3]> = rows.iter().map(|row| [row[0], row[1], row[4]]).collect();
    assert!(keys.is_sorted_by(|a, b| a < b) && rows.iter().all(|row| row.len() == head.len()));
    let number = |text: &str| text.parse::<f64>().unwrap();
    for row in &rows {
        let events = number(row[7]);
        assert_eq!(row[8..12].iter().map(|count| number(count)).sum::<f64>(), events, "{row:?}");
        assert!((number(row[12]) / events - number(row[13])).abs() < 0.001, "{row:?}");
    }
    let withdraws = ["2012-07", "state:UZB", "bloc:CSTO"];
    assert!(keys.contains(&withdraws), "{csv}");

    let error = panel::run(command(&["--kinds", "state,block"]), &mut Vec::new()).unwrap_err();
    assert!(format!("{error:?}").contains("there is no kind `block`; write one of bloc, "), "{error:?}");

    let mut out = Vec::new();
    panel::run(command(&["--evidence"]), &mut out).unwrap();
    let csv = text(out);
    let row = csv.lines().find(|line| line.starts_with("2012-07,state:UZB") && line.contains("bloc:CSTO")).unwrap();
    let ids: Vec<&str> = row.rsplit(',').next().unwrap().split(' ').collect();
    let path = in_crate(&format!("examples/articles/{}.md", ARTICLES[0]));
    let article = Article::from_markdown(std::fs::read_to_string(path).unwrap()).unwrap().with_id(ARTICLES[0]);
    let events = Extractor::bundled().extract(article).into_graph().to_events_csv();
    assert!(ids.len() > 1 && ids.iter().all(|id| events.contains(&format!("\n{id},"))), "{ids:?}");

    let mut out = Vec::new();
    panel::run(command(&["--balanced", "--by", "year"]), &mut out).unwrap();
    let balanced = text(out);
    let dyads: std::collections::BTreeSet<_> = keys.iter().map(|[_, source, target]| (source, target)).collect();
    // A dyad of which all that is told is recalled has no row in the one, and none in the other.
    assert_eq!(balanced.lines().count() - 1, dyads.len() * 13, "2012 to 2024");
}

#[test]
fn corpus_with_a_gazetteer_of_ones_own() {
    let groups = in_crate("examples/gazetteers/armed-groups.toml");
    let mut out = Vec::new();
    corpus::run(command(&["--gazetteer", groups.to_str().unwrap(), "--by", "quarter"]), &mut out).unwrap();
    let table = text(out);
    for title in ["Entities", "Events", "Named together", "Named together beyond chance"] {
        part(&table, title);
    }
    assert!(table.contains("\nMentions by quarter, 2012-Q3 to 2024-Q2\n"), "{table}");
}

#[test]
fn armed_groups_are_found_and_act() {
    let groups = in_crate("examples/gazetteers/armed-groups.toml");
    let gazetteer = Gazetteer::builder().bundled().path(groups).build().unwrap();
    let findings: Vec<String> = gazetteer.lint().iter().map(ToString::to_string).collect();
    assert!(!findings.iter().any(|finding| finding.contains("armed-groups.toml")), "{findings:#?}");
    let is_group = |entity: &detente::Entity| entity.kind() == Kind::new("armed-group");
    assert!(gazetteer.entities().filter(is_group).count() >= 20);
    let extractor = Extractor::builder().gazetteer(gazetteer).build().unwrap();
    let text = "Hezbollah attacked Israel. The Pakistani Taliban threatened Pakistan. Reporters Without Borders, or RSF, left.";
    let graph = extractor.extract(text).into_graph();
    let lines = graph.to_string();
    assert!(
        lines.contains("Hezbollah ─ASSAULT→ Israel") && lines.contains("Tehrik-i-Taliban Pakistan ─THREATEN→ Pakistan")
    );
    assert!(graph.node("armed-group:TALIBAN").is_none() && graph.node("armed-group:RSF").is_none());
}
