//! The cues that are spelled alike, and which of them fit the words behind.

use std::iter::once_with;
use std::ops::Range;

use super::line::Line;
use crate::lexicon::Cues;
use crate::vocabulary::EventType;

/// Cues that are spelled alike. Dozens may be ("order a halt", "order troops"): the words behind name those that fit,
/// so that not each is asked in turn.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// The cues, the more particular first: those that ask for a word, then those that are no event.
    cues: Box<[u32]>,
    /// The place from which on they ask for none.
    undemanding: u16,
    /// The words of which one must follow, with the places of the cues that ask for them.
    wanted: Index,
    /// The words that must not follow, with the places of the cues that they undo.
    unwanted: Index,
}

/// Words with places.
#[derive(Clone, Debug, Default)]
struct Index {
    sorted: Box<[(u16, u16)]>,
    /// The words as bits, by the end of their numbers: most of a text's words are told by them to be none of these.
    bits: u64,
}

impl Choice {
    pub(super) fn new(mut numbers: Vec<u32>, cues: &Cues) -> Self {
        let cue = |&number: &u32| &cues.all[number as usize];
        // Joining and leaving ask for a bloc, and so are the more particular.
        let of_bloc = |number: &u32| matches!(cue(number).event, Some(EventType::Join | EventType::Withdraw));
        numbers.sort_by_key(|number| (cue(number).with.is_empty(), cue(number).event.is_some(), !of_bloc(number)));
        let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
        for (place, cue) in (0u16..).zip(numbers.iter().map(cue)) {
            wanted.extend(cue.with.iter().map(|&word| (word, place)));
            unwanted.extend(cue.not_after.iter().map(|&word| (word, place)));
        }
        let undemanding = numbers.iter().take_while(|number| !cue(number).with.is_empty()).count() as u16;
        Self { cues: numbers.into(), undemanding, wanted: Index::new(wanted), unwanted: Index::new(unwanted) }
    }

    /// The cues that fit the words behind a token, or also those before the first one, where the object went before.
    pub(super) fn fitting(
        &self,
        line: &Line<'_>,
        last: usize,
        before: Option<usize>,
    ) -> impl Iterator<Item = u32> + use<'_> {
        let undone = self.unwanted.places(line, once_with(|| line.behind(last, 3)));
        let earlier = before.into_iter().map(|first| line.before(first, 6));
        let places = self.wanted.places(line, once_with(|| line.behind(last, 8)).chain(earlier));
        let places = places.into_iter().chain(self.undemanding..self.cues.len() as u16);
        places.filter(move |place| !undone.contains(place)).map(|place| self.cues[usize::from(place)])
    }
}

impl Index {
    fn new(mut words: Vec<(u16, u16)>) -> Self {
        words.sort_unstable();
        let bits = words.iter().fold(0, |bits, &(word, _)| bits | bit(word));
        Self { sorted: words.into(), bits }
    }

    /// The places of the words that stand in stretches of tokens, in order.
    fn places(&self, line: &Line<'_>, stretches: impl Iterator<Item = Range<usize>>) -> Vec<u16> {
        let mut places = Vec::new();
        if self.sorted.is_empty() {
            return places;
        }
        for at in stretches.flatten() {
            for &word in line.asked_for(at).iter().filter(|&&word| self.bits & bit(word) != 0) {
                let from = self.sorted.partition_point(|&(other, _)| other < word);
                let same = self.sorted[from..].iter().take_while(|&&(other, _)| other == word);
                places.extend(same.map(|&(_, place)| place));
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

fn bit(word: u16) -> u64 {
    1 << (word % 64)
}
