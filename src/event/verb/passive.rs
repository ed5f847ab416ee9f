//! The events of a passive: who stands behind "by", and to whom it is done.

use crate::event::clause::aside::time_follows;
use crate::event::clause::subject::Subject;
use crate::event::clause::target::target;
use crate::event::clause::{Left, actor, behind, usual};
use crate::event::frame::party::{Pairs, Parties, Party, gather, is_among, mutual, pairs};
use crate::event::frame::{Frame, speech};
use crate::event::text::choice::ChoiceNumber;
use crate::event::text::words::Entry;
use crate::event::text::{Kind, Signs, Words};
use crate::lexicon::{Clause, Cue, Cues};
use crate::vocabulary::{self, EventType, Sector};

impl Frame<'_> {
    /// The pairs that a passive joins.
    pub(super) fn around_passive(
        &self,
        cue: &Cue,
        event: EventType,
        at: usize,
        left: &Left,
        subject: &[Party],
    ) -> Pairs {
        if cue.undergone {
            return Pairs::new();
        }
        let agent = behind::agent(&self.line, &self.groups, at + 1, 16);
        // "is closely aligned with Y": a participle that undergoes nothing.
        if agent.is_none() && !cue.direct && cue.to.contains(&Cues::WITH) {
            let target = target(&self.line, &self.groups, cue, at + 1, 8, true);
            return pairs(subject, &target.map(|group| self.targets(group, event)).unwrap_or_default());
        }
        let undergoing = self.undergoing(left, subject, event);
        let source = match agent {
            Some(group) if self.fires(group, event) => gather(self.groups[group].actors.iter()),
            Some(_) => self.agents(agent),
            None if event == EventType::Assault => {
                let by = self.attacker(at);
                if by.is_empty() { self.agent_pronoun(at, &undergoing) } else { by }
            }
            None => self.agent_pronoun(at, &undergoing),
        };
        // "X's crews were put on alert along the border with Y".
        if source.is_empty() && event == EventType::Mobilize {
            let target = usual::usual_target(&self.line, &self.groups, cue, at + 1, 14, false);
            // "X's guns were drawn up".
            let owner = match left.subject {
                Subject::Group(group) if subject.is_empty() => gather(self.groups[group].actors.iter()),
                _ => subject.into(),
            };
            return pairs(&owner, &target.map(|group| self.targets(group, event)).unwrap_or_default());
        }
        if source.is_empty() && agent.is_none() {
            // "relations between X and Y were restored".
            let between = self.between_before(at).filter(|_| event != EventType::Assault);
            if let Some(group) = between {
                return mutual(&gather(self.groups[group].actors.iter()));
            }
            // "a treaty was signed by the two sides".
            let both = if signs_together(cue, event) { mutual(&self.both_behind_by(at)) } else { Pairs::new() };
            if !both.is_empty() {
                return both;
            }
            // "X's troops were driven out of Y": by whom is not said.
            let forces = undergoing.iter().any(|party| party.sector == Some(Sector::Military));
            let ousted = if forces { Parties::new() } else { self.ousted_from(cue, at) };
            let captors = if ousted.is_empty() { self.held_in(at) } else { ousted };
            if !captors.is_empty() {
                return pairs(&captors, &undergoing);
            }
            // "rockets were fired at Y from X".
            if event == EventType::Assault && matches!(self.line.written(at), "fired" | "launched" | "lobbed") {
                let target = usual::usual_target(&self.line, &self.groups, cue, at + 1, 14, false);
                let from = behind::group(&self.line, &self.groups, &[Cues::FROM], at + 1, 16);
                let targets = target.map(|group| self.targets(group, event)).unwrap_or_default();
                return pairs(&self.agents(from), &targets);
            }
            let owned = self.by_owner(cue, event, at, left);
            if !owned.is_empty() {
                return owned;
            }
            return self.told_by_government(cue, event, at, left, &undergoing);
        }
        if !undergoing.is_empty() {
            return pairs(&source, &undergoing);
        }
        let named = || self.named_in_subject(cue, event, at, left, &source);
        // "a treaty was signed by X and Y".
        if signs_together(cue, event) && source.len() > 1 && (!cue.reciprocal || named().is_none()) {
            return mutual(&source);
        }
        // "proposals by Y were rejected by X": whose they are.
        let owner = self
            .owner_of_subject(at)
            .filter(|_| matches!(event, EventType::Reject | EventType::Accuse | EventType::Support));
        // "weapons supplied by X to Y", "blankets given by X were handed out in Y": what undergoes it goes to somebody.
        let target = owner.or_else(|| usual::usual_target(&self.line, &self.groups, cue, at + 1, 14, false));
        let arrives = || behind::group(&self.line, &self.groups, &[Cues::IN], at + 1, 18);
        let target = target.or_else(|| Some(event).filter(|&event| event == EventType::Aid).and_then(|_| arrives()));
        // "a truce brokered by X": between the two whom the words before name.
        if target.is_none() && cue.mediates() {
            return pairs(&source, &self.gone_between(at, &source));
        }
        let target = target.or_else(named);
        pairs(&source, &target.map(|group| self.targets(group, event)).unwrap_or_default())
    }

    /// Whose attack it was in which somebody was hit: "were killed in a raid by X", "in an X air strike", "when X attacked".
    fn attacker(&self, verb: usize) -> Parties {
        let line = &self.line;
        let near = verb + 1..line.tokens.len().min(verb + 9);
        let mut near = near.take_while(|&at| !matches!(line.kind(at), Kind::Break | Kind::Comma | Kind::That));
        let Some(link) = near.find(|&at| matches!(line.written(at), "in" | "during" | "when")) else {
            return Parties::new();
        };
        let Some(group) = (link + 1..link + 4).find_map(|at| self.groups.at(at)) else {
            return Parties::new();
        };
        let next = self.groups[group].last() + 1;
        let words = (next..next + 4).take_while(|&at| line.kind(at) == Kind::Word);
        let attacks = match line.written(link) {
            "when" => line.is_verb(next) && self.may_tell(next, Words::verbs, EventType::Assault),
            _ => {
                words.into_iter().any(|at| line.is_cue_noun(at) && self.may_tell(at, Words::nouns, EventType::Assault))
            }
        };
        let actors = self.groups[group].actors.iter().filter(|actor| attacks && (actor.acts || actor.modifies));
        gather(actors)
    }

    /// Whether a word at a token may tell an event of a type.
    fn may_tell(&self, at: usize, choice: fn(&Entry) -> Option<ChoiceNumber>, event: EventType) -> bool {
        self.fitting(at, choice, 0).iter().any(|(cue, _)| cue.event == Some(event))
    }

    /// The two of whom the subject of a passive speaks: "relations between X and Y were".
    fn between_before(&self, verb: usize) -> Option<usize> {
        let be = (verb.saturating_sub(4)..verb).rev().find(|&at| self.line.kind(at) == Kind::Be)?;
        let group = (be.saturating_sub(4)..be).rev().find_map(|at| self.groups.at(at))?;
        let between = self.groups[group].first().checked_sub(1)?;
        let links = between.checked_sub(1).is_some_and(|noun| {
            matches!(
                self.line.written(noun),
                "contacts" | "flights" | "links" | "relations" | "talks" | "ties" | "trade"
            ) && (noun.saturating_sub(3)..noun)
                .all(|at| matches!(self.line.kind(at), Kind::Word | Kind::Capital | Kind::Determiner | Kind::Adverb))
        });
        (links && self.line.written(between) == "between" && self.groups[group].actors.len() == 2).then_some(group)
    }

    /// Whether a group owns what hits: "by Syrian anti-aircraft fire".
    pub(crate) fn fires(&self, group: usize, event: EventType) -> bool {
        let group = &self.groups[group];
        let near = group.last() + 1..(group.last() + 4).min(self.line.tokens.len());
        event == EventType::Assault
            && group.actors.iter().all(|actor| actor.modifies)
            && near.into_iter().any(|at| crate::event::clause::fired::is_fired(self.line.written(at)))
    }

    /// The two who are meant behind the "by" of a passive: "by the two sides", "by both governments".
    fn both_behind_by(&self, verb: usize) -> Parties {
        let near = verb + 1..(verb + 10).min(self.line.tokens.len().saturating_sub(1));
        let by = near.take_while(|&at| self.line.kind(at) != Kind::Break).find(|&at| self.line.kind(at) == Kind::By);
        let both = by.filter(|&by| self.line.is_clause(by + 1, Clause::Pair));
        both.map(|_| self.meant(&Subject::Pair(None), verb)).unwrap_or_default()
    }

    /// Who sent away those whom a passive names: "twenty Turks were expelled from X", "were told to leave X".
    fn ousted_from(&self, cue: &Cue, verb: usize) -> Parties {
        let ousts = matches!(cue.code.as_str(), "166" | "1661" | "1662" | "1663" | "174" | "201");
        let line = &self.line;
        let near = verb + 1..(verb + 5).min(line.tokens.len().saturating_sub(2));
        let links = |at: usize| match line.written(at) {
            "from" | "leave" => true,
            "of" => line.written(at - 1) == "out",
            _ => false,
        };
        let Some(link) = near.into_iter().find(|&at| ousts && links(at)) else { return Parties::new() };
        let group = self.groups.at(link + 1).or_else(|| self.groups.at(link + 2));
        group.map(|group| gather(self.groups[group].actors.iter())).unwrap_or_default()
    }

    /// Who does to another what befalls its own: "X's ports were closed to ships from Y"; and whose help comes from whom: "X's
    /// budget was propped up with a loan from Y".
    fn by_owner(&self, cue: &Cue, event: EventType, verb: usize, left: &Left) -> Pairs {
        let Subject::Group(group) = left.subject else { return Pairs::new() };
        let actors = &self.groups[group].actors;
        let owns = !left.is_governed() && actors.iter().all(|actor| actor.modifies);
        let behind = |preposition: u16| behind::group(&self.line, &self.groups, &[preposition], verb + 1, 14);
        match event {
            // "Russian tractors were delivered to Y".
            EventType::Aid if owns && cue.to.contains(&Cues::TO) && behind(Cues::FROM).is_none() => {
                let target = behind(Cues::TO).map(|group| self.targets(group, event));
                pairs(&gather(actors.iter()), &target.unwrap_or_default())
            }
            EventType::Aid => pairs(&self.agents(behind(Cues::FROM)), &gather(actors.iter())),
            EventType::Coerce | EventType::Concede | EventType::Retreat if owns && cue.to.contains(&Cues::TO) => {
                let target = behind(Cues::TO).map(|group| self.targets(group, event));
                pairs(&gather(actors.iter()), &target.unwrap_or_default())
            }
            _ => Pairs::new(),
        }
    }

    /// What a government says was done, with nobody named who did it, it did itself: "a ban on beef from Y was lifted, the
    /// ministry of X said".
    fn told_by_government(&self, cue: &Cue, event: EventType, verb: usize, left: &Left, undergoing: &[Party]) -> Pairs {
        let of_rule = matches!(event, EventType::Sanction | EventType::Coerce | EventType::Retreat | EventType::Reject);
        let near = (verb.saturating_sub(14)..verb).rev().take_while(|&at| self.line.kind(at) != Kind::Break);
        let relative =
            near.into_iter().any(|at| self.line.is_clause(at, Clause::Relative) && self.line.kind(at) != Kind::That);
        // "was snatched by gunmen": by others.
        let done = verb + 1..self.line.tokens.len().min(verb + 8);
        let by_others = done
            .take_while(|&at| !matches!(self.line.kind(at), Kind::Break | Kind::That | Kind::Comma))
            .any(|at| self.line.kind(at) == Kind::By && !time_follows(&self.line, at));
        if !of_rule || by_others || relative || left.is_governed() || !self.line.holds(Signs::SPEAKS) {
            return Pairs::new();
        }
        let said = speech::said(&self.line, &self.groups, &self.before.subject);
        let Some(said) = speech::speaker_at(&said, verb) else { return Pairs::new() };
        let source: Parties = said.speaker().iter().filter(|party| self.governs(party)).copied().collect();
        let targets = match undergoing.is_empty() {
            true => self
                .named_in_subject(cue, event, verb, left, &source)
                .map(|group| self.targets(group, event))
                .unwrap_or_default(),
            false => undergoing.into(),
        };
        let own = source.iter().any(|source| is_among(&self.line, source.mention, &targets));
        if own { Pairs::new() } else { pairs(&source, &targets) }
    }

    /// Whether a party is a state, or speaks in its government's name.
    fn governs(&self, party: &Party) -> bool {
        let mention = &self.line.events.mentions[party.mention as usize];
        let is_state = actor::is_kind(self.line.events.data, mention, &vocabulary::Kind::State);
        is_state && matches!(party.sector, None | Some(Sector::Government | Sector::Military | Sector::Police))
    }
}

/// Whether those who do together what a cue says do it with one another: "a treaty was signed by X and Y".
fn signs_together(cue: &Cue, event: EventType) -> bool {
    let shared = matches!(event, EventType::Agree | EventType::Consult | EventType::Cooperate | EventType::Support);
    (cue.reciprocal || event == EventType::Cooperate && cue.demands) && shared
        || event == EventType::Support && cue.code.is("057")
}
