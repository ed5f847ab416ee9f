//! Who did what to whom: cues and the order of words, without a parser.
//!
//! Five layers, each of which knows only those before it:
//!
//! 1. [`text`]: a sentence becomes tokens, each with what it may mean.
//! 2. [`clause`]: mentions with the nouns that say who acts become actors in lists; left of a verb stands its subject,
//!    right of it whom its deed is done to.
//! 3. [`frame`]: who is meant by those, how a deed is put forward, which cues fit, who says so.
//! 4. [`verb`] and [`noun`]: the events of one cue.
//! 5. [`sentence`]: each cue in its turn, then what only the whole sentence tells.

mod clause;
mod frame;
mod noun;
mod own;
mod sentence;
mod text;
mod told;
mod verb;

pub(crate) use text::Words;
pub(crate) use text::given::Events;

use smallvec::smallvec;

use crate::mention::Named;
use crate::relation::{Evidence, RelationKind, Relations};
use crate::vocabulary::{Class, Modality};
use frame::{Before, Frame};
use text::given::Naming;
use told::Told;

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

impl Events<'_> {
    /// Adds the events, by source, target and type.
    pub(crate) fn find(&self, named: &Named, relations: &mut Relations) {
        let mut told: Vec<Told> = Vec::with_capacity(self.mentions.len() / 4);
        let mut frame = Frame::new(self);
        let mut before = Before::default();
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
        told.retain(|told| self.is_told(told, named));
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
    fn of_nobody(&self, frame: &mut Frame<'_>, last: &Naming, before: Before, told: &mut Vec<Told>) {
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
    fn is_told(&self, told: &Told, named: &Named) -> bool {
        let done = !matches!(
            told.detail.modality,
            Modality::Threatened | Modality::Asked | Modality::Denied | Modality::Hypothetical
        );
        let (source, target) = (&self.mentions[told.source as usize], &self.mentions[told.target as usize]);
        let home = || match told.event.class() {
            Class::VerbalConflict => self.is_at_home(source, target, named),
            Class::VerbalCooperation | Class::MaterialCooperation => {
                self.is_own(source, target) || self.is_at_home(source, target, named)
            }
            Class::MaterialConflict => false,
        };
        let same = source.entity == target.entity || self.is_of(source, target) || self.is_of(target, source) || home();
        !same && (done || self.all_modalities)
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
