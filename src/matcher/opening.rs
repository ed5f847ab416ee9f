//! A filter before the automaton: may a spelling begin with this word?
//!
//! Most words of a text begin no name. One look into a table of bits tells that of nearly all of them, where the
//! automaton would take as many steps as the word has letters.

use crate::word::{letters, letters_end};

/// Bits of the table: 64 KiB, which stay in the cache.
const BITS: u32 = 19;

/// The words with which the spellings begin, by their hash.
#[derive(Clone, Debug)]
pub(super) struct Openings(Box<[u64]>);

impl Openings {
    pub(super) fn new<'s>(spellings: impl IntoIterator<Item = &'s str>) -> Self {
        let mut table: Box<[u64]> = vec![0; 1 << (BITS - 6)].into();
        for spelling in spellings {
            let bytes = spelling.as_bytes();
            let bit = hash(&bytes[..letters_end(bytes, 0)]);
            table[bit / 64] |= 1 << (bit % 64);
        }
        Self(table)
    }

    /// Whether a spelling may begin with the letters and digits of ASCII between two places of a text. The walk may read
    /// on otherwise than they stand where a wider character follows, or the end of a line that breaks the word: there
    /// any may.
    pub(super) fn may_begin(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let bit = hash(&bytes[start..end]);
        self.0[bit / 64] & (1 << (bit % 64)) != 0
            || match bytes.get(end) {
                Some(b'-') => matches!(bytes.get(end + 1), Some(b'\n' | b'\r')),
                Some(byte) => !byte.is_ascii(),
                None => false,
            }
    }
}

fn hash(word: &[u8]) -> usize {
    let hash = (letters(word) ^ word.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> (64 - BITS)) as usize
}
