//! The tokens of a sentence: mentions, words with what they may mean, and the marks between them.

use std::ops::{Deref, Range};

use smallvec::SmallVec;

use super::kind::Kind;
use super::letters::Letters;
use super::phrases::{Ending, Gap, NO_PHRASE, Next, Part};
use super::signs::{Glance, Signs};
use super::table::UNKNOWN;
use super::words::Words;
use crate::span::Span;

/// A mention, a word or phrase, or a mark.
#[derive(Clone, Debug)]
pub(crate) struct Token<'t> {
    /// Where it begins.
    pub(crate) start: usize,
    /// As it is written: rules ask for it all the time, and to cut it out of the text takes as long as to compare it.
    pub(crate) written: &'t str,
    pub(crate) kind: Kind,
    /// What the phrases that begin with it are, taken together.
    pub(super) glance: Glance,
    /// Its first part: its place in the table of words.
    word: u32,
    /// What it means by itself, where no other phrase begins with it, or `NO_PHRASE`.
    meaning: u16,
    /// Where the phrases that begin with it are several, or longer: from where on they are listed, and how many.
    phrases: u32,
    count: u8,
    /// What stands before it.
    gap: Gap,
}

impl<'t> Token<'t> {
    /// A token that means nothing yet, by the place of its first part in the table.
    fn new((start, written): (usize, &'t str), kind: Kind, glance: Glance, word: u32, gap: Gap) -> Self {
        Self { start, written, kind, glance, word, meaning: NO_PHRASE, phrases: 0, count: 0, gap }
    }

    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.start + self.written.len())
    }
}

/// A phrase of the lexicon that begins with a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    /// What it means, by its number.
    pub(crate) meaning: u16,
    /// The last token.
    pub(crate) last: u32,
    /// What it is.
    pub(super) glance: Glance,
}

/// The tokens of a sentence.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    text: &'t str,
    all: Vec<Token<'t>>,
    /// The further parts of those that have several.
    joints: Vec<Part>,
    /// The phrases of tokens with which several or longer ones begin; of each token the longest first.
    phrases: Vec<Listed>,
    /// The tokens with which longer phrases may begin.
    openings: Vec<u32>,
    /// The parts with which phrases go on from the last token.
    next: Next,
    /// The tokens that begin with a digit.
    pub(crate) numbers: Vec<u32>,
    /// The tokens that are mentions, with the numbers of these.
    pub(crate) mentions: Vec<(u32, u32)>,
    /// What the phrases are, all taken together.
    pub(crate) signs: Signs,
}

impl<'t> Deref for Tokens<'t> {
    type Target = [Token<'t>];

    fn deref(&self) -> &[Token<'t>] {
        &self.all
    }
}

/// How many tokens most sentences have at most.
pub(crate) const USUAL: usize = 64;

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            all: Vec::with_capacity(USUAL),
            joints: Vec::new(),
            phrases: Vec::with_capacity(USUAL / 4),
            openings: Vec::with_capacity(USUAL),
            next: Next::NONE,
            numbers: Vec::new(),
            mentions: Vec::with_capacity(USUAL / 4),
            signs: Signs::NONE,
        }
    }

    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.joints.clear();
        self.phrases.clear();
        self.openings.clear();
        self.next = Next::NONE;
        self.numbers.clear();
        self.mentions.clear();
        self.signs = Signs::NONE;
    }

    /// The phrases that begin with a token, the longest first.
    pub(crate) fn phrases(&self, at: usize) -> impl Iterator<Item = Listed> + use<'_> {
        let Token { meaning, phrases: first, count, glance, .. } = self.all[at];
        let only = (meaning != NO_PHRASE).then_some(Listed { meaning, last: at as u32, glance });
        self.phrases[first as usize..][..usize::from(count)].iter().copied().chain(only)
    }

    /// Whether a token is all that begins with it.
    #[inline]
    pub(super) fn is_single(&self, at: usize) -> bool {
        self.all[at].count == 0
    }

    /// Calls `found` with the phrase of two words that a token and a later one make.
    pub(crate) fn with_particle(&self, at: usize, particle: usize, words: &Words, mut found: impl FnMut(u16)) {
        let part = Part { word: self.all[particle].word, token: particle as u32, gap: Gap::Space };
        words.phrases_at(self.all[at].word, at as u32, std::iter::once(part), |listed| {
            if listed.last as usize == particle {
                found(listed.meaning);
            }
        });
    }

    /// Adds a token, and notes whether phrases may go on with it from the one before. Of which they may nobody foresees: each
    /// is put down, and only counted if it is one.
    #[inline(always)]
    fn push(&mut self, token: Token<'t>, next: Next) {
        let goes_on = self.next.may_be(token.word) & (token.gap != Gap::Break);
        self.openings.push((self.all.len() as u32).wrapping_sub(1));
        self.openings.truncate(self.openings.len() - usize::from(!goes_on));
        self.next = next;
        self.all.push(token);
    }

    /// Where a token begins, and as it is written.
    #[inline(always)]
    fn cut(&self, span: Span) -> (usize, &'t str) {
        (span.start, span.of(self.text))
    }

    /// Adds a word or mark of one part, by its place in the table, with the signs that its own place gives it.
    pub(super) fn add(&mut self, span: Span, kind: Kind, signs: Signs, (word, gap): (u32, Gap), ending: &Ending) {
        let token = Token::new(self.cut(span), kind, Glance::of(signs), word, gap);
        self.push_known(token, ending);
    }

    /// Adds a word by its letters: `kind` is what it is where only the capital says so.
    #[inline(always)]
    pub(super) fn add_plain(
        &mut self,
        span: Span,
        kind: Kind,
        signs: Signs,
        gap: Gap,
        (letters, words): (Letters, &Words),
    ) {
        let cut = self.cut(span);
        let word = words.place_of_letters(letters);
        let ending = words.ending(word);
        let kind = ending.kind_of_letters(cut.1, kind);
        self.push_known(Token::new(cut, kind, Glance::of(signs), word, gap), ending);
    }

    /// Adds a token that means what its word does.
    #[inline(always)]
    fn push_known(&mut self, token: Token<'t>, ending: &Ending) {
        let mut glance = ending.glance;
        self.signs |= glance.signs;
        glance.signs |= token.glance.signs;
        self.push(Token { glance, meaning: ending.meaning, ..token }, ending.next);
    }

    /// Adds a mention, by its number.
    pub(super) fn add_mention(&mut self, span: Span, number: u32, gap: Gap) {
        self.mentions.push((self.all.len() as u32, number));
        let token = Token::new(self.cut(span), Kind::Mention(number), Glance::NONE, UNKNOWN, gap);
        self.push(token, Next::NONE);
    }

    /// Adds a word or mark of several parts, by the first; the others are there.
    pub(super) fn add_joined(&mut self, span: Span, kind: Kind, signs: Signs, (word, gap): (u32, Gap)) {
        let glance = Glance::of(signs.or(Signs::IS_JOINED));
        let token = Token::new(self.cut(span), kind, glance, word, gap);
        self.push(token, Next::NONE);
        self.openings.push(self.all.len() as u32 - 1);
    }

    /// Adds a further part of the next token.
    pub(super) fn add_joint(&mut self, word: u32) {
        self.joints.push(Part { word, token: self.all.len() as u32, gap: Gap::None });
    }

    /// Notes that the next token begins with a digit.
    pub(super) fn add_number(&mut self) {
        self.numbers.push(self.all.len() as u32);
    }

    /// Looks up the phrases of several words.
    pub(crate) fn look_up(&mut self, words: &Words) {
        for number in 0..self.openings.len() {
            let at = self.openings[number];
            let part = self.part_behind(at);
            let word = self.all[at as usize].word;
            if self.is_joined(at) || words.may_go_on(word, part) && words.go_on(word, part) {
                self.look_up_at(at, words);
            }
        }
        if self.signs.has(Signs::IS_DAY) {
            self.look_up_over_days(words);
        }
    }

    /// Looks up the verbs of several words that the day parts: "said no on Thursday to".
    fn look_up_over_days(&mut self, words: &Words) {
        let mut day = 0;
        while let Some(next) = self.all[day..].iter().position(|token| token.glance.signs.has(Signs::IS_DAY)) {
            day += next;
            let before = self.all[..day].iter().rposition(|token| token.kind != Kind::Adverb);
            let open = before.map_or(0, |at| at + usize::from(self.all[at].kind != Kind::Preposition));
            let behind = self.all[day..].iter().position(|token| token.kind != Kind::Adverb);
            let resume = behind.map_or(self.all.len(), |behind| day + behind);
            for at in open.saturating_sub(3)..open {
                if self.all[at].glance.form.is_some() {
                    self.look_up_over(at, open..resume, words);
                }
            }
            day = resume.max(day + 1);
            if day >= self.all.len() {
                break;
            }
        }
    }

    /// Lists the phrases that begin with a token and go on over some.
    fn look_up_over(&mut self, at: usize, over: Range<usize>, words: &Words) {
        let rest = (at + 1..over.start).chain(over.end..self.all.len()).take(5);
        let part = |token: usize| Part { word: self.all[token].word, token: token as u32, gap: self.all[token].gap };
        let mut found: SmallVec<[Listed; 2]> = SmallVec::new();
        words.phrases_at(self.all[at].word, at as u32, rest.map(part), |listed| {
            if listed.last as usize >= over.end {
                found.push(listed);
            }
        });
        if found.is_empty() {
            return;
        }
        let first = self.phrases.len();
        let known: SmallVec<[Listed; 4]> = self.phrases(at).collect();
        self.phrases.extend(found.iter().rev().chain(&known));
        let token = &mut self.all[at];
        found.iter().for_each(|listed| token.glance.add_longer(listed.glance));
        let count = (self.phrases.len() - first) as u8;
        (token.meaning, token.phrases, token.count) = (NO_PHRASE, first as u32, count);
        self.signs |= self.all[at].glance.signs;
    }

    fn is_joined(&self, at: u32) -> bool {
        self.all[at as usize].glance.signs.has(Signs::IS_JOINED)
    }

    /// The part behind a token; an unknown one behind the last.
    fn part_behind(&self, at: u32) -> Part {
        let (word, gap) = self.all.get(at as usize + 1).map_or((UNKNOWN, Gap::Break), |next| (next.word, next.gap));
        Part { word, token: at + 1, gap }
    }

    /// Lists the phrases that begin with a token and may go on.
    fn look_up_at(&mut self, at: u32, words: &Words) {
        let Token { word, mut glance, .. } = self.all[at as usize];
        let mut rest = Parts { all: &self.all, joints: &self.joints, token: at, joint: None };
        rest.enter();
        let first = self.phrases.len();
        words.phrases_at(word, at, rest, |listed| {
            self.phrases.push(listed);
            glance.add_longer(listed.glance);
        });
        self.phrases[first..].reverse();
        self.signs |= glance.signs;
        let count = (self.phrases.len() - first) as u8;
        let token = &mut self.all[at as usize];
        (token.glance, token.meaning, token.phrases, token.count) = (glance, NO_PHRASE, first as u32, count);
    }
}

/// The parts behind the first one of a token.
struct Parts<'t> {
    all: &'t [Token<'t>],
    joints: &'t [Part],
    token: u32,
    /// The next joint, if the token has several parts.
    joint: Option<u32>,
}

impl Parts<'_> {
    /// Goes to the joints of a token that has some.
    fn enter(&mut self) {
        let joined = self.all[self.token as usize].glance.signs.has(Signs::IS_JOINED);
        self.joint = joined.then(|| self.joints.partition_point(|joint| joint.token < self.token) as u32);
    }
}

impl Iterator for Parts<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        if let Some(joint) = self.joint {
            let part = self.joints.get(joint as usize).filter(|joint| joint.token == self.token);
            if let Some(&part) = part {
                self.joint = Some(joint + 1);
                return Some(part);
            }
        }
        let next = self.all.get(self.token as usize + 1)?;
        self.token += 1;
        self.enter();
        Some(Part { word: next.word, token: self.token, gap: next.gap })
    }
}
