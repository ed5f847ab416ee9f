//! The events of one sentence: each cue with its source and target.

use smallvec::SmallVec;

use super::actor::Actor;
use super::clause;
use super::deed;
use super::group::{Group, Groups};
use super::kind::Kind;
use super::line::Line;
use super::manner::{Manner, recalled};
use super::party::{Pairs, Parties, mentions, pairs};
use super::signs::Signs;
use super::speech;
use super::subject::Subject;
use super::{Events, Naming, Told};
use crate::lexicon::{Clause, Cue, VerbForm};
use crate::vocabulary::{Class, EventType, Modality, Sector};

/// Whom a sentence is about, for the pronouns of the next one.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    /// The subject of its first verb, as mentions.
    pub(super) subject: Mentions,
    /// The only two that it names as acting, if they are two.
    pub(super) pair: Mentions,
}

/// Mentions, by number.
pub(super) type Mentions = SmallVec<[u32; 2]>;

/// A sentence, ready to be asked for its events.
pub(super) struct Frame<'e> {
    pub(super) line: Line<'e>,
    pub(super) groups: Groups,
    /// Whom the sentence before was about.
    pub(super) before: Before,
    /// The subject of the verb before, as mentions; at first that of the sentence before.
    pub(super) subject: Mentions,
    /// Of each verb that had one, its token and its subject.
    pub(super) subjects: Vec<(usize, Parties)>,
    /// The year that the sentence recalls.
    pub(super) when: Option<i16>,
    pub(super) past: bool,
}

impl<'e> Frame<'e> {
    pub(super) fn new(events: &'e Events<'e>) -> Self {
        Self {
            line: Line::new(events),
            groups: Groups::new(),
            before: Before::default(),
            subject: Mentions::new(),
            subjects: Vec::new(),
            when: None,
            past: false,
        }
    }

    /// Turns to a sentence, and is told about the one before.
    pub(super) fn turn_to(&mut self, naming: &Naming, before: Before) {
        self.line.read(naming);
        self.groups.read(&self.line);
        self.subject = Mentions::from_slice(&before.subject);
        self.before = before;
        self.subjects.clear();
        (self.past, self.when) = recalled(&self.line);
    }

    /// Whom the sentence is about.
    pub(super) fn before_next(&self) -> Before {
        let subject = match self.subjects.first() {
            Some((_, parties)) => mentions(parties),
            None => self.groups.first().map(mentions_of).unwrap_or_default(),
        };
        Before { subject, pair: self.pair(self.line.tokens.len()) }
    }

    /// The two that the words before a token name: a list of two, else the only two entities that act.
    pub(super) fn pair(&self, end: usize) -> Mentions {
        let hangs = |group: &Group| group.first() > 0 && self.line.kind(group.first() - 1) == Kind::Of;
        let is_list = |group: &&Group| group.actors.len() == 2 && group.last() < end && !hangs(group);
        if let Some(list) = self.groups.iter().rev().find(is_list) {
            return mentions_of(list);
        }
        let entity = |mention: u32| self.line.events.mentions[mention as usize].entity;
        let mut named = Mentions::new();
        for group in self.groups.iter().filter(|group| group.last() < end) {
            for actor in group.actors.iter().filter(|actor| !actor.place) {
                if named.iter().any(|&other| entity(other) == entity(actor.mention)) {
                    continue;
                }
                if named.len() == 2 {
                    return Mentions::new();
                }
                named.push(actor.mention);
            }
        }
        if named.len() == 2 { named } else { Mentions::new() }
    }

    /// Adds the sentence's events.
    pub(super) fn events(&mut self, told: &mut Vec<Told>) {
        let first = told.len();
        let mut at = 0;
        while let Some(cue) = self.line.next_cue(at) {
            at = self.at(cue, told) + 1;
        }
        self.ties(first, told);
        let conditional = self.line.holds(Signs::of_clause(Clause::Conditional));
        let supposes = conditional || self.line.holds(Signs::WARNS);
        if told.len() > first || supposes && self.groups.len() > 1 {
            let said = speech::said(&self.line, &self.groups, &self.before.subject);
            speech::attribute(&self.line, &said, &mut told[first..]);
            self.charges(&said, first, told);
            if conditional {
                self.threats(&said, told);
            }
            if told.len() > first && self.line.holds(Signs::JUDGES) {
                self.verdicts(first, told);
            }
            if self.line.holds(Signs::WARNS) {
                self.warned(told);
            }
        }
        self.obligations(told);
    }

    /// The events of the cues that begin with a token; the last token of what was read.
    fn at(&mut self, at: usize, told: &mut Vec<Told>) -> usize {
        if let Some(form) = self.line.form(at)
            && !(self.is_noun_here(at) || self.is_auxiliary(at) || self.names_an_actor(at))
            && let Some(end) = self.verb(at, form, told)
        {
            return end;
        }
        if self.line.is_cue_noun(at)
            && !self.names_forces(at)
            && let Some(end) = self.noun(at, told)
        {
            return end;
        }
        if at > 0 && self.line.kind(at - 1) == Kind::Hyphen {
            self.suffix(at, told);
        }
        at
    }

    /// What somebody is told that it must do: "X said that Y must".
    fn obligations(&self, told: &mut Vec<Told>) {
        if !self.line.holds(Signs::OBLIGES) {
            return;
        }
        let obligations = (0..self.line.tokens.len()).filter_map(|at| Some((at, self.line.obligation(at)?)));
        let mut said = None;
        for (at, cue) in obligations {
            let left = clause::left(&self.line, &self.groups, at, VerbForm::Base);
            let group = match left.subject {
                Subject::Group(group) => group,
                Subject::Pronoun(_) => match speech::addressee(&self.line, &self.groups, at) {
                    Some(group) => group,
                    None => continue,
                },
                _ => continue,
            };
            // "…, should Y try": a condition.
            if self.line.kind(at - 1) == Kind::Comma && clause::group_at(&self.groups, at + 1).is_some() {
                continue;
            }
            if let Some((threat, source)) = self.or_else(at) {
                let pairs = pairs(&source, &self.parties(group));
                let made = pairs.iter().map(|&pair| self.event(deed::THREATEN, pair, threat, Modality::Asserted, None));
                let made: Vec<Told> = made.filter(|told| told.source != told.target).collect();
                told.extend(made);
                continue;
            }
            let said = said.get_or_insert_with(|| speech::said(&self.line, &self.groups, &self.before.subject));
            let Some(said) = speech::speaker_at(said, at) else { continue };
            let cue = self.cue(cue.into());
            let Some(event) = cue.event else { continue };
            let manner = Manner::new(Modality::Asserted);
            let found = pairs(said.speaker(), &self.parties(group));
            self.tell(cue, event, at, &manner, found, told);
        }
    }

    /// Whether the token is part of a noun that says who acts: "patrol boats".
    fn names_an_actor(&self, at: usize) -> bool {
        self.actor_named_by(at).is_some()
    }

    /// Whether the token is part of a noun that says which forces act: "peacekeeping troops".
    fn names_forces(&self, at: usize) -> bool {
        self.actor_named_by(at).is_some_and(|actor| actor.sector == Some(Sector::Military))
    }

    /// The actor who is named by a noun that a token is part of.
    fn actor_named_by(&self, at: usize) -> Option<&Actor> {
        let group = clause::group_at(&self.groups, at)?;
        let actors = &self.groups[group].actors;
        actors.iter().find(|actor| actor.sector.is_some() && (actor.first..=actor.last).contains(&at))
    }

    /// Whether "have" only makes the perfect of a verb behind it: "have reached".
    fn is_auxiliary(&self, at: usize) -> bool {
        if self.line.kind(at) != Kind::Have {
            return false;
        }
        let next = (at + 1..self.line.tokens.len()).find(|&next| self.line.kind(next) != Kind::Adverb);
        next.is_some_and(|next| {
            self.line.kind(next) == Kind::Be
                || matches!(self.line.form(next), Some(VerbForm::Past | VerbForm::Participle))
                // Participles that are spelled as the infinitive.
                || matches!(self.line.written(next), "become" | "come" | "cut" | "hit" | "let" | "put" | "quit" | "run" | "set" | "shut")
        })
    }

    /// Whether what may be a verb stands like a noun: behind an article, a possessive or a preposition.
    fn is_noun_here(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.line.may_be_noun(at)) else { return false };
        match self.line.kind(before) {
            Kind::Determiner | Kind::Possessive | Kind::Of | Kind::Preposition | Kind::By => true,
            // "the two sides", "both sides".
            Kind::Adverb | Kind::Word if matches!(self.line.written(before), "both" | "two" | "three") => true,
            // "will lift sanctions on", "faces pressure from": the object of the verb before.
            // "constitutional order".
            Kind::Word if self.line.form(at) == Some(VerbForm::Base) && is_adjective(self.line.written(before)) => true,
            Kind::Word => {
                let lets = matches!(
                    self.line.written(before),
                    "help" | "helps" | "helped" | "let" | "lets" | "make" | "makes" | "made" | "dare" | "to"
                );
                // "sent ships": no form of a verb that stands behind another.
                let third = self.line.form(at) == Some(VerbForm::Third)
                    && matches!(self.line.form(before), Some(VerbForm::Past | VerbForm::Gerund));
                third && self.line.speaks(before).is_none()
                    || self.line.is_cue_noun(at)
                        && !lets
                        && (self.line.is_finite(before)
                            || matches!(
                                self.line.form(before),
                                Some(VerbForm::Past | VerbForm::Third | VerbForm::Base | VerbForm::Gerund)
                            ))
            }
            Kind::Mention(_) => clause::group_at(&self.groups, before).is_some_and(|group| {
                // "a British demand".
                let one = matches!(self.line.written(self.groups[group].first()), "a" | "an" | "A" | "An");
                one && self.line.form(at) == Some(VerbForm::Base)
                    || self.groups[group].actors.last().is_some_and(|actor| actor.modifies && actor.last + 1 >= at)
            }),
            _ => false,
        }
    }

    /// Adds what was found; whether it was anything.
    pub(super) fn tell(
        &self,
        cue: &Cue,
        event: EventType,
        at: usize,
        manner: &Manner,
        found: Pairs,
        told: &mut Vec<Told>,
    ) -> bool {
        if found.is_empty() {
            return false;
        }
        let cooperative = matches!(event.class(), Class::VerbalCooperation | Class::MaterialCooperation);
        let own = (event, cue.code, cue.goldstein);
        let deed = match manner.event {
            Some(EventType::Reject) if event == EventType::Reject => own,
            // "refused to condemn Y": for Y rather than against it.
            Some(EventType::Reject)
                if manner.fills_in && matches!(event, EventType::Accuse | EventType::Coerce | EventType::Sanction) =>
            {
                deed::SUPPORT
            }
            Some(EventType::Reject) => deed::REJECT,
            Some(EventType::Threaten) => deed::THREATEN,
            Some(EventType::Support) => deed::SUPPORT,
            // What is promised is agreed to; what is meant as harm stays what it is, planned.
            Some(EventType::Agree) if event == EventType::Join => own,
            Some(EventType::Agree) if cooperative => deed::AGREE,
            _ if manner.threatens && (event.class() == Class::MaterialConflict || event == EventType::Reject) => {
                deed::THREATEN
            }
            _ if manner.to_come && event == EventType::Assault => deed::THREATEN,
            _ if manner.modality == Modality::Planned
                && (event.class() == Class::MaterialCooperation || cue.mediates()) =>
            {
                deed::AGREE
            }
            _ => own,
        };
        // "may strike if": held out, though no more than possible.
        let held_out = manner.threatens && manner.modality == Modality::Hypothetical && deed.0 == EventType::Threaten;
        let modality = if held_out { Modality::Asserted } else { manner.modality };
        let known = told.len() - self.told_here(told).len()..told.len();
        let mut any = false;
        for (source, target) in found {
            if source.mention == target.mention {
                continue;
            }
            any = true;
            let entity = |mention: u32| self.line.events.mentions[mention as usize].entity;
            let pair = (source.mention, target.mention);
            let is_known = |told: &Told| {
                let same = entity(told.source) == entity(pair.0) && entity(told.target) == entity(pair.1);
                same || pair == (told.target, told.source)
            };
            if manner.fills_in && told[known.clone()].iter().any(is_known) {
                continue;
            }
            told.push(self.event(deed, (source, target), at, modality, manner.says));
        }
        any
    }
}

/// The mentions of a group. One by one: `collect` prepares for many.
fn mentions_of(group: &Group) -> Mentions {
    let mut mentions = Mentions::new();
    group.actors.iter().for_each(|actor| mentions.push(actor.mention));
    mentions
}

/// Whether a word is an adjective by its ending.
fn is_adjective(word: &str) -> bool {
    word.len() > 4 && ["able", "al", "ary", "ible", "ic", "ive", "ous"].iter().any(|ending| word.ends_with(ending))
}
