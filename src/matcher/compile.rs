//! Patterns to an automaton.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::opening::{Opening, Starts, first_word};
use super::spelled::Spelled;
use crate::error::Error;
use crate::vocabulary::Case;
use crate::word::{first_letters, letters_end};

/// A name to look for, and the number by which the caller knows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern<'p> {
    pub(crate) text: &'p str,
    pub(crate) case: Case,
    pub(crate) number: u32,
}

/// The automaton over all spellings of all patterns.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    pub(super) nfa: NFA,
    pub(super) start: StateID,
    /// Where the walk begins behind the first letters of spellings.
    pub(super) starts: Starts,
    /// With which bytes spellings begin; and the marks among them, where there are any.
    pub(super) first_bytes: Box<[bool; 256]>,
    pub(super) marks: Option<Box<[bool; 256]>>,
    spelled: Spelled,
}

impl Matcher {
    /// Compiles the patterns.
    pub(crate) fn new<'p>(patterns: impl IntoIterator<Item = Pattern<'p>>) -> Result<Self, Error> {
        let patterns: Vec<Pattern<'_>> = patterns.into_iter().collect();
        let spelled = Spelled::new(&patterns);
        let too_large = |error: &dyn std::fmt::Display| {
            Error::new(format!("the names are too many for one automaton ({error})"), "split the gazetteer")
        };
        let nfa = NFA::builder()
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .build(spelled.iter())
            .map_err(|error| too_large(&error))?;
        let start = nfa.start_state(Anchored::Yes).map_err(|error| too_large(&error))?;
        let mut starts: Vec<(Opening, u32, StateID, &[u8])> = Vec::with_capacity(spelled.iter().len());
        for (number, spelling) in (0..).zip(spelled.iter()) {
            let bytes = spelling.as_bytes();
            let (first, count) = first_word(bytes, 0, letters_end(bytes, 0));
            let state = match starts.last() {
                Some(&(last, _, state, _)) if last == first => state,
                _ => bytes[..count].iter().fold(start, |state, &byte| nfa.next_state(Anchored::Yes, state, byte)),
            };
            if count > 0 {
                starts.push((first, number, state, &bytes[count..]));
            }
        }
        let starts = Starts::new(&starts);
        let mut first_bytes = Box::new([false; 256]);
        for spelling in spelled.iter() {
            first_bytes[usize::from(spelling.as_bytes()[0])] = true;
        }
        let mut marks = first_bytes.clone();
        for (byte, begins) in (0..=u8::MAX).zip(marks.iter_mut()) {
            *begins &= byte.is_ascii() && !byte.is_ascii_alphanumeric();
        }
        let marks = marks.contains(&true).then_some(marks);
        Ok(Self { nfa, start, starts, first_bytes, marks, spelled })
    }

    /// All spellings, in the order of the alphabet from its end.
    pub(crate) fn spellings(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.spelled.iter()
    }

    /// The first letters of all spellings that begin with some.
    pub(super) fn openings(&self) -> impl Iterator<Item = Opening> {
        let letters = self.spellings().map(|spelling| first_letters(spelling.as_bytes(), 0).0);
        letters.filter(|&letters| letters != 0).map(Opening::new)
    }

    /// The numbers of the patterns that share a spelling, in the order in which they were given.
    pub(crate) fn numbers(&self, spelling: u32) -> &[u32] {
        self.spelled.numbers(spelling as usize)
    }
}
