//! Words by which later steps are set going: each step then looks at the few places where such words stand, and not at
//! every name. Some are noted while the names are looked for, others asked for beside a name.

use std::ops::Range;

use super::opening::hash;
use super::scan::is_joined;
use crate::word::{first, first_letters, fold};

/// What kind of word it is: to each kind belongs one bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signal(u32);

/// Of each word, by the hash of its first letters, the kinds that it may be: a word may share its place with others, so
/// that one noted too many is looked at for nothing, and none is missed.
#[derive(Clone, Debug)]
pub(crate) struct Signals {
    kinds: Box<[Signal]>,
    /// The kinds whose places the scan notes.
    noted: Signal,
    /// Noted kinds with a word that does not begin with a letter of ASCII: these may stand anywhere.
    anywhere: Signal,
}

/// Places of the table, a power of two: those of the words that texts are made of stay in the nearest cache.
const PLACES: usize = 1 << 14;

/// Where in a text such words stand.
#[derive(Clone, Debug)]
pub(crate) struct Signalled {
    marks: Vec<(usize, Signal)>,
    anywhere: Signal,
}

impl Signal {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const ALL: Self = Self(u32::MAX);

    pub(crate) const fn number(number: u8) -> Self {
        Self(1 << number)
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of them that are among the others.
    #[inline]
    const fn of(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    #[inline]
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// In what cases a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// As given.
    So,
    /// All small, all capital, or with a first capital.
    InAnyCase,
}

impl Signals {
    /// Words, and phrases of which the first word counts, with their kinds; and the kinds that the scan notes.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = (&'w str, Written, Signal)>, noted: Signal) -> Self {
        let mut signals = Self { kinds: vec![Signal::NONE; PLACES].into(), noted, anywhere: Signal::NONE };
        for (word, written, kinds) in words {
            let word = word.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
            if !word.starts_with(|c: char| c.is_ascii()) {
                signals.anywhere = signals.anywhere.and(kinds.of(noted));
            }
            // With and without diacritics: letters of ASCII may go on where they stand.
            signals.add(word, written, kinds);
            if !word.is_ascii() {
                signals.add(&fold(word), written, kinds);
            }
        }
        signals
    }

    fn add(&mut self, word: &str, written: Written, kinds: Signal) {
        let mut place = |letters: u64| {
            let place = place(letters);
            self.kinds[place] = self.kinds[place].and(kinds);
        };
        let (letters, count) = first_letters(word.as_bytes(), 0);
        if count == 0 {
            return;
        }
        place(letters);
        if written == Written::InAnyCase {
            // Of letters this bit makes small ones; of digits, which have it, it makes nothing else.
            let small = letters | first(0x2020_2020_2020_2020, count);
            let large: [u8; 8] = small.to_le_bytes().map(|byte| byte.to_ascii_uppercase());
            let large = u64::from_le_bytes(large);
            place(small);
            place(small & !0xff | large & 0xff);
            place(large);
        }
    }

    /// What a word with these first letters may be.
    #[inline]
    pub(super) fn kinds(&self, letters: u64) -> Signal {
        self.kinds[place(letters)]
    }

    /// What a word with these first letters may be, of what the scan notes.
    #[inline]
    pub(super) fn noted(&self, letters: u64) -> Signal {
        self.kinds(letters).of(self.noted)
    }

    /// What the word may be that begins there.
    #[inline]
    pub(crate) fn at(&self, text: &str, at: usize) -> Signal {
        let (letters, end) = first_letters(text.as_bytes(), at);
        if end > at && !is_joined(text, end) { self.kinds(letters) } else { Signal::ALL }
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

    /// Whether a word of these kinds may begin in the stretch.
    pub(crate) fn stand_in(&self, kinds: Signal, stretch: Range<usize>) -> bool {
        self.anywhere.meets(kinds) || {
            let from = self.marks.partition_point(|&(at, _)| at < stretch.start);
            let mut within = self.marks[from..].iter().take_while(|(at, _)| *at < stretch.end);
            within.any(|(_, other)| other.meets(kinds))
        }
    }

    /// Where words of these kinds may begin, from left to right; `None` where they may anywhere.
    pub(crate) fn places(&self, kinds: Signal) -> Option<impl Iterator<Item = usize>> {
        let places = self.marks.iter().filter(move |(_, other)| other.meets(kinds)).map(|&(at, _)| at);
        (!self.anywhere.meets(kinds)).then_some(places)
    }
}

fn place(letters: u64) -> usize {
    (hash(letters) >> 40) as usize & (PLACES - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::{Matcher, Pattern};
    use crate::vocabulary::Case;

    #[test]
    fn notes_where_words_stand_in_and_between_names() {
        const OFFICE: Signal = Signal::number(0);
        const NOUN: Signal = Signal::number(1);
        let matcher = Matcher::new([Pattern { text: "Peru Envoy", case: Case::Title, number: 0 }]).unwrap();
        let signals = Signals::new(
            [("envoy", Written::InAnyCase, OFFICE), ("military alliance", Written::InAnyCase, NOUN)],
            OFFICE.and(NOUN),
        );
        let text = "Peru Envoy, an ENVOY, en-\nvoy of the Military Alliance";
        let (hits, signalled) = matcher.scan(text, &signals);
        assert_eq!(hits.len(), 1);
        let offices: Vec<usize> = signalled.places(OFFICE).unwrap().collect();
        assert_eq!(offices, [5, 15, 22]);
        assert!(signalled.stand_in(NOUN, 30..text.len()) && !signalled.stand_in(OFFICE, 30..text.len()));
        let anywhere = Signals::new([("élu", Written::So, OFFICE)], OFFICE).none_yet();
        assert!(anywhere.stand_in(OFFICE, 0..1) && anywhere.places(OFFICE).is_none());
    }
}
