//! Named guards: words beside which a name means something else.

use crate::error::Error;
use crate::source::Table;

/// Words beside which a name means something else. Case counts.
#[derive(Clone, Debug)]
pub(crate) struct Guard {
    pub(crate) id: Box<str>,
    /// Words directly before the name; what ends in a hyphen is joined to it.
    pub(crate) before: Box<[Box<str>]>,
    /// Words directly after the name; what begins with a mark is joined to it.
    pub(crate) after: Box<[Box<str>]>,
    /// Words anywhere in the same sentence.
    pub(crate) sentence: Box<[Box<str>]>,
    /// Words anywhere in the article.
    pub(crate) article: Box<[Box<str>]>,
}

impl Guard {
    pub(crate) fn read(table: &Table<'_>) -> Result<Self, Error> {
        table.expect_keys(&["id", "about", "before", "after", "sentence", "article"])?;
        let words = |key: &str| -> Result<Box<[Box<str>]>, Error> {
            Ok(table.texts(key)?.iter().map(|word| word.value.into()).collect())
        };
        Ok(Self {
            id: table.required("id")?.value.into(),
            before: words("before")?,
            after: words("after")?,
            sentence: words("sentence")?,
            article: words("article")?,
        })
    }
}
