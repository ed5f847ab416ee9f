//! The marks with which a sentence may end, as they follow in a text.

use memchr::{Memchr, Memchr3, memchr_iter, memchr3_iter};

use crate::article::address::is_in_name;
use crate::span::Span;

/// Stops, question and exclamation marks, and ellipses, from left to right. Each kind is looked for once in the whole
/// text: lines are so short that setting up a search takes longer than the search.
pub(super) struct Marks<'t> {
    text: &'t str,
    stops: Memchr3<'t>,
    /// Where ellipses may be: their last byte, which few other characters hold.
    dots: Memchr<'t>,
    /// The first of each that was not passed yet; where there is none, beyond the text.
    stop: usize,
    ellipsis: usize,
    /// The stops that were passed and may stand in addresses.
    in_names: Vec<usize>,
}

const ELLIPSIS: &[u8; 3] = b"\xe2\x80\xa6";

impl<'t> Marks<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let (mut stops, dots) = (memchr3_iter(b'.', b'?', b'!', bytes), memchr_iter(ELLIPSIS[2], bytes));
        let stop = stops.next().unwrap_or(usize::MAX);
        let mut marks = Self { text, stops, dots, stop, ellipsis: 0, in_names: Vec::new() };
        marks.ellipsis = marks.next_ellipsis();
        marks
    }

    /// Where the first mark begins that lies in the span. Spans must come in the order of the text.
    pub(super) fn next_in(&mut self, span: Span) -> Option<usize> {
        while self.stop < span.start {
            self.pass_stop();
        }
        while self.ellipsis < span.start {
            self.ellipsis = self.next_ellipsis();
        }
        Some(self.stop.min(self.ellipsis)).filter(|&at| at < span.end)
    }

    /// The stops that may stand in addresses, of the whole text.
    pub(super) fn in_names(mut self) -> Vec<usize> {
        while self.stop < self.text.len() {
            self.pass_stop();
        }
        self.in_names
    }

    fn pass_stop(&mut self) {
        if is_in_name(self.text.as_bytes(), self.stop) {
            self.in_names.push(self.stop);
        }
        self.stop = self.stops.next().unwrap_or(usize::MAX);
    }

    fn next_ellipsis(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        let ends = self.dots.find(|&at| bytes[..=at].ends_with(ELLIPSIS));
        ends.map_or(usize::MAX, |last| last + 1 - ELLIPSIS.len())
    }
}
