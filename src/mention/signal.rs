//! The words that set the steps beyond names going: titles, offices, and nouns that describe.

use super::description;
use super::discover::{OFFICES, RANKS};
use crate::gazetteer::Data;
use crate::lexicon::Lexicon;
use crate::matcher::{Signal, Signals};

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

/// All such words.
pub(crate) fn signals(data: &Data, lexicon: &Lexicon) -> Signals {
    let roles = lexicon.people.roles.iter().flat_map(|role| &role.nouns).map(|noun| (&**noun, ROLE));
    let descriptions = description::nouns(data).map(|(noun, _)| (noun, DESCRIPTION));
    let offices = OFFICES.words().map(|word| (word, OFFICE));
    let ranks = RANKS.iter().map(|&rank| (rank, RANK));
    let modifiers = lexicon.people.modifiers().map(|word| (word, MODIFIER));
    Signals::new(roles.chain(descriptions).chain(offices).chain(ranks).chain(modifiers))
}
