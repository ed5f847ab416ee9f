//! The events of one sentence: each cue with its source and target.

use std::ops::Range;

use super::actor::{self, Group};
use super::clause;
use super::manner::{Manner, recalled};
use super::party::Party;
use super::token::{self, Kind, Line};
use super::{Detail, Events, Told};
use crate::lexicon::Cue;
use crate::vocabulary::{Class, EventType, Modality};

/// A sentence, ready to be asked for its events.
pub(super) struct Frame<'e> {
    pub(super) line: Line<'e>,
    pub(super) groups: Vec<Group>,
    /// The subject of the verb before, as mentions; at first that of the sentence before.
    pub(super) subject: Vec<u32>,
    /// Of each verb that had one, its token and its subject.
    pub(super) subjects: Vec<(usize, Vec<Party>)>,
    /// The year that the sentence recalls.
    pub(super) when: Option<i16>,
    pub(super) past: bool,
}

impl<'e> Frame<'e> {
    pub(super) fn new(events: &'e Events<'e>, sentence: u32, numbers: Range<usize>, before: Vec<u32>) -> Self {
        let span = events.sentences.spans[sentence as usize];
        let tokens = token::tokens(events, span, numbers);
        let line = Line::new(events, tokens);
        let groups = actor::groups(&line);
        let (past, when) = recalled(&line);
        Self { line, groups, subject: before, subjects: Vec::new(), when, past }
    }

    /// The subject of the sentence's first verb, for the pronouns of the next one.
    pub(super) fn into_subject(self) -> Vec<u32> {
        match self.subjects.first() {
            Some((_, parties)) => parties.iter().map(|party| party.mention).collect(),
            None => self
                .groups
                .first()
                .map(|group| group.actors.iter().map(|actor| actor.mention).collect())
                .unwrap_or_default(),
        }
    }

    pub(super) fn events(&mut self) -> Vec<Told> {
        let mut told = Vec::new();
        let mut at = 0;
        while at < self.line.tokens.len() {
            let next = match self.line.kind(at) {
                Kind::Mention(_) => at,
                _ => self.at(at, &mut told),
            };
            at = next + 1;
        }
        told
    }

    /// The events of the cues that begin with a token; the last token of what was read.
    fn at(&mut self, at: usize, told: &mut Vec<Told>) -> usize {
        if self.line.phrases(at).is_empty() {
            return at;
        }
        let is_noun = self.is_noun_here(at);
        let form = self.line.form(at).filter(|_| !is_noun);
        let mut verbs: Vec<(u32, usize)> = Vec::new();
        let mut nouns: Vec<(u32, usize)> = Vec::new();
        let mut suffixes: Vec<u32> = Vec::new();
        for &(entry, last) in self.line.phrases(at) {
            let last = last as usize;
            if !is_noun {
                verbs.extend(entry.verbs.iter().map(|&cue| (cue, last)));
            }
            nouns.extend(entry.nouns.iter().map(|&cue| (cue, last)));
            suffixes.extend(&entry.suffixes);
        }
        if let Some(form) = form
            && let Some(end) = self.verb(at, form, &verbs, told)
        {
            return end;
        }
        if let Some(end) = self.noun(at, &nouns, told) {
            return end;
        }
        if at > 0 && self.line.kind(at - 1) == Kind::Hyphen {
            self.suffix(at, &suffixes, told);
        }
        at
    }

    /// Whether what may be a verb stands like a noun: behind an article, a possessive or a preposition.
    fn is_noun_here(&self, at: usize) -> bool {
        let base = self.line.may_be_noun(at);
        let Some(before) = at.checked_sub(1) else { return false };
        base && match self.line.kind(before) {
            Kind::Determiner | Kind::Possessive | Kind::Of | Kind::Preposition | Kind::By => true,
            Kind::Mention(_) => clause::group_at(&self.groups, before).is_some_and(|group| {
                self.groups[group].actors.last().is_some_and(|actor| actor.modifies && actor.last + 1 >= at)
            }),
            _ => false,
        }
    }

    pub(super) fn cue(&self, number: u32) -> &'e Cue {
        &self.line.events.cues.all[number as usize]
    }

    /// The cues that fit, with their last tokens: those of longer phrases first, then the more particular.
    pub(super) fn fitting(&self, cues: &[(u32, usize)]) -> Vec<(&'e Cue, usize)> {
        let mut fitting: Vec<(&Cue, usize)> = Vec::new();
        // Cues of one phrase stand together, and look at the same words behind it.
        for same in cues.chunk_by(|a, b| a.1 == b.1) {
            let last = same[0].1;
            let (near, beside) = (self.words_behind(last, 8), self.words_behind(last, 3));
            let holds = |words: &[u16], wanted: &[u16]| words.iter().any(|word| wanted.binary_search(word).is_ok());
            let fits = |cue: &&Cue| (cue.with.is_empty() || holds(&near, &cue.with)) && !holds(&beside, &cue.not_after);
            fitting.extend(same.iter().map(|&(number, _)| self.cue(number)).filter(fits).map(|cue| (cue, last)));
        }
        fitting.sort_by_key(|&(cue, last)| (std::cmp::Reverse(last), cue.with.is_empty(), cue.event.is_some()));
        fitting
    }

    /// The words that cues ask for among the tokens behind one, up to a break.
    fn words_behind(&self, last: usize, reach: usize) -> Vec<u16> {
        let tokens = last + 1..(last + 1 + reach).min(self.line.tokens.len());
        let tokens = tokens.take_while(|&next| self.line.kind(next) != Kind::Break);
        tokens
            .flat_map(|next| self.line.phrases(next).iter().flat_map(|(entry, _)| entry.words().iter().copied()))
            .collect()
    }

    /// Adds what was found; whether it was anything.
    pub(super) fn tell(
        &self,
        cue: &Cue,
        event: EventType,
        at: usize,
        manner: &Manner,
        found: Vec<(Party, Party)>,
        told: &mut Vec<Told>,
    ) -> bool {
        let cooperative = matches!(event.class(), Class::VerbalCooperation | Class::MaterialCooperation);
        let (event, code, goldstein) = match manner.event {
            Some(EventType::Reject) if event == EventType::Reject => (event, &*cue.code, cue.goldstein),
            Some(EventType::Reject) => (EventType::Reject, "120", -4.0),
            Some(EventType::Threaten) => (EventType::Threaten, "130", -4.4),
            // What is promised is agreed to; what is meant as harm stays what it is, planned.
            Some(EventType::Agree) if event == EventType::Join => (event, &*cue.code, cue.goldstein),
            Some(EventType::Agree) if cooperative => (EventType::Agree, "030", 4.0),
            _ if manner.modality == Modality::Planned && event.class() == Class::MaterialCooperation => {
                (EventType::Agree, "030", 4.0)
            }
            _ => (event, &*cue.code, cue.goldstein),
        };
        let here = |told: &&Told| self.line.tokens[0].span.start <= told.detail.trigger.start;
        let before: Vec<(u32, u32)> =
            told.iter().rev().take_while(here).map(|told| (told.source, told.target)).collect();
        let mut any = false;
        for (source, target) in found {
            if source.mention == target.mention {
                continue;
            }
            any = true;
            let pair = (source.mention, target.mention);
            if manner.fills_in && before.iter().any(|&(a, b)| (a, b) == pair || (b, a) == pair) {
                continue;
            }
            told.push(Told {
                event,
                source: source.mention,
                target: target.mention,
                detail: Detail {
                    trigger: self.line.tokens[at].span,
                    cameo: code.into(),
                    goldstein,
                    modality: manner.modality,
                    attributed_to: None,
                    source_sector: source.sector,
                    target_sector: target.sector,
                    when: self.when,
                },
            });
        }
        any
    }
}
