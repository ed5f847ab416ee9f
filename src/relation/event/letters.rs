//! The letters of words, eight at a time.

use crate::word::{first, first_eight, leading_letters};

/// A word of up to eight letters and digits of ASCII, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    /// The first one in the lowest byte.
    pub(super) packed: u64,
    pub(super) count: u8,
}

/// The bit by which lower case is told from upper case, which digits have too.
pub(super) const LOWER: u64 = u64::from_ne_bytes([0x20; 8]);

impl Letters {
    /// The word with which eight bytes begin.
    pub(super) fn beginning(bytes: [u8; 8]) -> Self {
        let (letters, count) = leading_letters(u64::from_le_bytes(bytes));
        Self { packed: first(letters | LOWER, count), count: count as u8 }
    }
}

/// The first eight and, of a longer word, the last eight letters of a word, in lower case.
pub(super) fn ends(word: &[u8]) -> [u64; 2] {
    match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(&first), Some(&last)) if word.len() > 8 => {
            [u64::from_le_bytes(first) | LOWER, u64::from_le_bytes(last) | LOWER]
        }
        _ => [first(first_eight(word) | LOWER, word.len()), 0],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_where_letters_end() {
        for byte in 0..=u8::MAX {
            let is_letter = Letters::beginning([b'a', b'Z', byte, b' ', b'x', b'x', b'x', b'x']).count == 3;
            assert_eq!(is_letter, byte.is_ascii_alphanumeric(), "{byte}");
        }
        assert_eq!(Letters::beginning(*b"Troops8 ").count, 7);
        assert_eq!(Letters::beginning(*b"attacked").count, 8);
        assert_eq!(Letters::beginning(*b" attacks").count, 0);
    }

    #[test]
    fn packs_a_word_as_it_is_listed() {
        for word in ["a", "US", "G7", "Treaty", "soldier", "soldiers"] {
            let mut bytes = *b",,,,,,,,";
            bytes[..word.len()].copy_from_slice(word.as_bytes());
            assert_eq!([Letters::beginning(bytes).packed, 0], ends(word.to_lowercase().as_bytes()), "{word}");
        }
    }
}
