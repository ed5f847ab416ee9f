//! Rows of the lexicon's files: a cue's words with where its source and target stand, and the CAMEO codes.

use smallvec::SmallVec;

use super::cue::{Cue, Demand};
use super::cues::{Cues, Spelled};
use super::meaning::Meaning;
use super::verb::VerbForm;
use crate::error::Error;
use crate::source::{Item, Located, Table};
use crate::vocabulary::{CameoCode, EventType};

impl Cues {
    pub(super) fn read_codes(&mut self, table: &Table<'_>) -> Result<(), Error> {
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

    pub(super) fn read_cues(&mut self, table: &Table<'_>) -> Result<(), Error> {
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
                "charges",
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
                ("charges", "charge"),
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
        let number = self.all.len() as u32;
        let mut cue = Cue {
            number,
            code: CameoCode::new(code),
            event,
            goldstein,
            demands: false,
            to: SmallVec::new(),
            direct: matches!(word, "verb" | "charge"),
            from: Box::default(),
            from_object: false,
            undergone: false,
            reciprocal: false,
            epithet: matches!(word, "epithet" | "stance"),
            adjective: word == "stance",
            of_ties: word == "tie",
            charge: word == "charge",
        };
        let mut demand = Demand::default();
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
        self.offsets.push(match item {
            Item::Text(text) => text.at.offset,
            Item::Table(table) => table.at().offset,
        });
        for lemma in lemmas {
            let spelled = match word {
                "verb" | "tie" | "charge" => Spelled::Verb(number),
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
}
