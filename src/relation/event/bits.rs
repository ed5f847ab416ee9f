//! Sets of numbers that are small and may err on one side.

/// A set that tells of most numbers outside it that they are none of it, and of none inside. To ask it costs no look at
/// memory far away, where the numbers themselves are kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bits<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Bits<WORDS> {
    pub(super) const EMPTY: Self = Self([0; WORDS]);

    pub(super) fn add(&mut self, number: u32) {
        let (word, bit) = Self::place(number);
        self.0[word] |= bit;
    }

    /// Whether the number may be in the set.
    #[inline]
    pub(super) fn may_hold(&self, number: u32) -> bool {
        let (word, bit) = Self::place(number);
        self.0[word] & bit != 0
    }

    const fn place(number: u32) -> (usize, u64) {
        ((number / 64) as usize % WORDS, 1 << (number % 64))
    }
}

/// The same of many numbers, which are known by their hashes: a bit for each, in eight times as many. What it rejects need
/// not be looked for in a table many times its size.
#[derive(Clone, Debug)]
pub(super) struct Sieve(Vec<u64>);

impl Default for Sieve {
    fn default() -> Self {
        Self::of(std::iter::empty())
    }
}

impl Sieve {
    /// A sieve that lets through what has one of these hashes.
    pub(super) fn of(hashes: impl Iterator<Item = u64> + Clone) -> Self {
        let mut sieve = Self(vec![0; (hashes.clone().count() / 8 + 1).next_power_of_two()]);
        for hash in hashes {
            let (word, bit) = sieve.place(hash);
            sieve.0[word] |= bit;
        }
        sieve
    }

    /// Whether it lets a hash through.
    #[inline]
    pub(super) fn may_hold(&self, hash: u64) -> bool {
        let (word, bit) = self.place(hash);
        self.0[word] & bit != 0
    }

    /// By the upper bits, which a product mixes best.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u64) {
        ((hash >> 32) as usize & (self.0.len() - 1), 1 << (hash >> 58))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_through_what_it_was_made_of_and_little_else() {
        let hash = |number: u64| number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let sieve = Sieve::of((0..1_000).map(hash));
        assert!((0..1_000).all(|number| sieve.may_hold(hash(number))));
        assert!((1_000..9_000).filter(|&number| sieve.may_hold(hash(number))).count() < 1_600);
        assert!(!Sieve::default().may_hold(hash(7)));
    }

    #[test]
    fn holds_what_was_added() {
        let mut bits = Bits::<2>::EMPTY;
        assert!(!bits.may_hold(0));
        [5, 70].into_iter().for_each(|number| bits.add(number));
        assert!(bits.may_hold(5) && bits.may_hold(70) && !bits.may_hold(6) && !bits.may_hold(69));
        assert!(bits.may_hold(5 + 128));
    }
}
