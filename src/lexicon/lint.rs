//! What no row of the cues may be: dead beside an earlier one, or at odds with it.

use std::collections::BTreeSet;

use super::cue::Demand;
use super::{Cue, Lexicon, Meaning, VerbForm};
use crate::vocabulary::EventType;

/// A cue with the words that it asks for.
type Row = (&'static Cue, &'static Demand);

/// The cues that share a spelling, two by two, the earlier first.
fn pairs() -> Vec<(String, Row, Row)> {
    static LEXICON: std::sync::LazyLock<Lexicon> = std::sync::LazyLock::new(Lexicon::bundled);
    let mut pairs = Vec::new();
    for alike in LEXICON.cues.spellings().chunk_by(|a, b| a.0 == b.0) {
        let numbers = |wanted: fn(&Meaning) -> Option<u32>| -> Vec<u32> {
            alike.iter().filter_map(|(_, meaning)| wanted(meaning)).collect::<BTreeSet<_>>().into_iter().collect()
        };
        let verbs = numbers(|meaning| match meaning {
            Meaning::Verb(cue, VerbForm::Base) => Some(*cue),
            _ => None,
        });
        let nouns = numbers(|meaning| match meaning {
            Meaning::Noun(cue) => Some(*cue),
            _ => None,
        });
        for numbers in [verbs, nouns] {
            for (at, &first) in numbers.iter().enumerate() {
                let row = |number: u32| (&LEXICON.cues.all[number as usize], &LEXICON.cues.demands[number as usize]);
                pairs.extend(numbers[at + 1..].iter().map(|&next| (alike[0].0.clone(), row(first), row(next))));
            }
        }
    }
    pairs
}

fn set(words: &[u16]) -> BTreeSet<u16> {
    words.iter().copied().collect()
}

/// Whether two cues look for their source and target in the same places.
fn same_frame(a: &Cue, b: &Cue) -> bool {
    (a.direct, a.from_object, a.undergone, a.reciprocal) == (b.direct, b.from_object, b.undergone, b.reciprocal)
        && a.charge == b.charge
        && set(&a.to) == set(&b.to)
        && set(&a.from) == set(&b.from)
}

#[test]
fn no_cue_says_what_an_earlier_one_of_its_type_says() {
    let dead = |(a, of_a): Row, (b, of_b): Row| {
        a.event == b.event
            && same_frame(a, b)
            && a.demands == b.demands
            && set(&of_a.with).is_superset(&set(&of_b.with))
            && set(&of_a.not_after).is_subset(&set(&of_b.not_after))
    };
    let found = pairs().into_iter().filter(|&(_, a, b)| dead(a, b));
    let found: Vec<_> = found.map(|(spelling, (a, _), (b, _))| (spelling, a.code, b.code)).collect();
    assert!(found.is_empty(), "said twice: {found:#?}");
}

#[test]
fn no_two_cues_make_two_types_of_one_frame() {
    let of_bloc = |cue: &Cue| matches!(cue.event, Some(EventType::Join | EventType::Withdraw));
    let at_odds = |(a, of_a): Row, (b, of_b): Row| {
        a.event.is_some()
            && b.event.is_some()
            && a.event != b.event
            && of_bloc(a) == of_bloc(b)
            && same_frame(a, b)
            && set(&of_a.with) == set(&of_b.with)
    };
    let found = pairs().into_iter().filter(|&(_, a, b)| at_odds(a, b));
    let found: Vec<_> = found.map(|(spelling, (a, _), (b, _))| (spelling, a.code, b.code)).collect();
    assert!(found.is_empty(), "at odds: {found:#?}");
}
