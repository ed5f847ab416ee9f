//! Harm held out under a condition, which no verb of threatening names: "X's minister said that it would cut the gas unless Y
//! paid", "Y will face more raids if it shelters rebels, X said".

use std::ops::Range;

use crate::event::clause;
use crate::event::clause::subject::Subject;
use crate::event::frame::Frame;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Pairs, Parties, Party, is_among, pairs, party};
use crate::event::frame::speech::{self, Said};
use crate::event::text::{Kind, Words};
use crate::event::told::Told;
use crate::lexicon::{Clause, Cue, VerbForm};
use crate::vocabulary::{Class, EventType, Modality};

impl Frame<'_> {
    /// Adds the threats that the sentence puts into somebody's mouth.
    pub(crate) fn threats(&self, said: &[Said], told: &mut Vec<Told>) {
        let line = &self.line;
        if self.told_here(told).iter().any(|told| told.event == EventType::Threaten) {
            return;
        }
        for condition in (0..line.tokens.len()).filter(|&at| line.is_clause(at, Clause::Conditional)) {
            if !matches!(line.written(condition), "if" | "If" | "unless" | "Unless") {
                continue;
            }
            if let Some((source, target, at, cue)) = self.was_told(condition) {
                let manner = Manner { event: Some(EventType::Threaten), ..Manner::new(Modality::Asserted) };
                self.tell(cue, EventType::Threaten, at, &manner, pairs(&source, &target), told);
                continue;
            }
            let warns = self.who_warns(said, condition);
            let (source, words) = warns.unwrap_or_else(|| (Parties::new(), 0..line.tokens.len()));
            let comma = (condition..words.end).find(|&at| matches!(line.kind(at), Kind::Comma | Kind::Break));
            let end = comma.unwrap_or(words.end);
            let opens = condition <= words.start + 1;
            let main = if opens { end..words.end } else { words.start..condition };
            let Some((cue, at)) = self.harm(main.clone()) else { continue };
            // "Y may shut the valves if Z, its minister said": who would do the harm, unless somebody else says so.
            let unlisted = |party: &Party| line.events.mentions[party.mention as usize].entity.index().is_none();
            let would = self.who_would(at);
            // "Y will burn Z if, its president said": Y would.
            let own = |party: &Party| would.iter().any(|would| self.leads(party, would));
            let source = if source.iter().all(unlisted) || source.iter().all(own) { would.clone() } else { source };
            if source.is_empty() {
                continue;
            }
            // "X could tax Y's goods if Z": what the verb itself names.
            let supposed = self.supposed(at, &source, told);
            if !supposed.is_empty() {
                let manner = Manner { event: Some(EventType::Threaten), ..Manner::new(Modality::Asserted) };
                self.tell(cue, EventType::Threaten, at, &manner, supposed, told);
                continue;
            }
            let Some(target) = self.whom_condition_means(condition..end, main, &source) else { continue };
            // "Y could ban Z's banks if, a man said": he threatens nobody by it.
            if target.iter().all(|party| is_among(line, party.mention, &would)) {
                continue;
            }
            let manner = Manner { event: Some(EventType::Threaten), fills_in: true, ..Manner::new(Modality::Asserted) };
            self.tell(cue, EventType::Threaten, at, &manner, pairs(&source, &target), told);
        }
    }

    /// The pairs of the harm that a verb at a token has told as no more than possible, if they would do it.
    fn supposed(&self, at: usize, source: &[Party], told: &[Told]) -> Pairs {
        // "asked if X would tax Y's goods if Z": nobody says that it would.
        if self.hangs_on_condition(at) {
            return Pairs::new();
        }
        let start = self.line.tokens[at].span().start;
        let here = self.told_here(told).iter().filter(|told| told.detail.trigger.start == start && harms(told.event));
        let own = here.filter(|told| told.detail.modality == Modality::Hypothetical);
        own.filter(|told| is_among(&self.line, told.source, source))
            .map(|told| (Party::named(told.source), Party::named(told.target)))
            .collect()
    }

    /// Who would do the harm that a verb at a token names.
    fn who_would(&self, at: usize) -> Parties {
        let Some(form) = self.line.form(at).filter(|&form| form == VerbForm::Base) else { return Parties::new() };
        let left = clause::left(&self.line, &self.groups, at, form);
        match left.subject {
            Subject::Group(group) if !(left.passive || left.negated || left.is_governed()) => self.parties(group),
            _ => Parties::new(),
        }
    }

    /// Of "Y was told by X that it would face a raid unless" X, Y, and the raid.
    fn was_told(&self, condition: usize) -> Option<(Parties, Parties, usize, &Cue)> {
        let line = &self.line;
        let by = (condition.saturating_sub(30)..condition).rev().find(|&at| line.kind(at) == Kind::By)?;
        let verb = by.checked_sub(1).filter(|&verb| TELLS.contains(&line.written(verb)))?;
        let left = clause::left(line, &self.groups, verb, VerbForm::Participle);
        let agent = self.groups.at(by + 1).or_else(|| self.groups.at(by + 2))?;
        let (cue, at) = self.harm(self.groups[agent].last() + 1..condition).filter(|_| left.passive)?;
        Some((self.agents(Some(agent)), self.meant(&left.subject, verb), at, cue))
    }

    /// Who says the words around a token, or warns of them, and the words.
    fn who_warns(&self, said: &[Said], at: usize) -> Option<(Parties, Range<usize>)> {
        let line = &self.line;
        if let Some(said) = speech::speaker_at(said, at) {
            return Some((said.speaker().into(), said.words()));
        }
        let verb = (at.saturating_sub(30)..at).rev().find(|&verb| WARNS.contains(&line.written(verb)))?;
        let left = clause::left(line, &self.groups, verb, VerbForm::Past);
        let source = self.meant(&left.subject, verb);
        let ends = |&end: &usize| line.kind(end) == Kind::Break;
        let end = (at..line.tokens.len()).find(ends).unwrap_or(line.tokens.len());
        (!source.is_empty() && !left.passive && !left.negated).then_some((source, verb + 1..end))
    }

    /// The cue of the harm of which words speak that are still to come.
    fn harm(&self, words: Range<usize>) -> Option<(&Cue, usize)> {
        let line = &self.line;
        let future = |at: usize| {
            line.kind(at) == Kind::Will
                || matches!(line.written(at), "can" | "would" | "could" | "may" | "might" | "to")
        };
        let start = words.clone().find(|&at| future(at))?;
        let cues = std::iter::successors(line.next_cue(start), |at| line.next_cue(at + 1));
        // "will not sail unless", "to end the conflict if".
        let spared = |at: usize| {
            let end = |at| ENDS.contains(&line.written(at));
            let denied = |at: usize| line.negates(at) && !line.written(at + 1).starts_with("hesitat");
            (start.max(at.saturating_sub(4))..at).any(denied) || (at.saturating_sub(3)..at).any(end)
        };
        cues.take_while(|&at| at < words.end).filter(|&at| !spared(at)).find_map(|at| {
            let verbs = if self.is_noun_here(at) { Default::default() } else { self.fitting(at, Words::verbs, 6) };
            // "could cut its rates": none, whatever else the verb may be.
            let verbs = verbs.into_iter().take_while(|(cue, _)| cue.event.is_some());
            let mut fitting = verbs.chain(self.fitting(at, Words::nouns, 0));
            fitting.find(|(cue, _)| cue.event.is_some_and(harms)).map(|(cue, _)| (cue, at))
        })
    }

    /// Whom the condition names as its subject, or else whom the words around it name, other than who warns.
    fn whom_condition_means(&self, condition: Range<usize>, main: Range<usize>, source: &[Party]) -> Option<Parties> {
        let line = &self.line;
        let other = |at: usize| {
            let group = &self.groups[self.groups.at(at)?];
            let own = group.actors.iter().any(|actor| is_among(line, actor.mention, source) || actor.place);
            (!own).then(|| group.actors.iter().map(party).collect::<Parties>())
        };
        let subject = condition.clone().skip(1).take(5).find_map(other);
        subject.or_else(|| main.into_iter().find_map(other))
    }
}

/// Words that somebody may be told with.
const TELLS: &[&str] = &["advised", "cautioned", "informed", "notified", "reminded", "told", "warned"];

/// Verbs of ending harm and of keeping it away.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "avert", "avoid", "cut", "drop", "ease", "end", "ending", "halt", "lift", "lower", "prevent", "reduce", "remove",
    "resolve", "settle", "stop", "waive",
];

/// Words that warn of what follows.
const WARNS: &[&str] = &[
    "cautioned",
    "cautions",
    "hinted",
    "hints",
    "threatened",
    "threatening",
    "threatens",
    "vowed",
    "vows",
    "warned",
    "warning",
    "warns",
];

/// Whether such a deed is harm.
const fn harms(event: EventType) -> bool {
    matches!(event.class(), Class::MaterialConflict) && !matches!(event, EventType::Withdraw | EventType::Protest)
        || matches!(event, EventType::Threaten)
}
