//! The tokens of a sentence: mentions, words with what they may mean, and the marks between them.

use std::ops::Deref;

use super::kind::Kind;
use super::phrases::{Gap, Part};
use super::signs::{Glance, Signs};
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
            signs: Signs::NONE,
        }
    }

    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.parts.clear();
        self.phrases.clear();
        self.openings.clear();
        self.numbers.clear();
        self.signs = Signs::NONE;
    }

    /// The phrases that begin with a token, the longest first.
    pub(super) fn phrases(&self, at: usize) -> &[Listed] {
        let (first, after) = self.all[at].phrases;
        &self.phrases[first as usize..after as usize]
    }

    /// Adds a token of which the place alone tells so much already; its parts follow.
    #[inline]
    pub(super) fn add(&mut self, span: Span, kind: Kind, signs: Signs) {
        let glance = Glance { signs, ..Glance::NONE };
        self.all.push(Token { span, kind, glance, phrases: (0, 0), part: self.parts.len() as u32 });
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

    /// The parts of the last token.
    pub(super) fn last_parts(&self) -> &[Part] {
        self.all.last().map_or(&[], |token| &self.parts[token.part as usize..])
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut Token> {
        self.all.last_mut()
    }

    /// Looks up the last token, all of whose parts are there. If longer phrases may begin with it, that waits for those
    /// behind it.
    #[inline]
    pub(super) fn look_up(&mut self, words: &Words) {
        let last = self.all.len() as u32 - 1;
        let Some(token) = self.all.last_mut() else { return };
        let ending = words.ending(self.parts[token.part as usize].word);
        if ending.goes_on() {
            self.openings.push(last);
        } else if let Some(phrase) = ending.phrase().filter(|_| token.part as usize + 1 == self.parts.len()) {
            token.glance.add_longer(ending.glance);
            self.signs |= ending.glance.signs;
            let first = self.phrases.len() as u32;
            token.phrases = (first, first + 1);
            self.phrases.push(Listed { phrase, last, asked_for: ending.glance.asked_for });
        }
    }

    /// Looks up the tokens that waited for those behind them.
    pub(super) fn look_up_openings(&mut self, words: &Words) {
        let Self { all, parts, phrases, openings, signs, .. } = self;
        for &at in &*openings {
            let token = &mut all[at as usize];
            let parts = &parts[token.part as usize..];
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
            if phrases.len() > first + 1 {
                phrases[first..].reverse();
            }
            token.phrases = (first as u32, phrases.len() as u32);
        }
    }
}
