//! A table of CSV: UTF-8, a heading, quotes where they are needed.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};

use csv::Writer;

use super::attribute::Value;

/// A table that is written cell by cell.
pub(super) struct Sheet<W: Write>(Writer<W>);

impl<W: Write> Sheet<W> {
    pub(super) fn new(out: W) -> Self {
        Self(Writer::from_writer(out))
    }

    /// Writes the headings of the columns.
    pub(super) fn heading(&mut self, columns: impl IntoIterator<Item: AsRef<[u8]>>) -> io::Result<()> {
        self.0.write_record(columns).map_err(of_writing)
    }

    /// Writes a cell; an empty one for nothing.
    pub(super) fn cell(&mut self, value: Option<Value<'_>>) -> io::Result<()> {
        match value {
            Some(Value::Text(text)) => self.text(&text),
            Some(value) => self.0.write_field(value.to_string()).map_err(of_writing),
            None => self.0.write_field("").map_err(of_writing),
        }
    }

    /// Writes a cell of a word or a number that begins with no sign; an empty one for nothing.
    pub(super) fn optional(&mut self, value: Option<impl Display>) -> io::Result<()> {
        self.0.write_field(value.map(|value| value.to_string()).unwrap_or_default()).map_err(of_writing)
    }

    /// Writes a cell of text.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.0.write_field(safe(text).as_ref()).map_err(of_writing)
    }

    pub(super) fn end_row(&mut self) -> io::Result<()> {
        self.0.write_record(None::<&[u8]>).map_err(of_writing)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The error below that of a table, so that whoever asks what kind it is (a closed pipe) is told.
fn of_writing(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The text, with an apostrophe before it if a spreadsheet would take it for a formula.
fn safe(text: &str) -> Cow<'_, str> {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}
