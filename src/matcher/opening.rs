//! What stands before an automaton: may anything begin here, and from where on need it be walked?
//!
//! Most words of a text begin no name. One look into a table of bits tells that of nearly all of them, where the
//! automaton would take as many steps as the word has letters.

use aho_corasick::automaton::StateID;

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
}

/// With what patterns begin, by hash.
#[derive(Clone, Debug)]
pub(super) struct Openings(Box<[u64]>);

impl Openings {
    pub(super) fn new(openings: impl IntoIterator<Item = Opening>) -> Self {
        let openings: Vec<Opening> = openings.into_iter().collect();
        // Sixteen bits and more to each, of which then hardly another one shares its own.
        let mut table = Self(vec![0; (openings.len() / 4 + 1).next_power_of_two()].into());
        for opening in openings {
            let (word, bit) = table.place(opening);
            table.0[word] |= bit;
        }
        table
    }

    /// Whether a pattern may begin so.
    #[inline]
    pub(super) fn may_be(&self, opening: Opening) -> bool {
        let (word, bit) = self.place(opening);
        self.0[word] & bit != 0
    }

    #[inline]
    fn place(&self, opening: Opening) -> (usize, u64) {
        ((opening.hash >> 32) as usize & (self.0.len() - 1), 1 << (opening.hash >> 58))
    }
}

/// The states to which the automaton comes by the first letters of words, kept, so that these need not be walked.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    openings: Openings,
    /// By the hash of the letters, with open addressing; vacant slots hold none.
    slots: Box<[Start]>,
}

/// Where patterns with the same first letters begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    letters: u64,
    /// The state behind the letters.
    pub(super) state: StateID,
    /// Whether they are a whole pattern.
    pub(super) is_whole: bool,
    /// With which bytes patterns go on behind them, and behind the space that may follow: bits by the bytes' lowest six.
    next: u64,
}

impl Starts {
    /// Patterns that begin with letters, each with its first ones, the state behind these, and its rest.
    pub(super) fn new(patterns: &[(Opening, StateID, &[u8])]) -> Self {
        let vacant = Start { letters: 0, state: StateID::ZERO, is_whole: false, next: 0 };
        let count = patterns.chunk_by(|a, b| a.0 == b.0).count();
        let mut slots = vec![vacant; (2 * count + 2).next_power_of_two()].into_boxed_slice();
        for &(letters, state, rest) in patterns {
            let slot = Self::slot(&slots, letters);
            let start = &mut slots[slot];
            *start = Start { letters: letters.bytes, state, ..*start };
            match next(rest) {
                Some(byte) => start.next |= 1 << (byte & 63),
                None => start.is_whole = true,
            }
        }
        Self { openings: Openings::new(patterns.iter().map(|&(letters, ..)| letters)), slots }
    }

    /// Whether a pattern may begin with the letters: at a glance, which tells it of most that none does.
    #[inline]
    pub(super) fn may_be(&self, letters: Opening) -> bool {
        self.openings.may_be(letters)
    }

    /// The start behind the letters, where a pattern begins with them.
    pub(super) fn behind(&self, letters: Opening) -> Option<&Start> {
        Some(&self.slots[Self::slot(&self.slots, letters)]).filter(|start| start.letters == letters.bytes)
    }

    /// The slot of the letters, or the vacant one where they would stand.
    fn slot(slots: &[Start], letters: Opening) -> usize {
        let mut slot = (letters.hash >> 36) as usize & (slots.len() - 1);
        while slots[slot].letters != letters.bytes && slots[slot].letters != 0 {
            slot = (slot + 1) & (slots.len() - 1);
        }
        slot
    }
}

impl Start {
    /// Whether a pattern may go on as the text does behind the letters.
    #[inline]
    pub(super) fn may_go_on(&self, rest: &[u8]) -> bool {
        next(rest).is_some_and(|byte| {
            // The others may read as something else than they are.
            let is_plain = byte.is_ascii_graphic() && !matches!(byte, b'`' | b'-');
            !is_plain || self.next >> (byte & 63) & 1 == 1
        })
    }
}

/// The first byte of what follows letters, past a space.
#[inline]
fn next(rest: &[u8]) -> Option<u8> {
    match rest {
        [b' ', next, ..] | [next, ..] => Some(*next),
        [] => None,
    }
}
