//! Words by which later steps are set going, noted while the names are looked for: each step then looks at the few places
//! where such words stand, and not at every name.

use std::ops::Range;

use super::opening::hash;
use super::scan::is_joined;
use crate::word::{first_letters, fold, letters_end};

/// What kind of word it is: to each kind belongs one bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signal(u8);

/// Of each word, by the hash of its first letters, the kinds that it may be: a word may share its place with others, so
/// that one noted too many is looked at for nothing, and none is missed.
#[derive(Clone, Debug)]
pub(crate) struct Signals {
    kinds: Box<[Signal]>,
    /// Kinds with a word that does not begin with a letter of ASCII: these may stand anywhere.
    anywhere: Signal,
}

/// Places of the table, a power of two: they stay in the nearest cache.
const PLACES: usize = 1 << 14;

/// Where in a text such words stand.
#[derive(Clone, Debug)]
pub(crate) struct Signalled {
    marks: Vec<(usize, Signal)>,
    anywhere: Signal,
}

impl Signal {
    pub(crate) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(u8::MAX);

    pub(crate) const fn number(number: u8) -> Self {
        Self(1 << number)
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Signals {
    /// Words and phrases with their kinds. They stand in any case: all small, all capital, or with a first capital.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = (&'w str, Signal)>) -> Self {
        let mut signals = Self { kinds: vec![Signal::NONE; PLACES].into(), anywhere: Signal::NONE };
        for (word, kinds) in words {
            let word = word.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
            if !word.starts_with(|c: char| c.is_ascii()) {
                signals.anywhere = signals.anywhere.and(kinds);
            }
            // With and without diacritics: letters of ASCII may go on where they stand.
            for word in [word, &fold(word)] {
                let small = word[..letters_end(word.as_bytes(), 0)].to_ascii_lowercase();
                let Some(first) = small.get(..1) else { continue };
                let capital = first.to_ascii_uppercase() + &small[1..];
                for written in [&word[..small.len()], &small, &capital, &small.to_ascii_uppercase()] {
                    let place = place(first_letters(written.as_bytes(), 0).0);
                    signals.kinds[place] = signals.kinds[place].and(kinds);
                }
            }
        }
        signals
    }

    /// What a word with these first letters may be.
    #[inline]
    pub(super) fn kinds(&self, letters: u64) -> Signal {
        self.kinds[place(letters)]
    }

    /// Whether a word of these kinds may begin there.
    #[inline]
    pub(crate) fn may_begin(&self, kinds: Signal, text: &str, at: usize) -> bool {
        let (letters, end) = first_letters(text.as_bytes(), at);
        let found = if end > at && !is_joined(text, end) { self.kinds(letters) } else { Signal::ALL };
        found.and(self.anywhere).meets(kinds)
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
        let signals = Signals::new([("envoy", OFFICE), ("military alliance", NOUN)]);
        let text = "Peru Envoy, an ENVOY, en-\nvoy of the Military Alliance";
        let (hits, signalled) = matcher.scan(text, &signals);
        assert_eq!(hits.len(), 1);
        let offices: Vec<usize> = signalled.places(OFFICE).unwrap().collect();
        assert_eq!(offices, [5, 15, 22]);
        assert!(signalled.stand_in(NOUN, 30..text.len()) && !signalled.stand_in(OFFICE, 30..text.len()));
        let anywhere = Signals::new([("élu", OFFICE)]).none_yet();
        assert!(anywhere.stand_in(OFFICE, 0..1) && anywhere.places(OFFICE).is_none());
    }
}
