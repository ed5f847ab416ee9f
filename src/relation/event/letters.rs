//! The letters of words, eight at a time.

/// A word of up to eight letters and digits of ASCII, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    /// The first one in the lowest byte.
    pub(super) packed: u64,
    pub(super) count: u8,
}

/// A byte in each of the eight.
const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The bit by which lower case is told from upper case, which digits have too.
pub(super) const LOWER: u64 = each(0x20);

impl Letters {
    /// The word with which eight bytes begin.
    pub(super) const fn beginning(bytes: [u8; 8]) -> Self {
        let bytes = u64::from_le_bytes(bytes);
        // The highest bit of each byte says what holds of it: no sum of two of the lower seven bits is carried over.
        let low = bytes & each(0x7f);
        let lower = low | LOWER;
        let is_letter = (lower + each(0x80 - b'a')) & !(lower + each(0x7f - b'z'));
        let is_digit = (low + each(0x80 - b'0')) & !(low + each(0x7f - b'9'));
        let others = !((is_letter | is_digit) & !bytes) & each(0x80);
        let count = (others.trailing_zeros() / 8) as u8;
        Self { packed: bytes | LOWER, count }.cut()
    }

    /// What stands behind the letters is none of them.
    const fn cut(self) -> Self {
        let kept = if self.count < 8 { (1 << (8 * self.count)) - 1 } else { u64::MAX };
        Self { packed: self.packed & kept, ..self }
    }
}

/// The first eight and, of a longer word, the last eight letters of a word, in lower case.
pub(super) fn ends(word: &[u8]) -> [u64; 2] {
    match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(&first), Some(&last)) if word.len() > 8 => {
            [u64::from_le_bytes(first) | LOWER, u64::from_le_bytes(last) | LOWER]
        }
        _ => {
            let mut bytes = [0; 8];
            bytes[..word.len()].copy_from_slice(word);
            [Letters { packed: u64::from_le_bytes(bytes) | LOWER, count: word.len() as u8 }.cut().packed, 0]
        }
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
