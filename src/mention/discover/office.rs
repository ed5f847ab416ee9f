//! An office in a text: which words it is, and what stands between it and a name.

use super::Discovery;
use super::words::{BREAKS, DEPARTMENTS, OFFICES};
use crate::mention::Mention;
use crate::mention::context::word_after;
use crate::mention::sorted::around;
use crate::span::Span;
use crate::word::letters_end;

impl Discovery<'_> {
    /// Whether a name may follow the word that an office may end with, or a department.
    pub(super) fn leads_to_name(&self, office: usize) -> bool {
        let bytes = self.text.as_bytes();
        let rest = &bytes[letters_end(bytes, office)..];
        let next = rest.trim_ascii_start();
        let is_name = |rest: &[u8]| matches!(rest, [b'A'..=b'Z' | 0x80.., ..]);
        match rest {
            [b',', b' ', rest @ ..] => is_name(rest),
            _ if next.len() < rest.len() => is_name(next) || next.starts_with(b"for") || next.starts_with(b"of"),
            _ => is_name(rest),
        }
    }

    /// The words from `from` on that end with what a person is: "Economy Minister", "education minister".
    pub(super) fn office_after(&self, from: usize, end: usize) -> Option<Span> {
        let mut at = from;
        let mut office = None;
        let mut start = None;
        for _ in 0..8 {
            let Some(word) = word_after(self.text, at).filter(|word| word.end <= end) else { break };
            let written = word.of(self.text);
            let is_office = OFFICES.holds_in_any_case(written);
            // A deputy is what the deputy is of: "deputy health minister".
            let is_whole = office.is_some_and(|office: Span| !office.of(self.text).to_lowercase().ends_with("deputy"));
            // "Trade and Industry Secretary".
            let links = || {
                written == "and"
                    && ends_with_department(&self.text[from..word.start])
                    && word_after(self.text, word.end).is_some_and(|next| DEPARTMENTS.holds(next.of(self.text)))
            };
            if !is_office && (is_whole || BREAKS.holds(written) && !links()) {
                break;
            }
            let start = *start.get_or_insert(word.start);
            if is_office {
                office = Some(Span::new(start, word.end));
            }
            at = word.end;
        }
        office
    }

    /// Past the land for which somebody is envoy: "special envoy for Syria".
    pub(super) fn past_beat(&self, at: usize, known: &[Mention]) -> Option<usize> {
        let link = word_after(self.text, at).filter(|word| matches!(word.of(self.text), "for" | "to" | "in"))?;
        let word = word_after(self.text, link.end)?;
        let word = if word.of(self.text) == "the" { word_after(self.text, word.end)? } else { word };
        around(known, word).filter(|mention| mention.span.start == word.start).map(|mention| mention.span.end)
    }
}

/// Whether the last word is a department: "Trade".
fn ends_with_department(words: &str) -> bool {
    words.split_whitespace().next_back().is_some_and(|word| DEPARTMENTS.holds(word))
}

/// Past the department behind an office at `at` ("for Foreign Affairs"), or `at` where none is; nothing where another phrase
/// begins before a name does.
pub(in crate::mention) fn past_department(text: &str, at: usize) -> Option<usize> {
    let Some(link) = word_after(text, at).filter(|word| matches!(word.of(text), "for" | "of")) else { return Some(at) };
    let mut at = link.end;
    while let Some(word) = word_after(text, at) {
        let written = word.of(text);
        if written.starts_with(char::is_uppercase) && !DEPARTMENTS.holds(written) {
            break;
        }
        if BREAKS.holds(written) && written != "and" {
            return None;
        }
        at = word.end;
    }
    Some(at)
}
