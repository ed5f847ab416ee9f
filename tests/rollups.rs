//! Roll-ups, sides of blocs and cohesion: on each article's own date.

use std::sync::LazyLock;

use detente::{Calendar, Gazetteer, Interval, RelationGraph, RelationKind, RollUp, Side};

use crate::{extractor_over, graph_of};

/// A world of its own, so that no correction of a fact breaks a test: the Union loses Bland to the Pact in 2010, and Ann
/// Oak goes from Aland's presidency to the Union's secretariat in 2015.
const WORLD: &str = r#"
[[state]]
id = "XXA"
name = "Aland"
[[state]]
id = "XXB"
name = "Bland"
[[state]]
id = "XXC"
name = "Cland"
[[bloc]]
id = "UNION"
name = "Union"
members = [{ id = "state:XXA", from = "2000-01-01" }, { id = "state:XXB", from = "2000-01-01", until = "2010-01-01" },
           { id = "state:XXC", status = "observer", from = "2000-01-01" }]
[[bloc]]
id = "PACT"
name = "Pact"
members = [{ id = "state:XXB", from = "2010-01-01" }]
[[leader]]
id = "ann-oak"
name = "Ann Oak"
offices = [{ office = "president", of = "state:XXA", from = "2005-01-01", until = "2015-01-01" },
           { office = "secretary-general", of = "bloc:UNION", from = "2015-01-01", until = "2018-01-01" }]
[[leader]]
id = "bob-elm"
name = "Bob Elm"
offices = [{ office = "chair", of = "bloc:PACT", from = "2010-01-01" },
           { office = "foreign-minister", of = "state:XXB", from = "2005-01-01" }]
[[leader]]
id = "cat-ash"
name = "Cat Ash"
offices = [{ office = "opposition-leader", of = "state:XXC", from = "2005-01-01" }]
[[leader]]
id = "dan-yew"
name = "Dan Yew"
offices = [{ office = "monarch", of = "state:XXC", from = "2005-01-01" },
           { office = "monarch", of = "state:XXA", from = "2005-01-01" }]
"#;

static GAZETTEER: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::builder().text("world.toml", WORLD).build().unwrap());

fn graph(articles: &[(&str, &str)]) -> RelationGraph {
    let extractor = extractor_over(WORLD);
    let graphs = articles.iter().enumerate().map(|(number, &(date, text))| {
        let article = detente::Article::new(text).with_id(number.to_string());
        extractor.extract(if date.is_empty() { article } else { article.dated(date).unwrap() }).into_graph()
    });
    RelationGraph::merged(graphs).unwrap()
}

fn into_states() -> RollUp {
    RollUp::new(&GAZETTEER)
}

fn into_blocs() -> RollUp {
    into_states().bloc("bloc:UNION").unwrap().bloc("bloc:PACT").unwrap()
}

fn stands_for(roll_up: &RollUp, id: &str, date: &str) -> Vec<String> {
    let entity = GAZETTEER.get(id).unwrap();
    roll_up.stands_for(&entity, date.parse().ok()).iter().map(|entity| entity.key().to_owned()).collect()
}

#[test]
fn whom_one_stands_for_depends_on_the_day() {
    for (id, date, wanted) in [
        ("leader:ann-oak", "2014-12-31", "XXA"),
        ("leader:ann-oak", "2015-01-01", "UNION"),
        ("leader:ann-oak", "2018-01-01", "ann-oak"),
        ("leader:ann-oak", "", "ann-oak"),
        ("leader:bob-elm", "2012", "XXB"),
        ("leader:cat-ash", "2012", "cat-ash"),
        ("leader:dan-yew", "2012", "XXC"),
        ("state:XXB", "2012", "XXB"),
    ] {
        assert_eq!(stands_for(&into_states(), id, date), [wanted], "{id} {date}");
    }
    for (id, date, wanted) in [
        ("state:XXB", "2009-12-31", "UNION"),
        ("state:XXB", "2010-01-01", "PACT"),
        ("state:XXB", "", "XXB"),
        ("state:XXC", "2012", "XXC"),
        ("leader:bob-elm", "2012", "PACT"),
        ("bloc:UNION", "2012", "UNION"),
    ] {
        assert_eq!(stands_for(&into_blocs(), id, date), [wanted], "{id} {date}");
    }
    let error = into_states().bloc("bloc:NONE").unwrap_err();
    assert_eq!(error.problem(), "the gazetteer has no bloc `bloc:NONE`");
}

#[test]
fn a_state_in_two_blocs_stands_for_both() {
    let gazetteer = Gazetteer::bundled();
    let roll_up = RollUp::new(&gazetteer).bloc("bloc:NATO").unwrap().bloc("bloc:EU").unwrap();
    let france = roll_up.stands_for(&gazetteer.get("state:FRA").unwrap(), "2020-01-01".parse().ok());
    assert_eq!(france.iter().map(|bloc| bloc.key()).collect::<Vec<_>>(), ["NATO", "EU"]);
}

#[test]
fn people_into_states() {
    let articles = [
        ("2012-05-01", "Ann Oak accused Bob Elm. Aland and Ann Oak thanked Cland. Ann Oak met Aland."),
        ("2016-05-01", "Ann Oak thanked Cland."),
    ];
    let states = graph(&articles).rolled_up(&into_states());
    assert_eq!(
        states.to_string().lines().collect::<Vec<_>>(),
        [
            "Union ─1─ Cland",
            "Union ─SUPPORT→ Cland",
            "Aland ─1─ Bland",
            "Aland ─ACCUSE→ Bland",
            "Aland ─1─ Cland",
            "Aland ─SUPPORT→ Cland",
        ]
    );
    let thanked = states.relation("state:XXA", "state:XXC", "SUPPORT".parse().map(RelationKind::Event).unwrap());
    assert_eq!(thanked.unwrap().count(), 1, "one event of two who stand for one");
    // Each mention counts, whoever it is of.
    assert_eq!(states.node("state:XXA").unwrap().count(), 5);
}

#[test]
fn of_one_window_the_nearest_two_count() {
    let articles = [("2012-05-01", "Ann Oak, speaking at last for Aland, Cland said.")];
    let graph = graph(&articles);
    let near = graph.relation("state:XXA", "state:XXC", RelationKind::CoOccurrence).unwrap().weight();
    let states = graph.rolled_up(&into_states());
    let edge = states.relation("state:XXA", "state:XXC", RelationKind::CoOccurrence).unwrap();
    assert_eq!((edge.count(), edge.weight()), (1, near));
    assert_eq!(edge.evidence()[0].source().of(articles[0].1), "Aland");
}

#[test]
fn states_into_blocs() {
    let articles = [
        ("2005-05-01", "Aland accused Bland. Aland accused Cland."),
        ("2012-05-01", "Aland accused Bland."),
        ("", "Aland accused Bland."),
    ];
    let blocs = graph(&articles).rolled_up(&into_blocs());
    let accusations: Vec<String> = blocs
        .relations()
        .filter(|(.., edge)| matches!(edge.kind(), RelationKind::Event(_)))
        .map(|(source, target, edge)| format!("{source} {target} {}", edge.count()))
        .collect();
    assert_eq!(accusations, ["Union Pact 1", "Union Cland 1", "Aland Bland 1"]);
}

#[test]
fn who_says_so_is_rolled_up_as_well() {
    let said = graph(&[("2008-05-01", "Bland attacked Cland, Ann Oak said.")]);
    let speakers = |graph: &RelationGraph| -> Vec<String> {
        let passages = graph.relations().flat_map(|(.., edge)| edge.evidence());
        let told = passages.filter_map(|passage| passage.event()?.attributed_to.as_ref());
        told.map(|speaker| speaker.id().to_owned()).collect()
    };
    assert_eq!(speakers(&said), ["leader:ann-oak"]);
    assert_eq!(speakers(&said.rolled_up(&into_states())), ["state:XXA"]);
    assert_eq!(speakers(&said.rolled_up(&into_blocs())), ["bloc:UNION"]);
}

#[test]
fn facts_are_said_of_the_entity_itself() {
    let articles = [("2012-05-01", "Ann Oak and Bob Elm left. Bland joined the Pact; Aland stays in the Union.")];
    let all = graph(&articles);
    let facts = |graph: &RelationGraph| {
        let lines = graph.to_string();
        lines.lines().filter(|line| line.contains("leads") || line.contains("member")).count()
    };
    assert_eq!((facts(&all), facts(&all.rolled_up(&into_states())), facts(&all.rolled_up(&into_blocs()))), (4, 2, 0));
}

#[test]
fn rolled_up_twice_is_rolled_up_once() {
    let articles = [
        ("2005-05-01", "Aland accused Bland. Ann Oak met Bob Elm and Cat Ash. Bland left the Union."),
        ("2012-05-01", "Ann Oak accused Bland. Bob Elm thanked Aland."),
    ];
    for roll_up in [into_states(), into_blocs()] {
        let once = graph(&articles).rolled_up(&roll_up);
        assert_eq!(once.rolled_up(&roll_up), once);
    }
    let nobody = graph_of(&[("a", "2024-01-01", "Chile met Peru. Bolivia thanked Chile.")]);
    assert_eq!(nobody.rolled_up(&into_states()), nobody);
}

#[test]
fn sides_of_blocs() {
    let side = |a, b, date: &str| {
        let [a, b] = [a, b].map(|id| GAZETTEER.get(id).unwrap());
        let there = into_blocs().side(&a, &b, date.parse().ok());
        assert_eq!(into_blocs().side(&b, &a, date.parse().ok()), there);
        there
    };
    assert_eq!(side("state:XXA", "state:XXB", "2005"), Side::Inside);
    assert_eq!(side("state:XXA", "leader:bob-elm", "2012"), Side::Between);
    assert_eq!(side("bloc:UNION", "state:XXA", "2012"), Side::Inside);
    assert_eq!(side("state:XXA", "state:XXC", "2012"), Side::Across, "an observer is no member");
    assert_eq!(side("state:XXC", "leader:cat-ash", "2012"), Side::Outside);
    assert_eq!(side("state:XXA", "state:XXB", ""), Side::Outside);
    let graph = graph(&[("2005-05-01", "Aland met Bland."), ("2012-05-01", "Aland met Bland. Bland met Aland.")]);
    let edge = graph.relation("state:XXA", "state:XXB", RelationKind::CoOccurrence).unwrap();
    let [a, b] = ["state:XXA", "state:XXB"].map(|id| GAZETTEER.get(id).unwrap());
    let sides = into_blocs().sides(&a, &b, edge);
    assert_eq!(Side::ALL.iter().map(|&side| sides.on(side)).collect::<Vec<_>>(), [1, 0, 2, 0]);
}

#[test]
fn cohesion_over_time() {
    let graph = graph(&[
        ("2008-05-01", "Aland thanked Bland. Aland met Bland. Ann Oak accused Cland."),
        ("2009-05-01", "Bland left the Union. In 1990 Aland attacked Bland."),
        ("2012-05-01", "Aland accused Bland. Cland thanked Bob Elm. Cat Ash praised Aland."),
        ("", "Aland met Bland."),
    ]);
    let years = Calendar::of(&graph, Interval::Year);
    let cohesion = graph.cohesion(&GAZETTEER, "bloc:UNION", &years).unwrap();
    let shown: Vec<String> = cohesion
        .iter()
        .map(|year| {
            let ei = year.ei_index().map_or("-".to_owned(), |index| format!("{index:+.2}"));
            let concord = year.concord().map_or("-".to_owned(), |concord| format!("{concord:+.2}"));
            let (inside, across) = (year.inside.count(), year.across.count());
            let label = &year.stretch.label;
            format!(
                "{label} {}/{} {}:{} {ei} {inside}:{across} {concord}",
                year.named, year.members, year.together, year.apart
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "2008 2/2 2:1 -0.33 3:1 +1.00",
            "2009 2/2 2:0 -1.00 1:0 -1.00",
            "2010 0/1 0:0 - 0:0 -",
            "2011 0/1 0:0 - 0:0 -",
            "2012 1/1 0:1 +1.00 0:2 -",
        ]
    );
    let error = graph.cohesion(&GAZETTEER, "state:XXA", &years).unwrap_err();
    assert_eq!(error.problem(), "the gazetteer has no bloc `state:XXA`");
}

#[test]
fn a_stretch_ends_where_the_next_begins() {
    // Bland goes from the one to the other on the first day of 2010.
    let graph = graph(&[("2009-05-01", "Aland met Bland."), ("2010-05-01", "Aland met Bland.")]);
    let years = Calendar::of(&graph, Interval::Year);
    let members = |bloc| {
        let cohesion = graph.cohesion(&GAZETTEER, bloc, &years).unwrap();
        cohesion.iter().map(|year| year.members).collect::<Vec<_>>()
    };
    assert_eq!(members("bloc:UNION"), [2, 1]);
    assert_eq!(members("bloc:PACT"), [0, 1]);
}
