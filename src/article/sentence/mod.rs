//! Sentences and paragraphs of news, as spans of the reading.
//!
//! The splitter jumps from one possible end to the next with `memchr`, and looks at the words around it only there.
//! The road not taken: UAX #29 (`unicode-segmentation`) reads 30 MB/s and ends a sentence after "Gen."; it is the
//! reference that this one is tested against where the two should agree.

mod line;
mod marks;
mod paragraph;
mod punctuation;
mod stop;
mod word;

use memchr::memchr;

use self::line::{breaks_off, ends_at_line, is_wrapped, starts_low};
use self::marks::Marks;
use self::paragraph::{Paragraph, Paragraphs, trim};
use self::stop::end_at;
use crate::span::Span;

/// The sentences of a text, in order, and the paragraph to which each belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sentences {
    pub(crate) spans: Vec<Span>,
    /// Of each sentence, the number of its paragraph.
    pub(crate) paragraphs: Vec<u32>,
    /// Where stops stand that may be parts of addresses, and end no sentence.
    pub(crate) in_names: Vec<usize>,
}

impl Sentences {
    /// The number of the first sentence of each paragraph.
    pub(crate) fn first_of_paragraphs(&self) -> Vec<u32> {
        let mut first = Vec::with_capacity(self.paragraphs.last().map_or(0, |last| *last as usize + 1));
        let mut number = 0;
        for paragraph in self.paragraphs.chunk_by(|a, b| a == b) {
            first.push(number);
            number += paragraph.len() as u32;
        }
        first
    }

    /// Room for as many sentences as news have, of more than fifty bytes each.
    fn with_room_for(text: &str) -> Self {
        let count = text.len() / 50;
        Self { spans: Vec::with_capacity(count), paragraphs: Vec::with_capacity(count), in_names: Vec::new() }
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
    let mut marks = Marks::new(text);
    let mut paragraphs = Paragraphs::new(text);
    let mut number = 0;
    while let Some(paragraph) = paragraphs.next() {
        let goes_on = sentences.spans.last().is_some_and(|&last| {
            let gap = &text.as_bytes()[last.end..paragraph.span.start];
            breaks_off(last.of(text)) && (starts_low(paragraph.span.of(text)) || memchr(PAGE_END, gap).is_some())
        });
        if !goes_on {
            number += 1;
        }
        let before = sentences.spans.len();
        split_paragraph(text, &paragraph, &mut marks, &mut sentences.spans);
        if goes_on && sentences.spans.len() > before {
            // A caption or a page broke the sentence in two.
            let rest = sentences.spans.remove(before);
            sentences.spans[before - 1].end = rest.end;
        }
        cut_long(text, &mut sentences.spans, before.saturating_sub(1));
        sentences.paragraphs.resize(sentences.spans.len(), number - 1);
    }
    sentences.in_names = marks.in_names();
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

fn split_paragraph(text: &str, paragraph: &Paragraph<'_>, marks: &mut Marks<'_>, out: &mut Vec<Span>) {
    let Paragraph { span, line_ends } = *paragraph;
    let body = span.of(text);
    if line_ends.is_empty() && body.starts_with('#') {
        out.push(span); // A heading is one, whatever stops stand in it.
        return;
    }
    let wrapped = !line_ends.is_empty() && is_wrapped(text, paragraph);
    let mut start = span.start;
    let mut push = |end: usize| {
        let sentence = trim(text, Span::new(start, end));
        if !sentence.is_empty() {
            out.push(sentence);
        }
        start = end;
    };
    let mut at = span.start;
    for line_end in line_ends.iter().copied().chain([span.end]) {
        while let Some(mark) = marks.next_in(Span::new(at, line_end)) {
            let (end, ends) = end_at(body, mark - span.start, wrapped);
            at = span.start + end;
            if ends {
                push(at);
            }
        }
        if line_end == span.end || ends_at_line(body, line_end - span.start, wrapped) {
            push(line_end);
        }
        at = line_end;
    }
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
