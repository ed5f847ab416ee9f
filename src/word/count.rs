//! How many words stand in a stretch of a text.

use super::eight::{ONES, ascii_letters, first, first_eight, within};
use crate::span::Span;

/// The number of words in a stretch of a text: runs of letters and digits; a hyphen, apostrophe, stop or comma between two
/// letters joins them ("vice-president" is one word).
pub(crate) fn count_words(text: &str, span: Span) -> u32 {
    let mut words = 0;
    // Whether the last word goes on, as the highest bit of a byte.
    let mut inside = 0;
    let mut count = |eight: u64| {
        // The bytes of wider characters count as letters; dashes and quotes among them stand beside spaces or letters.
        let letters = (ascii_letters(eight) | eight) & (ONES * 0x80);
        let mut word = letters;
        // All joints are among these; mostly none is there.
        if within(eight, b'\'', b'.') & !eight & (ONES * 0x80) != 0 {
            let joints = (within(eight, b',', b'.') | within(eight, b'\'', b'\'')) & !eight & (ONES * 0x80);
            // A joint belongs to the word that ends before it; of a row of joints one more each time.
            loop {
                let joined = letters | (joints & (word << 8 | inside));
                if joined == word {
                    break;
                }
                word = joined;
            }
        }
        let first_letters = letters & !(word << 8 | inside);
        words += (first_letters >> 7).wrapping_mul(ONES) >> 56;
        inside = word >> 56;
    };
    let (eights, rest) = text.as_bytes()[span.range()].as_chunks::<8>();
    for &eight in eights {
        count(u64::from_le_bytes(eight));
    }
    if !rest.is_empty() {
        let at = span.end - rest.len();
        count(first(first_eight(&text.as_bytes()[at..]), rest.len()));
    }
    words as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_not_marks() {
        let count = |text: &str| count_words(text, Span::new(0, text.len()));
        assert_eq!(count(""), 0);
        assert_eq!(count(", and the U.S. vice-president's "), 4);
        assert_eq!(count("1,200 troops"), 2);
        assert_eq!(count("a...b--c '.,d é.é"), 3);
        let text = "the Côte d'Ivoire-based envoy of the so-called group";
        for (start, _) in text.char_indices() {
            let words = text[start..].split(' ').filter(|word| !word.is_empty()).count();
            assert_eq!(count_words(text, Span::new(start, text.len())), words as u32, "{}", &text[start..]);
        }
    }
}
