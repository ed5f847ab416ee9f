//! What stands directly beside a name: noted with each hit, so that the many names beside which no rule has anything to ask
//! for are done with at once.

use super::cue::{of_first, of_last, of_two};
use super::letters::Letters;
use super::opening::Opening;
use super::scan::is_joined;
use super::signals::{Signal, Signals};
use crate::span::Span;
use crate::word::{first, first_eight, last_eight, leading_letters};

/// What the words directly before and behind the name may be, with only spaces between, or the marks.
pub(super) fn beside(text: &str, name: Span, letters: &Letters<'_>, signals: &Signals) -> Signal {
    let before = before(text, name.start, letters, signals).of(Signal::BEFORE);
    before.and(behind(text, name.end, letters, signals).of(Signal::AFTER))
}

fn before(text: &str, name: usize, letters: &Letters<'_>, signals: &Signals) -> Signal {
    let bytes = text.as_bytes();
    // Before nearly all names stands a word and one space.
    if let [.., letter, b' '] = bytes[..name]
        && letter.is_ascii_alphanumeric()
    {
        return word_before(text, name - 1, letters, signals);
    }
    let Some(end) = letters.last(name) else {
        // Nothing stands there, or something beyond ASCII.
        return if bytes[..name].is_ascii() { mark(bytes[..name].trim_ascii_end(), signals) } else { Signal::ALL };
    };
    let gap = &bytes[end..name];
    let marks = gap.trim_ascii_end();
    // Stops and apostrophes behind a word belong to it ("Gen."), and what is joined before it.
    if marks.len() < gap.len() && marks.iter().all(|byte| matches!(byte, b'.' | b'-' | b'\'')) {
        return if is_joined(text, end) { Signal::ALL } else { word_before(text, end, letters, signals) };
    }
    match marks.last() {
        Some(0x80..) if !is_quote(marks) => Signal::ALL,
        _ => mark(marks, signals),
    }
}

/// What the word may be whose letters end there, with the word before it. Where something beyond ASCII stands before the
/// letters, they may not be all of the word.
fn word_before(text: &str, end: usize, letters: &Letters<'_>, signals: &Signals) -> Signal {
    let bytes = text.as_bytes();
    let (last, count) = leading_letters(last_eight(&bytes[..end]));
    let start = if count < 8 { end - count } else { letters.start(end) };
    let joined = match bytes[..start].last() {
        Some(0x80..) => return Signal::ALL,
        Some(byte) => matches!(byte, b'.' | b'-' | b'\''),
        None => false,
    };
    let mut kinds = signals.kinds(Opening::new(of_last(last)));
    if joined || !bytes[start].is_ascii_lowercase() {
        kinds = kinds.and(Signal::CAPITAL_BEFORE);
    }
    if !kinds.meets(Signal::LONGER_BEFORE) {
        return kinds;
    }
    let Some(end) = letters.last(start) else { return kinds };
    let eight = last_eight(&bytes[..end]);
    let (beyond, count) = leading_letters(eight);
    // Over the end of a line a word may go on as well.
    if !bytes[end..start].is_ascii() || matches!(eight.wrapping_shr(8 * count as u32) as u8, b'\n' | 0x80..) {
        return Signal::ALL;
    }
    kinds.and(signals.kinds(Opening::new(of_two(of_last(last), beyond))))
}

fn behind(text: &str, name: usize, letters: &Letters<'_>, signals: &Signals) -> Signal {
    let bytes = text.as_bytes();
    if let [b' ', letter, ..] = bytes[name..]
        && letter.is_ascii_alphanumeric()
    {
        return word_behind(text, name + 1, letters, signals);
    }
    let mut at = name;
    let mut owned = Signal::NONE;
    let mut next = letters.next(at);
    if let [b'\'', ..] | [0xe2, 0x80, 0x99, ..] = bytes[at..] {
        at += if bytes[at] == b'\'' { 1 } else { 3 };
        owned = mark_behind(text, b'\'', at, next, letters, signals);
        if next == Some(at) && matches!(bytes[at], b's' | b'S') && letters.end(at) == at + 1 {
            at += 1;
            next = letters.next(at);
        }
    }
    let gap = &bytes[at..next.unwrap_or(bytes.len())];
    let marks = gap.trim_ascii_start();
    let found = match (marks, next) {
        ([], Some(next)) if !gap.is_empty() => word_behind(text, next, letters, signals),
        ([], _) => Signal::MARK_AFTER,
        ([first @ ..0x80, rest @ ..], _) => {
            let at = at + gap.len() - rest.len();
            mark_behind(text, *first, at, next, letters, signals)
        }
        ([0xe2, 0x80, 0x90..=0xa7, ..], _) => Signal::MARK_AFTER,
        _ => Signal::ALL,
    };
    found.and(owned)
}

/// What the word may be whose letters begin there, with the word behind it.
fn word_behind(text: &str, start: usize, letters: &Letters<'_>, signals: &Signals) -> Signal {
    let end = letters.end(start);
    if is_joined(text, end) {
        return Signal::ALL;
    }
    let first = first_letters(text, start, end);
    let mut kinds = signals.kinds(Opening::new(of_first(first)));
    if !(first as u8).is_ascii_lowercase() {
        kinds = kinds.and(Signal::CAPITAL_AFTER);
    }
    match letters.next(end) {
        Some(next) if kinds.meets(Signal::LONGER_AFTER) => {
            let beyond = first_letters(text, next, letters.end(next));
            kinds.and(signals.kinds(Opening::new(of_two(of_first(first), beyond))))
        }
        _ => kinds,
    }
}

/// What the mark that ends there may be, with the word behind it, which begins next.
fn mark_behind(
    text: &str,
    mark: u8,
    at: usize,
    next: Option<usize>,
    letters: &Letters<'_>,
    signals: &Signals,
) -> Signal {
    let kinds = signals.of_mark(mark).and(Signal::MARK_AFTER);
    match next {
        Some(next) if kinds.meets(Signal::LONGER_AFTER) && text.as_bytes()[at..next].trim_ascii().is_empty() => {
            let beyond = first_letters(text, next, letters.end(next));
            kinds.and(signals.kinds(Opening::new(of_two(u64::from(mark), beyond))))
        }
        _ => kinds,
    }
}

/// The first letters of those that begin and end there.
fn first_letters(text: &str, start: usize, end: usize) -> u64 {
    first(first_eight(&text.as_bytes()[start..]), end - start)
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
