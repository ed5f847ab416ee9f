//! The walk through a text: at each word start, the longest spelling that ends at a word boundary.

use aho_corasick::Anchored;
use aho_corasick::automaton::{Automaton, StateID};

use super::beside::beside;
use super::compile::Matcher;
use super::glass::{LONGEST, Step, step};
use super::letters::{Letters, Word};
use super::opening::{Opening, first_word, sieve};
use super::signals::{Signal, Signalled, Signals};
use crate::sieve::Sieve;
use crate::span::Span;
use crate::word::{is_combining, is_word_before, letters_end, starts_word};

/// Looks for names, and for the words that are signals, in one pass.
#[derive(Clone, Debug)]
pub(crate) struct Scanner {
    pub(crate) names: Matcher,
    pub(crate) signals: Signals,
    /// With what either may begin, and with what signals.
    openings: Sieve,
    noted: Sieve,
}

/// A spelling that stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) span: Span,
    pub(crate) spelling: u32,
    /// What may stand directly beside it.
    pub(crate) beside: Signal,
}

/// How far the automaton has been walked through a text, and to which state.
#[derive(Clone, Copy)]
struct Walk {
    from: usize,
    at: usize,
    state: StateID,
    /// How many bytes it read, through the glass.
    walked: usize,
    /// What it has come by so far.
    longest: Option<Hit>,
}

impl Scanner {
    pub(crate) fn new(names: Matcher, signals: Signals) -> Self {
        let nothing = Opening::new(0);
        let openings = sieve(names.openings().chain(signals.openings()).chain([nothing]));
        let noted = sieve(signals.openings());
        Self { names, signals, openings, noted }
    }

    /// All hits, from left to right; they do not overlap. And where the words stand that are signals.
    pub(crate) fn scan(&self, text: &str) -> (Vec<Hit>, Signalled) {
        let Self { names, signals, openings, noted } = self;
        let bytes = text.as_bytes();
        let letters = Letters::of(bytes, names.marks.as_deref());
        let mut hits: Vec<Hit> = Vec::with_capacity(bytes.len() / 32);
        let mut signalled = signals.none_yet();
        let mut hit_end = 0;
        // Most words are neither a name's nor a signal.
        for Word { start, end, first } in letters.words(|first| openings.may_hold(first.hash)) {
            let hit = if end == start || is_joined(text, end) {
                if end > start || !bytes[start].is_ascii() && is_joined(text, start) {
                    signalled.note(start, Signal::ALL);
                }
                if start < hit_end || end == start && !names.may_begin_wide(text, start) {
                    continue;
                }
                names.longest_from(text, start)
            } else {
                if noted.may_hold(first.hash) {
                    signalled.note(start, signals.noted(first));
                }
                if start < hit_end {
                    continue;
                }
                names.longest_behind(text, start, end)
            };
            if let Some(hit) = hit
                && !is_word_before(text, start)
            {
                hit_end = hit.span.end;
                hits.push(Hit { beside: beside(text, hit.span, &letters, signals), ..hit });
            }
        }
        (hits, signalled)
    }
}

impl Matcher {
    /// The longest spelling that begins at `from` and ends at a word boundary.
    pub(crate) fn longest_at(&self, text: &str, from: usize) -> Option<Hit> {
        let end = letters_end(text.as_bytes(), from);
        if end > from && !is_joined(text, end) {
            self.longest_behind(text, from, end)
        } else {
            self.longest_from(text, from)
        }
    }

    /// The same where it is known that letters begin and end there: they need not be walked, nor is the rest, unless a
    /// spelling goes on as the text does.
    #[inline(always)]
    fn longest_behind(&self, text: &str, from: usize, end: usize) -> Option<Hit> {
        let (word, walked) = first_word(text.as_bytes(), from, end);
        let start = self.starts.behind(word)?;
        let at = from + walked;
        let whole = start.whole().and_then(|spelling| ended_at(text, from, at, spelling));
        if !self.starts.may_go_on(start, &text.as_bytes()[at..]) {
            return whole;
        }
        self.longest(text, Walk { from, at, state: start.state, walked, longest: whole })
    }

    fn longest_from(&self, text: &str, from: usize) -> Option<Hit> {
        self.longest(text, Walk { from, at: from, state: self.start, walked: 0, longest: None })
    }

    /// The longest spelling that the walk comes to and that ends at a word boundary.
    fn longest(&self, text: &str, walk: Walk) -> Option<Hit> {
        let bytes = text.as_bytes();
        let Walk { from, mut at, mut state, mut walked, mut longest } = walk;
        loop {
            // Letters and digits, nearly all that is walked, need no second look.
            if let Some(letter) = bytes.get(at).copied().filter(u8::is_ascii_alphanumeric) {
                state = self.nfa.next_state(Anchored::Yes, state, letter);
                at += 1;
                walked += 1;
                if self.nfa.is_dead(state) {
                    return longest;
                }
                continue;
            }
            if self.nfa.is_match(state) {
                let spelling = self.spelling_at(state, walked);
                longest = spelling.and_then(|spelling| ended_at(text, from, at, spelling)).or(longest);
            }
            // What shows nothing is no step, so that a name does not end behind it.
            let step = loop {
                match step_at(text, at) {
                    Step::Skip(width) if at - from < LONGEST => at += width,
                    step => break step,
                }
            };
            match step {
                Step::Byte(byte, width) => {
                    state = self.nfa.next_state(Anchored::Yes, state, byte);
                    at += width;
                    walked += 1;
                }
                Step::Raw(width) => {
                    for &byte in &bytes[at..at + width] {
                        state = self.nfa.next_state(Anchored::Yes, state, byte);
                    }
                    at += width;
                    walked += width;
                }
                Step::Skip(_) | Step::Stop => return longest,
            }
            if self.nfa.is_dead(state) {
                return longest;
            }
        }
    }

    /// The spelling that the whole walk spells. A match state also carries spellings that are mere suffixes of it
    /// (walking "New Guinea" passes a match for "Guinea"): only one as long as the walk counts.
    fn spelling_at(&self, state: StateID, walked: usize) -> Option<u32> {
        // A state's own pattern was added to it before those that its failure links lend it, so it is the first.
        let own = self.nfa.match_pattern(state, 0);
        (self.nfa.pattern_len(own) == walked).then(|| own.as_u32())
    }

    /// Whether a spelling may begin at a character beyond ASCII: at other scripts' letters, at what shows nothing.
    fn may_begin_wide(&self, text: &str, at: usize) -> bool {
        match step(text, at) {
            Step::Byte(byte, _) => self.first_bytes[usize::from(byte)],
            Step::Raw(_) => self.first_bytes[usize::from(text.as_bytes()[at])],
            Step::Skip(_) => true,
            Step::Stop => false,
        }
    }
}

/// The spelling as a hit, if the word ends where the walk does.
#[inline]
fn ended_at(text: &str, from: usize, at: usize, spelling: u32) -> Option<Hit> {
    let end = match text.as_bytes().get(at) {
        Some(0x80..) => word_end(text, at)?,
        Some(letter) if letter.is_ascii_alphanumeric() => return None,
        _ => at,
    };
    Some(Hit { span: Span::new(from, end), spelling, beside: Signal::ALL })
}

/// Where a word ends before something beyond ASCII, if it does: past what combines with its last letter and past what shows
/// nothing, when a letter's mark is among it.
#[cold]
fn word_end(text: &str, at: usize) -> Option<usize> {
    let marks: usize = text[at..].chars().take_while(|&c| is_combining(c)).map(char::len_utf8).sum();
    (!starts_word(text, at + marks)).then_some(at + marks)
}

/// What is read at one place; a single space, as it is.
#[inline]
fn step_at(text: &str, at: usize) -> Step {
    match text.as_bytes()[at..] {
        [b' ', next, ..] if next.is_ascii_graphic() => Step::Byte(b' ', 1),
        _ => step(text, at),
    }
}

/// Whether the letters that end at `end` may be read as one word with what follows: over what shows nothing, over a hyphen
/// that only breaks a line, with a dotted capital I.
#[inline]
pub(super) fn is_joined(text: &str, end: usize) -> bool {
    match text.as_bytes().get(end) {
        Some(b'-' | 0x80..) => match step(text, end) {
            Step::Skip(_) => true,
            Step::Byte(byte, _) => byte.is_ascii_alphanumeric(),
            Step::Raw(_) | Step::Stop => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cues, Pattern};
    use super::*;
    use crate::vocabulary::Case;

    fn found<'t>(names: &[(&str, Case)], text: &'t str) -> Vec<&'t str> {
        let patterns = (0..).zip(names).map(|(number, &(text, case))| Pattern { text, case, number });
        let matcher = Matcher::new(patterns).unwrap();
        let scanner = Scanner::new(matcher, Cues::new(Signal::NONE).into());
        scanner.scan(text).0.iter().map(|hit| hit.span.of(text)).collect()
    }

    #[test]
    fn named_cases() {
        let names = [
            ("Russia", Case::Title),
            ("Russian", Case::Title),
            ("Russian Federation", Case::Title),
            ("Guinea", Case::Title),
            ("Papua New Guinea", Case::Title),
            ("New Delhi", Case::Title),
            ("US", Case::Exact),
            ("U.S.", Case::Exact),
            ("Erdoğan", Case::Title),
            ("Côte d'Ivoire", Case::Title),
            ("Guinea-Bissau", Case::Title),
            ("European Union", Case::Title),
            ("Beijing", Case::Title),
            ("Ukraine", Case::Title),
            ("Ōsaka", Case::Title),
            ("'s-Gravenhage", Case::Title),
        ];
        let cases: &[(&str, &str, &[&str])] = &[
            ("the shorter where the longer fails", "Russian Federations and Russians", &["Russian"]),
            ("the longer where it holds", "the Russian Federation", &["Russian Federation"]),
            ("no suffix of a walk", "in New Guinea", &["Guinea"]),
            ("no suffix of a longer walk that fails", "New Guineas", &[]),
            ("possessive, straight and curly", "Russia's and Russia\u{2019}s", &["Russia", "Russia"]),
            ("hyphen after", "Beijing-led", &["Beijing"]),
            ("hyphen before", "pro-Ukraine", &["Ukraine"]),
            ("en dash between", "Beijing\u{2013}Ukraine", &["Beijing", "Ukraine"]),
            ("the pronoun", "tell us, US", &["US"]),
            ("stops of an acronym", "the U.S.-led and U.S. (U.S.)", &["U.S.", "U.S.", "U.S."]),
            ("with and without diacritics", "Erdoğan Erdogan ERDOĞAN", &["Erdoğan", "Erdogan", "ERDOĞAN"]),
            ("decomposed", "Erdog\u{306}an's O\u{304}saka", &["Erdog\u{306}an", "O\u{304}saka"]),
            ("curly inside", "Côte d\u{2019}Ivoire", &["Côte d\u{2019}Ivoire"]),
            ("another hyphen inside", "Guinea\u{2011}Bissau", &["Guinea\u{2011}Bissau"]),
            ("over a line", "European\n  Union", &["European\n  Union"]),
            ("over a page", "European \u{c}\nUnion", &["European \u{c}\nUnion"]),
            ("over a page and an empty line", "European\n\n\u{c}Union", &["European\n\n\u{c}Union"]),
            (
                "over a hyphen that breaks a word",
                "Euro-\n  pean Union, Bei-\r\njing",
                &["Euro-\n  pean Union", "Bei-\r\njing"],
            ),
            ("over one that stands in the name", "Guinea-\nBissau", &["Guinea-\nBissau"]),
            ("a hyphen that joins", "Russia-\nbacked", &["Russia"]),
            ("dotted capitals", "BEİJİNG", &["BEİJİNG"]),
            ("not over a paragraph", "European\n\nUnion", &[]),
            ("no-break space", "European\u{a0}Union", &["European\u{a0}Union"]),
            ("soft hyphen", "Euro\u{ad}pean Union", &["Euro\u{ad}pean Union"]),
            ("in the second word", "European Uni\u{ad}on, European Unionists", &["European Uni\u{ad}on"]),
            ("headline", "EUROPEAN UNION, RUSSIA", &["EUROPEAN UNION", "RUSSIA"]),
            ("inside a word", "Prussia, Russiagate, xUS", &[]),
            ("other letters around", "éRussia Russiaé", &[]),
            ("a mark at the beginning", "of 's-Gravenhage", &["'s-Gravenhage"]),
        ];
        for (what, text, wanted) in cases {
            assert_eq!(&found(&names, text), wanted, "{what}: {text}");
        }
    }
}
