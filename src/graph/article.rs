//! What a graph keeps of an article.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use crate::article::{Article, Reading, Sentences};
use crate::date::PartialDate;

/// What a graph keeps of an article: its id, title and date, the text to quote from, and with which data it was read.
///
/// Articles sort by date, id, title, text and data, those without a date last. Two with one id are the same article, and the
/// one that sorts first is kept; without an id those of the same text are.
#[derive(Clone, Debug)]
pub struct ArticleRecord {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) date: Option<PartialDate>,
    pub(super) text: String,
    pub(super) reading: Reading,
    /// How many sentences it has.
    pub(super) sentences: u32,
    /// The first sentence of each paragraph.
    pub(super) paragraphs: Box<[u32]>,
    /// The version of the gazetteer.
    pub(super) gazetteer: Arc<str>,
}

impl ArticleRecord {
    pub(super) fn new(article: Article<'_>, reading: Reading, sentences: &Sentences, gazetteer: Arc<str>) -> Self {
        let date = article.date();
        let (id, title, text) = article.into_parts();
        let count = sentences.spans.len() as u32;
        let paragraphs = sentences.first_of_paragraphs().into();
        Self { id, title, date, text, reading, sentences: count, paragraphs, gazetteer }
    }

    /// Returns the id; for an article without one `text-` and sixteen hexadecimal digits that follow from its text
    /// (its 64-bit FNV-1a hash).
    pub fn id(&self) -> Cow<'_, str> {
        match &self.id {
            Some(id) => Cow::Borrowed(id),
            None => Cow::Owned(format!("text-{:016x}", fnv1a(self.text.as_bytes()))),
        }
    }

    /// Returns the title.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Returns when it was published.
    pub fn date(&self) -> Option<PartialDate> {
        self.date
    }

    /// Returns the text as it was given, into which all spans point.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns how many sentences it has.
    pub fn sentences(&self) -> usize {
        self.sentences as usize
    }

    /// Returns the version of the gazetteer with which it was read; empty when that has none.
    pub fn gazetteer_version(&self) -> &str {
        &self.gazetteer
    }

    /// What of the text was read.
    #[cfg(feature = "page")]
    pub(crate) fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The text that was read.
    pub(super) fn read(&self) -> &str {
        self.reading.text(&self.text)
    }

    fn key(&self) -> impl Ord {
        (self.date.is_none(), self.date, &self.id, &self.title, &self.text, &self.gazetteer)
    }

    /// By what an article is known: its id, or else its text.
    pub(super) fn identity(&self) -> (Option<&str>, &str) {
        match &self.id {
            Some(id) => (Some(id), ""),
            None => (None, &self.text),
        }
    }
}

impl PartialEq for ArticleRecord {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for ArticleRecord {}

impl PartialOrd for ArticleRecord {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ArticleRecord {
    fn cmp(&self, other: &Self) -> Ordering {
        match std::ptr::eq(self, other) {
            true => Ordering::Equal,
            false => self.key().cmp(&other.key()),
        }
    }
}

/// The 64-bit hash of Fowler, Noll and Vo in its variant 1a (RFC 9923): the same on every platform and in every release.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
