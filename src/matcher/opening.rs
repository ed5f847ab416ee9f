//! A filter before the automaton: may a spelling begin with this word?
//!
//! Most words of a text begin no name. One look into a table of bits tells that of nearly all of them, where the
//! automaton would take as many steps as the word has letters.

use crate::word::{letters, letters_end};

/// Bits of the table: 128 KiB, which stay in the cache.
const BITS: u32 = 20;

/// With what the spellings begin, by hash: their first words, and the bytes behind these where there are enough of them.
#[derive(Clone, Debug)]
pub(super) struct Openings(Box<[u64]>);

impl Openings {
    pub(super) fn new<'s>(spellings: impl IntoIterator<Item = &'s str>) -> Self {
        let mut table: Box<[u64]> = vec![0; 1 << (BITS - 6)].into();
        for spelling in spellings {
            let bytes = spelling.as_bytes();
            let end = letters_end(bytes, 0);
            let bit = hash(&bytes[..end], behind(bytes, end).unwrap_or_default());
            table[bit / 64] |= 1 << (bit % 64);
        }
        Self(table)
    }

    /// Whether a spelling may begin with the letters and digits of ASCII between two places of a text.
    pub(super) fn may_begin(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let is_set = |bit: usize| self.0[bit / 64] & (1 << (bit % 64)) != 0;
        let word = &bytes[start..end];
        is_set(hash(word, Behind::default())) || behind(bytes, end).is_none_or(|behind| is_set(hash(word, behind)))
    }
}

/// The bytes behind a word.
type Behind = [u8; 3];

/// The bytes behind a word, if there are enough of them, and the walk reads them as they stand: no line ends, runs of
/// spaces, quotes that are told from others, wider characters.
fn behind(bytes: &[u8], end: usize) -> Option<Behind> {
    let &behind = bytes.get(end..)?.first_chunk()?;
    let is_plain = |byte: u8| (b' '..0x7f).contains(&byte) && byte != b'`';
    let in_run = matches!(behind, [b' ', b' ', _] | [_, b' ', b' ']);
    (behind.into_iter().all(is_plain) && !in_run).then_some(behind)
}

fn hash(word: &[u8], behind: Behind) -> usize {
    let [a, b, c] = behind.map(u64::from);
    let hash = letters(word) ^ word.len() as u64 ^ (a << 56 | b << 48 | c << 40);
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}
