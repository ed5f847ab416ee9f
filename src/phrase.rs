//! Phrases that stand beside a name.

use crate::span::Span;
use crate::word::{is_word_before, starts_word};

/// Phrases that may stand directly beside a name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beside(Box<[Box<str>]>);

impl Beside {
    /// Phrases that stand before or after a name.
    pub(crate) fn new<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let mut phrases: Vec<Box<str>> = phrases.into_iter().map(Into::into).collect();
        phrases.sort();
        phrases.dedup();
        Self(phrases.into())
    }

    /// The longest phrase that stands directly before the name: after a space, or joined to it when it ends in a hyphen.
    pub(crate) fn before<'s>(&'s self, text: &str, name: Span) -> Option<&'s str> {
        let joined = &text[..name.start];
        let spaced = joined.trim_end();
        let stands = |phrase: &str| {
            let ahead = if phrase.ends_with('-') { joined } else { spaced };
            let gap = phrase.ends_with('-') || spaced.len() < joined.len();
            gap && ahead.ends_with(phrase)
                && !(phrase.starts_with(char::is_alphanumeric) && is_word_before(text, ahead.len() - phrase.len()))
        };
        self.0.iter().map(|phrase| &**phrase).filter(|phrase| stands(phrase)).max_by_key(|phrase| phrase.len())
    }

    /// The longest phrase that stands directly after the name: after a space, or joined to it when it begins with a
    /// mark (`, Texas`, `-American`).
    pub(crate) fn after<'s>(&'s self, text: &str, name: Span) -> Option<&'s str> {
        let joined = &text[name.end..];
        let spaced = joined.trim_start();
        let gap = spaced.len() < joined.len();
        let mut found = None;
        for rest in [joined, spaced] {
            let Some(&first) = rest.as_bytes().first() else { continue };
            if first.is_ascii_alphanumeric() && !gap {
                continue;
            }
            let from = self.0.partition_point(|phrase| phrase.as_bytes()[0] < first);
            let alike = self.0[from..].iter().take_while(|phrase| phrase.as_bytes()[0] == first);
            for phrase in alike {
                let ends = rest.starts_with(&**phrase)
                    && !(phrase.ends_with(char::is_alphanumeric) && starts_word(rest, phrase.len()));
                if ends && found.is_none_or(|other: &str| other.len() < phrase.len()) {
                    found = Some(&**phrase);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_beside_or_joined() {
        let beside = Beside::new(["Bank of", "Sino-", "Airways", ", Texas", "'s Secret", ", Texas Rangers"]);
        let name = |text: &str| {
            let start = text.find("Name").unwrap();
            Span::new(start, start + 4)
        };
        let before = |text: &str| beside.before(text, name(text)).map(str::to_owned);
        let after = |text: &str| beside.after(text, name(text)).map(str::to_owned);
        assert_eq!(before("the Bank of Name").as_deref(), Some("Bank of"));
        assert_eq!(before("the Riverbank of Name"), None);
        assert_eq!(before("Sino-Name").as_deref(), Some("Sino-"));
        assert_eq!(after("Name Airways").as_deref(), Some("Airways"));
        assert_eq!(after("NameAirways, Name Airwaysish"), None);
        assert_eq!(after("Name, Texas Rangers").as_deref(), Some(", Texas Rangers"));
        assert_eq!(after("Name's Secret").as_deref(), Some("'s Secret"));
    }
}
