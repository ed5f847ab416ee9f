//! Where words begin and end, and what is the same word in another spelling.

mod count;
mod eight;
mod hash;
mod list;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

pub(crate) use count::count_words;
pub(crate) use eight::{first, first_eight, first_letters, last_eight, leading_letters, letter_count, letters_end};
pub(crate) use hash::WordHash;
pub(crate) use list::{DAYS_AND_MONTHS, WordList};

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

/// One kind of space, apostrophe and hyphen for all, and of I, which Turkish dots also in capitals (TÜRKİYE). The matcher
/// reads names and articles through this glass.
pub(crate) fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2bb}' | '\u{2032}' | '`' => '\'',
        '\u{2010}'..='\u{2013}' => '-',
        'İ' => 'I',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// The name without diacritics, and with letters that do not decompose written as the press does without them.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfd().filter(|c| !is_combining(*c)) {
        match c {
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'Ł' => folded.push('L'),
            'ħ' => folded.push('h'),
            'Ħ' => folded.push('H'),
            'đ' | 'ð' => folded.push('d'),
            'Đ' | 'Ð' => folded.push('D'),
            'ø' => folded.push('o'),
            'Ø' => folded.push('O'),
            'ə' => folded.push('e'),
            'Ə' => folded.push('E'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'Æ' => folded.push_str("Ae"),
            'œ' => folded.push_str("oe"),
            'Œ' => folded.push_str("Oe"),
            'þ' => folded.push_str("th"),
            'Þ' => folded.push_str("Th"),
            c => folded.push(c),
        }
    }
    folded
}

/// The same without a copy where there is nothing to fold, as in nearly all words.
pub(crate) fn folded(name: &str) -> Cow<'_, str> {
    if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(fold(name)) }
}

/// The word with its first letter as a capital.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How many characters that show nothing are looked over: more stand in no honest text, and time must stay linear.
const REACH: usize = 16;

/// Whether the character that ends at `at` belongs to a word.
#[inline]
pub(crate) fn is_word_before(text: &str, at: usize) -> bool {
    match text.as_bytes()[..at].last() {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => is_first_word(text[..at].chars().rev()),
    }
}

/// Whether the character that starts at `at` belongs to a word.
#[inline]
pub(crate) fn starts_word(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => is_first_word(text[at..].chars()),
    }
}

/// Whether the first character that shows something belongs to a word.
fn is_first_word(chars: impl Iterator<Item = char>) -> bool {
    chars.take(REACH).find(|&c| !is_invisible(c)).is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_the_press_leaves_out() {
        let folded = |name: &str| fold(&name.chars().map(plain).collect::<String>());
        let cases =
            [("Łukašenka", "Lukasenka"), ("Đặng", "Dang"), ("Århus–Ærø", "Arhus-Aero"), ("Ħal‘ Għaxaq", "Hal' Ghaxaq")];
        for (name, wanted) in cases {
            assert_eq!(folded(name), wanted);
        }
        assert_eq!(folded("İZMİR"), "IZMIR");
    }
}
