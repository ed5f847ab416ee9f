//! Phrases that stand directly beside a name, looked up in one walk however many there are.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::opening::{Opening, sieve};
use crate::error::Error;
use crate::sieve::Sieve;
use crate::span::Span;
use crate::word::{first_eight, is_word_before, last_eight, leading_letters, starts_word};

/// Phrases before and after names, each known to the caller by a number.
#[derive(Clone, Debug)]
pub(crate) struct Surroundings {
    before: Side,
    after: Side,
}

/// Phrases in the order in which they are walked: those before a name from their end to their beginning.
#[derive(Clone, Debug)]
struct Side {
    nfa: NFA,
    start: StateID,
    numbers: Vec<u32>,
    /// With what phrases begin: next to nearly every name stands none of them, and this saves the walk.
    openings: Sieve,
    /// The first bytes of phrases too short to have an opening: "$".
    marks: Box<[bool; 256]>,
}

impl Surroundings {
    /// Compiles phrases with their numbers; one phrase may have several.
    pub(crate) fn new(before: &[(&str, u32)], after: &[(&str, u32)]) -> Result<Self, Error> {
        let backwards = before.iter().map(|&(phrase, number)| {
            let gap = if phrase.ends_with('-') { "" } else { " " };
            (gap.bytes().chain(phrase.bytes().rev()).collect(), number)
        });
        let forwards = after.iter().map(|&(phrase, number)| {
            let gap = if phrase.starts_with(|c: char| c.is_alphanumeric() || c == '(') { " " } else { "" };
            (gap.bytes().chain(phrase.bytes()).collect(), number)
        });
        Ok(Self { before: Side::new(backwards.collect())?, after: Side::new(forwards.collect())? })
    }

    /// Calls `found` with the number of each phrase that stands directly before the name.
    pub(crate) fn before(&self, text: &str, name: Span, mut found: impl FnMut(u32)) {
        let ahead = &text.as_bytes()[..name.start];
        if self.before.may_stand(last_eight(ahead)) {
            self.before.walk(ahead.iter().rev().copied(), |number, length| {
                let start = name.start - length;
                if text.is_char_boundary(start) && !(starts_word(text, start) && is_word_before(text, start)) {
                    found(number);
                }
            });
        }
    }

    /// The same of phrases directly behind it.
    pub(crate) fn after(&self, text: &str, name: Span, mut found: impl FnMut(u32)) {
        let behind = &text.as_bytes()[name.end..];
        if self.after.may_stand(first_eight(behind)) {
            self.after.walk(behind.iter().copied(), |number, length| {
                let end = name.end + length;
                if text.is_char_boundary(end) && !(is_word_before(text, end) && starts_word(text, end)) {
                    found(number);
                }
            });
        }
    }
}

impl Side {
    fn new(phrases: Vec<(Vec<u8>, u32)>) -> Result<Self, Error> {
        let too_many =
            |error: &dyn std::fmt::Display| Error::new(format!("the guards are too many ({error})"), "split them");
        let nfa = NFA::builder()
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .build(phrases.iter().map(|(phrase, _)| phrase))
            .map_err(|error| too_many(&error))?;
        let start = nfa.start_state(Anchored::Yes).map_err(|error| too_many(&error))?;
        let is_short =
            |phrase: &[u8]| phrase.get(1).is_none_or(|second| phrase.len() == 2 && !second.is_ascii_alphanumeric());
        let (short, long): (Vec<&[u8]>, Vec<&[u8]>) =
            phrases.iter().map(|(phrase, _)| &**phrase).partition(|phrase| is_short(phrase));
        let openings = sieve(long.into_iter().map(|phrase| opening(first_eight(phrase))));
        let mut marks = Box::new([false; 256]);
        for &mark in short.into_iter().filter_map(|phrase| phrase.first()) {
            marks[usize::from(mark)] = true;
        }
        Ok(Self { nfa, start, openings, marks, numbers: phrases.into_iter().map(|(_, number)| number).collect() })
    }

    /// Whether a phrase may stand where these are the first eight bytes away from the name.
    fn may_stand(&self, eight: u64) -> bool {
        let [mark, second, third, ..] = eight.to_le_bytes();
        let in_run = is_space(second) && (is_space(mark) || is_space(third));
        in_run || self.openings.may_hold(opening(eight).hash) || self.marks[usize::from(mark)]
    }

    /// Walks the bytes away from the name; a run of white space reads as one space.
    fn walk(&self, bytes: impl Iterator<Item = u8>, mut found: impl FnMut(u32, usize)) {
        let mut state = self.start;
        let mut walked = 0;
        let mut length = 0;
        let mut in_gap = false;
        for byte in bytes {
            length += 1;
            let gap = byte.is_ascii_whitespace();
            if gap && in_gap {
                continue;
            }
            in_gap = gap;
            state = self.nfa.next_state(Anchored::Yes, state, if gap { b' ' } else { byte });
            walked += 1;
            if !self.nfa.is_special(state) {
                continue;
            }
            if self.nfa.is_dead(state) {
                return;
            }
            if self.nfa.is_match(state) {
                for pattern in (0..self.nfa.match_len(state)).map(|i| self.nfa.match_pattern(state, i)) {
                    if self.nfa.pattern_len(pattern) == walked {
                        found(self.numbers[pattern.as_usize()], length);
                    }
                }
            }
        }
    }
}

/// With what a phrase opens: a mark or a gap, a second byte, and the first letters behind these.
#[inline]
fn opening(eight: u64) -> Opening {
    let spaced = |byte: u64| u64::from(if is_space(byte as u8) { b' ' } else { byte as u8 });
    Opening::new(leading_letters(eight >> 16).0 << 16 | spaced(eight >> 8) << 8 | spaced(eight))
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_beside_or_joined() {
        let before = [("Bank of", 0), ("Sino-", 1), ("of", 2)];
        let after = [("Airways", 10), (", Texas", 11), ("'s Secret", 12), (", Texas Rangers", 13)];
        let surroundings = Surroundings::new(&before, &after).unwrap();
        let around = |text: &str| {
            let start = text.find("Name").unwrap();
            let mut all = Vec::new();
            surroundings.before(text, Span::new(start, start + 4), |number| all.push(number));
            surroundings.after(text, Span::new(start, start + 4), |number| all.push(number));
            all.sort();
            all
        };
        assert_eq!(around("the Bank  of\nName"), [0, 2]);
        assert_eq!(around("the Riverbank of Name"), [2]);
        assert_eq!(around("Sino-Name"), [1]);
        assert_eq!(around("Name Airways"), [10]);
        assert!(around("NameAirways").is_empty());
        assert!(around("Name Airwaysish").is_empty());
        assert_eq!(around("Name, Texas Rangers"), [11, 13]);
        assert_eq!(around("Name,  \n Texas"), [11]);
        assert_eq!(around("Name's Secret"), [12]);
    }
}
