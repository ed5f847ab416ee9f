//! Weights and tallies against tables computed by hand.

use detente::{Class, Counting, Extractor, Filter, Gazetteer, Modality, RelationGraph, RelationKind, Sign};

use crate::graph_of;

fn close(got: f64, wanted: f64) -> bool {
    (got - wanted).abs() < 1e-9
}

/// The graph of a text that names no more than three states.
fn in_windows(window: &str, text: &str) -> RelationGraph {
    let states = ["CHL Chile", "PER Peru", "BOL Bolivia"].map(|state| state.split_once(' ').unwrap());
    let records = states.map(|(id, name)| format!("[[state]]\nid = \"{id}\"\nname = \"{name}\"\n"));
    let gazetteer = Gazetteer::builder().text("states.toml", records.concat()).build().unwrap();
    let extractor = Extractor::builder().gazetteer(gazetteer).window(window.parse().unwrap()).build().unwrap();
    extractor.extract(text).into_graph()
}

/// Ten sentences: Chile in four, Peru in five, both in three; Bolivia in one, with neither.
fn sample() -> RelationGraph {
    graph_of(&[
        ("a", "2024-01-01", "Chile met Peru. Chile slept. Peru slept. Chile saw Peru. Rain fell. It snowed."),
        ("b", "2024-01-02", "Chile, unlike Peru, slept. Peru woke. Bolivia woke. Rain fell."),
    ])
}

#[test]
fn associations_follow_from_the_table_of_four() {
    let graph = sample();
    let pair = graph.association("state:CHL", "state:PER").unwrap();
    assert_eq!([pair.together(), pair.first(), pair.second(), pair.all()], [3, 4, 5, 10]);
    assert!(close(pair.jaccard(), 0.5));
    // ln(3·10 / (4·5)) / −ln(3/10) = 0.405465108 / 1.203972804
    assert!(close(pair.npmi(), 0.405_465_108_108_164_4 / 1.203_972_804_325_936));
    // Cells 3, 1, 2, 4 against 2, 2, 3, 3:
    // 2·(3·ln 1.5 + ln 0.5 + 2·ln(2/3) + 4·ln(4/3)) = 2·(1.216395324 − 0.693147181 − 0.810930216 + 1.150728290)
    assert!(close(pair.log_likelihood(), 1.726_092_434_710_685), "{}", pair.log_likelihood());
    let apart = graph.association("state:BOL", "state:CHL").unwrap();
    assert_eq!((apart.jaccard(), apart.npmi()), (0.0, -1.0));
    // Cells 0, 1, 4, 5 against 0.4, 0.6, 3.6, 5.4: 2·(ln(1/0.6) + 4·ln(4/3.6) + 5·ln(5/5.4)) = 1.094905…, and seldom.
    assert!(close(
        apart.log_likelihood(),
        -2.0 * ((1.0 / 0.6_f64).ln() + 4.0 * (4.0 / 3.6_f64).ln() + 5.0 * (5.0 / 5.4_f64).ln())
    ));
    assert!(graph.association("state:CHL", "state:JPN").is_none());
}

#[test]
fn always_together_never_by_chance() {
    let graph = in_windows("sentence", "Chile met Peru.");
    let pair = graph.association("state:CHL", "state:PER").unwrap();
    assert_eq!((pair.jaccard(), pair.npmi(), pair.log_likelihood()), (1.0, 1.0, 0.0));
}

#[test]
fn associations_are_listed_by_pair() {
    let graph = sample();
    let associations = graph.associations();
    let [(source, target, pair)] = &*associations else { panic!("{associations:?}") };
    assert_eq!((source.key(), target.key()), ("CHL", "PER"));
    assert_eq!(Some(*pair), graph.association("state:CHL", "state:PER"));
    let edge = graph.relation("state:CHL", "state:PER", RelationKind::CoOccurrence).unwrap();
    // One word stands between each time: 1/(1+1).
    assert_eq!((edge.count(), edge.articles(), edge.weight()), (3, 2, 1.5));
}

#[test]
fn one_is_never_apart_from_itself() {
    let graph = in_windows("sentence", "Chile met Peru. It rained. Peru slept.");
    let peru = graph.association("state:PER", "state:PER").unwrap();
    assert_eq!((peru.together(), peru.first(), peru.second(), peru.all()), (2, 2, 2, 3));
    assert_eq!((peru.jaccard(), peru.npmi()), (1.0, 1.0));
}

#[test]
fn windows_of_every_unit() {
    let text = "Chile met Peru. It rained. Peru slept.\n\nPeru woke. Rain fell.\n\nChile woke.";
    let counts = |window: &str| {
        let graph = in_windows(window, text);
        graph
            .association("state:CHL", "state:PER")
            .map(|pair| [pair.together(), pair.first(), pair.second(), pair.all()])
    };
    assert_eq!(counts("sentence"), Some([1, 2, 3, 6]));
    // From sentence 1 to 4, of three each: Chile in the first and the last, Peru in all.
    assert_eq!(counts("3-sentences"), Some([2, 2, 4, 4]));
    assert_eq!(counts("9-sentences"), Some([1, 1, 1, 1]));
    assert_eq!(counts("paragraph"), Some([1, 2, 2, 3]));
    assert_eq!(counts("article"), Some([1, 1, 1, 1]));
    assert_eq!(counts("25-tokens"), None);
    let graph = in_windows("25-tokens", text);
    assert_eq!((graph.windows(), graph.associations().len()), (None, 0));
}

#[test]
fn a_pair_stands_in_no_more_windows_than_each_of_it() {
    for window in ["sentence", "2-sentences", "5-sentences", "paragraph", "article"] {
        let text =
            "Chile met Peru. Bolivia slept. Peru woke.\n\nChile slept. Bolivia and Peru met. Chile left. Peru ate.";
        let graph = in_windows(window, text);
        for (source, target, edge) in graph.relations().filter(|(.., edge)| edge.kind() == RelationKind::CoOccurrence) {
            let pair = graph.association(source.id(), target.id()).unwrap();
            assert_eq!(pair.together(), u64::from(edge.count()));
            assert!(
                pair.together() <= pair.first().min(pair.second()) && pair.first().max(pair.second()) <= pair.all()
            );
            assert!((-1.0..=1.0).contains(&pair.npmi()), "{window}");
        }
    }
}

/// Two papers tell of one visit, and one of them twice; the day after there is another one, and a quarrel.
fn visits() -> RelationGraph {
    graph_of(&[
        ("a", "2024-01-01", "Chile accused Peru. Chile accused Peru."),
        ("b", "2024-01-01", "Chile accused Peru."),
        ("c", "2024-01-02", "Chile thanked Peru. Chile attacked Peru. Chile accused Peru."),
        ("d", "2024-01", "Chile accused Peru. In 1879 Chile accused Peru."),
        ("e", "2024-01", "Chile accused Peru. Chile accused Peru."),
    ])
}

#[test]
fn one_a_day() {
    let graph = visits();
    let tally = |counting| graph.tally("state:CHL", "state:PER", counting);
    let (all, daily) = (tally(Counting::All), tally(Counting::OneADay));
    assert_eq!((all.of_class(Class::VerbalConflict), daily.of_class(Class::VerbalConflict)), (7, 4));
    assert_eq!((daily.of_class(Class::VerbalCooperation), daily.of_class(Class::MaterialConflict)), (1, 1));
    assert_eq!((daily.of_sign(Sign::Cooperation), daily.of_sign(Sign::Conflict), daily.count()), (1, 5, 6));
    assert!(close(daily.balance().unwrap(), (1.0 - 5.0) / 6.0));
    let accuse = graph.relation("state:CHL", "state:PER", "ACCUSE".parse().map(RelationKind::Event).unwrap()).unwrap();
    let of_one = accuse.evidence()[0].event().unwrap().goldstein();
    assert!(close(accuse.tally(Counting::All).net_cooperation(), 7.0 * of_one));
    assert!(close(accuse.tally(Counting::OneADay).net_cooperation(), 4.0 * of_one));
    assert!(close(accuse.tally(Counting::OneADay).mean_goldstein().unwrap(), of_one));
    assert_eq!(all.sign(), Some(Sign::Conflict));
}

#[test]
fn of_one_day_the_strongest_counts() {
    // A demand (10) and an appeal (02) are of one type, and not of one value.
    let graph = graph_of(&[("a", "2024-01-01", "Chile demanded aid from Peru. Chile appealed to Peru for calm.")]);
    let request = graph.relation("state:CHL", "state:PER", RelationKind::Event(detente::EventType::Request)).unwrap();
    let values: Vec<f64> = request.evidence().iter().map(|passage| passage.event().unwrap().goldstein()).collect();
    assert!(values.len() == 2 && values[0] != values[1], "{values:?}");
    let strongest = values.iter().copied().max_by(|a, b| a.abs().total_cmp(&b.abs()).then(b.total_cmp(a))).unwrap();
    assert!(close(request.tally(Counting::OneADay).net_cooperation(), strongest));
}

#[test]
fn nothing_sums_up_to_nothing() {
    let graph = visits();
    let none = graph.tally("state:PER", "state:CHL", Counting::All);
    assert_eq!((none.count(), none.balance(), none.mean_goldstein(), none.sign()), (0, None, None, None));
    assert_eq!(graph.tally("state:CHL", "state:JPN", Counting::All), none);
    let recalled = graph.filtered(&Filter::new().modality(Modality::Past));
    assert_eq!(recalled.relations().len(), 1);
    assert_eq!(recalled.tally("state:CHL", "state:PER", Counting::All), none);
}
