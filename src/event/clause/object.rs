//! Right of a cue: the group that its deed is done to.

use super::aside::time_follows;
use super::group::{Group, Groups};
use super::left::group_at;
use super::{relative, remark};
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::{Clause, Cue, Cues, VerbForm};
use crate::vocabulary::{Class, EventType};
use crate::word::WordList;

/// The signs of words with which something begins that the cue does not speak of.
pub(super) const ASIDE: Signs = Signs::of_clause(Clause::Exception).or(Signs::of_clause(Clause::Relative));

/// Participles that say whose something is.
#[rustfmt::skip]
static OWNED: WordList<32> = WordList::new(&[
    "chartered", "crewed", "garrisoned", "guarded", "held", "manned", "occupied", "operated", "owned", "run", "staffed", "used",
]);

/// The group that the words from `from` on make the target of a cue.
pub(crate) fn target(
    line: &Line<'_>,
    groups: &Groups,
    cue: &Cue,
    from: usize,
    reach: usize,
    is_verb: bool,
) -> Option<usize> {
    if !groups.are_near(from, reach) {
        return None;
    }
    let rejects = matches!(cue.event, Some(EventType::Reject | EventType::Concede))
        || is_verb && cue.event == Some(EventType::Agree);
    let material = cue.event.is_some_and(|event| {
        matches!(event.class(), Class::MaterialCooperation | Class::MaterialConflict) || event == EventType::Agree
    });
    let harms = is_verb && cue.event.is_some_and(|event| event.class() == Class::MaterialConflict);
    let mut open = cue.direct;
    // Whether a preposition of the cue's opened it, and not the verb.
    let mut opened = false;
    // "is boycotting it in protest at Y": there Y is the target.
    let remarks = cue.event != Some(EventType::Protest);
    let invites = matches!(cue.event, Some(EventType::Agree | EventType::Consult | EventType::Request));
    let of_bloc = matches!(cue.event, Some(EventType::Join | EventType::Withdraw));
    // Whether a preposition was passed: behind it nobody owns the object, but a bloc the place in it.
    let mut passed = false;
    let mut plain = 0;
    let mut at = from;
    let mut limit = from + reach;
    let mut owner = None;
    // "had warned it and Y": the object is there.
    if is_verb && matches!(line.written(from), "it" | "him" | "them") {
        open = false;
    }
    while at < line.tokens.len() && at < limit {
        if let Some(number) = group_at(groups, at) {
            let group = &groups[number];
            if plain > 0 && is_verb && begins_absolute(line, group) {
                break;
            }
            // "sent Kyiv weapons": what follows the verb at once is whom the thing goes to.
            let dative = is_verb && group.first() <= from && cue.to.contains(&Cues::TO);
            // "withdrew troops from Chad": to the verb the preposition says whither.
            let led = group.actors.iter().find_map(|actor| actor.led);
            let open = open || led.is_some_and(|preposition| line.is_word(preposition, &cue.to));
            // "sent a Cuban doctor to Peru": but not where the thing follows, and then the preposition.
            let goes = || {
                // "invited Y's minister to Seoul": only whither.
                let counts = |number: usize| !invites || groups[number].actors.iter().all(|actor| !actor.place);
                (group.last() + 1..(group.last() + 4).min(line.tokens.len()))
                    .any(|next| line.kind(next) == Kind::To && group_at(groups, next + 1).is_some_and(counts))
            };
            if open && !(dative && goes()) || dative && group.actors.iter().all(|actor| !actor.modifies) && !goes() {
                return Some(number);
            }
            // "accepted Italy's offer": whose the object is.
            if group.actors.iter().all(|actor| actor.modifies) && owner.is_none() && is_verb && (!passed || of_bloc) {
                owner = Some(number);
            }
            limit += group.last() + 1 - at;
            at = group.last() + 1;
            continue;
        }
        let is_remark = remarks && remark::opens(line, at)
            // "drills near its border with Y": not with Y.
            || cue.reciprocal && at > from && line.written(at) == "with" && is_border(line, at - 1);
        // "ordered troops to leave": no preposition.
        let infinitive = line.kind(at) == Kind::To
            && line.form(at + 1) == Some(VerbForm::Base)
            && !line.may_be_noun(at + 1)
            && !line.is_cue_noun(at + 1);
        let tells = infinitive
            || cue.event == Some(EventType::Request)
                && line.kind(at) == Kind::That
                && !asks_in_clause(line, groups, at);
        // "X and Y met, with Z looking on".
        if cue.reciprocal && at > 0 && line.kind(at - 1) == Kind::Comma && line.written(at) == "with" {
            break;
        }
        if let Some(last) = line.wanted_phrase(at, &cue.to).filter(|_| !is_remark && !tells) {
            (open, opened) = (true, true);
            plain = 0;
            at = last + 1;
            continue;
        }
        if let Some(last) = naming(line, at) {
            at = last + 1;
            continue;
        }
        if is_verb
            && plain > 0
            && let Some(last) = relative::passed(line, groups, cue, at)
        {
            at = last + 1;
            continue;
        }
        if is_remark || line.has(at, ASIDE) && (line.kind(at) != Kind::That || line.is_clause(at, Clause::Exception)) {
            break;
        }
        // "sided with neither X nor Y".
        if line.written(at) == "neither" {
            return None;
        }
        // "an appeal for Y to let them go".
        if !is_verb
            && cue.event == Some(EventType::Request)
            && line.written(at) == "for"
            && let Some(asked) = group_at(groups, at + 1)
            && line.tokens.get(groups[asked].last() + 1).is_some_and(|next| next.kind == Kind::To)
        {
            return Some(asked);
        }
        passed |= line.kind(at) == Kind::Preposition;
        match line.kind(at) {
            // "a ship owned by Y", "bases that house Y's troops".
            Kind::Word if line.kind(at + 1) == Kind::By && harms && plain > 0 && OWNED.holds(line.written(at)) => {}
            Kind::By if is_verb && harms && plain > 0 && OWNED.holds(line.written(at - 1)) => open = true,
            // "mills belonging to Y".
            Kind::Word if harms && plain > 0 && line.kind(at + 1) == Kind::To && line.written(at) == "belonging" => {
                open = true;
                at += 1;
            }
            Kind::That if is_verb && matches!(line.written(at + 1), "host" | "hosts" | "house" | "houses") => {}
            Kind::That if cue.event == Some(EventType::Request) && asks_in_clause(line, groups, at) => open = true,
            Kind::That | Kind::Break => break,
            // Behind a noun the sentence's verb ends its phrase.
            kind if kind.is_auxiliary() && !is_verb => break,
            Kind::By if rejects && plain > 0 => open = true,
            Kind::By => break,
            // "…, drawing condemnation from Y".
            Kind::Comma if line.form(at + 1) == Some(VerbForm::Gerund) && line.written(at + 1) != "including" => {
                break;
            }
            // "trucked maize, blankets and tents to": a list of things before the cue's preposition.
            Kind::Comma if material && is_verb && open && apposed_owner(line, groups, at).is_some() => {
                return apposed_owner(line, groups, at);
            }
            Kind::Comma if !cue.to.is_empty() && !opened => open = false,
            Kind::Comma => break,
            // "… and then condemned Y": another verb's.
            Kind::And
                if is_verb
                    && plain > 0
                    && line
                        .tokens
                        .get(at + 1)
                        .is_some_and(|_| line.begins_predicate(at + 1) || asks_of(line, at + 1)) =>
            {
                break;
            }
            Kind::To | Kind::Preposition if quantifies(line, at) => {}
            Kind::To => open = false,
            Kind::Preposition if rejects && plain > 0 && line.written(at) == "from" => open = true,
            // "aid for a bridge in Laos": where the thing stands, there it goes.
            Kind::Preposition if opened && material && plain > 0 && line.written(at) == "in" => {}
            Kind::Preposition => open = open && time_follows(line, at),
            // "ignored a deadline set by Y".
            Kind::Word
                if plain > 0
                    && line.begins_predicate(at)
                    && !(rejects && (line.kind(at + 1) == Kind::By || line.kind(at + 2) == Kind::By)) =>
            {
                break;
            }
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
    owner.filter(|_| cue.demands || cue.direct)
}

/// Who owns what a name before a comma stands for: "seized Krasny, X's largest tanker".
fn apposed_owner(line: &Line<'_>, groups: &Groups, comma: usize) -> Option<usize> {
    let named = comma.checked_sub(1).is_some_and(|name| line.kind(name) == Kind::Capital);
    let number = group_at(groups, comma + 1).filter(|_| named)?;
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

/// Whether "and" joins a group to what went before, and a participle follows of which it is the subject: "voting against it and
/// X abstaining".
fn begins_absolute(line: &Line<'_>, group: &Group) -> bool {
    let joined = group.first().checked_sub(1).is_some_and(|and| line.kind(and) == Kind::And);
    joined && line.kind(group.last() + 1) == Kind::Word && line.written(group.last() + 1).ends_with("ing")
}

/// Whether what follows "that" is asked for, and is not told: "asked that X sign", but not "suggested that X had signed".
fn asks_in_clause(line: &Line<'_>, groups: &Groups, that: usize) -> bool {
    let group = (that + 1..(that + 5).min(line.tokens.len())).find_map(|at| group_at(groups, at));
    let verb = group.map(|group| groups[group].last() + 1).filter(|&verb| verb < line.tokens.len());
    verb.is_none_or(|verb| {
        let tells = match line.kind(verb) {
            Kind::Have => line.written(verb) != "have",
            Kind::Be => line.written(verb) != "be",
            Kind::Will | Kind::Do => true,
            _ => matches!(line.form(verb), Some(VerbForm::Past | VerbForm::Third)) && !line.may_be_noun(verb),
        };
        !tells
    })
}

/// Whether a verb in the past has an object with an article behind it: "and asked the board".
fn asks_of(line: &Line<'_>, verb: usize) -> bool {
    line.form(verb) == Some(VerbForm::Past) && line.kind(verb + 1) == Kind::Determiner
}

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
pub(super) fn quantifies(line: &Line<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| line.written(before));
    match line.written(at) {
        "than" => matches!(before, "more" | "less" | "fewer"),
        "to" => before == "up",
        "at" => matches!(line.written(at + 1), "least" | "most"),
        "as" => line.written(at + 1) == "many" || before == "many",
        _ => false,
    }
}

/// Whether the noun behind a group names the line between two states, which is neither's own.
pub(crate) fn owns_border(line: &Line<'_>, group: &Group) -> bool {
    // "the Chadian border", but not "a Chadian border post".
    let last = group.last();
    is_border(line, last + 1) || is_border(line, last) && line.kind(last + 1) != Kind::Word
}

fn is_border(line: &Line<'_>, at: usize) -> bool {
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
    .find_map(|at| group_at(groups, at))
}
