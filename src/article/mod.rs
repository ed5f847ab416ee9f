//! The article: its text and date, what of it is read, and where its sentences and paragraphs lie.

mod abbreviation;
mod address;
mod dateline;
#[cfg(feature = "markdown")]
mod front_matter;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "markdown")]
mod markdown;
mod markup;
mod reading;
mod record;
mod sentence;

use std::borrow::Cow;

use serde::Serialize;

pub use markup::Markup;

pub(crate) use address::Addresses;
pub(crate) use reading::Reading;
pub(crate) use sentence::{Sentences, split};

use crate::date::PartialDate;
use crate::error::Error;

/// A text to extract from, with what is known about it.
///
/// Whatever converts into text converts into an undated article of plain text:
///
/// ```
/// use detente::Article;
///
/// let article = Article::new("Baku and Yerevan signed in Washington.").dated("2025-08-08")?;
/// assert_eq!(article.date().unwrap().year(), 2025);
/// # Ok::<(), detente::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Article<'a> {
    text: Cow<'a, str>,
    id: Option<String>,
    title: Option<String>,
    date: Option<PartialDate>,
    dated_by: Option<DatedBy>,
    markup: Markup,
}

/// What an article's date was taken from.
///
/// The list may grow: match with a wildcard arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum DatedBy {
    /// It was given: by the caller, a record, or a front matter.
    Given,
    /// The page states it: in `<meta>`, JSON-LD or `<time datetime>`.
    Page,
    /// The head of the text states it, unmistakably: a dateline, a byline, a label.
    Dateline,
}

impl<'a> Article<'a> {
    /// Returns an undated article of plain text.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), id: None, title: None, date: None, dated_by: None, markup: Markup::Text }
    }

    /// Returns an article of plain text from bytes; what is not UTF-8 is replaced by U+FFFD, and offsets
    /// point into the text thus repaired.
    pub fn from_bytes(bytes: &'a [u8]) -> Self {
        Self::new(String::from_utf8_lossy(bytes))
    }

    /// Returns a Markdown article whose `---` block, if it begins with one, says its `id`, `title` and `date`.
    ///
    /// # Errors
    ///
    /// When the block states a date that is none.
    #[cfg(feature = "markdown")]
    pub fn from_markdown(text: impl Into<Cow<'a, str>>) -> Result<Self, Error> {
        let article = Self::new(text).markdown();
        let front = front_matter::read(&article.text)?;
        let dated_by = front.date.map(|_| DatedBy::Given);
        Ok(Self { id: front.id, title: front.title, date: front.date, dated_by, ..article })
    }

    /// Returns an HTML article, with the title and the date that the page states: `<title>`; the day of publication in
    /// `<meta>`, JSON-LD or `<time datetime>`, unless it contradicts itself. Whatever is broken in the page is no error.
    ///
    /// ```
    /// let page = "<title>Talks fail</title><time datetime='2024-06-12'>Wednesday</time><p>C&ocirc;te d&#8217;Ivoire left.";
    /// let article = detente::Article::from_html(page);
    /// assert_eq!((article.title(), article.date().unwrap().to_string().as_str()), (Some("Talks fail"), "2024-06-12"));
    ///
    /// let found = detente::Extractor::bundled().extract(article);
    /// assert_eq!(found.mentions().next().unwrap().surface(), "C&ocirc;te d&#8217;Ivoire");
    /// ```
    #[cfg(feature = "html")]
    pub fn from_html(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(text).html().described_by_page()
    }

    /// Fills in what is not known of an HTML article from what its page states.
    #[cfg(feature = "html")]
    fn described_by_page(self) -> Self {
        let page = html::describe(&self.text);
        let article = Self { title: self.title.or(page.title), ..self };
        article.dated_or(page.date, DatedBy::Page)
    }

    /// Says when the article was published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Default: unknown. A time of day may follow
    /// the day, after `T` or a space; the day counts as it is written, in whatever time zone.
    ///
    /// ```
    /// let article = detente::Article::new("Chile thanked Peru.").dated("2024-06-12T23:30:00-04:00")?;
    /// assert_eq!(article.date().unwrap().to_string(), "2024-06-12");
    /// # Ok::<(), detente::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the text is no date.
    pub fn dated(self, date: &str) -> Result<Self, Error> {
        Ok(self.with_date(day_of(date)?))
    }

    /// Says when the article was published. Default: unknown.
    pub fn with_date(mut self, date: PartialDate) -> Self {
        (self.date, self.dated_by) = (Some(date), Some(DatedBy::Given));
        self
    }

    /// Dates an undated article by its dateline, byline or label, where that is unmistakable: "GENEVA, March 3, 2019 —",
    /// "Published: 4 May 2021". [`Extractor::extract`](crate::Extractor::extract) does so by itself.
    ///
    /// ```
    /// use detente::{Article, DatedBy};
    ///
    /// let article = Article::new("GENEVA, March 3, 2019 — Talks resumed.").with_dateline();
    /// assert_eq!(article.date().unwrap().to_string(), "2019-03-03");
    /// assert_eq!(article.dated_by(), Some(DatedBy::Dateline));
    /// ```
    pub fn with_dateline(self) -> Self {
        match self.date {
            Some(_) => self,
            None => {
                let reading = self.markup.read(&self.text);
                self.with_dateline_of(&reading)
            }
        }
    }

    /// The same where the article was read already.
    pub(crate) fn with_dateline_of(self, reading: &Reading) -> Self {
        let date = if self.date.is_none() { dateline::read(reading.text(&self.text)) } else { None };
        self.dated_or(date, DatedBy::Dateline)
    }

    fn dated_or(self, date: Option<PartialDate>, by: DatedBy) -> Self {
        match (self.date, date) {
            (None, Some(_)) => Self { date, dated_by: Some(by), ..self },
            _ => self,
        }
    }

    /// Gives the article an id, by which a merged graph tells articles apart. Default: none.
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Gives the article a title. It is not read; it only labels. Default: none.
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Says how the text is marked up. Default: [`Markup::Text`].
    pub fn with_markup(mut self, markup: Markup) -> Self {
        self.markup = markup;
        self
    }

    /// Says that the text is Markdown.
    #[cfg(feature = "markdown")]
    pub fn markdown(self) -> Self {
        self.with_markup(Markup::Markdown)
    }

    /// Says that the text is HTML.
    #[cfg(feature = "html")]
    pub fn html(self) -> Self {
        self.with_markup(Markup::Html)
    }

    /// Its id, title and text.
    pub(crate) fn into_parts(self) -> (Option<String>, Option<String>, String) {
        (self.id, self.title, self.text.into_owned())
    }

    /// Returns the text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the id.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Returns the title.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Returns when the article was published.
    pub fn date(&self) -> Option<PartialDate> {
        self.date
    }

    /// Returns what the date was taken from; `None` when it is unknown.
    pub fn dated_by(&self) -> Option<DatedBy> {
        self.dated_by
    }

    /// Returns how the text is marked up.
    pub fn markup(&self) -> Markup {
        self.markup
    }
}

/// The date that a text states, behind which a time of day may stand.
fn day_of(text: &str) -> Result<PartialDate, Error> {
    match text.split_once(['T', ' ']) {
        Some((day, time)) if day.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit()) => day.parse(),
        _ => text.parse(),
    }
}

impl<'a> From<&'a str> for Article<'a> {
    fn from(text: &'a str) -> Self {
        Self::new(text)
    }
}

impl<'a> From<&'a String> for Article<'a> {
    fn from(text: &'a String) -> Self {
        Self::new(text.as_str())
    }
}

impl<'a> From<Cow<'a, str>> for Article<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::new(text)
    }
}

impl From<String> for Article<'_> {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
