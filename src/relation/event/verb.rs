//! The events of a verb: who stands as its subject, who as its object.

use super::Told;
use super::clause::{self, Left, Subject};
use super::frame::Frame;
use super::object;
use super::party::{Pairs, Parties, Party, mutual, pairs};
use super::token::Kind;
use crate::lexicon::{Clause, Cue, VerbForm};
use crate::vocabulary::EventType;

impl Frame<'_> {
    pub(super) fn verb(&mut self, at: usize, form: VerbForm, told: &mut Vec<Told>) -> Option<usize> {
        let mut left = clause::left(&self.line, &self.groups, at, form);
        let reduced = matches!(form, VerbForm::Past | VerbForm::Participle) && self.by_follows(at);
        if reduced && !left.passive {
            // "a delegation led by X": what is led stands right before.
            let near = (0..at).rev().find(|&before| !matches!(self.line.kind(before), Kind::Adverb | Kind::Comma));
            let near = near.and_then(|before| clause::group_at(&self.groups, before));
            left.passive = true;
            left.subject = near.map_or(Subject::Unknown, Subject::Group);
        }
        // "is neither a member", "reached no agreement".
        left.negated |= self.line.tokens.get(at + 1).is_some_and(|_| self.line.is_clause(at + 1, Clause::Negator));
        let governor = self.governed(&left);
        let mut subject = match &governor {
            Some(governor) => governor.subject.clone(),
            None => self.subject_of(&left, at),
        };
        let opens = form == VerbForm::Gerund && left.infinitive.is_none() && self.opens_sentence(at);
        if subject.is_empty() && (left.passive && reduced || opens) {
            subject = self.after_insertion(at);
        }
        let accuser = governor.as_ref().and_then(|governor| governor.says);
        let accuser = accuser.map(|mention| Party { mention, sector: None });
        let manner = self.manner(&left, at, governor.as_ref());
        let before = left.passive || self.object_went_before(&left);
        let fitting = self.fitting(at, |entry| entry.verbs.as_deref(), before);
        for &(cue, last) in &fitting {
            let Some(event) = cue.event else { return Some(last) };
            let Some(manner) = &manner else { return Some(last) };
            let found = self.around_verb(cue, last, &left, &subject, accuser.as_ref());
            if self.tell(cue, event, at, manner, found, told) {
                return Some(last);
            }
        }
        // No frame of its own fits: where English usually puts the target of such a deed.
        let manner = manner.filter(|_| !left.passive && !subject.is_empty())?;
        let mut tried = None;
        for &(cue, last) in fitting.iter().filter(|(cue, _)| !cue.undergone) {
            let Some(event) = cue.event.filter(|_| cue.event != tried) else { continue };
            tried = cue.event;
            let group = object::usual_target(&self.line, &self.groups, cue, last + 1, 18, true);
            let targets = group.map(|group| self.targets(group, event)).unwrap_or_default();
            if self.tell(cue, event, at, &manner, pairs(&subject, &targets), told) {
                return Some(last);
            }
        }
        None
    }

    /// Whether the subject stands right behind a relative pronoun, before which the object stands: "the duties that X put
    /// on Y".
    fn object_went_before(&self, left: &Left) -> bool {
        let Subject::Group(group) = left.subject else { return false };
        let first = self.groups[group].first();
        let before = (first.saturating_sub(2)..first).rev().find(|&at| self.line.kind(at) != Kind::Determiner);
        before.is_some_and(|at| self.line.kind(at) == Kind::That || self.line.is_clause(at, Clause::Relative))
    }

    /// Whether "by" follows a verb, past particles and what tells the time: "detained last week by".
    fn by_follows(&self, at: usize) -> bool {
        let behind = (at + 1..(at + 5).min(self.line.tokens.len())).find(|&next| {
            let near = next < at + 2 && self.line.kind(next) == Kind::Word;
            !near && self.line.kind(next) != Kind::Adverb
        });
        behind.is_some_and(|next| self.line.kind(next) == Kind::By)
    }

    /// Whether the clause of a gerund opens the sentence: "By pulling out of X, Y …", "Defending X, Y …".
    fn opens_sentence(&self, at: usize) -> bool {
        at == 0 || at == 1 && matches!(self.line.kind(0), Kind::Preposition | Kind::By)
    }

    /// "Accused by Kenya of dumping, Zambia …": the subject stands behind the insertion.
    pub(super) fn after_insertion(&self, at: usize) -> Parties {
        let comma = (at..(at + 24).min(self.line.tokens.len())).find(|&next| self.line.kind(next) == Kind::Comma);
        let group = comma.and_then(|comma| clause::group_at(&self.groups, comma + 1));
        group.map(|group| self.parties(group)).unwrap_or_default()
    }

    /// The pairs that a verb joins.
    fn around_verb(&self, cue: &Cue, at: usize, left: &Left, subject: &[Party], accuser: Option<&Party>) -> Pairs {
        let Some(event) = cue.event else { return Pairs::new() };
        if left.passive {
            if cue.undergone {
                return Pairs::new();
            }
            let agent = object::behind(&self.line, &self.groups, &[], at + 1, 9);
            let source = self.agents(agent);
            let undergoing = self.undergoing(left, subject, event);
            if !undergoing.is_empty() || agent.is_none() {
                return pairs(&source, &undergoing);
            }
            // "weapons supplied by X to Y": what undergoes it goes to somebody.
            let target = object::usual_target(&self.line, &self.groups, cue, at + 1, 14, false);
            return pairs(&source, &target.map(|group| self.targets(group, event)).unwrap_or_default());
        }
        if cue.undergone && cue.from_object {
            let source = object::direct_object(&self.line, &self.groups, at + 1).map(|group| self.parties(group));
            return pairs(&source.unwrap_or_default(), &self.undergoing(left, subject, event));
        }
        if cue.undergone {
            let source = self.agents(object::behind(&self.line, &self.groups, &cue.from, at + 1, 12));
            return pairs(&source, &self.undergoing(left, subject, event));
        }
        if object::each_other(&self.line, at + 1) {
            return mutual(subject);
        }
        let target = object::target(&self.line, &self.groups, cue, at + 1, 14, true);
        let relative = || match left.subject {
            Subject::Group(group) if cue.direct => object::relative_object(&self.line, &self.groups, group),
            _ => None,
        };
        let targets = target.or_else(relative).map(|group| self.targets(group, event)).unwrap_or_default();
        // "accused Y of seizing two of its ships": the accuser's.
        if targets.is_empty()
            && let Some(accuser) = accuser
            && (at + 1..(at + 5).min(self.line.tokens.len()))
                .any(|next| matches!(self.line.written(next), "its" | "their"))
        {
            return pairs(subject, std::slice::from_ref(accuser));
        }
        let targets = match targets.is_empty() && cue.direct && self.is_object_pronoun(at + 1) {
            true => self.before_other_than(subject),
            false => targets,
        };
        if cue.reciprocal {
            if targets.is_empty() {
                return mutual(subject);
            }
            let mut both = pairs(subject, &targets);
            both.extend(pairs(&targets, subject));
            return both;
        }
        pairs(subject, &targets)
    }

    /// Whether the token is a pronoun that can be an object: "supplied it with".
    fn is_object_pronoun(&self, at: usize) -> bool {
        at < self.line.tokens.len() && matches!(self.line.written(at), "it" | "them" | "him")
    }

    /// Whom the clause before, or else the sentence before, was about, if that is somebody else than the subject.
    fn before_other_than(&self, subject: &[Party]) -> Parties {
        let entity = |mention: u32| self.line.events.mentions[mention as usize].entity;
        let same = |mention: u32| subject.iter().any(|party| entity(party.mention) == entity(mention));
        let other = |parties: &&Parties| !parties.is_empty() && !parties.iter().any(|party| same(party.mention));
        if let Some(parties) = self.subjects.iter().rev().map(|(_, parties)| parties).find(other) {
            return parties.clone();
        }
        let before = &self.before.subject;
        match before.iter().any(|&mention| same(mention)) {
            true => Parties::new(),
            false => before.iter().map(|&mention| Party { mention, sector: None }).collect(),
        }
    }

    /// The subject of a passive, which need not be able to act.
    pub(super) fn undergoing(&self, left: &Left, subject: &[Party], event: EventType) -> Parties {
        match left.subject {
            Subject::Group(group) => self.targets(group, event),
            _ => subject.into(),
        }
    }
}
