//! The pairs that a verb joins: its subject with whom its object, the clause or the sentence before names.

use crate::event::clause::group::Group;
use crate::event::clause::pronoun::Pronoun;
use crate::event::clause::subject::Subject;
use crate::event::clause::target::target;
use crate::event::clause::{self, Left, behind, object, relative, remark, usual};
use crate::event::frame::party::{Pairs, Parties, Party, gather, is_among, mutual, named, pairs};
use crate::event::frame::{Frame, speech};
use crate::event::text::{Kind, Signs};
use crate::lexicon::Cue;
use crate::vocabulary::EventType;

impl Frame<'_> {
    /// The pairs that a verb joins.
    pub(super) fn around_verb(
        &self,
        cue: &Cue,
        at: usize,
        left: &Left,
        subject: &[Party],
        accuser: Option<&Party>,
    ) -> Pairs {
        let Some(event) = cue.event else { return Pairs::new() };
        if cue.charge {
            return self.charged(at, left, subject);
        }
        if left.passive {
            return self.around_passive(cue, event, at, left, subject);
        }
        if cue.undergone && cue.from_object {
            let source = object::direct_object(&self.line, &self.groups, at + 1);
            let source = source.map(|group| match self.fires(group, event) {
                true => gather(self.groups[group].actors.iter()),
                false => self.parties(group),
            });
            return pairs(&source.unwrap_or_default(), &self.undergoing(left, subject, event));
        }
        if cue.undergone {
            let from = behind::group(&self.line, &self.groups, &cue.from, at + 1, 12);
            let mut source = self.agents(from);
            // "depends on imports from Y", "on Y's gas".
            if source.is_empty()
                && event == EventType::Aid
                && let Some(group) = from.or_else(|| behind::within(&self.line, &self.groups, &cue.from, at + 1))
            {
                source = self.agents_or_owners(group);
            }
            for group in from.map(|group| behind::distributed(&self.line, &self.groups, group)).unwrap_or_default() {
                source.extend(self.agents(Some(group)));
            }
            // "received U.S. food aid": whose it is.
            if source.is_empty() && event == EventType::Aid && cue.demands {
                let owner = object::direct_object(&self.line, &self.groups, at + 1);
                source = owner.map(|group| self.owners(group)).unwrap_or_default();
            }
            return pairs(&source, &self.undergoing(left, subject, event));
        }
        if subject.is_empty() {
            return Pairs::new();
        }
        if object::each_other(&self.line, at + 1) {
            return mutual(subject);
        }
        let deterred = Some(event).filter(|&event| event == EventType::Mobilize);
        let deterred = deterred.and_then(|_| usual::deterred(&self.line, &self.groups, at + 1));
        let deterred = deterred.or_else(|| self.protested(event, at));
        let target = deterred.or_else(|| target(&self.line, &self.groups, cue, at + 1, 14, true));
        // "moved two corps to Y's frontier": nobody is attacked there.
        if event == EventType::Assault
            && target.is_some_and(|target| object::owns_border(&self.line, &self.groups[target]))
        {
            return Pairs::new();
        }
        // "approved Y's accession to Z": Y joins.
        let owner = |group: &Group| {
            group.first() > at
                && group.actors.iter().all(|actor| actor.modifies && !is_among(&self.line, actor.mention, subject))
        };
        let joins = matches!(event, EventType::Join | EventType::Withdraw);
        if joins && target.is_some_and(|target| self.groups[..target].iter().any(owner)) {
            return Pairs::new();
        }
        let relative = || match left.subject {
            Subject::Group(group) => relative::object(&self.line, &self.groups, cue, group),
            _ => None,
        };
        let mut targets = target.or_else(relative).map(|group| self.targets(group, event)).unwrap_or_default();
        // "X did so, a step that Y condemned": Y's word on X.
        let remarks = matches!(event, EventType::Accuse | EventType::Support | EventType::Reject) && cue.direct;
        if targets.is_empty()
            && remarks
            && let Subject::Group(group) = left.subject
            && remark::resumes_clause(&self.line, &self.groups, group)
        {
            targets = self.before_other_than(subject);
        }
        for group in target.map(|group| behind::distributed(&self.line, &self.groups, group)).unwrap_or_default() {
            targets.extend(self.targets(group, event));
        }
        // "accused Y of seizing two of its ships": the accuser's.
        if targets.is_empty()
            && let Some(accuser) = accuser
            && (at + 1..(at + 5).min(self.line.tokens.len()))
                .any(|next| matches!(self.line.written(next), "its" | "their"))
        {
            return pairs(subject, std::slice::from_ref(accuser));
        }
        // "X said that Y had shelled its villages": the speaker's.
        if targets.is_empty() && event == EventType::Assault && matches!(left.subject, Subject::Group(_)) {
            let speakers = self.speakers_own(at, subject);
            if !speakers.is_empty() {
                return pairs(subject, &speakers);
            }
        }
        // "X told Y that it was leaving it".
        let turns = matches!(event, EventType::Reject | EventType::Retreat | EventType::Sanction | EventType::Withdraw);
        if turns && targets.is_empty() && matches!(left.subject, Subject::Pronoun(Pronoun::It | Pronoun::Person)) {
            let told = speech::addressee(&self.line, &self.groups, at);
            let told = told.map(|group| self.targets(group, event)).unwrap_or_default();
            if !told.iter().any(|party| is_among(&self.line, party.mention, subject)) && !told.is_empty() {
                return pairs(subject, &told);
            }
        }
        // "expelled envoys whom it accused of": whom the pronoun "whom" means.
        if targets.is_empty()
            && cue.direct
            && matches!(left.subject, Subject::Pronoun(Pronoun::It | Pronoun::Person))
            && let Some(head) = self.head_of_relative(at)
        {
            return pairs(subject, &self.targets(head, event));
        }
        if targets.is_empty() && cue.mediates() {
            return pairs(subject, &self.gone_between(at, subject));
        }
        let targets = match targets.is_empty() {
            true => self.fitting_targets(self.object_pronoun(cue, at, subject), event),
            false => targets,
        };
        let targets = match targets.is_empty() && remarks && event != EventType::Support {
            true => self.owner_of_object(at, subject),
            false => targets,
        };
        if cue.reciprocal {
            if targets.is_empty() {
                // "spoke with both sides": with others than one another.
                return if self.line.is_word(at + 1, &cue.to) { Pairs::new() } else { mutual(subject) };
            }
            let mut both = pairs(subject, &targets);
            both.extend(pairs(&targets, subject));
            return both;
        }
        pairs(subject, &targets)
    }

    /// Who says that a deed was done to its own: "X said that Y had shelled its villages".
    fn speakers_own(&self, verb: usize, subject: &[Party]) -> Parties {
        let line = &self.line;
        let own = (verb + 1..verb + 5).any(|at| matches!(line.written(at), "its" | "their" | "our"));
        if !own || !line.holds(Signs::SPEAKS) {
            return Parties::new();
        }
        let said = speech::said(line, &self.groups, &self.before.subject);
        let speaker =
            speech::speaker_at(&said, verb).map(|said| Parties::from_slice(said.speaker())).unwrap_or_default();
        let own = speaker.iter().any(|party| is_among(line, party.mention, subject));
        if own { Parties::new() } else { speaker }
    }

    /// The group before a relative pronoun whose subject is the pronoun before a verb: "envoys whom it had accused".
    fn head_of_relative(&self, verb: usize) -> Option<usize> {
        let line = &self.line;
        let auxiliary = |at: &usize| matches!(line.kind(*at), Kind::Have | Kind::Adverb);
        let pronoun = (verb.saturating_sub(4)..verb).rev().find(|at| !auxiliary(at))?;
        let relative = pronoun.checked_sub(1).filter(|&at| matches!(line.written(at), "whom" | "which"))?;
        let head = relative.checked_sub(1)?;
        let head = if line.kind(head) == Kind::Comma { head.checked_sub(1)? } else { head };
        let near = (head.saturating_sub(6)..=head).rev();
        near.take_while(|&at| !matches!(line.kind(at), Kind::Break | Kind::That))
            .find_map(|at| clause::group_at(&self.groups, at))
    }

    /// Whom the clause before, or else the sentence before, was about, if that is somebody else than the subject.
    pub(super) fn before_other_than(&self, subject: &[Party]) -> Parties {
        let same = |mention: u32| is_among(&self.line, mention, subject);
        let other = |parties: &&Parties| !parties.is_empty() && !parties.iter().any(|party| same(party.mention));
        if let Some(parties) = self.subjects.iter().rev().map(|(_, parties)| parties).find(other) {
            return parties.clone();
        }
        let before = &self.before.subject;
        match before.iter().any(|&mention| same(mention)) {
            true => Parties::new(),
            false => named(before),
        }
    }

    /// The subject of what it undergoes, which need not be able to act.
    pub(crate) fn undergoing(&self, left: &Left, subject: &[Party], event: EventType) -> Parties {
        match left.subject {
            Subject::Group(group) => self.targets(group, event),
            // "inspectors from Y were thrown out".
            Subject::Unknown if subject.is_empty() => {
                let named = |group: &usize| self.groups[*group].actors.iter().all(|actor| !actor.modifies);
                left.owner.or(left.hung_on.filter(named)).map(|group| self.targets(group, event)).unwrap_or_default()
            }
            _ => self.fitting_targets(subject.into(), event),
        }
    }
}
