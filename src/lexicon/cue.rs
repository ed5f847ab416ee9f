//! Event cues: the words that signal an event, and where its source and target stand.

use std::collections::HashMap;

use smallvec::SmallVec;

use super::verb::{VerbForm, Verbs, plural};
use crate::error::Error;
use crate::source::{Item, Located, Table};
use crate::vocabulary::{CameoCode, EventType, Sector};

/// What a word or phrase may be in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Meaning {
    /// A form of a cue's verb.
    Verb(u32, VerbForm),
    /// A cue's noun.
    Noun(u32),
    /// A cue joined to a name by a hyphen: "-backed".
    Suffix(u32),
    /// A word by which somebody must do something: what a speaker asks of its subject.
    Obligation(u32),
    /// A word that some cue asks for: an object, a preposition, what undoes it.
    Word(u16),
    /// A noun that acts for the state before it, or one that does not.
    Actor(Sector, bool),
    /// A noun after a demonym that is no actor at all.
    Thing,
    /// A word of the clause logic.
    Clause(Clause),
    /// A verb that governs the one after it.
    Govern(Govern, VerbForm),
}

/// Words of the clause logic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Clause {
    Negator,
    Conditional,
    Attribution,
    Past,
    Exception,
    Relative,
    Pronoun,
    /// "both", "the two leaders": two who were named before.
    Pair,
}

/// What a governing verb makes of the one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Govern {
    /// Says so.
    Speech,
    /// Threatens to.
    Threat,
    /// Means to.
    Plan,
    /// Asks somebody else to.
    Request,
    /// Denies.
    Denial,
    /// Refuses to: a REJECT instead, or nothing.
    Refusal { rejects: bool },
    /// Keeps it from happening.
    Prevention,
    /// Passes it on unchanged: "continued to".
    Continuing,
    /// Does what the noun after it says: "launched an attack".
    Light,
}

/// A cue, without its words: what a frame asks of it, in one line of memory.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub(crate) struct Cue {
    pub(crate) code: CameoCode,
    /// `None` of a phrase that looks like a cue and is no event.
    pub(crate) event: Option<EventType>,
    pub(crate) goldstein: f32,
    /// Whether it asks for a word.
    pub(crate) demands: bool,
    /// Prepositions before the target.
    pub(crate) to: SmallVec<[u16; 4]>,
    /// Whether the target may be the direct object.
    pub(crate) direct: bool,
    /// Prepositions before the source, where the subject is the target.
    pub(crate) from: Box<[u16]>,
    /// Whether the source, where the subject is the target, is the direct object: "NATO admitted Poland".
    pub(crate) from_object: bool,
    /// Whether the subject undergoes it.
    pub(crate) undergone: bool,
    pub(crate) reciprocal: bool,
    /// Whether a noun names who does it, or an adjective tells of it: "ally", "wary".
    pub(crate) epithet: bool,
    /// Whether the adjective of an epithet it is, which nobody owns.
    pub(crate) adjective: bool,
    /// Whether relations are its subject: "sour".
    pub(crate) of_ties: bool,
}

/// Which words a cue asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Demand {
    /// Words of which one must follow.
    pub(crate) with: Box<[u16]>,
    /// Words after it that make it no event.
    pub(crate) not_after: Box<[u16]>,
}

/// The cues and all words that the clauses need.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    pub(crate) all: Vec<Cue>,
    /// Of each cue in turn.
    pub(crate) demands: Vec<Demand>,
    verbs: Verbs,
    codes: HashMap<Box<str>, (EventType, f32)>,
    words: HashMap<Box<str>, u16>,
    /// What is still to be spelled, in the order of the files.
    lemmas: Vec<(Box<str>, Spelled)>,
}

/// How a lemma becomes spellings.
#[derive(Clone, Debug)]
enum Spelled {
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

    fn read_codes(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for row in table.tables("cameo")? {
            row.expect_keys(&["code", "type", "goldstein"])?;
            let code = row.required("code")?;
            if code.value.len() > CameoCode::LENGTH {
                return Err(code
                    .at
                    .error(format!("`{}` is too long for a CAMEO code", code.value), "they have four digits at most"));
            }
            let event = row.parsed("type")?.ok_or_else(|| row.error("`type` is missing", "add the PLOVER type"))?;
            let goldstein = row.decimal("goldstein")?.unwrap_or_default() as f32;
            self.codes.insert(code.value.into(), (event, goldstein));
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

    fn read_cues(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for group in table.tables("cues")? {
            group.expect_keys(&[
                "code",
                "type",
                "verbs",
                "nouns",
                "epithets",
                "stances",
                "ties",
                "adjectives",
                "obligations",
            ])?;
            let code = group.required("code")?;
            let stated: Option<EventType> = group.parsed("type")?;
            let known = self.codes.get(code.value).copied();
            let (event, goldstein) = match (code.value, known) {
                ("none", _) => (None, 0.0),
                (_, Some((event, goldstein))) => (Some(event), goldstein),
                (other, None) => {
                    return Err(code.at.error(
                        format!("`{other}` is no CAMEO code"),
                        "take one from gazetteer/lexicon/cameo.toml, or \"none\"",
                    ));
                }
            };
            let ours = |event| matches!(event, EventType::Join | EventType::Withdraw);
            let event = match stated {
                Some(stated) if Some(stated) == event || ours(stated) => Some(stated),
                None => event,
                Some(stated) => {
                    return Err(code.at.error(
                        format!("code {} is no {stated}", code.value),
                        "only JOIN and WITHDRAW state a type of their own; leave `type` out or correct the code",
                    ));
                }
            };
            for (key, word) in [
                ("verbs", "verb"),
                ("nouns", "noun"),
                ("epithets", "epithet"),
                ("stances", "stance"),
                ("ties", "tie"),
                ("adjectives", "adjective"),
                ("obligations", "obligation"),
            ] {
                for item in group.items(key)? {
                    self.read_cue(&item, word, code.value, event, goldstein)?;
                }
            }
        }
        Ok(())
    }

    fn read_cue(
        &mut self,
        item: &Item<'_>,
        word: &str,
        code: &str,
        event: Option<EventType>,
        goldstein: f32,
    ) -> Result<(), Error> {
        let mut cue = Cue {
            code: CameoCode::new(code),
            event,
            goldstein,
            demands: false,
            to: SmallVec::new(),
            direct: word == "verb",
            from: Box::default(),
            from_object: false,
            undergone: false,
            reciprocal: false,
            epithet: matches!(word, "epithet" | "stance"),
            adjective: word == "stance",
            of_ties: word == "tie",
        };
        let mut demand = Demand::default();
        let number = self.all.len() as u32;
        let mut has_plural = true;
        let lemmas: Vec<Located<'_, &str>> = match item {
            Item::Text(text) => vec![*text],
            Item::Table(table) => {
                table.expect_keys(&[
                    word,
                    "with",
                    "to",
                    "from",
                    "subject",
                    "reciprocal",
                    "between",
                    "not_after",
                    "plural",
                    "forms",
                ])?;
                demand = Demand { with: self.words(table, "with")?, not_after: self.words(table, "not_after")? };
                cue.demands = !demand.with.is_empty();
                let from = table.strings("from")?;
                cue.from_object = from.contains(&"");
                cue.from = from.iter().filter(|word| !word.is_empty()).map(|word| self.word(word)).collect();
                if table.has("to") {
                    let to = table.strings("to")?;
                    cue.direct = to.contains(&"") && word == "verb";
                    cue.to = to.iter().filter(|word| !word.is_empty()).map(|word| self.word(word)).collect();
                } else {
                    cue.direct = word == "verb";
                }
                cue.undergone = table.text("subject")?.is_some_and(|subject| subject.value == "target");
                cue.reciprocal = table.flag("reciprocal")?.unwrap_or(false) || table.flag("between")?.unwrap_or(false);
                has_plural = table.flag("plural")?.unwrap_or(true);
                // Forms listed stand for the regular ones, which are other words.
                for form in table.texts("forms")? {
                    let kind = if form.value.ends_with("ing") { VerbForm::Gerund } else { VerbForm::Past };
                    self.lemmas.push((form.value.into(), Spelled::As(Meaning::Verb(number, kind))));
                }
                if table.has("forms") { Vec::new() } else { table.texts(word)? }
            }
        };
        self.all.push(cue);
        self.demands.push(demand);
        for lemma in lemmas {
            let spelled = match word {
                "verb" | "tie" => Spelled::Verb(number),
                "stance" => Spelled::As(Meaning::Noun(number)),
                "noun" | "epithet" => Spelled::Noun(number, has_plural),
                "obligation" => Spelled::As(Meaning::Obligation(number)),
                _ => Spelled::As(Meaning::Suffix(number)),
            };
            self.lemmas.push((lemma.value.trim_start_matches('-').into(), spelled));
        }
        Ok(())
    }

    fn words(&mut self, table: &Table<'_>, key: &str) -> Result<Box<[u16]>, Error> {
        let mut words: Vec<u16> = table.texts(key)?.iter().map(|word| self.word(word.value)).collect();
        words.sort_unstable();
        Ok(words.into())
    }

    /// The number of a word that cues ask for, whatever its case.
    fn word(&mut self, word: &str) -> u16 {
        let next = u16::try_from(self.words.len()).unwrap_or(u16::MAX);
        *self.words.entry(word.to_lowercase().into()).or_insert(next)
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
        let lemmas = self
            .lemmas
            .iter()
            .flat_map(|(lemma, spelled)| owners(&lemma.to_lowercase()).map(move |lemma| (lemma, spelled)));
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
