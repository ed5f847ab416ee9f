//! Who the subject of a verb is, where that is nobody's name beside it.

use super::aside::{links_clauses, oblique};
use super::group::Groups;
use super::pronoun::Pronoun;
use crate::event::text::words::Noun;
use crate::event::text::{Kind, Line};
use crate::lexicon::{Clause, VerbForm};

/// Who the subject of a verb is.
#[derive(Clone, Debug, Default)]
pub(crate) enum Subject {
    /// A group of actors, by its number.
    Group(usize),
    /// Whoever owns what is done: "Y's bombing of Z".
    Owner(usize),
    /// The subject of the verb before, with its group if that stands in the same clause: "condemned Y and urged Z".
    Same(Option<usize>),
    /// A pronoun for the subject before.
    Pronoun(Pronoun),
    /// "both", "the two leaders": the two that were named before; of these "the former" and "the latter" are one.
    Pair(Option<usize>),
    /// "the country": the state that was the subject before.
    Country,
    /// Something that is no mention.
    #[default]
    Unknown,
}

/// A phrase that stands for a name before it.
pub(crate) struct Phrase {
    pub(crate) subject: Subject,
    pub(crate) last: usize,
}

impl Phrase {
    /// That which begins with a token.
    pub(crate) fn at(line: &Line<'_>, at: usize) -> Option<Self> {
        if line.kind(at) != Kind::Determiner || !line.written(at).eq_ignore_ascii_case("the") {
            return None;
        }
        let last = at + 1;
        let subject = match line.written(last) {
            "former" => Subject::Pair(Some(0)),
            "latter" => Subject::Pair(Some(1)),
            "country" | "kingdom" | "nation" | "republic" => Subject::Country,
            _ => return None,
        };
        Some(Self { subject, last })
    }
}

/// The subject of the clause before the "and" at `and`: the nearest group, or pronoun, that a verb follows.
pub(crate) fn clause_subject(line: &Line<'_>, groups: &Groups, and: usize) -> Option<Subject> {
    let mut at = and;
    while let Some(before) = at.checked_sub(1).filter(|before| and - before < 24) {
        at = before;
        if matches!(line.kind(at), Kind::That | Kind::Break) {
            return None;
        }
        // "demands by gunmen who had shot two and were threatening Y": theirs.
        let of_others = || !(at.saturating_sub(2)..at).any(|head| groups.at(head).is_some());
        if line.is_clause(at, Clause::Relative) && line.written(at) == "who" && of_others() {
            return Some(Subject::Unknown);
        }
        let Some(number) = groups.at(at) else {
            let pronoun = line.is_clause(at, Clause::Pronoun).then(|| Pronoun::of(line.written(at)));
            match pronoun {
                // "he" is a subject whatever follows.
                Some(Pronoun::Person) => return Some(Subject::Pronoun(Pronoun::Person)),
                Some(Pronoun::It) if verb_follows(line, at + 1, and) == Some(true) => {
                    return Some(Subject::Pronoun(Pronoun::It));
                }
                _ => continue,
            }
        };
        at = groups[number].first();
        if verb_follows(line, groups[number].last() + 1, and)? && oblique(line, groups, number).is_none() {
            return Some(Subject::Same(Some(number)));
        }
    }
    None
}

/// Whether the first word that is no adverb from a token on is a verb, if there is one before another.
fn verb_follows(line: &Line<'_>, from: usize, end: usize) -> Option<bool> {
    let next = (from..end).find(|&next| line.kind(next) != Kind::Adverb)?;
    // "U.S. trade sanctions": a noun.
    let is_noun =
        || line.form(next) == Some(VerbForm::Base) && line.may_be_noun(next) && line.kind(next + 1) == Kind::Word;
    let verb =
        || line.kind(next) == Kind::Word && (line.is_verb(next) && !is_noun() || line.written(next).ends_with("ed"));
    Some(line.kind(next).is_auxiliary() || verb())
}

/// Whether the word behind "whose" or "his", before a verb, says who acts: "whose troops", "his country".
pub(super) fn owns_an_actor(line: &Line<'_>, whose: usize, verb: usize) -> bool {
    let near = whose + 1..verb.min(whose + 4);
    near.into_iter().any(|at| {
        let own = at == whose + 1 && matches!(line.written(at), "country" | "kingdom" | "nation" | "republic");
        own || matches!(line.noun(at), Some((Noun::Actor(_, true), last)) if last < verb)
    })
}

/// Of "X and its allies did", where "and" stands at `and`: the group of X, if that is no object.
pub(super) fn joined_to(line: &Line<'_>, groups: &Groups, and: usize) -> Subject {
    let group = and.checked_sub(1).and_then(|before| groups.at(before));
    let opens = |&number: &usize| match groups[number].first().checked_sub(1) {
        None => true,
        Some(before) => {
            matches!(line.kind(before), Kind::Comma | Kind::That | Kind::Break) || links_clauses(line, before)
        }
    };
    group.filter(opens).map_or(Subject::Unknown, Subject::Group)
}

/// Of "It was X, not Y, that did", where "that" stands at `that`: the group of X.
pub(super) fn cleft(line: &Line<'_>, groups: &Groups, that: usize) -> Option<usize> {
    let mut near = (that.saturating_sub(10)..that).rev();
    let it = near.find(|&at| matches!(line.written(at), "it" | "It") && line.kind(at + 1) == Kind::Be)?;
    groups.at(it + 2).or_else(|| groups.at(it + 3))
}

/// Whether the possessive pronoun at a token stands in a list: "X and its allies", but not "…, and its envoy left".
pub(super) fn joins_owner(line: &Line<'_>, pronoun: usize) -> bool {
    let and = pronoun.checked_sub(1).filter(|&before| line.kind(before) == Kind::And);
    and.is_some_and(|and| and.checked_sub(1).is_none_or(|mark| line.kind(mark) != Kind::Comma))
}
