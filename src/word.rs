//! Where words begin and end, and what is the same word in another spelling.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::span::Span;

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

/// A list of words that is written in the code. It is looked into by hash, at the cost of one comparison, where going
/// through it takes dozens.
#[derive(Debug)]
pub(crate) struct WordList<const SLOTS: usize> {
    /// Open addressing; vacant slots hold the empty word.
    slots: [&'static str; SLOTS],
}

impl<const SLOTS: usize> WordList<SLOTS> {
    /// The words in at least twice as many slots, a power of two; fewer do not compile.
    pub(crate) const fn new(words: &[&'static str]) -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS >= 2 * words.len());
        let mut slots = [""; SLOTS];
        let mut number = 0;
        while number < words.len() {
            let mut slot = Self::slot(words[number].as_bytes());
            while !slots[slot].is_empty() {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = words[number];
            number += 1;
        }
        Self { slots }
    }

    /// The words, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.slots.iter().copied().filter(|word| !word.is_empty())
    }

    /// Whether it holds the word as it is written.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.any(word, |listed| listed == word)
    }

    /// Whether it holds the word in whatever case.
    pub(crate) fn holds_in_any_case(&self, word: &str) -> bool {
        self.any(word, |listed| listed.eq_ignore_ascii_case(word))
    }

    fn any(&self, word: &str, is_it: impl Fn(&str) -> bool) -> bool {
        let mut slot = Self::slot(word.as_bytes());
        while !self.slots[slot].is_empty() {
            if is_it(self.slots[slot]) {
                return !word.is_empty();
            }
            slot = (slot + 1) % SLOTS;
        }
        false
    }

    /// The slot from which on the word stands: by its length and three of its letters, whatever their case.
    const fn slot(word: &[u8]) -> usize {
        let length = word.len();
        if length == 0 {
            return 0;
        }
        let letters = [word[0] | 0x20, word[length / 2] | 0x20, word[length - 1] | 0x20, length as u8];
        (u32::from_le_bytes(letters).wrapping_mul(0x9e37_79b1) >> 16) as usize % SLOTS
    }
}

/// The days of the week and the months.
#[rustfmt::skip]
pub(crate) static DAYS_AND_MONTHS: WordList<64> = WordList::new(&[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October", "November", "December",
]);

/// Hashes words with a few multiplications. What is looked up are words of a text in lists of the lexicon, which nobody
/// can fill with words that clash.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

pub(crate) type WordHash = std::hash::BuildHasherDefault<WordHasher>;

impl std::hash::Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            self.write_u64(part.iter().rev().fold(0, |part, &byte| part << 8 | u64::from(byte)));
        }
    }

    fn write_u64(&mut self, part: u64) {
        let product = u128::from(self.0 ^ part) * u128::from(0x9e37_79b9_7f4a_7c15_u64);
        self.0 = product as u64 ^ (product >> 64) as u64;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

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

const IS_LETTER: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        letters[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    letters
};

/// Where the letters and digits of ASCII end that begin at `at`.
pub(crate) fn letters_end(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    at + rest.iter().position(|&byte| !IS_LETTER[usize::from(byte)]).unwrap_or(rest.len())
}

/// Up to eight letters and digits of ASCII that stand at `at`, as one number, the first one lowest; and where they end.
#[inline]
pub(crate) fn first_letters(bytes: &[u8], at: usize) -> (u64, usize) {
    let (letters, count) = leading_letters(first_eight(&bytes[at..]));
    (letters, at + count)
}

/// The first eight bytes as one number, the first one lowest; fewer are followed by zeros.
#[inline]
pub(crate) fn first_eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(&eight) => u64::from_le_bytes(eight),
        None => bytes.iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// The last eight bytes as one number, the last one lowest; fewer are followed by zeros.
#[inline]
pub(crate) fn last_eight(bytes: &[u8]) -> u64 {
    match bytes.last_chunk::<8>() {
        Some(&eight) => u64::from_be_bytes(eight),
        None => bytes.iter().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// Of eight bytes the letters and digits of ASCII before the first other byte, and how many there are.
#[inline]
pub(crate) fn leading_letters(eight: u64) -> (u64, usize) {
    let count = letter_count(eight);
    (first(eight, count), count)
}

/// How many letters and digits of ASCII eight bytes begin with. All eight are looked at in one step: words are short, and
/// where each ends no processor foresees.
#[inline]
pub(crate) fn letter_count(eight: u64) -> usize {
    let others = !ascii_letters(eight) & (ONES * 0x80);
    (others.trailing_zeros() / 8) as usize
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// Of each of eight bytes the highest bit: whether it is a letter or digit of ASCII. The other bits mean nothing.
#[inline]
fn ascii_letters(eight: u64) -> u64 {
    (within(eight | (ONES * 0x20), b'a', b'z') | within(eight, b'0', b'9')) & !eight
}

/// Of each of eight bytes the highest bit: whether its lower seven bits lie between the two.
#[inline]
fn within(eight: u64, low: u8, high: u8) -> u64 {
    // With seven bits nothing is carried over.
    let bits = eight & (ONES * 0x7f);
    (bits + ONES * u64::from(0x80 - low)) & !(bits + ONES * u64::from(0x7f - high))
}

/// The first bytes of eight, so many.
#[inline]
pub(crate) fn first(eight: u64, count: usize) -> u64 {
    const MASKS: [u64; 9] = [0, 0xff, 0xffff, 0xff_ffff, !0 >> 32, !0 >> 24, !0 >> 16, !0 >> 8, !0];
    eight & MASKS[count.min(8)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_their_words_only() {
        static LIST: WordList<8> = WordList::new(&["about", "aloud", "U.S.-led"]);
        assert!(LIST.holds("about") && LIST.holds("aloud") && LIST.holds("U.S.-led"));
        assert!(!LIST.holds("About") && LIST.holds_in_any_case("About") && LIST.holds_in_any_case("u.s.-LED"));
        assert!(!LIST.holds("") && !LIST.holds_in_any_case("") && !LIST.holds("abort") && !LIST.holds("abouts"));
    }

    #[test]
    fn takes_letters_and_digits_up_to_eight() {
        for text in
            ["", "a", "Zz9", "G20 summit", "Minister", "Ministers", "a-b", "Co\u{302}te", "@`[{/:", " x", "0\u{19}"]
        {
            let wanted: Vec<u8> = text.bytes().take_while(u8::is_ascii_alphanumeric).take(8).collect();
            for rest in ["", "12345678", " and more"] {
                let mut bytes = wanted.clone();
                bytes.extend(text.bytes().skip(wanted.len()).chain(rest.bytes()));
                let wanted: Vec<u8> = bytes.iter().copied().take_while(u8::is_ascii_alphanumeric).take(8).collect();
                let (letters, end) = first_letters(&bytes, 0);
                assert_eq!((&letters.to_le_bytes()[..end], end), (&*wanted, wanted.len()), "{text:?} {rest:?}");
                assert!(letters.to_le_bytes()[end..].iter().all(|&byte| byte == 0), "{text:?} {rest:?}");
            }
        }
    }

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
