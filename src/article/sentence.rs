//! Sentences and paragraphs of news, as spans of the reading.
//!
//! The splitter jumps from one possible end to the next with `memchr`, and looks at the words around it only there.
//! The road not taken: UAX #29 (`unicode-segmentation`) reads 30 MB/s and ends a sentence after "Gen."; it is the
//! reference that this one is tested against where the two should agree.

use memchr::{memchr, memchr_iter, memchr3_iter, memmem};

use super::abbreviation::{LEADING, NUMBERED, SPEECH, STARTERS, TRAILING, lists};
use crate::span::Span;

/// The sentences of a text, in order, and the paragraph to which each belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sentences {
    pub(crate) spans: Vec<Span>,
    /// Of each sentence, the number of its paragraph.
    pub(crate) paragraphs: Vec<u32>,
}

impl Sentences {
    /// The sentence in which a byte lies, or the one before it.
    pub(crate) fn at(&self, offset: usize) -> usize {
        self.spans.partition_point(|span| span.start <= offset).saturating_sub(1)
    }
}

/// Splits a text into sentences. They do not overlap, hold no white space at their ends, and all that is not white
/// space lies in one.
pub(crate) fn split(text: &str) -> Sentences {
    let mut sentences = Sentences::default();
    let mut number = 0;
    for paragraph in paragraphs(text) {
        let goes_on =
            sentences.spans.last().is_some_and(|&last| breaks_off(last.of(text))) && starts_low(paragraph.of(text));
        if !goes_on {
            number += 1;
        }
        let before = sentences.spans.len();
        split_paragraph(text, paragraph, &mut sentences.spans);
        if goes_on && sentences.spans.len() > before {
            // A caption or a page broke the sentence in two.
            let rest = sentences.spans.remove(before);
            sentences.spans[before - 1].end = rest.end;
        }
        sentences.paragraphs.resize(sentences.spans.len(), number - 1);
    }
    sentences
}

/// The stretches between empty lines.
fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let start = at;
            let end = empty_line(text, start);
            at = end.1;
            let paragraph = trim(text, Span::new(start, end.0));
            if !paragraph.is_empty() {
                return Some(paragraph);
            }
        }
        None
    })
}

/// Where the text before the next empty line ends, and where the text after it begins.
fn empty_line(text: &str, from: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(found) = memchr(b'\n', &bytes[at..]) {
        let line_end = at + found;
        let mut next = line_end + 1;
        while next < bytes.len() && matches!(bytes[next], b' ' | b'\t' | b'\r' | 0x0c) {
            next += 1;
        }
        if next == bytes.len() || bytes[next] == b'\n' {
            return (line_end, (next + 1).min(bytes.len()));
        }
        at = next;
    }
    (bytes.len(), bytes.len())
}

fn trim(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start + (piece.len() - piece.trim_start().len());
    Span::new(start, start + piece.trim().len())
}

/// Whether a paragraph ends in mid-sentence.
fn breaks_off(sentence: &str) -> bool {
    let last = sentence.trim_end_matches(is_closer).chars().last();
    last.is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–'))
}

fn starts_low(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

fn split_paragraph(text: &str, paragraph: Span, out: &mut Vec<Span>) {
    let body = paragraph.of(text);
    let mut start = paragraph.start;
    let mut push = |end: usize, next: usize| {
        let sentence = trim(text, Span::new(start, end));
        if !sentence.is_empty() {
            out.push(sentence);
        }
        start = next;
    };
    if body.starts_with('#') && memchr(b'\n', body.as_bytes()).is_none() {
        out.push(paragraph); // A heading is one, whatever stops stand in it.
        return;
    }
    let one_line = memchr(b'\n', body.as_bytes()).is_none();
    let wrapped = !one_line && is_wrapped(body);
    let mut line_ends = memchr_iter(b'\n', body.as_bytes()).peekable();
    let mut ellipses = memmem::find_iter(body.as_bytes(), "…").peekable();
    let mut stops = memchr3_iter(b'.', b'?', b'!', body.as_bytes()).peekable();
    let mut done = 0;
    loop {
        let next = [stops.peek(), line_ends.peek(), ellipses.peek()].into_iter().flatten().min().copied();
        let Some(at) = next else { break };
        stops.next_if_eq(&at);
        ellipses.next_if_eq(&at);
        let is_line_end = line_ends.next_if_eq(&at).is_some();
        if at < done {
            continue;
        }
        if is_line_end {
            if ends_at_line(body, at, wrapped) {
                push(paragraph.start + at, paragraph.start + at + 1);
                done = at + 1;
            }
        } else if let Some(end) = end_at(body, at, wrapped) {
            push(paragraph.start + end, paragraph.start + end);
            done = end;
        }
    }
    push(paragraph.end, paragraph.end);
}

/// Whether lines were broken by width: all but the last about as long as the longest, and that no longer than a
/// terminal or a page is wide.
fn is_wrapped(paragraph: &str) -> bool {
    let widths: Vec<usize> = paragraph.lines().map(|line| line.chars().count()).collect();
    let Some((_, full)) = widths.split_last() else { return false };
    let longest = widths.iter().max().copied().unwrap_or(0);
    (30..=120).contains(&longest) && full.iter().all(|&width| width * 10 >= longest * 7)
}

/// Whether a sentence ends with the line that ends at `at`.
fn ends_at_line(text: &str, at: usize, wrapped: bool) -> bool {
    let next = text[at..].trim_start();
    if starts_item(next) {
        return true;
    }
    !wrapped && !(starts_low(next) && breaks_off(text[..at].trim_end()))
}

/// Whether a line begins with a bullet or a number of a list.
fn starts_item(line: &str) -> bool {
    let marker = line.split([' ', '\t']).next().unwrap_or_default();
    let number = marker.strip_suffix(['.', ')']);
    line.len() > marker.len()
        && (matches!(marker, "-" | "*" | "•" | "–" | "·" | "‣")
            || number.is_some_and(|n| !n.is_empty() && n.len() <= 2 && n.bytes().all(|b| b.is_ascii_digit())))
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '»' | '*' | '_' | '›')
}

fn is_quote_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | '»')
}

fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '\u{201c}'
            | '\u{2018}'
            | '\u{201e}'
            | '('
            | '['
            | '«'
            | '*'
            | '_'
            | '‹'
            | '¿'
            | '¡'
            | '—'
            | '–'
            | '-'
    )
}

/// Where the sentence ends whose stop stands at `at`; `None` when it does not end there.
fn end_at(text: &str, at: usize, wrapped: bool) -> Option<usize> {
    let stop = text[at..].chars().next()?;
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
    end += note_at(&text[end..]);
    let rest = &text[end..];
    let Some(space) = rest.chars().next() else { return Some(end) };
    if !space.is_whitespace() {
        return None;
    }
    let next = rest.trim_start();
    if !wrapped && memchr(b'\n', &rest.as_bytes()[..rest.len() - next.len()]).is_some() {
        return None; // The line's end decides.
    }
    let next = next.trim_start_matches(is_opener);
    let first = next.chars().next()?;
    if first.is_lowercase() {
        return None;
    }
    let word = next.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}').next().unwrap_or_default();
    let ends = match stop {
        '.' if dots == 1 && !(quoted && text[at + 1..].starts_with(is_quote_closer)) => {
            after_word(&text[..at], word, first, next)
        }
        '?' | '!' if quoted => !tells_who(next),
        _ => true,
    };
    ends.then_some(end)
}

/// The bytes of a note's number in brackets: `[12]`.
fn note_at(rest: &str) -> usize {
    let digits = |inner: &str| !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit());
    let Some(inner) = rest.strip_prefix('[') else { return 0 };
    inner.find(']').filter(|&close| digits(&inner[..close])).map_or(0, |close| close + 2)
}

/// Whether a sentence ends with the stop after `before`, when `word`, which begins with `first`, comes next.
fn after_word(before: &str, word: &str, first: char, next: &str) -> bool {
    let token_start = before.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '/'));
    let token = token_start.map_or(before, |start| {
        let width = before[start..].chars().next().map_or(1, char::len_utf8);
        &before[start + width..]
    });
    let token = token.trim_start_matches(is_opener);
    // "anti-U.S", "Col.-Gen": what counts stands after the hyphen.
    let token = token.rsplit('-').next().unwrap_or(token);
    let starter = lists(STARTERS, word) || (word.len() > 5 && word.ends_with("ing"));
    let letters = token.chars().count();
    if token.is_empty() {
        return true;
    }
    if letters <= 2 && token.bytes().all(|byte| byte.is_ascii_digit()) {
        // "1." begins a list's item; "in 2 1." does not occur.
        return token_start.is_some_and(|start| !before[..start].trim_end().ends_with(['\n', '.']) && start > 0);
    }
    if lists(NUMBERED, token) {
        return !first.is_numeric();
    }
    if letters == 1 && token.chars().all(char::is_uppercase) {
        return starter && token != "I" && !follows_name(before, token);
    }
    if matches!(token, "a.m" | "p.m") {
        return !first.is_numeric() && (starter || !is_time(word));
    }
    if token.contains('.') && token.chars().all(|c| c.is_alphabetic() || c == '.') && is_initials(token) {
        return starter;
    }
    if lists(LEADING, token) && starts_high_or_known(token) {
        return false;
    }
    if lists(TRAILING, token) && starts_high_or_known(token) {
        return starter && !next.is_empty();
    }
    true
}

/// Abbreviations of titles and states begin with a capital; "al", "etc", "vs" and their like do not.
fn starts_high_or_known(token: &str) -> bool {
    token.starts_with(char::is_uppercase)
        || matches!(token, "al" | "etc" | "vs" | "cf" | "approx" | "viz" | "pp" | "govt" | "dept")
}

/// Letters with stops between, none longer than two: "U.S", "Ph.D", "e.g".
fn is_initials(token: &str) -> bool {
    token.split('.').all(|part| (1..=2).contains(&part.chars().count()))
}

/// Whether the initial stands behind a capitalised word, as in "George W".
fn follows_name(before: &str, initial: &str) -> bool {
    let rest = before[..before.len() - initial.len()].trim_end();
    let word = rest.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.chars().next().is_some_and(char::is_uppercase)
        && word.ends_with(char::is_alphanumeric)
        && rest.len() > word.len()
}

/// Words that follow an hour: weekdays, months, time zones.
fn is_time(word: &str) -> bool {
    const DAYS: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    lists(DAYS, word) || (word.len() >= 2 && word.chars().all(char::is_uppercase))
}

/// Whether the words after a quotation tell whose it was: `"Why?" Lavrov asked`.
fn tells_who(next: &str) -> bool {
    let words = next.split_whitespace().take(6).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    for (number, word) in words.enumerate() {
        if lists(SPEECH, word) {
            return number > 0;
        }
        let named =
            word.chars().next().is_some_and(char::is_uppercase) || matches!(word, "the" | "of" | "al" | "von" | "de");
        if !named {
            return false;
        }
    }
    false
}
