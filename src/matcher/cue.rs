//! The words, marks and phrases that are signals, by what tells them in a text: of what stands before a name, the last
//! letters; of what stands behind it or anywhere, the first.

use std::collections::BTreeMap;

use super::signals::Signal;
use crate::word::{first, first_eight, fold, last_eight, leading_letters, plain};

/// How a word is written, and what counts of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// As given; one word.
    So,
    /// All small, all capital, or with a first capital; one word, or the first one.
    InAnyCase,
    /// As given, before a name; the last two words.
    Before,
    /// As given, behind a name; the first two words, or a mark and the first.
    Behind,
}

/// The letters with which a word begins, or ends, as they are looked up.
pub(super) fn of_first(letters: u64) -> u64 {
    letters
}

pub(super) fn of_last(letters: u64) -> u64 {
    !letters
}

/// The same of two words that stand together, or of a mark and a word.
#[inline]
pub(super) fn of_two(beside: u64, beyond: u64) -> u64 {
    beyond.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32) ^ beside
}

/// What words and marks may be, while all are put together.
pub(crate) struct Cues {
    pub(super) of_letters: BTreeMap<u64, Signal>,
    pub(super) marks: [Signal; 128],
    /// Noted kinds with a word that does not begin with a letter of ASCII.
    pub(super) anywhere: Signal,
    /// The kinds whose places the scan notes.
    pub(super) noted: Signal,
}

impl Cues {
    /// Nothing yet; and the kinds whose places the scan is to note.
    pub(crate) fn new(noted: Signal) -> Self {
        Self { of_letters: BTreeMap::new(), marks: [Signal::NONE; 128], anywhere: Signal::NONE, noted }
    }

    /// Adds a word, a mark or a phrase with its kinds.
    pub(crate) fn add(&mut self, words: &str, written: Written, kinds: Signal) {
        match written {
            Written::Before => self.add_before(words, kinds),
            Written::Behind => self.add_behind(words, kinds),
            Written::So | Written::InAnyCase => {
                self.add_marks(mark(words.chars().next()), kinds);
                let before = kinds.of(Signal::BEFORE).without(self.noted);
                if before != Signal::NONE {
                    self.add_last(words, written, before);
                }
                self.add_first(words, written, kinds.without(before));
            }
        }
    }

    /// Adds a word by its first letters, with and without diacritics: letters of ASCII may go on where they stand.
    fn add_first(&mut self, word: &str, written: Written, kinds: Signal) {
        let word = word.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
        if !word.starts_with(|c: char| c.is_ascii()) {
            self.anywhere = self.anywhere.and(kinds.of(self.noted));
        }
        for word in [word, &fold(word)] {
            let (letters, count) = leading_letters(first_eight(word.as_bytes()));
            for letters in in_cases(letters, count, 0, written).filter(|_| count > 0) {
                self.add_letters(of_first(letters), kinds);
            }
        }
    }

    /// Adds a word by its last letters, likewise.
    fn add_last(&mut self, word: &str, written: Written, kinds: Signal) {
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        for word in [word, &fold(word)] {
            let (letters, count) = leading_letters(last_eight(word.as_bytes()));
            for letters in in_cases(letters, count, count.saturating_sub(1), written).filter(|_| count > 0) {
                self.add_letters(of_last(letters), kinds);
            }
        }
    }

    /// Adds a phrase before a name: its last two words, or its last one and the mark behind it.
    fn add_before(&mut self, phrase: &str, kinds: Signal) {
        let mark = mark(phrase.chars().next_back());
        let mut words = phrase.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let Some(last) = words.next() else { return self.add_marks(mark, kinds) };
        match words.next() {
            Some(beyond) if phrase.is_ascii() && mark.is_none() => {
                let letters = |word: &str| leading_letters(last_eight(word.as_bytes())).0;
                self.add_letters(of_two(of_last(letters(last)), letters(beyond)), kinds);
                self.add_last(last, Written::So, Signal::LONGER_BEFORE);
            }
            _ => {
                self.add_last(last, Written::So, kinds);
                self.add_marks(mark, kinds);
            }
        }
    }

    /// Adds a phrase behind a name: its first two words, or a mark and its first one.
    fn add_behind(&mut self, phrase: &str, kinds: Signal) {
        let mut rest = phrase.chars();
        let mark = mark(rest.next());
        let behind = if mark.is_some() { rest.as_str() } else { phrase };
        let mut words = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let letters = |word: &str| leading_letters(first_eight(word.as_bytes())).0;
        match (mark, words.next(), words.next()) {
            (Some(mark), Some(first), _)
                if behind.is_ascii() && behind.trim_start().starts_with(|c: char| c.is_alphanumeric()) =>
            {
                self.add_letters(of_two(u64::from(mark), letters(first)), kinds);
                self.add_marks([mark], Signal::LONGER_AFTER);
            }
            (None, Some(first), Some(second)) if behind.is_ascii() => {
                self.add_letters(of_two(of_first(letters(first)), letters(second)), kinds);
                self.add_first(first, Written::So, Signal::LONGER_AFTER);
            }
            _ => {
                self.add_first(phrase, Written::So, kinds);
                self.add_marks(mark, kinds);
            }
        }
    }

    fn add_letters(&mut self, letters: u64, kinds: Signal) {
        let all = self.of_letters.entry(letters).or_insert(Signal::NONE);
        *all = all.and(kinds);
    }

    fn add_marks(&mut self, marks: impl IntoIterator<Item = u8>, kinds: Signal) {
        for mark in marks {
            let all = &mut self.marks[usize::from(mark)];
            *all = all.and(kinds);
        }
    }
}

/// The letters, of which the initial one may be a capital, in each case in which the word is written.
fn in_cases(letters: u64, count: usize, initial: usize, written: Written) -> impl Iterator<Item = u64> {
    // Of letters this bit makes small ones; of digits, which have it, it makes nothing else.
    let small = letters | first(0x2020_2020_2020_2020, count);
    let large = u64::from_le_bytes(small.to_le_bytes().map(|byte| byte.to_ascii_uppercase()));
    let initial = 0xff << (8 * initial);
    let cases = [letters, small, small & !initial | large & initial, large];
    cases.into_iter().take(if written == Written::InAnyCase { cases.len() } else { 1 })
}

/// The mark of ASCII that the character is or stands for.
fn mark(c: Option<char>) -> Option<u8> {
    c.map(plain).filter(|c| c.is_ascii_punctuation()).map(|c| c as u8)
}
