//! The lexicon of events, compiled: each spelling with all that it may mean, gathered once.

use std::borrow::Cow;
use std::collections::HashMap;

use super::choice::{ChoiceNumber, Choices};
use super::letters::Letters;
use super::phrases::{Ending, NO_PHRASE, Part, Phrases};
use super::signs::{Glance, Signs};
use super::token::Listed;
use crate::lexicon::{Cues, Govern, Meaning, VerbForm};
use crate::vocabulary::Sector;
use crate::word::{WordHash, fold};

/// The spellings of the cues and of the words around them.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    phrases: Phrases,
    /// By their numbers. The forms of most verbs share one, and all words that cues only ask for.
    entries: Vec<Entry>,
    pub(crate) choices: Choices,
}

/// All that a spelling may mean, as small as it can be: whole texts of words pass here, and memory is slow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Entry {
    /// The cues whose verb it is.
    verbs: Option<ChoiceNumber>,
    /// The cues whose noun it is.
    nouns: Option<ChoiceNumber>,
    /// The cues of which it is the part behind a hyphen.
    suffixes: Option<ChoiceNumber>,
    /// The form, where it is a verb's of saying.
    pub(crate) speaks: Option<VerbForm>,
    /// The cue of an obligation: "must".
    pub(crate) obliges: Option<u16>,
    /// Who acts, or that a name before it only modifies it.
    pub(crate) noun: Option<Noun>,
}

/// A noun behind a state's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Noun {
    Actor(Sector, bool),
    Thing,
}

impl Words {
    /// Gathers what a spelling may mean.
    fn gather(&mut self, meanings: &[(String, Meaning)], cues: &Cues) -> (Glance, Entry) {
        let (mut entry, mut glance, mut signs) = (Entry::default(), Glance::NONE, Signs::NONE);
        let (mut verbs, mut nouns, mut suffixes) = (Vec::new(), Vec::new(), Vec::new());
        let mut finite_cue = false;
        for (_, meaning) in meanings {
            match *meaning {
                Meaning::Verb(cue, form) => {
                    verbs.push(cue);
                    signs.set(Signs::IS_OF_TIES, cues.all[cue as usize].of_ties);
                    glance.form.get_or_insert(form);
                    signs.set(Signs::MAY_BE_FINITE, form != VerbForm::Gerund);
                    signs.set(Signs::MAY_BE_NOUN, matches!(form, VerbForm::Base | VerbForm::Third));
                    finite_cue |= matches!(form, VerbForm::Third | VerbForm::Past);
                }
                Meaning::Govern(govern, form) => {
                    glance.form.get_or_insert(form);
                    signs.set(Signs::MAY_BE_FINITE, form != VerbForm::Gerund);
                    signs.set(Signs::FAILS, govern == Govern::Refusal { rejects: false });
                    if govern == Govern::Speech {
                        entry.speaks.get_or_insert(form);
                    }
                    if glance.govern.is_none_or(|other| weight(govern) > weight(other)) {
                        glance.govern = Some(govern);
                    }
                }
                Meaning::Noun(cue) => nouns.push(cue),
                Meaning::Suffix(cue) => suffixes.push(cue),
                Meaning::Obligation(cue) => entry.obliges = u16::try_from(cue).ok(),
                Meaning::Word(number) => glance.ask_for(number),
                Meaning::Actor(sector, acts) => entry.noun = Some(Noun::Actor(sector, acts)),
                Meaning::Thing => entry.noun = entry.noun.or(Some(Noun::Thing)),
                Meaning::Clause(clause) => signs |= Signs::of_clause(clause),
            }
        }
        let is_finite = finite_cue && nouns.is_empty() && glance.asked_for().is_none() && entry.noun.is_none();
        signs.set(Signs::IS_FINITE, is_finite);
        signs.set(Signs::SPEAKS, entry.speaks.is_some());
        signs.set(Signs::OBLIGES, entry.obliges.is_some());
        signs.set(Signs::IS_NOUN, !nouns.is_empty());
        signs.set(Signs::IS_ASKED_FOR, glance.asked_for().is_some());
        signs.set(Signs::IS_VERB, glance.form.is_some());
        signs.set(Signs::FOLLOWS_NAMES, entry.noun.is_some());
        // A noun that its owner undergoes asks for more words than one that it does.
        nouns.sort_by_key(|&cue| !cues.all[cue as usize].undergone);
        (entry.verbs, entry.nouns) = (self.choices.add(verbs, cues), self.choices.add(nouns, cues));
        entry.suffixes = self.choices.add(suffixes, cues);
        glance.signs = signs;
        (glance, entry)
    }

    /// Compiles the spellings.
    pub(crate) fn new(cues: &Cues) -> Self {
        let spellings = cues.spellings();
        let mut words = Self { phrases: Phrases::default(), entries: Vec::new(), choices: Choices::default() };
        let mut phrases: Vec<(Cow<'_, str>, Glance, u16)> = Vec::new();
        let mut known: HashMap<Entry, u16, WordHash> = HashMap::default();
        for group in spellings.chunk_by(|a, b| a.0 == b.0) {
            let spelling = &group[0].0;
            let (glance, entry) = words.gather(group, cues);
            let new = words.entries.len() as u16;
            assert!(new < NO_PHRASE, "too many spellings mean something of their own");
            let meaning = *known.entry(entry.clone()).or_insert(new);
            if meaning == new {
                words.entries.push(entry);
            }
            phrases.push((spelling.into(), glance, meaning));
            if !spelling.is_ascii() {
                phrases.push((fold(spelling).into(), glance, meaning));
            }
        }
        words.choices.forget();
        words.phrases = Phrases::new(&phrases);
        words
    }

    /// The cues whose verb it is.
    pub(crate) fn verbs(entry: &Entry) -> Option<ChoiceNumber> {
        entry.verbs
    }

    /// The cues whose noun it is.
    pub(crate) fn nouns(entry: &Entry) -> Option<ChoiceNumber> {
        entry.nouns
    }

    /// The cues of which it is the part behind a hyphen.
    pub(crate) fn suffixes(&self, entry: &Entry) -> &[u32] {
        entry.suffixes.map_or(&[], |number| self.choices.all(number))
    }

    /// The place of a word, in whatever case.
    pub(crate) fn place(&self, word: &str) -> u32 {
        self.phrases.table.place_of_word(word)
    }

    /// The same of a word of up to fifteen letters.
    #[inline]
    pub(super) fn place_of_letters(&self, letters: Letters) -> u32 {
        self.phrases.table.place_of_letters(letters)
    }

    /// The place of a mark.
    pub(super) fn place_of_mark(&self, mark: char) -> u32 {
        self.phrases.table.place_of_mark(mark)
    }

    /// What ends or goes on behind the word or mark at a place.
    #[inline]
    pub(super) fn ending(&self, place: u32) -> &Ending {
        &self.phrases.table.at(place).ending
    }

    /// Whether phrases may go on from a word with a part: one look at memory, and near.
    #[inline]
    pub(super) fn may_go_on(&self, word: u32, part: Part) -> bool {
        self.phrases.may_go_on(word, part)
    }

    /// Whether they do.
    pub(super) fn go_on(&self, word: u32, part: Part) -> bool {
        self.phrases.go_on(word, part)
    }

    /// All that a phrase may mean.
    pub(crate) fn entry(&self, meaning: u16) -> &Entry {
        &self.entries[usize::from(meaning)]
    }

    /// Calls `found` with each phrase that begins with a token, whose first part stands at a place, the shortest first.
    pub(super) fn phrases_at(
        &self,
        word: u32,
        token: u32,
        rest: impl Iterator<Item = Part>,
        found: impl FnMut(Listed),
    ) {
        self.phrases.beginning(word, token, rest, found);
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
