//! A sentence, ready to be asked what stands where.

use super::kind::Kind;
use super::reader::Reader;
use super::signs::Signs;
use super::token::{Listed, Tokens};
use super::words::{Entry, Noun};
use crate::event::text::given::{Events, Naming};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::word::WordList;

/// The tokens of a sentence, with what they may mean at hand.
pub(crate) struct Line<'e> {
    pub(crate) events: &'e Events<'e>,
    pub(crate) tokens: Tokens<'e>,
}

/// From how many tokens on the words before a verb may hold commas.
pub(crate) const FAR: usize = 24;

impl<'e> Line<'e> {
    pub(crate) fn new(events: &'e Events<'e>) -> Self {
        Self { events, tokens: Tokens::new(events.text) }
    }

    /// Reads a sentence, in place of the one before.
    pub(crate) fn read(&mut self, naming: &Naming) {
        let &Events { text, words, mentions, sentences, .. } = self.events;
        self.tokens.clear();
        let sentence = sentences.spans[naming.sentence as usize];
        Reader::new(text, words, &mut self.tokens).read(sentence, mentions, naming.mentions.clone());
    }

    /// What stands at a token; behind the last one the sentence breaks off.
    pub(crate) fn kind(&self, at: usize) -> Kind {
        self.tokens.get(at).map_or(Kind::Break, |token| token.kind)
    }

    /// What is written at a token; nothing behind the last one.
    pub(crate) fn written(&self, at: usize) -> &'e str {
        self.tokens.get(at).map_or("", |token| token.written)
    }

    /// What the phrases that begin with a token may mean, the longest first, with their last tokens.
    pub(crate) fn entries(&self, at: usize) -> impl Iterator<Item = (&'e Entry, usize)> + use<'_, 'e> {
        let words = self.events.words;
        self.tokens.phrases(at).map(|listed| (words.entry(listed.meaning), listed.last as usize))
    }

    /// Whether the word at a token has a sign; behind the last one none has.
    #[inline]
    pub(crate) fn has(&self, at: usize, sign: Signs) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glance.signs.has(sign))
    }

    /// Whether a word of a sign stands anywhere in the sentence.
    pub(crate) fn holds(&self, sign: Signs) -> bool {
        self.tokens.signs.has(sign)
    }

    /// The next token from one on that may be a cue.
    pub(crate) fn next_cue(&self, from: usize) -> Option<usize> {
        let next = self.tokens[from..].iter().position(|token| token.glance.signs.has(Signs::MAY_BE_CUE))?;
        Some(from + next)
    }

    pub(crate) fn is_clause(&self, at: usize, clause: Clause) -> bool {
        self.has(at, Signs::of_clause(clause))
    }

    /// Whether the word denies what follows; "not only" does not.
    pub(crate) fn negates(&self, at: usize) -> bool {
        self.is_clause(at, Clause::Negator)
            && !(self.written(at) == "not"
                && matches!(self.written(at + 1), "only" | "just" | "merely" | "simply" | "least"))
    }

    /// Whether the sentence asks.
    pub(crate) fn is_question(&self) -> bool {
        let marks = self.tokens.iter().rev().take_while(|token| !matches!(token.kind, Kind::Word | Kind::Mention(_)));
        marks.into_iter().any(|token| token.written == "?")
    }

    /// What a verb here makes of the one after it; what undoes or asks weighs most.
    pub(crate) fn govern(&self, at: usize) -> Option<Govern> {
        self.tokens.get(at)?.glance.govern
    }

    /// The form of the verb that may stand here.
    pub(crate) fn form(&self, at: usize) -> Option<VerbForm> {
        self.tokens.get(at)?.glance.form
    }

    /// Whether a verb of saying may stand here.
    pub(crate) fn may_speak(&self, at: usize) -> bool {
        self.has(at, Signs::SPEAKS)
    }

    /// The form of the verb of saying that stands here.
    pub(crate) fn speaks(&self, at: usize) -> Option<VerbForm> {
        let spoken = || self.entries(at).find_map(|(entry, _)| entry.speaks);
        self.has(at, Signs::SPEAKS).then(spoken).flatten()
    }

    /// Whether the word says that somebody must do something: "must", "should".
    pub(crate) fn obliges(&self, at: usize) -> bool {
        self.has(at, Signs::OBLIGES)
    }

    /// The cue of what somebody must do, if the word says so.
    pub(crate) fn obligation(&self, at: usize) -> Option<u16> {
        let cue = || self.entries(at).find_map(|(entry, _)| entry.obliges);
        self.obliges(at).then(cue).flatten()
    }

    /// Whether the word only says how many: "two", "600", "many".
    pub(crate) fn is_number(&self, at: usize) -> bool {
        counts(self.written(at))
    }

    pub(crate) fn is_pronoun(&self, at: usize) -> bool {
        self.is_clause(at, Clause::Pronoun)
    }

    /// Whether one of the wanted words or phrases begins with a token.
    #[inline]
    pub(crate) fn is_word(&self, at: usize, wanted: &[u16]) -> bool {
        self.wanted_phrase(at, wanted).is_some()
    }

    /// Calls `found` with the words that cues ask for, and that may be wanted, among the tokens behind one, so many at most,
    /// up to a break. Which these are nobody foresees: so all are looked at, and each is noted as a bit.
    #[inline]
    pub(super) fn asked_for_behind(
        &self,
        last: usize,
        reach: usize,
        may_be_wanted: impl Fn(u16) -> bool,
        mut found: impl FnMut(u16),
    ) {
        let near = &self.tokens[last + 1..self.tokens.len().min(last + 1 + reach)];
        let (mut breaks, mut commas, mut wanted) = (0u32, 0u32, 0u32);
        for (place, token) in near.iter().enumerate() {
            breaks |= u32::from(matches!(token.kind, Kind::Break)) << place;
            commas |= u32::from(matches!(token.kind, Kind::Comma)) << place;
            wanted |= u32::from(token.glance.is_asked_for(&may_be_wanted)) << place;
        }
        let before = |bits: u32| (bits & bits.wrapping_neg()).wrapping_sub(1);
        wanted &= before(breaks);
        commas &= before(breaks);
        while commas != 0 && wanted != 0 {
            let comma = last + 1 + commas.trailing_zeros() as usize;
            if self.kind(comma + 1) == Kind::Have || self.speaker_follows(comma) {
                wanted &= before(commas);
                break;
            }
            commas &= commas - 1;
        }
        while wanted != 0 {
            near[wanted.trailing_zeros() as usize].glance.asked_for().into_iter().for_each(&mut found);
            wanted &= wanted - 1;
        }
    }

    /// Whether somebody who is not named says what went before a comma: "…, the radio reported".
    fn speaker_follows(&self, comma: usize) -> bool {
        let next = (comma + 1..self.tokens.len().min(comma + 6)).take_while(|&at| self.kind(at) != Kind::Comma);
        self.kind(comma + 1) == Kind::Determiner && next.skip(2).any(|at| self.has(at, Signs::SPEAKS))
    }

    /// The same among the tokens before one, back to a break; where they are many, over commas, but into no clause around.
    pub(super) fn asked_for_before(&self, first: usize, reach: usize) -> impl Iterator<Item = u16> + use<'_> {
        let near = self.tokens[first.saturating_sub(reach)..first].iter().rev();
        let relative = Signs::of_clause(Clause::Relative);
        let near = near.take_while(move |token| match token.kind {
            Kind::Break => false,
            Kind::Comma => reach >= FAR,
            Kind::That => true,
            _ => reach < FAR || !token.glance.signs.has(relative),
        });
        near.filter_map(|token| token.glance.asked_for())
    }

    /// The last token of the wanted word or phrase that begins with a token.
    #[inline]
    pub(crate) fn wanted_phrase(&self, at: usize, wanted: &[u16]) -> Option<usize> {
        if wanted.is_empty() || !self.has(at, Signs::IS_ASKED_FOR) {
            return None;
        }
        if self.tokens.is_single(at) {
            let is_wanted = self.tokens[at].glance.asked_for().is_some_and(|word| wanted.contains(&word));
            return is_wanted.then_some(at);
        }
        let is_wanted = |phrase: &Listed| phrase.glance.asked_for().is_some_and(|word| wanted.contains(&word));
        self.tokens.phrases(at).find(is_wanted).map(|phrase| phrase.last as usize)
    }

    /// Whether a verb stands here in a form that may be finite.
    pub(crate) fn is_verb(&self, at: usize) -> bool {
        self.has(at, Signs::MAY_BE_FINITE)
    }

    /// Whether a verb that says how relations stand may be finite here.
    pub(crate) fn is_of_ties(&self, at: usize) -> bool {
        self.has(at, Signs::IS_OF_TIES) && self.is_verb(at)
    }

    /// Whether nothing but a cue's finite verb can stand here.
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        self.has(at, Signs::IS_FINITE)
    }

    /// Whether a cue's finite verb stands here and ends the clause before it: no participle before its noun ("two
    /// suspected smugglers").
    pub(crate) fn begins_predicate(&self, at: usize) -> bool {
        let joined = at.checked_sub(1).is_some_and(|before| self.kind(before) == Kind::Hyphen);
        self.is_finite(at) && !joined && !self.describes(at) && !self.hangs_on_noun(at)
    }

    /// Whether what may be a verb is a plural behind a noun: "spare parts for".
    fn hangs_on_noun(&self, at: usize) -> bool {
        #[rustfmt::skip]
        static PLURALS: WordList<256> = WordList::new(&[
            "acts", "benefits", "causes", "changes", "circles", "clubs", "commands", "covers", "cuts", "debates", "deposits",
            "drafts", "ends", "escorts", "faults", "forms", "fuels", "gains", "grounds", "heads", "hits", "holds", "jails", "leads",
            "leaves", "levels", "masses", "parks", "parts", "passes", "pipes", "places", "plays", "pools", "practices", "reviews",
            "runs", "schedules", "seconds", "shelters", "shields", "shifts", "shows", "sides", "sources", "stages", "starts",
            "stations", "stores", "strips", "studies", "subjects", "surveys", "swaps", "tables", "tests", "tracks", "trails",
            "turns", "uses", "voices", "waves", "wins", "works", "wounds",
        ]);
        let noun = at.checked_sub(1).is_some_and(|before| matches!(self.kind(before), Kind::Word | Kind::Capital));
        noun && PLURALS.holds(self.written(at))
    }

    /// Whether a participle stands between a word that opens a noun phrase and the noun.
    fn describes(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.form(at) == Some(VerbForm::Past)) else { return false };
        let opens = matches!(
            self.kind(before),
            Kind::Determiner | Kind::Possessive | Kind::Of | Kind::By | Kind::Preposition | Kind::To
        ) || counts(self.written(before));
        opens && matches!(self.kind(at + 1), Kind::Word | Kind::Capital | Kind::Mention(_))
    }

    /// Whether a cue's verb stands here in a form that a noun may have too.
    pub(crate) fn may_be_noun(&self, at: usize) -> bool {
        self.has(at, Signs::MAY_BE_NOUN)
    }

    /// Whether a cue's noun stands here.
    pub(crate) fn is_cue_noun(&self, at: usize) -> bool {
        self.has(at, Signs::IS_NOUN)
    }

    /// The noun that says who acts, with its last token.
    pub(crate) fn noun(&self, at: usize) -> Option<(Noun, usize)> {
        let noun = || self.entries(at).find_map(|(entry, last)| Some((entry.noun?, last)));
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

/// Where those of so many tokens before one begin that all pass.
pub(crate) fn back_over(at: usize, reach: usize, passes: impl Fn(usize) -> bool) -> usize {
    (at.saturating_sub(reach)..at).rev().take_while(|&before| passes(before)).last().unwrap_or(at)
}
