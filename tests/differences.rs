//! Differences of two graphs: what became of each relation, whose dealings turned, and how both are written.

use detente::{Change, Changes, Filter, Modality, RelationGraph, RelationKind, Sign, Trend};

use crate::graph_of;

fn before() -> RelationGraph {
    graph_of(&[
        ("a", "2020-01-01", "Chile thanked Peru. Chile thanked Peru. Peru accused Bolivia. Peru accused Bolivia."),
        ("b", "2020-01-02", "Chile met Bolivia. Peru accused Chile. Japan thanked Iran. Japan accused Iran."),
    ])
}

fn after() -> RelationGraph {
    graph_of(&[
        ("c", "2024-01-01", "Chile attacked Peru. Chile met Bolivia. Peru accused Bolivia."),
        ("d", "2024-01-02", "Chile thanked Peru. Peru accused Chile. Peru accused Chile. Japan thanked Iran."),
        ("e", "2024-01-03", "Peru accused Chile. Chile left OPEC. Peru thanked Bolivia."),
        ("f", "2024-01-04", "It rained."),
    ])
}

fn shown<'c>(changes: impl Iterator<Item = &'c Change<'c>>) -> Vec<String> {
    let count = |edge: Option<&detente::Edge>| edge.map_or(0, |edge| edge.count());
    changes.map(|change| format!("{change} {} {}", count(change.before()), count(change.after()))).collect()
}

#[test]
fn what_became_of_each_relation() {
    let (before, after) = (before(), after());
    let difference = before.difference(&after);
    let of = |trend| {
        let events = difference.changes_of(trend).filter(|change| matches!(change.kind(), RelationKind::Event(_)));
        shown(events)
    };
    let mut appeared = of(Trend::Appeared);
    appeared.sort();
    assert_eq!(
        appeared,
        [
            "Chile ─ASSAULT→ Peru 0 1",
            "Chile ─WITHDRAW→ Organization of the Petroleum Exporting Countries 0 1",
            "Peru ─SUPPORT→ Bolivia 0 1"
        ]
    );
    assert_eq!(of(Trend::Vanished), ["Japan ─ACCUSE→ Iran 1 0"]);
    assert_eq!(of(Trend::Grew), ["Peru ─ACCUSE→ Chile 1 3"], "3 in 4 articles against 1 in 2");
    assert_eq!(of(Trend::Shrank), ["Chile ─SUPPORT→ Peru 2 1", "Peru ─ACCUSE→ Bolivia 2 1"]);
    let mut held = of(Trend::Held);
    held.sort();
    let once = ["Bolivia ─CONSULT→ Chile 1 1", "Chile ─CONSULT→ Bolivia 1 1", "Japan ─SUPPORT→ Iran 1 1"];
    assert_eq!(held, once, "as many in more articles is not clearly fewer");
    assert!(difference.changes().windows(2).all(|pair| pair[0].significance() >= pair[1].significance()));
}

#[test]
fn significance_by_hand() {
    let (before, after) = (before(), after());
    let difference = before.difference(&after);
    let significance = |name: &str| {
        let mut changes = difference.changes().iter();
        changes.find(|change| change.to_string() == name).unwrap().significance()
    };
    // 1 in 2 articles and 3 in 4: expected 4/3 and 8/3; 2·(ln(3/4) + 3·ln(9/8)).
    let wanted = 2.0 * (0.75_f64.ln() + 3.0 * 1.125_f64.ln());
    assert!((significance("Peru ─ACCUSE→ Chile") - wanted).abs() < 1e-12);
    // 2 in 2 and 1 in 4: expected 1 and 2; 2·(2·ln 2 + ln(1/2)).
    assert!((significance("Chile ─SUPPORT→ Peru") - 2.0 * std::f64::consts::LN_2).abs() < 1e-12);
    // 0 in 2 and 1 in 4: expected 2/3 of one; 2·ln(3/2).
    assert!((significance("Chile ─ASSAULT→ Peru") - 2.0 * 1.5_f64.ln()).abs() < 1e-12);
}

#[test]
fn whose_dealings_turned() {
    let (before, after) = (before(), after());
    let difference = before.difference(&after);
    let shifts: Vec<String> = difference
        .shifts()
        .iter()
        .map(|shift| {
            let turn = if shift.is_turn() { "turns" } else { "moves" };
            format!("{} {turn} on {} by {:+.1}", shift.source(), shift.target(), shift.change())
        })
        .collect();
    assert_eq!(
        shifts,
        [
            "Chile turns on Peru by -6.7",
            "Peru turns on Bolivia by +2.7",
            "Japan moves on Iran by +2.7",
            "Bolivia moves on Chile by +0.0",
            "Chile moves on Bolivia by +0.0",
            "Peru moves on Chile by +0.0",
        ]
        .map(str::to_owned)
        .to_vec()
    );
    let shift = &difference.shifts()[0];
    assert_eq!((shift.before().count(), shift.after().count()), (1, 2), "one a day");
    assert_eq!((shift.told_before().len(), shift.told_after().len()), (2, 2));
    assert_eq!((shift.before().sign(), shift.after().sign()), (Some(Sign::Cooperation), Some(Sign::Conflict)));
    let [then, now] = shift.telling().map(|told| told.map(|(kind, passage)| format!("{kind} {}", passage.quote())));
    assert_eq!(then.as_deref(), Some("SUPPORT Chile thanked Peru."));
    assert_eq!(now.as_deref(), Some("ASSAULT Chile attacked Peru."));
}

#[test]
fn the_same_is_no_difference() {
    let graph = before();
    let difference = graph.difference(&graph);
    assert!(difference.changes().iter().all(|change| change.trend() == Trend::Held && change.significance() == 0.0));
    assert!(difference.shifts().iter().all(|shift| !shift.is_turn() && shift.change() == 0.0));
    let none = graph_of(&[]);
    assert!(none.difference(&none).changes().is_empty());
    let (forth, back) = (graph.difference(&none), none.difference(&graph));
    assert!(forth.changes().iter().all(|change| change.trend() == Trend::Vanished));
    assert!(back.changes().iter().all(|change| change.trend() == Trend::Appeared));
}

#[test]
fn as_a_table() {
    let (before, after) = (before(), after());
    let difference = before.difference(&after);
    insta::assert_snapshot!("difference", Changes::new(&difference).width(72).rows(2).to_string());
    for width in [0, 48, 61, 200] {
        let table = Changes::new(&difference).width(width).to_string();
        assert!(table.lines().all(|line| line.chars().count() <= width.max(48)), "{width}: {table}");
    }
    let coloured = Changes::new(&difference).width(72).rows(2).colour(true).to_string();
    let plain = coloured.split('\u{1b}').enumerate().map(|(number, part)| match number {
        0 => part,
        _ => part.split_once('m').unwrap().1,
    });
    assert_eq!(plain.collect::<String>(), Changes::new(&difference).width(72).rows(2).to_string());
}

#[test]
fn as_a_graph_of_both() {
    let (before, after) = (before(), after());
    let graph = before.difference(&after).to_graph();
    let ids: String = graph.articles().map(|article| article.id().into_owned()).collect();
    assert_eq!(ids, "abcdef");
    let accuse = graph.relation("state:PER", "state:CHL", "ACCUSE".parse().map(RelationKind::Event).unwrap()).unwrap();
    assert_eq!((accuse.count(), accuse.by_day().len()), (4, 3));
    // What is as it was stands there only where dealings turned.
    let lines = graph.to_string();
    assert!(!lines.contains("Japan ─SUPPORT→ Iran") && lines.contains("Japan ─ACCUSE→ Iran"), "{lines}");
    let all = RelationGraph::merged([before.clone(), after.clone()]).unwrap();
    for (source, target, edge) in graph.relations() {
        assert_eq!(Some(edge), all.relation(source.id(), target.id(), edge.kind()));
        assert_eq!(graph.node(source.id()), all.node(source.id()));
    }
    assert!(before.difference(&before).to_graph().nodes().len() == 0);
}

#[test]
fn an_article_of_both_is_one() {
    let text = "Chile visited Peru. Chile will visit Peru. Chile visited Peru.";
    let told = |modality| graph_of(&[("a", "2024-01-01", text)]).filtered(&Filter::new().modality(modality));
    let (before, after) = (told(Modality::Asserted), told(Modality::Planned));
    let graph = before.difference(&after).to_graph();
    let visits = graph.relation("state:CHL", "state:PER", "CONSULT".parse().map(RelationKind::Event).unwrap()).unwrap();
    assert_eq!((visits.count(), visits.articles()), (3, 1));
}

#[test]
fn as_data() {
    let (before, after) = (before(), after());
    let json = serde_json::to_value(before.difference(&after)).unwrap();
    assert_eq!(json["format"], "detente.difference.v1");
    assert_eq!(json["before"], serde_json::json!({"articles": 2, "first": "2020-01-01", "last": "2020-01-02"}));
    let shift = &json["shifts"][0];
    assert_eq!((&shift["source"], &shift["is_turn"]), (&"state:CHL".into(), &true.into()));
    assert_eq!(shift["after"]["material_conflict"], 1);
    assert_eq!(shift["after"]["evidence"][0]["type"], "ASSAULT");
    assert_eq!(shift["after"]["evidence"][0]["article"], "c");
    let change = json["changes"].as_array().unwrap().iter().find(|change| change["type"] == "WITHDRAW").unwrap();
    assert_eq!((&change["trend"], &change["before"]["count"]), (&"appeared".into(), &0.into()));
    assert_eq!(change["after"]["evidence"][0]["quote"], "Chile left OPEC.");
}
