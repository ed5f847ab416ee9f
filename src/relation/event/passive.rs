//! The events of a passive: who stands behind "by", and whom the subject names, be it far left of the verb.

use super::aside;
use super::choice::ChoiceNumber;
use super::clause::{self, Left};
use super::frame::Frame;
use super::group::Group;
use super::kind::Kind;
use super::object;
use super::party::{Pairs, Parties, Party, gather, is_among, mutual, pairs};
use super::speech;
use super::subject::Subject;
use super::usual;
use super::words::{Entry, Words};
use crate::lexicon::{Clause, Cue, Cues};
use crate::vocabulary::EventType;
use crate::word::WordList;

/// How far left of a passive the words of its subject are read, in tokens.
const REACH: usize = 28;

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
        let agent = object::agent(&self.line, &self.groups, at + 1, 16);
        // "is closely aligned with Y": a participle that undergoes nothing.
        if agent.is_none() && !cue.direct && cue.to.contains(&Cues::WITH) {
            let target = object::target(&self.line, &self.groups, cue, at + 1, 8, true);
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
            let ousted = self.ousted_from(cue, at);
            let captors = if ousted.is_empty() { self.held_in(at) } else { ousted };
            if !captors.is_empty() {
                return pairs(&captors, &undergoing);
            }
            // "rockets were fired at Y from X".
            if event == EventType::Assault && matches!(self.line.written(at), "fired" | "launched" | "lobbed") {
                let target = usual::usual_target(&self.line, &self.groups, cue, at + 1, 14, false);
                let from = object::behind(&self.line, &self.groups, &[Cues::FROM], at + 1, 16);
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
        let arrives = || object::behind(&self.line, &self.groups, &[Cues::IN], at + 1, 18);
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
        let Some(group) = (link + 1..link + 4).find_map(|at| clause::group_at(&self.groups, at)) else {
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
        let group = (be.saturating_sub(4)..be).rev().find_map(|at| clause::group_at(&self.groups, at))?;
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
    pub(super) fn fires(&self, group: usize, event: EventType) -> bool {
        let group = &self.groups[group];
        let near = group.last() + 1..(group.last() + 4).min(self.line.tokens.len());
        event == EventType::Assault
            && group.actors.iter().all(|actor| actor.modifies)
            && near.into_iter().any(|at| super::means::is_fired(self.line.written(at)))
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
        let group = clause::group_at(&self.groups, link + 1).or_else(|| clause::group_at(&self.groups, link + 2));
        group.map(|group| gather(self.groups[group].actors.iter())).unwrap_or_default()
    }

    /// Who does to another what befalls its own: "X's ports were closed to ships from Y"; and whose help comes from whom: "X's
    /// budget was propped up with a loan from Y".
    fn by_owner(&self, cue: &Cue, event: EventType, verb: usize, left: &Left) -> Pairs {
        let Subject::Group(group) = left.subject else { return Pairs::new() };
        let actors = &self.groups[group].actors;
        let owns = !left.is_governed() && actors.iter().all(|actor| actor.modifies);
        let behind = |preposition: u16| object::behind(&self.line, &self.groups, &[preposition], verb + 1, 14);
        match event {
            EventType::Aid => pairs(&self.agents(behind(Cues::FROM)), &gather(actors.iter())),
            EventType::Coerce | EventType::Concede | EventType::Retreat if owns && cue.to.contains(&Cues::TO) => {
                let target = behind(Cues::TO).map(|group| self.targets(group, event));
                pairs(&gather(actors.iter()), &target.unwrap_or_default())
            }
            _ => Pairs::new(),
        }
    }

    /// In whose prisons they are whom a passive names: "two Turks were jailed in X". Not where somebody else holds them.
    fn held_in(&self, verb: usize) -> Parties {
        let line = &self.line;
        let near = || (verb + 1..(verb + 12).min(line.tokens.len())).take_while(|&at| line.kind(at) != Kind::Break);
        if !is_custody(line.written(verb)) || near().any(|at| line.kind(at) == Kind::By) {
            return Parties::new();
        }
        let link =
            near().take(6).find(|&at| line.written(at) == "in" && clause::group_at(&self.groups, at + 1).is_some());
        let group = link.and_then(|link| clause::group_at(&self.groups, link + 1));
        group.map(|group| gather(self.groups[group].actors.iter())).unwrap_or_default()
    }

    /// Whether a participle says right behind people in whose prisons they are: "two Turks jailed in X".
    pub(super) fn is_held(&self, verb: usize) -> bool {
        let line = &self.line;
        is_custody(line.written(verb))
            && line.written(verb + 1) == "in"
            && clause::group_at(&self.groups, verb + 2).is_some()
            && verb.checked_sub(1).and_then(|people| clause::group_at(&self.groups, people)).is_some_and(|group| {
                self.groups[group].actors.iter().all(|actor| !actor.acts && actor.sector.is_some())
            })
    }

    /// Of "proposals by Y were rejected": the group of Y.
    fn owner_of_subject(&self, verb: usize) -> Option<usize> {
        let be = (verb.saturating_sub(4)..verb).rev().find(|&at| self.line.kind(at) == Kind::Be)?;
        let ends = |at: &usize| !matches!(self.line.kind(*at), Kind::Break | Kind::That | Kind::Comma);
        let near = (be.saturating_sub(14)..be).rev().take_while(ends);
        let by = near.into_iter().find(|&at| self.line.kind(at) == Kind::By)?;
        clause::group_at(&self.groups, by + 1)
    }

    /// The only one, other than who acts, whom the words of a passive's subject name: "restrictions on farmers from Y were
    /// eased by X", "four towns in Y were bombed by X".
    fn named_in_subject(
        &self,
        cue: &Cue,
        event: EventType,
        verb: usize,
        left: &Left,
        source: &[Party],
    ) -> Option<usize> {
        let be = (verb.saturating_sub(4)..verb).rev().find(|&at| self.line.kind(at) == Kind::Be);
        // "risks being sued by X".
        if left.is_governed() || be.is_some_and(|be| self.line.written(be) == "being" && !self.is_being(be)) {
            return None;
        }
        let line = &self.line;
        let mut at = be.unwrap_or(verb);
        // "have, since then, been".
        while at > 0 && be.is_some() && matches!(line.written(at - 1), "have" | "has" | "had" | "will") {
            at -= 1;
        }
        let start = at;
        let limit = at.saturating_sub(if be.is_some() { REACH } else { 6 });
        // "…, and any other that trades with them, were": what an insertion says is passed over.
        let mut inserted = false;
        let mut found: Option<usize> = None;
        while let Some(before) = at.checked_sub(1).filter(|&before| before >= limit) {
            let closes = at == start;
            at = before;
            if let Some(number) = clause::group_at(&self.groups, at) {
                let group = &self.groups[number];
                at = group.first();
                if inserted || group.actors.iter().all(|actor| is_among(line, actor.mention, source)) {
                    continue;
                }
                if !self.undergoes(cue, event, group) {
                    continue;
                }
                // "a ban that had cut X off from Croatian ports": whose the ports are is not asked.
                let modifies = |number: usize| self.groups[number].actors.iter().all(|actor| actor.modifies);
                match found {
                    Some(other) if modifies(other) == modifies(number) => return None,
                    Some(_) if modifies(number) => {}
                    _ => found = Some(number),
                }
                continue;
            }
            match line.kind(at) {
                Kind::Comma if inserted => inserted = false,
                Kind::Comma if closes && be.is_some() => inserted = true,
                _ if inserted => {}
                // "by land, sea and air".
                Kind::Comma if be.is_some() && self.stands_in_list(at) => {}
                Kind::Comma | Kind::Break => break,
                // "tents from Y and blankets given by X".
                Kind::And if be.is_none() => break,
                Kind::Preposition if aside::links_clauses(line, at) && line.written(at) != "than" => break,
                // "a resolution that would have condemned Y".
                Kind::That if line.written(at + 1) == "would" => found = None,
                Kind::That if !self.opens_relative(at) => break,
                Kind::Word if line.begins_predicate(at) && !self.is_relative_verb(at) || line.speaks(at).is_some() => {
                    break;
                }
                _ => {}
            }
        }
        found
    }

    /// Whether a comma stands between two plain words.
    fn stands_in_list(&self, comma: usize) -> bool {
        let plain = |at: usize| self.line.kind(at) == Kind::Word;
        comma > 0 && plain(comma - 1) && plain(comma + 1)
    }

    /// Whether "being" goes on from another form of "be".
    fn is_being(&self, being: usize) -> bool {
        being.checked_sub(1).is_some_and(|before| matches!(self.line.kind(before), Kind::Be | Kind::Adverb))
    }

    /// Whether "that" is the subject of a verb right behind it: "a rule that kept".
    fn opens_relative(&self, that: usize) -> bool {
        self.line.kind(that + 1).is_auxiliary() || self.line.is_verb(that + 1)
    }

    /// Whether a verb says something of the noun before it: "an embargo that had cut".
    fn is_relative_verb(&self, verb: usize) -> bool {
        let auxiliary = |at: &usize| matches!(self.line.kind(*at), Kind::Have | Kind::Be | Kind::Adverb);
        let relative = (verb.saturating_sub(4)..verb).rev().find(|at| !auxiliary(at));
        relative.is_some_and(|at| self.line.kind(at) == Kind::That && self.opens_relative(at))
    }

    /// Whether a group within a subject may be whom its deed is done to: not where a meeting is.
    fn undergoes(&self, cue: &Cue, event: EventType, group: &Group) -> bool {
        let asks = |at: usize| self.line.is_word(at, &cue.to) || self.line.kind(at) == Kind::Determiner;
        let own = cue.direct || cue.to.is_empty() || group.first().checked_sub(1).is_none_or(asks);
        let before = group.first().checked_sub(1).map_or("", |before| self.line.written(before));
        let material = matches!(
            event,
            EventType::Aid | EventType::Assault | EventType::Coerce | EventType::Mobilize | EventType::Retreat
        );
        // Of an arrest only whom it names: no "executive of a Norwegian farm".
        let person = cue.code.is("173") && group.actors.iter().any(|actor| actor.modifies);
        own && !person
            && !object::owns_border(&self.line, group)
            && before != "by"
            && (material || !matches!(before, "at" | "in" | "near") && group.actors.iter().all(|actor| !actor.place))
    }

    /// What a government says was done, with nobody named who did it, it did itself: "a ban on beef from Y was lifted, the
    /// ministry of X said".
    fn told_by_government(&self, cue: &Cue, event: EventType, verb: usize, left: &Left, undergoing: &[Party]) -> Pairs {
        let of_rule = matches!(event, EventType::Sanction | EventType::Coerce | EventType::Retreat | EventType::Reject);
        let near = (verb.saturating_sub(14)..verb).rev().take_while(|&at| self.line.kind(at) != Kind::Break);
        let relative =
            near.into_iter().any(|at| self.line.is_clause(at, Clause::Relative) && self.line.kind(at) != Kind::That);
        if !of_rule || relative || left.is_governed() || !self.line.holds(super::signs::Signs::SPEAKS) {
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
        use crate::vocabulary::{Kind as EntityKind, Sector};
        let mention = &self.line.events.mentions[party.mention as usize];
        let is_state = super::actor::is_kind(self.line.events.data, mention, &EntityKind::State);
        is_state && matches!(party.sector, None | Some(Sector::Government | Sector::Military | Sector::Police))
    }
}

/// Whether those who do together what a cue says do it with one another: "a treaty was signed by X and Y".
fn signs_together(cue: &Cue, event: EventType) -> bool {
    let shared = matches!(event, EventType::Agree | EventType::Consult | EventType::Cooperate | EventType::Support);
    (cue.reciprocal || event == EventType::Cooperate && cue.demands) && shared
        || event == EventType::Support && cue.code.is("057")
}

/// Whether a participle says that somebody is in a state's hands.
fn is_custody(participle: &str) -> bool {
    #[rustfmt::skip]
    static CUSTODY: WordList<32> = WordList::new(&[
        "arrested", "caned", "charged", "convicted", "detained", "executed", "flogged", "hanged", "held", "imprisoned", "interned",
        "jailed", "sentenced",
    ]);
    CUSTODY.holds(participle)
}
