//! The forms of English verbs and nouns, from their lemmas.

use std::collections::{HashMap, HashSet};

use crate::error::Error;
use crate::source::Table;

/// Verbs whose forms do not follow the rules.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verbs {
    /// Past and participle, by base.
    irregular: HashMap<Box<str>, (Box<str>, Box<str>)>,
    doubling: HashSet<Box<str>>,
    /// Verbs that double it in British spelling only.
    doubling_in_britain: HashSet<Box<str>>,
}

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum VerbForm {
    /// "accuse": an infinitive, or the present of a plural.
    Base,
    /// "accuses".
    Third,
    /// "accused", "met": also the participle of a regular verb.
    Past,
    /// "withdrawn", where it differs from the past.
    Participle,
    /// "accusing".
    Gerund,
}

impl Verbs {
    pub(super) fn read_irregular(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for row in table.rows("irregular")? {
            let [base, past, participle] = row[..] else {
                return Err(table.error("an irregular verb needs three forms", "write [\"meet\", \"met\", \"met\"]"));
            };
            self.irregular.insert(base.into(), (past.into(), participle.into()));
        }
        Ok(())
    }

    pub(super) fn read_doubling(&mut self, table: &Table<'_>) -> Result<(), Error> {
        self.doubling.extend(table.texts("doubling")?.iter().map(|verb| verb.value.into()));
        Ok(())
    }

    pub(super) fn read_doubling_in_britain(&mut self, table: &Table<'_>) -> Result<(), Error> {
        self.doubling_in_britain.extend(table.texts("doubling_in_britain")?.iter().map(|verb| verb.value.into()));
        Ok(())
    }

    /// The forms of a verb; of a phrase the first word inflects ("pull out": "pulled out").
    pub(crate) fn forms(&self, lemma: &str) -> Vec<(String, VerbForm)> {
        let (verb, rest) = lemma.split_at(lemma.find(' ').unwrap_or(lemma.len()));
        if verb == "be" {
            let forms = [
                ("be", VerbForm::Base),
                ("is", VerbForm::Third),
                ("are", VerbForm::Base),
                ("was", VerbForm::Past),
                ("were", VerbForm::Past),
                ("been", VerbForm::Participle),
                ("being", VerbForm::Gerund),
            ];
            return forms.iter().map(|(form, kind)| ([form, rest].concat(), *kind)).collect();
        }
        let irregular = self.irregular.get(verb);
        let doubled = if self.doubling.contains(verb) { last_letter(verb) } else { "" };
        let past = match irregular {
            Some((past, _)) => [past, rest].concat(),
            None => regular_past(verb, doubled, rest),
        };
        let mut forms = vec![
            (lemma.to_owned(), VerbForm::Base),
            (third(verb, rest), VerbForm::Third),
            (past, VerbForm::Past),
            (gerund(verb, doubled, rest), VerbForm::Gerund),
        ];
        if self.doubling_in_britain.contains(verb) {
            let doubled = last_letter(verb);
            forms.push((regular_past(verb, doubled, rest), VerbForm::Past));
            forms.push((gerund(verb, doubled, rest), VerbForm::Gerund));
        }
        if let Some((_, participle)) = irregular.filter(|(past, participle)| past != participle) {
            forms.push(([participle, rest].concat(), VerbForm::Participle));
        }
        forms
    }
}

fn regular_past(verb: &str, doubled: &str, rest: &str) -> String {
    match verb.as_bytes() {
        [.., b'e'] => [verb, "d", rest].concat(),
        [.., before, b'y'] if !is_vowel(*before) => [&verb[..verb.len() - 1], "ied", rest].concat(),
        _ => [verb, doubled, "ed", rest].concat(),
    }
}

fn gerund(verb: &str, doubled: &str, rest: &str) -> String {
    match verb.as_bytes() {
        [.., b'i', b'e'] => [&verb[..verb.len() - 2], "ying", rest].concat(),
        [.., before, b'e'] if *before != b'e' && *before != b'o' && *before != b'y' => {
            [&verb[..verb.len() - 1], "ing", rest].concat()
        }
        _ => [verb, doubled, "ing", rest].concat(),
    }
}

/// The letter that a verb may double: "banned".
fn last_letter(verb: &str) -> &str {
    verb.char_indices().next_back().map_or("", |(last, _)| &verb[last..])
}

fn third(verb: &str, rest: &str) -> String {
    match verb.as_bytes() {
        _ if verb == "have" => ["has", rest].concat(),
        [.., before, b'y'] if !is_vowel(*before) => [&verb[..verb.len() - 1], "ies", rest].concat(),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => [verb, "es", rest].concat(),
        _ => [verb, "s", rest].concat(),
    }
}

/// The plural of a noun phrase: its last word's. What ends with a preposition ("ban on") has none here.
pub(crate) fn plural(noun: &str) -> String {
    match noun.as_bytes() {
        [.., before, b'y'] if !is_vowel(*before) => [&noun[..noun.len() - 1], "ies"].concat(),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => [noun, "es"].concat(),
        [.., b'm', b'a', b'n'] => [&noun[..noun.len() - 3], "men"].concat(),
        _ => [noun, "s"].concat(),
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflects() {
        let mut verbs = Verbs::default();
        verbs.irregular.insert("withdraw".into(), ("withdrew".into(), "withdrawn".into()));
        verbs.doubling.insert("ban".into());
        verbs.doubling_in_britain.insert("cancel".into());
        let forms = |lemma: &str| verbs.forms(lemma).into_iter().map(|(form, _)| form).collect::<Vec<_>>().join(" ");
        assert_eq!(forms("accuse"), "accuse accuses accused accusing");
        assert_eq!(forms("ban"), "ban bans banned banning");
        assert_eq!(forms("cancel"), "cancel cancels canceled canceling cancelled cancelling");
        assert_eq!(forms("deny"), "deny denies denied denying");
        assert_eq!(
            forms("withdraw from"),
            "withdraw from withdraws from withdrew from withdrawing from withdrawn from"
        );
        assert_eq!(forms("attack"), "attack attacks attacked attacking");
        assert_eq!(plural("embargo"), "embargos");
        assert_eq!(plural("ally"), "allies");
    }
}
