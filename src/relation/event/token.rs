//! A sentence as tokens: mentions, words with what they may mean, and the marks between them.

use std::ops::Range;

use memchr::memchr;

use super::phrases::{Gap, Part, UNKNOWN};
use super::words::{Signs, Words};
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

/// What a token is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A mention, by its number.
    Mention(u32),
    /// "'s".
    Possessive,
    And,
    To,
    By,
    Of,
    /// Any other preposition.
    Preposition,
    That,
    Be,
    Have,
    Do,
    Will,
    Determiner,
    /// Adverbs, days, "last week": what may stand between a subject and its verb.
    Adverb,
    /// A word with a capital that is no mention.
    Capital,
    Word,
    Comma,
    /// A dash, colon, semicolon, bracket or quotation mark.
    Break,
    Hyphen,
}

/// Reads a sentence: its tokens, and the words and marks of which they consist.
pub(super) struct Reader<'r> {
    pub(super) text: &'r str,
    pub(super) words: &'r Words,
    pub(super) mentions: &'r [Mention],
    pub(super) tokens: &'r mut Vec<Token>,
    pub(super) parts: &'r mut Vec<Part>,
}

impl Reader<'_> {
    /// Reads a sentence that holds the mentions of those numbers.
    pub(super) fn read(&mut self, sentence: Span, numbers: Range<usize>) {
        let text = self.text;
        let bytes = text.as_bytes();
        let mut at = sentence.start;
        let mut gap = Gap::None;
        let mut lines = 0;
        let mut mentions = (numbers.start..).zip(&self.mentions[numbers]);
        let mut mention = mentions.next();
        while at < sentence.end {
            let limit = mention.map_or(sentence.end, |(_, mention)| mention.span.start);
            if let Some((number, &Mention { span, .. })) = mention.filter(|_| limit <= at) {
                self.push(span, Kind::Mention(number as u32), UNKNOWN, gap);
                at = span.end.max(at);
                (gap, lines) = (Gap::None, 0);
                mention = mentions.next();
                continue;
            }
            if bytes[at].is_ascii_alphanumeric() && !is_word_before(text, at) {
                at = self.word(at, limit, gap);
                (gap, lines) = (Gap::None, 0);
                continue;
            }
            let c = text[at..].chars().next().unwrap_or_default();
            if c.is_whitespace() {
                lines += usize::from(c == '\n');
                gap = if lines > 1 || gap == Gap::Break { Gap::Break } else { Gap::Space };
                at += c.len_utf8();
                continue;
            }
            let unseen = markup(&bytes[at..sentence.end]);
            if unseen > 0 {
                gap = Gap::Break;
                at += unseen;
                continue;
            }
            at = match is_word(c) && !is_word_before(text, at) {
                true => self.joined_word(at, limit, gap),
                false => self.mark(at, c, gap),
            };
            (gap, lines) = (Gap::None, 0);
        }
    }

    /// Adds a token with its first part.
    fn push(&mut self, span: Span, kind: Kind, number: u32, gap: Gap) {
        let part = self.parts.len() as u32;
        self.tokens.push(Token { span, kind, signs: Signs::default(), asked_for: None, phrases: (0, 0), part });
        self.parts.push(Part::new(number, gap));
    }

    /// Reads the word at `at`; returns its end.
    fn word(&mut self, at: usize, limit: usize, gap: Gap) -> usize {
        let end = letters_end(self.text.as_bytes(), at).min(limit);
        let behind = self.text.as_bytes().get(end);
        if end < limit && behind.is_some_and(|byte| matches!(byte, b'-' | b'\'' | b'.' | b',' | 0x80..)) {
            return self.joined_word(at, limit, gap);
        }
        // Nearly all words are letters with a space behind.
        let written = &self.text[at..end];
        let number = self.words.number(written);
        let kind = self.words.kind(number).unwrap_or_else(|| kind_by_letters(written));
        self.push(Span::new(at, end), kind, number, gap);
        end
    }

    /// The same of a word that may have several parts, or letters beyond ASCII.
    fn joined_word(&mut self, at: usize, limit: usize, gap: Gap) -> usize {
        let rest = &self.text[at..limit];
        let first = self.parts.len();
        self.push(Span::new(at, limit), Kind::Word, UNKNOWN, gap);
        let mut end = 0;
        loop {
            let start = end;
            end += rest[end..].find(|c| !is_word(c)).unwrap_or(rest.len() - end);
            if start == 0 {
                self.parts[first] = Part::new(self.words.number(&rest[..end]), gap);
            } else if end > start {
                self.parts.push(Part::new(self.words.number(&rest[start..end]), Gap::None));
            }
            match rest[end..].chars().next() {
                Some(c) if joins(rest, end, c) => {
                    self.parts.push(Part::new(self.words.number_of_mark(c), Gap::None));
                    end += c.len_utf8();
                }
                _ => break,
            }
        }
        let kind = match self.parts[first..] {
            [part] => self.words.kind(part.number),
            _ => None,
        };
        if let Some(token) = self.tokens.last_mut() {
            token.span.end = at + end;
            token.kind = kind.unwrap_or_else(|| kind_by_letters(&rest[..end]));
        }
        at + end
    }

    /// Reads the mark at `at`; returns its end.
    fn mark(&mut self, at: usize, c: char, gap: Gap) -> usize {
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
        self.push(Span::new(at, end + usize::from(owns)), kind, self.words.number_of_mark(c), gap);
        if owns {
            self.parts.push(Part::new(self.words.number(&text[end..end + 1]), Gap::None));
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

/// What a word is that is not listed: an adverb by its ending, a number; else it depends on the capital.
fn kind_by_letters(written: &str) -> Kind {
    let bytes = written.as_bytes();
    match bytes {
        [.., b'l' | b'L', b'y' | b'Y'] if bytes.len() > 4 => Kind::Adverb,
        [b'a'..=b'z', ..] => Kind::Word,
        _ if bytes.iter().all(u8::is_ascii_digit) => Kind::Adverb,
        _ if written.starts_with(char::is_uppercase) => Kind::Capital,
        _ => Kind::Word,
    }
}

/// Words whose kind is their own, in lower case.
pub(super) const KINDS: &[(Kind, &[&str])] = &[
    (Kind::And, &["and", "or", "&", "but", "then"]),
    (Kind::To, &["to"]),
    (Kind::By, &["by"]),
    (Kind::Of, &["of"]),
    (Kind::That, &["that"]),
    (Kind::Be, &["is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got", "getting"]),
    (Kind::Have, &["has", "have", "had", "having"]),
    (Kind::Do, &["do", "does", "did"]),
    (Kind::Will, &["will", "shall", "'ll"]),
    (
        Kind::Determiner,
        &[
            "the", "a", "an", "its", "their", "his", "her", "this", "these", "those", "some", "several", "all", "any",
            "each", "every", "another", "other",
        ],
    ),
    (
        Kind::Preposition,
        &[
            "in",
            "on",
            "at",
            "from",
            "with",
            "for",
            "against",
            "over",
            "under",
            "between",
            "among",
            "into",
            "near",
            "after",
            "before",
            "during",
            "since",
            "through",
            "across",
            "within",
            "without",
            "toward",
            "towards",
            "upon",
            "about",
            "around",
            "inside",
            "outside",
            "via",
            "despite",
            "amid",
            "off",
            "like",
            "than",
            "beyond",
            "behind",
            "alongside",
            "beside",
            "as",
            "because",
            "while",
            "when",
            "where",
            "until",
            "though",
            "although",
            "per",
            "onto",
            "throughout",
            "regarding",
            "concerning",
            "along",
        ],
    ),
    (
        Kind::Adverb,
        &[
            "also",
            "again",
            "later",
            "soon",
            "now",
            "still",
            "already",
            "once",
            "twice",
            "today",
            "yesterday",
            "tomorrow",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "earlier",
            "meanwhile",
            "however",
            "therefore",
            "both",
            "just",
            "even",
            "only",
            "ever",
            "first",
            "last",
            "then-",
            "week",
            "month",
            "year",
            "night",
            "morning",
            "evening",
            "afternoon",
            "ago",
            "late",
            "early",
            "too",
            "instead",
            "together",
            "jointly",
            "long",
            "far",
            "recently",
            "next",
            "never",
            "yet",
            "so",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "here",
            "there",
        ],
    ),
];
