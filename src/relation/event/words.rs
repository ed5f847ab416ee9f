//! The lexicon of events, compiled: each spelling with all that it may mean, gathered once.

use std::ops::BitOrAssign;

use super::choice::Choice;
use super::kind::{KINDS, Kind};
use super::phrases::{Part, Phrases};
use crate::lexicon::{Clause, Cues, Govern, Meaning, VerbForm};
use crate::vocabulary::Sector;
use crate::word::fold;

/// The spellings of the cues and of the words around them.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    phrases: Phrases,
    /// By the number of a phrase.
    entries: Vec<Entry>,
    /// The same entries' signs, side by side: of most words of a text no more is asked.
    signs: Vec<Signs>,
    /// By the number of a word, where its kind is its own.
    kinds: Vec<Option<Kind>>,
}

/// All that a spelling may mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// The cues whose verb it is.
    pub(super) verbs: Option<Box<Choice>>,
    /// The cues whose noun it is.
    pub(super) nouns: Option<Box<Choice>>,
    /// The cues of which it is the part behind a hyphen.
    pub(super) suffixes: Vec<u32>,
    /// The form, where it is a verb's, of a cue or one that governs.
    pub(super) form: Option<VerbForm>,
    pub(super) govern: Option<Govern>,
    /// The form, where it is a verb's of saying.
    pub(super) speaks: Option<VerbForm>,
    /// The cue of an obligation: "must".
    pub(super) obliges: Option<u32>,
    /// The word that cues ask for which it is.
    pub(super) word: Option<u16>,
    /// Who acts, or that a name before it only modifies it.
    pub(super) noun: Option<Noun>,
}

/// What can be asked of a spelling at a glance, or of all that begin with one token: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u32);

impl Signs {
    /// A verb, in a form that may be finite, or that another verb writes alike.
    pub(super) const MAY_BE_FINITE: Self = Self(1 << 8);
    /// A cue's verb in the form of an infinitive or a present, which a noun may have as well.
    pub(super) const MAY_BE_NOUN: Self = Self(1 << 9);
    /// Nothing but a finite verb of a cue.
    pub(super) const IS_FINITE: Self = Self(1 << 10);
    /// A cue's noun.
    pub(super) const IS_NOUN: Self = Self(1 << 11);
    /// A word that cues ask for.
    pub(super) const IS_ASKED_FOR: Self = Self(1 << 12);
    /// A verb of saying.
    pub(super) const SPEAKS: Self = Self(1 << 13);
    /// A word of obligation: "must".
    pub(super) const OBLIGES: Self = Self(1 << 14);
    /// A verb in any form.
    pub(super) const IS_VERB: Self = Self(1 << 15);
    /// A verb in any form, or a cue's noun.
    pub(super) const IS_VERB_OR_NOUN: Self = Self(Self::IS_VERB.0 | Self::IS_NOUN.0);
    /// A verb that makes something of the one after it.
    pub(super) const GOVERNS: Self = Self(1 << 16);
    /// A noun behind a name: who acts, or a thing.
    pub(super) const FOLLOWS_NAMES: Self = Self(1 << 17);

    pub(super) const fn of_clause(clause: Clause) -> Self {
        Self(1 << clause as u32)
    }

    /// Whether one of the others is among them.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn set(&mut self, sign: Self, holds: bool) {
        if holds {
            *self |= sign;
        }
    }
}

impl BitOrAssign for Signs {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A noun behind a state's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    Actor(Sector, bool),
    Thing,
}

impl Entry {
    fn new(meanings: &[(String, Meaning)], cues: &Cues) -> (Self, Signs) {
        let (mut entry, mut signs) = (Self::default(), Signs::default());
        let (mut verbs, mut nouns) = (Vec::new(), Vec::new());
        let mut finite_cue = false;
        for (_, meaning) in meanings {
            match *meaning {
                Meaning::Verb(cue, form) => {
                    verbs.push(cue);
                    entry.form.get_or_insert(form);
                    signs.set(Signs::MAY_BE_FINITE, form != VerbForm::Gerund);
                    signs.set(Signs::MAY_BE_NOUN, matches!(form, VerbForm::Base | VerbForm::Third));
                    finite_cue |= matches!(form, VerbForm::Third | VerbForm::Past);
                }
                Meaning::Govern(govern, form) => {
                    entry.form.get_or_insert(form);
                    signs.set(Signs::MAY_BE_FINITE, form != VerbForm::Gerund);
                    if govern == Govern::Speech {
                        entry.speaks.get_or_insert(form);
                    }
                    if entry.govern.is_none_or(|other| weight(govern) > weight(other)) {
                        entry.govern = Some(govern);
                    }
                }
                Meaning::Noun(cue) => nouns.push(cue),
                Meaning::Suffix(cue) => entry.suffixes.push(cue),
                Meaning::Obligation(cue) => entry.obliges = Some(cue),
                Meaning::Word(number) => entry.word = Some(number),
                Meaning::Actor(sector, acts) => entry.noun = Some(Noun::Actor(sector, acts)),
                Meaning::Thing => entry.noun = entry.noun.or(Some(Noun::Thing)),
                Meaning::Clause(clause) => signs |= Signs::of_clause(clause),
            }
        }
        let is_finite = finite_cue && nouns.is_empty() && entry.word.is_none() && entry.noun.is_none();
        signs.set(Signs::IS_FINITE, is_finite);
        signs.set(Signs::SPEAKS, entry.speaks.is_some());
        signs.set(Signs::OBLIGES, entry.obliges.is_some());
        signs.set(Signs::IS_NOUN, !nouns.is_empty());
        signs.set(Signs::IS_ASKED_FOR, entry.word.is_some());
        signs.set(Signs::IS_VERB, entry.form.is_some());
        signs.set(Signs::GOVERNS, entry.govern.is_some());
        signs.set(Signs::FOLLOWS_NAMES, entry.noun.is_some());
        // A noun that its owner undergoes asks for more words than one that it does.
        nouns.sort_by_key(|&cue| !cues.all[cue as usize].undergone);
        (entry.verbs, entry.nouns) = (Choice::new(verbs, cues), Choice::new(nouns, cues));
        (entry, signs)
    }
}

impl Words {
    /// Compiles the spellings.
    pub(crate) fn new(cues: &Cues) -> Self {
        let spellings = cues.spellings();
        let mut phrases: Vec<(String, u32)> = Vec::new();
        let (mut entries, mut signs) = (Vec::new(), Vec::new());
        for (group, number) in spellings.chunk_by(|a, b| a.0 == b.0).zip(0..) {
            let spelling = &group[0].0;
            phrases.push((spelling.clone(), number));
            if !spelling.is_ascii() {
                phrases.push((fold(spelling), number));
            }
            let (entry, at_a_glance) = Entry::new(group, cues);
            entries.push(entry);
            signs.push(at_a_glance);
        }
        let phrases = Phrases::new(&phrases, KINDS.iter().flat_map(|(_, words)| *words).copied());
        let mut kinds = vec![None; phrases.numbers.count()];
        for (kind, words) in KINDS {
            for word in *words {
                kinds[phrases.numbers.of_word(word) as usize] = Some(*kind);
            }
        }
        Self { phrases, entries, signs, kinds }
    }

    /// The number of a word, in whatever case.
    pub(super) fn number(&self, word: &str) -> u32 {
        self.phrases.numbers.of_word(word)
    }

    /// The same of a word of ASCII.
    pub(super) fn number_of_letters(&self, word: &str) -> u32 {
        self.phrases.numbers.of_letters(word)
    }

    /// The number of a mark.
    pub(super) fn number_of_mark(&self, mark: char) -> u32 {
        self.phrases.numbers.of_mark(mark)
    }

    /// The kind of the word of that number, if it is its own.
    pub(super) fn kind(&self, number: u32) -> Option<Kind> {
        self.kinds[number as usize]
    }

    /// Calls `found` with each entry that the parts begin with, its signs, and the number of its parts, the shortest
    /// first.
    pub(super) fn phrases_at<'w>(&'w self, parts: &[Part], mut found: impl FnMut(&'w Entry, Signs, usize)) {
        self.phrases.beginning(parts, |phrase, length| {
            let phrase = phrase as usize;
            found(&self.entries[phrase], self.signs[phrase], length);
        });
    }
}

/// What undoes or asks weighs more than what means to.
const fn weight(govern: Govern) -> u8 {
    match govern {
        Govern::Refusal { .. } => 7,
        Govern::Threat => 6,
        Govern::Denial => 5,
        Govern::Prevention => 4,
        Govern::Request => 3,
        Govern::Plan => 2,
        Govern::Continuing => 1,
        Govern::Light | Govern::Speech => 0,
    }
}
