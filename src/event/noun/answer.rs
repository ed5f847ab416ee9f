//! Whom a noun's deed is done to that its own phrase does not name: the verb that answers it says so, whoever acts in spite of
//! it, or where it arrives.

use crate::event::frame::Frame;
use crate::event::frame::party::{Parties, Party, is_among, party};
use crate::event::text::Kind;
use crate::event::told::Told;
use crate::lexicon::Cue;
use crate::vocabulary::EventType;

impl Frame<'_> {
    /// Whom a noun's deed is done to, where the verb before tells how it was answered: of "rejected a complaint from X" the
    /// complaint is about whoever rejects it; of "rejected X's demand for Y" the demand is no event of its own.
    pub(super) fn answers(&self, cue: &Cue, event: EventType, sources: &[Party], told: &[Told]) -> Option<Parties> {
        let answer = self.told_here(told).last().filter(|told| told.event == EventType::Reject)?;
        let entity = |mention: u32| self.line.events.mentions[mention as usize].entity;
        let [source] = sources else { return None };
        if entity(source.mention) != entity(answer.target) {
            return None;
        }
        match event {
            // No inquiry, which is a mission.
            EventType::Accuse | EventType::Threaten if !cue.code.begins_with("09") => {
                Some(std::iter::once(Party::named(answer.source)).collect())
            }
            EventType::Request | EventType::Agree => Some(Parties::new()),
            _ => None,
        }
    }

    /// Who answers the deed that a noun names with its own: "expelled envoys in reply to raids by X".
    pub(super) fn answered_by(&self, noun: usize, sources: &[Party], told: &[Told]) -> Option<Parties> {
        #[rustfmt::skip]
        const ANSWERS: &[&str] = &["answer", "reply", "reprisal", "reprisals", "response", "retaliation", "retribution", "revenge"];
        let last = self.told_here(told).last().filter(|last| is_among(&self.line, last.target, sources))?;
        let near = noun.saturating_sub(7)..noun;
        let answer = near.into_iter().rev().find(|&at| ANSWERS.contains(&self.line.written(at)))?;
        let links = matches!(self.line.written(answer + 1), "to" | "for" | "against");
        links.then(|| std::iter::once(Party::named(last.source)).collect())
    }

    /// Who does something in spite of what a noun names: "despite X's objections", "over the protests of X".
    pub(super) fn defied(&self, event: EventType, at: usize, last: usize) -> Option<Parties> {
        let verbal = matches!(
            event,
            EventType::Accuse | EventType::Reject | EventType::Request | EventType::Threaten | EventType::Protest
        );
        if !verbal {
            return None;
        }
        let owner = (at.saturating_sub(3)..at).rev().find_map(|before| self.groups.at(before));
        let first = match owner {
            Some(owner) if self.owns_noun(owner, at) => self.groups[owner].first(),
            _ if !self.owner_of_noun(last).is_empty() => self.opening_of_noun(at),
            _ => return None,
        };
        let before = first.checked_sub(1)?;
        let defies = match self.line.written(before) {
            "despite" | "over" | "defying" | "ignoring" | "Despite" | "Over" => true,
            "of" => before > 0 && matches!(self.line.written(before - 1), "face" | "teeth"),
            _ => false,
        };
        let subject = self.last_subject();
        (defies && !subject.is_empty()).then_some(subject)
    }

    /// Whose the noun is that ends with a token, behind it: "the objections of X", "protests from X".
    pub(super) fn owner_of_noun(&self, noun: usize) -> Parties {
        let links = matches!(self.line.written(noun + 1), "by" | "from" | "of");
        let group = (noun + 2..noun + 4).filter(|_| links).find_map(|at| self.groups.at(at));
        self.agents(group)
    }

    /// Where it arrives what somebody sends: "aid from X arrived in Y", "a shipment of rice from X reached Y".
    pub(crate) fn arrival(&self, noun: usize, source: &[Party]) -> Option<Parties> {
        let near = noun + 1..(noun + 14).min(self.line.tokens.len());
        let arrives = |at: &usize| matches!(self.line.written(*at), "arrived" | "landed" | "reached" | "docked");
        let verb =
            near.take_while(|&at| self.line.kind(at) != Kind::Break).find(arrives).filter(|_| !source.is_empty())?;
        let group = (verb + 1..verb + 4).find_map(|at| self.groups.at(at))?;
        let link = self.line.kind(verb + 1) != Kind::Preposition || self.line.written(verb + 1) != "from";
        link.then(|| self.groups[group].actors.iter().map(party).collect())
    }

    /// Who does something with what another's noun names: "With Y's help, X", "X, with Y's backing,".
    pub(crate) fn helped(&self, event: EventType, noun: usize) -> Parties {
        if !matches!(event, EventType::Aid | EventType::Support | EventType::Cooperate) {
            return Parties::new();
        }
        let opens = |at: &usize| matches!(self.line.written(*at), "with" | "With" | "Thanks" | "Given");
        let near = || (noun.saturating_sub(5)..noun).rev();
        let Some(with) = near().find(opens) else { return Parties::new() };
        if near().take_while(|&at| at > with).any(|at| self.line.is_verb(at)) {
            return Parties::new();
        }
        if with == 0 {
            let comma =
                (noun + 1..(noun + 8).min(self.line.tokens.len())).find(|&at| self.line.kind(at) == Kind::Comma);
            let group = comma.and_then(|comma| self.groups.at(comma + 1));
            return group.map(|group| self.parties(group)).unwrap_or_default();
        }
        let before = with - 1;
        match self.line.kind(before) {
            Kind::Comma => before
                .checked_sub(1)
                .and_then(|at| self.groups.at(at))
                .map(|group| self.parties(group))
                .unwrap_or_default(),
            _ => Parties::new(),
        }
    }
}
