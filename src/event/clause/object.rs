//! Right of a cue: what belongs to its object, and what does not.

use super::group::{Group, Groups};
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::{Clause, VerbForm};

/// The signs of words with which something begins that the cue does not speak of.
pub(super) const ASIDE: Signs = Signs::of_clause(Clause::Exception).or(Signs::of_clause(Clause::Relative));

/// Of "what it called" before a name for something its last token, which begins at `what`.
pub(crate) fn naming(line: &Line<'_>, what: usize) -> Option<usize> {
    if !line.has(what, Signs::IS_WHAT) {
        return None;
    }
    let calls = |&at: &usize| {
        matches!(
            line.written(at),
            "calls" | "called" | "describes" | "described" | "said" | "says" | "termed" | "terms"
        )
    };
    let verb = (what + 2..(what + 6).min(line.tokens.len())).find(calls)?;
    let last = match line.written(verb + 1) {
        "as" | "was" | "were" | "is" | "are" => verb + 1,
        _ => verb,
    };
    Some(last)
}

/// Whether the word only belongs to a number: "more than 100", "up to nine", "at least two".
pub(crate) fn quantifies(line: &Line<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| line.written(before));
    match line.written(at) {
        // "helps its farmers more than Y" compares.
        "than" => matches!(before, "more" | "less" | "fewer") && !compares_names(line, at + 1),
        "to" => before == "up",
        "at" => matches!(line.written(at + 1), "least" | "most"),
        "as" => matches!(line.written(at + 1), "many" | "much") || matches!(before, "many" | "much"),
        _ => false,
    }
}

/// Whether a name stands behind "than", with or without an article.
fn compares_names(line: &Line<'_>, at: usize) -> bool {
    let name = at + usize::from(line.kind(at) == Kind::Determiner);
    matches!(line.kind(name), Kind::Mention(_))
}

/// Whether the noun behind a group names the line between two states, which is neither's own.
pub(crate) fn owns_border(line: &Line<'_>, group: &Group) -> bool {
    // "the Chadian border", but not "a Chadian border post".
    let last = group.last();
    is_border(line, last + 1) || is_border(line, last) && line.kind(last + 1) != Kind::Word
}

pub(super) fn is_border(line: &Line<'_>, at: usize) -> bool {
    matches!(line.written(at), "border" | "borders" | "frontier" | "frontiers")
}

/// Whether "each other" or "one another" follows within a few tokens.
pub(crate) fn each_other(line: &Line<'_>, from: usize) -> bool {
    if !line.holds(Signs::IS_RECIPROCAL) {
        return false;
    }
    let near = from..(from + 9).min(line.tokens.len().saturating_sub(1));
    near.into_iter().take_while(|&at| !matches!(line.kind(at), Kind::Mention(_))).any(|at| {
        line.kind(at + 1) == Kind::Determiner
            && match line.written(at + 1) {
                "other" => line.written(at) == "each",
                "another" => line.written(at) == "one",
                _ => false,
            }
    })
}

/// The group that follows a verb as its object.
pub(crate) fn direct_object(line: &Line<'_>, groups: &Groups, from: usize) -> Option<usize> {
    let near = from..(from + 6).min(line.tokens.len());
    near.take_while(|&at| {
        !matches!(line.kind(at), Kind::Comma | Kind::Break | Kind::That | Kind::Preposition | Kind::To | Kind::By)
    })
    .find_map(|at| groups.at(at))
}

/// Who owns what a name before a comma stands for: "seized Krasny, X's largest tanker".
pub(super) fn apposed_owner(line: &Line<'_>, groups: &Groups, comma: usize) -> Option<usize> {
    let named = comma.checked_sub(1).is_some_and(|name| line.kind(name) == Kind::Capital);
    let number = groups.at(comma + 1).filter(|_| named)?;
    let group = &groups[number];
    let is_noun = |&at: &usize| matches!(line.kind(at), Kind::Word | Kind::Capital | Kind::Adverb);
    let noun = group.last() + 1..(group.last() + 6).min(line.tokens.len());
    let end = noun.clone().find(|at| !is_noun(at)).unwrap_or(noun.end);
    let closes = matches!(line.kind(end), Kind::Comma | Kind::Break | Kind::Preposition | Kind::Of);
    let spoken = (noun.start..end).any(|at| line.speaks(at).is_some());
    let called = line.kind(comma + 1) == Kind::Determiner || group.actors.iter().all(|actor| actor.modifies);
    let owns = group.first() == comma + 1 && called;
    (owns && closes && !spoken).then_some(number)
}

/// Whether "and" joins a group to what went before, and a participle or a verb follows of which it is the subject: "voting
/// against it and X abstaining", "raided tankers and X's planes have left".
pub(crate) fn begins_clause(line: &Line<'_>, group: &Group) -> bool {
    let joined = group.first().checked_sub(1).is_some_and(|and| line.kind(and) == Kind::And);
    let next = group.last() + 1;
    let next = if line.kind(next) == Kind::Adverb { next + 1 } else { next };
    let goes_on = || match line.kind(next) {
        Kind::Word => {
            line.written(next).ends_with("ing")
                || line.speaks(next).is_some()
                || line.form(next) == Some(VerbForm::Past) && line.kind(next + 1) != Kind::By
        }
        kind => kind.is_auxiliary(),
    };
    joined && goes_on()
}
