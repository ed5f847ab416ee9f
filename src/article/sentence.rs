//! Sentences and paragraphs of news, as spans of the reading.
//!
//! The splitter jumps from one possible end to the next with `memchr`, and looks at the words around it only there.
//! The road not taken: UAX #29 (`unicode-segmentation`) reads 30 MB/s and ends a sentence after "Gen."; it is the
//! reference that this one is tested against where the two should agree.

use memchr::{memchr, memchr_iter, memchr3_iter};

use super::abbreviation::{
    COMPANIES, LEADING, LETTERED, LOWER, NUMBERED, SPEAKERS, SPEECH, STARTERS, SUFFIXES, TRAILING,
};
use crate::span::Span;
use crate::word::{DAYS_AND_MONTHS, WordList};

/// The sentences of a text, in order, and the paragraph to which each belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sentences {
    pub(crate) spans: Vec<Span>,
    /// Of each sentence, the number of its paragraph.
    pub(crate) paragraphs: Vec<u32>,
}

impl Sentences {
    /// The number of the first sentence of each paragraph.
    pub(crate) fn first_of_paragraphs(&self) -> impl Iterator<Item = u32> {
        let paragraphs = self.paragraphs.iter().enumerate();
        let first =
            move |&(number, paragraph): &(usize, &u32)| number == 0 || self.paragraphs[number - 1] != *paragraph;
        paragraphs.filter(first).map(|(number, _)| number as u32)
    }

    /// Room for as many sentences as news have, of some eighty bytes each.
    fn with_room_for(text: &str) -> Self {
        let count = text.len() / 80;
        Self { spans: Vec::with_capacity(count), paragraphs: Vec::with_capacity(count) }
    }

    /// The sentence in which a byte lies, or the one before it.
    pub(crate) fn at(&self, offset: usize) -> usize {
        self.spans.partition_point(|span| span.start <= offset).saturating_sub(1)
    }
}

/// Splits a text into sentences. They do not overlap, hold no white space at their ends, and all that is not white
/// space lies in one.
pub(crate) fn split(text: &str) -> Sentences {
    let mut sentences = Sentences::with_room_for(text);
    let mut number = 0;
    for paragraph in paragraphs(text) {
        let goes_on = sentences.spans.last().is_some_and(|&last| {
            let gap = &text.as_bytes()[last.end..paragraph.start];
            breaks_off(last.of(text)) && (starts_low(paragraph.of(text)) || memchr(PAGE_END, gap).is_some())
        });
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
        cut_long(text, &mut sentences.spans, before.saturating_sub(1));
        sentences.paragraphs.resize(sentences.spans.len(), number - 1);
    }
    sentences
}

/// The form feed, with which a page ends, also in mid-sentence.
const PAGE_END: u8 = 0x0c;

/// No sentence of news is longer, in bytes. What is has lost its stops; cut, it costs time linear in its length.
const LONGEST: usize = 1_000;

/// Cuts the sentences from the number-th on that are too long, at white space or, where there is none, anywhere.
fn cut_long(text: &str, spans: &mut Vec<Span>, from: usize) {
    let mut number = from;
    while let Some(&span) = spans.get(number) {
        number += 1;
        if span.len() <= LONGEST {
            continue;
        }
        let mut end = span.start + LONGEST;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let cut =
            text[span.start..end].rfind(char::is_whitespace).filter(|&cut| cut > 0).map_or(end, |cut| span.start + cut);
        let (head, tail) = (trim(text, Span::new(span.start, cut)), trim(text, Span::new(cut, span.end)));
        spans[number - 1] = head;
        if !tail.is_empty() {
            spans.insert(number, tail);
        }
    }
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
    // By its first byte: a search for all three is set up anew for each paragraph, which takes longer.
    let ellipses = memchr_iter("…".as_bytes()[0], body.as_bytes());
    let mut ellipses = ellipses.filter(|&at| body[at..].starts_with('…')).peekable();
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
        } else {
            let (end, ends) = end_at(body, at, wrapped);
            if ends {
                push(paragraph.start + end, paragraph.start + end);
            }
            done = end;
        }
    }
    push(paragraph.end, paragraph.end);
}

/// Whether lines were broken by width: all but the last about as long as the longest, and that no longer than a
/// terminal or a page is wide. Two lines say little: they must end as prose does, or go on in lower case.
fn is_wrapped(paragraph: &str) -> bool {
    let widths = || paragraph.lines().map(|line| line.chars().count());
    let longest = widths().max().unwrap_or(0);
    let full = widths().count().saturating_sub(1);
    let even = (30..=120).contains(&longest) && widths().take(full).all(|width| width * 10 >= longest * 7);
    even && (full > 1 || !breaks_off(paragraph) || paragraph.lines().nth(1).is_some_and(starts_low))
}

/// Whether a sentence ends with the line that ends at `at`.
fn ends_at_line(text: &str, at: usize, wrapped: bool) -> bool {
    let next = text[at..].trim_start();
    let before = text[..at].trim_end();
    if starts_item(next) {
        // In running text a number at the beginning of a line is one ("on the night of Oct.", "12.").
        return !wrapped || !next.starts_with(|c: char| c.is_ascii_digit()) || may_end_item(before, next);
    }
    !(wrapped || starts_low(next) && breaks_off(before))
}

/// Whether what stands before a line that begins with a number is the end of an item or of what introduces a list.
fn may_end_item(before: &str, next: &str) -> bool {
    match before.strip_suffix('.') {
        Some(before) => after_word(before, next, true),
        None => !breaks_off(before) || starts_item(before),
    }
}

/// Whether a line begins with a bullet, or the number or letter of a list.
fn starts_item(line: &str) -> bool {
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

fn is_ascii_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

/// Whether the word is a number in Roman digits.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte.to_ascii_uppercase(), b'I' | b'V' | b'X' | b'L'))
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '»' | '*' | '_' | '›')
}

fn is_quote_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | '»')
}

fn is_opener(c: char) -> bool {
    is_dash(c)
        || matches!(
            c,
            '"' | '\'' | '\u{201c}' | '\u{2018}' | '\u{201e}' | '(' | '[' | '«' | '*' | '_' | '‹' | '¿' | '¡'
        )
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '-')
}

/// The end of the stop at `at`, with the marks that follow it, and whether a sentence ends there.
fn end_at(text: &str, at: usize, wrapped: bool) -> (usize, bool) {
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
fn notes_at(rest: &str) -> usize {
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
fn is_brand(next: &str) -> bool {
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.chars().any(char::is_uppercase)
}

/// How far around a stop the words are looked at that run on without a space, in characters.
const RUN: usize = 64;

/// Where the sentence ends when the next one follows without a space ("ended.The envoys"); `None` when none does.
fn runs_on(text: &str, at: usize, end: usize) -> Option<usize> {
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

fn is_abbreviation(word: &str) -> bool {
    LEADING.holds_in_any_case(word) || TRAILING.holds_in_any_case(word) || NUMBERED.holds_in_any_case(word)
}

fn first_word(next: &str) -> &str {
    next.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}').next().unwrap_or_default()
}

/// Whether a sentence ends with the stop after `before`, when `next` follows.
fn after_word(before: &str, next: &str, wrapped: bool) -> bool {
    let token_start = before.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '/'));
    let token = token_start.map_or(before, |start| {
        let width = before[start..].chars().next().map_or(1, char::len_utf8);
        &before[start + width..]
    });
    let token = token.trim_start_matches(is_opener);
    // "anti-U.S", "Col.-Gen": what counts stands after the hyphen.
    let token = token.rsplit('-').next().unwrap_or(token);
    if token.is_empty() {
        return true;
    }
    if is_marker(token) && begins_item(&before[..before.len() - token.len()], token, wrapped) {
        return false;
    }
    // No abbreviation is longer.
    if token.len() > 8 {
        return true;
    }
    if NUMBERED.holds_in_any_case(token) && (token.len() > 1 || token.chars().all(char::is_lowercase)) {
        let word = first_word(next);
        return !(word.starts_with(char::is_numeric) || (is_roman(word) && word != "I"));
    }
    if token.chars().count() == 1 && token.chars().all(char::is_uppercase) {
        return starts_sentence(next) || (is_designation(before, token) && begins_plainly(next));
    }
    if matches!(token, "a.m" | "p.m") {
        return !first_word(next).starts_with(char::is_numeric) && (starts_sentence(next) || !is_time(next));
    }
    if token.contains('.') && token.chars().all(|c| c.is_alphabetic() || c == '.') && is_initials(token) {
        return starts_sentence(next);
    }
    if !(token.starts_with(char::is_uppercase) || LOWER.holds(token)) {
        return true;
    }
    if LEADING.holds_in_any_case(token) {
        // "Hun Sen", "Kessel St"
        return starts_sentence(next) && follows_name(before, token);
    }
    !TRAILING.holds_in_any_case(token) || starts_sentence(next)
}

/// Whether a token before a stop may be the number or letter of an item, or the initial of who speaks ("Q. And?").
fn is_marker(token: &str) -> bool {
    (token.len() <= 2 && token.bytes().all(|byte| byte.is_ascii_digit()))
        || (token.len() == 1 && token.bytes().all(is_ascii_letter))
        || (token.len() <= 5 && is_roman(token))
}

/// Whether an item may begin after `before`: nothing but marks stands on its line, or another sentence's end.
fn begins_item(before: &str, marker: &str, wrapped: bool) -> bool {
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

/// Whether a sentence plainly begins: with a word with which no name begins, in lower case what follows.
fn starts_sentence(next: &str) -> bool {
    /// After these a name may follow and a sentence begins all the same.
    #[rustfmt::skip]
    static PLAIN: WordList<128> = WordList::new(&[
        "a", "after", "although", "as", "at", "because", "before", "but", "by", "during", "for", "from", "how", "if",
        "in", "it", "its", "of", "on", "since", "that", "the", "their", "these", "they", "this", "those", "though",
        "to", "unlike", "until", "we", "what", "when", "where", "which", "while", "who", "why", "with", "without",
    ]);
    let word = first_word(next);
    STARTERS.holds_in_any_case(word) && (PLAIN.holds_in_any_case(word) || begins_plainly(next))
}

/// Whether the word after the first is in lower case, or a mark or the end follows the first.
fn begins_plainly(next: &str) -> bool {
    let rest = &next[first_word(next).len()..];
    match rest.strip_prefix(char::is_whitespace) {
        Some(rest) => !rest.trim_start().trim_start_matches(is_opener).starts_with(char::is_uppercase),
        None => !rest.starts_with(['-', '.']),
    }
}

/// Letters with stops between, none longer than two: "U.S", "Ph.D", "e.g".
fn is_initials(token: &str) -> bool {
    token.split('.').all(|part| (1..=2).contains(&part.chars().count()))
}

/// The word before the last token.
fn word_before<'t>(before: &'t str, token: &str) -> &'t str {
    let rest = before[..before.len() - token.len()].trim_end();
    rest.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Whether the token stands behind a capitalised word, as in "Kessel St".
fn follows_name(before: &str, token: &str) -> bool {
    let word = word_before(before, token);
    word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphanumeric)
}

/// Whether a capital tells which one of several: "hepatitis C".
fn is_designation(before: &str, token: &str) -> bool {
    LETTERED.holds_in_any_case(word_before(before, token))
}

/// Whether what follows an hour belongs to it: a weekday, a month, a time zone ("Eastern time").
fn is_time(next: &str) -> bool {
    let word = first_word(next);
    let mut words = next.split_whitespace().map(first_word);
    DAYS_AND_MONTHS.holds_in_any_case(word)
        || (word.len() >= 2 && word.chars().all(char::is_uppercase))
        || words
            .find(|word| !word.starts_with(char::is_uppercase) || *word == "Time")
            .is_some_and(|word| word.eq_ignore_ascii_case("time"))
}

/// Whether the words after a quotation tell whose it was: `"Why?" Lavrov asked`.
fn tells_who(next: &str) -> bool {
    if STARTERS.holds_in_any_case(first_word(next)) {
        return false;
    }
    let mut after_owner = false;
    for (number, word) in next.split_whitespace().take(7).enumerate() {
        let is_owner = word.ends_with("'s") || word.ends_with("\u{2019}s");
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if SPEECH.holds_in_any_case(word) {
            return number > 0;
        }
        let named = word.starts_with(char::is_uppercase)
            || matches!(word, "the" | "of" | "al" | "von" | "de")
            || (number > 0 && (after_owner || SPEAKERS.holds(word)));
        if !named {
            return false;
        }
        after_owner = is_owner;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_all_that_is_not_white_space() {
        for text in ["", " \n\n ", "One. Two.\r\n\r\n- Three\n- four…Five", "...", "[1]?![2] \"'\n12. ¿\n\t\u{2003}x"]
        {
            let sentences = split(text).spans;
            let mut rest = text.to_owned();
            for span in sentences.iter().rev() {
                rest.replace_range(span.range(), "");
            }
            assert_eq!(rest.trim(), "", "{text:?}");
            assert!(sentences.is_sorted_by(|a, b| a.end <= b.start), "{text:?}");
        }
    }

    #[test]
    fn a_paragraph_that_a_caption_breaks_is_one() {
        let sentences = split("They met on\n\nMonday. They\n\nleft at once. Why?\n\nNobody knows.");
        assert_eq!(sentences.spans.len(), 5);
        assert_eq!(sentences.paragraphs, [0, 1, 1, 1, 2]);
        assert_eq!((sentences.at(0), sentences.at(13), sentences.at(usize::MAX)), (0, 1, 4));
    }

    /// Where each step looked at all that went before, a megabyte of any of these would take minutes.
    #[test]
    fn takes_linear_time() {
        for unit in [
            ".",
            "…",
            "a.B",
            "a.Bc",
            "word\n",
            ".[",
            "! ",
            "Mr. ",
            "------------------------------1.\n",
            "a.m. A ",
            "\"?",
            "12. ",
            "(",
            "\n",
            "?\u{2019}s ",
            "A. B. ",
        ] {
            split(&unit.repeat(400_000 / unit.len()));
        }
    }
}
