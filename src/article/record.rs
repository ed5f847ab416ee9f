//! Articles as records of JSON lines.

use serde::Deserialize;

use super::{Article, Markup};
use crate::error::{Error, Place};

/// The fields of a JSONL record.
#[derive(Deserialize)]
struct Record {
    text: String,
    id: Option<String>,
    title: Option<String>,
    date: Option<String>,
    #[serde(default)]
    markup: Markup,
}

impl Article<'static> {
    /// Returns the article of a JSONL record:
    /// `{"text": "…", "id": "…", "title": "…", "date": "YYYY[-MM[-DD]]", "markup": "text"}`; only `text` is required.
    /// The title and date that an HTML text states count where the record has none.
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
