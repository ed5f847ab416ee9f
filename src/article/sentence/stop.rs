//! Stops, question and exclamation marks: how far one reaches, and whether a sentence ends there.

use memchr::memchr;

use super::punctuation::{is_closer, is_dash, is_opener, is_quote_closer};
use super::word::{after_word, first_word, is_abbreviation, tells_who};
use crate::article::abbreviation::{COMPANIES, SUFFIXES};

/// The end of the stop at `at`, with the marks that follow it, and whether a sentence ends there.
pub(super) fn end_at(text: &str, at: usize, wrapped: bool) -> (usize, bool) {
    // Nearly all stops are full stops before a space and a capital, or in mid-number and mid-abbreviation.
    match text.as_bytes()[at..] {
        [b'.', b' ', b'A'..=b'Z', ..] => return (at + 1, after_word(&text[..at], &text[at + 2..], wrapped)),
        [b'.', b'a'..=b'z' | b'0'..=b'9', ..] => return (at + 1, false),
        _ => {}
    }
    let stop = text[at..].chars().next().unwrap_or_default();
    let mut end = at + stop.len_utf8();
    let mut quoted = false;
    let mut dots = usize::from(stop == '.');
    for c in text[end..].chars() {
        match c {
            '.' => dots += 1,
            '?' | '!' | '…' => {}
            c if is_closer(c) => quoted |= is_quote_closer(c),
            _ => break,
        }
        end += c.len_utf8();
    }
    end += notes_at(&text[end..]);
    let rest = &text[end..];
    let Some(space) = rest.chars().next() else { return (end, true) };
    if !space.is_whitespace() {
        return match runs_on(text, at, end) {
            Some(end) if dots <= 1 => (end, true),
            _ => (end, false),
        };
    }
    let next = rest.trim_start();
    if !wrapped && memchr(b'\n', &rest.as_bytes()[..rest.len() - next.len()]).is_some() {
        return (end, false); // The line's end decides.
    }
    let dashed = next.starts_with(is_dash) && next.trim_start_matches(is_dash).starts_with(' ');
    let next = next.trim_start_matches(is_opener).trim_start();
    if next.starts_with(char::is_lowercase) && !is_brand(next) {
        return (end, false);
    }
    let ends = match stop {
        '.' if dots == 1 && !(quoted && text[at + 1..].starts_with(is_quote_closer)) => {
            // "WASHINGTON, D.C. — The embassy": a dash is no beginning.
            after_word(&text[..at], if dashed { "" } else { next }, wrapped)
        }
        '.' => true,
        _ if dashed => false, // "— was he joking? — said"
        '?' | '!' if quoted => !tells_who(next),
        '!' => !COMPANIES.holds_in_any_case(first_word(next)),
        _ => true,
    };
    (end, ends)
}

/// The longest mark of a note, in bytes.
const NOTE: usize = 24;

/// The bytes of the marks of notes: `[12]`, `[a][b]`, `[citation needed]`, `²`.
pub(super) fn notes_at(rest: &str) -> usize {
    let mut end = 0;
    loop {
        let after = &rest[end..];
        end += match after.chars().next() {
            Some(c @ ('¹' | '²' | '³' | '⁰' | '⁴'..='⁹')) => c.len_utf8(),
            Some('[') => match after.bytes().take(NOTE).position(|byte| matches!(byte, b']' | b'\n')) {
                Some(close) if close > 1 && after.as_bytes()[close] == b']' => close + 1,
                _ => return end,
            },
            _ => return end,
        };
    }
}

/// Whether a sentence may begin with the word though it is in lower case: "iPhone", "eBay".
pub(super) fn is_brand(next: &str) -> bool {
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.chars().any(char::is_uppercase)
}

/// How far around a stop the words are looked at that run on without a space, in characters.
const RUN: usize = 64;

/// Where the sentence ends when the next one follows without a space ("ended.The envoys"); `None` when none does.
pub(super) fn runs_on(text: &str, at: usize, end: usize) -> Option<usize> {
    let after = text[end..].trim_start_matches(is_opener);
    let follows = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let mut letters = follows.chars();
    let begins = match (letters.next(), letters.next()) {
        (Some(first), Some(second)) => {
            first.is_uppercase() && second.is_lowercase() && !SUFFIXES.holds_in_any_case(follows)
        }
        (Some('A' | 'I'), None) => after[1..].starts_with(' '),
        _ => false,
    };
    let before = || text[..at].chars().rev().take_while(|c| !c.is_whitespace()).take(RUN);
    let mut run = after.chars().take_while(|c| !c.is_whitespace()).take(RUN);
    // The rest of an address or of a file's name.
    if !begins || before().any(|c| matches!(c, '/' | '@' | ':' | '.')) || run.any(|c| matches!(c, '/' | '@')) {
        return None;
    }
    let word_len: usize = before().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
    let word = &text[at - word_len..at];
    let ends = match text.as_bytes()[at] {
        // "2014.It", but not "4.Results"
        b'.' if word.bytes().all(|byte| byte.is_ascii_digit()) => word.len() > 2,
        b'.' => {
            let is_low = word.chars().rev().take(2).filter(|c| c.is_lowercase()).count() == 2;
            is_low && !is_abbreviation(word)
        }
        _ => !COMPANIES.holds_in_any_case(follows),
    };
    // A straight quote there opens what follows.
    let opens = text[..end].ends_with('"') && end > at + 1;
    ends.then_some(if opens { end - 1 } else { end })
}
