//! The stretch of text in which two mentions count as together.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use crate::as_text::as_text;
use crate::error::Error;

/// The stretch of text in which two mentions co-occur. A pair counts once in each window.
///
/// ```
/// use detente::Window;
///
/// let window: Window = "3-sentences".parse()?;
/// assert_eq!(window.to_string(), "3 sentences");
/// # Ok::<(), detente::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Window {
    /// So many sentences in a row, from each sentence on. One sentence is the default.
    Sentences(NonZeroU32),
    /// So many words in a row, within a paragraph, from each mention on.
    Tokens(NonZeroU32),
    /// A paragraph.
    Paragraph,
    /// The whole article.
    Article,
}

impl Default for Window {
    fn default() -> Self {
        Self::Sentences(NonZeroU32::MIN)
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |n: &NonZeroU32| if n.get() == 1 { "" } else { "s" };
        match self {
            Self::Sentences(n) => write!(f, "{n} sentence{}", plural(n)),
            Self::Tokens(n) => write!(f, "{n} token{}", plural(n)),
            Self::Paragraph => f.write_str("1 paragraph"),
            Self::Article => f.write_str("1 article"),
        }
    }
}

impl FromStr for Window {
    type Err = Error;

    /// Reads `sentence`, `3-sentences`, `25-tokens`, `paragraph` or `article`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || {
            Error::new(
                format!("`{text}` is no window"),
                "write sentence, paragraph, article, or a number with its unit as in 3-sentences or 25-tokens",
            )
        };
        let (number, unit) = match text.split_once(['-', ' ']) {
            None => (NonZeroU32::MIN, text),
            Some((number, unit)) => (number.parse().map_err(|_| wrong())?, unit),
        };
        match (unit, number.get()) {
            ("sentence" | "sentences", _) => Ok(Self::Sentences(number)),
            ("token" | "tokens", _) => Ok(Self::Tokens(number)),
            ("paragraph", 1) => Ok(Self::Paragraph),
            ("article", 1) => Ok(Self::Article),
            _ => Err(wrong()),
        }
    }
}

as_text!(Window);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for window in ["1 sentence", "3 sentences", "25 tokens", "1 paragraph", "1 article"] {
            let read: Window = window.parse().unwrap();
            assert_eq!(read.to_string(), window);
            assert_eq!(serde_json::from_value::<Window>(serde_json::to_value(read).unwrap()).unwrap(), read);
        }
        for wrong in ["", "0-sentences", "2-paragraphs", "five-tokens", "-3-tokens", "page"] {
            assert!(wrong.parse::<Window>().is_err(), "{wrong}");
        }
    }
}
