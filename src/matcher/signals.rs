//! Words by which later steps are set going: each step then looks at the few places where such words stand, and not at
//! every name. Some are noted while the names are looked for, others asked for beside a name.

use std::collections::BTreeMap;
use std::ops::Range;

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
    /// A mark, or the end of the text.
    pub(crate) const MARK_BEFORE: Self = Self(1 << 15);
    pub(crate) const MARK_AFTER: Self = Self(1 << 31);

    /// A kind of words before names, up to the 13th.
    pub(crate) const fn before(number: u8) -> Self {
        assert!(number < 14);
        Self(1 << number)
    }

    /// A kind of words behind names or anywhere, up to the 13th.
    pub(crate) const fn after(number: u8) -> Self {
        assert!(number < 14);
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

/// In what cases a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// As given.
    So,
    /// All small, all capital, or with a first capital.
    InAnyCase,
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

impl Signals {
    /// Words and marks, and phrases of which the first one counts, with their kinds; and the kinds that the scan notes.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = (&'w str, Written, Signal)>, noted: Signal) -> Self {
        let mut of_letters = BTreeMap::new();
        let mut marks = [Signal::NONE; 128];
        let mut anywhere = Signal::NONE;
        for (word, written, kinds) in words {
            let mark = word.chars().next().map_or(' ', plain);
            if mark.is_ascii() && !mark.is_ascii_alphanumeric() {
                let mark = &mut marks[mark as usize];
                *mark = mark.and(kinds);
            }
            let word = word.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
            if !word.starts_with(|c: char| c.is_ascii()) {
                anywhere = anywhere.and(kinds.of(noted));
            }
            // With and without diacritics: letters of ASCII may go on where they stand.
            let folded = (!word.is_ascii()).then(|| fold(word));
            for letters in [Some(word), folded.as_deref()].into_iter().flatten().flat_map(|word| written.letters(word))
            {
                let all = of_letters.entry(letters).or_insert(Signal::NONE);
                *all = all.and(kinds);
            }
        }
        let of_noted = of_letters.iter().filter(|(_, kinds)| kinds.meets(noted));
        let openings = of_noted.map(|(&letters, _)| Opening::new(letters)).collect();
        let mut signals = Self {
            slots: vec![0; (2 * of_letters.len() + 1).next_power_of_two()].into(),
            kinds: vec![Signal::ALL],
            marks,
            noted,
            openings,
            anywhere,
        };
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

    /// Words of these kinds, asked for from left to right.
    pub(crate) fn of(&self, kinds: Signal) -> Stretches<'_> {
        Stretches { marks: &self.marks, kinds, anywhere: self.anywhere.meets(kinds) }
    }

    /// Where words of these kinds may begin, from left to right; `None` where they may anywhere.
    pub(crate) fn places(&self, kinds: Signal) -> Option<impl Iterator<Item = usize>> {
        let places = self.marks.iter().filter(move |(_, other)| other.meets(kinds)).map(|&(at, _)| at);
        (!self.anywhere.meets(kinds)).then_some(places)
    }
}

/// Answers, for stretches asked for from left to right, whether words of the kinds may begin in them.
pub(crate) struct Stretches<'s> {
    /// What is noted, from the first place on that no stretch asked for lies behind.
    marks: &'s [(usize, Signal)],
    kinds: Signal,
    anywhere: bool,
}

impl Stretches<'_> {
    /// Whether a word may begin in the stretch, which begins no further left than the last one.
    pub(crate) fn stand_in(&mut self, stretch: Range<usize>) -> bool {
        while let [(at, kinds), rest @ ..] = self.marks
            && (*at < stretch.start || !kinds.meets(self.kinds))
        {
            self.marks = rest;
        }
        self.anywhere || self.marks.first().is_some_and(|&(at, _)| at < stretch.end)
    }
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
        let offices: Vec<usize> = signalled.places(OFFICE).unwrap().collect();
        assert_eq!(offices, [5, 15, 22]);
        assert!(signalled.of(NOUN).stand_in(30..text.len()) && !signalled.of(OFFICE).stand_in(30..text.len()));
        let anywhere = Signals::new([("élu", Written::So, OFFICE)], OFFICE).none_yet();
        assert!(anywhere.of(OFFICE).stand_in(0..1) && anywhere.places(OFFICE).is_none());
    }
}
