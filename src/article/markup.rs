//! How an article's text is marked up.

use serde::Deserialize;

use super::reading::Reading;

/// How an article's text is marked up.
///
/// In every markup URLs, e-mail addresses and domain names are passed over, and what stands in Markdown's `](…)`.
/// The list may grow: match with a wildcard arm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Markup {
    /// Plain text.
    #[default]
    Text,
    /// CommonMark with tables and footnotes; front matter is passed over. Needs the feature `markdown`.
    #[cfg(feature = "markdown")]
    Markdown,
    /// HTML: entities are decoded; scripts, menus, forms, and the header and footer of the page are passed over.
    /// Needs the feature `html`.
    #[cfg(feature = "html")]
    Html,
}

impl Markup {
    /// What of a text so marked up is read.
    pub(crate) fn read(self, _text: &str) -> Reading {
        match self {
            Self::Text => Reading::plain(),
            #[cfg(feature = "markdown")]
            Self::Markdown => super::markdown::read(_text),
            #[cfg(feature = "html")]
            Self::Html => super::html::read(_text),
        }
    }
}
