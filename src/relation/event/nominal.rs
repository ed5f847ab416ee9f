//! The events that a noun names ("sanctions on", "talks between"), or a part behind a hyphen ("-backed").

use super::Told;
use super::aside::time_follows;
use super::behind;
use super::clause;
use super::frame::Frame;
use super::kind::Kind;
use super::line::back_over;
use super::manner::Manner;
use super::object;
use super::party::{Parties, Party, mutual, pairs, party};
use super::pronoun::Pronoun;
use super::signs::Signs;
use super::usual;
use super::words::Words;
use crate::lexicon::Cue;
use crate::vocabulary::{EventType, Modality};
use crate::word::WordList;

impl Frame<'_> {
    /// The events of the cue's noun that begins with a token; the last token of what was read.
    pub(super) fn noun(&mut self, at: usize, told: &mut Vec<Told>) -> Option<usize> {
        for (cue, last) in self.fitting(at, Words::nouns, 0) {
            let Some(event) = cue.event else { return Some(last) };
            if cue.mediates() && self.mediation(cue, at, last, told) {
                return Some(last);
            }
            if cue.epithet {
                if self.epithet(cue, at, last, told) {
                    return Some(last);
                }
                continue;
            }
            // "the capture by X of a town in Y": the target stands behind the agent.
            let by = self.line.kind(last + 1) == Kind::By;
            let agent = (last + 2..last + 6)
                .find_map(|at| clause::group_at(&self.groups, at))
                .filter(|_| by && !cue.reciprocal);
            let behind = agent.map_or(last, |agent| self.groups[agent].last());
            let assaults = agent.is_some() && event == EventType::Assault;
            let target = object::target(&self.line, &self.groups, cue, behind + 1, 7, false)
                .or_else(|| {
                    let far = Some(cue).filter(|_| usual::is_far_from_noun(event));
                    far.and_then(|cue| usual::usual_target(&self.line, &self.groups, cue, behind + 1, 10, assaults))
                })
                // "launched attacks in Y": as behind the verb itself.
                .or_else(|| {
                    let target = usual::usual_target(&self.line, &self.groups, cue, last + 1, 3, true);
                    target.filter(|_| self.is_object_of_verb(at))
                });
            let named = || target.or_else(|| self.between(last)).map_or(last, |group| self.groups[group].last());
            if target.is_some_and(|target| self.opposed(cue, at, target, told))
                || self.did_not_take_place(at, named, event)
            {
                return Some(last);
            }
            let undergoing = self.undergoing_noun(cue, at, last).filter(|_| cue.undergone || target.is_none());
            if cue.undergone && undergoing.is_none() {
                continue;
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
            let sources = if purpose { self.last_subject() } else { sources };
            let helped = if targets.is_empty() { self.helped(event, at) } else { Parties::new() };
            let targets = if helped.is_empty() { targets } else { helped };
            let (sources, targets) = self.carried(cue, last, sources, targets);
            let Some(modality) = modality else { return Some(last) };
            let defied = self.defied(event, at, last);
            let sources = match defied.is_some() && sources.is_empty() {
                true => self.owner_of_noun(last),
                false => sources,
            };
            let answer = self.answers(cue, event, &sources, told).or(defied);
            let arrival = || if event == EventType::Aid { self.arrival(last, &sources) } else { None };
            let answer = answer.or_else(|| arrival().filter(|_| targets.is_empty()));
            let answer = answer.or_else(|| self.answered_by(at, &sources, told).filter(|_| targets.is_empty()));
            let answers = answer.is_some();
            let targets = answer.unwrap_or(targets);
            if answers && targets.is_empty() {
                return Some(last);
            }
            let targets = match targets.is_empty() && !sources.is_empty() {
                true => self.fitting_targets(self.pronoun_of_noun(cue, last, &sources), event),
                false => targets,
            };
            let mut found = pairs(&sources, &targets);
            if cue.reciprocal {
                found.extend(pairs(&targets, &sources));
                if found.is_empty() {
                    let group = self.between(last);
                    // "X and Y will speak with both sides in the conflict": others'.
                    let sources = if self.stands_aside(at, event, &sources) { Parties::new() } else { sources };
                    found = mutual(&group.map(|group| self.parties(group)).unwrap_or(sources));
                }
            }
            if self.is_lifted(event, &targets, told) {
                return Some(last);
            }
            let manner = Manner { fills_in: !answers, ..Manner::new(modality) };
            if self.tell(cue, event, at, &manner, found, told) {
                return Some(last);
            }
        }
        None
    }

    /// Whether a verb stands before a noun, past its article and adjectives: "launched new attacks".
    fn is_object_of_verb(&self, noun: usize) -> bool {
        self.word_before_object(noun, 3).is_some_and(|at| self.line.is_verb(at))
    }

    /// Where the phrase of a noun begins, with its article and adjectives.
    pub(super) fn opening_of_noun(&self, noun: usize) -> usize {
        let opens = |at: usize| {
            matches!(self.line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner)
                && !matches!(self.line.written(at), "defying" | "ignoring")
        };
        back_over(noun, 4, opens)
    }

    /// The word before a noun, past its article and adjectives, so many tokens of them at most.
    pub(super) fn word_before_object(&self, noun: usize, reach: usize) -> Option<usize> {
        let passes = |at: usize| {
            matches!(self.line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner) && !self.line.is_verb(at)
        };
        let opening = back_over(noun, reach, passes);
        opening.checked_sub(1).filter(|&at| self.line.kind(at) == Kind::Word)
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
        let owner = (at.saturating_sub(3)..at).rev().find_map(|before| clause::group_at(&self.groups, before));
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
            (last + 2..last + 4).find_map(|next| clause::group_at(&self.groups, next))?
        } else {
            let owner = at.checked_sub(2).and_then(|owner| clause::group_at(&self.groups, owner))?;
            let first = self.groups[owner].first();
            (self.line.kind(at - 1) == Kind::Possessive && first > 0 && written(first - 1) == "at").then_some(owner)?
        };
        Some(self.agents(Some(group)))
    }

    /// Whether nothing but adjectives stands between a group and a noun.
    pub(super) fn owns_noun(&self, group: usize, noun: usize) -> bool {
        let line = &self.line;
        // "the UN oil and arms embargo".
        let joins = |and: usize| line.kind(and) == Kind::And && and + 2 == noun && line.kind(and - 1) == Kind::Word;
        (self.groups[group].last() + 1..noun).all(|next| {
            let describes = matches!(line.kind(next), Kind::Word | Kind::Capital | Kind::Adverb | Kind::Possessive);
            describes && !line.is_verb(next) || joins(next) || describes && joins(next - 1)
        })
    }

    /// How the sentence puts forward what it names.
    pub(super) const fn told_as(&self) -> Modality {
        if self.past { Modality::Past } else { Modality::Asserted }
    }

    /// "talks between X and Y".
    pub(super) fn between(&self, at: usize) -> Option<usize> {
        let line = &self.line;
        let between = |&next: &usize| matches!(line.written(next), "between" | "among" | "of");
        let near = at + 1..(at + 4).min(line.tokens.len());
        // "fighting broke out on Monday between".
        let breaks = || {
            let goes_on = |&next: &usize| match line.kind(next) {
                Kind::Word => BREAKS_OUT.holds(line.written(next)) || line.has(next, Signs::IS_PARTICLE),
                Kind::Preposition => line.written(next) == "between" || time_follows(line, next),
                kind => matches!(kind, Kind::Adverb | Kind::Determiner | Kind::Have | Kind::Be),
            };
            let words = at + 1..(at + 10).min(line.tokens.len());
            words.take_while(goes_on).find(|&next| line.written(next) == "between")
        };
        let start = near.clone().find(between).or_else(breaks)? + 1;
        (start..(start + 2).min(line.tokens.len())).find_map(|next| clause::group_at(&self.groups, next))
    }

    /// "X-backed Y".
    pub(super) fn suffix(&mut self, at: usize, told: &mut Vec<Told>) {
        let Some(Kind::Mention(source)) = at.checked_sub(2).map(|before| self.line.kind(before)) else { return };
        let near = at + 1..(at + 5).min(self.line.tokens.len());
        let target = near
            .take_while(|&next| {
                !matches!(self.line.kind(next), Kind::Comma | Kind::Break | Kind::Preposition | Kind::To | Kind::By)
            })
            .find_map(|next| clause::group_at(&self.groups, next));
        let Some(group) = target else { return };
        for number in self.suffixes(at) {
            let cue = self.cue(number);
            let Some(event) = cue.event else { return };
            let targets: Parties = self.groups[group].actors.iter().filter(|actor| actor.acts).map(party).collect();
            let found = pairs(&[Party::named(source)], &targets);
            let manner = Manner::new(Modality::Asserted);
            if self.tell(cue, event, at, &manner, found, told) {
                return;
            }
        }
    }
}

/// How fighting or talks come about and go on.
#[rustfmt::skip]
static BREAKS_OUT: WordList<64> = WordList::new(&[
    "began", "begun", "broke", "broken", "collapsed", "continue", "continued", "ended", "erupted", "flared", "opened", "raged",
    "reported", "restarted", "resumed", "started", "took", "place", "under", "underway", "way", "held",
]);
