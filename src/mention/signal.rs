//! The words that set the rules of mentions going: titles, offices, nouns that describe, and what stands beside a name
//! that may be another thing's.

use super::description;
use super::discover::{OFFICES, RANKS};
use super::language::SPOKEN;
use super::sport::RESULTS;
use crate::gazetteer::Data;
use crate::lexicon::Lexicon;
use crate::matcher::{Signal, Signals, Written};

/// A noun of a role: "prime minister".
pub(super) const ROLE: Signal = Signal::number(0);
/// What a person may be: the last word of an office.
pub(super) const OFFICE: Signal = Signal::number(1);
/// A rank or title that alone says that somebody serves a state.
pub(super) const RANK: Signal = Signal::number(2);
/// A noun that describes an entity: "bloc".
pub(super) const DESCRIPTION: Signal = Signal::number(3);

/// A word between a name and the noun of a role: "former".
pub(super) const MODIFIER: Signal = Signal::number(4);
pub(super) const ROLE_OR_MODIFIER: Signal = ROLE.and(MODIFIER);

/// A small word that beside a name may make another thing of it: "airport".
pub(super) const LOOKALIKE: Signal = Signal::number(5);
/// A word before a language: "speaks".
pub(super) const SPOKEN_IN: Signal = Signal::number(6);
/// What one side does to another: "beat".
pub(super) const RESULT: Signal = Signal::number(7);
/// A preposition before the other side: "against".
pub(super) const AGAINST: Signal = Signal::number(8);
/// The last word of a title before a name: "Minister".
pub(super) const TITLE: Signal = Signal::number(9);
pub(super) const THE: Signal = Signal::number(10);
pub(super) const OF: Signal = Signal::number(11);
/// What joins the parts of a list: "and".
pub(super) const LINK: Signal = Signal::number(12);

/// Not a word, but a hyphen that joins what stands before a name to it.
pub(super) const HYPHEN: Signal = Signal::number(29);
/// Not of words, but of what stands beside a name: something else than a small letter where a word begins.
pub(super) const CAPITAL: Signal = Signal::number(30);
/// A mark, where a word might stand.
pub(super) const MARK: Signal = Signal::number(31);

/// All such words.
pub(crate) fn signals(data: &Data, lexicon: &Lexicon) -> Signals {
    use Written::{InAnyCase, So};
    let (people, lookalikes) = (&lexicon.people, &lexicon.lookalikes);
    let roles = people.roles.iter().flat_map(|role| &role.nouns).map(|noun| (&**noun, InAnyCase, ROLE));
    let descriptions = description::nouns(data).map(|(noun, _)| (noun, InAnyCase, DESCRIPTION));
    let offices = OFFICES.words().map(|word| (word, InAnyCase, OFFICE));
    let ranks = RANKS.iter().map(|&rank| (rank, So, RANK));
    let modifiers = people.modifiers().map(|word| (word, InAnyCase, MODIFIER));
    let titles = people.titles().map(|title| (last_word(title), So, TITLE));
    let before = lookalikes.before.iter().map(|phrase| last_word(phrase));
    let after = lookalikes.after.iter().chain(&lookalikes.after_names).map(|phrase| &**phrase);
    let beside = before.chain(after).map(|word| (word, So, LOOKALIKE));
    let spoken = SPOKEN.words().map(|word| (word, InAnyCase, SPOKEN_IN));
    let results = RESULTS.words().map(|word| (word, So, RESULT));
    let others = [
        ("of", So, OF.and(LOOKALIKE)),
        ("the", InAnyCase, THE),
        ("and", So, LINK),
        ("or", So, LINK),
        ("time", So, LOOKALIKE),
        ("Open", So, RESULT),
    ];
    let prepositions = ["over", "against", "with", "to", "by"].map(|word| (word, So, AGAINST));
    let gone_on = ["airports", "hotels", "stadiums", "universities", "hospitals", "streets", "prizes"];
    let noted = roles.chain(descriptions).chain(offices).chain(ranks).chain(modifiers);
    let asked_for = titles.chain(beside).chain(spoken).chain(results).chain(others).chain(prepositions);
    let plurals = gone_on.map(|word| (word, So, LOOKALIKE));
    Signals::new(noted.chain(asked_for).chain(plurals), OFFICE.and(RANK).and(DESCRIPTION))
}

fn last_word(phrase: &str) -> &str {
    phrase.rsplit(' ').next().unwrap_or(phrase)
}
