//! What stands before an automaton: may anything begin here, and from where on need it be walked?
//!
//! Most words of a text begin no name. One look into a table of bits tells that of nearly all of them, where the
//! automaton would take as many steps as the word has letters.

use aho_corasick::automaton::StateID;

use crate::sieve::Sieve;
use crate::word::{first, first_eight, leading_letters};

/// A few bytes as a number, with its hash, which all tables share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    bytes: u64,
    pub(super) hash: u64,
}

impl Opening {
    #[inline]
    pub(super) fn new(bytes: u64) -> Self {
        Self { bytes, hash: (bytes ^ bytes >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) }
    }

    /// Where it stands in a table with open addressing, of a power of two slots, or where it would: the first slot from its
    /// own on that is found to be `its`, or vacant.
    #[inline]
    pub(super) fn slot<T: Copy>(self, slots: &[T], is_its: impl Fn(T) -> bool) -> usize {
        let mut slot = (self.hash >> 32) as usize & (slots.len() - 1);
        while !is_its(slots[slot]) {
            slot = (slot + 1) & (slots.len() - 1);
        }
        slot
    }
}

/// A sieve of that with which patterns begin: sixteen bits and more to each, of which then hardly another one shares its own.
pub(super) fn sieve(openings: impl IntoIterator<Item = Opening>) -> Sieve {
    let openings: Vec<Opening> = openings.into_iter().collect();
    Sieve::of(openings.iter().map(|opening| opening.hash), 4)
}

/// The letters with which a text begins at `from`, which end at `end`, as a key; of very long words the first sixteen. And
/// how many these are.
#[inline]
pub(super) fn first_word(text: &[u8], from: usize, end: usize) -> (Opening, usize) {
    let eight = |from: usize| first(first_eight(&text[from..]), end - from);
    let letters = eight(from);
    match end - from {
        count @ 0..=8 => (Opening::new(letters), count),
        count => (Opening::new(mixed(letters, eight(from + 8))), count.min(16)),
    }
}

/// The letters behind one space, unless what follows these may be read as one word with them. Eight tell more than any
/// mark behind them.
#[inline]
fn second_word(rest: &[u8]) -> Option<u64> {
    let [b' ', behind @ ..] = rest else { return None };
    let (letters, count) = leading_letters(first_eight(behind));
    let is_open = count < 8 && matches!(behind.get(count), Some(b'-' | 0x80..));
    (count > 0 && !is_open).then_some(letters)
}

/// Letters, and others that follow, as one number.
fn mixed(letters: u64, others: u64) -> u64 {
    letters.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32) ^ others
}

/// The states to which the automaton comes by the first letters of words, kept, so that these need not be walked.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    /// By the hash of the letters, with open addressing; vacant slots hold no letters.
    slots: Box<[Start]>,
    /// With what second words patterns go on, together with the letters.
    seconds: Sieve,
}

/// Where patterns with the same first letters begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    letters: u64,
    /// With what patterns go on behind them, as bits.
    next: u64,
    /// The state behind the letters.
    pub(super) state: StateID,
    /// The pattern that the letters are, by one more than its number; none, if 0.
    whole: u32,
}

impl Starts {
    /// The first words of all patterns that begin with letters, each with the number of the pattern, the state behind them,
    /// and what follows them.
    pub(super) fn new(patterns: &[(Opening, u32, StateID, &[u8])]) -> Self {
        let vacant = Start { letters: 0, next: 0, state: StateID::ZERO, whole: 0 };
        let count = patterns.chunk_by(|a, b| a.0 == b.0).count();
        let seconds = patterns.iter().filter_map(|(letters, _, _, rest)| match rest {
            [b' ', behind @ ..] => Some(Opening::new(mixed(letters.bytes, leading_letters(first_eight(behind)).0))),
            _ => None,
        });
        let slots = vec![vacant; (2 * count + 1).next_power_of_two()].into();
        let mut starts = Self { slots, seconds: sieve(seconds) };
        for &(letters, number, state, rest) in patterns {
            let slot = starts.slot(letters);
            let start = &mut starts.slots[slot];
            *start = Start { letters: letters.bytes, state, ..*start };
            match rest {
                [] => start.whole = number + 1,
                rest => start.next |= next(rest).unwrap_or(1),
            }
        }
        starts
    }

    /// The start behind the letters, where a pattern begins with them.
    #[inline]
    pub(super) fn behind(&self, letters: Opening) -> Option<&Start> {
        Some(&self.slots[self.slot(letters)]).filter(|start| start.letters == letters.bytes)
    }

    /// Whether a pattern may go on as the text does behind the letters.
    #[inline]
    pub(super) fn may_go_on(&self, start: &Start, rest: &[u8]) -> bool {
        start.next & next(rest).unwrap_or(u64::MAX) != 0
            && second_word(rest)
                .is_none_or(|second| self.seconds.may_hold(Opening::new(mixed(start.letters, second)).hash))
    }

    #[inline]
    fn slot(&self, letters: Opening) -> usize {
        letters.slot(&self.slots, |start| start.letters == letters.bytes || start.letters == 0)
    }
}

impl Start {
    /// The number of the pattern that the letters are, where they are one.
    #[inline]
    pub(super) fn whole(&self) -> Option<u32> {
        self.whole.checked_sub(1)
    }
}

/// With what something goes on behind letters, and behind the space that may follow: a bit by its first two bytes, of which
/// the second may only end a word. Nothing is told of what a text may spell in several ways.
#[inline]
fn next(rest: &[u8]) -> Option<u64> {
    let rest = match rest {
        [b' ', rest @ ..] => rest,
        rest => rest,
    };
    let (first, second) = match *rest {
        [first, second, ..] => (first, second),
        [first] => (first, b' '),
        [] => return Some(0),
    };
    let (first, second) = (FIRST[usize::from(first)], SECOND[usize::from(second)]);
    (first != VARIED && second != VARIED).then(|| 1 << ((first.wrapping_mul(5) ^ second) % 64))
}

/// What is told of a byte that comes first, or second: itself, if it is a letter, a digit or, coming first, a mark.
const FIRST: [u8; 256] = told(true);
const SECOND: [u8; 256] = told(false);

/// Of bytes for which a text may have others, or none, where a name has them.
const VARIED: u8 = u8::MAX;

const fn told(is_first: bool) -> [u8; 256] {
    let mut told = [VARIED; 256];
    let mut byte = 0;
    while byte < 0x80 {
        told[byte as usize] = match byte {
            b'`' | b'-' => VARIED,
            _ if byte.is_ascii_alphanumeric() || is_first && byte.is_ascii_graphic() => byte,
            _ if is_first => VARIED,
            _ => 0,
        };
        byte += 1;
    }
    told
}
