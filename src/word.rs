//! Where words begin and end.

/// Whether a character belongs to a word: letters, digits, and marks that combine with them.
pub(crate) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric() || is_combining(c),
    }
}

/// The combining diacritical marks that decomposed text (NFD) writes after its letters.
pub(crate) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Characters that show nothing: soft hyphen, zero-width space and joiners, word joiner, byte order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether the character that ends at `at` belongs to a word.
pub(crate) fn is_word_before(text: &str, at: usize) -> bool {
    match text.as_bytes()[..at].last() {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => text[..at].chars().rev().find(|&c| !is_invisible(c)).is_some_and(is_word),
    }
}

/// Whether the character that starts at `at` belongs to a word.
pub(crate) fn starts_word(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => text[at..].chars().find(|&c| !is_invisible(c)).is_some_and(is_word),
    }
}

/// The number of words in a text: runs of letters and digits; a hyphen, apostrophe, stop or comma between two letters
/// joins them ("vice-president" is one word).
pub(crate) fn count_words(text: &str) -> u32 {
    // The bytes of wider characters count as letters; dashes and quotes among them stand beside spaces or letters.
    let mut words = 0;
    let mut inside = false;
    for &byte in text.as_bytes() {
        let class = CLASSES[usize::from(byte)];
        words += u32::from(class == LETTER && !inside);
        inside = class == LETTER || (inside && class == JOINT);
    }
    words
}

const LETTER: u8 = 1;
const JOINT: u8 = 2;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'-' | b'\'' | b'.' | b',' => JOINT,
            0x80.. => LETTER,
            other if other.is_ascii_alphanumeric() => LETTER,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_not_marks() {
        assert_eq!(count_words(""), 0);
        assert_eq!(count_words(", and the U.S. vice-president's "), 4);
        assert_eq!(count_words("1,200 troops"), 2);
    }
}
