//! A stretch of a text, by bytes.

use std::fmt;
use std::ops::Range;

use serde::{Serialize, Serializer};

/// A stretch of a text: UTF-8 byte offsets, `start` inclusive, `end` exclusive.
///
/// Every span that this crate gives out lies on character boundaries of the text that it was given.
///
/// ```
/// let span = detente::Span::new(4, 10);
/// assert_eq!(&"The Kremlin"[span.range()], "Kremli");
/// assert_eq!(span.len(), 6);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// Returns the span from `start` to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Returns the same as a range, to slice with.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns the length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Returns whether no byte lies in it.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Returns whether the other span lies wholly in this one.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the text that it marks; empty when it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Returns the same stretch of its text in characters (Unicode scalar values), by which Python and R count.
    ///
    /// ```
    /// let text = "Réunion: 😀 Chile";
    /// let chile = detente::Span::new(15, 20);
    /// assert_eq!(chile.of(text), "Chile");
    /// assert_eq!(chile.in_chars(text), detente::Span::new(11, 16));
    /// assert_eq!(chile.in_utf16(text), detente::Span::new(12, 17));
    /// ```
    pub fn in_chars(self, text: &str) -> Self {
        self.counted(text, |_| 1)
    }

    /// Returns the same stretch of its text in UTF-16 code units, by which browsers, Java and C# count.
    pub fn in_utf16(self, text: &str) -> Self {
        self.counted(text, char::len_utf16)
    }

    fn counted(self, text: &str, units: fn(char) -> usize) -> Self {
        let count = |text: &str| text.chars().map(units).sum::<usize>();
        let start = count(Self::new(0, self.start).of(text));
        Self::new(start, start + count(self.of(text)))
    }
}

/// A span in half the room, for what is kept in great numbers. What lies beyond 4 GiB of a text is not told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Compact {
    start: u32,
    end: u32,
}

impl From<Span> for Compact {
    fn from(span: Span) -> Self {
        let [start, end] = [span.start, span.end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        Self { start, end }
    }
}

impl From<Compact> for Span {
    fn from(compact: Compact) -> Self {
        Self::new(compact.start as usize, compact.end as usize)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Serialises as `[start, end]`.
impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.start, self.end].serialize(serializer)
    }
}
