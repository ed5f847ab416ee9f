//! The letters of words, eight at a time.

use crate::word::{first, first_eight, letter_count};

/// A word of up to fifteen letters and digits of ASCII, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    /// As `ends` gives them.
    pub(super) ends: [u64; 2],
    pub(super) count: u8,
}

/// The bit by which lower case is told from upper case, which digits have too.
pub(super) const LOWER: u64 = u64::from_ne_bytes([0x20; 8]);

impl Letters {
    /// The word that begins at `at`, if it is no longer and sixteen bytes follow.
    #[inline]
    pub(super) fn at(text: &[u8], at: usize) -> Option<Self> {
        let sixteen = text.get(at..)?.first_chunk::<16>()?;
        let half = |from: usize| sixteen[from..].first_chunk().map_or(0, |&eight| u64::from_le_bytes(eight));
        let (letters, count) = (half(0) | LOWER, letter_count(half(0)));
        if count < 8 {
            return Some(Self { ends: [first(letters, count), 0], count: count as u8 });
        }
        let more = letter_count(half(8));
        let last = if more == 0 { 0 } else { half(more) | LOWER };
        (more < 8).then_some(Self { ends: [letters, last], count: 8 + more as u8 })
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

    fn counted(text: &[u8]) -> Option<u8> {
        let padded: Vec<u8> = text.iter().copied().chain([b' '; 16]).collect();
        Letters::at(&padded, 0).map(|letters| letters.count)
    }

    #[test]
    fn finds_where_letters_end() {
        for byte in 0..=u8::MAX {
            let is_letter = counted(&[b'a', b'Z', byte, b' ', b'x']) == Some(3);
            assert_eq!(is_letter, byte.is_ascii_alphanumeric(), "{byte}");
        }
        assert_eq!(counted(b"Troops8"), Some(7));
        assert_eq!(counted(b"attacked"), Some(8));
        assert_eq!(counted(b" attacks"), Some(0));
        assert_eq!(counted(b"counterattacked"), Some(15));
        assert_eq!(counted(b"counterattackers"), None);
        assert_eq!(Letters::at(b"attacked it", 0), None);
    }

    #[test]
    fn packs_a_word_as_it_is_listed() {
        for word in ["a", "US", "G7", "Treaty", "soldier", "soldiers", "Offensive", "counterattacked"] {
            let padded = format!("{word}, and more beside");
            let letters = Letters::at(padded.as_bytes(), 0).map(|letters| letters.ends);
            assert_eq!(letters, Some(ends(word.to_lowercase().as_bytes())), "{word}");
        }
    }
}
