//! Sets of numbers that are small and may err on one side.

/// A set that tells of most numbers outside it that they are none of it, and of none inside. To ask it costs no look at
/// memory far away, where the numbers themselves are kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bits<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Bits<WORDS> {
    pub(super) const EMPTY: Self = Self([0; WORDS]);

    pub(crate) fn add(&mut self, number: u32) {
        let (word, bit) = Self::place(number);
        self.0[word] |= bit;
    }

    /// Whether the number may be in the set.
    #[inline]
    pub(crate) fn may_hold(&self, number: u32) -> bool {
        let (word, bit) = Self::place(number);
        self.0[word] & bit != 0
    }

    const fn place(number: u32) -> (usize, u64) {
        ((number / 64) as usize % WORDS, 1 << (number % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_added() {
        let mut bits = Bits::<2>::EMPTY;
        assert!(!bits.may_hold(0));
        [5, 70].into_iter().for_each(|number| bits.add(number));
        assert!(bits.may_hold(5) && bits.may_hold(70) && !bits.may_hold(6) && !bits.may_hold(69));
        assert!(bits.may_hold(5 + 128));
    }
}
