//! Words by which later steps are set going: each step then looks at the few places where such words stand, and not at
//! every name. Some are noted while the names are looked for, others asked for beside a name.

use super::cue::Cues;
use super::opening::Opening;
use super::scan::is_joined;
use crate::word::first_letters;

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

    pub(super) const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    #[inline]
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl From<Cues> for Signals {
    fn from(cues: Cues) -> Self {
        let Cues { of_letters, marks, anywhere, noted } = cues;
        let of_noted = of_letters.iter().filter(|(_, kinds)| kinds.meets(noted));
        let openings = of_noted.map(|(&letters, _)| Opening::new(letters)).collect();
        // So sparse that hardly a word is looked for beyond its own slot.
        let slots = vec![0; (4 * of_letters.len() + 1).next_power_of_two()].into();
        let mut signals = Self { slots, kinds: vec![Signal::ALL], marks, noted, openings, anywhere };
        for (letters, kinds) in of_letters {
            signals.add(Opening::new(letters), kinds);
        }
        signals
    }
}

impl Signals {
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

/// What of the hash a slot holds, which is never 0.
fn hashed(letters: Opening) -> u32 {
    letters.hash as u32 & !0xff | 0x100
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signals<const N: usize>(words: [(&str, Written, Signal); N], noted: Signal) -> Signals {
        let mut cues = Cues::new(noted);
        words.into_iter().for_each(|(words, written, kinds)| cues.add(words, written, kinds));
        cues.into()
    }

    use crate::matcher::{Matcher, Pattern, Scanner, Written};
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
        let scanner = Scanner::new(matcher, signals(phrases, Signal::NONE));
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
        let signals = signals(
            [("envoy", Written::InAnyCase, OFFICE), ("military alliance", Written::InAnyCase, NOUN)],
            OFFICE.and(NOUN),
        );
        let text = "Peru Envoy, an ENVOY, en-\nvoy of the Military Alliance";
        let (hits, signalled) = Scanner::new(matcher, signals).scan(text);
        assert_eq!(hits.len(), 1);
        let places = |kinds| signalled.places(kinds).unwrap().collect::<Vec<usize>>();
        assert_eq!((places(OFFICE), places(NOUN)), (vec![5, 15, 22], vec![22, 37]));
        let anywhere = self::signals([("élu", Written::So, OFFICE)], OFFICE).none_yet();
        assert!(anywhere.places(OFFICE).is_none());
    }
}
