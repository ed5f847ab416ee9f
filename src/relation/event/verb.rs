//! The events of a verb: who stands as its subject, who as its object.

use super::Told;
use super::arrival::is_arrival;
use super::behind;
use super::clause::{self, Left};
use super::deed;
use super::frame::Frame;
use super::group::Group;
use super::kind::Kind;
use super::line::FAR;
use super::object;
use super::party::{Pairs, Parties, Party, gather, is_among, mutual, named, pairs};
use super::pronoun::Pronoun;
use super::relative;
use super::remark;
use super::signs::Signs;
use super::speech;
use super::subject::Subject;
use super::usual;
use super::words::Words;
use crate::lexicon::{Clause, Cue, Govern, VerbForm};
use crate::vocabulary::EventType;

impl Frame<'_> {
    pub(super) fn verb(&mut self, at: usize, form: VerbForm, told: &mut Vec<Told>) -> Option<usize> {
        // "strikes on what it called bases": no word to anybody.
        let called = if self.line.holds(Signs::IS_WHAT) { at.saturating_sub(4)..at } else { at..at };
        if called.into_iter().any(|what| object::naming(&self.line, what).is_some_and(|last| last >= at)) {
            return None;
        }
        let mut left = clause::left(&self.line, &self.groups, at, form);
        let reduced =
            matches!(form, VerbForm::Past | VerbForm::Participle) && (self.by_follows(at) || self.is_held(at));
        let reduced = reduced && !left.passive && !self.ends_with_by(at);
        if reduced {
            left.passive = true;
            left.subject = self.reduced_subject(at);
        }
        if self.is_undergone(at, form, &left) {
            return None;
        }
        // "is neither a member", "reached no agreement".
        let negates = |next: usize| {
            self.line.is_clause(next, Clause::Negator) && self.line.entries(at).all(|(_, last)| last < next)
        };
        left.negated |= negates(at + 1);
        let own = (!left.is_governed()).then(|| self.subject_of(&left, at));
        // The object went before: the subject of a passive may be long.
        let before = match left.subject {
            Subject::Unknown if left.passive => FAR,
            _ if left.passive || self.object_went_before(&left) => 6,
            _ => 0,
        };
        let mut fitting = self.fitting(at, Words::verbs, before);
        fitting.retain(|(cue, _)| {
            !cue.of_ties
                && (!self.departs(cue, at) || self.are_forces(&left) || self.is_land_left(&left, at))
                && (!self.invades(cue, at) || self.are_agents(&left))
                && (!is_arrival(cue) || self.arrives(cue, at, &left))
        });
        if let Some(deed) = self.bidden(at).filter(|_| !left.passive) {
            fitting.retain(|(cue, _)| self.does_by_bidding(cue, deed));
        }
        if self.reply(at, &left, own.as_deref(), told) {
            return Some(at);
        }
        if fitting.is_empty() {
            return None;
        }
        let governor = self.governed(&left);
        let mut subject = own
            .or_else(|| governor.as_ref().map(|governor| Parties::from_slice(&governor.subject)))
            .unwrap_or_default();
        let opens = self.opens_sentence(at, form, &left);
        if subject.is_empty() && (reduced && self.hangs_on_what_follows(at) || opens) {
            subject = self.after_insertion(at);
        }
        let accuser = governor.as_ref().and_then(|governor| governor.says);
        let accuser = accuser.map(Party::named);
        if left.is_undone(governor.as_ref()) {
            return fitting.first().map(|&(_, last)| last);
        }
        for &(cue, last) in &fitting {
            let Some(event) = cue.event else { return Some(last) };
            // "was welcomed in Y by X": the participle says who did it.
            if self.line.kind(at) == Kind::Be
                && !cue.undergone
                && behind::agent(&self.line, &self.groups, last + 1, 12).is_some()
            {
                continue;
            }
            let means = if subject.is_empty() { self.by_means(&left, at, event) } else { Parties::new() };
            let means = if subject.is_empty() && means.is_empty() { self.helpers(&left, event) } else { means };
            let subject = if subject.is_empty() { &means } else { &subject };
            let found = self.around_verb(cue, last, &left, subject, accuser.as_ref());
            if found.is_empty() {
                continue;
            }
            let manner = self.manner(&left, at, governor.as_ref())?;
            if event == EventType::Request && self.sends_away(at, left.passive) {
                self.tell_deed(deed::SANCTION, at, &manner, &found, told);
                return Some(last);
            }
            let event = if is_kind(event) && self.asks(at, &found) { EventType::Request } else { event };
            if let Some((cue, found)) = self.forces_arrive(cue, &left, &found) {
                self.tell(&cue, EventType::Retreat, at, &manner, found, told);
                return Some(last);
            }
            if let Some(cue) = self.hands_over(cue, at, last, &left)
                && let Some(event) = cue.event
            {
                self.tell(&cue, event, at, &manner, found, told);
                return Some(last);
            }
            let found = match manner.event {
                // "refused to meet Y": Y did not.
                Some(EventType::Reject) if cue.reciprocal => {
                    found.into_iter().filter(|(from, to)| subject.contains(from) && !subject.contains(to)).collect()
                }
                _ => found,
            };
            if self.tell(cue, event, at, &manner, found, told) {
                return Some(last);
            }
        }
        // No frame of its own fits: where English usually puts the target of such a deed.
        if left.passive {
            let &(cue, last) = fitting.iter().find(|(cue, _)| cue.event == Some(EventType::Retreat))?;
            return (!left.is_governed() && self.lift(cue, at, told)).then_some(last);
        }
        let mut tried = None;
        for &(cue, last) in fitting.iter().filter(|(cue, _)| !cue.undergone) {
            let Some(event) = cue.event.filter(|_| cue.event != tried) else { continue };
            tried = cue.event;
            let means = if subject.is_empty() { self.by_means(&left, at, event) } else { Parties::new() };
            let subject = if subject.is_empty() { &means } else { &subject };
            if subject.is_empty() {
                continue;
            }
            let refused = left.infinitive.is_some()
                && governor.as_ref().is_some_and(|governor| governor.govern == Govern::Refusal { rejects: true });
            let usual = usual::usual_target(&self.line, &self.groups, cue, last + 1, 18, true);
            let usual = usual.filter(|&group| {
                let before = self.groups[group].first().checked_sub(1).map_or("", |before| self.line.written(before));
                usual::is_far_from_verb(event, before)
            });
            let group = usual.or_else(|| {
                match refused {
                    true => self.only_other_of(EventType::Reject, true, last + 1, subject),
                    false => self.only_other(event, last + 1, subject),
                }
                .filter(|_| left.after_preposition.is_none())
            });
            let Some(group) = group.filter(|_| !(event == EventType::Reject && self.spares(last))) else { continue };
            let manner = self.manner(&left, at, governor.as_ref())?;
            if self.tell(cue, event, at, &manner, pairs(subject, &self.targets(group, event)), told) {
                return Some(last);
            }
        }
        let event = fitting.iter().find_map(|(cue, _)| cue.event)?;
        let found = match event {
            EventType::Sanction if !left.is_governed() => self.answered(&left, at, &subject),
            EventType::Assault | EventType::Mobilize | EventType::Protest if !left.is_governed() => {
                self.on_occasion(event, &left, fitting[0].1, &subject)
            }
            _ => self.addressed(event, form, &left, told),
        };
        let (cue, last) = fitting[0];
        if !found.is_empty() {
            let manner = self.manner(&left, at, governor.as_ref())?;
            return self.tell(cue, event, at, &manner, found, told).then_some(last);
        }
        let found = match self.likewise(&left, last, &subject, told) {
            Some(found) => found,
            None => {
                let &(cue, last) = fitting.first()?;
                let found =
                    self.implied(cue, &left, last, &subject).or_else(|| self.against(cue, &left, last, &subject))?;
                let manner = self.manner(&left, at, governor.as_ref())?;
                return self.tell(cue, event, at, &manner, found, told).then_some(last);
            }
        };
        let manner = self.manner(&left, at, governor.as_ref())?;
        let (count, before) = (told.len(), told.last()?.event);
        self.tell(cue, event, at, &manner, found, told);
        if told[count..].iter().any(|told| told.event != before) {
            told.truncate(count);
        }
        (told.len() > count).then_some(last)
    }

    /// Whether an infinitive right behind a refusal says what its object is spared: "declined to sanction Y".
    fn spares(&self, refusal: usize) -> bool {
        let line = &self.line;
        let verb = refusal + 2;
        let harms = |event| matches!(event, EventType::Accuse | EventType::Coerce | EventType::Sanction);
        verb < line.tokens.len()
            && line.kind(refusal + 1) == Kind::To
            && self.fitting(verb, Words::verbs, 0).iter().any(|(cue, _)| cue.event.is_some_and(harms))
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

    /// Whether the subject stands right behind a relative pronoun, before which the object stands: "the duties that X put
    /// on Y".
    fn object_went_before(&self, left: &Left) -> bool {
        let Subject::Group(group) = left.subject else { return false };
        let first = self.groups[group].first();
        let before = (first.saturating_sub(2)..first).rev().find(|&at| self.line.kind(at) != Kind::Determiner);
        let relative = |at: usize| self.line.kind(at) == Kind::That || self.line.is_clause(at, Clause::Relative);
        before.is_some_and(relative) || relative::before(&self.line, &self.groups, group).is_some()
    }

    /// The pairs that a verb joins.
    fn around_verb(&self, cue: &Cue, at: usize, left: &Left, subject: &[Party], accuser: Option<&Party>) -> Pairs {
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
        let deterred = deterred.or_else(|| self.protested(event, at + 1));
        let target = deterred.or_else(|| object::target(&self.line, &self.groups, cue, at + 1, 14, true));
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
    pub(super) fn undergoing(&self, left: &Left, subject: &[Party], event: EventType) -> Parties {
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

/// Whether a deed of this type is done for somebody.
const fn is_kind(event: EventType) -> bool {
    matches!(event, EventType::Aid | EventType::Cooperate | EventType::Support)
}
