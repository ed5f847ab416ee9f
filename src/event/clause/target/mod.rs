//! The walk from a cue to whom its deed is done to, rightward and token by token.

mod links;
mod words;

use crate::event::clause::actor::is_against;
use crate::event::clause::group::{Group, Groups};
use crate::event::clause::object::{ASIDE, begins_clause, is_border, naming, quantifies};
use crate::event::clause::{relative, remark};
use crate::event::text::{Kind, Line};
use crate::lexicon::{Clause, Cue, Cues, VerbForm};
use crate::vocabulary::{Class, EventType};

/// How many words the object may be long before its owner.
const LONG: usize = 4;

/// The group that the words from `from` on, so many of them at most, make the target of a cue.
pub(crate) fn target(
    line: &Line<'_>,
    groups: &Groups,
    cue: &Cue,
    from: usize,
    reach: usize,
    is_verb: bool,
) -> Option<usize> {
    let walk = || Walk::new(line, groups, cue, from, reach, is_verb).walked();
    groups.are_near(from, reach).then(walk).flatten()
}

/// Where the walk goes from a token.
enum Step {
    /// To the token behind it.
    On,
    /// To one farther right.
    To(usize),
    /// Nowhere: there it is, if anywhere.
    Found(Option<usize>),
    /// Nowhere: what follows belongs to something else.
    End,
}

struct Walk<'w, 'e> {
    line: &'w Line<'e>,
    groups: &'w Groups,
    cue: &'w Cue,
    from: usize,
    is_verb: bool,
    /// Whether the type of the deed is one that is refused, one that gives or takes, one that harms.
    rejects: bool,
    material: bool,
    harms: bool,
    /// Whether the verb says what somebody thinks of a deed, which is its object: "condemned attacks by Y".
    judges: bool,
    limit: usize,
    /// Whether the next group is the target: the verb's object, or that of a preposition of the cue's.
    open: bool,
    /// Whether a preposition of the cue's opened it, and not the verb.
    opened: bool,
    /// Whether a preposition was passed: behind it nobody owns the object, but a bloc the place in it.
    passed: bool,
    /// How many plain words were passed since.
    plain: usize,
    /// Whose the object is.
    owner: Option<usize>,
}

impl<'w, 'e> Walk<'w, 'e> {
    fn new(line: &'w Line<'e>, groups: &'w Groups, cue: &'w Cue, from: usize, reach: usize, is_verb: bool) -> Self {
        let is_of = |class| cue.event.is_some_and(|event| event.class() == class);
        let agrees = cue.event == Some(EventType::Agree);
        let conflict = is_of(Class::MaterialConflict);
        // "had warned it and Y": the object is there.
        let has_object = is_verb && matches!(line.written(from), "it" | "him" | "them");
        Self {
            line,
            groups,
            cue,
            from,
            is_verb,
            rejects: matches!(cue.event, Some(EventType::Reject | EventType::Concede)) || is_verb && agrees,
            material: is_of(Class::MaterialCooperation) || conflict || agrees,
            harms: is_verb && conflict,
            judges: is_verb
                && cue.direct
                && matches!(cue.event, Some(EventType::Accuse | EventType::Request | EventType::Support)),
            limit: from + reach,
            open: cue.direct && !has_object,
            opened: false,
            passed: false,
            plain: 0,
            owner: None,
        }
    }

    /// The target that is found at its end.
    fn walked(mut self) -> Option<usize> {
        let mut at = self.from;
        while at < self.line.tokens.len() && at < self.limit {
            at = match self.step(at) {
                Step::On => at + 1,
                Step::To(farther) => farther,
                Step::Found(group) => return group,
                Step::End => break,
            };
        }
        // "discussed Y's debts": not with Y.
        let talks = self.cue.event == Some(EventType::Consult) && self.cue.reciprocal && self.cue.to.len() == 1;
        self.owner.filter(|_| self.cue.demands && !talks || self.cue.direct)
    }

    fn step(&mut self, at: usize) -> Step {
        let (line, cue) = (self.line, self.cue);
        if let Some(number) = self.groups.at(at) {
            return self.at_group(at, number);
        }
        // "X and Y met, with Z looking on".
        if cue.reciprocal && at > 0 && line.kind(at - 1) == Kind::Comma && line.written(at) == "with" {
            return Step::End;
        }
        // "stood firm against pressure to follow X": X is nobody who presses.
        let pressed = self.opened && self.plain > 0 && cue.event == Some(EventType::Reject);
        if pressed && line.kind(at) == Kind::To && line.kind(at + 1) == Kind::Word && self.groups.at(at + 1).is_none() {
            return Step::End;
        }
        // "urged the world to end X's war": X is not asked.
        let of_others = (self.is_verb || self.opened) && self.plain > 0 && cue.event == Some(EventType::Request);
        if of_others && line.kind(at) == Kind::To && self.tells(at) {
            return Step::End;
        }
        let is_remark = self.is_remark(at);
        if let Some(last) = line.wanted_phrase(at, &cue.to).filter(|_| !is_remark && !self.tells(at)) {
            (self.open, self.opened) = (true, true);
            self.plain = 0;
            return Step::To(last + 1);
        }
        if let Some(last) = naming(line, at) {
            return Step::To(last + 1);
        }
        if self.is_verb
            && self.plain > 0
            && let Some(last) = relative::passed(line, self.groups, cue, at)
        {
            return Step::To(last + 1);
        }
        if is_remark || line.has(at, ASIDE) && (line.kind(at) != Kind::That || line.is_clause(at, Clause::Exception)) {
            return Step::End;
        }
        // "sided with neither X nor Y".
        if line.written(at) == "neither" {
            return Step::Found(None);
        }
        if let Some(asked) = self.asked_to(at) {
            return Step::Found(Some(asked));
        }
        // "jailed five men for the bombing of Y's tanker": that was another's deed.
        if self.is_verb && self.plain > 0 && names_crime(line, cue, at) {
            return Step::End;
        }
        self.passed |= line.kind(at) == Kind::Preposition;
        match line.kind(at) {
            Kind::That => self.at_that(at),
            Kind::Break => past_brackets(line, at).map_or(Step::End, Step::To),
            Kind::Be | Kind::Have if !self.is_verb && self.is_imposed(at) => Step::On,
            // Behind a noun the sentence's verb ends its phrase.
            kind if kind.is_auxiliary() && !self.is_verb => Step::End,
            Kind::By => self.at_by(at),
            Kind::Comma => self.at_comma(at),
            // "… and then condemned Y": another verb's.
            Kind::And if self.is_verb && self.plain > 0 && joins_verb(line, at) => Step::End,
            // "attends a meeting and is to hold talks with Y".
            Kind::And if self.cue.reciprocal && !self.is_verb && line.kind(at + 1) == Kind::To => Step::End,
            Kind::To | Kind::Preposition if quantifies(line, at) => Step::On,
            Kind::To => {
                self.open = false;
                Step::On
            }
            Kind::Preposition => self.at_preposition(at),
            Kind::Word | Kind::Capital => self.at_word(at),
            _ => Step::On,
        }
    }

    /// At a group: the target, or whose the object is.
    fn at_group(&mut self, at: usize, number: usize) -> Step {
        let cue = self.cue;
        let group = &self.groups[number];
        if self.plain > 0 && self.is_verb && begins_clause(self.line, group) {
            return Step::End;
        }
        // "an end to the anti-French violence": others are meant.
        if group.actors.iter().all(|actor| is_against(self.line, actor.last)) {
            self.limit += group.last() + 1 - at;
            return Step::To(group.last() + 1);
        }
        // "sent Kyiv weapons": what follows the verb at once is whom the thing goes to.
        // "heads the UN mission to Y": nobody is given anything.
        let dative = self.is_verb && group.first() <= self.from && cue.to.contains(&Cues::TO) && !cue.code.is("042");
        // "withdrew troops from Chad": to the verb the preposition says whither.
        let led = group.actors.iter().find_map(|actor| actor.led);
        let open = self.open || led.is_some_and(|preposition| self.line.is_word(preposition, &cue.to));
        let modifies = || group.actors.iter().all(|actor| actor.modifies);
        let given = || dative && group.actors.iter().all(|actor| !actor.modifies);
        if (open || given()) && !(dative && self.goes_on_to(group)) {
            // "sold grain to Z's neighbour Y".
            let owner = self.line.kind(group.last() + 1) == Kind::Possessive && modifies();
            let called = |next: &Group| next.first() == group.last() + 2 && self.line.kind(next.first()) == Kind::Word;
            let own = owner && self.groups.get(number + 1).is_some_and(called);
            return Step::Found(Some(number + usize::from(own)));
        }
        // "accepted Italy's offer": whose the object is.
        let of_bloc = matches!(cue.event, Some(EventType::Join | EventType::Withdraw));
        if self.owner.is_none() && self.is_verb && (!self.passed || of_bloc) && modifies() {
            self.owner = Some(number);
        }
        self.limit += group.last() + 1 - at;
        Step::To(group.last() + 1)
    }

    /// Whether behind a group the thing follows, and then to whom it goes: "sent a Cuban doctor to Peru".
    fn goes_on_to(&self, group: &Group) -> bool {
        let (line, groups) = (self.line, self.groups);
        let invites = matches!(self.cue.event, Some(EventType::Agree | EventType::Consult | EventType::Request));
        // "invited Y's minister to Seoul": only whither.
        let counts = |number: usize| !invites || groups[number].actors.iter().all(|actor| !actor.place);
        (group.last() + 1..(group.last() + 4).min(line.tokens.len()))
            .any(|next| line.kind(next) == Kind::To && groups.at(next + 1).is_some_and(counts))
    }

    /// Whether something is said of the deed from here on, and of its target nothing.
    fn is_remark(&self, at: usize) -> bool {
        // "is boycotting it in protest at Y": there Y is the target.
        self.cue.event != Some(EventType::Protest) && remark::opens(self.line, at) && !quantifies(self.line, at)
            // "drills near its border with Y": not with Y.
            || self.cue.reciprocal
                && at > self.from
                && self.line.written(at) == "with"
                && is_border(self.line, at - 1)
    }
}

/// Whether it is said from here on for what somebody is arrested or tried: "for the bombing of", "for selling".
pub(crate) fn names_crime(line: &Line<'_>, cue: &Cue, at: usize) -> bool {
    let punishes = || cue.code.begins_with("173") || line.form(at + 1) == Some(VerbForm::Gerund);
    cue.event == Some(EventType::Coerce) && line.written(at) == "for" && punishes()
}

/// Behind a short remark in brackets: "complained to the United Nations (UN) that".
fn past_brackets(line: &Line<'_>, open: usize) -> Option<usize> {
    let near = open + 2..line.tokens.len().min(open + 5);
    let close = near.into_iter().find(|&at| line.written(at) == ")");
    close.filter(|_| line.written(open) == "(").map(|close| close + 1)
}

/// Whether "and" joins another verb to the cue's.
fn joins_verb(line: &Line<'_>, and: usize) -> bool {
    let verb = and + 1;
    verb < line.tokens.len() && (line.begins_predicate(verb) || asks_of(line, verb))
}

/// Whether a verb in the past has an object with an article behind it: "and asked the board".
fn asks_of(line: &Line<'_>, verb: usize) -> bool {
    line.form(verb) == Some(VerbForm::Past) && line.kind(verb + 1) == Kind::Determiner
}
