//! Words about people: the nouns and titles of offices, given names.

use std::collections::{HashMap, HashSet};

use crate::error::Error;
use crate::source::Table;
use crate::vocabulary::{Kind, Office};
use crate::word::WordHash;

/// Titles, role nouns and given names.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub(crate) roles: Vec<Role>,
    titles: HashMap<Box<str>, Title, WordHash>,
    /// Titles that end with a stop, without it.
    abbreviated: HashSet<Box<str>, WordHash>,
    modifiers: HashSet<Box<str>, WordHash>,
    past: HashSet<Box<str>, WordHash>,
    other: HashSet<Box<str>, WordHash>,
    given_names: HashSet<Box<str>, WordHash>,
}

/// A noun for an office: "prime minister", "premier".
#[derive(Clone, Debug)]
pub(crate) struct Role {
    /// The noun and its other spellings, in lower case.
    pub(crate) nouns: Vec<Box<str>>,
    /// The offices that it may mean, the likeliest first; empty for "the leader", which means whoever leads.
    pub(crate) offices: Vec<Office>,
    /// The ids of the only entities that use it; empty where all do.
    pub(crate) of: Vec<Box<str>>,
    /// The kinds of entity that use it; empty where all do.
    pub(crate) kinds: Vec<Kind>,
    /// Whether it means who was chosen and is not yet in office.
    pub(crate) elect: bool,
}

/// What stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// The title of an office: a role, by its number.
    Office(u16),
    /// A title that says only that a person follows: "Mr", "General".
    Plain,
}

/// The word by which a role says that it means whoever leads.
const LEADER: &str = "leader";

impl People {
    pub(super) fn read_roles(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for role in table.tables("role")? {
            role.expect_keys(&["noun", "also", "offices", "titles", "of", "kind", "elect", "modifier"])?;
            let number = u16::try_from(self.roles.len()).unwrap_or(u16::MAX);
            let nouns = std::iter::once(role.required("noun")?).chain(role.texts("also")?);
            let nouns = nouns.map(|noun| noun.value.into()).collect();
            let mut offices = Vec::new();
            for office in role.texts("offices")? {
                if office.value != LEADER {
                    offices.push(office.value.parse().map_err(|error| office.at.locate(error))?);
                }
            }
            for title in role.texts("titles")? {
                self.add_title(title.value, Title::Office(number));
            }
            let of = role.texts("of")?.iter().map(|id| id.value.into()).collect();
            let kinds = role.texts("kind")?.iter().map(|kind| Kind::new(kind.value)).collect();
            let elect = role.flag("elect")?.unwrap_or(false);
            self.roles.push(Role { nouns, offices, of, kinds, elect });
        }
        Ok(())
    }

    pub(super) fn read_titles(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for list in table.tables("title")? {
            list.expect_keys(&["words", "modifiers", "past", "other"])?;
            for word in list.texts("words")? {
                self.add_title(word.value, Title::Plain);
            }
            self.modifiers.extend(list.texts("modifiers")?.iter().map(|word| word.value.into()));
            self.other.extend(list.texts("other")?.iter().map(|word| word.value.into()));
            self.past.extend(list.texts("past")?.iter().map(|word| word.value.into()));
        }
        Ok(())
    }

    fn add_title(&mut self, words: &str, title: Title) {
        self.titles.entry(words.into()).or_insert(title);
        self.abbreviated.extend(words.strip_suffix('.').map(Box::from));
    }

    pub(super) fn read_given_names(&mut self, table: &Table<'_>) -> Result<(), Error> {
        self.given_names.extend(table.texts("names")?.iter().map(|name| name.value.into()));
        Ok(())
    }

    /// The title that the words are, exactly.
    pub(crate) fn title(&self, words: &str) -> Option<Title> {
        self.titles.get(words).copied()
    }

    /// Whether the words are a title, or one without its stop.
    pub(crate) fn are_title(&self, words: &str) -> bool {
        self.titles.contains_key(words) || self.abbreviated.contains(words)
    }

    /// All titles, in no order.
    pub(crate) fn titles(&self) -> impl Iterator<Item = &str> {
        self.titles.keys().map(|title| &**title)
    }

    /// The words that say when or how somebody holds an office, in no order.
    pub(crate) fn modifiers(&self) -> impl Iterator<Item = &str> {
        self.modifiers.iter().map(|word| &**word)
    }

    /// Whether the word says when or how somebody holds an office: "former", "acting".
    pub(crate) fn is_modifier(&self, word: &str) -> bool {
        self.modifiers.contains(word)
    }

    /// Whether the word says that an office is no longer held, or not yet: "former", "future".
    pub(crate) fn is_past(&self, word: &str) -> bool {
        self.past.contains(word)
    }

    /// Whether the word makes another office of it: "deputy", "shadow".
    pub(crate) fn changes_office(&self, word: &str) -> bool {
        self.other.contains(word)
    }

    /// Whether the word is a given name, spelled without diacritics.
    pub(crate) fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }
}
