//! What stands before an automaton: may anything begin here, and from where on need it be walked?
//!
//! Most words of a text begin no name. One look into a table of bits tells that of nearly all of them, where the
//! automaton would take as many steps as the word has letters.

use aho_corasick::automaton::StateID;

/// A few bytes as a number, with its hash, which all tables share.
#[derive(Clone, Copy, Debug)]
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
    slots: Box<[(u64, StateID)]>,
}

impl Starts {
    /// First letters, and the state behind each; the same letters may come again.
    pub(super) fn new(starts: &[(Opening, StateID)]) -> Self {
        let mut slots = vec![(0, StateID::ZERO); (2 * starts.len() + 2).next_power_of_two()].into_boxed_slice();
        for &(letters, state) in starts {
            let slot = Self::slot(&slots, letters);
            slots[slot] = (letters.bytes, state);
        }
        Self { openings: Openings::new(starts.iter().map(|&(letters, _)| letters)), slots }
    }

    /// The state behind the letters, where a pattern begins with them.
    #[inline]
    pub(super) fn behind(&self, letters: Opening) -> Option<StateID> {
        if !self.openings.may_be(letters) {
            return None;
        }
        let (found, state) = self.slots[Self::slot(&self.slots, letters)];
        (found == letters.bytes).then_some(state)
    }

    /// The slot of the letters, or the vacant one where they would stand.
    fn slot(slots: &[(u64, StateID)], letters: Opening) -> usize {
        let mut slot = (letters.hash >> 36) as usize & (slots.len() - 1);
        while slots[slot].0 != letters.bytes && slots[slot].0 != 0 {
            slot = (slot + 1) & (slots.len() - 1);
        }
        slot
    }
}
