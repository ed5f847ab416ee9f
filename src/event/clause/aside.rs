//! What stands aside in a clause, between its subject and its verb: phrases behind prepositions, what commas and brackets
//! insert, participles, exceptions.

use super::fired::is_fired_from;
use super::group::Groups;
use super::left::acting;
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::{Clause, VerbForm};

/// Whether the preposition may as well begin a clause with a subject of its own: "after rebels attacked".
pub(crate) fn links_clauses(line: &Line<'_>, at: usize) -> bool {
    let written = line.written(at);
    let lower = written.strip_prefix(|first: char| first.is_uppercase());
    matches!(lower, Some("hile" | "hen" | "ecause" | "fter" | "efore" | "ince" | "hough" | "lthough" | "ntil" | "s"))
        || matches!(
            written,
            "than"
                | "as"
                | "because"
                | "while"
                | "when"
                | "where"
                | "until"
                | "though"
                | "although"
                | "like"
                | "before"
                | "after"
                | "since"
        )
}

/// Whether the words after a preposition only tell the time: "on Tuesday", "in 2012", "for the second".
pub(crate) fn time_follows(line: &Line<'_>, at: usize) -> bool {
    let mut next = at + 1;
    while line.kind(next) == Kind::Determiner {
        next += 1;
    }
    // A quotation mark within a clause is no adverb of time.
    line.kind(next) == Kind::Adverb && line.written(next).starts_with(char::is_alphanumeric)
}

/// Whether a participle only says when something begins or ends: "beginning next week", "starting on Monday".
pub(crate) fn tells_time(line: &Line<'_>, at: usize) -> bool {
    matches!(line.written(at), "beginning" | "starting" | "ending")
        && (line.kind(at + 1) == Kind::Adverb || line.kind(at + 1) == Kind::Preposition && time_follows(line, at + 1))
}

/// Where the phrase begins in which a group only says where, with whom or of what: the preposition's place.
pub(super) fn oblique(line: &Line<'_>, groups: &Groups, number: usize) -> Option<usize> {
    let group = &groups[number];
    let before = group.first().checked_sub(1)?;
    let before = if line.kind(before) == Kind::And { between(line, before)? } else { before };
    let is_preposition = matches!(line.kind(before), Kind::Preposition | Kind::Of | Kind::To | Kind::By);
    (is_preposition && !links_clauses(line, before)).then_some(before)
}

/// Of "between rebels and X", where "and" stands at `and`: where "between" stands.
fn between(line: &Line<'_>, and: usize) -> Option<usize> {
    let near = (and.saturating_sub(5)..and).rev();
    let mut words = near.skip_while(|&at| matches!(line.kind(at), Kind::Word | Kind::Capital | Kind::Determiner));
    words.next().filter(|&at| line.written(at) == "between")
}

/// Where the words begin that take a group out: "all but X", "X rather than Y".
pub(super) fn exception(line: &Line<'_>, groups: &Groups, number: usize) -> Option<usize> {
    if !line.holds(Signs::of_clause(Clause::Exception)) {
        return None;
    }
    let first = groups[number].first();
    let near = (first.saturating_sub(4)..first).rev();
    let mut near = near.take_while(|&at| line.kind(at) != Kind::Comma && !is_group(groups, at));
    near.find(|&at| line.is_clause(at, Clause::Exception))
}

/// Of an insertion that ends with the comma at `close`: the comma that opens it, right behind a group.
pub(super) fn insertion(line: &Line<'_>, groups: &Groups, close: usize) -> Option<usize> {
    let commas = (close.saturating_sub(24)..close).rev().filter(|&at| line.kind(at) == Kind::Comma);
    commas.into_iter().find(|&comma| {
        // "X on Friday, …": what tells the time may stand between.
        let before = (comma.saturating_sub(4)..comma).rev().find(|&at| {
            line.kind(at) != Kind::Adverb && !(line.kind(at) == Kind::Preposition && time_follows(line, at))
        });
        let group = before.and_then(|before| groups.at(before).filter(|&group| groups[group].last() == before));
        // "X's president, Y, leader of Z, did": the comma belongs to the name.
        let group = group.or_else(|| groups.at(comma).filter(|&group| groups[group].last() == comma));
        group.is_some_and(|group| oblique(line, groups, group).is_none())
    })
}

/// Of "X (ABC)", where the bracket closes at `close`: the group of X, or that in the brackets.
pub(super) fn bracketed(line: &Line<'_>, groups: &Groups, close: usize) -> Option<usize> {
    let inside = close.checked_sub(1).and_then(|before| groups.at(before))?;
    let opening = groups[inside].first().checked_sub(1)?;
    if line.written(close) != ")" || line.written(opening) != "(" {
        return None;
    }
    Some(opening.checked_sub(1).and_then(|before| groups.at(before)).unwrap_or(inside))
}

/// Whether a participle hangs on the name right before it: "X using", "X backed by".
pub(super) fn modifies_before(line: &Line<'_>, groups: &Groups, at: usize) -> bool {
    let named = at.checked_sub(1).is_some_and(|before| is_group(groups, before));
    if line.kind(at) != Kind::Word || !named {
        return false;
    }
    let written = line.written(at);
    written.ends_with("ing")
        || written.ends_with("ed") && matches!(line.kind(at + 1), Kind::By | Kind::Preposition | Kind::To)
}

fn is_group(groups: &Groups, at: usize) -> bool {
    groups.at(at).is_some()
}

/// Whether a group is the subject of the participle behind it: "…, with X abstaining".
pub(super) fn opens_absolute(line: &Line<'_>, groups: &Groups, number: usize) -> bool {
    let group = &groups[number];
    // "with President X".
    let title = |&at: &usize| line.kind(at) != Kind::Capital;
    let Some(with) = (group.first().saturating_sub(4)..group.first()).rev().find(title) else { return false };
    let apart =
        || with.checked_sub(1).is_none_or(|mark| matches!(line.kind(mark), Kind::Comma | Kind::Break | Kind::And));
    matches!(line.written(with), "with" | "With") && apart() && acting(group).next().is_some()
}

/// Whether the preposition joins a name to a noun before it: "rounds from", "rounds fired from", no "walked away from".
pub(crate) fn hangs_on_noun(line: &Line<'_>, preposition: usize) -> bool {
    if is_fired_from(line, preposition) {
        return true;
    }
    let links = matches!(line.written(preposition), "from" | "of");
    let noun = preposition.checked_sub(1).filter(|_| links);
    noun.is_some_and(|noun| {
        matches!(line.kind(noun), Kind::Word | Kind::Capital)
            && !line.begins_predicate(noun)
            && line.form(noun) != Some(VerbForm::Past)
            && !line.written(noun).ends_with("ed")
    })
}
