//! Phrases that stand directly beside a name, looked up in one walk however many there are.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use crate::error::Error;
use crate::span::Span;
use crate::word::{is_word_before, starts_word};

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
    /// The beginnings of all phrases, as bits by their hash: next to nearly every name stands none of them, and this
    /// saves the walk.
    beginnings: Box<[u64]>,
    /// The first bytes of phrases too short to have a beginning: "$".
    marks: Vec<u8>,
}

/// Bits of the table of beginnings.
const BITS: u32 = 16;

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

    /// Calls `found` with the number of each phrase that stands directly before or after the name.
    pub(crate) fn around(&self, text: &str, name: Span, mut found: impl FnMut(u32)) {
        let (ahead, behind) = (text[..name.start].bytes().rev(), text[name.end..].bytes());
        if self.before.may_stand(ahead.clone()) {
            self.before.walk(ahead, |number, length| {
                let start = name.start - length;
                if text.is_char_boundary(start) && !(starts_word(text, start) && is_word_before(text, start)) {
                    found(number);
                }
            });
        }
        if self.after.may_stand(behind.clone()) {
            self.after.walk(behind, |number, length| {
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
        let mut beginnings: Box<[u64]> = vec![0; 1 << (BITS - 6)].into();
        let mut marks = Vec::new();
        for (phrase, _) in &phrases {
            match beginning(phrase.iter().copied()) {
                Some(bit) => beginnings[bit / 64] |= 1 << (bit % 64),
                None => marks.extend(phrase.first()),
            }
        }
        marks.sort_unstable();
        marks.dedup();
        Ok(Self { nfa, start, numbers: phrases.into_iter().map(|(_, number)| number).collect(), beginnings, marks })
    }

    /// Whether a phrase may stand in the bytes away from the name.
    fn may_stand(&self, bytes: impl Iterator<Item = u8> + Clone) -> bool {
        let is_set = |bit: usize| self.beginnings[bit / 64] & (1 << (bit % 64)) != 0;
        beginning(bytes.clone()).is_none_or(is_set) || bytes.take(1).any(|first| self.marks.contains(&first))
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

/// The bit of the first bytes of a phrase: a mark or a gap, perhaps a second one, and the rest of the first word.
/// `None` where that does not tell: a phrase that ends with a mark before its first word, or a run of white space.
fn beginning(bytes: impl Iterator<Item = u8>) -> Option<usize> {
    let mut eight = 0;
    let mut last = b' ';
    let mut ended = true;
    for (length, byte) in bytes.take(8).enumerate() {
        let byte = if byte.is_ascii_whitespace() { b' ' } else { byte };
        if length > 0 && byte == b' ' && last == b' ' {
            return None;
        }
        if length >= 2 && !byte.is_ascii_alphanumeric() {
            ended = false;
            break;
        }
        eight = eight << 8 | u64::from(byte);
        last = byte;
    }
    let tells = !ended || last.is_ascii_alphanumeric();
    tells.then_some((eight.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize)
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
            surroundings.around(text, Span::new(start, start + 4), |number| all.push(number));
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
        assert_eq!(around("Name's Secret"), [12]);
    }
}
