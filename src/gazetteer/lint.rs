//! Lint: what can be loaded and still should be mended, such as two presidents on one day.
//!
//! What cannot be (an id that nothing bears, a period that runs backwards, an unknown key) fails when the gazetteer is
//! loaded. A check here speaks only where it is sure: a date known to the year gets the benefit of the doubt.

use std::fmt;

use super::alias::{Alias, Origin};
use super::record::{Membership, Record, Term};
use super::{Data, Gazetteer};
use crate::date::{PartialDate, Period};
use crate::error::Place;
use crate::vocabulary::{Form, Kind, Office, Status};
use crate::word::{fold, is_word, plain};

/// Something in a gazetteer that should be mended: where it stands, what is wrong, and what to do.
///
/// It is written as an [`Error`](crate::Error) is, `file:line:column: problem; cure`, and sorts by its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub cure: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.problem, self.cure)
    }
}

impl Gazetteer {
    /// Returns what should be mended in the data, by place; nothing of it keeps the gazetteer from being used.
    ///
    /// It finds periods that overlap, members before a bloc's founding or after its dissolution, offices outside the
    /// life of what they are of, two holders of one office on one day, names that two entities share with nothing to
    /// tell them apart, names that can never match or are listed twice, states without capital or demonym, records
    /// out of order, and codes that cannot be or stand twice.
    ///
    /// ```
    /// let gazetteer = detente::Gazetteer::builder()
    ///     .text("mine.toml", "[[state]]\nid = \"X\"\nname = \"Exland\"\ncapitals = [\"Ex\"]\n")
    ///     .build()?;
    /// let findings: Vec<String> = gazetteer.lint().iter().map(|finding| finding.to_string()).collect();
    /// assert_eq!(findings, ["mine.toml:1:1: `state:X` has no demonym; add `demonyms = [\"…\"]`"]);
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn lint(&self) -> Vec<Finding> {
        let mut flaws = Vec::new();
        for check in CHECKS {
            check(&self.data, &mut flaws);
        }
        let mut findings: Vec<Finding> = flaws.into_iter().filter_map(|flaw| flaw.finding(&self.data)).collect();
        findings.sort();
        findings
    }
}

/// A check looks at all data and adds what it finds.
type Check = fn(&Data, &mut Vec<Flaw>);

const CHECKS: [Check; 13] = [
    overlapping_memberships,
    memberships_outside_life,
    overlapping_terms,
    terms_outside_life,
    two_holders,
    shared_names,
    unmatchable_names,
    names_listed_twice,
    states_without_names,
    unsorted_records,
    impossible_codes,
    codes_of_two,
    numbers_of_two_states,
];

/// A finding whose place is still a number.
struct Flaw {
    origin: Origin,
    problem: String,
    cure: String,
}

impl Flaw {
    fn new(origin: Origin, problem: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { origin, problem: problem.into(), cure: cure.into() }
    }

    fn finding(self, data: &Data) -> Option<Finding> {
        let place = data.place(self.origin)?;
        Some(Finding { place, problem: self.problem, cure: self.cure })
    }
}

// Periods

/// Pairs of spells that surely share a day and clash, the one that began earlier first. Each spell stands in one pair
/// at most as the later one: a hundred undated holders of one office are a hundred findings, not five thousand.
fn clashes<'s, T>(
    spells: impl IntoIterator<Item = &'s T>,
    period: impl Fn(&T) -> Period,
    clash: impl Fn(&T, &T) -> bool,
) -> Vec<(&'s T, &'s T)> {
    let start = |spell: &T| period(spell).from.map(PartialDate::first_day);
    let mut spells: Vec<&T> = spells.into_iter().collect();
    spells.sort_by_key(|spell| start(spell));
    let mut running: Vec<&T> = Vec::new();
    let mut pairs = Vec::new();
    for spell in spells {
        // What has ended by now has ended for all that begin later.
        running.retain(|earlier| period(earlier).until.is_none_or(|until| Some(until.first_day()) > start(spell)));
        let other = running.iter().find(|other| period(other).surely_overlaps(period(spell)) && clash(other, spell));
        pairs.extend(other.map(|other| (*other, spell)));
        running.push(spell);
    }
    pairs
}

/// Whether the one date surely lies before the other.
fn surely_before(date: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    matches!((date, other), (Some(date), Some(other)) if date.last_day() < other.first_day())
}

/// Whether a spell surely lasts beyond the end of what it belongs to. An open one does: it is said to hold today.
fn outlasts(spell: Period, life: Period) -> bool {
    let Some(end) = life.until else { return false };
    // An end known to the year or month may be its last day.
    let over = if end.is_exact() { Ok(end.first_day()) } else { end.last_day().tomorrow() };
    spell.until.is_none_or(|until| over.is_ok_and(|over| until.first_day() > over))
}

fn overlapping_memberships(data: &Data, flaws: &mut Vec<Flaw>) {
    for bloc in &data.records {
        let mut spells: Vec<&Membership> = bloc.members.iter().collect();
        spells.sort_by_key(|spell| spell.entity);
        for same in spells.chunk_by(|a, b| a.entity == b.entity) {
            for (first, second) in clashes(same.iter().copied(), |spell| spell.period, |_, _| true) {
                let id = &data.record(second.entity).id;
                flaws.push(Flaw::new(
                    second.origin,
                    format!(
                        "`{id}` is {} of `{}` {} and {} {} at once",
                        first.status, bloc.id, first.period, second.status, second.period
                    ),
                    "end the one where the other begins, or join the two",
                ));
            }
        }
    }
}

fn memberships_outside_life(data: &Data, flaws: &mut Vec<Flaw>) {
    for bloc in &data.records {
        for spell in bloc.members.iter().filter(|spell| spell.status == Status::Member) {
            let member = data.record(spell.entity);
            let mut say = |what: String| {
                flaws.push(Flaw::new(
                    spell.origin,
                    format!("`{}` is a member of `{}` {}, {what}", member.id, bloc.id, spell.period),
                    "correct the dates of the one or the other",
                ));
            };
            if surely_before(spell.period.from, bloc.period.from) {
                say(format!("before its founding ({})", bloc.period));
            }
            if outlasts(spell.period, bloc.period) {
                say(format!("after its dissolution ({})", bloc.period));
            }
            if outlasts(spell.period, member.period) {
                say(format!("after the member was dissolved ({})", member.period));
            }
        }
    }
}

fn overlapping_terms(data: &Data, flaws: &mut Vec<Flaw>) {
    for person in &data.records {
        let mut terms: Vec<&Term> = person.offices.iter().collect();
        terms.sort_by_key(|term| (term.of, term.office));
        for same in terms.chunk_by(|a, b| (a.of, a.office) == (b.of, b.office)) {
            let pairs = clashes(same.iter().copied(), |term| term.period, |a, b| !differ(&a.title, &b.title));
            for (first, second) in pairs {
                flaws.push(Flaw::new(
                    second.origin,
                    format!(
                        "`{}` is {} of `{}` twice at once: {} and {}",
                        person.id,
                        second.office,
                        data.record(second.of).id,
                        first.period,
                        second.period
                    ),
                    "end the one where the other begins, or join the two",
                ));
            }
        }
    }
}

/// Whether two titles tell their offices apart, as do those of the European Council's and the Commission's presidents.
fn differ(a: &Option<Box<str>>, b: &Option<Box<str>>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn terms_outside_life(data: &Data, flaws: &mut Vec<Flaw>) {
    for person in &data.records {
        for term in &person.offices {
            let of = data.record(term.of);
            let mut say = |what: &str| {
                flaws.push(Flaw::new(
                    term.origin,
                    format!(
                        "`{}` is {} of `{}` {}, {what} ({})",
                        person.id, term.office, of.id, term.period, of.period
                    ),
                    "correct the dates, or name the entity that it was of",
                ));
            };
            // A state may have governed itself before it was independent, or as a republic of a union; a bloc had no
            // chair before it was founded.
            let early = of.period.from.is_some_and(|from| term.period.is_over(from));
            if early && of.kind == Kind::Bloc {
                say("before that existed");
            }
            if outlasts(term.period, of.period) {
                say("after that ended");
            }
        }
    }
}

/// The offices that one person holds at a time. Of the others there may be several, or nobody counts.
const SINGLE: [Office; 13] = [
    Office::President,
    Office::VicePresident,
    Office::PrimeMinister,
    Office::Chancellor,
    Office::Monarch,
    Office::SupremeLeader,
    Office::PartyLeader,
    Office::ForeignMinister,
    Office::DefenceMinister,
    Office::GovernorGeneral,
    Office::SecretaryGeneral,
    Office::BlocPresident,
    Office::HighRepresentative,
];

fn two_holders(data: &Data, flaws: &mut Vec<Flaw>) {
    for (of, record) in (0u32..).zip(&data.records) {
        let mut terms: Vec<(u32, &Term)> = data
            .holders_of(of)
            .filter(|(_, term)| SINGLE.contains(&term.office) && !term.shared && !term.acting)
            .collect();
        terms.sort_by_key(|(_, term)| term.office);
        for same in terms.chunk_by(|(_, a), (_, b)| a.office == b.office) {
            let two = |a: &(u32, &Term), b: &(u32, &Term)| a.0 != b.0 && !differ(&a.1.title, &b.1.title);
            for ((one, first), (other, second)) in clashes(same, |(_, term)| term.period, two) {
                flaws.push(Flaw::new(
                    second.origin,
                    format!(
                        "`{}` ({}) and `{}` ({}) are {} of `{}` at once",
                        data.record(*one).id,
                        first.period,
                        data.record(*other).id,
                        second.period,
                        second.office,
                        record.id
                    ),
                    "correct a date, or mark a term with `acting = true` or `shared = true`",
                ));
            }
        }
    }
}

// Names

/// A name as it is compared: as the matcher reads it, without diacritics.
fn folded(name: &str) -> String {
    fold(&name.chars().map(plain).collect::<String>())
}

/// The aliases that pass, with those together that have the same key.
fn grouped<K: Ord>(data: &Data, key: impl Fn(&Alias) -> Option<K>) -> Vec<Vec<&Alias>> {
    let mut keyed: Vec<(K, &Alias)> =
        data.aliases.iter().filter_map(|alias| key(alias).map(|key| (key, alias))).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    let same = keyed.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);
    same.map(|group| group.iter().map(|(_, alias)| *alias).collect()).collect()
}

fn shared_names(data: &Data, flaws: &mut Vec<Flaw>) {
    for group in grouped(data, |alias| (alias.form != Form::Surname).then(|| folded(&alias.text))) {
        // One that is preferred is meant where nothing else tells.
        if group.iter().any(|alias| alias.prefer) {
            continue;
        }
        let unguarded = group.iter().copied().filter(|alias| alias.guards.is_empty());
        for (first, second) in clashes(unguarded, |alias| alias.period, |a, b| is_clash(data, a, b)) {
            flaws.push(shared_name(data, first, second));
        }
    }
}

/// Whether no date tells two entities of one name apart: neither those of the names nor those of the entities.
fn is_clash(data: &Data, a: &Alias, b: &Alias) -> bool {
    let (one, other) = (data.record(a.entity).period, data.record(b.entity).period);
    // A father and a son of one name, of whom one has it from a day on: who leads on the article's date is meant.
    let is_heir = |alias: &Alias| data.record(alias.entity).kind == Kind::Leader && alias.period.from.is_some();
    a.entity != b.entity
        && !is_heir(a)
        && !is_heir(b)
        && one.surely_overlaps(other)
        && a.period.surely_overlaps(other)
        && b.period.surely_overlaps(one)
}

fn shared_name(data: &Data, first: &Alias, second: &Alias) -> Flaw {
    let (one, other) = (data.record(first.entity), data.record(second.entity));
    if one.kind == Kind::Leader && other.kind == Kind::Leader {
        return Flaw::new(
            second.origin,
            format!("`{}` is the full name of both `{}` and `{}`", second.text, one.id, other.id),
            "remove it from the one whose name it is not",
        );
    }
    Flaw::new(
        second.origin,
        format!("`{}` names both `{}` and `{}`, and nothing tells them apart", second.text, one.id, other.id),
        "date one of the names, give it a guard, or mark the one that is usually meant with `prefer = true`",
    )
}

/// What may end a name but letters and digits: "U.S.", "OPEC+", "Micronesia (Federated States of)".
const ENDINGS: [char; 6] = ['.', '+', ')', '!', '\'', '\u{2019}'];

fn unmatchable_names(data: &Data, flaws: &mut Vec<Flaw>) {
    for alias in data.aliases.iter().filter(|alias| !is_derived(data, alias)) {
        let text = &*alias.text;
        let fault = if !text.starts_with(is_word) {
            "does not begin with a letter or digit"
        } else if !text.ends_with(|c| is_word(c) || ENDINGS.contains(&c)) {
            "does not end as a name does"
        } else if text.chars().zip(text.chars().skip(1)).any(|(a, b)| a.is_whitespace() && b.is_whitespace()) {
            "holds more than one space in a row"
        } else {
            continue;
        };
        flaws.push(Flaw::new(
            alias.origin,
            format!("the name `{text}` of `{}` can never match: it {fault}", data.record(alias.entity).id),
            "write it as it stands in a running text",
        ));
    }
}

/// Whether a surname was taken from a full name, which is then where it is listed.
fn is_derived(data: &Data, alias: &Alias) -> bool {
    let listed = |other: &&Alias| other.form == Form::Name && other.origin == alias.origin;
    alias.form == Form::Surname && data.aliases_of(alias.entity).iter().find(listed).is_some()
}

fn names_listed_twice(data: &Data, flaws: &mut Vec<Flaw>) {
    let key = |alias: &Alias| (!is_derived(data, alias)).then(|| (alias.entity, alias.form, folded(&alias.text)));
    for group in grouped(data, key) {
        for (first, second) in clashes(group, |alias| alias.period, |_, _| true) {
            let same = if first.text == second.text { String::new() } else { format!(" (as `{}`)", first.text) };
            flaws.push(Flaw::new(
                second.origin,
                format!("`{}` lists the {} `{}` twice{same}", data.record(second.entity).id, second.form, second.text),
                "remove one of the two (accents and apostrophes need no second spelling)",
            ));
        }
    }
}

fn states_without_names(data: &Data, flaws: &mut Vec<Flaw>) {
    let states = (0u32..).zip(&data.records).filter(|(_, record)| record.kind == Kind::State);
    for (index, state) in states.filter(|(_, state)| state.period.until.is_none()) {
        let aliases = data.aliases_of(index);
        // A city is its own capital.
        let is_city = |alias: &Alias| alias.text.contains("City");
        if !aliases.iter().any(|alias| alias.capital || is_city(alias)) {
            flaws.push(missing(state, "capital", "capitals"));
        }
        if !aliases.iter().any(|alias| alias.form == Form::Demonym) {
            flaws.push(missing(state, "demonym", "demonyms"));
        }
    }
}

fn missing(record: &Record, what: &str, key: &str) -> Flaw {
    Flaw::new(record.origin, format!("`{}` has no {what}", record.id), format!("add `{key} = [\"…\"]`"))
}

// Records

fn unsorted_records(data: &Data, flaws: &mut Vec<Flaw>) {
    let mut records: Vec<&Record> = data.records.iter().filter(|record| is_sorted_kind(&record.kind)).collect();
    records.sort_by(|a, b| (a.origin.file, a.kind.as_str(), a.origin).cmp(&(b.origin.file, b.kind.as_str(), b.origin)));
    for pair in records.windows(2) {
        let [above, record] = pair else { continue };
        let together = (above.origin.file, &above.kind) == (record.origin.file, &record.kind);
        if together && (first_term(above), &above.id) > (first_term(record), &record.id) {
            let order = if record.kind == Kind::Leader { "their first `from`, then id" } else { "id" };
            flaws.push(Flaw::new(
                record.origin,
                format!("`{}` stands below `{}`", record.id, above.id),
                format!("sort the records of a file by {order}"),
            ));
        }
    }
}

fn is_sorted_kind(kind: &Kind) -> bool {
    matches!(kind, Kind::State | Kind::Territory | Kind::Bloc | Kind::Leader)
}

/// When a leader first took an office, as it is written: a year stands before its months, and who is undated stands
/// last. Of other kinds nothing, so that the id alone sorts them.
fn first_term(record: &Record) -> (bool, Option<String>) {
    if record.kind != Kind::Leader {
        return (false, None);
    }
    let first = record.offices.iter().filter_map(|term| term.period.from).map(|from| from.to_string()).min();
    (first.is_none(), first)
}

fn impossible_codes(data: &Data, flaws: &mut Vec<Flaw>) {
    for record in &data.records {
        if let Some(code) = record.iso2.as_deref().filter(|code| !is_alpha2(code)) {
            let problem = format!("`{}` has the ISO code `{code}`, which cannot be", record.id);
            flaws.push(Flaw::new(record.origin, problem, "write the two capitals of ISO 3166-1 alpha-2"));
        }
        if let Some(code) = record.iso_numeric.filter(|code| *code >= 1000) {
            let problem = format!("`{}` has the ISO number {code}, which cannot be", record.id);
            flaws.push(Flaw::new(record.origin, problem, "write the number of ISO 3166-1, 999 at most"));
        }
    }
}

fn is_alpha2(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn codes_of_two(data: &Data, flaws: &mut Vec<Flaw>) {
    shared_codes(data, "iso2", |record| record.iso2.clone(), flaws);
    shared_codes(data, "iso_numeric", |record| record.iso_numeric, flaws);
}

fn numbers_of_two_states(data: &Data, flaws: &mut Vec<Flaw>) {
    shared_codes(data, "gw", |record| record.gw.filter(|_| record.kind == Kind::State), flaws);
}

/// Codes that two entities bear at one time. A code may go to another when its state has ended: CS was Czechoslovakia's
/// and then Serbia and Montenegro's; and a successor may keep it, as Russia has the Soviet Union's Gleditsch–Ward number.
fn shared_codes<C>(data: &Data, key: &str, code: impl Fn(&Record) -> Option<C>, flaws: &mut Vec<Flaw>)
where
    C: Ord + fmt::Display,
{
    let mut coded: Vec<(C, &Record)> =
        data.records.iter().filter_map(|record| code(record).map(|code| (code, record))).collect();
    coded.sort_by(|a, b| a.0.cmp(&b.0));
    let succeeds = |old: &Record, new: &Record| old.successors.iter().any(|link| data.record(link.entity).id == new.id);
    for same in coded.chunk_by(|a, b| a.0 == b.0) {
        let two = |a: &(C, &Record), b: &(C, &Record)| !succeeds(a.1, b.1) && !succeeds(b.1, a.1);
        for ((_, first), (code, second)) in clashes(same, |(_, record)| record.period, two) {
            flaws.push(Flaw::new(
                second.origin,
                format!("`{}` and `{}` have the same `{key}`, {code}", first.id, second.id),
                "correct the one whose code it is not",
            ));
        }
    }
}

#[cfg(test)]
mod tests;
