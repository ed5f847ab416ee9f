//! Words of belonging before a noun that describes a group, and the state that is said to belong: "withdrawal from the
//! bloc", "wants to join the alliance".

use super::EntityRef;
use super::context::word_before;
use super::description::Descriptions;
use crate::span::Span;
use crate::vocabulary::{Form, Kind, Status};
use crate::word::WordList;

/// Verbs and nouns of one who belongs.
#[rustfmt::skip]
static OWN: WordList<128> = WordList::new(&[
    "exit", "exited", "exiting", "expelled", "left", "leave", "leaves", "leaving", "member", "members", "pull", "pulled", "pulling",
    "quit", "quits", "quitting", "remain", "remained", "remaining", "remains", "stay", "stayed", "staying", "suspended", "withdraw",
    "withdrawal", "withdrawing", "withdrawn", "withdraws", "withdrew",
]);

/// Verbs and nouns of one who does not belong yet.
#[rustfmt::skip]
static OTHERS: WordList<32> = WordList::new(&[
    "accede", "accession", "enter", "entering", "entry", "join", "joined", "joining", "joins",
]);

/// What may stand between such a word and the noun's article.
static BETWEEN: WordList<16> = WordList::new(&["from", "in", "inside", "of", "out", "to", "within"]);

/// Of whom it is said that they belong, or do not yet.
#[derive(Clone, Copy)]
pub(super) struct Belonging {
    state: u32,
    belongs: bool,
}

impl Belonging {
    /// What the words before the noun say, and of whom: of the state named last before them in the sentence, and of whoever
    /// leads it.
    pub(super) fn before(descriptions: &Descriptions<'_>, noun: Span) -> Option<Self> {
        let text = descriptions.text;
        let mut word = word_before(text, noun.start)?;
        // The noun's article, what stands between, the verb.
        let mut verb = None;
        for _ in 0..4 {
            word = word_before(text, word.start)?;
            let written = word.of(text);
            if OWN.holds(written) || OTHERS.holds(written) {
                verb = Some((word, OWN.holds(written)));
                break;
            }
            if !BETWEEN.holds(written) {
                return None;
            }
        }
        let (verb, belongs) = verb?;
        let before = descriptions.of_sentence(descriptions.sentences.at(noun.start));
        let before = before.take_while(|mention| mention.span.end <= verb.start);
        let doers = before.filter(|mention| mention.form != Form::Place).filter_map(|mention| mention.entity.index());
        let state = doers.filter_map(|index| descriptions.state_of(index)).last()?;
        Some(Self { state, belongs })
    }

    /// Whether it can be said so of the group.
    pub(super) fn holds(self, descriptions: &Descriptions<'_>, group: EntityRef) -> bool {
        descriptions.belongs(self.state, group) == self.belongs
    }
}

impl Descriptions<'_> {
    /// The state itself, or that of which the person holds an office.
    fn state_of(&self, index: u32) -> Option<u32> {
        let record = self.data.record(index);
        match record.kind {
            Kind::State => Some(index),
            Kind::Leader => {
                let in_office =
                    record.offices.iter().find(|term| self.date.is_some_and(|date| term.period.holds_on(date)));
                in_office.map(|term| term.of).filter(|&of| self.data.record(of).kind == Kind::State)
            }
            _ => None,
        }
    }

    /// Whether a state belongs to a group on the article's date.
    pub(super) fn belongs(&self, state: u32, group: EntityRef) -> bool {
        group.index().is_some_and(|group| {
            self.data.record(group).members.iter().any(|spell| {
                spell.entity == state
                    && matches!(spell.status, Status::Member | Status::Suspended)
                    && self.date.is_none_or(|date| spell.period.holds_on(date))
            })
        })
    }
}
