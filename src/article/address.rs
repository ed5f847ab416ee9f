//! URLs, e-mail addresses, domain names and link targets: where names stand that name nobody.

use std::slice::Iter;
use std::sync::LazyLock;

use memchr::{Memchr3, memchr2, memchr3_iter};
use regex::Regex;

use crate::span::Span;
use crate::word::is_word_before;

/// Answers, for spans asked from left to right, whether each lies in an address.
///
/// It looks only at runs of characters without white space that hold a mark of addresses, and remembers the last run, so
/// that all questions about a text together take time linear in its length.
#[derive(Debug)]
pub(crate) struct Addresses<'t> {
    text: &'t str,
    suspects: Suspects<'t>,
    run: Span,
    /// The parts of the run that are addresses, from left to right.
    parts: Vec<Span>,
}

impl<'t> Addresses<'t> {
    /// Of a text, with its [stops](is_in_name) that may stand in addresses.
    pub(crate) fn new(text: &'t str, stops: &'t [usize]) -> Self {
        Self { text, suspects: Suspects::new(text.as_bytes(), stops), run: Span::default(), parts: Vec::new() }
    }

    /// Whether the span lies in an address. Spans must come in the order of the text.
    pub(crate) fn hold(&mut self, span: Span) -> bool {
        if !self.suspects.touch(span) {
            return false;
        }
        if !self.run.contains(Span::new(span.start, span.start + 1)) {
            self.look_around(span);
        }
        let part = self.parts.partition_point(|part| part.end <= span.start);
        self.parts.get(part).is_some_and(|part| part.contains(span))
    }

    fn look_around(&mut self, span: Span) {
        let bytes = self.text.as_bytes();
        // Nothing before the last run's end can belong to this one.
        let mut start = span.start;
        while start > self.run.end && !bytes[start - 1].is_ascii_whitespace() {
            start -= 1;
        }
        let end = span.end + bytes[span.end..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
        self.run = Span::new(start, end);
        self.parts.clear();
        if self.is_in_target(start) {
            self.parts.push(self.run);
            return;
        }
        let run = self.run.of(self.text);
        if !may_hold_address(run.as_bytes()) {
            return;
        }
        for found in ADDRESS.find_iter(run) {
            let part = Span::new(start + found.start(), start + found.end());
            let bare_domain = !found.as_str().contains(['/', '@', '(']);
            if !(bare_domain && is_word_before(self.text, part.start)) {
                self.parts.push(part);
            }
        }
    }

    /// Whether a link's target is open at `at`: `](url "a title` holds spaces. It looks back no further than targets are
    /// long.
    fn is_in_target(&self, at: usize) -> bool {
        let targets = &self.suspects.targets;
        let before = targets.partition_point(|open| open + 2 <= at);
        let open = before.checked_sub(1).map(|last| targets[last]).filter(|open| at - open <= TARGET);
        open.is_some_and(|open| memchr2(b'\n', b')', &self.text.as_bytes()[open..at]).is_none())
    }
}

/// The runs of a text that may hold addresses, from left to right. Few do, and so most spans are done with at a glance.
#[derive(Debug)]
struct Suspects<'t> {
    text: &'t [u8],
    marks: Memchr3<'t>,
    stops: Iter<'t, usize>,
    /// The first mark and stop not yet passed; where there is none, beyond the text.
    mark: usize,
    stop: usize,
    /// The first run, or target of a link, that ends behind the last span asked for; beyond the text where none does.
    run: Span,
    /// Where links' targets open, `](`, up to the end of the run.
    targets: Vec<usize>,
}

impl<'t> Suspects<'t> {
    fn new(text: &'t [u8], stops: &'t [usize]) -> Self {
        let (marks, stops) = (memchr3_iter(b'@', b'/', b']', text), stops.iter());
        let mut suspects = Self { text, marks, stops, mark: 0, stop: 0, run: Span::new(0, 0), targets: Vec::new() };
        suspects.pass_mark();
        suspects.pass_stop();
        suspects
    }

    /// Whether the span, which begins no further left than the last one, lies in or beside such a run.
    fn touch(&mut self, span: Span) -> bool {
        while self.run.end <= span.start {
            self.pass_run();
        }
        self.run.start < span.end
    }

    fn pass_run(&mut self) {
        let is_word = |byte: &&u8| !byte.is_ascii_whitespace();
        let first = self.mark.min(self.stop);
        if first == usize::MAX {
            self.run = Span::new(first, first);
            return;
        }
        let before = self.text[self.run.end..first].iter().rev().take_while(is_word).count();
        let mut end = first;
        // Up to the last mark in it.
        while self.mark.min(self.stop) <= end {
            if self.stop < self.mark {
                self.pass_stop();
            } else {
                if self.text[self.mark..].starts_with(b"](") {
                    self.targets.push(self.mark);
                    let reach = &self.text[self.mark..self.text.len().min(self.mark + TARGET)];
                    end = end.max(self.mark + memchr2(b'\n', b')', reach).unwrap_or(reach.len()));
                }
                self.pass_mark();
            }
            end += self.text[end..].iter().take_while(is_word).count();
        }
        self.run = Span::new(first - before, end.max(first + 1));
    }

    fn pass_mark(&mut self) {
        self.mark = self.marks.next().unwrap_or(usize::MAX);
    }

    fn pass_stop(&mut self) {
        self.stop = self.stops.next().copied().unwrap_or(usize::MAX);
    }
}

/// The longest target of a link, in bytes.
const TARGET: usize = 240;

/// Whether a run holds what every address holds: a stop before a small letter or behind `www`, or one of three marks.
/// It saves the pattern at the stops that end sentences.
fn may_hold_address(run: &[u8]) -> bool {
    run.iter().enumerate().any(|(at, byte)| match byte {
        b'@' | b'/' | b']' => true,
        _ => is_in_name(run, at),
    })
}

/// Whether a full stop stands there that may stand in the name of a domain: before a small letter or behind `www`.
pub(super) fn is_in_name(text: &[u8], stop: usize) -> bool {
    text[stop] == b'.'
        && (text.get(stop + 1).is_some_and(u8::is_ascii_lowercase)
            || stop.checked_sub(1).is_some_and(|before| matches!(text[before], b'w' | b'W')))
}

/// A link's target up to its closing bracket; a scheme or `www.`; an e-mail address or handle; a domain name, which
/// is in lower case at its end ("Russia.The" lacks a space and is no domain).
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r#"(?x)
        \]\( [^)]* \)?
      | \b [A-Za-z][A-Za-z0-9+.-]* :// [^\s<>"\]\[]+
      | \b (?i:www) \. [^\s<>"\]\[]+
      | [A-Za-z0-9._%+-]* @ [A-Za-z0-9_][A-Za-z0-9._-]*
      | [A-Za-z0-9-]+ (?: \. [a-z0-9-]+ )* \. [a-z]{2,12} (?: / [^\s<>"\]\[]* | \b )
    "#;
    #[expect(clippy::unwrap_used, reason = "the pattern is constant, and tested")]
    Regex::new(pattern).unwrap()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::split;

    fn hidden(text: &str, word: &str) -> Vec<bool> {
        let stops = split(text).in_names;
        let mut addresses = Addresses::new(text, &stops);
        text.match_indices(word).map(|(at, word)| addresses.hold(Span::new(at, at + word.len()))).collect()
    }

    #[test]
    fn named_cases() {
        let cases: &[(&str, &str, &[bool])] = &[
            ("a URL", "see https://Iran.example/Iran?q=Iran. Iran", &[true, true, true, false]),
            ("www", "www.Iran.example and Iran", &[true, false]),
            ("an e-mail address", "Iran@example.org of Iran", &[true, false]),
            ("a handle", "@Iran says Iran", &[true, false]),
            ("a domain", "Iran.example.com, Iran.", &[true, false]),
            ("a domain with a path", "(example.com/Iran) Iran", &[true, false]),
            ("a link target", "[Iran](Iran-deal) Iran", &[false, true, false]),
            ("no space after a stop", "in Iran.The envoy", &[false]),
            ("a slash", "Iran/Iraq", &[false]),
            ("abbreviations", "U.S.-Iran", &[false]),
        ];
        for (what, text, wanted) in cases {
            assert_eq!(&hidden(text, "Iran"), wanted, "{what}: {text}");
        }
    }

    /// Where each question looked at all addresses before it, a megabyte without a space would take minutes.
    #[test]
    fn takes_linear_time() {
        for unit in ["@Iran", "Iran.a/", "Iran@", "[Iran](", "Iran.ab,", "www.Iran,", "Iran-", "Iran.b"] {
            hidden(&unit.repeat(1_000_000 / unit.len()), "Iran");
        }
    }
}
