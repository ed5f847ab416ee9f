//! The cues that are spelled alike, and which of them fit the words behind.

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
    /// The words of which one must follow, and the places of the cues that ask for them; sorted.
    wanted: Box<[(u16, u16)]>,
    /// The words that must not follow, and the places of the cues that they undo; sorted.
    unwanted: Box<[(u16, u16)]>,
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
        wanted.sort_unstable();
        unwanted.sort_unstable();
        let undemanding = numbers.iter().take_while(|number| !cue(number).with.is_empty()).count() as u16;
        Self { cues: numbers.into(), undemanding, wanted: wanted.into(), unwanted: unwanted.into() }
    }

    /// The cues that fit the words behind a token, or also those before the first one, where the object went before.
    pub(super) fn fitting(
        &self,
        line: &Line<'_>,
        last: usize,
        before: Option<usize>,
    ) -> impl Iterator<Item = u32> + use<'_> {
        let undone = named(&self.unwanted, line.words_behind(last, 3));
        let earlier = before.into_iter().flat_map(|first| line.words_before(first, 6));
        let places = named(&self.wanted, line.words_behind(last, 8).chain(earlier));
        let places = places.into_iter().chain(self.undemanding..self.cues.len() as u16);
        places.filter(move |place| !undone.contains(place)).map(|place| self.cues[usize::from(place)])
    }
}

/// The places that the words name in a sorted list, in order.
fn named(list: &[(u16, u16)], words: impl Iterator<Item = u16>) -> Vec<u16> {
    let mut places = Vec::new();
    if list.is_empty() {
        return places;
    }
    for word in words {
        let from = list.partition_point(|&(other, _)| other < word);
        places.extend(list[from..].iter().take_while(|&&(other, _)| other == word).map(|&(_, place)| place));
    }
    places.sort_unstable();
    places.dedup();
    places
}
