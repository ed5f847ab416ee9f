//! The events of a verb: which of its cues fits, and in which manner it is put forward.

mod addressee;
mod around;
mod arrival;
mod bidding;
mod charge;
mod custody;
mod farther;
mod forces;
mod guests;
mod handover;
mod irregulars;
mod passive;
mod rebuke;
mod reduced;
mod reply;
mod trade;
mod undergoing;

use std::ops::ControlFlow;

use smallvec::SmallVec;

use crate::event::clause::aside::tells_time;
use crate::event::clause::subject::Subject;
use crate::event::clause::target::names_crime;
use crate::event::clause::{self, Left, behind, object, relative, usual};
use crate::event::frame::governor::Governor;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Pairs, Parties, Party, pairs};
use crate::event::frame::{Frame, deed};
use crate::event::text::line::FAR;
use crate::event::text::{Kind, Signs, Words};
use crate::event::told::Told;
use crate::lexicon::{Clause, Cue, Govern, VerbForm};
use crate::vocabulary::{Class, EventType};
use around::Joining;
use arrival::is_arrival;

/// A verb that is asked for its events, and what stands around it.
struct Asked<'e> {
    at: usize,
    form: VerbForm,
    left: Left,
    /// The cues that fit, with their last tokens.
    fitting: SmallVec<[(&'e Cue, usize); 4]>,
    governor: Option<Governor>,
    subject: Parties,
}

/// Where the reading of a verb ends: at its last token, or nowhere; or it goes on.
type End = ControlFlow<Option<usize>>;

impl<'e> Frame<'e> {
    /// The events of the cue's verb that begins with a token; the last token of what was read.
    pub(crate) fn verb(&mut self, at: usize, form: VerbForm, told: &mut Vec<Told>) -> Option<usize> {
        let asked = match self.ask(at, form, told) {
            ControlFlow::Continue(asked) => asked,
            ControlFlow::Break(end) => return end,
        };
        if let Some(&(cue, last)) = asked.fitting.first()
            && self.fights_irregulars(cue, at, last, &asked.left)
        {
            return Some(last);
        }
        if let ControlFlow::Break(end) = self.by_own_frames(&asked, told) {
            return end;
        }
        if asked.left.passive {
            let &(cue, last) = asked.fitting.iter().find(|(cue, _)| cue.event == Some(EventType::Retreat))?;
            return (!asked.left.is_governed() && self.lift(cue, at, told)).then_some(last);
        }
        if let ControlFlow::Break(end) = self.by_usual_places(&asked, told) {
            return end;
        }
        self.by_what_stands_around(&asked, told)
    }

    /// Which cues of a verb fit, and who its subject is; or where its reading ends already.
    fn ask(&mut self, at: usize, form: VerbForm, told: &mut Vec<Told>) -> ControlFlow<Option<usize>, Asked<'e>> {
        // "strikes on what it called bases": no word to anybody.
        let called = if self.line.holds(Signs::IS_WHAT) { at.saturating_sub(4)..at } else { at..at };
        if called.into_iter().any(|what| object::naming(&self.line, what).is_some_and(|last| last >= at)) {
            return ControlFlow::Break(None);
        }
        // "will visit X and Y beginning on Monday": only tells the time.
        if form == VerbForm::Gerund && (tells_time(&self.line, at) || self.is_decided_against(at)) {
            return ControlFlow::Break(None);
        }
        let mut left = clause::left(&self.line, &self.groups, at, form);
        let reduced = matches!(form, VerbForm::Past | VerbForm::Participle)
            && (self.by_follows(at) || self.is_held(at) || self.befalls(at));
        let reduced = reduced && !left.passive && !self.ends_with_by(at);
        if reduced {
            left.passive = true;
            left.subject = self.reduced_subject(at);
        }
        // "a man wanted by X": no request.
        if left.passive && self.line.written(at) == "wanted" {
            return ControlFlow::Break(None);
        }
        if self.is_undergone(at, form, &left) || self.is_suffered(at, form, &left) {
            return ControlFlow::Break(None);
        }
        // "is neither a member", "reached no agreement".
        let negates = |next: usize| {
            self.line.is_clause(next, Clause::Negator) && self.line.entries(at).all(|(_, last)| last < next)
        };
        left.negated |= negates(at + 1);
        let own = (!left.is_governed()).then(|| self.subject_of(&left, at));
        let fitting = self.fitting_around(at, &left);
        if self.reply(at, &left, own.as_deref(), told) {
            return ControlFlow::Break(Some(at));
        }
        if fitting.is_empty() {
            return ControlFlow::Break(None);
        }
        let governor = self.governed(&left);
        let mut subject = own
            .or_else(|| governor.as_ref().map(|governor| Parties::from_slice(&governor.subject)))
            .unwrap_or_default();
        let opens = self.opens_sentence(at, form, &left);
        if subject.is_empty() && (reduced && self.hangs_on_what_follows(at) || opens) {
            subject = self.after_insertion(at);
        }
        if subject.is_empty() && !left.passive {
            subject = self.forces_of_speaker(at);
        }
        if form == VerbForm::Gerund {
            subject = self.writer(at).unwrap_or(subject);
        }
        if left.is_undone(governor.as_ref()) {
            return ControlFlow::Break(fitting.first().map(|&(_, last)| last));
        }
        ControlFlow::Continue(Asked { at, form, left, fitting, governor, subject })
    }

    /// The cues of a verb that fit the words behind it, and what stands before it.
    fn fitting_around(&self, at: usize, left: &Left) -> SmallVec<[(&'e Cue, usize); 4]> {
        // The object went before: the subject of a passive may be long.
        let before = match left.subject {
            Subject::Unknown if left.passive => FAR,
            _ if left.passive || self.object_went_before(left) => 6,
            _ => 0,
        };
        let mut fitting = self.fitting(at, Words::verbs, before);
        fitting.retain(|(cue, _)| {
            !(cue.of_ties || self.are_driven_out(cue, left))
                && (!self.departs(cue, at) || self.are_forces(left) || self.is_land_left(left, at))
                && (!self.invades(cue, at) || self.are_agents(left))
                && (left.passive || !self.contests(cue, at) || self.are_agents(left))
                && (!is_arrival(cue) || self.arrives(cue, at, left))
                && !self.comes_back(cue, at, left)
                && !self.is_misread(cue, at)
        });
        // "turned down a plea": nothing that "turned" alone says.
        let particle = matches!(self.line.written(at + 1), "aside" | "away" | "down" | "off" | "out" | "up");
        if particle && fitting.iter().any(|&(_, last)| last > at) {
            fitting.retain(|&mut (_, last)| last > at);
        }
        if let Some(deed) = self.bidden(at).filter(|_| !left.passive) {
            fitting.retain(|(cue, _)| self.does_by_bidding(cue, deed));
        }
        fitting
    }

    /// Whether forces undergo what cuts relations with others: "X's forces were ousted from Y".
    fn are_driven_out(&self, cue: &Cue, left: &Left) -> bool {
        cue.undergone && cue.event == Some(EventType::Sanction) && self.are_forces(left)
    }

    /// In which manner an asked verb is put forward.
    fn manner_of(&self, asked: &Asked<'_>) -> Option<Manner> {
        self.manner(&asked.left, asked.at, asked.governor.as_ref())
    }

    /// Where the frames of its own cues say that source and target stand.
    fn by_own_frames(&self, asked: &Asked<'_>, told: &mut Vec<Told>) -> End {
        let &Asked { at, ref left, .. } = asked;
        let accuser = asked.governor.as_ref().and_then(|governor| governor.says).map(Party::named);
        for &(cue, last) in &asked.fitting {
            let Some(event) = cue.event else { return ControlFlow::Break(Some(last)) };
            // "was welcomed in Y by X": the participle says who did it.
            if self.line.kind(at) == Kind::Be
                && !cue.undergone
                && behind::agent(&self.line, &self.groups, last + 1, 12).is_some()
            {
                continue;
            }
            let unknown = asked.subject.is_empty();
            let means = if unknown { self.by_means(left, at, event) } else { Parties::new() };
            let means = if unknown && means.is_empty() { self.helpers(left, event) } else { means };
            let subject = if unknown { &means } else { &asked.subject };
            let found = self.around_verb(Joining { cue, at: last, left, subject, accuser: accuser.as_ref() });
            if found.is_empty() {
                continue;
            }
            let Some(manner) = self.manner_of(asked) else { return ControlFlow::Break(None) };
            if self.tell_turned((cue, event), asked, last, &manner, &found, told) {
                return ControlFlow::Break(Some(last));
            }
            if event == EventType::Request && self.only_informs(at, &found)
                || event == EventType::Accuse && self.only_hears(at, &found)
            {
                continue;
            }
            let event = if is_kind(event) && self.asks(at, &found) { EventType::Request } else { event };
            let found = match manner.event {
                // "refused to meet Y": Y did not.
                Some(EventType::Reject) if cue.reciprocal => {
                    found.into_iter().filter(|(from, to)| subject.contains(from) && !subject.contains(to)).collect()
                }
                _ => found,
            };
            if self.tell(cue, event, at, &manner, found, told) {
                return ControlFlow::Break(Some(last));
            }
        }
        ControlFlow::Continue(())
    }

    /// Tells what a verb says that is another deed than its cue's, by who does it or to what: whether it is one.
    fn tell_turned(
        &self,
        (cue, event): (&Cue, EventType),
        asked: &Asked<'_>,
        last: usize,
        manner: &Manner,
        found: &Pairs,
        told: &mut Vec<Told>,
    ) -> bool {
        let at = asked.at;
        if self.is_rebuke(event, last, found) {
            self.tell_deed(deed::ACCUSE, at, manner, found, told);
            return true;
        }
        if event == EventType::Request && self.sends_away(at, asked.left.passive) {
            self.tell_deed(deed::SANCTION, at, manner, found, told);
            return true;
        }
        if self.goes_where_sent(event, at, manner, found, told) {
            return true;
        }
        if let Some((cue, found)) = self.forces_arrive(cue, &asked.left, found) {
            self.tell(&cue, EventType::Retreat, at, manner, found, told);
            return true;
        }
        if let Some(cue) = self.hands_over(cue, at, last, &asked.left)
            && let Some(event) = cue.event
        {
            self.tell(&cue, event, at, manner, found.clone(), told);
            return true;
        }
        false
    }

    /// No frame of its own fits: where English usually puts the target of such a deed.
    fn by_usual_places(&self, asked: &Asked<'_>, told: &mut Vec<Told>) -> End {
        let &Asked { at, ref left, .. } = asked;
        let mut tried = None;
        for &(cue, last) in asked.fitting.iter().filter(|(cue, _)| !cue.undergone && !cue.charge) {
            let Some(event) = cue.event.filter(|_| cue.event != tried) else { continue };
            tried = cue.event;
            let means = if asked.subject.is_empty() { self.by_means(left, at, event) } else { Parties::new() };
            let subject = if asked.subject.is_empty() { &means } else { &asked.subject };
            if subject.is_empty() {
                continue;
            }
            let Some(group) = self.usual_group(cue, event, last, asked, subject) else { continue };
            let Some(manner) = self.manner_of(asked) else { return ControlFlow::Break(None) };
            if self.tell(cue, event, at, &manner, pairs(subject, &self.targets(group, event)), told) {
                return ControlFlow::Break(Some(last));
            }
        }
        ControlFlow::Continue(())
    }

    /// The group behind a cue to whom such a deed is usually done, or the only other one.
    fn usual_group(
        &self,
        cue: &Cue,
        event: EventType,
        last: usize,
        asked: &Asked<'_>,
        subject: &[Party],
    ) -> Option<usize> {
        if cue.direct && self.is_said_to_another(event, last) || self.goes_elsewhere(cue, event, last) {
            return None;
        }
        let refusal = |governor: &Governor| governor.govern == Govern::Refusal { rejects: true };
        let refused = asked.left.infinitive.is_some() && asked.governor.as_ref().is_some_and(refusal);
        let usual = usual::usual_target(&self.line, &self.groups, cue, last + 1, 18, true);
        let usual = usual.filter(|&group| {
            let before = self.groups[group].first().checked_sub(1).map_or("", |before| self.line.written(before));
            usual::is_far_from_verb(cue, event, before)
        });
        let group = usual.or_else(|| {
            match refused {
                true => self.only_other_of(EventType::Reject, true, last + 1, subject),
                false => self.only_other(event, last + 1, subject),
            }
            .filter(|&group| asked.left.after_preposition.is_none() && !self.is_for_crime(cue, last, group))
        });
        group.filter(|_| !(event == EventType::Reject && self.spares(last)))
    }

    /// Whether a group behind a verb only says for what somebody is punished.
    fn is_for_crime(&self, cue: &Cue, last: usize, group: usize) -> bool {
        (last + 1..self.groups[group].first()).any(|at| names_crime(&self.line, cue, at))
    }

    /// Whether a verb of motion or of setting about something, which is an attack with its own preposition only, stands without
    /// it: "pushed for a bigger share in Y".
    fn goes_elsewhere(&self, cue: &Cue, event: EventType, last: usize) -> bool {
        let harms = matches!(event, EventType::Assault | EventType::Coerce | EventType::Sanction);
        harms && !cue.direct && !cue.demands && !self.line.is_word(last + 1, &cue.to)
    }

    /// Whether a word is addressed to somebody who is no mention: "blamed Okello for the fate of Y", "warned her at".
    fn is_said_to_another(&self, event: EventType, verb: usize) -> bool {
        let line = &self.line;
        let named = (verb + 1..line.tokens.len()).find(|&at| line.kind(at) != Kind::Capital).unwrap_or(verb + 1);
        let behind = match line.written(verb + 1) {
            "her" | "him" | "me" | "them" | "us" => verb + 2,
            _ => named,
        };
        let verbal = matches!(event.class(), Class::VerbalConflict | Class::VerbalCooperation);
        verbal && behind > verb + 1 && matches!(line.kind(behind), Kind::Preposition | Kind::Of)
    }

    /// The clause names no target: who is meant by what another clause, or the sentence before, says.
    fn by_what_stands_around(&self, asked: &Asked<'_>, told: &mut Vec<Told>) -> Option<usize> {
        let Asked { at, form, ref left, ref fitting, ref subject, .. } = *asked;
        let event = fitting.iter().find_map(|(cue, _)| cue.event)?;
        let &(cue, last) = fitting.first().filter(|(cue, _)| !cue.charge)?;
        let found = match event {
            // What is no longer paid or given is told without its owner: that answers nobody.
            EventType::Sanction if !left.is_governed() && cue.demands && !cue.code.begins_with("162") => {
                self.answered(left, at, subject)
            }
            EventType::Assault | EventType::Mobilize | EventType::Protest if !left.is_governed() => {
                self.on_occasion(event, left, last, subject)
            }
            _ => self.addressed(event, form, left, told),
        };
        let likewise = if found.is_empty() { self.likewise(left, last, subject, told) } else { None };
        let Some(alike) = likewise else {
            let found = match found.is_empty() {
                true => self.implied(cue, left, last, subject).or_else(|| self.against(cue, left, last, subject))?,
                false => found,
            };
            let manner = self.manner_of(asked)?;
            return self.tell(cue, event, at, &manner, found, told).then_some(last);
        };
        let manner = self.manner_of(asked)?;
        let (count, before) = (told.len(), told.last()?.event);
        self.tell(cue, event, at, &manner, alike, told);
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
