//! Who does what a noun names: its owner, who stands behind "by", or the subject of the verb whose object the noun is.

use super::Frame;
use super::governor::is_punishment;
use super::party::{Parties, party};
use crate::event::clause::actor::{Actor, is_against};
use crate::event::clause::aside::{links_clauses, tells_time};
use crate::event::clause::subject::{Subject, clause_subject};
use crate::event::clause::{self, Left, behind, remark};
use crate::event::text::Kind;
use crate::lexicon::{Cue, Cues, Govern, VerbForm};
use crate::vocabulary::{EventType, Modality};
use crate::word::WordList;

impl Frame<'_> {
    /// A state's people who help others or work with them: "Cuban doctors arrived in Y to help", "Y's pilots took part".
    pub(crate) fn helpers(&self, left: &Left, event: EventType) -> Parties {
        #[rustfmt::skip]
        static HELPERS: WordList<64> = WordList::new(&[
            "astronauts", "cosmonauts", "divers", "doctors", "engineers", "experts", "firefighters", "firemen", "geologists", "medics",
            "nurses", "paramedics", "pilots", "rescuers", "scientists", "specialists", "surgeons", "team", "teams", "technicians",
            "teachers", "volunteers", "workers",
        ]);
        let Subject::Group(group) = left.subject else { return Parties::new() };
        let helps = matches!(event, EventType::Aid | EventType::Consult | EventType::Cooperate) && !left.passive;
        let actors = self.groups[group].actors.iter().filter(|_| helps);
        let last = self.groups[group].last();
        let named = HELPERS.holds(self.line.written(last)) || HELPERS.holds(self.line.written(last + 1));
        actors.filter(|_| named).map(party).collect()
    }

    /// Who does what a noun names: its possessive or adjective, who stands behind "by", or the subject of the verb that
    /// takes the noun for its object.
    pub(crate) fn noun_source(&self, cue: &Cue, at: usize, target: Option<usize>) -> (Parties, Option<Modality>) {
        let asserted = Some(self.told_as());
        let modifier = (at.saturating_sub(4)..at).rev().find_map(|before| self.groups.at(before));
        if let Some(group) = modifier {
            let adjacent = self.owns_noun(group, at);
            let actors = &self.groups[group].actors;
            let all_modify = actors.iter().all(|actor| actor.modifies && actor.sector.is_none());
            let names = actors.len() > 1
                || self.line.events.mentions[actors[0].mention as usize].form != crate::vocabulary::Form::Place;
            // "anti-French riots": others'.
            let others = is_against(&self.line, actors[0].last);
            if adjacent && names && !others && (all_modify || actors.iter().any(|actor| actor.acts)) {
                return (actors.iter().filter(|actor| actor.modifies || actor.acts).map(party).collect(), asserted);
            }
        }
        if let Some(group) = self.owner_by_pronoun(at, target) {
            return (self.parties(group), asserted);
        }
        // "the embargo that X has put on Y".
        if (self.line.kind(at + 1) == Kind::That || self.line.written(at + 1) == "which")
            && let Some(group) = self.groups.at(at + 2)
        {
            let verb = (self.groups[group].last() + 1..self.line.tokens.len())
                .find(|&at| !matches!(self.line.kind(at), Kind::Have | Kind::Adverb));
            if verb.is_some_and(|verb| self.line.govern(verb) == Some(Govern::Light)) {
                return (self.parties(group), asserted);
            }
        }
        // "the withdrawal of X from Y", "an apology from X to Y": behind the noun itself.
        let own = at + 1;
        let links =
            self.line.kind(own) == Kind::Of || self.line.written(own) == "from" && !cue.to.contains(&Cues::FROM);
        if links {
            let group = (own + 1..(own + 5).min(self.line.tokens.len())).find_map(|next| self.groups.at(next));
            if let Some(group) = group.filter(|&group| target.is_some_and(|target| target > group)) {
                return (self.parties(group), asserted);
            }
        }
        let from = target.map_or(at, |group| self.groups[group].last());
        // "the conflict over Y on terms proposed by X": X is in no conflict.
        let apart =
            |by: usize| cue.reciprocal && (at + 1..by).any(|at| self.line.kind(at) == Kind::Preposition && at > from);
        // "arms to Y despite protests by X": what X does is named there.
        let names_another = |group: usize| {
            let noun = self.groups[group].first().saturating_sub(2);
            let links = |at: usize| self.line.kind(at) == Kind::Preposition;
            noun > from && self.line.is_cue_noun(noun) && (from + 1..noun).any(links)
        };
        let by = behind::group(&self.line, &self.groups, &[], from + 1, 5);
        if let Some(group) = by
            .filter(|&group| !apart(self.groups[group].first()))
            .or_else(|| behind::group(&self.line, &self.groups, &[], at + 1, 8))
            .or_else(|| behind::group(&self.line, &self.groups, &[Cues::FROM], from + 1, 4))
            .or_else(|| {
                let from = (!cue.from.is_empty()).then_some(&*cue.from)?;
                behind::group(&self.line, &self.groups, from, at + 1, 6)
            })
            .filter(|&group| !names_another(group))
        {
            return (self.parties(group), asserted);
        }
        // "a condemnation of Y was issued on Monday by X".
        if let Some(group) = self.agent_of_passive(from + 1) {
            return (self.agents(Some(group)), asserted);
        }
        // "X, on a visit to Y, said".
        if let Some(group) = self.visitor(cue, at, target) {
            return (self.parties(group), asserted);
        }
        // "After talks with Y, X said".
        if let Some(group) = self.behind_opening(cue, at, from) {
            return (self.parties(group), asserted);
        }
        // "in a gesture of solidarity with Y": whoever does what went before.
        let opening = (at.saturating_sub(5)..at).rev().find(|&before| remark::is_spirit(&self.line, before));
        if opening.is_some() {
            return (self.last_subject(), asserted);
        }
        let found = self.verb_before(at);
        if found.0.is_empty()
            && found.1.is_some()
            && let Some(speaker) = self.speaker_at_talks(cue, at, target)
        {
            return (speaker, asserted);
        }
        found
    }

    /// Who is on a visit by the words between commas behind the name: "X, on a visit to Y,".
    fn visitor(&self, cue: &Cue, noun: usize, target: Option<usize>) -> Option<usize> {
        let line = &self.line;
        let passes =
            |&at: &usize| matches!(line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner | Kind::Preposition);
        let mut near = (noun.saturating_sub(5)..noun).rev().take_while(passes);
        let link = near.find(|&at| matches!(line.written(at), "at" | "during" | "in" | "on"))?;
        let comma = link.checked_sub(1).filter(|&comma| line.kind(comma) == Kind::Comma);
        // "X at a meeting with Y said".
        let meets = cue.reciprocal && target.is_some();
        let fits = match line.written(link) {
            "during" | "on" => comma.is_some() || meets && line.written(link) == "during",
            "at" => meets,
            _ => comma.is_some() && target.is_some(),
        };
        let own = (link + 1..noun).any(|at| matches!(line.written(at), "her" | "his" | "its" | "their"));
        let group = self.groups.at(comma.unwrap_or(link).checked_sub(1)?)?;
        let acts = |actor: &Actor| actor.acts && !actor.place;
        let acts = comma.is_some() || !own && self.groups[group].actors.iter().all(acts);
        (fits && acts && cue.event == Some(EventType::Consult)).then_some(group)
    }

    /// Who speaks or acts at talks with somebody: "X made the offer at talks with Y".
    fn speaker_at_talks(&self, cue: &Cue, noun: usize, target: Option<usize>) -> Option<Parties> {
        let link = self.opening_of_noun(noun).checked_sub(1)?;
        let talks = cue.event == Some(EventType::Consult) && cue.reciprocal && target.is_some();
        if !talks || !matches!(self.line.written(link), "after" | "at" | "before" | "during" | "following" | "in") {
            return None;
        }
        let subject = clause_subject(&self.line, &self.groups, link)?;
        // "X will act, senators said after talks with Y".
        let near = match subject {
            Subject::Same(Some(group)) => self.groups[group].last() + 1..link,
            _ => link..link,
        };
        if near.into_iter().any(|at| self.line.kind(at) == Kind::Comma) {
            return None;
        }
        let speaker = self.meant(&subject, link);
        (!speaker.is_empty()).then_some(speaker)
    }

    /// Whose clause it is that a phrase opens with a deed of its own: "In a letter to Y, X", "After talks with Y, X".
    fn behind_opening(&self, cue: &Cue, noun: usize, last: usize) -> Option<usize> {
        let line = &self.line;
        let opens = matches!(line.written(0), "After" | "At" | "During" | "Following" | "In" | "On");
        let verbal = matches!(cue.event, Some(EventType::Consult | EventType::Request | EventType::Accuse));
        if !opens
            || !verbal
            || noun > 8
            || last == noun
            || self.is_letter(noun)
            || (1..noun).any(|at| self.groups.at(at).is_some())
        {
            return None;
        }
        let end = (last + 6).min(line.tokens.len().saturating_sub(1));
        let passes = |&at: &usize| matches!(line.kind(at), Kind::Adverb | Kind::Preposition | Kind::Determiner);
        let comma = (last + 1..end).find(|at| !passes(at)).filter(|&at| line.kind(at) == Kind::Comma)?;
        let group = self.groups.at(comma + 1)?;
        let next = self.groups[group].last() + 1;
        let verb = (next..line.tokens.len()).find(|&at| line.kind(at) != Kind::Adverb)?;
        let acts = line.is_verb(verb) || matches!(line.kind(verb), Kind::Have | Kind::Will | Kind::Be);
        acts.then_some(group)
    }

    /// Whether what a noun names only carries what is said: "a letter to Y".
    fn is_letter(&self, noun: usize) -> bool {
        matches!(self.line.written(noun), "letter" | "message" | "note" | "statement" | "telegram")
    }

    /// The group behind "by", where the first verb from a token on is a passive.
    fn agent_of_passive(&self, from: usize) -> Option<usize> {
        let end = (from + 16).min(self.line.tokens.len());
        let ends =
            |at: &usize| !matches!(self.line.kind(*at), Kind::Break | Kind::Comma | Kind::That | Kind::Mention(_));
        let be = (from..end).take_while(ends).find(|&at| self.line.kind(at) == Kind::Be)?;
        let participle = (be + 1..end).find(|&at| self.line.kind(at) != Kind::Adverb)?;
        let carries = matches!(self.line.govern(participle), Some(Govern::Light | Govern::Speech | Govern::Continuing));
        carries.then(|| behind::group(&self.line, &self.groups, &[], participle + 1, 8)).flatten()
    }

    /// The subject of the verb whose object the noun is: "imposed new sanctions on".
    pub(super) fn verb_before(&self, at: usize) -> (Parties, Option<Modality>) {
        let mut before = at;
        let mut limit = at.saturating_sub(10);
        while before > limit {
            before -= 1;
            // "its criticism of X and its praise for Y": the same verb's.
            if let Some(group) = self.groups.at(before)
                && self.line.kind(self.groups[group].last() + 1) == Kind::And
            {
                before = self.groups[group].first();
                limit = before.saturating_sub(5);
                continue;
            }
            if self.groups.at(before).is_some()
                || matches!(self.line.kind(before), Kind::Break | Kind::That)
                || self.line.kind(before) == Kind::Preposition && links_clauses(&self.line, before)
            {
                break;
            }
            // "spoke at a meeting on the sanctions": the topic is nobody's deed there.
            if matches!(self.line.written(before), "about" | "on" | "over") && self.names_topic(before, at) {
                break;
            }
            if !self.line.is_verb(before) && self.line.govern(before).is_none() || tells_time(&self.line, before) {
                continue;
            }
            // "X said the attack on Y": another's; "jailed a man for the bombing of Y": the man did.
            let written = self.line.written(before);
            let says = matches!(written, "said" | "say" | "saying" | "says");
            if says && self.line.kind(before + 1) != Kind::Preposition || is_punishment(written) {
                break;
            }
            let form = self.line.form(before);
            let left = clause::left(&self.line, &self.groups, before, form.unwrap_or(VerbForm::Past));
            if left.passive {
                break;
            }
            if let Some(Govern::Prevention | Govern::Refusal { .. } | Govern::Denial | Govern::Request) =
                self.line.govern(before)
            {
                return (Parties::new(), None);
            }
            let (governor, subject) = self.governed_subject(&left, before);
            // "refuses to join sanctions on Y": the deed is not its own.
            let manner = self.manner(&left, before, governor.as_ref());
            let manner = manner.filter(|manner| manner.event != Some(EventType::Reject));
            return (subject, manner.map(|manner| manner.modality));
        }
        (Parties::new(), Some(Modality::Asserted))
    }

    /// Whether a preposition behind a noun stands right before another one: "a meeting on kidnapping", but not "agreed on".
    fn names_topic(&self, preposition: usize, noun: usize) -> bool {
        let line = &self.line;
        let describes = |at: usize| matches!(line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner);
        let behind_noun = preposition.checked_sub(1).is_some_and(|before| {
            matches!(line.kind(before), Kind::Word) && !line.is_verb(before) && line.govern(before).is_none()
        });
        behind_noun && (preposition + 1..noun).all(describes)
    }

    /// Whether a noun says to what end somebody goes: "flew to Rabat for talks with Y".
    pub(crate) fn is_purpose(&self, noun: usize) -> bool {
        let opens = |at: &usize| !matches!(self.line.kind(*at), Kind::Word | Kind::Adverb | Kind::Determiner);
        let before = (noun.saturating_sub(4)..noun).rev().find(opens);
        before.is_some_and(|at| self.line.written(at) == "for")
    }
}
