//! A sentence read into tokens.

use std::ops::Range;

use memchr::{memchr, memchr2};

use super::kind::{self, Kind};
use super::letters::Letters;
use super::phrases::Gap;
use super::signs::Signs;
use super::token::Tokens;
use super::words::Words;
use crate::mention::Mention;
use crate::span::Span;
use crate::word::{is_word, is_word_before, letters_end};

/// How long brackets are at most over which a clause goes on, in bytes.
const LONGEST_ASIDE: usize = 48;

/// Reads a sentence: its tokens, and the words and marks of which they consist.
pub(crate) struct Reader<'r, 't> {
    text: &'t str,
    words: &'r Words,
    tokens: &'r mut Tokens<'t>,
    /// What was passed since the last token.
    gap: Gap,
    lines: u32,
    /// What the last token makes of the next one.
    behind: Signs,
    /// The mark that closes a quotation that is part of its clause.
    closing: Option<char>,
}

impl<'r, 't> Reader<'r, 't> {
    pub(crate) fn new(text: &'t str, words: &'r Words, tokens: &'r mut Tokens<'t>) -> Self {
        Self { text, words, tokens, gap: Gap::None, lines: 0, behind: Signs::NONE, closing: None }
    }

    /// Reads a sentence that holds the mentions of those numbers.
    pub(crate) fn read(&mut self, sentence: Span, mentions: &[Mention], numbers: Range<usize>) {
        let mut at = sentence.start;
        for number in numbers {
            let span = mentions[number].span;
            at = self.words(at, span.start, sentence.end);
            if at >= sentence.end {
                break;
            }
            self.tokens.add_mention(span, number as u32, self.gap);
            self.passed();
            at = span.end.max(at);
        }
        self.words(at, sentence.end, sentence.end);
        self.tokens.look_up(self.words);
    }

    /// Reads the words and marks from `at` to `limit`, in a sentence that ends at `end`; returns where they end.
    fn words(&mut self, mut at: usize, limit: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        while at < limit {
            at = match bytes[at] {
                b' ' if self.gap == Gap::None => {
                    self.gap = Gap::Space;
                    at + 1
                }
                byte if byte.is_ascii_alphabetic() && self.gap != Gap::None => match self.plain_word(at, limit) {
                    Some(end) => end,
                    None => self.anything(at, limit, end),
                },
                _ => self.anything(at, limit, end),
            };
        }
        at
    }

    /// Reads the word at `at` if it is as nearly all are: up to fifteen letters, and no part of a longer one. Returns its
    /// end, or where the next word may begin.
    #[inline(always)]
    fn plain_word(&mut self, at: usize, limit: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let letters = Letters::at(bytes, at)?;
        let end = at + usize::from(letters.count);
        let is_spaced = end < limit && bytes[end] == b' ';
        if !is_spaced && (end > limit || self.may_go_on(at, end, limit)) {
            return None;
        }
        let kind = if bytes[at].is_ascii_uppercase() { Kind::Capital } else { Kind::Word };
        self.tokens.add_plain(Span::new(at, end), kind, self.behind, self.gap, (letters, self.words));
        (self.lines, self.behind) = (0, Signs::NONE);
        self.gap = if is_spaced { Gap::Space } else { Gap::None };
        Some(end + usize::from(is_spaced))
    }

    /// Reads what stands at `at`; returns its end.
    #[inline(never)]
    fn anything(&mut self, at: usize, limit: usize, end: usize) -> usize {
        match self.text.as_bytes()[at] {
            b',' => return self.plain_mark(at, Kind::Comma),
            b'.' => return self.plain_mark(at, Kind::Adverb),
            b'(' => {
                if let Some(behind) = self.behind_aside(at, limit) {
                    return behind;
                }
            }
            _ => {}
        }
        let is_letter = self.text.as_bytes()[at].is_ascii_alphanumeric();
        if is_letter && (self.gap != Gap::None || !is_word_before(self.text, at)) {
            return self.word(at, limit);
        }
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

    /// Where the brackets close that open at `at`, if they hold no name and only say how much something is, or what it is
    /// called: "10 million pounds ($13 million) to". The clause goes on over them.
    fn behind_aside(&self, at: usize, limit: usize) -> Option<usize> {
        let inside = &self.text.as_bytes()[at + 1..limit.min(at + LONGEST_ASIDE)];
        let close = memchr2(b'(', b')', inside).filter(|&close| inside[close] == b')')?;
        let sentence_ends = memchr2(b'.', b'?', &inside[..close]).is_some_and(|mark| inside[mark + 1] == b' ');
        (!sentence_ends).then_some(at + 1 + close + 1)
    }

    /// Adds a word or mark of one part, by its place in the table.
    fn push(&mut self, span: Span, kind: Kind, word: u32) {
        self.tokens.add(span, kind, self.behind, (word, self.gap), self.words.ending(word));
        self.passed();
    }

    /// Forgets what was passed before a token.
    #[inline]
    fn passed(&mut self) {
        (self.gap, self.lines, self.behind) = (Gap::None, 0, Signs::NONE);
    }

    /// Reads the word at `at`; returns its end.
    fn word(&mut self, at: usize, limit: usize) -> usize {
        let bytes = self.text.as_bytes();
        if bytes[at].is_ascii_digit() {
            self.tokens.add_number();
        }
        let end = letters_end(&bytes[..limit], at);
        if self.may_go_on(at, end, limit) {
            return self.joined_word(at, limit);
        }
        let written = &self.text[at..end];
        let place = self.words.place(written);
        let kind = self.words.ending(place).kind_of(written);
        self.push(Span::new(at, end), kind, place);
        end
    }

    /// Whether the letters from `start` to `end` may be only a part of a word.
    #[inline(never)]
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
        let mut end = part_end(rest, 0);
        let place = self.words.place(&rest[..end]);
        let goes_on = |end: usize| rest[end..].chars().next().filter(|&c| joins(rest, end, c));
        if goes_on(end).is_none() {
            let kind = self.words.ending(place).kind_of(&rest[..end]);
            self.push(Span::new(at, at + end), kind, place);
            return at + end;
        }
        while let Some(c) = goes_on(end) {
            self.tokens.add_joint(self.words.place_of_mark(c));
            let start = end + c.len_utf8();
            end = part_end(rest, start);
            if end > start {
                self.tokens.add_joint(self.words.place(&rest[start..end]));
            }
        }
        self.tokens.add_joined(Span::new(at, at + end), kind::by_letters(&rest[..end]), self.behind, (place, self.gap));
        self.passed();
        at + end
    }

    /// Reads the mark of ASCII at `at`, whose kind does not depend on what stands beside it; returns its end.
    fn plain_mark(&mut self, at: usize, kind: Kind) -> usize {
        self.push(Span::new(at, at + 1), kind, self.text.as_bytes()[at].into());
        at + 1
    }

    /// Reads any other mark at `at`; returns its end.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let text = self.text;
        let rest = &text[at..];
        let end = at + c.len_utf8();
        let kind = match c {
            '\'' | '\u{2019}' if is_possessive(rest) => Kind::Possessive,
            // "called it an ‘unfriendly’ act": the clause goes on.
            _ if self.closing == Some(c) => {
                self.closing = None;
                Kind::Adverb
            }
            _ if quotes_a_part(text, at, end) => {
                self.closing = closing(c);
                if self.closing.is_some() { Kind::Adverb } else { Kind::Break }
            }
            // A hyphen joins; between spaces it is a dash.
            '-' | '\u{2010}' | '\u{2011}' | '\u{2013}'
                if !text[end..].starts_with(char::is_whitespace) && !text[..at].ends_with(char::is_whitespace) =>
            {
                Kind::Hyphen
            }
            '\'' | '\u{2019}' if is_word_before(text, at) => Kind::Possessive,
            '$' | '€' | '£' | '¥' | '%' => Kind::Adverb,
            _ => Kind::Break,
        };
        let owns = kind == Kind::Possessive && is_possessive(rest);
        let place = self.words.place_of_mark(c);
        if owns {
            self.tokens.add_joint(self.words.place(&text[end..end + 1]));
            self.tokens.add_joined(Span::new(at, end + 1), kind, self.behind, (place, self.gap));
            self.passed();
            return end + 1;
        }
        self.push(Span::new(at, end), kind, place);
        if kind == Kind::Hyphen {
            self.behind = Signs::IS_BEHIND_HYPHEN;
        }
        end
    }
}

/// Whether a mark from `at` to `end` may open a quotation that is part of its clause: it begins with a small letter.
fn quotes_a_part(text: &str, at: usize, end: usize) -> bool {
    text[end..].starts_with(|c: char| c.is_ascii_lowercase()) && !text[..at].ends_with(|c: char| !c.is_whitespace())
}

/// The mark that closes what another opens, if it opens a quotation.
const fn closing(opening: char) -> Option<char> {
    match opening {
        '\u{201c}' => Some('\u{201d}'),
        '\u{2018}' => Some('\u{2019}'),
        '"' | '\'' => Some(opening),
        '\u{ab}' => Some('\u{bb}'),
        _ => None,
    }
}

/// Where the letters end that begin at `start`.
fn part_end(word: &str, start: usize) -> usize {
    word[start..].find(|c| !is_word(c)).map_or(word.len(), |length| start + length)
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
