//! Whose surname it is.

use super::context::{is_name_like, word_after, word_before};
use super::resolve::Meanings;
use super::rule::{Reason, Rule};
use super::signal::TITLE;
use super::{EntityRef, Mention};
use crate::date::{PartialDate, Period};
use crate::gazetteer::{Alias, Data};
use crate::lexicon::{Lexicon, Title};
use crate::matcher::Hit;
use crate::span::Span;
use crate::vocabulary::Office;
use crate::word::{DAYS_AND_MONTHS, WordList, folded};

/// A person whom the article names in full, and where first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Introduced {
    pub(super) entity: EntityRef,
    pub(super) at: usize,
}

/// What stands before a surname.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    /// The title, and where it begins.
    pub(super) title: Option<(Title, usize)>,
    /// Whether a word says that the office was held before: "former President Bush".
    pub(super) former: bool,
    /// The word before, when it is a given name or written like one.
    pub(super) given_name: Option<Span>,
}

/// Words with a capital that stand before a surname without being a given name.
fn is_known_opening(word: &str) -> bool {
    static OPENINGS: WordList<256> = WordList::new(&[
        "A",
        "After",
        "Although",
        "And",
        "As",
        "At",
        "Because",
        "Before",
        "But",
        "By",
        "Can",
        "Could",
        "Did",
        "Does",
        "During",
        "For",
        "From",
        "Has",
        "How",
        "If",
        "In",
        "Is",
        "Like",
        "Meanwhile",
        "Now",
        "Of",
        "On",
        "Since",
        "So",
        "That",
        "The",
        "Then",
        "Though",
        "Through",
        "To",
        "Under",
        "Unlike",
        "Until",
        "Was",
        "What",
        "When",
        "Where",
        "While",
        "Why",
        "Will",
        "With",
        "Without",
        "Yet",
        "Both",
        "Even",
        "Only",
        "Or",
        "Nor",
        "Than",
        "Would",
        "Should",
    ]);
    OPENINGS.holds(word) || DAYS_AND_MONTHS.holds(word)
}

/// What stands before the surname at `span`.
pub(super) fn before(
    text: &str,
    hit: Hit,
    sentence: Span,
    lexicon: &Lexicon,
    is_mention: impl Fn(Span) -> bool,
) -> Before {
    let span = hit.span;
    let mut found = Before::default();
    let mut at = span.start;
    // The longest title: "Deputy Prime Minister" before "Minister".
    for _ in 0..if hit.beside.meets(TITLE) { 5 } else { 0 } {
        let Some(word) = word_before(text, at).filter(|word| word.start >= sentence.start) else { break };
        let words = &text[word.start..span.start];
        if let Some(title) = lexicon.people.title(words.trim_end()) {
            found.title = Some((title, word.start));
        }
        at = word.start;
    }
    let head = found.title.map_or(span.start, |(_, start)| start);
    let Some(word) = word_before(text, head).filter(|word| word.start >= sentence.start) else { return found };
    let written = word.of(text);
    // At the beginning of a sentence every word has a capital: there only a known given name is one.
    let opens = text[sentence.start..word.start].trim_end_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let may_name = is_name_like(written) && !is_known_opening(written);
    // "ex-president Carter": what is joined to it is a title as well.
    let left = ["ex-", "Ex-", "EX-"].into_iter().find_map(|ex| written.strip_prefix(ex));
    if let (None, Some(title)) = (found.title, left.and_then(|office| lexicon.people.title(office))) {
        found.title = Some((title, word.start));
    }
    found.former =
        left.is_some() || matches!(written, "former" | "Former" | "ex" | "late" | "then" | "ousted" | "deposed");
    if found.title.is_none()
        && !found.former
        && !is_mention(word)
        && may_name
        && (!opens || lexicon.people.is_given_name(&folded(written)))
    {
        found.given_name = Some(word);
    }
    found
}

/// Whether a capitalised word right after the surname makes a longer name of it: "May Day", "Bush Intercontinental".
pub(super) fn goes_on(text: &str, span: Span, lexicon: &Lexicon, is_mention: impl Fn(Span) -> bool) -> bool {
    let firm = text[span.end..].starts_with(" & ") || text[..span.start].ends_with(" & ");
    if firm {
        return true;
    }
    if text.as_bytes().get(span.end) == Some(&b'-') && is_compound(&text[span.end + 1..]) {
        return true;
    }
    let Some(word) = word_after(text, span.end) else { return false };
    let written = word.of(text);
    is_name_like(written) && !is_known_opening(written) && !is_mention(word) && lexicon.people.title(written).is_none()
}

/// Whether what a hyphen joins to a surname makes another name of it ("Yunus-bek"), and does not only tell of the person
/// ("Putin-backed", "Putin-era").
fn is_compound(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let tells =
        word.len() > 4 || word.ends_with("ed") || matches!(word, "era" | "like" | "free" | "age" | "ji" | "san");
    word.starts_with(char::is_lowercase) && !tells
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

/// Nouns of what somebody leads, behind the surname.
const GOVERNMENTS: &[&str] = &["government", "administration", "cabinet", "presidency", "regime"];

impl Surname<'_> {
    /// Whose it is, of the people who bear it: who is in office or, where nobody is, was so until lately.
    pub(super) fn whose(&self, bearers: &[(u32, &Alias)]) -> Result<(u32, Rule), Reason> {
        match self.whose_on(bearers, Period::holds_on) {
            Err(Reason::Unintroduced) if self.date.is_some_and(PartialDate::is_exact) => {
                self.whose_on(bearers, Period::ended_lately)
            }
            told => told,
        }
    }

    fn whose_on(
        &self,
        bearers: &[(u32, &Alias)],
        in_office: fn(Period, PartialDate) -> bool,
    ) -> Result<(u32, Rule), Reason> {
        let &Self { before, sure, beside, text, introduced, at, end, date, data, lexicon } = self;
        let begun = |person: u32| {
            let terms = &data.record(person).offices;
            terms.is_empty() || terms.iter().any(|term| date.is_none_or(|date| term.period.has_begun(date)))
        };
        let is_given = |alias: &Alias, given: &str| {
            data.record(alias.entity).name.split([' ', '-']).any(|part| folded(part).eq_ignore_ascii_case(given))
        };
        let (mut namesakes, mut own) = (false, Meanings::new());
        let mut bearers = bearers;
        if let Some(given) = before.given_name {
            let given = folded(given.of(text));
            own.extend(bearers.iter().copied().filter(|(_, alias)| is_given(alias, &given)));
            match own.as_slice() {
                [] => return Err(Reason::OtherPerson),
                &[(number, alias)] if bearers.len() == 1 => {
                    // Before the first office it is somebody of that name.
                    let own = begun(alias.entity).then_some((number, Rule::FullName));
                    return own.ok_or(Reason::OtherPerson);
                }
                // Whoever has another given name is not meant, in office or not.
                _ => (namesakes, bearers) = (true, &own),
            }
        }
        // The article's own people first: the one named last before this place, else the first named after it.
        let named =
            |person: &Introduced| bearers.iter().find(|(_, alias)| EntityRef::listed(alias.entity) == person.entity);
        let earlier = introduced.iter().rev().filter(|person| person.at < at).find_map(named);
        // Before the full name only a surname that is no other word: "Begin with the easy clauses".
        let later = || introduced.iter().find_map(named).filter(|(_, alias)| alias.alone);
        if let Some(&(number, _)) = earlier.or_else(later) {
            return Ok((number, Rule::NamedInFull));
        }
        let held = |alias: &Alias, offices: &[Office]| {
            data.record(alias.entity).offices.iter().any(|term| {
                let dated = match date {
                    None => true,
                    Some(date) if before.former => term.period.has_begun(date),
                    Some(date) => in_office(term.period, date),
                };
                dated
                    && (offices.is_empty() && term.office.leads() || offices.contains(&term.office))
                    && beside.is_none_or(|state| term.of == state)
            })
        };
        // Of two presidents of one name the one whose land the article names is meant.
        let at_home = |alias: &Alias| {
            data.record(alias.entity).offices.iter().any(|term| {
                date.is_none_or(|date| in_office(term.period, date))
                    && sure.iter().any(|mention| mention.entity == EntityRef::listed(term.of))
            })
        };
        if let Some((Title::Office(role), _)) = before.title {
            let offices = &lexicon.people.roles[usize::from(role)].offices;
            let holders = || bearers.iter().filter(|(_, alias)| held(alias, offices));
            let told = only(holders()).or_else(|| only(holders().filter(|(_, alias)| at_home(alias))));
            // "President Carter" of later days: who alone ever held the office by that name.
            let leads = offices.iter().any(|office| office.leads());
            let once = |alias: &Alias| {
                data.record(alias.entity).offices.iter().any(|term| {
                    offices.contains(&term.office)
                        && date.is_some_and(|date| term.period.has_begun(date))
                        && beside.is_none_or(|state| term.of == state)
                })
            };
            let told = told.or_else(|| only(bearers.iter().filter(|(_, alias)| leads && alias.alone && once(alias))));
            let of_the_time = || only(holders().filter(|(_, alias)| self.is_of_the_time(alias, offices)));
            return match told.map(|number| (number, Rule::Title)) {
                Some(told) => Ok(told),
                None if let (None, Some(number)) = (date, of_the_time()) => Ok((number, Rule::Contemporary)),
                None => Err(if bearers.iter().any(|(_, alias)| held(alias, offices)) {
                    Reason::Ambiguous
                } else {
                    Reason::Unintroduced
                }),
            };
        }
        if beside.is_some()
            && let Some(number) = only(bearers.iter().filter(|(_, alias)| held(alias, &[])))
        {
            return Ok((number, Rule::StateBeside));
        }
        // "Mr Sharon": no given name, though the word is one too.
        let is_addressed = || match before.title {
            Some((Title::Plain, start)) => {
                matches!(text[start..at].trim_end(), "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms.")
            }
            _ => false,
        };
        if date.is_some()
            && is_addressed()
            && let Some(number) = only(bearers.iter().filter(|(_, alias)| held(alias, &[]) && at_home(alias)))
        {
            return Ok((number, Rule::InOffice));
        }
        // "the Park government": also a surname that is another word.
        let governs = || word_after(text, end).is_some_and(|word| GOVERNMENTS.contains(&word.of(text)));
        if date.is_some()
            && governs()
            && let Some(number) = only(bearers.iter().filter(|(_, alias)| held(alias, &[])))
        {
            return Ok((number, Rule::InOffice));
        }
        let alone: Meanings<'_> = bearers.iter().filter(|(_, alias)| alias.alone).copied().collect();
        let leading: Meanings<'_> = alone.iter().filter(|(_, alias)| held(alias, &[])).copied().collect();
        match (date, leading.as_slice()) {
            (Some(_), &[(number, _)]) => Ok((number, Rule::InOffice)),
            (None, &[(number, _)]) if bearers.len() == 1 => Ok((number, Rule::OnlyBearer)),
            // "George Bush" of 1996: of father and son the one who had led by then.
            (Some(_), []) if namesakes => {
                let given = before.given_name.map(|given| folded(given.of(text)));
                let first = |alias: &Alias| data.record(alias.entity).name.split(' ').next().map(folded);
                let fathers = || bearers.iter().filter(|(_, alias)| first(alias) == given);
                let led = fathers().nth(1).and_then(|_| only(fathers().filter(|(_, alias)| begun(alias.entity))));
                let namesake = if bearers.len() == 1 { Reason::OtherPerson } else { Reason::Ambiguous };
                led.map(|number| (number, Rule::Date)).ok_or(namesake)
            }
            (_, []) => Err(Reason::Unintroduced),
            _ => Err(Reason::Ambiguous),
        }
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
