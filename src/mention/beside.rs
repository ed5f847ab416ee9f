//! What stands directly beside a name, looked at once for all rules: most names stand beside nothing that any rule asks
//! for, and are then done with.

use super::context::{word_after, word_before};
use super::signal::{CAPITAL, HYPHEN, MARK};
use crate::matcher::{Signal, Signals};
use crate::span::Span;
use crate::word::{last_eight, leading_letters};

/// What the words directly before and after a name may be, with only spaces between.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    pub(super) before: Signal,
    pub(super) after: Signal,
}

impl Beside {
    pub(super) fn of(text: &str, name: Span, signals: &Signals) -> Self {
        Self { before: before(text, name.start, signals), after: after(text, name.end, signals) }
    }
}

/// What the word may be that ends before `at`.
pub(super) fn before(text: &str, at: usize, signals: &Signals) -> Signal {
    let bytes = text.as_bytes();
    // Most words are short and of letters, with one space before and behind them.
    if let [ahead @ .., b' '] = &bytes[..at] {
        let (_, count) = leading_letters(last_eight(ahead));
        let start = ahead.len() - count;
        if (1..8).contains(&count) && ahead[..start].last().is_none_or(|&byte| byte == b' ') {
            return at_word(text, start, signals);
        }
    }
    match bytes[..at].last() {
        Some(b'-') => HYPHEN.and(MARK),
        _ => word_before(text, at).map_or(MARK, |word| whole(text, word, signals)),
    }
}

/// What the word may be that begins behind `at`.
pub(super) fn after(text: &str, at: usize, signals: &Signals) -> Signal {
    let bytes = text.as_bytes();
    match bytes[at..] {
        [b' ', letter, ..] if letter.is_ascii_alphanumeric() => at_word(text, at + 1, signals),
        [b' ' | b'\n' | b'\r' | b'\t' | 0x80.., ..] => {
            word_after(text, at).map_or(MARK, |word| whole(text, word, signals))
        }
        _ => MARK,
    }
}

/// What the word may be that begins there with a letter of ASCII.
fn at_word(text: &str, start: usize, signals: &Signals) -> Signal {
    let kinds = signals.at(text, start);
    if text.as_bytes()[start].is_ascii_lowercase() { kinds } else { kinds.and(CAPITAL) }
}

/// The same of any word: one that is not of letters alone may be a name all the same ("al-Humayri").
fn whole(text: &str, word: Span, signals: &Signals) -> Signal {
    let is_small = text.as_bytes()[word.range()].iter().all(u8::is_ascii_lowercase);
    if is_small { signals.at(text, word.start) } else { signals.at(text, word.start).and(CAPITAL) }
}
