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

    /// The forms of a verb; of a phrase the first word inflects ("pull out": "pulled out").
    pub(crate) fn forms(&self, lemma: &str) -> Vec<(String, VerbForm)> {
        let (verb, rest) = match lemma.split_once(' ') {
            Some((verb, rest)) => (verb, format!(" {rest}")),
            None => (lemma, String::new()),
        };
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
            return forms.iter().map(|(form, kind)| (format!("{form}{rest}"), *kind)).collect();
        }
        let (past, participle) = match self.irregular.get(verb) {
            Some((past, participle)) => (past.to_string(), participle.to_string()),
            None => (self.regular_past(verb), self.regular_past(verb)),
        };
        let mut forms = vec![
            (verb.to_owned(), VerbForm::Base),
            (third(verb), VerbForm::Third),
            (past.clone(), VerbForm::Past),
            (self.gerund(verb), VerbForm::Gerund),
        ];
        if participle != past {
            forms.push((participle, VerbForm::Participle));
        }
        forms.into_iter().map(|(form, kind)| (form + &rest, kind)).collect()
    }

    fn regular_past(&self, verb: &str) -> String {
        match verb.as_bytes() {
            [.., b'e'] => format!("{verb}d"),
            [.., before, b'y'] if !is_vowel(*before) => format!("{}ied", &verb[..verb.len() - 1]),
            [.., last] if self.doubling.contains(verb) => format!("{verb}{}ed", *last as char),
            _ => format!("{verb}ed"),
        }
    }

    fn gerund(&self, verb: &str) -> String {
        match verb.as_bytes() {
            [.., b'i', b'e'] => format!("{}ying", &verb[..verb.len() - 2]),
            [.., before, b'e'] if *before != b'e' && *before != b'o' && *before != b'y' => {
                format!("{}ing", &verb[..verb.len() - 1])
            }
            [.., last] if self.doubling.contains(verb) => format!("{verb}{}ing", *last as char),
            _ => format!("{verb}ing"),
        }
    }
}

fn third(verb: &str) -> String {
    match verb.as_bytes() {
        [.., before, b'y'] if !is_vowel(*before) => format!("{}ies", &verb[..verb.len() - 1]),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => match verb {
            "have" => "has".to_owned(),
            _ => format!("{verb}es"),
        },
        _ if verb == "have" => "has".to_owned(),
        _ => format!("{verb}s"),
    }
}

/// The plural of a noun phrase: its last word's, or of "ban on" the word's before the preposition.
pub(crate) fn plural(noun: &str) -> String {
    match noun.as_bytes() {
        [.., before, b'y'] if !is_vowel(*before) => format!("{}ies", &noun[..noun.len() - 1]),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => format!("{noun}es"),
        [.., b'm', b'a', b'n'] => format!("{}men", &noun[..noun.len() - 3]),
        _ => format!("{noun}s"),
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
        let forms = |lemma: &str| verbs.forms(lemma).into_iter().map(|(form, _)| form).collect::<Vec<_>>().join(" ");
        assert_eq!(forms("accuse"), "accuse accuses accused accusing");
        assert_eq!(forms("ban"), "ban bans banned banning");
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
