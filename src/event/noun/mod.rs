//! The events that a noun names: "sanctions on", "talks between".

mod answer;
mod asking;
mod assembly;
mod carried;
mod epithet;
mod opposed;
mod suffix;
mod taking_place;
mod wished;

use crate::event::clause::pronoun::Pronoun;
use crate::event::clause::target::target;
use crate::event::clause::{behind, usual};
use crate::event::frame::Frame;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Pairs, Parties, Party, mutual, pairs, party};
use crate::event::text::line::back_over;
use crate::event::text::{Kind, Words};
use crate::event::told::Told;
use crate::lexicon::Cue;
use crate::vocabulary::{Class, EventType, Modality};
use crate::word::WordList;

/// A noun that is asked for its events: a cue that fits it, its first token and its last.
struct Asked<'c> {
    cue: &'c Cue,
    event: EventType,
    at: usize,
    last: usize,
}

impl Frame<'_> {
    /// The events of the cue's noun that begins with a token; the last token of what was read.
    pub(crate) fn noun(&mut self, at: usize, told: &mut Vec<Told>) -> Option<usize> {
        // "a general strike in Y": its parts are no deed of their own.
        let mut whole = None;
        for (cue, last) in self.fitting(at, Words::nouns, 0) {
            let Some(event) = cue.event else { return Some(last) };
            if self.named_by(&Asked { cue, event, at, last }, told) {
                return Some(last);
            }
            whole = whole.or(Some(last).filter(|&last| last > at && event == EventType::Protest));
        }
        whole
    }

    /// Adds the events that a cue's noun names; whether the noun is read with that.
    fn named_by(&self, asked: &Asked<'_>, told: &mut Vec<Told>) -> bool {
        let &Asked { cue, event, at, last } = asked;
        if self.is_weighed(asked) || self.under_pressure(asked, told) {
            return true;
        }
        if cue.mediates() && self.mediation(cue, at, last, told) {
            return true;
        }
        if cue.epithet {
            return self.epithet(cue, at, last, told);
        }
        let target = self.target_of_noun(asked);
        let named = || target.or_else(|| self.between(last)).map_or(last, |group| self.groups[group].last());
        if target.is_some_and(|target| self.opposed(cue, at, target, told))
            || self.did_not_take_place(at, named, event)
            || self.is_only_wished(at, last)
            || self.is_only_possible(at, named())
        {
            return true;
        }
        if target.or_else(|| self.between(last)).is_some_and(|group| self.is_half_of_two(group)) {
            return true;
        }
        let Some((sources, targets, modality)) = self.parties_of_noun(asked, target) else { return false };
        let Some(modality) = modality.filter(|_| !self.is_wanting(event, at)) else { return true };
        let modality = if self.is_any(at) { Modality::Hypothetical } else { modality };
        let defied = self.defied(event, at, last);
        let sources = match defied.is_some() && sources.is_empty() {
            true => self.owner_of_noun(last),
            false => sources,
        };
        let answer = self.answer_of_noun(asked, defied, &sources, targets.is_empty(), told);
        if answer.as_ref().is_some_and(|answer| answer.is_empty()) {
            return true;
        }
        let answers = answer.is_some();
        let targets = answer.unwrap_or(targets);
        let targets = match targets.is_empty() && !sources.is_empty() {
            true => self.fitting_targets(self.pronoun_of_noun(cue, last, &sources), event),
            false => targets,
        };
        let found = self.pairs_of_noun(asked, sources, &targets);
        if self.is_lifted(event, &targets, told) {
            return true;
        }
        let manner = Manner { fills_in: !answers, ..Manner::new(modality) };
        self.tell(cue, event, at, &manner, found, told)
    }

    /// The group that is the noun's target: behind the noun, or behind who does it.
    fn target_of_noun(&self, &Asked { cue, event, at, last }: &Asked<'_>) -> Option<usize> {
        // "the capture by X of a town in Y": the target stands behind the agent.
        let by = self.line.kind(last + 1) == Kind::By;
        let agent = (last + 2..last + 6).find_map(|at| self.groups.at(at)).filter(|_| by && !cue.reciprocal);
        let behind = agent.map_or(last, |agent| self.groups[agent].last());
        let assaults = agent.is_some() && event == EventType::Assault;
        target(&self.line, &self.groups, cue, behind + 1, 7, false)
            .or_else(|| {
                // "X's war on Y" is not Y's.
                let mutual = cue.reciprocal && event == EventType::Assault;
                let far = Some(cue).filter(|_| usual::is_far_from_noun(event) && !mutual);
                far.and_then(|cue| usual::usual_target(&self.line, &self.groups, cue, behind + 1, 10, assaults))
            })
            // "launched attacks in Y": as behind the verb itself.
            .or_else(|| {
                let target = usual::usual_target(&self.line, &self.groups, cue, last + 1, 3, true);
                // "fought a war over Y": that is what it was about.
                target.filter(|_| !cue.reciprocal && self.is_object_of_verb(at))
            })
    }

    /// Who does what the noun names, to whom, and how it is put forward, if that is told at all; none of a noun whose cue
    /// asks for one who undergoes it, where nobody does.
    fn parties_of_noun(
        &self,
        asked: &Asked<'_>,
        target: Option<usize>,
    ) -> Option<(Parties, Parties, Option<Modality>)> {
        let &Asked { cue, event, at, last } = asked;
        let undergoing = self.undergoing_noun(cue, at, last).filter(|_| cue.undergone || target.is_none());
        if cue.undergone && undergoing.is_none() {
            return None;
        }
        let targets = match &undergoing {
            Some((_, owner)) => owner.clone(),
            None => target.map(|group| self.targets(group, event)).unwrap_or_default(),
        };
        let asker = self.asker(cue, at, last);
        let targets = if asker.is_some() { self.last_subject() } else { targets };
        let (sources, modality) = match undergoing.map(|(agent, _)| agent).or(asker) {
            Some(agent) => (agent, Some(self.told_as())),
            None => self.noun_source(cue, at, target),
        };
        let purpose = sources.is_empty() && cue.reciprocal && !targets.is_empty() && self.is_purpose(at);
        let sources = match purpose {
            true => self.sent_before(at).unwrap_or_else(|| self.last_subject()),
            false => sources,
        };
        let helped = if targets.is_empty() { self.helped(event, at) } else { Parties::new() };
        let targets = if helped.is_empty() { targets } else { helped };
        let (sources, targets) = self.carried(cue, last, sources, targets);
        Some((sources, targets, modality))
    }

    /// Whom the deed answers, or where it goes, if it names no target: nobody, where it answers and none is known.
    fn answer_of_noun(
        &self,
        &Asked { cue, event, at, last }: &Asked<'_>,
        defied: Option<Parties>,
        sources: &[Party],
        is_open: bool,
        told: &[Told],
    ) -> Option<Parties> {
        let arrival = || if event == EventType::Aid { self.arrival(last, sources) } else { None };
        let answered = || arrival().or_else(|| self.answered_by(at, sources, told));
        self.answers(cue, event, sources, told).or(defied).or_else(|| is_open.then(answered).flatten())
    }

    /// The pairs of the two sides, both ways where the deed is done by both.
    fn pairs_of_noun(&self, &Asked { cue, event, at, last }: &Asked<'_>, sources: Parties, targets: &[Party]) -> Pairs {
        let mut found = pairs(&sources, targets);
        if !cue.reciprocal {
            return found;
        }
        // "spoke of differences between Y and Z": it has none itself.
        if event.class() == Class::VerbalConflict
            && let Some(both) = self.between(last).map(|group| self.parties(group)).filter(|both| both.len() > 1)
        {
            return mutual(&both);
        }
        found.extend(pairs(targets, &sources));
        if found.is_empty() {
            let group = self.between(last);
            // "X and Y will speak with both sides in the conflict": others'.
            let sources = if self.stands_aside(at, event, &sources) { Parties::new() } else { sources };
            let both = group.map(|group| self.parties(group)).unwrap_or(sources);
            let others = self.is_assembly(event, at, &both) || group.is_none() && self.is_with_others(cue, last);
            found = if others { Pairs::new() } else { mutual(&both) };
        }
        found
    }

    /// Whether there is only time, need or hope for what a noun names: "it was time for talks with Y".
    fn is_wanting(&self, event: EventType, noun: usize) -> bool {
        #[rustfmt::skip]
        static WANTS: WordList<64> = WordList::new(&[
            "appeal", "appealed", "appeals", "basis", "call", "called", "calling", "calls", "case", "condition", "conditions", "date", "grounds", "groundwork", "hope",
            "hopes", "interest", "need", "plea", "pleas", "possibility", "prospect", "prospects", "reason", "room", "time", "venue",
        ]);
        let link = |opening: usize| {
            let interest = |link: usize| link > 0 && self.line.written(link - 1) == "interest";
            opening.checked_sub(1).filter(|&link| match self.line.written(link) {
                "for" | "of" => true,
                "in" => interest(link),
                _ => false,
            })
        };
        // "called for more X-Y cooperation".
        let joins = |at: usize| matches!(self.line.kind(at), Kind::Mention(_) | Kind::Hyphen);
        let past_names = || {
            let names = back_over(noun, 4, joins);
            let together = matches!(event, EventType::Consult | EventType::Cooperate);
            Some(self.opening_of_noun(names)).filter(|_| names < noun && together)
        };
        let link = link(self.opening_of_noun(noun)).or_else(|| past_names().and_then(link));
        link.and_then(|link| link.checked_sub(1)).is_some_and(|word| WANTS.holds(self.line.written(word)))
    }

    /// Whether a verb stands before a noun, past its article and adjectives: "launched new attacks".
    fn is_object_of_verb(&self, noun: usize) -> bool {
        self.word_before_object(noun, 3).is_some_and(|at| self.line.is_verb(at))
    }

    /// Who does to its owner what a noun names, and the owner: "Y's condemnation by X", "Y's exclusion from X".
    fn undergoing_noun(&self, cue: &Cue, at: usize, last: usize) -> Option<(Parties, Parties)> {
        let by = if cue.undergone { &*cue.from } else { &[] };
        let opens = self
            .line
            .tokens
            .get(last + 1)
            .is_some_and(|next| next.kind == Kind::By && by.is_empty() || self.line.is_word(last + 1, by));
        let deeper = || if by.is_empty() { None } else { behind::within(&self.line, &self.groups, by, last + 1) };
        let agent = behind::group(&self.line, &self.groups, by, last + 1, 5)
            .filter(|_| opens)
            .or_else(|| deeper().filter(|_| opens))?;
        // "to the dismay of Y": whoever did what went before.
        if at >= 2 && self.line.written(at - 2) == "to" && self.line.written(at - 1) == "the" {
            return Some((self.agents(Some(agent)), self.last_subject()));
        }
        let agents = || if cue.undergone { self.agents_or_owners(agent) } else { self.agents(Some(agent)) };
        let owner = (at.saturating_sub(3)..at).rev().find_map(|before| self.groups.at(before));
        let Some(owner) = owner else {
            let own = (at.saturating_sub(3)..at).find_map(|at| Pronoun::as_owner(self.line.written(at)));
            return own.filter(|_| cue.undergone).map(|own| (agents(), self.antecedent(own, at)));
        };
        let actors = &self.groups[owner].actors;
        let owns = actors.iter().all(|actor| actor.modifies) && self.owns_noun(owner, at);
        owns.then(|| (agents(), actors.iter().map(party).collect()))
    }

    /// Who asked the subject for what went before: "at the request of X", "at X's request".
    fn asker(&self, cue: &Cue, at: usize, last: usize) -> Option<Parties> {
        let written = |at: usize| self.line.written(at);
        if cue.event != Some(EventType::Request) || self.last_subject().is_empty() {
            return None;
        }
        let group = if at >= 2 && written(at - 2) == "at" && written(at - 1) == "the" && written(last + 1) == "of" {
            (last + 2..last + 4).find_map(|next| self.groups.at(next))?
        } else {
            let owner = at.checked_sub(2).and_then(|owner| self.groups.at(owner))?;
            let first = self.groups[owner].first();
            (self.line.kind(at - 1) == Kind::Possessive && first > 0 && written(first - 1) == "at").then_some(owner)?
        };
        Some(self.agents(Some(group)))
    }
}
