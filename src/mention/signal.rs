//! What sets the rules of mentions going: words of titles, offices and descriptions, and words and marks beside a name that
//! may be another thing's.

use super::describing::describing_nouns;
use super::discover::{OFFICES, RANKS};
use super::guards::is_everywhere;
use super::language::SPOKEN;
use super::named_thing::PLURALS;
use super::place::{CITY, EVENTFUL, LEAVING, MARKET, MOVING, PLACING};
use super::sport::{FOR_SIDES, RESULTS, SQUAD};
use crate::gazetteer::Data;
use crate::lexicon::{Lexicon, Lookalikes, People};
use crate::matcher::{Cues, Signal, Signals, Written};
use crate::word::capitalised;

// Before a name.

/// A rank or title that alone says that somebody serves a state.
pub(super) const RANK: Signal = Signal::before(0);
/// The last word of a title before a name: "Minister".
pub(super) const TITLE: Signal = Signal::before(1);
pub(super) const OF: Signal = Signal::before(2);
pub(super) const THE: Signal = Signal::before(3);
/// What joins the parts of a list: "and".
pub(super) const LINK_BEFORE: Signal = Signal::before(4);
/// A word or a mark that may make another thing of the name: "airport".
pub(super) const LOOKALIKE_BEFORE: Signal = Signal::before(5);
/// The same by a guard that the name carries.
pub(super) const GUARD_BEFORE: Signal = Signal::before(6);
/// What one side does to another ("beat"), and a preposition before the other side.
pub(super) const MATCH_BEFORE: Signal = Signal::before(7);
/// A word before a language: "speaks".
pub(super) const SPOKEN_BEFORE: Signal = Signal::before(8);
/// A bracket, in which short forms are explained.
pub(super) const BRACKET_BEFORE: Signal = Signal::before(9);
/// A preposition or verb before a place.
pub(super) const PLACE_BEFORE: Signal = Signal::before(10);
/// "president of", and "of the", before the name of what somebody is president of.
pub(super) const ROLE_OF: Signal = Signal::before(11);
pub(super) const OF_THE: Signal = Signal::before(12);

// Behind a name, or anywhere.

/// A noun of a role: "prime minister".
pub(super) const ROLE: Signal = Signal::after(0);
/// A word between a name and the noun of a role: "former".
pub(super) const MODIFIER: Signal = Signal::after(1);
pub(super) const ROLE_OR_MODIFIER: Signal = ROLE.and(MODIFIER);
/// What a person may be: the last word of an office.
pub(super) const OFFICE: Signal = Signal::after(2);
/// A noun that describes an entity: "bloc".
pub(super) const DESCRIPTION: Signal = Signal::after(3);
/// As before a name.
pub(super) const LINK_AFTER: Signal = Signal::after(4);
pub(super) const LOOKALIKE_AFTER: Signal = Signal::after(5);
pub(super) const GUARD_AFTER: Signal = Signal::after(6);
pub(super) const MATCH_AFTER: Signal = Signal::after(7);
/// A word before which, or somewhat behind which, a name is a hotel's or a ship's.
pub(super) const OPENING: Signal = Signal::after(8);
pub(super) const BRACKET_AFTER: Signal = Signal::after(9);
pub(super) const COMMA_AFTER: Signal = Signal::after(10);
pub(super) const HYPHEN_AFTER: Signal = Signal::after(11);
/// A noun behind a capital's name that means the city.
pub(super) const CITY_AFTER: Signal = Signal::after(12);

/// Those whose places the scan notes.
const NOTED: Signal = OFFICE.and(RANK).and(DESCRIPTION).and(OPENING);

/// All such words and marks.
pub(crate) fn signals(data: &Data, lexicon: &Lexicon) -> Signals {
    let mut words = Words(Cues::new(NOTED));
    words.add_offices(&lexicon.people);
    words.add_descriptions(data);
    words.add_lookalikes(&lexicon.lookalikes);
    words.add_guards(data);
    words.add_matches();
    words.add_places();
    words.add_small_words();
    words.0.into()
}

struct Words(Cues);

impl Words {
    fn add(&mut self, words: impl IntoIterator<Item: AsRef<str>>, written: Written, kinds: Signal) {
        words.into_iter().for_each(|words| self.0.add(words.as_ref(), written, kinds));
    }

    fn add_offices(&mut self, people: &People) {
        let nouns = || people.roles.iter().flat_map(|role| role.nouns.iter().map(|noun| &**noun));
        self.add(nouns(), Written::InAnyCase, ROLE);
        self.add(nouns().flat_map(of_role), Written::Before, ROLE_OF);
        self.add(OFFICES.words().flat_map(of_role), Written::Before, ROLE_OF);
        self.add(people.modifiers(), Written::InAnyCase, MODIFIER);
        self.add(OFFICES.words(), Written::InAnyCase, OFFICE);
        self.add(RANKS.iter().copied(), Written::So, RANK);
        self.add(people.titles().map(last_word), Written::So, TITLE);
    }

    fn add_descriptions(&mut self, data: &Data) {
        self.add(describing_nouns(data).into_iter().map(|(noun, _)| noun), Written::InAnyCase, DESCRIPTION);
    }

    fn add_lookalikes(&mut self, lookalikes: &Lookalikes) {
        let after = lookalikes.after.iter().chain(&lookalikes.after_names);
        self.add(lookalikes.before.iter().map(|phrase| &**phrase), Written::Before, LOOKALIKE_BEFORE);
        self.add(after.map(|phrase| &**phrase), Written::Behind, LOOKALIKE_AFTER);
        self.add(PLURALS, Written::So, LOOKALIKE_AFTER);
        self.add(["time"], Written::So, LOOKALIKE_AFTER);
        self.add(lookalikes.openers.iter().chain(&lookalikes.vessels).map(|word| &**word), Written::So, OPENING);
    }

    /// Those that stand everywhere are asked for by the names whose guards have them.
    fn add_guards(&mut self, data: &Data) {
        let before = data.guards.iter().flat_map(|guard| &guard.before).filter(|phrase| !is_everywhere(phrase));
        let after = data.guards.iter().flat_map(|guard| &guard.after).filter(|phrase| !is_everywhere(phrase));
        self.add(before.map(|phrase| &**phrase), Written::Before, GUARD_BEFORE);
        self.add(after.map(|phrase| &**phrase), Written::Behind, GUARD_AFTER);
    }

    fn add_matches(&mut self) {
        self.add(RESULTS.words(), Written::So, MATCH_BEFORE.and(MATCH_AFTER));
        // "beat the Philippines".
        let with_article = RESULTS.words().chain(["over", "against"]).map(|word| format!("{word} the"));
        self.add(with_article, Written::Before, MATCH_BEFORE);
        self.add(FOR_SIDES.words().map(|word| format!("{word} for")), Written::Before, MATCH_BEFORE);
        self.add(["over", "against", "with", "to", "by", "between", "past"], Written::So, MATCH_BEFORE);
        self.add(["arch-rivals", "rivals", "hosts", "champions", "holders"], Written::So, MATCH_BEFORE);
        self.add(SQUAD.words(), Written::So, MATCH_AFTER);
        self.add(["first", "second", "third", "opening", "winning", "are", "were", "Open"], Written::So, MATCH_AFTER);
    }

    fn add_places(&mut self) {
        let places = PLACING.words().chain(MOVING.words()).chain(LEAVING.words()).chain(EVENTFUL.words());
        self.add(places, Written::InAnyCase, PLACE_BEFORE);
        self.add(["both"], Written::So, PLACE_BEFORE);
        self.add(CITY.words().chain(MARKET.words()), Written::So, CITY_AFTER);
    }

    fn add_small_words(&mut self) {
        self.add(SPOKEN.words(), Written::InAnyCase, SPOKEN_BEFORE);
        self.add(["of"], Written::So, OF);
        self.add(["the"], Written::InAnyCase, THE);
        self.add(["of the", "for the", "of The", "of THE"], Written::Before, OF_THE);
        self.add(["and", "or"], Written::So, LINK_BEFORE.and(LINK_AFTER));
        self.add(["("], Written::So, BRACKET_BEFORE.and(BRACKET_AFTER));
        self.add([","], Written::So, COMMA_AFTER);
        self.add(["-"], Written::So, HYPHEN_AFTER);
    }
}

/// "president of", in all cases of the noun.
fn of_role(noun: &str) -> impl Iterator<Item = String> + use<> {
    let noun = last_word(noun).to_lowercase();
    [noun.to_uppercase(), capitalised(&noun), noun].into_iter().map(|noun| format!("{noun} of"))
}

fn last_word(phrase: &str) -> &str {
    phrase.rsplit(' ').next().unwrap_or(phrase)
}
