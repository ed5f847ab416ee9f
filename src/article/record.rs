//! Articles as records of JSON lines.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

use super::{Article, Markup};
use crate::error::{Error, Place};

/// The fields of a JSONL record.
#[derive(Deserialize)]
struct Record {
    text: String,
    #[serde(default, deserialize_with = "id")]
    id: Option<String>,
    title: Option<String>,
    date: Option<String>,
    #[serde(default)]
    markup: Markup,
}

/// Reads an id, which tables often hold as a number.
fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    struct Id;

    impl Visitor<'_> for Id {
        type Value = Option<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string or a whole number")
        }

        fn visit_str<E>(self, id: &str) -> Result<Self::Value, E> {
            Ok(Some(id.to_owned()))
        }

        fn visit_u64<E>(self, id: u64) -> Result<Self::Value, E> {
            Ok(Some(id.to_string()))
        }

        fn visit_i64<E>(self, id: i64) -> Result<Self::Value, E> {
            Ok(Some(id.to_string()))
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }

    deserializer.deserialize_any(Id)
}

impl Article<'static> {
    /// Returns the article of a JSONL record:
    /// `{"text": "…", "id": "…", "title": "…", "date": "YYYY[-MM[-DD]]", "markup": "text"}`; only `text` is required.
    /// An id may be a whole number, a time of day may follow the date, and other fields are passed over. The title and
    /// date that an HTML text states count where the record has none.
    ///
    /// ```
    /// let article = detente::Article::from_json(r#"{"text": "Quito left OPEC.", "date": "2020-01"}"#)?;
    /// assert_eq!(article.text(), "Quito left OPEC.");
    /// # Ok::<(), detente::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the record is no JSON of this shape, or its date is none; the place counts lines within the record.
    pub fn from_json(record: &str) -> Result<Self, Error> {
        // The first line of a file may begin with a byte order mark.
        let record = record.strip_prefix('\u{feff}').unwrap_or(record);
        let record: Record = serde_json::from_str(record).map_err(|error| {
            let place = Place { path: "record".to_owned(), line: error.line(), column: error.column() };
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            Error::new(
                format!("this is no article: {message}"),
                r#"write {"text": "…"}, and "id", "title", "date", "markup" as you like"#,
            )
            .at(place)
        })?;
        let mut article = Self::new(record.text).with_markup(record.markup);
        article.id = record.id;
        article.title = record.title;
        if let Some(date) = record.date.as_deref().filter(|date| !date.is_empty()) {
            article = article.dated(date)?;
        }
        match article.markup {
            #[cfg(feature = "html")]
            Markup::Html => Ok(article.described_by_page()),
            _ => Ok(article),
        }
    }
}
