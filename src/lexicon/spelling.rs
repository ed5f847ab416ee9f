//! Words that are spelled in two ways: "labour" and "labor", "ceasefire" and "cease-fire".

use std::collections::HashMap;

use crate::error::Error;
use crate::source::Table;

/// Of each spelling the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    /// By the second spelling of a pair the first, and the other way round.
    first: HashMap<Box<str>, Box<str>>,
    second: HashMap<Box<str>, Box<str>>,
}

impl Spellings {
    pub(super) fn read(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for row in table.rows("spellings")? {
            let [first, second] = row[..] else {
                return Err(table.error("a word has two spellings here", "write [\"labour\", \"labor\"]"));
            };
            for (first, second) in forms(first).zip(forms(second)) {
                self.first.insert(second.as_str().into(), first.as_str().into());
                self.second.insert(first.into(), second.into());
            }
        }
        Ok(())
    }

    /// A phrase in lower case with the first spelling of each word, if that is another.
    pub(super) fn first(&self, phrase: &str) -> Option<String> {
        phrase.split(' ').any(|word| self.first.contains_key(word)).then(|| {
            let words = phrase.split(' ').map(|word| self.first.get(word).map_or(word, |first| first));
            words.collect::<Vec<_>>().join(" ")
        })
    }

    /// The phrase as it stands, and with either spelling of each word.
    pub(super) fn all(&self, phrase: String) -> Vec<String> {
        let mut all = vec![phrase];
        for number in 0..all[0].split(' ').count() {
            let others: Vec<String> = all.iter().filter_map(|phrase| self.respelled(phrase, number)).collect();
            all.extend(others);
        }
        all
    }

    /// The phrase with the other spelling of a word.
    fn respelled(&self, phrase: &str, number: usize) -> Option<String> {
        let mut words: Vec<&str> = phrase.split(' ').collect();
        let word = words.get_mut(number)?;
        *word = self.first.get(*word).or_else(|| self.second.get(*word))?;
        Some(words.join(" "))
    }
}

/// A verb or a noun with its regular endings.
fn forms(word: &str) -> impl Iterator<Item = String> + use<> {
    let stem = word.strip_suffix('e').unwrap_or(word).to_owned();
    let endings = if word.ends_with('e') { ["e", "es", "ed", "ing"] } else { ["", "s", "ed", "ing"] };
    endings.into_iter().map(move |ending| [&stem, ending].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn spells_both_ways() {
        let source =
            Source::bundled("test.toml", "spellings = [[\"labour\", \"labor\"], [\"criticise\", \"criticize\"]]");
        let mut spellings = Spellings::default();
        spellings.read(&source.parse().unwrap().table()).unwrap();
        let all = |phrase: &str| spellings.all(phrase.to_owned()).join("|");
        assert_eq!(all("labor camps"), "labor camps|labour camps");
        assert_eq!(
            all("criticising labor"),
            "criticising labor|criticizing labor|criticising labour|criticizing labour"
        );
        assert_eq!(all("camps"), "camps");
        assert_eq!(spellings.first("criticized"), Some("criticised".to_owned()));
        assert_eq!(spellings.first("criticised"), None);
    }
}
