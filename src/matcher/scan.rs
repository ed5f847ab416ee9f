//! The walk through a text: at each word start, the longest spelling that ends at a word boundary.

use aho_corasick::Anchored;
use aho_corasick::automaton::{Automaton, StateID};

use super::beside::beside;
use super::compile::Matcher;
use super::glass::{LONGEST, Step, step};
use super::letters::Letters;
use super::opening::Opening;
use super::signals::{Signal, Signalled, Signals};
use crate::span::Span;
use crate::word::{first, first_eight, first_letters, is_combining, is_word_before, letters_end, starts_word};

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
    /// Whether a spelling may go on from there.
    goes_on: bool,
}

impl Matcher {
    /// All hits, from left to right; they do not overlap. And where the words stand that are signals.
    pub(crate) fn scan(&self, text: &str, signals: &Signals) -> (Vec<Hit>, Signalled) {
        let bytes = text.as_bytes();
        let letters = Letters::of(bytes, self.marks.as_deref());
        let mut hits: Vec<Hit> = Vec::with_capacity(bytes.len() / 32);
        let mut signalled = signals.none_yet();
        let mut hit_end = 0;
        for (start, end) in letters.beginnings() {
            let walk = if end == start || is_joined(text, end) {
                let byte = bytes[start];
                if end > start || !byte.is_ascii() && is_joined(text, start) {
                    signalled.note(start, Signal::ALL);
                }
                if end == start && !byte.is_ascii() && !self.may_begin_wide(text, start) {
                    continue;
                }
                self.walk(start)
            } else {
                let first = Opening::new(first(first_eight(&bytes[start..]), end - start));
                signalled.note(start, signals.noted(first));
                // With most words no spelling begins.
                if !self.starts.may_be(first) {
                    continue;
                }
                let Some(walk) = self.walk_behind(bytes, first, start, end) else { continue };
                walk
            };
            if start >= hit_end
                && !is_word_before(text, start)
                && let Some(hit) = self.longest(text, walk)
            {
                hit_end = hit.span.end;
                hits.push(Hit { beside: beside(text, hit.span, &letters, signals), ..hit });
            }
        }
        (hits, signalled)
    }

    /// The longest spelling that begins at `from` and ends at a word boundary.
    pub(crate) fn longest_at(&self, text: &str, from: usize) -> Option<Hit> {
        let (letters, end) = first_letters(text.as_bytes(), from);
        let is_whole = end > from && !is_joined(text, letters_end(text.as_bytes(), end));
        let walk = if is_whole {
            self.walk_behind(text.as_bytes(), Opening::new(letters), from, end)?
        } else {
            self.walk(from)
        };
        self.longest(text, walk)
    }

    fn walk(&self, from: usize) -> Walk {
        Walk { from, at: from, state: self.start, walked: 0, goes_on: true }
    }

    /// The walk that is behind the first letters of a word already, where a spelling begins with them.
    fn walk_behind(&self, text: &[u8], first: Opening, from: usize, end: usize) -> Option<Walk> {
        let start = self.starts.behind(first)?;
        let walked = (end - from).min(8);
        let at = from + walked;
        let goes_on = start.may_go_on(&text[at..]);
        (goes_on || start.is_whole).then_some(Walk { from, at, state: start.state, walked, goes_on })
    }

    /// The longest spelling that the walk comes to and that ends at a word boundary.
    fn longest(&self, text: &str, walk: Walk) -> Option<Hit> {
        let bytes = text.as_bytes();
        let Walk { from, mut at, mut state, mut walked, goes_on } = walk;
        let mut longest = None;
        loop {
            // Letters and digits, nearly all that is walked, need no second look.
            let letter = bytes.get(at).copied().filter(u8::is_ascii_alphanumeric);
            if self.nfa.is_special(state) {
                if self.nfa.is_dead(state) {
                    return longest;
                }
                if letter.is_none() {
                    longest = self.ending_at(text, from, at, state, walked).or(longest);
                }
            }
            if !goes_on {
                return longest;
            }
            if let Some(byte) = letter {
                state = self.nfa.next_state(Anchored::Yes, state, byte);
                at += 1;
                walked += 1;
                continue;
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
        }
    }

    /// The spelling that the whole walk spells, if the word ends where the walk does.
    fn ending_at(&self, text: &str, from: usize, at: usize, state: StateID, walked: usize) -> Option<Hit> {
        let spelling = self.spelling_at(state, walked)?;
        let end = past_marks(text, at);
        (!starts_word(text, end)).then_some(Hit { span: Span::new(from, end), spelling, beside: Signal::ALL })
    }

    /// The spelling that the whole walk spells. A match state also carries spellings that are mere suffixes of it
    /// (walking "New Guinea" passes a match for "Guinea"): only one as long as the walk counts.
    fn spelling_at(&self, state: StateID, walked: usize) -> Option<u32> {
        if !self.nfa.is_match(state) {
            return None;
        }
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

/// Past what combines with the last letter and past what shows nothing, when a letter's mark is among it.
fn past_marks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    if rest.as_bytes().first().is_none_or(u8::is_ascii) {
        return at;
    }
    let marks: usize = rest.chars().take_while(|&c| is_combining(c)).map(char::len_utf8).sum();
    at + marks
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::*;
    use crate::vocabulary::Case;

    fn found<'t>(names: &[(&str, Case)], text: &'t str) -> Vec<&'t str> {
        let patterns = (0..).zip(names).map(|(number, &(text, case))| Pattern { text, case, number });
        let matcher = Matcher::new(patterns).unwrap();
        matcher.scan(text, &Signals::new([], Signal::NONE)).0.iter().map(|hit| hit.span.of(text)).collect()
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
