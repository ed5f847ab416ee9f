//! The words around a surface.

use crate::span::Span;
use crate::word::is_word;

/// Characters that join the parts of one word: "vice-president", "O'Neill".
fn joins(c: char) -> bool {
    matches!(c, '-' | '\'' | '\u{2019}' | '\u{2010}' | '\u{2011}')
}

/// The word that ends before `at`, with only spaces between; a stop of an abbreviation belongs to it ("Gen.").
pub(super) fn word_before(text: &str, at: usize) -> Option<Span> {
    let ahead = &text[..at];
    let end = ahead.trim_end_matches(is_gap).len();
    if end == at {
        return None;
    }
    let start = ahead[..end].trim_end_matches(|c| is_word(c) || joins(c) || c == '.').len();
    (start < end && ahead[start..end].contains(is_word)).then_some(Span::new(start, end))
}

/// The word that begins after `at`, with only spaces between.
pub(super) fn word_after(text: &str, at: usize) -> Option<Span> {
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

/// Past a possessive at `at`: "'s", or the bare apostrophe after an s.
pub(super) fn past_possessive(text: &str, at: usize) -> usize {
    for suffix in ["'s", "\u{2019}s", "'", "\u{2019}", "'S", "\u{2019}S"] {
        if text[at..].starts_with(suffix) && !text[at + suffix.len()..].starts_with(is_word) {
            return at + suffix.len();
        }
    }
    at
}

/// Whether the word is written like a name: a capital, then something that is none.
pub(super) fn is_name_like(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.any(char::is_lowercase)
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
