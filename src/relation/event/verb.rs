//! The events of a verb: which of its cues fits, and in which manner it is put forward.

use super::Told;
use super::arrival::is_arrival;
use super::behind;
use super::clause::{self, Left};
use super::deed;
use super::frame::Frame;
use super::kind::Kind;
use super::line::FAR;
use super::object;
use super::party::{Parties, Party, pairs};
use super::relative;
use super::signs::Signs;
use super::subject::Subject;
use super::usual;
use super::words::Words;
use crate::lexicon::{Clause, Govern, VerbForm};
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

    /// Whether the subject stands right behind a relative pronoun, before which the object stands: "the duties that X put
    /// on Y".
    fn object_went_before(&self, left: &Left) -> bool {
        let Subject::Group(group) = left.subject else { return false };
        let first = self.groups[group].first();
        let before = (first.saturating_sub(2)..first).rev().find(|&at| self.line.kind(at) != Kind::Determiner);
        let relative = |at: usize| self.line.kind(at) == Kind::That || self.line.is_clause(at, Clause::Relative);
        before.is_some_and(relative) || relative::before(&self.line, &self.groups, group).is_some()
    }
}

/// Whether a deed of this type is done for somebody.
const fn is_kind(event: EventType) -> bool {
    matches!(event, EventType::Aid | EventType::Cooperate | EventType::Support)
}
