//! A sentence as tokens: mentions, words with what they may mean, and the marks between them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::Events;
use super::words::{Entry, Noun};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::span::Span;
use crate::word::{is_word, is_word_before};

/// A mention, a word or phrase, or a mark.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// The phrases that begin with it, in the line's list.
    phrases: (u32, u32),
}

impl Token {
    fn new(span: Span, kind: Kind) -> Self {
        Self { span, kind, phrases: (0, 0) }
    }
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

/// The tokens of a sentence.
pub(super) fn tokens(events: &Events<'_>, sentence: Span, numbers: Range<usize>) -> Vec<Token> {
    let text = events.text;
    let mut tokens = Vec::new();
    let mut at = sentence.start;
    let mut numbers = numbers.peekable();
    while at < sentence.end {
        if let Some(&number) = numbers.peek() {
            let span = events.mentions[number].span;
            if span.start <= at {
                tokens.push(Token::new(span, Kind::Mention(number as u32)));
                numbers.next();
                at = span.end.max(at);
                continue;
            }
        }
        let Some(c) = text[at..].chars().next() else { break };
        let unseen = if c.is_whitespace() { c.len_utf8() } else { markup(&text[at..sentence.end]) };
        if unseen > 0 {
            at += unseen;
            continue;
        }
        let limit = numbers.peek().map_or(sentence.end, |&number| events.mentions[number].span.start);
        let token = match is_word(c) && !is_word_before(text, at) {
            true => word(text, at, limit),
            false => mark(text, at, c),
        };
        at = token.span.end;
        tokens.push(token);
    }
    tokens
}

/// The bytes of Markdown that stand between words of plain text and say nothing: emphasis, a link's brackets and target.
fn markup(rest: &str) -> usize {
    match rest.as_bytes() {
        [b']', b'(', ..] => rest.find(')').map_or(1, |close| close + 1),
        [b'[' | b']' | b'*' | b'_' | b'#', ..] => 1,
        _ => 0,
    }
}

fn word(text: &str, at: usize, limit: usize) -> Token {
    let rest = &text[at..limit];
    let end = rest.char_indices().find(|&(i, c)| !(is_word(c) || joins(rest, i, c))).map_or(limit, |(i, _)| at + i);
    let span = Span::new(at, end);
    Token::new(span, kind(span.of(text)))
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

fn mark(text: &str, at: usize, c: char) -> Token {
    let rest = &text[at..];
    if is_possessive(rest) {
        let width = c.len_utf8() + 1;
        return Token::new(Span::new(at, at + width), Kind::Possessive);
    }
    let span = Span::new(at, at + c.len_utf8());
    let kind = match c {
        ',' => Kind::Comma,
        // A hyphen joins; between spaces it is a dash.
        '-' | '\u{2010}' | '\u{2011}' | '\u{2013}'
            if !rest[c.len_utf8()..].starts_with(char::is_whitespace) && !text[..at].ends_with(char::is_whitespace) =>
        {
            Kind::Hyphen
        }
        '\'' | '\u{2019}' if is_word_before(text, at) => Kind::Possessive,
        '.' => Kind::Adverb,
        _ => Kind::Break,
    };
    Token::new(span, kind)
}

fn kind(written: &str) -> Kind {
    // Looked up by hash: a match over two hundred words compares with each in turn.
    static BY_WORD: LazyLock<HashMap<&str, Kind>> =
        LazyLock::new(|| KINDS.iter().flat_map(|&(kind, words)| words.iter().map(move |&word| (word, kind))).collect());
    let lower = match written.bytes().all(|byte| byte.is_ascii_lowercase()) {
        true => Cow::Borrowed(written),
        false => Cow::Owned(written.to_lowercase()),
    };
    if let Some(&kind) = BY_WORD.get(&*lower) {
        return kind;
    }
    if lower.len() > 4 && lower.ends_with("ly") || lower.bytes().all(|byte| byte.is_ascii_digit()) {
        return Kind::Adverb;
    }
    if written.starts_with(char::is_uppercase) { Kind::Capital } else { Kind::Word }
}

/// Words whose kind is their own, in lower case.
const KINDS: &[(Kind, &[&str])] = &[
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

/// The tokens of a sentence, with what they may mean at hand.
pub(super) struct Line<'e> {
    pub(super) events: &'e Events<'e>,
    pub(super) tokens: Vec<Token>,
    /// Of each token in turn the phrases that begin with it, the longest first: their entries and last tokens.
    phrases: Vec<(&'e Entry, u32)>,
}

impl<'e> Line<'e> {
    pub(super) fn new(events: &'e Events<'e>, mut tokens: Vec<Token>) -> Self {
        let mut phrases = Vec::new();
        let mut hits = Vec::new();
        let mut limit = usize::MAX;
        let mut limits = vec![limit; tokens.len()];
        for (token, own) in tokens.iter().zip(&mut limits).rev() {
            *own = limit;
            if matches!(token.kind, Kind::Mention(_)) {
                limit = token.span.start;
            }
        }
        for at in 0..tokens.len() {
            if matches!(tokens[at].kind, Kind::Mention(_) | Kind::Comma | Kind::Break | Kind::Possessive | Kind::Hyphen)
            {
                continue;
            }
            let first = phrases.len() as u32;
            events.words.phrases_at(events.text, tokens[at].span.start, &mut hits);
            for hit in hits.iter().rev().filter(|hit| hit.span.end <= limits[at]) {
                // A phrase ends with a token; what ends within a joined word ("agree-ment") is none.
                let after = tokens[at..].iter().take_while(|token| token.span.end < hit.span.end).count();
                if tokens.get(at + after).is_some_and(|token| token.span.end == hit.span.end) {
                    phrases.push((events.words.entry(events.words.number(*hit)), (at + after) as u32));
                }
            }
            tokens[at].phrases = (first, phrases.len() as u32);
        }
        Self { events, tokens, phrases }
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.tokens[at].kind
    }

    pub(super) fn written(&self, at: usize) -> &'e str {
        self.tokens[at].span.of(self.events.text)
    }

    /// The phrases that begin with a token, the longest first, and their last tokens.
    pub(super) fn phrases(&self, at: usize) -> &[(&'e Entry, u32)] {
        let (first, after) = self.tokens[at].phrases;
        &self.phrases[first as usize..after as usize]
    }

    fn any(&self, at: usize, holds: impl Fn(&Entry) -> bool) -> bool {
        self.phrases(at).iter().any(|(entry, _)| holds(entry))
    }

    pub(super) fn is_clause(&self, at: usize, clause: Clause) -> bool {
        self.any(at, |entry| entry.is_clause(clause))
    }

    /// What a verb here makes of the one after it; what undoes or asks weighs most.
    pub(super) fn govern(&self, at: usize) -> Option<Govern> {
        self.phrases(at).iter().find_map(|(entry, _)| entry.govern)
    }

    /// The form of the verb that may stand here.
    pub(super) fn form(&self, at: usize) -> Option<VerbForm> {
        self.phrases(at).iter().find_map(|(entry, _)| entry.form)
    }

    pub(super) fn is_word(&self, at: usize, wanted: &[u16]) -> bool {
        !wanted.is_empty() && self.any(at, |entry| entry.words().iter().any(|number| wanted.contains(number)))
    }

    /// Whether a verb stands here in a form that may be finite.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.any(at, |entry| entry.may_be_finite)
    }

    /// Whether nothing but a cue's finite verb can stand here.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        self.any(at, |entry| entry.is_finite)
    }

    /// Whether a cue's verb stands here in a form that a noun may have too.
    pub(super) fn may_be_noun(&self, at: usize) -> bool {
        self.any(at, |entry| entry.may_be_noun)
    }

    /// Whether a cue's noun stands here.
    pub(super) fn is_cue_noun(&self, at: usize) -> bool {
        self.any(at, |entry| !entry.nouns.is_empty())
    }

    /// The noun that says who acts, with its last token.
    pub(super) fn noun(&self, at: usize) -> Option<(Noun, usize)> {
        self.phrases(at).iter().find_map(|(entry, last)| Some((entry.noun?, *last as usize)))
    }
}
