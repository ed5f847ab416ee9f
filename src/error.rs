//! The one error: what is wrong, where, and what to do about it.

use std::fmt;

/// Why a gazetteer, a lexicon or an article's record could not be read.
///
/// Its message names the place as `file:line:column`, says what is wrong and ends with a cure. Extracting
/// from text cannot fail: everything that can, fails when a gazetteer is loaded or an extractor is built.
///
/// ```
/// let error = detente::Gazetteer::builder()
///     .text("mine.toml", "[[bloc]]\nid = \"NEW\"\nnmae = \"New Bloc\"\n")
///     .build()
///     .unwrap_err();
/// assert_eq!((error.path(), error.line(), error.column()), (Some("mine.toml"), Some(3), Some(1)));
/// assert!(error.cure().contains("name"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}; {cure}", Prefix(.place))]
pub struct Error {
    place: Option<Box<Place>>,
    problem: String,
    cure: String,
}

/// A place in a file of data: line and column count from 1, the column in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's name as it was given.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

struct Prefix<'a>(&'a Option<Box<Place>>);

impl fmt::Display for Prefix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(place) => write!(f, "{place}: "),
            None => Ok(()),
        }
    }
}

impl Error {
    /// Returns the name of the file that is at fault.
    pub fn path(&self) -> Option<&str> {
        self.place.as_deref().map(|place| place.path.as_str())
    }

    /// Returns the line that is at fault, from 1.
    pub fn line(&self) -> Option<usize> {
        self.place.as_deref().map(|place| place.line)
    }

    /// Returns the column that is at fault, in characters from 1.
    pub fn column(&self) -> Option<usize> {
        self.place.as_deref().map(|place| place.column)
    }

    /// Returns what is wrong, without place and cure.
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// Returns what to do about it.
    pub fn cure(&self) -> &str {
        &self.cure
    }

    pub(crate) fn new(problem: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { place: None, problem: problem.into(), cure: cure.into() }
    }

    pub(crate) fn at(mut self, place: Place) -> Self {
        self.place = Some(Box::new(place));
        self
    }

    pub(crate) fn date(text: &str) -> Self {
        Self::new(format!("`{text}` is no date"), "write YYYY, YYYY-MM or YYYY-MM-DD")
    }
}
