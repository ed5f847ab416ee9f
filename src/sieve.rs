//! Tables of bits that let through what they were made of, and little else.

/// A set of hashes that tells of most others that they are none of it, and of none inside: one look at a small table, before
/// one at a table many times its size.
#[derive(Clone, Debug)]
pub(crate) struct Sieve(Box<[u64]>);

impl Default for Sieve {
    fn default() -> Self {
        Self::of(std::iter::empty(), 1)
    }
}

impl Sieve {
    /// A sieve that lets through what has one of these hashes: so many of them, on average, share a word of 64 bits.
    pub(crate) fn of(hashes: impl Iterator<Item = u64> + Clone, sharing: usize) -> Self {
        let mut sieve = Self(vec![0; (hashes.clone().count() / sharing + 1).next_power_of_two()].into());
        for hash in hashes {
            let (word, bit) = sieve.place(hash);
            sieve.0[word] |= bit;
        }
        sieve
    }

    /// Whether it lets a hash through.
    #[inline]
    pub(crate) fn may_hold(&self, hash: u64) -> bool {
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
        let sieve = Sieve::of((0..1_000).map(hash), 8);
        assert!((0..1_000).all(|number| sieve.may_hold(hash(number))));
        assert!((1_000..9_000).filter(|&number| sieve.may_hold(hash(number))).count() < 1_600);
        assert!(!Sieve::default().may_hold(hash(7)));
    }
}
