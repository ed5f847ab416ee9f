//! Lines: where one was broken by width, and where its end is a sentence's; lists and their items.

use smallvec::SmallVec;

use super::paragraph::Paragraph;
use super::punctuation::{is_closer, is_opener};
use super::word::{after_word, is_abbreviation};
use crate::span::Span;
use crate::word::DAYS_AND_MONTHS;

/// Whether a paragraph ends in mid-sentence.
pub(super) fn breaks_off(sentence: &str) -> bool {
    let last = sentence.trim_end_matches(is_closer).chars().last();
    last.is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–'))
}

pub(super) fn starts_low(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// Whether lines were broken by width: all but the last about as long as the longest, and that no longer than a
/// terminal or a page is wide. Two lines say little: they must end as prose does, or go on in lower case.
pub(super) fn is_wrapped(text: &str, paragraph: &Paragraph<'_>) -> bool {
    let width = |line: Span| {
        let line = line.of(text);
        line.strip_suffix('\r').unwrap_or(line).chars().count()
    };
    let widths: SmallVec<[usize; 16]> = paragraph.lines().map(width).collect();
    let longest = widths.iter().max().copied().unwrap_or(0);
    let full = widths.len().saturating_sub(1);
    let even = (30..=120).contains(&longest) && widths[..full].iter().all(|width| width * 10 >= longest * 7);
    let goes_on = || paragraph.lines().nth(1).is_some_and(|second| starts_low(second.of(text)));
    let is_head = || paragraph.lines().any(|line| is_of_head(line.of(text)));
    even && (full > 1 || !breaks_off(paragraph.span.of(text)) || goes_on()) && !is_head()
}

/// Whether a line stands at the head of an article and belongs to no prose: "Brief 7 | by Anna Berg", "16 April 2025".
fn is_of_head(line: &str) -> bool {
    let line = line.trim();
    let is_date = || {
        let mut words = line.split([' ', ',']).filter(|word| !word.is_empty());
        let is_part = |word: &str| DAYS_AND_MONTHS.holds(word) || word.bytes().all(|byte| byte.is_ascii_digit());
        line.len() <= 32 && line.ends_with(|c: char| c.is_ascii_digit()) && words.all(is_part)
    };
    line.contains(" | ") || is_date()
}

/// Whether a sentence ends with the line that ends at `at`.
pub(super) fn ends_at_line(text: &str, at: usize, wrapped: bool) -> bool {
    let next = text[at..].trim_start();
    let before = text[..at].trim_end();
    if starts_item(next) {
        // In running text a number at the beginning of a line is one ("on the night of Oct.", "12.").
        return !wrapped || !next.starts_with(|c: char| c.is_ascii_digit()) || may_end_item(before, next);
    }
    !(wrapped || starts_low(next) && breaks_off(before))
}

/// Whether what stands before a line that begins with a number is the end of an item or of what introduces a list.
pub(super) fn may_end_item(before: &str, next: &str) -> bool {
    match before.strip_suffix('.') {
        Some(before) => after_word(before, next, true),
        None => !breaks_off(before) || starts_item(before),
    }
}

/// Whether a line begins with a bullet, or the number or letter of a list.
pub(super) fn starts_item(line: &str) -> bool {
    let marker = line.split(char::is_whitespace).next().unwrap_or_default();
    if !line[marker.len()..].starts_with([' ', '\t']) {
        return false;
    }
    let digits = |n: &str| matches!(n.len(), 1 | 2) && n.bytes().all(|b| b.is_ascii_digit());
    let letter = |n: &str| matches!(n.len(), 1..=4) && (n.len() == 1 || is_roman(n)) && n.bytes().all(is_ascii_letter);
    match marker.strip_suffix(')') {
        Some(inner) => [inner, inner.trim_start_matches('(')].into_iter().any(|n| digits(n) || letter(n)),
        None => matches!(marker, "-" | "*" | "•" | "–" | "·" | "‣") || marker.strip_suffix('.').is_some_and(digits),
    }
}

pub(super) fn is_ascii_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

/// Whether the word is a number in Roman digits.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte.to_ascii_uppercase(), b'I' | b'V' | b'X' | b'L'))
}

/// Whether a token before a stop may be the number or letter of an item, or the initial of who speaks ("Q. And?").
pub(super) fn is_marker(token: &str) -> bool {
    (token.len() <= 2 && token.bytes().all(|byte| byte.is_ascii_digit()))
        || (token.len() == 1 && token.bytes().all(is_ascii_letter))
        || (token.len() <= 5 && is_roman(token))
}

/// Whether an item may begin after `before`: nothing but marks stands on its line, or another sentence's end.
pub(super) fn begins_item(before: &str, marker: &str, wrapped: bool) -> bool {
    let line = before.trim_end_matches(|c: char| matches!(c, ' ' | '#') || is_opener(c));
    let sentence = line.trim_end();
    let is_number = marker.starts_with(|c: char| c.is_ascii_digit());
    if sentence.is_empty() || (line.ends_with('\n') && !(wrapped && is_number)) {
        return true;
    }
    // "… is open. 2. The bridge", but not "Hill No. 7. The village" nor "on Jan. 1. The group"
    match sentence.strip_suffix('.') {
        Some(sentence) => {
            let word = sentence.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            word.chars().count() > 1 && !is_abbreviation(word)
        }
        None => line.ends_with('\n') && !breaks_off(sentence),
    }
}
