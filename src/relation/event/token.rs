//! A sentence as tokens: mentions, words with what they may mean, and the marks between them.

use std::ops::Range;

use memchr::memchr;

use super::kind::{self, Kind};
use super::letters::Letters;
use super::phrases::{Gap, Part};
use super::signs::Signs;
use super::table::UNKNOWN;
use super::words::Words;
use crate::mention::Mention;
use crate::span::Span;
use crate::word::{is_word, is_word_before, letters_end};

/// A mention, a word or phrase, or a mark.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// What the phrases that begin with it may be, taken together.
    pub(super) signs: Signs,
    /// The word that cues ask for of the longest of those phrases that is one.
    pub(super) asked_for: Option<u16>,
    /// Those phrases, in the line's list.
    pub(super) phrases: (u32, u32),
    /// Its parts, in the line's list, from this one to the next token's.
    pub(super) part: u32,
}

/// Reads a sentence: its tokens, and the words and marks of which they consist.
pub(super) struct Reader<'r> {
    text: &'r str,
    words: &'r Words,
    tokens: &'r mut Vec<Token>,
    /// The tokens that begin with a digit.
    numbers: &'r mut Vec<u32>,
    parts: &'r mut Vec<Part>,
    /// What was passed since the last token.
    gap: Gap,
    lines: u32,
}

impl<'r> Reader<'r> {
    pub(super) fn new(
        text: &'r str,
        words: &'r Words,
        tokens: &'r mut Vec<Token>,
        numbers: &'r mut Vec<u32>,
        parts: &'r mut Vec<Part>,
    ) -> Self {
        Self { text, words, tokens, numbers, parts, gap: Gap::None, lines: 0 }
    }

    /// Reads a sentence that holds the mentions of those numbers.
    pub(super) fn read(&mut self, sentence: Span, mentions: &[Mention], numbers: Range<usize>) {
        let mut at = sentence.start;
        for number in numbers {
            let span = mentions[number].span;
            at = self.words(at, span.start, sentence.end);
            if at >= sentence.end {
                return;
            }
            self.push(span, Kind::Mention(number as u32), UNKNOWN);
            at = span.end.max(at);
        }
        self.words(at, sentence.end, sentence.end);
    }

    /// Reads the words and marks from `at` to `limit`, in a sentence that ends at `end`; returns where they end.
    fn words(&mut self, mut at: usize, limit: usize, end: usize) -> usize {
        let (text, bytes) = (self.text, self.text.as_bytes());
        while at < limit {
            at = match bytes[at] {
                b' ' if self.gap == Gap::None => {
                    self.gap = Gap::Space;
                    at + 1
                }
                byte if byte.is_ascii_alphanumeric() && (self.gap != Gap::None || !is_word_before(text, at)) => {
                    self.word(at, limit)
                }
                b',' => self.push(Span::new(at, at + 1), Kind::Comma, u32::from(b',')),
                _ => self.anything(at, limit, end),
            };
        }
        at
    }

    /// Reads what stands at `at`; returns its end.
    fn anything(&mut self, at: usize, limit: usize, end: usize) -> usize {
        let rest = &self.text[at..];
        let c = rest.chars().next().unwrap_or_default();
        if c.is_whitespace() {
            self.lines += u32::from(c == '\n');
            self.gap = if self.lines > 1 || self.gap == Gap::Break { Gap::Break } else { Gap::Space };
            return at + c.len_utf8();
        }
        let unseen = markup(&rest.as_bytes()[..end - at]);
        if unseen > 0 {
            self.gap = Gap::Break;
            return at + unseen;
        }
        match is_word(c) && !is_word_before(self.text, at) {
            true => self.joined_word(at, limit),
            false => self.mark(at, c),
        }
    }

    /// Adds a token with its first part; returns its end.
    fn push(&mut self, span: Span, kind: Kind, word: u32) -> usize {
        let (token, part) = (self.tokens.len() as u32, self.parts.len() as u32);
        self.tokens.push(Token { span, kind, signs: Signs::default(), asked_for: None, phrases: (0, 0), part });
        self.parts.push(Part { word, token, gap: self.gap });
        (self.gap, self.lines) = (Gap::None, 0);
        span.end
    }

    /// Adds one more part of the last token.
    fn push_part(&mut self, word: u32) {
        let token = self.tokens.len() as u32 - 1;
        self.parts.push(Part { word, token, gap: Gap::None });
    }

    /// Reads the word at `at`; returns its end.
    fn word(&mut self, at: usize, limit: usize) -> usize {
        if self.text.as_bytes()[at].is_ascii_digit() {
            self.numbers.push(self.tokens.len() as u32);
        }
        let rest = &self.text.as_bytes()[at..limit];
        // Nearly all words are letters with a space behind, and most are short.
        let short = rest.first_chunk().map(|&bytes| Letters::beginning(bytes)).filter(|letters| letters.count < 8);
        let end = at + short.map_or_else(|| letters_end(rest, 0), |letters| usize::from(letters.count));
        if self.may_go_on(at, end, limit) {
            return self.joined_word(at, limit);
        }
        let written = || &self.text[at..end];
        let place = match short {
            Some(letters) => self.words.place_of_letters(letters),
            None => self.words.place(written()),
        };
        let kind = self.words.kind(place).unwrap_or_else(|| kind::by_letters(written()));
        self.push(Span::new(at, end), kind, place)
    }

    /// Whether the letters from `start` to `end` may be only a part of a word.
    fn may_go_on(&self, start: usize, end: usize, limit: usize) -> bool {
        let bytes = &self.text.as_bytes()[..limit];
        let next = bytes.get(end + 1);
        match bytes.get(end) {
            None | Some(b' ') => false,
            Some(b',') => next.is_some_and(u8::is_ascii_digit),
            Some(b'.') => {
                end - start <= 4 && bytes[start].is_ascii_uppercase()
                    || next.is_some_and(|next| next.is_ascii_alphabetic() || !next.is_ascii())
            }
            Some(b'\'') => !is_possessive(&self.text[end..limit]),
            Some(byte) => *byte == b'-' || !byte.is_ascii(),
        }
    }

    /// The same of a word that may have several parts, or letters beyond ASCII.
    fn joined_word(&mut self, at: usize, limit: usize) -> usize {
        let rest = &self.text[at..limit];
        let first = self.parts.len();
        self.push(Span::new(at, limit), Kind::Word, UNKNOWN);
        let mut end = 0;
        loop {
            let start = end;
            end += rest[end..].find(|c| !is_word(c)).unwrap_or(rest.len() - end);
            if start == 0 {
                self.parts[first].word = self.words.place(&rest[..end]);
            } else if end > start {
                self.push_part(self.words.place(&rest[start..end]));
            }
            match rest[end..].chars().next() {
                Some(c) if joins(rest, end, c) => {
                    self.push_part(self.words.place_of_mark(c));
                    end += c.len_utf8();
                }
                _ => break,
            }
        }
        let kind = match self.parts[first..] {
            [part] => self.words.kind(part.word),
            _ => None,
        };
        if let Some(token) = self.tokens.last_mut() {
            token.span.end = at + end;
            token.kind = kind.unwrap_or_else(|| kind::by_letters(&rest[..end]));
        }
        at + end
    }

    /// Reads the mark at `at`; returns its end.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let text = self.text;
        let rest = &text[at..];
        let mut end = at + c.len_utf8();
        let kind = match c {
            '\'' | '\u{2019}' if is_possessive(rest) => Kind::Possessive,
            ',' => Kind::Comma,
            // A hyphen joins; between spaces it is a dash.
            '-' | '\u{2010}' | '\u{2011}' | '\u{2013}'
                if !text[end..].starts_with(char::is_whitespace) && !text[..at].ends_with(char::is_whitespace) =>
            {
                Kind::Hyphen
            }
            '\'' | '\u{2019}' if is_word_before(text, at) => Kind::Possessive,
            '.' | '$' | '€' | '£' | '¥' | '%' => Kind::Adverb,
            _ => Kind::Break,
        };
        let owns = kind == Kind::Possessive && is_possessive(rest);
        self.push(Span::new(at, end + usize::from(owns)), kind, self.words.place_of_mark(c));
        if owns {
            self.push_part(self.words.place(&text[end..end + 1]));
            end += 1;
        }
        end
    }
}

/// The bytes of Markdown that stand between words of plain text and say nothing: emphasis, a link's brackets and target.
fn markup(rest: &[u8]) -> usize {
    match rest {
        [b']', b'(', ..] => memchr(b')', rest).map_or(1, |close| close + 1),
        [b'[' | b']' | b'*' | b'_' | b'#', ..] => 1,
        _ => 0,
    }
}

/// Whether the character joins two parts of one word: hyphens and apostrophes between letters, but not a possessive.
fn joins(rest: &str, at: usize, c: char) -> bool {
    let behind = &rest[at + c.len_utf8()..];
    match c {
        '-' => behind.starts_with(is_word),
        '\'' | '\u{2019}' => behind.starts_with(is_word) && !is_possessive(&rest[at..]),
        '.' => {
            behind.starts_with(char::is_alphabetic)
                || rest[..at].len() <= 4 && rest[..at].starts_with(char::is_uppercase)
        }
        ',' => behind.starts_with(|c: char| c.is_ascii_digit()) && rest[..at].ends_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

fn is_possessive(text: &str) -> bool {
    ["'s", "\u{2019}s"].iter().any(|mark| text.strip_prefix(mark).is_some_and(|rest| !rest.starts_with(is_word)))
}
