//! What sets the rules of mentions going: words of titles, offices and descriptions, and words and marks beside a name that
//! may be another thing's.

use super::describing::describing_nouns;
use super::discover::{OFFICES, RANKS};
use super::guards::is_everywhere;
use super::language::SPOKEN;
use super::place::{CITY, EVENTFUL, LEAVING, MOVING, PLACING};
use super::sport::{FOR_SIDES, RESULTS, SQUAD};
use crate::gazetteer::Data;
use crate::lexicon::Lexicon;
use crate::matcher::{Signal, Signals, Written};

/// A rank or title that alone says that somebody serves a state.
pub(super) const RANK: Signal = Signal::before(0);
/// The last word of a title before a name: "Minister".
pub(super) const TITLE: Signal = Signal::before(1);
pub(super) const OF: Signal = Signal::before(2);
/// "president of" and "of the", before the name of what somebody is president of.
pub(super) const ROLE_OF: Signal = Signal::before(11);
pub(super) const OF_THE: Signal = Signal::before(12);
pub(super) const THE: Signal = Signal::before(3);
/// What joins the parts of a list, "and", before a name and behind it.
pub(super) const LINK_BEFORE: Signal = Signal::before(4);
pub(super) const LINK_AFTER: Signal = Signal::after(4);
/// A word or a mark that before a name, or behind it, may make another thing of it: "airport".
pub(super) const LOOKALIKE_BEFORE: Signal = Signal::before(5);
pub(super) const LOOKALIKE_AFTER: Signal = Signal::after(5);
/// The same by a guard that the name carries.
pub(super) const GUARD_BEFORE: Signal = Signal::before(6);
pub(super) const GUARD_AFTER: Signal = Signal::after(6);
/// What one side does to another ("beat"), and a preposition before the other side.
pub(super) const MATCH_BEFORE: Signal = Signal::before(7);
pub(super) const MATCH_AFTER: Signal = Signal::after(7);
/// A word before a language: "speaks".
pub(super) const SPOKEN_BEFORE: Signal = Signal::before(8);
/// A preposition or verb before a place.
pub(super) const PLACE_BEFORE: Signal = Signal::before(10);
/// A noun behind a capital's name that means the city.
pub(super) const CITY_AFTER: Signal = Signal::after(12);
/// A word before which, or somewhat behind which, a name is a hotel's or a ship's.
pub(super) const OPENING: Signal = Signal::after(8);
/// Brackets, in which short forms are explained.
pub(super) const BRACKET_BEFORE: Signal = Signal::before(9);
pub(super) const BRACKET_AFTER: Signal = Signal::after(9);

/// A noun of a role: "prime minister".
pub(super) const ROLE: Signal = Signal::after(0);
/// A word between a name and the noun of a role: "former".
pub(super) const MODIFIER: Signal = Signal::after(1);
pub(super) const ROLE_OR_MODIFIER: Signal = ROLE.and(MODIFIER);
/// What a person may be: the last word of an office.
pub(super) const OFFICE: Signal = Signal::after(2);
/// A noun that describes an entity: "bloc".
pub(super) const DESCRIPTION: Signal = Signal::after(3);
pub(super) const COMMA_AFTER: Signal = Signal::after(10);
pub(super) const HYPHEN_AFTER: Signal = Signal::after(11);

/// All such words and marks.
pub(crate) fn signals(data: &Data, lexicon: &Lexicon) -> Signals {
    use Written::{Before, Behind, InAnyCase, So};
    let (people, lookalikes) = (&lexicon.people, &lexicon.lookalikes);
    let roles = people.roles.iter().flat_map(|role| &role.nouns).map(|noun| (&**noun, InAnyCase, ROLE));
    let nouns_of_roles = people.roles.iter().flat_map(|role| role.nouns.iter().map(AsRef::<str>::as_ref));
    let of_roles: Vec<String> = nouns_of_roles.flat_map(of_role).chain(OFFICES.words().flat_map(of_role)).collect();
    let of_roles = of_roles.iter().map(|phrase| (&**phrase, Before, ROLE_OF));
    let modifiers = people.modifiers().map(|word| (word, InAnyCase, MODIFIER));
    let describing = describing_nouns(data);
    let descriptions = describing.iter().map(|(noun, _)| (&**noun, InAnyCase, DESCRIPTION));
    let offices = OFFICES.words().map(|word| (word, InAnyCase, OFFICE));
    let ranks = RANKS.iter().map(|&rank| (rank, So, RANK));
    let titles = people.titles().map(|title| (last_word(title), So, TITLE));
    let nouns = roles.chain(of_roles).chain(modifiers).chain(descriptions).chain(offices).chain(ranks).chain(titles);

    let before = lookalikes.before.iter().map(|phrase| (&**phrase, Before, LOOKALIKE_BEFORE));
    let after = lookalikes.after.iter().chain(&lookalikes.after_names);
    let after = after.map(|phrase| (&**phrase, Behind, LOOKALIKE_AFTER));
    // Those that stand everywhere are asked for by the names whose guards have them.
    let guarding = data.guards.iter().flat_map(|guard| &guard.before).filter(|phrase| !is_everywhere(phrase));
    let guarding = guarding.map(|phrase| (&**phrase, Before, GUARD_BEFORE));
    let guarded = data.guards.iter().flat_map(|guard| &guard.after).filter(|phrase| !is_everywhere(phrase));
    let guarded = guarded.map(|phrase| (&**phrase, Behind, GUARD_AFTER));
    let phrases = before.chain(after).chain(guarding).chain(guarded);

    let spoken = SPOKEN.words().map(|word| (word, InAnyCase, SPOKEN_BEFORE));
    let results = RESULTS.words().map(|word| (word, So, MATCH_BEFORE.and(MATCH_AFTER)));
    // "beat the Philippines".
    let with_article: Vec<String> =
        RESULTS.words().chain(["over", "against"]).map(|word| format!("{word} the")).collect();
    let for_sides: Vec<String> = FOR_SIDES.words().map(|word| format!("{word} for")).collect();
    let with_article = with_article.iter().chain(&for_sides).map(|phrase| (&**phrase, Before, MATCH_BEFORE));
    let squads = SQUAD.words().map(|word| (word, So, MATCH_AFTER));
    let goals = ["first", "second", "third", "opening", "winning", "are", "were"].map(|word| (word, So, MATCH_AFTER));
    let against = [
        "over",
        "against",
        "with",
        "to",
        "by",
        "between",
        "past",
        "arch-rivals",
        "rivals",
        "hosts",
        "champions",
        "holders",
    ]
    .map(|word| (word, So, MATCH_BEFORE));
    let places = PLACING.words().chain(MOVING.words()).chain(LEAVING.words()).chain(EVENTFUL.words());
    let places = places.map(|word| (word, InAnyCase, PLACE_BEFORE));
    let cities = CITY.words().map(|word| (word, So, CITY_AFTER));
    let plurals = ["airports", "hotels", "stadiums", "universities", "hospitals", "streets", "prizes"];
    let plurals = plurals.map(|word| (word, So, LOOKALIKE_AFTER));
    let others = [
        ("of", So, OF),
        ("the", InAnyCase, THE),
        ("of the", Before, OF_THE),
        ("for the", Before, OF_THE),
        ("of The", Before, OF_THE),
        ("of THE", Before, OF_THE),
        ("and", So, LINK_BEFORE.and(LINK_AFTER)),
        ("or", So, LINK_BEFORE.and(LINK_AFTER)),
        ("both", So, PLACE_BEFORE),
        ("time", So, LOOKALIKE_AFTER),
        ("Open", So, MATCH_AFTER),
        ("(", So, BRACKET_BEFORE.and(BRACKET_AFTER)),
        (",", So, COMMA_AFTER),
        ("-", So, HYPHEN_AFTER),
    ];
    let openings = lookalikes.openers.iter().chain(&lookalikes.vessels).map(|word| (&**word, So, OPENING));
    let small = spoken
        .chain(results)
        .chain(with_article)
        .chain(squads)
        .chain(goals)
        .chain(against)
        .chain(places)
        .chain(cities)
        .chain(plurals)
        .chain(openings)
        .chain(others);
    Signals::new(nouns.chain(phrases).chain(small), OFFICE.and(RANK).and(DESCRIPTION).and(OPENING))
}

/// "president of", in all cases of the noun.
fn of_role(noun: &str) -> impl Iterator<Item = String> + use<> {
    let noun = last_word(noun).to_lowercase();
    let mut letters = noun.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    [noun.to_uppercase(), capital, noun].into_iter().map(|noun| format!("{noun} of"))
}

fn last_word(phrase: &str) -> &str {
    phrase.rsplit(' ').next().unwrap_or(phrase)
}
