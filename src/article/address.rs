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
}

impl<'t> Addresses<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let targets = memmem::find_iter(text.as_bytes(), "](").peekable();
        Self { text, run: Span::default(), parts: Vec::new(), target: None, targets }
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

    /// Whether a span stands in a run without a mark of an address, and behind no link's target, as most do.
    fn stands_free(&mut self, span: Span) -> bool {
        let bytes = self.text.as_bytes();
        let is_special = |byte: &&u8| SPECIAL[usize::from(**byte)];
        let before = bytes[span.start.saturating_sub(NEAR)..span.start].iter().rev().find(is_special);
        let after = bytes[span.start..bytes.len().min(span.end + NEAR)].iter().find(is_special);
        let is_space = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
        is_space(before)
            && is_space(after)
            && self.target.is_none_or(|open| open + TARGET + NEAR < span.start)
            && self.targets.peek().is_none_or(|&open| open > span.end)
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
        let Some(open) = self.target.filter(|open| at - open <= TARGET) else { return false };
        memchr2(b'\n', b')', &self.text.as_bytes()[open..at]).is_none()
    }
}

/// The longest target of a link, in bytes.
const TARGET: usize = 240;

/// How far around a span the ends of its run are looked for before all of it is.
const NEAR: usize = 24;

/// What a run without addresses does not hold: white space, and the marks of addresses.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        special[byte] = (byte as u8).is_ascii_whitespace() || matches!(byte as u8, b'.' | b'@' | b'/' | b']');
        byte += 1;
    }
    special
};

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
