//! Words by which later steps are set going: each step then looks at the few places where such words stand, and not at
//! every name. Some are noted while the names are looked for, others asked for beside a name.

use std::collections::BTreeMap;

use super::opening::Opening;
use super::scan::is_joined;
use crate::word::{first, first_letters, fold, plain};

/// What kind of word it is: to each kind belongs one bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signal(u32);

/// Of each word, by its first letters, the kinds that it may be.
#[derive(Clone, Debug)]
pub(crate) struct Signals {
    /// By the hash of the letters, with open addressing, in as little room as tells words apart: bits of the hash, and the
    /// number of the kinds. Vacant slots hold 0.
    slots: Box<[u32]>,
    /// The kinds that words may be, by number: few of all that could be put together.
    kinds: Vec<Signal>,
    /// What marks may be that stand where a word might.
    marks: [Signal; 128],
    /// The kinds whose places the scan notes, and the words of these.
    noted: Signal,
    openings: Vec<Opening>,
    /// Noted kinds with a word that does not begin with a letter of ASCII: these may stand anywhere.
    anywhere: Signal,
}

/// Where in a text such words stand.
#[derive(Clone, Debug)]
pub(crate) struct Signalled {
    marks: Vec<(usize, Signal)>,
    anywhere: Signal,
}

impl Signal {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const ALL: Self = Self(u32::MAX);

    /// The kinds that count before a name, and those that count behind one or anywhere.
    pub(super) const BEFORE: Self = Self(0x0000_ffff);
    pub(super) const AFTER: Self = Self(0xffff_0000);

    /// Not kinds of words, but what stands beside a name: a word that does not begin with a small letter.
    pub(crate) const CAPITAL_BEFORE: Self = Self(1 << 14);
    pub(crate) const CAPITAL_AFTER: Self = Self(1 << 30);
    /// A word or mark that is only part of a phrase: what stands beyond it is asked as well.
    pub(super) const LONGER_BEFORE: Self = Self(1 << 13);
    pub(super) const LONGER_AFTER: Self = Self(1 << 29);
    /// A mark, or the end of the text.
    pub(crate) const MARK_BEFORE: Self = Self(1 << 15);
    pub(crate) const MARK_AFTER: Self = Self(1 << 31);

    /// A kind of words before names, up to the 12th.
    pub(crate) const fn before(number: u8) -> Self {
        assert!(number < 13);
        Self(1 << number)
    }

    /// A kind of words behind names or anywhere, up to the 12th.
    pub(crate) const fn after(number: u8) -> Self {
        assert!(number < 13);
        Self(1 << (16 + number))
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of them that are among the others.
    #[inline]
    pub(super) const fn of(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    #[inline]
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// How a word is written, and what counts of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// As given; the first word.
    So,
    /// All small, all capital, or with a first capital; the first word.
    InAnyCase,
    /// As given, before a name; the last two words.
    Before,
    /// As given, behind a name; the first two words, or a mark and the first.
    Behind,
}

impl Written {
    /// The first letters of the word, in each case; none where it begins with none.
    fn letters(self, word: &str) -> impl Iterator<Item = u64> + use<> {
        let (letters, count) = first_letters(word.as_bytes(), 0);
        // Of letters this bit makes small ones; of digits, which have it, it makes nothing else.
        let small = letters | first(0x2020_2020_2020_2020, count);
        let large: [u8; 8] = small.to_le_bytes().map(|byte| byte.to_ascii_uppercase());
        let large = u64::from_le_bytes(large);
        let cases = [letters, small, small & !0xff | large & 0xff, large];
        let written = if self == Self::InAnyCase { cases.len() } else { 1 };
        cases.into_iter().take(if count == 0 { 0 } else { written })
    }
}

/// What a word or a mark may be, while all are put together.
struct Cues {
    of_letters: BTreeMap<u64, Signal>,
    marks: [Signal; 128],
    anywhere: Signal,
}

impl Default for Cues {
    fn default() -> Self {
        Self { of_letters: BTreeMap::new(), marks: [Signal::NONE; 128], anywhere: Signal::NONE }
    }
}

impl Cues {
    /// Adds a word, by its first letters, and a mark before it; whether it begins with a letter of ASCII.
    fn add(&mut self, word: &str, written: Written, kinds: Signal) -> bool {
        if let Some(mark) = mark(word.chars().next()) {
            self.add_mark(mark, kinds);
        }
        let word = word.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
        // With and without diacritics: letters of ASCII may go on where they stand.
        let folded = (!word.is_ascii()).then(|| fold(word));
        for letters in [Some(word), folded.as_deref()].into_iter().flatten().flat_map(|word| written.letters(word)) {
            self.add_letters(letters, kinds);
        }
        word.starts_with(|c: char| c.is_ascii())
    }

    /// Adds a phrase before a name: its last two words, or its last one and the mark behind it.
    fn add_before(&mut self, phrase: &str, kinds: Signal) {
        let mark = mark(phrase.chars().next_back());
        let mut words = phrase.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let Some(last) = words.next() else { return self.add_marks(mark, kinds) };
        match words.next() {
            Some(before) if phrase.is_ascii() && mark.is_none() => {
                self.add_letters(pair(letters(before), letters(last)), kinds);
                self.add(last, Written::So, Signal::LONGER_BEFORE);
            }
            _ => {
                self.add(last, Written::So, kinds);
                self.add_marks(mark, kinds);
            }
        }
    }

    /// Adds a phrase behind a name: its first two words, or a mark and its first one.
    fn add_behind(&mut self, phrase: &str, kinds: Signal) {
        let mut chars = phrase.chars();
        let mark = mark(chars.next());
        let words = if mark.is_some() { chars.as_str() } else { phrase };
        let mut first_two = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        match (mark, first_two.next(), first_two.next()) {
            (Some(mark), Some(first), _)
                if words.is_ascii() && words.trim_start().starts_with(|c: char| c.is_alphanumeric()) =>
            {
                self.add_letters(pair(u64::from(mark), letters(first)), kinds);
                self.add_mark(mark, Signal::LONGER_AFTER);
            }
            (None, Some(first), Some(second)) if words.is_ascii() => {
                self.add_letters(pair(letters(first), letters(second)), kinds);
                self.add(first, Written::So, Signal::LONGER_AFTER);
            }
            _ => {
                self.add(phrase, Written::So, kinds);
            }
        }
    }

    fn add_letters(&mut self, letters: u64, kinds: Signal) {
        let all = self.of_letters.entry(letters).or_insert(Signal::NONE);
        *all = all.and(kinds);
    }

    fn add_marks(&mut self, marks: impl IntoIterator<Item = u8>, kinds: Signal) {
        marks.into_iter().for_each(|mark| self.add_mark(mark, kinds));
    }

    fn add_mark(&mut self, mark: u8, kinds: Signal) {
        let all = &mut self.marks[usize::from(mark)];
        *all = all.and(kinds);
    }
}

impl Signals {
    /// Words, marks and phrases with their kinds; and the kinds that the scan notes.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = (&'w str, Written, Signal)>, noted: Signal) -> Self {
        let mut cues = Cues::default();
        for (words, written, kinds) in words {
            match written {
                Written::Before => cues.add_before(words, kinds),
                Written::Behind => cues.add_behind(words, kinds),
                Written::So | Written::InAnyCase => {
                    let begins = cues.add(words, written, kinds);
                    cues.anywhere = cues.anywhere.and(if begins { Signal::NONE } else { kinds.of(noted) });
                }
            }
        }
        let Cues { of_letters, marks, anywhere } = cues;
        let of_noted = of_letters.iter().filter(|(_, kinds)| kinds.meets(noted));
        let openings = of_noted.map(|(&letters, _)| Opening::new(letters)).collect();
        let slots = vec![0; (2 * of_letters.len() + 1).next_power_of_two()].into();
        let mut signals = Self { slots, kinds: vec![Signal::ALL], marks, noted, openings, anywhere };
        for (letters, kinds) in of_letters {
            signals.add(Opening::new(letters), kinds);
        }
        signals
    }

    fn add(&mut self, letters: Opening, kinds: Signal) {
        let number = self.kinds.iter().position(|&other| other == kinds).unwrap_or_else(|| {
            self.kinds.push(kinds);
            self.kinds.len() - 1
        });
        // More than there are numbers for are all kinds at once, the first of them.
        let number = u8::try_from(number).unwrap_or(0);
        let slot = self.slot(letters);
        self.slots[slot] = hashed(letters) | u32::from(number);
    }

    #[inline]
    fn slot(&self, letters: Opening) -> usize {
        letters.slot(&self.slots, |slot| slot & !0xff == hashed(letters) || slot == 0)
    }

    /// What two words with these first letters may be that stand together, or a mark and a word.
    #[inline]
    pub(super) fn of_pair(&self, first: u64, second: u64) -> Signal {
        self.kinds(Opening::new(pair(first, second)))
    }

    /// What a word with these first letters may be.
    #[inline]
    pub(super) fn kinds(&self, letters: Opening) -> Signal {
        match self.slots[self.slot(letters)] {
            0 => Signal::NONE,
            slot => self.kinds[slot as usize & 0xff],
        }
    }

    /// The same of what the scan notes.
    #[inline]
    pub(super) fn noted(&self, letters: Opening) -> Signal {
        self.kinds(letters).of(self.noted)
    }

    /// The words that the scan notes.
    pub(super) fn openings(&self) -> impl Iterator<Item = Opening> {
        self.openings.iter().copied()
    }

    /// What a mark of ASCII may be.
    pub(super) fn of_mark(&self, mark: u8) -> Signal {
        self.marks[usize::from(mark)]
    }

    /// What the word may be that begins there.
    #[inline]
    pub(crate) fn at(&self, text: &str, at: usize) -> Signal {
        let (letters, end) = first_letters(text.as_bytes(), at);
        if end > at && !is_joined(text, end) { self.kinds(Opening::new(letters)) } else { Signal::ALL }
    }

    /// Whether a word of these kinds may begin there.
    #[inline]
    pub(crate) fn may_begin(&self, kinds: Signal, text: &str, at: usize) -> bool {
        self.at(text, at).meets(kinds)
    }

    /// Nothing is noted yet.
    pub(crate) fn none_yet(&self) -> Signalled {
        Signalled { marks: Vec::with_capacity(64), anywhere: self.anywhere }
    }
}

impl Signalled {
    #[inline]
    pub(super) fn note(&mut self, at: usize, kinds: Signal) {
        if kinds != Signal::NONE {
            self.marks.push((at, kinds));
        }
    }

    /// Where words of these kinds may begin, from left to right; `None` where they may anywhere.
    pub(crate) fn places(&self, kinds: Signal) -> Option<impl Iterator<Item = usize>> {
        let places = self.marks.iter().filter(move |(_, other)| other.meets(kinds)).map(|&(at, _)| at);
        (!self.anywhere.meets(kinds)).then_some(places)
    }
}

/// The first letters of a word.
fn letters(word: &str) -> u64 {
    first_letters(word.as_bytes(), 0).0
}

/// The mark of ASCII that the character is or stands for.
fn mark(c: Option<char>) -> Option<u8> {
    c.map(plain).filter(|c| c.is_ascii_punctuation()).map(|c| c as u8)
}

/// Two words that stand together, or a mark and a word, in one number.
#[inline]
fn pair(first: u64, second: u64) -> u64 {
    first.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32) ^ second
}

/// What of the hash a slot holds, which is never 0.
fn hashed(letters: Opening) -> u32 {
    letters.hash as u32 & !0xff | 0x100
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::{Matcher, Pattern, Scanner};
    use crate::vocabulary::Case;

    #[test]
    fn tells_what_stands_beside_a_name() {
        const BEFORE: Signal = Signal::before(0);
        const BEHIND: Signal = Signal::after(0);
        let matcher = Matcher::new([Pattern { text: "Peru", case: Case::Title, number: 0 }]).unwrap();
        let phrases = [
            ("Bank of", Written::Before, BEFORE),
            ("Sino-", Written::Before, BEFORE),
            ("of the Lake", Written::Behind, BEHIND),
            (", Ohio", Written::Behind, BEHIND),
            ("'s Gold", Written::Behind, BEHIND),
        ];
        let scanner = Scanner::new(matcher, Signals::new(phrases, Signal::NONE));
        let cases = [
            ("the Bank of Peru said", true, false),
            ("the bank  of Peru said", false, false),
            ("the Bank\nof Peru", true, false),
            ("an end of Peru of theirs", false, false),
            ("Peru of the North", false, true),
            ("Peru, Ohio", false, true),
            ("Peru, in Ohio", false, false),
            ("Sino-Peru's", true, true),
            ("Peru' and", false, false),
            ("Peru", false, false),
        ];
        for (text, before, behind) in cases {
            let hit = scanner.scan(text).0[0];
            assert_eq!((hit.beside.meets(BEFORE), hit.beside.meets(BEHIND)), (before, behind), "{text}");
        }
    }

    #[test]
    fn notes_where_words_stand_in_and_between_names() {
        const OFFICE: Signal = Signal::after(0);
        const NOUN: Signal = Signal::after(1);
        let matcher = Matcher::new([Pattern { text: "Peru Envoy", case: Case::Title, number: 0 }]).unwrap();
        let signals = Signals::new(
            [("envoy", Written::InAnyCase, OFFICE), ("military alliance", Written::InAnyCase, NOUN)],
            OFFICE.and(NOUN),
        );
        let text = "Peru Envoy, an ENVOY, en-\nvoy of the Military Alliance";
        let (hits, signalled) = Scanner::new(matcher, signals).scan(text);
        assert_eq!(hits.len(), 1);
        let places = |kinds| signalled.places(kinds).unwrap().collect::<Vec<usize>>();
        assert_eq!((places(OFFICE), places(NOUN)), (vec![5, 15, 22], vec![22, 37]));
        let anywhere = Signals::new([("élu", Written::So, OFFICE)], OFFICE).none_yet();
        assert!(anywhere.places(OFFICE).is_none());
    }
}
