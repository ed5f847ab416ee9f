//! The events of a verb: who stands as its subject, who as its object.

use super::Told;
use super::actor::{self, Actor};
use super::clause::{self, Left, Phrase, Subject};
use super::frame::Frame;
use super::group::Group;
use super::kind::Kind;
use super::object;
use super::party::{Pairs, Parties, Party, mutual, pairs, party};
use super::words::Words;
use crate::lexicon::{Clause, Cue, Cues, VerbForm};
use crate::vocabulary::{EventType, Kind as EntityKind};

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
        let own = (!left.is_governed()).then(|| self.subject_of(&left, at));
        let before = left.passive || self.object_went_before(&left);
        let fitting = self.fitting(at, Words::verbs, before);
        if fitting.is_empty() {
            return None;
        }
        let governor = self.governed(&left);
        let mut subject =
            own.or_else(|| governor.as_ref().map(|governor| governor.subject.clone())).unwrap_or_default();
        let opens = self.opens_sentence(at, form, &left);
        if subject.is_empty() && (left.passive && reduced || opens) {
            subject = self.after_insertion(at);
        }
        let accuser = governor.as_ref().and_then(|governor| governor.says);
        let accuser = accuser.map(|mention| Party { mention, sector: None });
        let manner = self.manner(&left, at, governor.as_ref());
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

    /// Whether the verb's clause opens the sentence and has no subject: "By pulling out of X, Y …", "Defending X, Y …",
    /// "Having left X, Y …", "To please X, Y …".
    fn opens_sentence(&self, at: usize, form: VerbForm, left: &Left) -> bool {
        match form {
            VerbForm::Gerund if left.infinitive.is_none() => {
                at == 0 || at == 1 && matches!(self.line.kind(0), Kind::Preposition | Kind::By)
            }
            VerbForm::Past | VerbForm::Participle => at == 1 && self.line.written(0) == "Having",
            VerbForm::Base => match left.infinitive {
                Some(to) => to == 0 || to == 2 && self.line.written(0) == "In" && self.line.written(1) == "order",
                None => false,
            },
            _ => false,
        }
    }

    /// "Accused by Kenya of dumping, Zambia …": the subject stands behind the insertion.
    pub(super) fn after_insertion(&self, at: usize) -> Parties {
        let commas = || (at..(at + 24).min(self.line.tokens.len())).filter(|&next| self.line.kind(next) == Kind::Comma);
        let outside = commas().find(|&comma| clause::group_at(&self.groups, comma).is_none());
        let comma = outside.or_else(|| commas().next());
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
            // "is closely aligned with Y": a participle that undergoes nothing.
            if agent.is_none() && !cue.direct && cue.to.contains(&Cues::WITH) {
                let target = object::target(&self.line, &self.groups, cue, at + 1, 8, true);
                return pairs(subject, &target.map(|group| self.targets(group, event)).unwrap_or_default());
            }
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
        if subject.is_empty() {
            return Pairs::new();
        }
        if object::each_other(&self.line, at + 1) {
            return mutual(subject);
        }
        let target = object::target(&self.line, &self.groups, cue, at + 1, 14, true);
        let relative = || match left.subject {
            Subject::Group(group) => object::relative_object(&self.line, &self.groups, cue, group),
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
        let targets = match targets.is_empty() && cue.direct {
            true => self.fitting_targets(self.object_pronoun(at + 1, subject), event),
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

    /// Whom a pronoun that is an object means: "supplied it with", "accused the latter".
    fn object_pronoun(&self, at: usize, subject: &[Party]) -> Parties {
        if at >= self.line.tokens.len() {
            return Parties::new();
        }
        match Phrase::at(&self.line, at).map(|phrase| phrase.subject) {
            Some(Subject::Country) => self.before_other_than(subject),
            Some(phrase) => self.meant(&phrase, at),
            None if matches!(self.line.written(at), "it" | "them" | "him") => match self.object_before(at, subject) {
                found if found.is_empty() => self.before_other_than(subject),
                found => found,
            },
            None => Parties::new(),
        }
    }

    /// The only one who stands as an object before a pronoun: "praised Y and sent it".
    fn object_before(&self, pronoun: usize, subject: &[Party]) -> Parties {
        let events = self.line.events;
        let entity = |mention: u32| events.mentions[mention as usize].entity;
        let acts = |actor: &Actor| subject.iter().any(|party| entity(party.mention) == entity(actor.mention));
        let is_person =
            |actor: &Actor| actor::is_kind(events.data, &events.mentions[actor.mention as usize], &EntityKind::Leader);
        let him = self.line.written(pronoun) == "him";
        let named: Vec<&Group> = self.groups.iter().filter(|group| group.last() < pronoun).collect();
        let [first, object] = named[..] else { return Parties::new() };
        let hangs = object.first() > 0 && self.line.kind(object.first() - 1) == Kind::Of;
        if hangs || !first.actors.iter().all(acts) || object.actors.iter().any(acts) {
            return Parties::new();
        }
        let fits = |actor: &&Actor| !actor.place && !actor.modifies && is_person(actor) == him;
        object.actors.iter().filter(fits).map(party).collect()
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
