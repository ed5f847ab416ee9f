//! The nouns by which groups of states are described, as patterns: those listed, and those that follow from their names.

use std::borrow::Cow;

use super::description::{leads, modifies};
use crate::gazetteer::Data;
use crate::word::{WordList, capitalised};

/// The patterns of all describing nouns: those listed, and of those that are described at all the nouns of their own names
/// ("the Community" of ECOWAS) and what any group of states is called.
pub(crate) fn describing_nouns(data: &Data) -> Vec<(Cow<'_, str>, u32)> {
    let mut nouns: Vec<(Cow<'_, str>, u32)> = Vec::new();
    for (index, record) in (0u32..).zip(&data.records).filter(|(_, record)| !record.described_as.is_empty()) {
        let listed = nouns.len();
        nouns.extend(record.described_as.iter().map(|noun| (Cow::Borrowed(&**noun), index)));
        nouns.extend(record.described_as.iter().filter_map(|noun| Some((Cow::Owned(as_written(noun)?), index))));
        let mut add = |noun: &str| {
            if nouns[listed..].iter().all(|(other, _)| !other.eq_ignore_ascii_case(noun)) {
                nouns.push((Cow::Owned(noun.to_owned()), index));
            }
        };
        let lists = |noun: &str| record.described_as.iter().any(|listed| &**listed == noun);
        if lists("bloc") || lists("organisation") || lists("alliance") {
            // A union is seldom called an organisation.
            let any = if lists("union") { &ANY[..1] } else { &ANY[..] };
            any.iter().chain(&COUNTED).for_each(|noun| add(noun));
        }
        if record.described_as.iter().any(|noun| noun.ends_with(" pact")) {
            add("pact");
        }
        let words = record.name.split([' ', '-']).map(str::to_lowercase);
        words.filter(|word| HEADS.holds(word)).for_each(|word| add(&word));
    }
    nouns
}

/// A phrase as running text has it, whose first words have capitals: "West African bloc".
fn as_written(phrase: &str) -> Option<String> {
    let mut words: Vec<Cow<'_, str>> = phrase.split(' ').map(Cow::Borrowed).collect();
    for word in &mut words {
        let capital = capitalised(word);
        if modifies(&capital) || leads(&capital) {
            *word = Cow::Owned(capital);
        } else if let Some((reach, whole)) = word.split_once('-').filter(|(reach, _)| matches!(*reach, "pan" | "inter"))
        {
            // "pan-African", "inter-American".
            *word = Cow::Owned(format!("{reach}-{}", capitalised(whole)));
        }
    }
    let written = words.join(" ");
    (written != phrase).then_some(written)
}

/// What any group of states is called.
const ANY: [&str; 4] = ["body", "grouping", "organisation", "organization"];

/// What it is called as well where its members are counted: "the 54-nation group".
pub(super) const COUNTED: [&str; 2] = ["club", "group"];

/// Nouns of groups of states in their names, by which they are called as well.
static HEADS: WordList<32> = WordList::new(&[
    "alliance",
    "association",
    "commonwealth",
    "community",
    "council",
    "federation",
    "forum",
    "league",
    "organisation",
    "organization",
    "union",
]);
