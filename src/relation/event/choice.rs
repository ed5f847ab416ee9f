//! The cues that are spelled alike, and which of them fit the words behind.

use std::collections::HashMap;
use std::num::NonZeroU32;

use smallvec::SmallVec;

use super::bits::Bits;
use super::line::Line;
use crate::lexicon::Cues;
use crate::vocabulary::EventType;
use crate::word::WordHash;

/// Cues that are spelled alike. Dozens may be ("order a halt", "order troops"): the words behind name those that fit,
/// so that not each is asked in turn.
#[derive(Clone, Debug)]
#[repr(align(128))]
pub(super) struct Choice {
    /// The cues, the more particular first: those that ask for a word, then those that are no event.
    cues: SmallVec<[u32; 4]>,
    /// The place from which on they ask for none.
    undemanding: u16,
    /// The words of which one must follow, with the places of the cues that ask for them.
    wanted: Index,
    /// The words that must not follow, with the places of the cues that they undo.
    unwanted: Option<Box<Index>>,
}

/// The choices of all spellings. The forms of a verb share one.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    all: Vec<Choice>,
    numbers: HashMap<Vec<u32>, ChoiceNumber, WordHash>,
}

/// The number of a choice, from 1 on.
pub(super) type ChoiceNumber = NonZeroU32;

impl Choices {
    /// The number of the choice between cues; `None` between none.
    pub(super) fn add(&mut self, numbers: Vec<u32>, cues: &Cues) -> Option<ChoiceNumber> {
        if numbers.is_empty() {
            return None;
        }
        if let Some(&known) = self.numbers.get(&numbers) {
            return Some(known);
        }
        self.all.push(Choice::new(numbers.clone(), cues));
        let new = ChoiceNumber::new(self.all.len() as u32)?;
        self.numbers.insert(numbers, new);
        Some(new)
    }

    pub(super) fn numbered(&self, number: ChoiceNumber) -> &Choice {
        &self.all[number.get() as usize - 1]
    }
}

/// Words with places.
#[derive(Clone, Debug)]
struct Index {
    /// In buckets, by their last bits.
    words: Box<[(u16, u16)]>,
    /// Where each bucket starts, and where the last one ends.
    starts: Box<[u16]>,
    /// The words alone.
    bits: Bits<4>,
}

/// Places of cues, as bits.
type Places = u128;

impl Choice {
    fn new(mut numbers: Vec<u32>, cues: &Cues) -> Self {
        assert!(numbers.len() < Places::BITS as usize, "too many cues are spelled alike");
        let cue = |&number: &u32| &cues.all[number as usize];
        let demand = |&number: &u32| &cues.demands[number as usize];
        // Joining and leaving ask for a bloc, and so are the more particular.
        let of_bloc = |number: &u32| matches!(cue(number).event, Some(EventType::Join | EventType::Withdraw));
        numbers.sort_by_key(|number| (!cue(number).demands, cue(number).event.is_some(), !of_bloc(number)));
        let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
        for (place, demand) in (0u16..).zip(numbers.iter().map(demand)) {
            wanted.extend(demand.with.iter().map(|&word| (word, place)));
            unwanted.extend(demand.not_after.iter().map(|&word| (word, place)));
        }
        let undemanding = numbers.iter().take_while(|number| cue(number).demands).count() as u16;
        let unwanted = (!unwanted.is_empty()).then(|| Box::new(Index::new(&unwanted)));
        Self { cues: numbers.into(), undemanding, wanted: Index::new(&wanted), unwanted }
    }

    /// All cues of the choice.
    pub(super) fn all(&self) -> impl Iterator<Item = u32> + use<'_> {
        self.cues.iter().copied()
    }

    /// Calls `found` with the cues that fit the words behind a token, or also so many before the first one, where the
    /// object went before.
    pub(super) fn fitting(
        &self,
        line: &Line<'_>,
        last: usize,
        (first, reach): (usize, usize),
        mut found: impl FnMut(u32),
    ) {
        let mut fitting: Places = !0 << self.undemanding;
        if !self.wanted.words.is_empty() {
            line.asked_for_behind(last, 8).for_each(|word| fitting |= self.wanted.places(word));
            if reach > 0 {
                line.asked_for_before(first, reach).for_each(|word| fitting |= self.wanted.places(word));
            }
        }
        if let Some(unwanted) = &self.unwanted {
            line.asked_for_behind(last, 3).for_each(|word| fitting &= !unwanted.places(word));
        }
        // Those beyond the last one are none.
        fitting &= !(!0 << (self.cues.len() - 1) << 1);
        while fitting != 0 {
            found(self.cues[fitting.trailing_zeros() as usize]);
            fitting &= fitting - 1;
        }
    }
}

impl Index {
    /// Puts each word in its bucket: sorting them would take longer.
    fn new(listed: &[(u16, u16)]) -> Self {
        let buckets = (listed.len() / 2).next_power_of_two();
        let bucket = |word: u16| usize::from(word) & (buckets - 1);
        let mut bits = Bits::EMPTY;
        let mut starts = vec![0; buckets + 1];
        for &(word, _) in listed {
            bits.add(word.into());
            starts[bucket(word)] += 1;
        }
        let mut after = 0;
        for start in &mut starts {
            after += *start;
            *start = after;
        }
        // Each bucket is filled from its end, until its start is left.
        let mut words = vec![(0, 0); listed.len()];
        for &(word, place) in listed {
            let start = &mut starts[bucket(word)];
            *start -= 1;
            words[usize::from(*start)] = (word, place);
        }
        Self { words: words.into(), starts: starts.into(), bits }
    }

    /// The places of a word.
    #[inline]
    fn places(&self, word: u16) -> Places {
        if self.bits.may_hold(word.into()) { self.find(word) } else { 0 }
    }

    fn find(&self, word: u16) -> Places {
        let bucket = usize::from(word) & (self.starts.len() - 2);
        let near = &self.words[usize::from(self.starts[bucket])..usize::from(self.starts[bucket + 1])];
        near.iter().filter(|&&(other, _)| other == word).fold(0, |places, &(_, place)| places | 1 << place)
    }
}
