//! URLs, e-mail addresses, domain names and link targets: where names stand that name nobody.

use std::iter::Peekable;
use std::sync::LazyLock;

use memchr::memchr2;
use memchr::memmem::{self, FindIter};
use regex::Regex;

use crate::span::Span;
use crate::word::is_word_before;

/// Answers, for spans asked from left to right, whether each lies in an address.
///
/// It looks only at the run of characters without white space around each span asked for, and remembers the last
/// run, so that all questions about a text together take time linear in its length.
#[derive(Debug)]
pub(crate) struct Addresses<'t> {
    text: &'t str,
    run: Span,
    /// The parts of the run that are addresses.
    parts: Vec<Span>,
    /// Where links' targets open, `](`: the last one before the run, and the next ones.
    target: Option<usize>,
    targets: Peekable<FindIter<'t, 'static>>,
    has_targets: bool,
}

impl<'t> Addresses<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut targets = memmem::find_iter(text.as_bytes(), "](").peekable();
        let has_targets = targets.peek().is_some();
        Self { text, run: Span::default(), parts: Vec::new(), target: None, targets, has_targets }
    }

    /// Whether the span lies in an address. Spans must come in the order of the text.
    pub(crate) fn hold(&mut self, span: Span) -> bool {
        if self.stands_free(span) {
            return false;
        }
        if !self.run.contains(Span::new(span.start, span.start + 1)) {
            self.look_around(span);
        }
        self.parts.iter().any(|part| part.contains(span))
    }

    /// Whether spaces stand on both sides of a span in which no mark of an address stands, as with most, in a text without
    /// links.
    fn stands_free(&self, span: Span) -> bool {
        let bytes = self.text.as_bytes();
        let before = span.start.checked_sub(1).is_none_or(|before| bytes[before].is_ascii_whitespace());
        let after = bytes.get(span.end).is_none_or(u8::is_ascii_whitespace);
        let is_mark = |byte: &u8| matches!(byte, b'.' | b'@' | b'/' | b']');
        before && after && !self.has_targets && !bytes[span.range()].iter().any(is_mark)
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
    fn is_in_target(&mut self, at: usize) -> bool {
        while let Some(open) = self.targets.next_if(|open| open + 2 <= at) {
            self.target = Some(open);
        }
        let Some(open) = self.target.filter(|open| at - open <= 240) else { return false };
        memchr2(b'\n', b')', &self.text.as_bytes()[open..at]).is_none()
    }
}

/// Whether a run holds what every address holds: a stop before a small letter or behind `www`, or one of three marks.
/// It saves the pattern at the stops that end sentences.
fn may_hold_address(run: &[u8]) -> bool {
    run.iter().enumerate().any(|(at, byte)| match byte {
        b'@' | b'/' | b']' => true,
        b'.' => {
            run.get(at + 1).is_some_and(u8::is_ascii_lowercase)
                || at.checked_sub(1).is_some_and(|before| matches!(run[before], b'w' | b'W'))
        }
        _ => false,
    })
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

    fn hidden(text: &str, word: &str) -> Vec<bool> {
        let mut addresses = Addresses::new(text);
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
}
