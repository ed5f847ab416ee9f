//! A view of a TOML table whose getters fail with a place and a cure.

use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::At;
use super::nearest::nearest;
use crate::date::Period;
use crate::error::Error;
use crate::word::first_eight;

/// A table of a source file, which may lie over another one: what it does not say, the lower one says.
#[derive(Clone)]
pub(crate) struct Table<'s> {
    at: At<'s>,
    entries: &'s DeTable<'s>,
    /// Which keys it may have, by [their bits](bit), once one is asked for: most of those it has not.
    keys: OnceLock<u64>,
    below: Option<Arc<Table<'s>>>,
    extends: bool,
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Located<'s, T> {
    pub(crate) value: T,
    pub(crate) at: At<'s>,
}

/// A list's item: a bare string, or an inline table.
pub(crate) enum Item<'s> {
    Text(Located<'s, &'s str>),
    Table(Table<'s>),
}

impl<'s> Table<'s> {
    pub(super) fn new(at: At<'s>, entries: &'s DeTable<'s>) -> Self {
        Self { at, entries, keys: OnceLock::new(), below: None, extends: false }
    }

    /// This table over another one. Its lists replace those below, or lengthen them when it `extends`.
    pub(crate) fn over(mut self, below: Table<'s>, extends: bool) -> Self {
        self.below = Some(Arc::new(below));
        self.extends = extends;
        self
    }

    /// Where the table begins.
    pub(crate) fn at(&self) -> At<'s> {
        self.at
    }

    /// An error at the table itself.
    pub(crate) fn error(&self, problem: impl Into<String>, cure: impl Into<String>) -> Error {
        self.at.error(problem, cure)
    }

    /// Fails at the first key that is not among the known ones, and proposes the nearest.
    pub(crate) fn expect_keys(&self, known: &[&str]) -> Result<(), Error> {
        let is_known = |key: &Spanned<_>| known.contains(&AsRef::<str>::as_ref(key.get_ref()));
        if self.entries.keys().all(is_known) {
            return Ok(());
        }
        for Located { value: word, at } in self.keys() {
            if !known.contains(&word) {
                let cure = match nearest(word, known) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("the keys here are {}", known.join(", ")),
                };
                return Err(at.error(format!("the key `{word}` is unknown"), cure));
            }
        }
        Ok(())
    }

    /// The keys of this table itself, in the order of the file.
    pub(crate) fn keys(&self) -> Vec<Located<'s, &'s str>> {
        let mut keys: Vec<_> = self
            .entries
            .keys()
            .map(|key| Located { value: key.get_ref().as_ref(), at: self.beside(key.span().start) })
            .collect();
        keys.sort_by_key(|key| key.at.offset);
        keys
    }

    fn beside(&self, offset: usize) -> At<'s> {
        At { source: self.at.source, offset }
    }

    fn own(&self, key: &str) -> Option<Located<'s, &'s DeValue<'s>>> {
        let keys = self.keys.get_or_init(|| self.entries.keys().fold(0, |keys, key| keys | bit(key.get_ref())));
        if keys & bit(key) == 0 {
            return None;
        }
        self.entries
            .get(key)
            .map(|value: &Spanned<DeValue<'s>>| Located { value: value.get_ref(), at: self.beside(value.span().start) })
    }

    fn value(&self, key: &str) -> Option<Located<'s, &'s DeValue<'s>>> {
        self.own(key).or_else(|| self.below.as_ref().and_then(|below| below.value(key)))
    }

    /// A value of a kind that `read` knows to take from it.
    fn typed<T>(
        &self,
        key: &str,
        wanted: &str,
        read: impl FnOnce(&'s DeValue<'s>) -> Option<T>,
    ) -> Result<Option<Located<'s, T>>, Error> {
        let Some(Located { value, at }) = self.value(key) else { return Ok(None) };
        match read(value) {
            Some(value) => Ok(Some(Located { value, at })),
            None => Err(wrong_type(key, value, at, wanted)),
        }
    }

    /// A string that may be missing.
    pub(crate) fn text(&self, key: &str) -> Result<Option<Located<'s, &'s str>>, Error> {
        let text = self.typed(key, "a string in quotes", |value| value.as_str())?;
        text.map(|text| non_empty(key, text)).transpose()
    }

    /// A string that must stand there.
    pub(crate) fn required(&self, key: &str) -> Result<Located<'s, &'s str>, Error> {
        self.text(key)?.ok_or_else(|| self.error(format!("`{key}` is missing"), format!("add `{key} = \"…\"`")))
    }

    /// A word of a closed vocabulary, a date, anything that a string can be read as.
    pub(crate) fn parsed<T: FromStr<Err = Error>>(&self, key: &str) -> Result<Option<T>, Error> {
        self.text(key)?.map(|text| text.value.parse().map_err(|error| text.at.locate(error))).transpose()
    }

    /// A flag.
    pub(crate) fn flag(&self, key: &str) -> Result<Option<bool>, Error> {
        Ok(self.typed(key, "true or false", |value| value.as_bool())?.map(|flag| flag.value))
    }

    /// A whole number that is not negative.
    pub(crate) fn number(&self, key: &str) -> Result<Option<u32>, Error> {
        let number = self.typed(key, "a whole number, not negative, without quotes", |value| {
            let number = value.as_integer()?;
            u32::from_str_radix(number.as_str(), number.radix()).ok()
        })?;
        Ok(number.map(|number| number.value))
    }

    /// A list of strings and inline tables; a single string or table counts as a list of one.
    pub(crate) fn items(&self, key: &str) -> Result<Vec<Item<'s>>, Error> {
        let mut items = match &self.below {
            Some(below) if self.extends || self.own(key).is_none() => below.items(key)?,
            _ => Vec::new(),
        };
        if let Some(Located { value, at }) = self.own(key) {
            match value {
                DeValue::Array(array) => {
                    items.reserve_exact(array.len());
                    for item in array.iter() {
                        items.push(self.item(key, item.get_ref(), self.beside(item.span().start))?);
                    }
                }
                single => items.push(self.item(key, single, at)?),
            }
        }
        Ok(items)
    }

    fn item(&self, key: &str, value: &'s DeValue<'s>, at: At<'s>) -> Result<Item<'s>, Error> {
        match value {
            DeValue::String(text) => non_empty(key, Located { value: text.as_ref(), at }).map(Item::Text),
            DeValue::Table(table) => Ok(Item::Table(Table::new(at, table))),
            other => Err(wrong_type(key, other, at, "strings, or tables in braces")),
        }
    }

    /// A list of strings.
    pub(crate) fn texts(&self, key: &str) -> Result<Vec<Located<'s, &'s str>>, Error> {
        self.items(key)?
            .into_iter()
            .map(|item| match item {
                Item::Text(text) => Ok(text),
                Item::Table(table) => Err(table.error(format!("`{key}` holds a table"), "write strings here")),
            })
            .collect()
    }

    /// A list of tables.
    pub(crate) fn tables(&self, key: &str) -> Result<Vec<Table<'s>>, Error> {
        self.items(key)?
            .into_iter()
            .map(|item| match item {
                Item::Table(table) => Ok(table),
                Item::Text(text) => {
                    Err(text.at.error(format!("`{key}` holds a text where a table belongs"), "write `{ … }`"))
                }
            })
            .collect()
    }

    /// A list of strings of which some may be empty.
    pub(crate) fn strings(&self, key: &str) -> Result<Vec<&'s str>, Error> {
        let strings = self.typed(key, "a list of strings", |value| {
            value.as_array()?.iter().map(|item| item.get_ref().as_str()).collect::<Option<Vec<_>>>()
        })?;
        Ok(strings.map(|strings| strings.value).unwrap_or_default())
    }

    /// Whether the key stands there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// A decimal number.
    pub(crate) fn decimal(&self, key: &str) -> Result<Option<f64>, Error> {
        let number = self.typed(key, "a number without quotes", |value| {
            let digits = value.as_float().map(|n| n.as_str()).or_else(|| value.as_integer().map(|n| n.as_str()));
            digits.and_then(|digits| digits.parse().ok())
        })?;
        Ok(number.map(|number| number.value))
    }

    /// A list of lists of strings.
    pub(crate) fn rows(&self, key: &str) -> Result<Vec<Vec<&'s str>>, Error> {
        let wanted = "lists of strings";
        let rows = self.typed(key, wanted, |value| {
            let rows = value.as_array()?.iter().map(|row| {
                row.get_ref().as_array()?.iter().map(|item| item.get_ref().as_str()).collect::<Option<Vec<_>>>()
            });
            rows.collect::<Option<Vec<_>>>()
        })?;
        Ok(rows.map(|rows| rows.value).unwrap_or_default())
    }

    /// The dates `from` and `until`.
    pub(crate) fn period(&self) -> Result<Period, Error> {
        let period = Period::new(self.parsed("from")?, self.parsed("until")?);
        if period.runs_backwards() {
            let at = self.text("until")?.map_or(self.at, |until| until.at);
            return Err(
                at.error(format!("a period ends before it begins ({period})"), "swap or correct `from` and `until`")
            );
        }
        Ok(period)
    }
}

/// One of 64 bits, by the first letters of a key.
#[inline]
fn bit(key: &str) -> u64 {
    1 << (first_eight(key.as_bytes()).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
}

fn wrong_type(key: &str, found: &DeValue<'_>, at: At<'_>, wanted: &str) -> Error {
    at.error(format!("`{key}` is of type {}", found.type_str()), format!("write {wanted}"))
}

fn non_empty<'s>(key: &str, text: Located<'s, &'s str>) -> Result<Located<'s, &'s str>, Error> {
    if let [first, .., last] = text.value.as_bytes()
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return Ok(text); // As nearly all are.
    }
    let (problem, cure) = if text.value.trim().is_empty() {
        ("an empty text", "write something between the quotes, or remove it")
    } else if text.value.trim() != text.value {
        ("a text with space at its ends", "remove the space")
    } else {
        return Ok(text);
    };
    Err(text.at.error(format!("`{key}` holds {problem}"), cure))
}
