//! What stands directly beside a name: noted with each hit, so that the many names beside which no rule has anything to ask
//! for are done with at once.

use super::letters::Letters;
use super::opening::Opening;
use super::scan::is_joined;
use super::signals::{Signal, Signals};
use crate::span::Span;
use crate::word::{first, first_eight};

/// What the words directly before and behind the name may be, with only spaces between, or the marks.
pub(super) fn beside(text: &str, name: Span, letters: &Letters<'_>, signals: &Signals) -> Signal {
    let before = before(text, name.start, letters, signals).of(Signal::BEFORE);
    before.and(behind(text, name.end, letters, signals).of(Signal::AFTER))
}

fn before(text: &str, name: usize, letters: &Letters<'_>, signals: &Signals) -> Signal {
    let bytes = text.as_bytes();
    let kinds = |end: usize| {
        let start = letters.start(end);
        match start.checked_sub(1).map(|before| bytes[before]) {
            Some(b'.' | b'-' | b'\'' | 0x80..) => Signal::ALL,
            _ => word(text, start, end, signals),
        }
    };
    // Before nearly all names stands a word and one space.
    if let [.., letter, b' '] = bytes[..name]
        && letter.is_ascii_alphanumeric()
    {
        return kinds(name - 1);
    }
    let Some(end) = letters.last(name) else {
        // Nothing stands there, or something beyond ASCII.
        return if bytes[..name].is_ascii() { mark(bytes[..name].trim_ascii_end(), signals) } else { Signal::ALL };
    };
    let gap = &bytes[end..name];
    let marks = gap.trim_ascii_end();
    // Stops and apostrophes behind a word belong to it ("Gen."), and what is joined before it.
    if marks.len() < gap.len() && marks.iter().all(|byte| matches!(byte, b'.' | b'-' | b'\'')) {
        return kinds(end);
    }
    match marks.last() {
        Some(0x80..) if !is_quote(marks) => Signal::ALL,
        _ => mark(marks, signals),
    }
}

fn behind(text: &str, name: usize, letters: &Letters<'_>, signals: &Signals) -> Signal {
    let bytes = text.as_bytes();
    if let [b' ', letter, ..] = bytes[name..]
        && letter.is_ascii_alphanumeric()
    {
        return word(text, name + 1, letters.end(name + 1), signals);
    }
    let mut at = name;
    let mut owned = Signal::NONE;
    let mut next = letters.next(at);
    if let [b'\'', ..] | [0xe2, 0x80, 0x99, ..] = bytes[at..] {
        owned = signals.of_mark(b'\'').and(Signal::MARK_AFTER);
        at += if bytes[at] == b'\'' { 1 } else { 3 };
        if next == Some(at) && matches!(bytes[at], b's' | b'S') && letters.end(at) == at + 1 {
            at += 1;
            next = letters.next(at);
        }
    }
    let gap = &bytes[at..next.unwrap_or(bytes.len())];
    let marks = gap.trim_ascii_start();
    let found = match (marks, next) {
        ([], Some(next)) if !gap.is_empty() => word(text, next, letters.end(next), signals),
        ([], _) => Signal::MARK_AFTER,
        ([first @ ..0x80, ..], _) => signals.of_mark(*first).and(Signal::MARK_AFTER),
        ([0xe2, 0x80, 0x90..=0xa7, ..], _) => Signal::MARK_AFTER,
        _ => Signal::ALL,
    };
    found.and(owned)
}

/// What the word may be whose letters begin and end there.
fn word(text: &str, start: usize, end: usize, signals: &Signals) -> Signal {
    if is_joined(text, end) {
        return Signal::ALL;
    }
    let eight = first_eight(&text.as_bytes()[start..]);
    let kinds = signals.kinds(Opening::new(first(eight, end - start)));
    let capital = Signal::CAPITAL_BEFORE.and(Signal::CAPITAL_AFTER);
    if (eight as u8).is_ascii_lowercase() { kinds } else { kinds.and(capital) }
}

/// What a mark of ASCII may be with which the bytes end.
fn mark(bytes: &[u8], signals: &Signals) -> Signal {
    let kinds = bytes.last().filter(|mark| mark.is_ascii()).map_or(Signal::NONE, |&mark| signals.of_mark(mark));
    kinds.and(Signal::MARK_BEFORE)
}

/// Whether a dash, or a quotation mark that is no apostrophe, ends the bytes.
fn is_quote(bytes: &[u8]) -> bool {
    matches!(bytes, [.., 0xe2, 0x80, 0x92..=0x98 | 0x9a..=0xa7])
}
