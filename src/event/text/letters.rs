//! The letters of words, eight at a time.

use crate::word::{first, first_eight, letter_count};

/// A word of up to fifteen letters and digits of ASCII, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letters {
    /// As `key` gives it.
    pub(crate) key: [u64; 2],
    pub(crate) count: u8,
}

/// The bit by which lower case is told from upper case, which digits have too.
pub(crate) const LOWER: u64 = u64::from_ne_bytes([0x20; 8]);

impl Letters {
    /// The word that begins at `at`, if it is no longer and sixteen bytes follow.
    #[inline]
    pub(crate) fn at(text: &[u8], at: usize) -> Option<Self> {
        let sixteen = text.get(at..)?.first_chunk::<16>()?;
        let half = |from: usize| sixteen[from..].first_chunk().map_or(0, |&eight| u64::from_le_bytes(eight));
        let (letters, count) = (half(0) | LOWER, letter_count(half(0)));
        if count < 8 {
            return Some(Self { key: [first(letters, count), 0], count: count as u8 });
        }
        let more = letter_count(half(8));
        (more < 8).then_some(Self { key: [letters, first(half(8) | LOWER, more)], count: 8 + more as u8 })
    }
}

/// The letters of a word in lower case, which tell it from all others of up to sixteen. Of a longer one the last eight stand
/// in for those behind the first eight, inverted: no letters are.
pub(crate) fn key(word: &[u8]) -> [u64; 2] {
    let eight = |part: &[u8]| first(first_eight(part) | LOWER, part.len());
    match word.split_at_checked(8) {
        None => [eight(word), 0],
        Some((first, rest)) if rest.len() <= 8 => [eight(first), eight(rest)],
        Some((first, rest)) => [eight(first), !eight(&rest[rest.len() - 8..])],
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
            let letters = Letters::at(padded.as_bytes(), 0).map(|letters| letters.key);
            assert_eq!(letters, Some(key(word.to_lowercase().as_bytes())), "{word}");
        }
    }
}
