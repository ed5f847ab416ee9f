//! Left of a verb: its subject, and what the words between make of it.

use super::actor::Actor;
use super::aside::{bracketed, exception, insertion, links_clauses, modifies_before, oblique, time_follows};
use super::group::{Group, Groups};
use super::kind::Kind;
use super::line::Line;
use super::pronoun::Pronoun;
use super::signs::Signs;
use super::subject::{Phrase, Subject, clause_subject, cleft, joined_to, owns_an_actor};
use crate::lexicon::{Clause, Govern, VerbForm};

/// What stands to the left of a verb.
#[derive(Clone, Debug)]
pub(super) struct Left {
    pub(super) subject: Subject,
    pub(super) negated: bool,
    pub(super) passive: bool,
    pub(super) conditional: bool,
    /// Whether it is only what must be done.
    pub(super) obliged: bool,
    pub(super) future: bool,
    /// Whether "would" stands there: refused where it is negated.
    pub(super) would: bool,
    /// Whether "to" stands before the verb.
    pub(super) infinitive: Option<usize>,
    /// A preposition before a gerund: "of attacking".
    pub(super) after_preposition: Option<usize>,
    /// The group on whom hangs what stands as the subject and is no mention: "mortar rounds from X".
    pub(super) hung_on: Option<usize>,
    /// The group that owns what stands as the subject: "Y, whose economy".
    pub(super) owner: Option<usize>,
}

impl Left {
    /// The "to" or the preposition by which another verb governs this one.
    pub(super) fn governed_from(&self) -> Option<usize> {
        self.infinitive.or(self.after_preposition)
    }

    /// Whether another verb governs this one.
    pub(super) fn is_governed(&self) -> bool {
        self.governed_from().is_some()
    }
}

/// How far left of a verb its subject is looked for, in tokens: so that time is linear in the length of a sentence.
const REACH: usize = 60;

/// The signs of words that say how the verb behind them is put forward, or of whom.
const ASIDE: Signs = Signs::of_clause(Clause::Negator)
    .or(Signs::of_clause(Clause::Conditional))
    .or(Signs::of_clause(Clause::Pair))
    .or(Signs::OBLIGES);

/// The group that holds a token.
pub(super) fn group_at(groups: &Groups, at: usize) -> Option<usize> {
    groups.at(at)
}

/// Looks left from the verb at `verb`.
pub(super) fn left(line: &Line<'_>, groups: &Groups, verb: usize, form: VerbForm) -> Left {
    let mut found = Left {
        subject: Subject::Unknown,
        negated: false,
        passive: false,
        conditional: false,
        obliged: false,
        future: false,
        would: false,
        infinitive: None,
        after_preposition: None,
        hung_on: None,
        owner: None,
    };
    let mut at = verb;
    let mut commas = 0;
    // Whether words were passed that may be a subject of their own, unless a preposition or a participle takes them.
    // The last of them is kept.
    let mut pending: Option<usize> = None;
    while let Some(before) = at.checked_sub(1).filter(|before| verb - before < REACH) {
        at = before;
        if let Some(number) = group_at(groups, at) {
            if form == VerbForm::Gerund && pending.is_none() && opens_absolute(line, groups, number) {
                found.subject = Subject::Group(number);
                break;
            }
            if let Some(first) = oblique(line, groups, number).or_else(|| exception(line, groups, number)) {
                if pending.is_none() && commas == 0 && hangs_on_noun(line, first) {
                    found.hung_on = Some(number);
                }
                at = first;
                pending = None;
                continue;
            }
            let modifies = groups[number].actors.iter().any(|actor| actor.modifies);
            if form == VerbForm::Gerund && modifies && groups[number].last() + 2 >= verb {
                found.subject = Subject::Owner(number);
            } else if pending.is_none() || modifies || found.passive && names_deed(line, &groups[number]) {
                found.subject = Subject::Group(number);
            }
            let first = groups[number].first();
            found.conditional |= is_supposed(line, groups, first);
            // "Neither X nor Y did".
            let before = first.checked_sub(1).map_or("", |before| line.written(before));
            found.negated |= matches!(before, "neither" | "Neither" | "nor");
            break;
        }
        if line.has(at, ASIDE) {
            if line.is_clause(at, Clause::Negator) {
                found.negated |= line.negates(at);
                continue;
            }
            if line.is_clause(at, Clause::Conditional) && !matches!(line.kind(at), Kind::Preposition) {
                let written = line.written(at);
                found.would |= written == "would";
                found.conditional |= !matches!(written, "likely" | "would");
                if written == "if" || written == "If" {
                    break;
                }
                continue;
            }
            if line.obliges(at) {
                found.obliged = true;
                continue;
            }
            if line.is_clause(at, Clause::Pair) {
                found.subject = Subject::Pair(None);
                break;
            }
        }
        if line.kind(at) == Kind::Determiner
            && let Some(phrase) = Phrase::at(line, at).filter(|phrase| pending.is_none_or(|last| last == phrase.last))
        {
            found.subject = phrase.subject;
            break;
        }
        match line.kind(at) {
            Kind::Be => {
                let participle = matches!(form, VerbForm::Past | VerbForm::Participle | VerbForm::Base);
                found.passive |= pending.is_none() && participle;
            }
            Kind::Have | Kind::Do | Kind::Will if pending.is_some() => break,
            Kind::Will => found.future = true,
            Kind::Have | Kind::Do | Kind::Adverb | Kind::Possessive => {}
            Kind::To if pending.is_none() && at.checked_sub(1).is_some_and(|word| line.obliges(word)) => {
                found.obliged = true;
                at -= 1;
            }
            // "is to sell": a future.
            Kind::To
                if pending.is_none()
                    && at
                        .checked_sub(1)
                        .is_some_and(|be| matches!(line.written(be), "is" | "are" | "was" | "were")) =>
            {
                found.future = true;
                at -= 1;
            }
            // "Norway to arm Latvia": a headline's future.
            Kind::To
                if pending.is_none() && group_at(groups, at.saturating_sub(1)) == Some(0) && groups[0].first() == 0 =>
            {
                found.future = true;
                found.subject = Subject::Group(0);
                break;
            }
            Kind::To if pending.is_none() => {
                found.infinitive = Some(at);
                // "was careful not to criticise", "has no plans to".
                found.negated |= at > 0 && line.negates(at - 1);
                found.negated |= at > 1 && line.written(at - 2) == "no" && line.written(at - 1).ends_with('s');
                break;
            }
            Kind::And if pending.is_none() => {
                found.subject = clause_subject(line, groups, at).unwrap_or(Subject::Same(None));
                if form == VerbForm::Base && at + 1 == verb {
                    found.goes_on_from(line, at);
                }
                break;
            }
            Kind::And => {
                found.subject = joined_to(line, groups, at);
                break;
            }
            Kind::That => {
                // "the plan that": a relative; "said that": a clause with its own subject, which was missing.
                if let Some(number) = at.checked_sub(1).and_then(|before| group_at(groups, before))
                    && pending.is_none()
                {
                    found.subject = Subject::Group(number);
                } else if pending.is_none()
                    && let Some(number) = cleft(line, groups, at)
                {
                    found.subject = Subject::Group(number);
                }
                break;
            }
            Kind::Comma if pending.is_none() => {
                commas += 1;
                if form == VerbForm::Gerund {
                    found.subject = Subject::Same(None);
                    break;
                }
                // "X, angered by Y, did": over the insertion to the name before it.
                if let Some(opening) = insertion(line, groups, at) {
                    at = opening;
                    continue;
                }
                // "X condemned Y, thanked Z".
                let finite = matches!(form, VerbForm::Third | VerbForm::Past | VerbForm::Base) && at + 1 == verb;
                // "X left Y, flew to Z": over the name before the comma.
                let by = line.kind(verb + 1) == Kind::By;
                let over = form != VerbForm::Base && !by;
                let named = at.checked_sub(1).filter(|_| over).and_then(|before| group_at(groups, before));
                let from = named.map_or(at, |number| groups[number].first());
                if finite && let Some(subject) = clause_subject(line, groups, from) {
                    found.subject = subject;
                    break;
                }
                if commas > 1 {
                    break;
                }
            }
            // "has since asked".
            Kind::Preposition if at > 0 && line.kind(at - 1) == Kind::Have && line.written(at) == "since" => {}
            // "X taking off from Y attacked": the particle of what hangs on the name before it.
            Kind::Preposition
                if pending.is_none()
                    && at.checked_sub(1).is_some_and(|before| modifies_before(line, groups, before)) => {}
            Kind::Preposition | Kind::Of | Kind::By | Kind::To => {
                if form == VerbForm::Gerund && at + 1 == verb {
                    found.after_preposition = Some(at);
                    break;
                }
                // "X in a letter to its allies said": the phrase hangs on what is before it.
                if !(pending.take().is_some() && !links_clauses(line, at) || time_follows(line, at)) {
                    break;
                }
            }
            // "X (ABC) did".
            Kind::Break if pending.is_none() => match bracketed(line, groups, at) {
                Some(number) => {
                    found.subject = Subject::Group(number);
                    break;
                }
                None => break,
            },
            // "its envoy protested": whose the envoy is.
            Kind::Determiner
                if pending.is_some()
                    && Pronoun::as_owner(line.written(at)).is_some()
                    && !joins_owner(line, at)
                    && (found.passive || owns_an_actor(line, at, verb)) =>
            {
                let owner = Pronoun::as_owner(line.written(at));
                // "X ruled it out, and its envoy left": the subject of the clause before.
                let and = at.checked_sub(1).filter(|&and| line.kind(and) == Kind::And);
                let same = match and.and_then(|and| clause_subject(line, groups, and)) {
                    Some(Subject::Same(Some(group))) => Some(Subject::Group(group)),
                    _ => None,
                };
                found.subject = same.unwrap_or_else(|| owner.map_or(Subject::Unknown, Subject::Pronoun));
                break;
            }
            // "A, B and C each did".
            Kind::Determiner if pending.is_some() || matches!(line.written(at), "each" | "all") => {}
            Kind::Determiner | Kind::Break | Kind::Comma | Kind::Hyphen | Kind::Mention(_) => break,
            Kind::Capital | Kind::Word => {
                if line.is_clause(at, Clause::Relative) {
                    let comma = at.checked_sub(1).filter(|&before| line.kind(before) == Kind::Comma);
                    let head = comma.unwrap_or(at).checked_sub(1);
                    if let Some(number) = head.and_then(|head| group_at(groups, head)) {
                        if pending.is_none() || line.written(at) == "whose" && owns_an_actor(line, at, verb) {
                            found.subject = Subject::Group(number);
                        } else if line.written(at) == "whose" {
                            found.owner = Some(number);
                        }
                    }
                    break;
                }
                if line.is_clause(at, Clause::Pronoun) {
                    if pending.is_none() {
                        found.subject = Subject::Pronoun(Pronoun::of(line.written(at)));
                    }
                    break;
                }
                // "denied helping Y".
                if form == VerbForm::Gerund && at + 1 == verb && line.govern(at) == Some(Govern::Denial) {
                    found.after_preposition = Some(verb);
                    break;
                }
                if let Some(Govern::Continuing | Govern::Light) = line.govern(at)
                    && pending.is_none()
                {
                    continue;
                }
                // Between an auxiliary and its verb any word is an adverb: "has outright rejected".
                let auxiliary = (at.saturating_sub(3)..at)
                    .any(|before| matches!(line.kind(before), Kind::Have | Kind::Be | Kind::Will));
                let near = (at.saturating_sub(3)..at).all(|before| {
                    !matches!(line.kind(before), Kind::Determiner | Kind::Preposition | Kind::Comma | Kind::Break)
                });
                if auxiliary && near && pending.is_none() {
                    continue;
                }
                // "X using missiles attacked", "X backed by Y attacked": what hangs on the name before it.
                if modifies_before(line, groups, at) {
                    pending = None;
                    continue;
                }
                if line.is_finite(at)
                    || line.form(at) == Some(VerbForm::Past)
                    || form == VerbForm::Gerund && at + 1 == verb
                {
                    break;
                }
                pending = pending.or(Some(at));
            }
        }
    }
    found
}

/// Whether a group stands before the noun of a deed, whose it is: "a U.S. offer was".
fn names_deed(line: &Line<'_>, group: &Group) -> bool {
    let next = group.last() + 1;
    let near = next..line.tokens.len().min(next + 3);
    near.take_while(|&at| matches!(line.kind(at), Kind::Word | Kind::Adverb)).any(|at| line.is_cue_noun(at))
}

/// Whether what opens the clause makes it a supposition: "if X did", "Had X done", "Should X do", "until X has
/// done".
fn is_supposed(line: &Line<'_>, groups: &Groups, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    if line.is_clause(before, Clause::Conditional) && line.kind(before) != Kind::Preposition {
        return true;
    }
    // "will not pay until X has left".
    if line.written(before) == "until" {
        let group = groups.at(first).map_or(first, |group| groups[group].last());
        let has = line.written(group + 1);
        let later = || (before.saturating_sub(24)..before).any(|at| matches!(line.written(at), "will" | "would"));
        return matches!(has, "has" | "have") || has == "had" && later();
    }
    let asks = || matches!(line.kind(before), Kind::Will | Kind::Do) && line.is_question();
    let inverted = line.kind(before) == Kind::Have || line.written(before) == "Were" || line.obliges(before) || asks();
    inverted && before.checked_sub(1).is_none_or(|mark| matches!(line.kind(mark), Kind::Comma | Kind::Break))
}

/// Whether a group is the subject of the participle behind it: "…, with X abstaining".
fn opens_absolute(line: &Line<'_>, groups: &Groups, number: usize) -> bool {
    let group = &groups[number];
    // "with President X".
    let title = |&at: &usize| line.kind(at) != Kind::Capital;
    let Some(with) = (group.first().saturating_sub(4)..group.first()).rev().find(title) else { return false };
    let apart =
        || with.checked_sub(1).is_none_or(|mark| matches!(line.kind(mark), Kind::Comma | Kind::Break | Kind::And));
    matches!(line.written(with), "with" | "With") && apart() && acting(group).next().is_some()
}

/// Whether the possessive pronoun at a token stands in a list: "X and its allies", but not "…, and its envoy left".
fn joins_owner(line: &Line<'_>, pronoun: usize) -> bool {
    let and = pronoun.checked_sub(1).filter(|&before| line.kind(before) == Kind::And);
    and.is_some_and(|and| and.checked_sub(1).is_none_or(|mark| line.kind(mark) != Kind::Comma))
}

/// Whether the preposition joins a name to a noun before it: "rounds from", "rounds fired from", no "walked away from".
fn hangs_on_noun(line: &Line<'_>, preposition: usize) -> bool {
    if is_fired(line, preposition) {
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

/// Whether the preposition says who fired what stands before it: "rockets fired from X".
pub(super) fn is_fired(line: &Line<'_>, preposition: usize) -> bool {
    let fired = preposition.checked_sub(1).filter(|&at| matches!(line.written(at), "fired" | "launched" | "lobbed"));
    fired.is_some() && matches!(line.written(preposition), "by" | "from")
}

/// The actors of a group that do act, as sources.
pub(super) fn acting(group: &Group) -> impl Iterator<Item = &Actor> {
    group.actors.iter().filter(|actor| (actor.acts || actor.deed) && !actor.place)
}
