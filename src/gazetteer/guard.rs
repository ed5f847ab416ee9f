//! Named guards: words beside which a name means something else.

use crate::error::Error;
use crate::phrase::Beside;
use crate::source::Table;
use crate::span::Span;


/// Words beside which a name means something else. Case counts.
#[derive(Clone, Debug)]
pub(crate) struct Guard {
    pub(crate) id: Box<str>,
    before: Beside,
    after: Beside,
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
        let beside = |key: &str| -> Result<Beside, Error> {
            Ok(Beside::new(table.texts(key)?.iter().map(|word| word.value)))
        };
        Ok(Self {
            id: table.required("id")?.value.into(),
            before: beside("before")?,
            after: beside("after")?,
            sentence: words("sentence")?,
            article: words("article")?,
        })
    }

    /// The words directly beside the name that turn it into something else.
    pub(crate) fn beside<'s>(&'s self, text: &str, name: Span) -> Option<&'s str> {
        self.before.before(text, name).or_else(|| self.after.after(text, name))
    }
}
