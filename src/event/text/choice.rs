//! The cues that are spelled alike, and which of them fit the words behind.
//!
//! Each verb and noun of a text asks for its cues, and memory is slow: what is asked first of a choice stands in one line
//! of it, the rest of all choices in a few tables without holes.

use std::collections::HashMap;
use std::num::NonZeroU16;

use super::bits::Bits;
use super::line::Line;
use crate::lexicon::Cues;
use crate::vocabulary::EventType;
use crate::word::WordHash;

/// Cues that are spelled alike. Dozens may be ("order a halt", "order troops"): the words behind name those that fit,
/// so that not each is asked in turn.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Choice {
    /// The words that cues ask for.
    may_want: Bits<4>,
    /// The words of which one must follow, with the cues that ask for them.
    wanted: Index,
    /// The words that must not follow, with the cues that they undo.
    unwanted: Index,
    /// From where on the cues are listed, the more particular first: those that ask for a word, then those that are no
    /// event.
    first: u32,
    count: u8,
    /// The place from which on they ask for none.
    undemanding: u8,
}

/// The choices of all spellings. The forms of a verb share one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    all: Vec<Choice>,
    /// The cues of each choice in turn.
    cues: Vec<u32>,
    /// The words of all indices.
    slots: Vec<Slot>,
    /// Four bits for each slot, one of which each word sets: most words that an index does not hold are known by them, and
    /// they take an eighth of the memory.
    bits: Vec<u8>,
    /// The places of cues that words stand for, by their numbers, where they do not fit into slots.
    places: Vec<Places>,
    known: Known,
}

/// What was added already, by its number.
#[derive(Clone, Debug, Default)]
struct Known {
    choices: HashMap<Vec<u32>, ChoiceNumber, WordHash>,
    places: HashMap<Places, u16, WordHash>,
    /// By the words with their places: many choices are between cues that ask for the same.
    indices: HashMap<Vec<(u16, u8)>, Index, WordHash>,
    words: Gathered,
}

/// Of each word where it stands in the list that is being gathered, from 1 on, or 0.
#[derive(Clone, Debug, Default)]
struct Gathered(Vec<u16>);

impl Gathered {
    /// The words, each once with all its places.
    fn gather(&mut self, listed: &[(u16, u8)]) -> Vec<(u16, Places)> {
        let mut words: Vec<(u16, Places)> = Vec::new();
        for &(word, place) in listed {
            if self.0.len() <= word.into() {
                self.0.resize(usize::from(word) + 1, 0);
            }
            let at = &mut self.0[usize::from(word)];
            if *at == 0 {
                words.push((word, 0));
                *at = words.len() as u16;
            }
            words[usize::from(*at) - 1].1 |= 1 << place;
        }
        words.iter().for_each(|&(word, _)| self.0[usize::from(word)] = 0);
        words
    }
}

/// The number of a choice, from 1 on.
pub(crate) type ChoiceNumber = NonZeroU16;

/// Places of cues in a choice, as bits.
type Places = u128;

/// Words with places: open addressing in some of the slots.
#[derive(Clone, Copy, Debug)]
struct Index {
    first: u32,
    /// How many slots there are, less one: a power of two; or `u16::MAX` where it holds no word.
    mask: u16,
    /// Whether all places fit into slots.
    is_narrow: bool,
}

impl Index {
    /// The bit of a word, in its byte.
    #[inline]
    const fn bit(self, word: u16) -> (usize, u8) {
        let bit = 4 * self.first as usize + (slot_of(word) & (4 * self.mask as usize + 3));
        (bit / 8, 1 << (bit % 8))
    }
}

/// A word, and its places, or the number of these.
#[derive(Clone, Copy, Debug)]
struct Slot {
    word: u16,
    places: u16,
}

impl Slot {
    const VACANT: Self = Self { word: u16::MAX, places: 0 };
}

/// The slot from which on a word stands, before it is cut to the slots that there are. Words that cues ask for together
/// have numbers in a row, which would stand in a row too.
const fn slot_of(word: u16) -> usize {
    (word as u32).wrapping_mul(0x9e37_79b1) as usize >> 16
}

impl Choices {
    /// The number of the choice between cues; `None` between none.
    pub(crate) fn add(&mut self, mut numbers: Vec<u32>, cues: &Cues) -> Option<ChoiceNumber> {
        if numbers.is_empty() {
            return None;
        }
        if let Some(&known) = self.known.choices.get(&numbers) {
            return Some(known);
        }
        let new = u16::try_from(self.all.len() + 1).ok().and_then(ChoiceNumber::new);
        let new = new.expect("there are fewer choices than numbers");
        self.known.choices.insert(numbers.clone(), new);
        assert!(numbers.len() < Places::BITS as usize, "too many cues are spelled alike");
        let cue = |&number: &u32| &cues.all[number as usize];
        let demand = |&number: &u32| &cues.demands[number as usize];
        // Joining and leaving ask for a bloc, and so are the more particular.
        let of_bloc = |number: &u32| matches!(cue(number).event, Some(EventType::Join | EventType::Withdraw));
        // "order … to" says less than "order … to leave".
        let is_vague = |number: &u32| demand(number).with.first() == Some(&Cues::TO);
        numbers.sort_by_key(|number| {
            (!cue(number).demands, cue(number).event.is_some(), !of_bloc(number), is_vague(number))
        });
        let (mut wanted, mut unwanted, mut may_want) = (Vec::new(), Vec::new(), Bits::EMPTY);
        for (place, demand) in (0u8..).zip(numbers.iter().map(demand)) {
            demand.with.iter().for_each(|&word| may_want.add(word.into()));
            wanted.extend(demand.with.iter().map(|&word| (word, place)));
            unwanted.extend(demand.not_after.iter().map(|&word| (word, place)));
        }
        let (wanted, unwanted) = (self.index(&wanted), self.index(&unwanted));
        self.all.push(Choice {
            may_want,
            wanted,
            unwanted,
            first: self.cues.len() as u32,
            count: numbers.len() as u8,
            undemanding: numbers.iter().take_while(|number| cue(number).demands).count() as u8,
        });
        self.cues.extend(numbers);
        Some(new)
    }

    /// Puts words in slots of their own, with the places of each.
    fn index(&mut self, listed: &[(u16, u8)]) -> Index {
        let first = self.slots.len();
        if listed.is_empty() {
            return Index { first: 0, mask: u16::MAX, is_narrow: true };
        }
        if let Some(&known) = self.known.indices.get(listed) {
            return known;
        }
        let words = self.known.words.gather(listed);
        let count = (words.len() * 4 / 3 + 1).next_power_of_two();
        let is_narrow = words.iter().all(|&(_, places)| places <= u16::MAX.into());
        let index = Index { first: first as u32, mask: (count - 1) as u16, is_narrow };
        self.known.indices.insert(listed.to_vec(), index);
        self.slots.resize(first + count, Slot::VACANT);
        self.bits.resize(self.slots.len().div_ceil(2), 0);
        for (word, places) in words {
            let places = if is_narrow { places as u16 } else { self.number_of(places) };
            let vacant = (slot_of(word)..).map(|slot| first + (slot & (count - 1)));
            let vacant = vacant.into_iter().find(|&slot| self.slots[slot].word == u16::MAX);
            self.slots[vacant.unwrap_or(first)] = Slot { word, places };
            let (byte, bit) = index.bit(word);
            self.bits[byte] |= bit;
        }
        index
    }

    /// The number of places, a new one where they had none.
    fn number_of(&mut self, places: Places) -> u16 {
        let new = u16::try_from(self.places.len()).expect("there are few ways to fit");
        let number = *self.known.places.entry(places).or_insert(new);
        if number == new {
            self.places.push(places);
        }
        number
    }

    /// The places that a word stands for.
    #[inline]
    fn places(&self, index: Index, word: u16) -> Places {
        let (byte, bit) = index.bit(word);
        if self.bits[byte] & bit == 0 {
            return 0;
        }
        let slots = &self.slots[index.first as usize..][..=usize::from(index.mask)];
        let mut slot = slot_of(word);
        loop {
            let here = slots[slot & usize::from(index.mask)];
            if here.word == word {
                return match index.is_narrow {
                    true => here.places.into(),
                    false => self.places[usize::from(here.places)],
                };
            }
            if here.word == Slot::VACANT.word {
                return 0;
            }
            slot += 1;
        }
    }

    /// Forgets what only adding asks for.
    pub(super) fn forget(&mut self) {
        self.known = Known::default();
    }

    fn numbered(&self, number: ChoiceNumber) -> &Choice {
        &self.all[usize::from(number.get()) - 1]
    }

    /// All cues of a choice.
    pub(crate) fn all(&self, number: ChoiceNumber) -> &[u32] {
        let choice = self.numbered(number);
        &self.cues[choice.first as usize..][..usize::from(choice.count)]
    }

    /// Calls `found` with the cues of a choice that fit the words behind a token, or also so many before the first one,
    /// where the object went before.
    pub(crate) fn fitting(
        &self,
        number: ChoiceNumber,
        line: &Line<'_>,
        last: usize,
        (first, reach): (usize, usize),
        mut found: impl FnMut(u32),
    ) {
        let choice = self.numbered(number);
        let mut fitting: Places = !0 << choice.undemanding;
        if choice.wanted.mask != u16::MAX {
            let may_be_wanted = |word: u16| choice.may_want.may_hold(word.into());
            let mut add = |word: u16| fitting |= self.places(choice.wanted, word);
            line.asked_for_behind(last, 8, may_be_wanted, &mut add);
            if reach > 0 {
                line.asked_for_before(first, reach).filter(|&word| may_be_wanted(word)).for_each(add);
            }
        }
        if choice.unwanted.mask != u16::MAX {
            line.asked_for_behind(last, 3, |_| true, |word| fitting &= !self.places(choice.unwanted, word));
        }
        // Those beyond the last one are none.
        fitting &= !(!0 << (choice.count - 1) << 1);
        while fitting != 0 {
            found(self.cues[choice.first as usize + fitting.trailing_zeros() as usize]);
            fitting &= fitting - 1;
        }
    }
}
