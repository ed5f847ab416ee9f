//! A filter before an automaton: may anything begin here?
//!
//! Most words of a text begin no name. One look into a table of bits tells that of nearly all of them, where the
//! automaton would take as many steps as the word has letters.

/// With what patterns begin, by hash: a few bytes as a number.
#[derive(Clone, Debug)]
pub(super) struct Openings(Box<[u64]>);

impl Openings {
    pub(super) fn new(openings: impl IntoIterator<Item = u64>) -> Self {
        let openings: Vec<u64> = openings.into_iter().collect();
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
    pub(super) fn may_be(&self, opening: u64) -> bool {
        let (word, bit) = self.place(opening);
        self.0[word] & bit != 0
    }

    #[inline]
    fn place(&self, opening: u64) -> (usize, u64) {
        let hash = hash(opening);
        ((hash >> 32) as usize & (self.0.len() - 1), 1 << (hash >> 58))
    }
}

#[inline]
pub(super) fn hash(opening: u64) -> u64 {
    (opening ^ opening >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
