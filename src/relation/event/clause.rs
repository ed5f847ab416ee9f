//! Around a verb: its subject, its object, and what the words between make of it.

use super::actor::{Actor, Group};
use super::line::Line;
use super::token::Kind;
use crate::lexicon::{Clause, Cue, Govern, VerbForm};
use crate::vocabulary::EventType;

/// Who the subject of a verb is.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// A group of actors, by its number.
    Group(usize),
    /// The subject of the verb before: "condemned Y and urged Z".
    Same,
    /// A pronoun for the subject before.
    Pronoun,
    /// Something that is no mention.
    Unknown,
}

/// What stands to the left of a verb.
#[derive(Clone, Debug)]
pub(super) struct Left {
    pub(super) subject: Subject,
    pub(super) negated: bool,
    pub(super) passive: bool,
    pub(super) conditional: bool,
    pub(super) future: bool,
    /// Whether "would" stands there: refused where it is negated.
    pub(super) would: bool,
    /// Whether "to" stands before the verb.
    pub(super) infinitive: Option<usize>,
    /// A preposition before a gerund: "of attacking".
    pub(super) after_preposition: Option<usize>,
}

/// The group that holds a token.
pub(super) fn group_at(groups: &[Group], at: usize) -> Option<usize> {
    let after = groups.partition_point(|group| group.first() <= at);
    after.checked_sub(1).filter(|&number| groups[number].last() >= at)
}

/// Looks left from the verb at `verb`.
pub(super) fn left(line: &Line<'_>, groups: &[Group], verb: usize, form: VerbForm) -> Left {
    let mut found = Left {
        subject: Subject::Unknown,
        negated: false,
        passive: false,
        conditional: false,
        future: false,
        would: false,
        infinitive: None,
        after_preposition: None,
    };
    let mut at = verb;
    let mut commas = 0;
    while let Some(before) = at.checked_sub(1) {
        at = before;
        if let Some(number) = group_at(groups, at) {
            let Some(first) = oblique(line, groups, number) else {
                found.subject = Subject::Group(number);
                break;
            };
            at = first;
            continue;
        }
        if line.is_clause(at, Clause::Negator) {
            found.negated = true;
            continue;
        }
        let written = line.written(at);
        if line.is_clause(at, Clause::Conditional) && !matches!(line.kind(at), Kind::Preposition) {
            found.conditional |= written != "likely";
            found.would |= written == "would";
            if written == "if" || written == "If" {
                break;
            }
            continue;
        }
        match line.kind(at) {
            Kind::Be => {
                found.passive |= matches!(form, VerbForm::Past | VerbForm::Participle);
            }
            Kind::Have | Kind::Do | Kind::Adverb | Kind::Possessive => {}
            Kind::Will => found.future = true,
            Kind::To => {
                found.infinitive = Some(at);
                break;
            }
            Kind::And => {
                found.subject = Subject::Same;
                break;
            }
            Kind::That => {
                // "the plan that": a relative; "said that": a clause with its own subject, which was missing.
                if let Some(number) = at.checked_sub(1).and_then(|before| group_at(groups, before)) {
                    found.subject = Subject::Group(number);
                }
                break;
            }
            Kind::Comma => {
                commas += 1;
                if form == VerbForm::Gerund {
                    found.subject = Subject::Same;
                    break;
                }
                // "X, angered by Y, did": over the insertion to the name before it.
                if let Some(opening) = insertion(line, groups, at) {
                    at = opening;
                    continue;
                }
                if commas > 1 {
                    break;
                }
            }
            Kind::Preposition | Kind::Of | Kind::By => {
                if form == VerbForm::Gerund && at + 1 == verb {
                    found.after_preposition = Some(at);
                    break;
                }
                if !time_follows(line, at) {
                    break;
                }
            }
            Kind::Determiner | Kind::Break | Kind::Hyphen | Kind::Mention(_) => break,
            Kind::Capital | Kind::Word => {
                if line.is_clause(at, Clause::Relative) {
                    let comma = at.checked_sub(1).filter(|&before| line.kind(before) == Kind::Comma);
                    let head = comma.unwrap_or(at).checked_sub(1);
                    if let Some(number) = head.and_then(|head| group_at(groups, head)) {
                        found.subject = Subject::Group(number);
                    }
                    break;
                }
                if line.is_clause(at, Clause::Pronoun) {
                    found.subject = Subject::Pronoun;
                    break;
                }
                if let Some(Govern::Continuing | Govern::Light) = line.govern(at) {
                    continue;
                }
                // Between an auxiliary and its verb any word is an adverb: "has outright rejected".
                let auxiliary = (at.saturating_sub(3)..at)
                    .any(|before| matches!(line.kind(before), Kind::Have | Kind::Be | Kind::Will));
                let near = (at.saturating_sub(3)..at).all(|before| {
                    !matches!(line.kind(before), Kind::Determiner | Kind::Preposition | Kind::Comma | Kind::Break)
                });
                if auxiliary && near {
                    continue;
                }
                break;
            }
        }
    }
    found
}

/// Where the phrase begins in which a group only says where, with whom or of what: the preposition's place.
fn oblique(line: &Line<'_>, groups: &[Group], number: usize) -> Option<usize> {
    let group = &groups[number];
    let before = group.first().checked_sub(1)?;
    let is_preposition = matches!(line.kind(before), Kind::Preposition | Kind::Of | Kind::To | Kind::By);
    let links = matches!(
        line.written(before),
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
    );
    (is_preposition && !links).then_some(before)
}

/// Whether the words after a preposition only tell the time: "on Tuesday", "in 2012", "for the second".
fn time_follows(line: &Line<'_>, at: usize) -> bool {
    let mut next = at + 1;
    while next < line.tokens.len() && matches!(line.kind(next), Kind::Determiner) {
        next += 1;
    }
    line.tokens.get(next).is_some_and(|token| token.kind == Kind::Adverb)
}

/// Of an insertion that ends with the comma at `close`: the comma that opens it, right behind a group.
fn insertion(line: &Line<'_>, groups: &[Group], close: usize) -> Option<usize> {
    (0..close).rev().take(16).find(|&at| line.kind(at) == Kind::Comma).filter(|&at| {
        at.checked_sub(1).is_some_and(|before| group_at(groups, before).is_some_and(|g| groups[g].last() + 1 == at))
    })
}

/// The group that the words from `from` on make the target of a cue.
pub(super) fn target(
    line: &Line<'_>,
    groups: &[Group],
    cue: &Cue,
    from: usize,
    reach: usize,
    is_verb: bool,
) -> Option<usize> {
    let rejects = matches!(cue.event, Some(EventType::Reject | EventType::Concede))
        || is_verb && cue.event == Some(EventType::Agree);
    let mut open = cue.direct;
    let mut plain = 0;
    let mut at = from;
    let mut owner = None;
    while at < line.tokens.len() && at < from + reach {
        if let Some(number) = group_at(groups, at) {
            let group = &groups[number];
            // "sent Kyiv weapons": what follows the verb at once is whom the thing goes to.
            let dative = is_verb
                && group.first() <= from
                && cue.to.iter().any(|&word| Some(word) == line.events.cues.number_of("to"));
            if open || dative && group.actors.iter().all(|actor| !actor.modifies) {
                return Some(number);
            }
            // "accepted Italy's offer": whose the object is.
            if group.actors.iter().all(|actor| actor.modifies) && owner.is_none() && is_verb {
                owner = Some(number);
            }
            at = group.last() + 1;
            continue;
        }
        if line.is_word(at, &cue.to) {
            open = true;
            plain = 0;
            at += 1;
            continue;
        }
        if line.is_clause(at, Clause::Exception) || line.is_clause(at, Clause::Relative) && line.kind(at) != Kind::That
        {
            break;
        }
        match line.kind(at) {
            Kind::That if cue.event == Some(EventType::Request) => open = true,
            Kind::That | Kind::Break => break,
            Kind::By if rejects && plain > 0 => open = true,
            Kind::By => break,
            Kind::Comma if !cue.to.is_empty() && !open => {}
            Kind::Comma => break,
            Kind::To => open = false,
            Kind::Preposition if rejects && plain > 0 && line.written(at) == "from" => open = true,
            Kind::Preposition => open = open && from == at,
            Kind::Word if plain > 0 && line.is_finite(at) => break,
            Kind::Word | Kind::Capital => {
                plain += 1;
                if plain > 4 {
                    open = false;
                }
            }
            _ => {}
        }
        at += 1;
    }
    owner.filter(|_| !cue.with.is_empty() || cue.direct)
}

/// Whether "each other" or "one another" follows within a few tokens.
pub(super) fn each_other(line: &Line<'_>, from: usize) -> bool {
    let near = from..(from + 9).min(line.tokens.len().saturating_sub(1));
    near.into_iter()
        .any(|at| matches!((line.written(at), line.written(at + 1)), ("each", "other") | ("one", "another")))
}

/// Of "Y, which X attacked": the group of Y, where X is the group at `subject`.
pub(super) fn relative_object(line: &Line<'_>, groups: &[Group], subject: usize) -> Option<usize> {
    let relative = groups[subject].first().checked_sub(1)?;
    let head = relative.checked_sub(1)?;
    if !(line.is_clause(relative, Clause::Relative) || line.kind(relative) == Kind::That) {
        return None;
    }
    let head = if line.kind(head) == Kind::Comma { head.checked_sub(1)? } else { head };
    group_at(groups, head)
}

/// The group that follows a verb as its object.
pub(super) fn direct_object(line: &Line<'_>, groups: &[Group], from: usize) -> Option<usize> {
    let near = from..(from + 6).min(line.tokens.len());
    near.take_while(|&at| {
        !matches!(line.kind(at), Kind::Comma | Kind::Break | Kind::That | Kind::Preposition | Kind::To | Kind::By)
    })
    .find_map(|at| group_at(groups, at))
}

/// The group behind one of the prepositions, or behind "by", within `reach` tokens.
pub(super) fn behind(
    line: &Line<'_>,
    groups: &[Group],
    prepositions: &[u16],
    from: usize,
    reach: usize,
) -> Option<usize> {
    let mut open = false;
    for at in from..(from + reach).min(line.tokens.len()) {
        if let Some(number) = group_at(groups, at) {
            if open {
                return Some(number);
            }
            continue;
        }
        if line.is_word(at, prepositions) || (prepositions.is_empty() && line.kind(at) == Kind::By) {
            open = true;
        } else if matches!(line.kind(at), Kind::Break | Kind::That)
            || open && matches!(line.kind(at), Kind::Comma | Kind::Preposition | Kind::To)
        {
            return None;
        }
    }
    None
}

/// The actors of a group that do act, as sources.
pub(super) fn acting(group: &Group) -> impl Iterator<Item = &Actor> {
    group.actors.iter().filter(|actor| (actor.acts || actor.deed) && !actor.place)
}
