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

/// The number of words in a text: runs of letters and digits, with what joins them ("vice-president" is one).
pub(crate) fn count_words(text: &str) -> u32 {
    let mut words = 0;
    let mut inside = false;
    for &byte in text.as_bytes() {
        // The bytes of wider characters count as letters; dashes and quotes among them stand beside spaces or letters.
        let letter = byte.is_ascii_alphanumeric() || byte >= 0x80;
        let joint = matches!(byte, b'-' | b'\'' | b'.' | b',');
        words += u32::from(letter && !inside);
        inside = letter || (inside && joint);
    }
    words
}

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
