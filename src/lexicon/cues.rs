//! The cues of all files, the words that the clauses need, and how each is spelled.

use std::collections::HashMap;

use super::cue::{Cue, Demand};
use super::meaning::{Clause, Govern, Meaning};
use super::spelling::Spellings;
use super::verb::{Verbs, plural};
use crate::error::Error;
use crate::source::{Located, Table};
use crate::vocabulary::EventType;

/// The cues and all words that the clauses need.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    pub(crate) all: Vec<Cue>,
    /// Of each cue in turn.
    pub(crate) demands: Vec<Demand>,
    /// Of each cue in turn the byte of its file at which its row stands.
    pub(super) offsets: Vec<usize>,
    verbs: Verbs,
    spellings: Spellings,
    pub(super) codes: HashMap<Box<str>, (EventType, f32)>,
    pub(super) words: HashMap<Box<str>, u16>,
    /// What is still to be spelled, in the order of the files.
    pub(super) lemmas: Vec<(Box<str>, Spelled)>,
}

/// How a lemma becomes spellings.
#[derive(Clone, Debug)]
pub(super) enum Spelled {
    Verb(u32),
    Noun(u32, bool),
    Govern(Govern),
    As(Meaning),
}

impl Cues {
    /// The numbers of prepositions that the rules know.
    pub(crate) const TO: u16 = 0;
    pub(crate) const FROM: u16 = 1;
    pub(crate) const WITH: u16 = 2;
    pub(crate) const IN: u16 = 3;

    pub(super) fn new() -> Self {
        let words = [("to", Self::TO), ("from", Self::FROM), ("with", Self::WITH), ("in", Self::IN)];
        Self { words: words.map(|(word, number)| (word.into(), number)).into(), ..Self::default() }
    }

    /// Reads what a lexicon file says for events, under one key; `false` where the key is none of these.
    pub(super) fn read(&mut self, key: &str, table: &Table<'_>) -> Result<bool, Error> {
        match key {
            "irregular" => self.verbs.read_irregular(table)?,
            "doubling" => self.verbs.read_doubling(table)?,
            "doubling_in_britain" => self.verbs.read_doubling_in_britain(table)?,
            "spellings" => self.spellings.read(table)?,
            "cameo" => self.read_codes(table)?,
            "cues" => self.read_cues(table)?,
            "actors" => self.read_actors(table)?,
            "refusal" => {
                for refusal in table.tables("refusal")? {
                    let rejects = refusal.text("becomes")?.is_some_and(|word| word.value == "REJECT");
                    let verb = refusal.required("verb")?;
                    self.lemma(&verb, Spelled::Govern(Govern::Refusal { rejects }));
                }
            }
            "speech" => self.govern(table, key, Govern::Speech)?,
            "threats" => self.govern(table, key, Govern::Threat)?,
            "plans" => self.govern(table, key, Govern::Plan)?,
            "requests" => self.govern(table, key, Govern::Request)?,
            "denials" => self.govern(table, key, Govern::Denial)?,
            "prevention" => self.govern(table, key, Govern::Prevention)?,
            "continuing" => self.govern(table, key, Govern::Continuing)?,
            "light_verbs" => self.govern(table, key, Govern::Light)?,
            "negators" => self.clause(table, key, Clause::Negator)?,
            "conditionals" => self.clause(table, key, Clause::Conditional)?,
            "attributions" => self.clause(table, key, Clause::Attribution)?,
            "past_markers" => self.clause(table, key, Clause::Past)?,
            "exceptions" => self.clause(table, key, Clause::Exception)?,
            "relative" => self.clause(table, key, Clause::Relative)?,
            "pronouns" => self.clause(table, key, Clause::Pronoun)?,
            "pairs" => self.clause(table, key, Clause::Pair)?,
            "reciprocal_pronouns" => {}
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn lemma(&mut self, text: &Located<'_, &str>, spelled: Spelled) {
        self.lemmas.push((text.value.into(), spelled));
    }

    fn govern(&mut self, table: &Table<'_>, key: &str, govern: Govern) -> Result<(), Error> {
        for verb in table.texts(key)? {
            // "say to" governs as "say" does; the infinitive's mark is read by the clause.
            let lemma = verb.value.strip_suffix(" to").unwrap_or(verb.value);
            self.lemmas.push((lemma.into(), Spelled::Govern(govern)));
        }
        Ok(())
    }

    fn clause(&mut self, table: &Table<'_>, key: &str, clause: Clause) -> Result<(), Error> {
        for word in table.texts(key)? {
            self.lemma(&word, Spelled::As(Meaning::Clause(clause)));
        }
        Ok(())
    }

    fn read_actors(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for group in table.tables("actors")? {
            group.expect_keys(&["sector", "acts", "nouns"])?;
            let sector = group.required("sector")?;
            let acts = group.flag("acts")?.unwrap_or(false);
            let meaning = match sector.value {
                "THING" => Meaning::Thing,
                word => Meaning::Actor(word.parse().map_err(|error| sector.at.locate(error))?, acts),
            };
            for noun in group.texts("nouns")? {
                self.lemma(&noun, Spelled::As(meaning));
            }
        }
        Ok(())
    }

    /// Makes one word of the two spellings of each that cues ask for.
    pub(super) fn unite_spellings(&mut self) {
        let mut united: HashMap<u16, u16> = HashMap::new();
        for (phrase, &number) in &self.words {
            let first = self.spellings.first(phrase).and_then(|first| self.words.get(first.as_str()));
            united.extend(first.map(|&first| (number, first)));
        }
        let unite = |word: &mut u16| *word = united.get(word).copied().unwrap_or(*word);
        self.words.values_mut().for_each(unite);
        for cue in &mut self.all {
            cue.to.iter_mut().chain(&mut cue.from).for_each(unite);
        }
        for demand in &mut self.demands {
            for words in [&mut demand.with, &mut demand.not_after] {
                words.iter_mut().for_each(unite);
                words.sort_unstable();
            }
        }
    }

    /// Lets each cue see the words that it asks for in longer phrases that begin with them, which other cues ask for:
    /// "border" in "border with".
    pub(super) fn see_in_longer_phrases(&mut self) {
        let mut longer: HashMap<u16, Vec<u16>> = HashMap::new();
        for (phrase, &number) in &self.words {
            let shorter = phrase.match_indices(' ').filter_map(|(end, _)| self.words.get(&phrase[..end]));
            let of_its = owners(phrase).skip(1).filter_map(|other| self.words.get(other.as_str()));
            shorter.for_each(|&shorter| longer.entry(shorter).or_default().push(number));
            of_its.for_each(|&other| longer.entry(number).or_default().push(other));
        }
        for demand in &mut self.demands {
            for words in [&mut demand.with, &mut demand.not_after] {
                let more = words.iter().filter_map(|word| longer.get(word)).flatten().copied();
                let mut all: Vec<u16> = words.iter().copied().chain(more).collect();
                all.sort_unstable();
                all.dedup();
                *words = all.into();
            }
        }
    }

    /// Every spelling, in lower case, with what it may mean; sorted.
    pub(crate) fn spellings(&self) -> Vec<(String, Meaning)> {
        let mut all: Vec<(String, Meaning)> = Vec::new();
        let lemmas = self.lemmas.iter().flat_map(|(lemma, spelled)| {
            let lemmas = owners(&lemma.to_lowercase()).flat_map(|lemma| self.spellings.all(lemma));
            lemmas.map(move |lemma| (lemma, spelled))
        });
        for (lemma, spelled) in lemmas {
            match *spelled {
                Spelled::Verb(cue) => {
                    all.extend(
                        self.verbs.forms(&lemma).into_iter().map(|(form, kind)| (form, Meaning::Verb(cue, kind))),
                    );
                }
                Spelled::Govern(govern) => {
                    all.extend(
                        self.verbs.forms(&lemma).into_iter().map(|(form, kind)| (form, Meaning::Govern(govern, kind))),
                    );
                }
                Spelled::Noun(cue, has_plural) => {
                    if has_plural {
                        all.push((plural(&lemma), Meaning::Noun(cue)));
                    }
                    all.push((lemma, Meaning::Noun(cue)));
                }
                Spelled::As(meaning) => all.push((lemma, meaning)),
            }
        }
        for (phrase, &number) in &self.words {
            let spelled =
                owners(phrase).filter(|other| **other == **phrase || !self.words.contains_key(other.as_str()));
            let spelled = spelled.flat_map(|phrase| self.spellings.all(phrase));
            all.extend(spelled.map(|phrase| (phrase, Meaning::Word(number))));
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// A phrase with "its" (in lower case) as it stands, and as others say it of theirs: "threw their weight behind".
fn owners(phrase: &str) -> impl Iterator<Item = String> + use<> {
    let others = phrase.split(' ').any(|word| word == "its").then(|| {
        ["their", "his", "her"]
            .map(|owner| format!(" {phrase} ").replace(" its ", &format!(" {owner} ")).trim().to_owned())
    });
    std::iter::once(phrase.to_owned()).chain(others.into_iter().flatten())
}
