//! The events of one sentence: each cue with its source and target.

use std::ops::Range;

use super::actor::{self, Group};
use super::choice::Choice;
use super::clause;
use super::line::Line;
use super::manner::{Manner, recalled};
use super::party::Party;
use super::token::Kind;
use super::words::Entry;
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
    pub(super) fn new(events: &'e Events<'e>) -> Self {
        Self {
            line: Line::new(events),
            groups: Vec::new(),
            subject: Vec::new(),
            subjects: Vec::new(),
            when: None,
            past: false,
        }
    }

    /// Reads a sentence, in place of the one before, whose subject is given, that holds the mentions of those numbers.
    pub(super) fn read(&mut self, sentence: u32, numbers: Range<usize>, before: Vec<u32>) {
        self.line.read(self.line.events.sentences.spans[sentence as usize], numbers);
        self.groups = actor::groups(&self.line);
        self.subject = before;
        self.subjects.clear();
        (self.past, self.when) = recalled(&self.line);
    }

    /// The subject of the sentence's first verb, for the pronouns of the next one.
    pub(super) fn subject_of_all(&self) -> Vec<u32> {
        match self.subjects.first() {
            Some((_, parties)) => parties.iter().map(|party| party.mention).collect(),
            None => self
                .groups
                .first()
                .map(|group| group.actors.iter().map(|actor| actor.mention).collect())
                .unwrap_or_default(),
        }
    }

    /// Adds the sentence's events.
    pub(super) fn events(&mut self, told: &mut Vec<Told>) {
        let mut at = 0;
        while at < self.line.tokens.len() {
            let last = match self.line.kind(at) {
                Kind::Mention(_) => at,
                _ => self.at(at, told),
            };
            at = last + 1;
        }
    }

    /// The events of the cues that begin with a token; the last token of what was read.
    fn at(&mut self, at: usize, told: &mut Vec<Told>) -> usize {
        if self.line.phrases(at).is_empty() {
            return at;
        }
        let is_noun = self.is_noun_here(at);
        let form = self.line.form(at).filter(|_| !is_noun);
        if let Some(form) = form
            && let Some(end) = self.verb(at, form, told)
        {
            return end;
        }
        if let Some(end) = self.noun(at, told) {
            return end;
        }
        if at > 0 && self.line.kind(at - 1) == Kind::Hyphen {
            self.suffix(at, told);
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

    /// The cues of a token's phrases that fit, with their last tokens: those of longer phrases first, then the more
    /// particular.
    pub(super) fn fitting<'f>(
        &'f self,
        at: usize,
        choice: fn(&Entry) -> &Choice,
    ) -> impl Iterator<Item = (&'e Cue, usize)> + use<'f, 'e> {
        self.line.phrases(at).iter().flat_map(move |&(entry, last)| {
            let last = last as usize;
            choice(entry).fitting(&self.line, last).map(move |cue| (self.cue(cue), last))
        })
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
        let start = self.line.tokens[0].span.start;
        let earlier = told.len() - told.iter().rev().take_while(|told| start <= told.detail.trigger.start).count();
        let known = earlier..told.len();
        let mut any = false;
        for (source, target) in found {
            if source.mention == target.mention {
                continue;
            }
            any = true;
            let pair = (source.mention, target.mention);
            let is_known = |told: &Told| pair == (told.source, told.target) || pair == (told.target, told.source);
            if manner.fills_in && told[known.clone()].iter().any(is_known) {
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
