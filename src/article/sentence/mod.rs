//! Sentences and paragraphs of news, as spans of the reading.
//!
//! The splitter jumps from one possible end to the next with `memchr`, and looks at the words around it only there.
//! The road not taken: UAX #29 (`unicode-segmentation`) reads 30 MB/s and ends a sentence after "Gen."; it is the
//! reference that this one is tested against where the two should agree.

mod line;
mod mark;
mod stop;
mod word;

use memchr::{memchr, memchr_iter, memchr3_iter};

use self::line::{breaks_off, ends_at_line, is_wrapped, starts_low};
use self::stop::end_at;
use crate::span::Span;

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
    // Mostly there is nothing to trim but a space at the beginning.
    let bytes = text.as_bytes();
    let start = span.start + usize::from(bytes.get(span.start) == Some(&b' '));
    let is_mark = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
    if start < span.end && is_mark(start) && is_mark(span.end - 1) {
        return Span::new(start, span.end);
    }
    let piece = span.of(text);
    let start = span.start + (piece.len() - piece.trim_start().len());
    Span::new(start, start + piece.trim().len())
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
