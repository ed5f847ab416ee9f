//! Text for a terminal: inks, and columns of so many characters' width.

use unicode_width::UnicodeWidthStr;

use crate::gazetteer::Entity;
use crate::vocabulary::{Form, Kind, Sign};

/// The narrowest table that can still be read, in columns.
pub(super) const NARROWEST: usize = 48;

/// The longest name that a row of a table shows where a shorter one is at hand, in columns.
const LONGEST_NAME: usize = 20;

/// What a stretch of text is painted in.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Bold,
    Dim,
    Blue,
    Yellow,
    Magenta,
    Cyan,
    Green,
    Red,
}

impl Ink {
    const fn code(self) -> &'static str {
        match self {
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Red => "31",
            Self::Green => "32",
            Self::Yellow => "33",
            Self::Blue => "34",
            Self::Magenta => "35",
            Self::Cyan => "36",
        }
    }

    pub(super) fn of(kind: &Kind) -> Self {
        match kind {
            Kind::State => Self::Cyan,
            Kind::Bloc => Self::Blue,
            Kind::Leader => Self::Yellow,
            _ => Self::Magenta,
        }
    }

    pub(super) fn of_sign(sign: Sign) -> Self {
        match sign {
            Sign::Cooperation => Self::Green,
            Sign::Conflict => Self::Red,
        }
    }

    /// The text in that ink, by ANSI escapes, or as it is.
    pub(super) fn paint(self, text: &str, colour: bool) -> String {
        match colour {
            true => format!("\u{1b}[{}m{text}\u{1b}[0m", self.code()),
            false => text.to_owned(),
        }
    }
}

/// An entity's name, or what its name is abbreviated to if it is long.
pub(super) fn short_name(entity: &Entity) -> String {
    let names = if entity.name().width() > LONGEST_NAME { entity.names() } else { Vec::new() };
    let short = names.iter().find(|name| name.form == Form::Abbreviation);
    short.map_or(entity.name(), |name| name.text).to_owned()
}

/// So many of something: `1 article`, `2 articles`.
pub(super) fn counted(count: usize, what: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { what } else { many })
}

/// So many columns' worth of the words of an evidence, in quotation marks.
pub(super) fn quoted(columns: usize, excerpt: impl FnOnce(usize) -> String) -> String {
    format!("“{}”", excerpt(columns.saturating_sub(2)))
}

/// The text, filled up to so many columns.
pub(super) fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}
