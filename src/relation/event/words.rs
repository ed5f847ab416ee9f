//! The lexicon of events, compiled: each spelling with all that it may mean, gathered once.

use crate::error::Error;
use crate::lexicon::{Clause, Cues, Govern, Meaning, VerbForm};
use crate::matcher::{Hit, Matcher, Pattern};
use crate::vocabulary::{Case, Sector};

/// The spellings of the cues and of the words around them.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    matcher: Matcher,
    /// By the number of a pattern, which is that of its spelling.
    entries: Vec<Entry>,
}

/// All that a spelling may mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// The cues whose verb it is.
    pub(super) verbs: Box<[u32]>,
    /// The cues whose noun it is.
    pub(super) nouns: Box<[u32]>,
    /// The cues of which it is the part behind a hyphen.
    pub(super) suffixes: Box<[u32]>,
    /// The form, where it is a verb's, of a cue or one that governs.
    pub(super) form: Option<VerbForm>,
    /// Whether the form, or another that is written alike, may be finite.
    pub(super) may_be_finite: bool,
    /// Whether it may be an infinitive or a present, and so a noun as well.
    pub(super) may_be_noun: bool,
    /// Whether it can be nothing but a finite verb of a cue.
    pub(super) is_finite: bool,
    pub(super) govern: Option<Govern>,
    /// The words that cues ask for.
    words: Box<[u16]>,
    /// Who acts, or that a name before it only modifies it.
    pub(super) noun: Option<Noun>,
    clauses: u8,
}

/// A noun behind a state's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    Actor(Sector, bool),
    Thing,
}

impl Entry {
    pub(super) fn is_clause(&self, clause: Clause) -> bool {
        self.clauses & bit(clause) != 0
    }

    /// The words that cues ask for which it is.
    pub(super) fn words(&self) -> &[u16] {
        &self.words
    }

    fn new(meanings: &[(String, Meaning)]) -> Self {
        let mut entry = Self::default();
        let (mut verbs, mut nouns, mut suffixes, mut words) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut finite_cue = false;
        for (_, meaning) in meanings {
            match *meaning {
                Meaning::Verb(cue, form) => {
                    verbs.push(cue);
                    entry.form.get_or_insert(form);
                    entry.may_be_finite |= form != VerbForm::Gerund;
                    entry.may_be_noun |= matches!(form, VerbForm::Base | VerbForm::Third);
                    finite_cue |= matches!(form, VerbForm::Third | VerbForm::Past);
                }
                Meaning::Govern(govern, form) => {
                    entry.form.get_or_insert(form);
                    entry.may_be_finite |= form != VerbForm::Gerund;
                    if entry.govern.is_none_or(|other| weight(govern) > weight(other)) {
                        entry.govern = Some(govern);
                    }
                }
                Meaning::Noun(cue) => nouns.push(cue),
                Meaning::Suffix(cue) => suffixes.push(cue),
                Meaning::Word(number) => words.push(number),
                Meaning::Actor(sector, acts) => entry.noun = Some(Noun::Actor(sector, acts)),
                Meaning::Thing => entry.noun = entry.noun.or(Some(Noun::Thing)),
                Meaning::Clause(clause) => entry.clauses |= bit(clause),
            }
        }
        entry.is_finite = finite_cue && nouns.is_empty() && words.is_empty() && entry.noun.is_none();
        (entry.verbs, entry.nouns, entry.suffixes, entry.words) =
            (verbs.into(), nouns.into(), suffixes.into(), words.into());
        entry
    }
}

impl Words {
    /// Compiles the spellings.
    pub(crate) fn new(cues: &Cues) -> Result<Self, Error> {
        let spellings = cues.spellings();
        let groups: Vec<&[(String, Meaning)]> = spellings.chunk_by(|a, b| a.0 == b.0).collect();
        let patterns =
            (0..).zip(&groups).map(|(number, group)| Pattern { text: &group[0].0, case: Case::Exact, number });
        let matcher = Matcher::new(patterns)?;
        Ok(Self { matcher, entries: groups.into_iter().map(Entry::new).collect() })
    }

    /// The phrases that begin at a byte of the text, the shortest first.
    pub(super) fn phrases_at(&self, text: &str, at: usize, hits: &mut Vec<Hit>) {
        hits.clear();
        self.matcher.all_in_any_case(text, at, hits);
    }

    /// The number of a hit's entry: a spelling folds into one pattern, and a pattern has one entry.
    pub(super) fn number(&self, hit: Hit) -> u32 {
        self.matcher.numbers(hit.spelling)[0]
    }

    pub(super) fn entry(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }
}

const fn bit(clause: Clause) -> u8 {
    1 << clause as u8
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
