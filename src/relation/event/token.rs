//! The tokens of a sentence: mentions, words with what they may mean, and the marks between them.

use std::ops::Deref;

use super::kind::Kind;
use super::phrases::{Gap, Part};
use super::signs::{Glance, Signs};
use super::table::UNKNOWN;
use super::words::Words;
use crate::span::Span;

/// A mention, a word or phrase, or a mark.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// What the phrases that begin with it are, taken together.
    pub(super) glance: Glance,
    /// Those phrases, in the list of all.
    phrases: (u32, u32),
    /// Its parts, from this one to the next token's.
    part: u32,
}

/// A phrase of the lexicon that begins with a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    pub(super) phrase: u32,
    /// The last token.
    pub(super) last: u32,
    /// The word that cues ask for which it is.
    pub(super) asked_for: Option<u16>,
}

/// The tokens of a sentence, and the words and marks of which they consist.
#[derive(Debug)]
pub(super) struct Tokens {
    all: Vec<Token>,
    parts: Vec<Part>,
    /// Of each token the phrases that begin with it, the longest first.
    phrases: Vec<Listed>,
    /// The tokens with which phrases of several words may begin.
    openings: Vec<u32>,
    /// The tokens that begin with a digit.
    pub(super) numbers: Vec<u32>,
    /// The tokens that are mentions, with the numbers of these.
    pub(super) mentions: Vec<(u32, u32)>,
    /// What the phrases are, all taken together.
    pub(super) signs: Signs,
}

impl Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.all
    }
}

/// How many tokens most sentences have at most.
const USUAL: usize = 128;

impl Tokens {
    pub(super) fn new() -> Self {
        Self {
            all: Vec::with_capacity(USUAL),
            parts: Vec::with_capacity(USUAL),
            phrases: Vec::with_capacity(USUAL),
            openings: Vec::with_capacity(USUAL),
            numbers: Vec::new(),
            mentions: Vec::new(),
            signs: Signs::NONE,
        }
    }

    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.parts.clear();
        self.phrases.clear();
        self.openings.clear();
        self.numbers.clear();
        self.mentions.clear();
        self.signs = Signs::NONE;
    }

    /// The phrases that begin with a token, the longest first.
    pub(super) fn phrases(&self, at: usize) -> &[Listed] {
        let (first, after) = self.all[at].phrases;
        &self.phrases[first as usize..after as usize]
    }

    /// Adds a token whose parts follow, with the signs that its place gives it.
    #[inline]
    pub(super) fn add(&mut self, span: Span, kind: Kind, signs: Signs) {
        let glance = Glance { signs, ..Glance::NONE };
        self.all.push(Token { span, kind, glance, phrases: (0, 0), part: self.parts.len() as u32 });
    }

    /// Adds a word or mark of one part, and looks it up.
    #[inline]
    pub(super) fn add_word(&mut self, span: Span, kind: Kind, signs: Signs, (place, gap): (u32, Gap), words: &Words) {
        let ending = words.ending(place);
        let (token, part) = (self.all.len() as u32, self.parts.len() as u32);
        let first = self.phrases.len() as u32;
        let mut glance = ending.glance;
        if let Some(phrase) = ending.phrase() {
            self.phrases.push(Listed { phrase, last: token, asked_for: glance.asked_for });
            self.signs |= glance.signs;
        }
        if ending.goes_on() {
            self.openings.push(token);
        }
        glance.signs |= signs;
        self.all.push(Token { span, kind, glance, phrases: (first, self.phrases.len() as u32), part });
        self.parts.push(Part { word: place, token, gap });
    }

    /// Adds a mention, by its number.
    pub(super) fn add_mention(&mut self, span: Span, number: u32, gap: Gap) {
        self.mentions.push((self.all.len() as u32, number));
        self.add(span, Kind::Mention(number), Signs::NONE);
        self.add_part(UNKNOWN, gap);
    }

    /// Notes that the next token begins with a digit.
    pub(super) fn add_number(&mut self) {
        self.numbers.push(self.all.len() as u32);
    }

    /// Adds the next part of the last token: a word or mark, by its place in the table.
    #[inline]
    pub(super) fn add_part(&mut self, word: u32, gap: Gap) {
        self.parts.push(Part { word, token: self.all.len() as u32 - 1, gap });
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut Token> {
        self.all.last_mut()
    }

    /// Looks for phrases that begin with the last token, which has several parts.
    pub(super) fn look_up_joined(&mut self) {
        self.openings.push(self.all.len() as u32 - 1);
    }

    /// Looks for the phrases that go on over several words.
    pub(super) fn look_up_longer(&mut self, words: &Words) {
        let Self { all, parts, phrases, openings, signs, .. } = self;
        for &at in &*openings {
            let token = &mut all[at as usize];
            let parts = &parts[token.part as usize..];
            if !parts.get(1).is_some_and(|&next| words.ending(parts[0].word).may_go_on(next)) {
                continue;
            }
            let first = phrases.len();
            words.phrases_at(parts, |phrase, glance, length| {
                // A phrase ends with a token; what ends within a joined word ("agree-ment") is none.
                let last = parts[length - 1].token;
                if parts.get(length).is_none_or(|next| next.token != last) {
                    phrases.push(Listed { phrase, last, asked_for: glance.asked_for });
                    token.glance.add_longer(glance);
                    *signs |= glance.signs;
                }
            });
            phrases[first..].reverse();
            token.phrases = (first as u32, phrases.len() as u32);
        }
    }
}
