//! A sentence, ready to be asked what stands where.

use std::ops::Range;

use super::Events;
use super::kind::Kind;
use super::phrases::Part;
use super::signs::Signs;
use super::token::{Reader, Token};
use super::words::{Entry, Noun};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::span::Span;
use crate::word::WordList;

/// The tokens of a sentence, with what they may mean at hand.
pub(super) struct Line<'e> {
    pub(super) events: &'e Events<'e>,
    pub(super) tokens: Vec<Token>,
    /// The tokens that begin with a digit.
    pub(super) numbers: Vec<u32>,
    /// The words and marks of which the tokens consist.
    parts: Vec<Part>,
    /// Of each token in turn the phrases that begin with it, the longest first: their entries and last tokens.
    phrases: Vec<Listed<'e>>,
    /// What the phrases may be, all taken together.
    signs: Signs,
}

/// How many tokens most sentences have at most.
const USUAL: usize = 128;

/// A phrase of the lexicon that begins with a token.
#[derive(Clone, Copy)]
pub(super) struct Listed<'e> {
    pub(super) entry: &'e Entry,
    /// The last token.
    pub(super) last: u32,
    /// The word that cues ask for which it is.
    asked_for: Option<u16>,
}

impl<'e> Line<'e> {
    pub(super) fn new(events: &'e Events<'e>) -> Self {
        Self {
            events,
            tokens: Vec::with_capacity(USUAL),
            numbers: Vec::new(),
            parts: Vec::with_capacity(USUAL),
            phrases: Vec::with_capacity(USUAL),
            signs: Signs::default(),
        }
    }

    /// Reads a sentence, in place of the one before, that holds the mentions of those numbers.
    pub(super) fn read(&mut self, sentence: Span, numbers: Range<usize>) {
        self.tokens.clear();
        self.numbers.clear();
        self.parts.clear();
        self.phrases.clear();
        let &Events { text, words, mentions, .. } = self.events;
        Reader::new(text, words, &mut self.tokens, &mut self.numbers, &mut self.parts)
            .read(sentence, mentions, numbers);
        self.signs = Signs::default();
        for at in 0..self.tokens.len() {
            if words.may_begin(self.parts[self.tokens[at].part as usize]) {
                self.find_phrases(at);
            }
        }
    }

    fn find_phrases(&mut self, at: usize) {
        let Self { events, tokens, parts, phrases, .. } = self;
        let parts = &parts[tokens[at].part as usize..];
        let first = phrases.len();
        let (mut signs, mut asked_for) = (Signs::default(), None);
        events.words.phrases_at(parts, |entry, glance, length| {
            // A phrase ends with a token; what ends within a joined word ("agree-ment") is none.
            let last = parts[length - 1].token;
            if parts.get(length).is_none_or(|next| next.token != last) {
                phrases.push(Listed { entry, last, asked_for: glance.asked_for });
                signs |= glance.signs;
                asked_for = glance.asked_for.or(asked_for);
            }
        });
        if phrases.len() == first {
            return;
        }
        if phrases.len() > first + 1 {
            phrases[first..].reverse();
        }
        tokens[at].phrases = (first as u32, phrases.len() as u32);
        (tokens[at].signs, tokens[at].asked_for) = (signs, asked_for);
        self.signs |= signs;
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.tokens[at].kind
    }

    pub(super) fn written(&self, at: usize) -> &'e str {
        self.tokens[at].span.of(self.events.text)
    }

    /// The phrases that begin with a token, the longest first, and their last tokens.
    pub(super) fn phrases(&self, at: usize) -> &[Listed<'e>] {
        let (first, after) = self.tokens[at].phrases;
        &self.phrases[first as usize..after as usize]
    }

    fn has(&self, at: usize, sign: Signs) -> bool {
        self.tokens[at].signs.has(sign)
    }

    /// Whether a word of a sign stands anywhere in the sentence.
    pub(super) fn holds(&self, sign: Signs) -> bool {
        self.signs.has(sign)
    }

    /// Whether what begins with a token may be a cue: a verb or a noun, or the part behind a hyphen.
    pub(super) fn may_be_cue(&self, at: usize) -> bool {
        self.has(at, Signs::IS_VERB_OR_NOUN) || at > 0 && self.kind(at - 1) == Kind::Hyphen
    }

    pub(super) fn is_clause(&self, at: usize, clause: Clause) -> bool {
        self.has(at, Signs::of_clause(clause))
    }

    /// Whether the word denies what follows; "not only" does not.
    pub(super) fn negates(&self, at: usize) -> bool {
        let only = || self.tokens.get(at + 1).map_or("", |_| self.written(at + 1));
        self.is_clause(at, Clause::Negator)
            && !(self.written(at) == "not" && matches!(only(), "only" | "just" | "merely" | "simply" | "least"))
    }

    /// Whether the sentence asks.
    pub(super) fn is_question(&self) -> bool {
        let marks = self.tokens.iter().rev().take_while(|token| !matches!(token.kind, Kind::Word | Kind::Mention(_)));
        marks.into_iter().any(|token| token.span.of(self.events.text) == "?")
    }

    /// What a verb here makes of the one after it; what undoes or asks weighs most.
    pub(super) fn govern(&self, at: usize) -> Option<Govern> {
        let governs = || self.phrases(at).iter().find_map(|phrase| phrase.entry.govern);
        self.has(at, Signs::GOVERNS).then(governs).flatten()
    }

    /// The form of the verb that may stand here.
    pub(super) fn form(&self, at: usize) -> Option<VerbForm> {
        let form = || self.phrases(at).iter().find_map(|phrase| phrase.entry.form);
        self.has(at, Signs::IS_VERB).then(form).flatten()
    }

    /// Whether a verb of saying may stand here.
    pub(super) fn may_speak(&self, at: usize) -> bool {
        self.has(at, Signs::SPEAKS)
    }

    /// The form of the verb of saying that stands here.
    pub(super) fn speaks(&self, at: usize) -> Option<VerbForm> {
        let spoken = || self.phrases(at).iter().find_map(|phrase| phrase.entry.speaks);
        self.has(at, Signs::SPEAKS).then(spoken).flatten()
    }

    /// The cue of what somebody must do, if the word says so: "must", "should".
    pub(super) fn obliges(&self, at: usize) -> Option<u32> {
        let cue = || self.phrases(at).iter().find_map(|phrase| phrase.entry.obliges);
        self.has(at, Signs::OBLIGES).then(cue).flatten()
    }

    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        self.is_clause(at, Clause::Pronoun)
    }

    pub(super) fn is_word(&self, at: usize, wanted: &[u16]) -> bool {
        self.wanted_phrase(at, wanted).is_some()
    }

    /// The words that cues ask for among the tokens behind one, so many at most, up to a break.
    pub(super) fn asked_for_behind(&self, last: usize, reach: usize) -> impl Iterator<Item = u16> + use<'_> {
        let end = (last + 1 + reach).min(self.tokens.len());
        let near = self.tokens[last + 1..end].iter().take_while(|token| token.kind != Kind::Break);
        near.filter_map(|token| token.asked_for)
    }

    /// The same among the tokens before one, back to a break or comma.
    pub(super) fn asked_for_before(&self, first: usize, reach: usize) -> impl Iterator<Item = u16> + use<'_> {
        let near = self.tokens[first.saturating_sub(reach)..first].iter().rev();
        let near = near.take_while(|token| !matches!(token.kind, Kind::Break | Kind::Comma));
        near.filter_map(|token| token.asked_for)
    }

    /// The last token of the wanted word or phrase that begins with a token.
    pub(super) fn wanted_phrase(&self, at: usize, wanted: &[u16]) -> Option<usize> {
        let is_wanted = |phrase: &&Listed<'_>| phrase.asked_for.is_some_and(|word| wanted.contains(&word));
        let found = || self.phrases(at).iter().find(is_wanted).map(|phrase| phrase.last as usize);
        self.has(at, Signs::IS_ASKED_FOR).then(found).flatten()
    }

    /// Whether a verb stands here in a form that may be finite.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.has(at, Signs::MAY_BE_FINITE)
    }

    /// Whether nothing but a cue's finite verb can stand here.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        self.has(at, Signs::IS_FINITE)
    }

    /// Whether a cue's finite verb stands here and ends the clause before it: no participle before its noun ("two
    /// suspected smugglers").
    pub(super) fn begins_predicate(&self, at: usize) -> bool {
        self.is_finite(at) && !self.describes(at)
    }

    /// Whether a participle stands between a word that opens a noun phrase and the noun.
    fn describes(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.form(at) == Some(VerbForm::Past)) else { return false };
        let opens = matches!(
            self.kind(before),
            Kind::Determiner | Kind::Possessive | Kind::Of | Kind::By | Kind::Preposition | Kind::To
        ) || counts(self.written(before));
        let noun = self.tokens.get(at + 1).map(|next| next.kind);
        opens && matches!(noun, Some(Kind::Word | Kind::Capital | Kind::Mention(_)))
    }

    /// Whether a cue's verb stands here in a form that a noun may have too.
    pub(super) fn may_be_noun(&self, at: usize) -> bool {
        self.has(at, Signs::MAY_BE_NOUN)
    }

    /// Whether a cue's noun stands here.
    pub(super) fn is_cue_noun(&self, at: usize) -> bool {
        self.has(at, Signs::IS_NOUN)
    }

    /// The noun that says who acts, with its last token.
    pub(super) fn noun(&self, at: usize) -> Option<(Noun, usize)> {
        let noun = || self.phrases(at).iter().find_map(|phrase| Some((phrase.entry.noun?, phrase.last as usize)));
        self.has(at, Signs::FOLLOWS_NAMES).then(noun).flatten()
    }
}

/// Whether the word only says how many: "two", "600", "many".
fn counts(written: &str) -> bool {
    #[rustfmt::skip]
    static NUMBERS: WordList<64> = WordList::new(&[
        "dozen", "dozens", "eight", "eighteen", "eleven", "fifteen", "fifty", "five", "forty", "four", "fourteen",
        "hundreds", "many", "more", "most", "nine", "nineteen", "one", "scores", "seven", "seventeen", "six", "sixteen",
        "sixty", "ten", "thirteen", "thirty", "thousands", "three", "twelve", "twenty", "two",
    ]);
    written.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') || NUMBERS.holds(written)
}
