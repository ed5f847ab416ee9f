//! The words around a surface.

use std::borrow::Cow;

use memchr::memmem;

use crate::span::Span;
use crate::word::{first_letters, is_word, is_word_before, last_eight, leading_letters, starts_word};

/// Characters that join the parts of one word: "vice-president", "O'Neill".
fn joins(c: char) -> bool {
    matches!(c, '-' | '\'' | '\u{2019}' | '\u{2010}' | '\u{2011}')
}

/// What a byte is to a word: of ASCII at a glance, which nearly all text is.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b' ' | b'\n' | b'\r' | b'\t' => GAP,
            b'-' | b'\'' => JOINT,
            b'.' => STOP,
            0x80.. => WIDE,
            other if other.is_ascii_alphanumeric() => LETTER,
            _ => 0,
        };
        byte += 1;
    }
    classes
};
const GAP: u8 = 1;
const JOINT: u8 = 2;
const STOP: u8 = 4;
const LETTER: u8 = 8;
/// Part of a wider character, of which only the character itself tells what it is.
const WIDE: u8 = 16;

fn class(byte: Option<&u8>) -> u8 {
    byte.map_or(0, |&byte| CLASSES[usize::from(byte)])
}

/// The word that ends before `at`, with only spaces between; a stop of an abbreviation belongs to it ("Gen.").
pub(super) fn word_before(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    // Most words are short and of letters, with one space behind them.
    if bytes[..at].ends_with(b" ") {
        let (_, count) = leading_letters(last_eight(&bytes[..at - 1]));
        let start = at - 1 - count;
        let goes_on = start.checked_sub(1).is_some_and(|before| CLASSES[usize::from(bytes[before])] & !GAP != 0);
        if count > 0 && !goes_on {
            return Some(Span::new(start, at - 1));
        }
    }
    let before = |at: usize| at.checked_sub(1).map_or(0, |at| class(bytes.get(at)));
    let mut end = at;
    while before(end) == GAP {
        end -= 1;
    }
    let mut start = end;
    let mut seen = 0;
    while before(start) & (LETTER | JOINT | STOP) != 0 {
        seen |= before(start);
        start -= 1;
    }
    if before(start) == WIDE {
        return wide_word_before(text, at);
    }
    (end < at && seen & LETTER != 0).then_some(Span::new(start, end))
}

/// The same where characters beyond ASCII stand.
#[cold]
fn wide_word_before(text: &str, at: usize) -> Option<Span> {
    let ahead = &text[..at];
    let end = ahead.trim_end_matches(is_gap).len();
    if end == at {
        return None;
    }
    let start = ahead[..end].trim_end_matches(|c| is_word(c) || joins(c) || c == '.').len();
    (start < end && ahead[start..end].contains(is_word)).then_some(Span::new(start, end))
}

/// The word that begins behind one space after `at`.
pub(super) fn next_word(text: &str, at: usize) -> Option<Span> {
    word_after(text, at).filter(|word| word.start == at + 1)
}

/// The word that begins after `at`, with only spaces between.
pub(super) fn word_after(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    if bytes[at..].starts_with(b" ") {
        let (_, end) = first_letters(bytes, at + 1);
        let goes_on = class(bytes.get(end)) & (LETTER | JOINT | WIDE) != 0;
        if end > at + 1 && !goes_on {
            return Some(Span::new(at + 1, end));
        }
    }
    let mut start = at;
    while class(bytes.get(start)) == GAP {
        start += 1;
    }
    let mut after = start;
    let mut end = start;
    if class(bytes.get(start)) != JOINT {
        while class(bytes.get(after)) & (LETTER | JOINT) != 0 {
            after += 1;
            if class(bytes.get(after - 1)) == LETTER {
                end = after;
            }
        }
    }
    if class(bytes.get(after)) == WIDE {
        return wide_word_after(text, at);
    }
    (start > at && end > start).then_some(Span::new(start, end))
}

/// The same where characters beyond ASCII stand.
#[cold]
fn wide_word_after(text: &str, at: usize) -> Option<Span> {
    let behind = &text[at..];
    let rest = behind.trim_start_matches(is_gap);
    let start = text.len() - rest.len();
    if start == at || !rest.starts_with(is_word) {
        return None;
    }
    let length = rest.find(|c: char| !is_word(c) && !joins(c)).unwrap_or(rest.len());
    Some(Span::new(start, start + rest[..length].trim_end_matches(joins).len()))
}

/// What may lie between two words of one phrase: spaces, also over the end of a line.
fn is_gap(c: char) -> bool {
    c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u{a0}'
}

/// Where the words stand in the text, and not within a longer word.
pub(super) fn standing_alone<'t, 'w>(text: &'t str, words: &'w str) -> impl Iterator<Item = Span> + use<'t, 'w> {
    memmem::find_iter(text.as_bytes(), words)
        .map(|at| Span::new(at, at + words.len()))
        .filter(|span| !is_word_before(text, span.start) && !starts_word(text, span.end))
}

/// Past a possessive at `at`: "'s", or the bare apostrophe after an s.
pub(super) fn past_possessive(text: &str, at: usize) -> usize {
    if !matches!(text.as_bytes().get(at), Some(b'\'' | 0xe2)) {
        return at;
    }
    for suffix in ["'s", "\u{2019}s", "'", "\u{2019}", "'S", "\u{2019}S"] {
        if text[at..].starts_with(suffix) && !text[at + suffix.len()..].starts_with(is_word) {
            return at + suffix.len();
        }
    }
    at
}

/// The word in lower case, without a copy where it is so already.
pub(super) fn lower_case(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase())
}

/// Whether the word is written like a name: a capital, then something that is none.
pub(super) fn is_name_like(word: &str) -> bool {
    let capital_first = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.any(char::is_lowercase)
    };
    // "al-Humayri" has its capital behind the article.
    capital_first(word) || word.split_once('-').is_some_and(|(article, rest)| article.len() <= 3 && capital_first(rest))
}

/// The line in which the span stands.
pub(super) fn line_of(text: &str, span: Span) -> &str {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    &text[start..end]
}

/// Whether the stretch holds a letter in lower case.
pub(super) fn has_lower_case(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}
