//! What each spelling of a name may be, worked out once: most spell one name that few rules can touch, and whose meaning
//! is known before a text is read.

use super::guards::{Guards, bits};
use super::resolve::is_full_name;
use crate::gazetteer::{Alias, Data};
use crate::matcher::{Hit, Matcher};
use crate::vocabulary::{Form, Kind};

/// All spellings of the names' matcher, by their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Spellings(Box<[Spelling]>);

/// What a spelling may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    traits: u16,
    pub(super) class: Class,
    /// The form of the first name so spelled.
    pub(super) form: Form,
    /// The first name so spelled, an index into the gazetteer, and whose it is.
    pub(super) alias: u32,
    pub(super) entity: u32,
    /// The guards that names so spelled carry, as bits.
    pub(super) guards: u32,
}

/// It is a listed name, and not only a word that speaks for a guard.
pub(super) const LISTED: u16 = 1;
/// It is a word that speaks for a guard, or hides a name.
pub(super) const CONTEXT: u16 = 1 << 1;
/// Its only meaning is certain where nothing speaks against it.
pub(super) const SURE: u16 = 1 << 2;
pub(super) const FULL_NAME: u16 = 1 << 3;
/// It carries the guard that tells people by their given names.
pub(super) const MAYBE_SURNAME: u16 = 1 << 4;
/// The words beside it may make another thing of it.
pub(super) const MAY_LOOK_ALIKE: u16 = 1 << 5;
/// Likewise, of a person's.
pub(super) const OF_PERSON: u16 = 1 << 6;
/// Short, in capitals, and not listed so: "MALI".
pub(super) const IN_CAPITALS: u16 = 1 << 7;
/// A capital's that was none before or is none any more.
pub(super) const DATED_CAPITAL: u16 = 1 << 8;
/// Others bear it as well.
pub(super) const SHARED: u16 = 1 << 9;

/// It carries a guard that is to be asked whatever stands beside it.
pub(super) const LOOSELY_GUARDED: u16 = 1 << 10;
/// A state's or a capital's name that never has an article: "the Estonia" is a ship.
pub(super) const BARE: u16 = 1 << 11;
/// A land's, which has sides.
pub(super) const LAND: u16 = 1 << 12;

/// Which rules ask whether the name is somebody's or something else's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Demonym,
    Abbreviation,
    /// The name of a land, a bloc or a town.
    Place,
    /// Of those no rule asks.
    Other,
}

/// The id of the guard of names that are also surnames.
pub(super) const GIVEN_NAME: &str = "given-name";
/// The id of the guard of names that are given names and surnames.
pub(super) const SURNAME_TOO: &str = "person-given-or-surname";

impl Spellings {
    pub(crate) fn new(names: &Matcher, data: &Data) -> Self {
        let given_name = data.guards.iter().position(|guard| &*guard.id == GIVEN_NAME);
        let loose: Vec<bool> = data.guards.iter().map(Guards::is_loose).collect();
        let spellings = (0..).zip(names.spellings()).map(|(number, spelling)| {
            let listed = |&&number: &&u32| (number as usize) < data.aliases.len();
            let numbers = names.numbers(number);
            let aliases = numbers.iter().take_while(listed).map(|&number| &data.aliases[number as usize]);
            Spelling::new(spelling, numbers, aliases, (data, given_name), &loose)
        });
        Self(spellings.collect())
    }

    #[inline]
    pub(super) fn of(&self, hit: Hit) -> Spelling {
        self.0[hit.spelling as usize]
    }
}

impl Spelling {
    /// Of the patterns so spelled, the first of which are aliases.
    fn new<'a>(
        written: &str,
        patterns: &[u32],
        aliases: impl Iterator<Item = &'a Alias> + Clone,
        (data, given_name): (&Data, Option<usize>),
        loose: &[bool],
    ) -> Self {
        let mut traits = 0;
        let mut note = |name: u16, holds: bool| traits |= if holds { name } else { 0 };
        let count = aliases.clone().count();
        note(LISTED, count > 0);
        note(CONTEXT, count < patterns.len());
        note(SHARED, patterns.len() > 1);
        let capitals = written.len() <= 5 && !written.chars().any(char::is_lowercase);
        note(IN_CAPITALS, capitals && aliases.clone().all(|alias| *alias.text != *written));
        let dated = |alias: &Alias| alias.period.from.is_some() || alias.period.until.is_some();
        note(DATED_CAPITAL, aliases.clone().all(|alias| alias.capital && dated(alias)));
        for alias in aliases.clone() {
            note(SURE, count == 1 && alias.form != Form::Surname && !alias.after_name);
            note(FULL_NAME, is_full_name(alias));
            note(MAYBE_SURNAME, alias.guards.iter().any(|&guard| Some(usize::from(guard)) == given_name));
            note(LOOSELY_GUARDED, alias.guards.iter().any(|&guard| loose[usize::from(guard)]));
            note(LAND, matches!(data.record(alias.entity).kind, Kind::State | Kind::Territory));
            note(BARE, is_bare(written, alias, data));
            note(MAY_LOOK_ALIKE, may_look_alike(alias));
            note(OF_PERSON, may_look_alike(alias) && alias.of_person);
        }
        let guards = bits(aliases.clone().flat_map(|alias| &alias.guards));
        let first = aliases.clone().next();
        Self {
            traits,
            class: Class::of(meant_first(aliases)),
            form: first.map_or(Form::Name, |alias| alias.form),
            alias: patterns[0],
            entity: first.map_or(0, |alias| alias.entity),
            guards,
        }
    }

    #[inline]
    pub(super) fn is(self, some: u16) -> bool {
        self.traits & some != 0
    }
}

impl Class {
    pub(super) fn of(alias: Option<&Alias>) -> Self {
        match alias.map(|alias| (alias.form, alias.of_person)) {
            Some((Form::Demonym, _)) => Self::Demonym,
            Some((Form::Abbreviation, _)) => Self::Abbreviation,
            Some((Form::Name | Form::Metonym, false)) => Self::Place,
            _ => Self::Other,
        }
    }
}

/// Whether it is a state's or a capital's name that never has an article.
fn is_bare(written: &str, alias: &Alias, data: &Data) -> bool {
    const ARTICLED: [&str; 9] =
        ["Argentine", "Cameroon", "Congo", "Gambia", "Lebanon", "Sudan", "Ukraine", "Vatican", "Yemen"];
    let of_state = alias.capital || alias.form == Form::Name && data.record(alias.entity).kind == Kind::State;
    of_state && !written.contains([' ', '-']) && !written.ends_with('s') && !ARTICLED.contains(&written)
}

/// Of several aliases a land's counts before a person's.
pub(super) fn meant_first<'a>(aliases: impl Iterator<Item = &'a Alias>) -> Option<&'a Alias> {
    let mut first = None;
    for alias in aliases {
        if !alias.of_person {
            return Some(alias);
        }
        first = first.or(Some(alias));
    }
    first
}

/// Whether words beside the name can make another thing of it.
pub(super) fn may_look_alike(alias: &Alias) -> bool {
    !matches!(alias.form, Form::Abbreviation | Form::Organ | Form::Official)
}
