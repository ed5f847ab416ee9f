//! Who did what to whom: cues and the order of words, without a parser.
//!
//! A sentence becomes [tokens](token), mentions with the nouns that say who acts become [actors](actor) in
//! [lists](group); left of a cue stands in its [clause] the [subject], past what stands [aside], right of it its [object].
//! A [frame] asks each [verb], [noun](nominal) and [epithet] for its events, how [ties] stand, in which [manner] they are
//! put forward, and [who says so](speech).

mod actor;
mod addressee;
mod answer;
mod apposition;
mod around;
mod arrival;
mod aside;
mod behind;
mod bidding;
mod bits;
mod carried;
mod charge;
mod choice;
mod clause;
mod custody;
mod deed;
mod doer;
mod epithet;
mod farther;
mod fitting;
mod frame;
mod group;
mod handover;
mod joined;
mod kind;
mod letters;
mod line;
mod manner;
mod means;
mod mediation;
mod nominal;
mod object;
mod occasion;
mod opposed;
mod party;
mod passive;
mod phrases;
mod pronoun;
mod reader;
mod reduced;
mod relative;
mod remark;
mod reply;
mod signs;
mod speech;
mod subject;
mod table;
mod taking_place;
mod threat;
mod ties;
mod token;
mod undergoing;
mod usual;
mod verb;
mod verdict;
mod walk;
mod warning;
mod words;

pub(crate) use words::Words;

use std::ops::Range;

use smallvec::smallvec;

use crate::article::Sentences;
use crate::date::PartialDate;
use crate::gazetteer::{Data, Term};
use crate::lexicon::Cues;
use crate::mention::{EntityRef, Mention, Named};
use crate::relation::{Evidence, RelationKind, Relations};
use crate::span::Span;
use crate::vocabulary::{CameoCode, EventType, Kind, Modality, Sector};

/// What the evidence of an event says beside where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Detail {
    /// The words that signal it.
    pub(crate) trigger: Span,
    pub(crate) cameo: CameoCode,
    pub(crate) goldstein: f32,
    pub(crate) modality: Modality,
    /// The mention of who says so.
    pub(crate) attributed_to: Option<u32>,
    pub(crate) source_sector: Option<Sector>,
    pub(crate) target_sector: Option<Sector>,
    /// The year of what is only recalled.
    pub(crate) when: Option<i16>,
}

/// Whether the letter h at `at` is that of "they", "both", "the two", or of another word for two who were named.
fn may_mean_two(text: &str, at: usize) -> bool {
    let behind = &text.as_bytes()[at + 1..];
    match behind.first() {
        Some(b'e') => ["ey ", "e two ", "e pair ", "e former ", "e latter "]
            .iter()
            .any(|rest| behind.starts_with(rest.as_bytes())),
        Some(b' ') => text.as_bytes()[..at].ends_with(b"ot"),
        _ => false,
    }
}

/// An event as a sentence tells it.
#[derive(Clone, Debug)]
struct Told {
    event: EventType,
    source: u32,
    target: u32,
    detail: Detail,
}

/// A sentence, with the numbers of the mentions that it holds.
struct Naming {
    sentence: u32,
    mentions: Range<usize>,
    /// The only entity that it names.
    only: Option<EntityRef>,
}

/// Finds the events of one article.
pub(crate) struct Events<'e> {
    pub(crate) data: &'e Data,
    pub(crate) cues: &'e Cues,
    pub(crate) words: &'e Words,
    pub(crate) text: &'e str,
    pub(crate) sentences: &'e Sentences,
    pub(crate) mentions: &'e [Mention],
    pub(crate) date: Option<PartialDate>,
    /// Whether to keep what is only threatened, asked, denied or hypothetical.
    pub(crate) all_modalities: bool,
}

impl Events<'_> {
    /// Adds the events, by source, target and type.
    pub(crate) fn find(&self, named: &Named, relations: &mut Relations) {
        let mut told: Vec<Told> = Vec::with_capacity(self.mentions.len() / 4);
        let mut frame = frame::Frame::new(self);
        let mut before = frame::Before::default();
        let mut last: Option<Naming> = None;
        for naming in self.sentences_that_name() {
            if let Some(last) = last.filter(|last| last.sentence + 1 != naming.sentence) {
                self.of_nobody(&mut frame, &last, std::mem::take(&mut before), &mut told);
            }
            // One entity alone does nothing to another, unless a pronoun stands for that of the sentence before.
            let same = |&number: &u32| naming.only == Some(self.mentions[number as usize].entity);
            if naming.only.is_some() && before.subject.iter().all(same) && before.pair.iter().all(same) {
                before.subject = smallvec![naming.mentions.start as u32];
                before.pair.clear();
            } else {
                frame.turn_to(&naming, std::mem::take(&mut before));
                frame.events(&mut told);
                before = frame.before_next();
            }
            last = Some(naming);
        }
        if let Some(last) = last {
            self.of_nobody(&mut frame, &last, before, &mut told);
        }
        told.retain(|told| self.is_told(told));
        self.relate(told, named, relations);
    }

    /// The sentences that name somebody.
    fn sentences_that_name(&self) -> impl Iterator<Item = Naming> {
        let mut first = 0;
        self.mentions.chunk_by(|a, b| a.sentence == b.sentence).map(move |group| {
            let entity = group[0].entity;
            let only = group.iter().all(|mention| mention.entity == entity).then_some(entity);
            let mentions = first..first + group.len();
            first = mentions.end;
            Naming { sentence: group[0].sentence, mentions, only }
        })
    }

    /// The events of a sentence that names nobody, behind one that names two: "On Monday they met".
    fn of_nobody(&self, frame: &mut frame::Frame<'_>, last: &Naming, before: frame::Before, told: &mut Vec<Told>) {
        let end = last.mentions.end;
        let naming = Naming { sentence: last.sentence + 1, mentions: end..end, only: None };
        let Some(span) = self.sentences.spans.get(naming.sentence as usize) else { return };
        let text = span.of(self.text);
        let speaks_of_two = || memchr::memchr_iter(b'h', text.as_bytes()).any(|at| may_mean_two(text, at));
        if (before.pair.len() == 2 || before.subject.len() > 1) && speaks_of_two() {
            frame.turn_to(&naming, before);
            frame.events(told);
        }
    }

    /// Whether it makes an edge: no self-loops, and only what is put forward as done, planned or said.
    fn is_told(&self, told: &Told) -> bool {
        let done = !matches!(
            told.detail.modality,
            Modality::Threatened | Modality::Asked | Modality::Denied | Modality::Hypothetical
        );
        let (source, target) = (&self.mentions[told.source as usize], &self.mentions[told.target as usize]);
        let same = source.entity == target.entity || self.is_of(source, target) || self.is_of(target, source);
        !same && (done || self.all_modalities)
    }

    /// Whether a person holds an office of a state on the article's date: what the one does to the other, the state does to
    /// itself.
    fn is_of(&self, person: &Mention, state: &Mention) -> bool {
        let (Some(person), Some(state)) = (person.entity.index(), state.entity.index()) else { return false };
        let holds = |term: &Term| term.of == state && self.date.is_none_or(|date| term.period.holds_on(date));
        self.data.record(state).kind == Kind::State && self.data.record(person).offices.iter().any(holds)
    }

    /// The events that were told, one relation of each two entities and type.
    fn relate(&self, mut told: Vec<Told>, named: &Named, relations: &mut Relations) {
        let entity = |mention: u32| named.of_mention(mention as usize);
        let key = |told: &Told| (entity(told.source), entity(told.target), told.event);
        told.sort_by_key(|told| (key(told), told.detail.trigger, told.source, told.target));
        told.dedup_by(|b, a| key(a) == key(b) && a.detail.trigger.overlaps(b.detail.trigger));
        for group in told.chunk_by(|a, b| key(a) == key(b)) {
            let (source, target, event) = key(&group[0]);
            relations.begin((source, target), RelationKind::Event(event));
            for told in group {
                relations.add_evidence(self.evidence(told));
            }
        }
    }

    fn evidence(&self, told: &Told) -> Evidence {
        let sentence = self.sentences.at(told.detail.trigger.start);
        Evidence {
            window: self.sentences.spans[sentence],
            sentence: sentence as u32,
            source: told.source,
            target: told.target,
            micro_weight: 0,
            event: Some(Box::new(told.detail.clone())),
        }
    }
}
