//! The walk through a text: from each word start, the longest spelling that ends at a word boundary.

use aho_corasick::Anchored;
use aho_corasick::automaton::{Automaton, StateID};

use super::compile::Matcher;
use crate::span::Span;
use crate::word::{is_word_before, letters_end, starts_word};

/// No name takes more bytes: beyond them a walk over what shows nothing ends, so that time stays linear.
const LONGEST: usize = 1_024;

/// A spelling that stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) span: Span,
    pub(crate) spelling: u32,
}

/// What the walk reads of the text at one place: what the automaton sees, and how many bytes that takes.
enum Step {
    /// One byte for the automaton, whatever stands in the text.
    Byte(u8, usize),
    /// The bytes themselves.
    Raw(usize),
    /// Nothing to see.
    Skip(usize),
    /// The end of a paragraph, or of the text: no name goes on.
    Stop,
}

impl Matcher {
    /// All hits, from left to right; they do not overlap.
    pub(crate) fn hits<'m, 't>(&'m self, text: &'t str) -> impl Iterator<Item = Hit> + use<'m, 't> {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let end = letters_end(bytes, at);
                // Here a word may begin; of other scripts' letters and marks `is_word_before` knows which are letters.
                if self.openings.may_begin(bytes, at, end)
                    && text.is_char_boundary(at)
                    && !is_word_before(text, at)
                    && let Some(hit) = self.longest_at(text, at)
                {
                    at = hit.span.end;
                    return Some(hit);
                }
                at = next_start(bytes, at, end);
            }
            None
        })
    }

    /// The longest spelling that begins at `from` and ends at a word boundary.
    pub(crate) fn longest_at(&self, text: &str, from: usize) -> Option<Hit> {
        let bytes = text.as_bytes();
        let mut state = self.start;
        let mut at = from;
        let mut walked = 0;
        let mut longest = None;
        loop {
            // Letters and digits, nearly all that is walked, need no second look.
            if let Some(&byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric()) {
                state = self.nfa.next_state(Anchored::Yes, state, byte);
                at += 1;
                walked += 1;
                if !self.nfa.is_special(state) {
                    continue;
                }
                if self.nfa.is_dead(state) {
                    return longest;
                }
                if !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
                    longest = self.ending_at(text, from, at, state, walked).or(longest);
                }
                continue;
            }
            match step(text, at) {
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
                Step::Skip(width) if at - from < LONGEST => {
                    at += width;
                    continue;
                }
                Step::Skip(_) => return longest,
                Step::Stop => return longest,
            }
            if self.nfa.is_special(state) {
                if self.nfa.is_dead(state) {
                    return longest;
                }
                longest = self.ending_at(text, from, at, state, walked).or(longest);
            }
        }
    }

    /// The spelling that the whole walk spells, if the word ends where the walk does.
    fn ending_at(&self, text: &str, from: usize, at: usize, state: StateID, walked: usize) -> Option<Hit> {
        let spelling = self.spelling_at(state, walked)?;
        let end = past_marks(text, at);
        (!starts_word(text, end)).then_some(Hit { span: Span::new(from, end), spelling })
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
}

/// The next byte at which a word may begin, behind letters and digits of ASCII between two places: one after a byte
/// that is none.
fn next_start(bytes: &[u8], at: usize, end: usize) -> usize {
    let rest = &bytes[end..];
    let gap = rest.iter().position(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    let next = end + gap.unwrap_or(rest.len());
    // Of a wider character each byte is looked at in turn.
    if next == at { at + 1 } else { next }
}

/// The width of the character that begins with the byte.
fn width_at(first: u8) -> usize {
    match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

/// Past what combines with the last letter and past what shows nothing, when a letter's mark is among it.
fn past_marks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    if rest.as_bytes().first().is_none_or(u8::is_ascii) {
        return at;
    }
    let marks: usize = rest.chars().take_while(|&c| crate::word::is_combining(c)).map(char::len_utf8).sum();
    at + marks
}

fn step(text: &str, at: usize) -> Step {
    let bytes = text.as_bytes();
    let Some(&byte) = bytes.get(at) else { return Step::Stop };
    match byte {
        b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => white_space(text, at),
        b'`' => Step::Byte(b'\'', 1),
        b'-' => hyphen(bytes, at, 1),
        0..=0x7f => Step::Byte(byte, 1),
        0xc2 => match bytes.get(at + 1) {
            Some(0xa0) => white_space(text, at),
            Some(0xad) => Step::Skip(2),
            _ => Step::Raw(2),
        },
        0xc4 if bytes.get(at + 1) == Some(&0xb0) => Step::Byte(b'I', 2), // İ
        0xca if matches!(bytes.get(at + 1), Some(0xbb | 0xbc)) => Step::Byte(b'\'', 2),
        0xcc => Step::Skip(2),
        0xcd if bytes.get(at + 1).is_some_and(|&second| second <= 0xaf) => Step::Skip(2),
        0xe2 => match (bytes.get(at + 1), bytes.get(at + 2)) {
            (Some(0x80), Some(0x80..=0x8a | 0xa8 | 0xa9 | 0xaf)) => white_space(text, at),
            (Some(0x80), Some(0x8b..=0x8d)) | (Some(0x81), Some(0xa0)) => Step::Skip(3),
            (Some(0x80), Some(0x90)) => hyphen(bytes, at, 3),
            (Some(0x80), Some(0x91..=0x93)) => Step::Byte(b'-', 3),
            (Some(0x80), Some(0x98 | 0x99 | 0xb2)) => Step::Byte(b'\'', 3),
            _ => Step::Raw(3),
        },
        0xef if bytes[at..].starts_with("\u{feff}".as_bytes()) => Step::Skip(3),
        _ => Step::Raw(width_at(byte)),
    }
}

/// A hyphen at the end of a line, before a small letter, only breaks a word ("Euro-/pean"); before a capital it stands in
/// a name ("Guinea-/Bissau").
fn hyphen(bytes: &[u8], at: usize, width: usize) -> Step {
    let rest = &bytes[at + width..];
    let line_end = match rest {
        [b'\n', ..] => 1,
        [b'\r', b'\n', ..] => 2,
        _ => return Step::Byte(b'-', width),
    };
    let indent = rest[line_end..].iter().take_while(|byte| **byte == b' ').count();
    let width = width + line_end + indent;
    match bytes.get(at + width) {
        Some(next) if next.is_ascii_lowercase() => Step::Skip(width),
        Some(next) if next.is_ascii_uppercase() => Step::Byte(b'-', width),
        _ => Step::Stop,
    }
}

/// A run of white space reads as one space, also over the end of a line or a page; an empty line ends every name, unless
/// the page ends there.
fn white_space(text: &str, at: usize) -> Step {
    let mut lines = 0;
    let mut width = 0;
    let mut page_ends = false;
    for c in text[at..].chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => lines += 1,
            '\x0c' => page_ends = true,
            c if c.is_whitespace() => {}
            _ => return if lines > 1 && !page_ends { Step::Stop } else { Step::Byte(b' ', width) },
        }
        width += c.len_utf8();
        if width > LONGEST {
            return Step::Stop;
        }
    }
    Step::Stop
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::*;
    use crate::vocabulary::Case;

    fn found<'t>(names: &[(&str, Case)], text: &'t str) -> Vec<&'t str> {
        let patterns = (0..).zip(names).map(|(number, &(text, case))| Pattern { text, case, number });
        let matcher = Matcher::new(patterns).unwrap();
        matcher.hits(text).map(|hit| hit.span.of(text)).collect()
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
        ];
        for (what, text, wanted) in cases {
            assert_eq!(&found(&names, text), wanted, "{what}: {text}");
        }
    }
}
