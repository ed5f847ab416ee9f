//! Whose a surname is, of the people who bear it.

use std::borrow::Cow;

use super::bearer::Meanings;
use super::context::word_after;
use super::person::Before;
use super::rule::{Reason, Rule};
use super::{EntityRef, Mention};
use crate::date::{PartialDate, Period};
use crate::gazetteer::{Alias, Data, Term};
use crate::lexicon::{Lexicon, Title};
use crate::vocabulary::Office;
use crate::word::folded;

/// A person whom the article names in full, and where first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Introduced {
    pub(super) entity: EntityRef,
    pub(super) at: usize,
}

/// A surname where it stands, with all that may tell whose it is.
pub(super) struct Surname<'s> {
    pub(super) before: Before,
    /// The mentions that are certain.
    pub(super) sure: &'s [Mention],
    /// The state that stands beside it.
    pub(super) beside: Option<u32>,
    pub(super) text: &'s str,
    pub(super) introduced: &'s [Introduced],
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) date: Option<PartialDate>,
    pub(super) data: &'s Data,
    pub(super) lexicon: &'s Lexicon,
}

/// Those who bear the surname, each with the number of the alias.
type Bearers<'b> = &'b [(u32, &'b Alias)];
/// When an office counts as held: on the date, or also until lately.
type InOffice = fn(Period, PartialDate) -> bool;
/// The alias that is meant, and why.
type Told = (u32, Rule);

/// Nouns of what somebody leads, behind the surname.
const GOVERNMENTS: &[&str] = &["government", "administration", "cabinet", "presidency", "regime"];

impl Surname<'_> {
    /// Whose it is, of the people who bear it: who is in office or, where nobody is, was so until lately.
    pub(super) fn whose(&self, bearers: Bearers<'_>) -> Result<Told, Reason> {
        match self.whose_on(bearers, Period::holds_on) {
            Err(Reason::Unintroduced) if self.date.is_some_and(PartialDate::is_exact) => {
                self.whose_on(bearers, Period::ended_lately)
            }
            told => told,
        }
    }

    fn whose_on(&self, bearers: Bearers<'_>, in_office: InOffice) -> Result<Told, Reason> {
        let own;
        let bearers = match self.given_name() {
            None => bearers,
            Some(given) => {
                own = self.own_of(bearers, &given);
                match own.as_slice() {
                    [] => return Err(Reason::OtherPerson),
                    // Before the first office it is somebody of that name.
                    &[(number, alias)] if bearers.len() == 1 => {
                        let told = self.has_begun(alias).then_some((number, Rule::FullName));
                        return told.ok_or(Reason::OtherPerson);
                    }
                    // Whoever has another given name is not meant, in office or not.
                    own => own,
                }
            }
        };
        let offices = self.offices();
        if let Some(told) = self.by_full_name(bearers, offices, in_office) {
            return Ok(told);
        }
        if let Some(offices) = offices {
            return self.by_title(bearers, offices, in_office);
        }
        let leads = |alias: &Alias| self.held(alias, &[], in_office);
        // "Russia's Lavrov": who leads it, else who serves it.
        let serves = |alias: &Alias| alias.alone && self.has_term(alias, |term| self.is_dated(term, in_office));
        if self.beside.is_some()
            && let Some(number) = only(bearers.iter().filter(|(_, alias)| leads(alias)))
                .or_else(|| only(bearers.iter().filter(|(_, alias)| self.date.is_some() && serves(alias))))
        {
            return Ok((number, Rule::StateBeside));
        }
        // "Mr Sharon" is no given name, though the word is one too: the leader's of a land that the article names.
        if self.date.is_some()
            && self.is_addressed()
            && let Some(number) =
                only(bearers.iter().filter(|(_, alias)| leads(alias) && self.is_at_home(alias, in_office)))
        {
            return Ok((number, Rule::InOffice));
        }
        // "the Park government": also a surname that is another word.
        let governs = || word_after(self.text, self.end).is_some_and(|word| GOVERNMENTS.contains(&word.of(self.text)));
        if self.date.is_some()
            && governs()
            && let Some(number) = only(bearers.iter().filter(|(_, alias)| leads(alias)))
        {
            return Ok((number, Rule::InOffice));
        }
        let leading: Meanings<'_> = bearers.iter().filter(|(_, alias)| alias.alone && leads(alias)).copied().collect();
        match (self.date, leading.as_slice()) {
            (Some(_), &[(number, _)]) => Ok((number, Rule::InOffice)),
            (None, &[(number, _)]) if bearers.len() == 1 => Ok((number, Rule::OnlyBearer)),
            (Some(_), []) => self.by_father(bearers),
            (None, []) => Err(Reason::Unintroduced),
            _ => Err(Reason::Ambiguous),
        }
    }

    /// Those of the bearers whose given name it is.
    fn own_of<'b>(&self, bearers: &[(u32, &'b Alias)], given: &str) -> Meanings<'b> {
        let parts = |alias: &Alias| self.data.record(alias.entity).name.split([' ', '-']).map(folded);
        let bears = |alias: &Alias| parts(alias).any(|part| part.eq_ignore_ascii_case(given));
        bearers.iter().copied().filter(|(_, alias)| bears(alias)).collect()
    }

    /// The given name before the surname.
    fn given_name(&self) -> Option<Cow<'_, str>> {
        self.before.given_name.map(|given| folded(given.of(self.text)))
    }

    /// The article's own people first: the one named last before this place, else the first named after it.
    fn by_full_name(&self, bearers: Bearers<'_>, offices: Option<&[Office]>, in_office: InOffice) -> Option<Told> {
        let named =
            |person: &Introduced| bearers.iter().find(|(_, alias)| EntityRef::listed(alias.entity) == person.entity);
        let earlier = self.introduced.iter().rev().filter(|person| person.at < self.at).find_map(named);
        // Before the full name only a surname that is no other word: "Begin with the easy clauses".
        let later = || self.introduced.iter().find_map(named).filter(|(_, alias)| alias.alone);
        let &(number, alias) = earlier.or_else(later)?;
        // "President Botha" where the article names his minister of that name in full.
        let terms = &self.data.record(alias.entity).offices;
        if let Some(offices) = offices.filter(|offices| !offices.is_empty() && !terms.is_empty())
            && !terms.iter().any(|term| offices.contains(&term.office))
            && let Some(other) = only(bearers.iter().filter(|(_, alias)| self.held(alias, offices, in_office)))
        {
            return Some((other, Rule::Title));
        }
        Some((number, Rule::NamedInFull))
    }

    /// The offices that the title before the surname is of.
    fn offices(&self) -> Option<&[Office]> {
        match self.before.title? {
            (Title::Office(role), _) => Some(&self.lexicon.people.roles[usize::from(role)].offices),
            (Title::Plain, _) => None,
        }
    }

    fn by_title(&self, bearers: Bearers<'_>, offices: &[Office], in_office: InOffice) -> Result<Told, Reason> {
        let holders = || bearers.iter().filter(|(_, alias)| self.held(alias, offices, in_office));
        // "President Carter" of later days: who alone ever held the office by that name.
        let led = |term: &Term| {
            term.office.leads()
                && (offices.is_empty() || offices.contains(&term.office))
                && self.date.is_some_and(|date| term.period.has_begun(date))
        };
        let once = |alias: &Alias| alias.alone && self.has_term(alias, led);
        // Of two presidents of one name the one whose land the article names is meant.
        let told = only(holders())
            .or_else(|| only(holders().filter(|(_, alias)| self.is_at_home(alias, in_office))))
            .or_else(|| only(bearers.iter().filter(|(_, alias)| once(alias))));
        let of_the_time = || only(holders().filter(|(_, alias)| self.is_of_the_time(alias, offices)));
        match told {
            Some(number) => Ok((number, Rule::Title)),
            None => match of_the_time() {
                Some(number) if self.date.is_none() => Ok((number, Rule::Contemporary)),
                _ if holders().next().is_some() => Err(Reason::Ambiguous),
                _ => Err(Reason::Unintroduced),
            },
        }
    }

    /// "George Bush" of 1996: of father and son the one who had led by then.
    fn by_father(&self, bearers: Bearers<'_>) -> Result<Told, Reason> {
        let Some(given) = self.given_name() else { return Err(Reason::Unintroduced) };
        let first = |alias: &Alias| self.data.record(alias.entity).name.split(' ').next().map(folded);
        let fathers = || bearers.iter().filter(|(_, alias)| first(alias).as_ref() == Some(&given));
        let led = fathers().nth(1).and_then(|_| only(fathers().filter(|(_, alias)| self.has_begun(alias))));
        let namesake = if bearers.len() == 1 { Reason::OtherPerson } else { Reason::Ambiguous };
        led.map(|number| (number, Rule::Date)).ok_or(namesake)
    }

    /// "Mr", "Mrs".
    fn is_addressed(&self) -> bool {
        self.before.title.is_some_and(|(_, start)| {
            matches!(self.text[start..self.at].trim_end(), "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms.")
        })
    }

    /// Whether the person has a term that passes, beside the state that stands there.
    fn has_term(&self, alias: &Alias, passes: impl Fn(&Term) -> bool) -> bool {
        let here = |term: &&Term| self.beside.is_none_or(|state| term.of == state);
        self.data.record(alias.entity).offices.iter().filter(here).any(passes)
    }

    /// Whether the person held one of the offices then, or led where none is given.
    fn held(&self, alias: &Alias, offices: &[Office], in_office: InOffice) -> bool {
        let is_one = |term: &Term| offices.is_empty() && term.office.leads() || offices.contains(&term.office);
        self.has_term(alias, |term| self.is_dated(term, in_office) && is_one(term))
    }

    /// Whether the office was held then, or ever before of somebody who is called a former holder.
    fn is_dated(&self, term: &Term, in_office: InOffice) -> bool {
        match self.date {
            None => true,
            Some(date) if self.before.former => term.period.has_begun(date),
            Some(date) => in_office(term.period, date),
        }
    }

    /// Whether the article names a land that the person leads then.
    fn is_at_home(&self, alias: &Alias, in_office: InOffice) -> bool {
        self.data.record(alias.entity).offices.iter().any(|term| {
            self.date.is_none_or(|date| in_office(term.period, date))
                && self.sure.iter().any(|mention| mention.entity == EntityRef::listed(term.of))
        })
    }

    /// Whether the person has held an office by the date.
    fn has_begun(&self, alias: &Alias) -> bool {
        let terms = &self.data.record(alias.entity).offices;
        terms.is_empty() || terms.iter().any(|term| self.date.is_none_or(|date| term.period.has_begun(date)))
    }

    /// Whether the person held the office while each of the others led whom the article names in full, of whom there must
    /// be one.
    fn is_of_the_time(&self, alias: &Alias, offices: &[Office]) -> bool {
        let terms = |person: u32| self.data.record(person).offices.iter();
        let held = || terms(alias.entity).filter(|term| offices.contains(&term.office));
        let mut others = self.introduced.iter().filter_map(|person| person.entity.index());
        let with = |other: u32| {
            terms(other)
                .filter(|term| term.office.leads())
                .any(|led| held().any(|term| term.period.surely_overlaps(led.period)))
        };
        others.clone().next().is_some() && others.all(with)
    }
}

/// The alias number of the only person among the candidates.
fn only<'a>(mut candidates: impl Iterator<Item = &'a (u32, &'a Alias)>) -> Option<u32> {
    let &(number, alias) = candidates.next()?;
    candidates.all(|(_, other)| other.entity == alias.entity).then_some(number)
}
