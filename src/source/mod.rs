//! Reading TOML with places: every value knows its file, line and column, so that every error can say them.

pub(crate) mod bundled;
mod nearest;
mod table;

use std::sync::Arc;

use toml::de::DeTable;

pub(crate) use nearest::nearest;
pub(crate) use table::{Item, Located, Table};

use crate::error::{Error, Place};

/// A file of data: its name and its text.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    name: Arc<str>,
    text: Text,
}

/// A byte of a source file: where a value stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'s> {
    pub(crate) source: &'s Source,
    pub(crate) offset: usize,
}

impl At<'_> {
    /// The error, at this place.
    pub(crate) fn locate(self, error: Error) -> Error {
        error.at(self.source.place(self.offset))
    }

    /// An error at this place.
    pub(crate) fn error(self, problem: impl Into<String>, cure: impl Into<String>) -> Error {
        self.locate(Error::new(problem, cure))
    }
}

/// A file's top-level table, parsed.
pub(crate) struct Document<'s> {
    source: &'s Source,
    entries: DeTable<'s>,
}

impl Document<'_> {
    /// The top-level table.
    pub(crate) fn table(&self) -> Table<'_> {
        Table::new(At { source: self.source, offset: 0 }, &self.entries)
    }
}

#[derive(Clone, Debug)]
enum Text {
    Bundled(&'static str),
    Owned(Arc<str>),
}

impl Source {
    pub(crate) fn bundled(name: &str, text: &'static str) -> Self {
        Self { name: name.into(), text: Text::Bundled(text) }
    }

    pub(crate) fn owned(name: &str, text: String) -> Self {
        Self { name: name.into(), text: Text::Owned(text.into()) }
    }

    pub(crate) fn text(&self) -> &str {
        match &self.text {
            Text::Bundled(text) => text,
            Text::Owned(text) => text,
        }
    }

    /// The place of a byte offset, for a person.
    pub(crate) fn place(&self, offset: usize) -> Place {
        let text = self.text();
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Place {
            path: self.name.to_string(),
            line: before.bytes().filter(|&b| b == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// Parses the text.
    pub(crate) fn parse(&self) -> Result<Document<'_>, Error> {
        let document = DeTable::parse(self.text()).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            At { source: self, offset }
                .error(format!("this is no TOML: {message}"), "mend the syntax (toml.io shows it)")
        })?;
        Ok(Document { source: self, entries: document.into_inner() })
    }
}
