//! Names: those that two entities share, that can never match, that stand twice or are wanting.

use super::spell::clashes;
use super::{Data, Flaw};
use crate::gazetteer::alias::Alias;
use crate::gazetteer::record::Record;
use crate::vocabulary::{Form, Kind};
use crate::word::{fold, is_word, plain};

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

pub(super) fn shared_names(data: &Data, flaws: &mut Vec<Flaw>) {
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

pub(super) fn unmatchable_names(data: &Data, flaws: &mut Vec<Flaw>) {
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

pub(super) fn names_listed_twice(data: &Data, flaws: &mut Vec<Flaw>) {
    let key = |alias: &Alias| (!is_derived(data, alias)).then(|| (alias.entity, alias.form, folded(&alias.text)));
    for group in grouped(data, key) {
        for (first, second) in clashes(group, |alias| alias.period, |a, b| !differ_in_accents(a, b)) {
            let same = if first.text == second.text { String::new() } else { format!(" (as `{}`)", first.text) };
            flaws.push(Flaw::new(
                second.origin,
                format!("`{}` lists the {} `{}` twice{same}", data.record(second.entity).id, second.form, second.text),
                "remove one of the two (apostrophes, and a spelling without accents, need no second entry)",
            ));
        }
    }
}

/// Whether both are spelled with accents, and with others: "Burkinabé", "Burkinabè". One spelled without is found anyhow.
fn differ_in_accents(a: &Alias, b: &Alias) -> bool {
    let spelled = |alias: &Alias| -> String { alias.text.chars().map(plain).collect() };
    let (one, other) = (spelled(a), spelled(b));
    one != other && fold(&one) != one && fold(&other) != other
}

pub(super) fn states_without_names(data: &Data, flaws: &mut Vec<Flaw>) {
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
