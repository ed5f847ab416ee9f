//! Paragraphs: the stretches between empty lines, and the lines in them.

use memchr::memchr;

use crate::span::Span;

/// The paragraphs of a text, from left to right.
pub(super) struct Paragraphs<'t> {
    text: &'t str,
    at: usize,
    line_ends: Vec<usize>,
}

/// A stretch between empty lines, without white space at its ends.
pub(super) struct Paragraph<'p> {
    pub(super) span: Span,
    /// Where the lines in it end, but for the last.
    pub(super) line_ends: &'p [usize],
}

impl Paragraph<'_> {
    /// Its lines, without their ends.
    pub(super) fn lines(&self) -> impl Iterator<Item = Span> {
        let starts = [self.span.start].into_iter().chain(self.line_ends.iter().map(|end| end + 1));
        let ends = self.line_ends.iter().copied().chain([self.span.end]);
        starts.zip(ends).map(|(start, end)| Span::new(start, end))
    }
}

impl<'t> Paragraphs<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, line_ends: Vec::new() }
    }

    /// The next paragraph.
    pub(super) fn next(&mut self) -> Option<Paragraph<'_>> {
        while self.at < self.text.len() {
            self.line_ends.clear();
            let start = self.at;
            let end = self.pass_empty_line();
            let span = trim(self.text, Span::new(start, end));
            if !span.is_empty() {
                self.line_ends.retain(|&end| span.contains(Span::new(end, end + 1)));
                return Some(Paragraph { span, line_ends: &self.line_ends });
            }
        }
        None
    }

    /// Goes behind the next empty line, and returns where the text before it ends.
    fn pass_empty_line(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        while let Some(found) = memchr(b'\n', &bytes[self.at..]) {
            let line_end = self.at + found;
            let mut next = line_end + 1;
            while next < bytes.len() && matches!(bytes[next], b' ' | b'\t' | b'\r' | 0x0c) {
                next += 1;
            }
            if next == bytes.len() || bytes[next] == b'\n' {
                self.at = (next + 1).min(bytes.len());
                return line_end;
            }
            self.line_ends.push(line_end);
            self.at = next;
        }
        self.at = bytes.len();
        bytes.len()
    }
}

/// The span without white space at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
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
