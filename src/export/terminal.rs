//! Text for a terminal: inks, and columns of so many characters' width.

use unicode_width::UnicodeWidthStr;

use crate::excerpt::fit;
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

/// Two entities by the names that they are shown by.
pub(super) struct Pair<'n> {
    pub(super) source: (&'n Entity, &'n str),
    pub(super) arrow: &'n str,
    pub(super) ink: Ink,
    pub(super) target: (&'n Entity, &'n str),
}

impl Pair<'_> {
    /// The names in their inks with the arrow between, or cut and without, if they are wider than so many columns; and how
    /// many they take.
    pub(super) fn fitted(&self, columns: usize, colour: bool) -> (String, usize) {
        let Self { source: (source, from), arrow, ink, target: (target, to) } = self;
        let names = format!("{from}{arrow}{to}");
        let cut = fit(&names, columns);
        let width = cut.width();
        if cut != names {
            return (cut, width);
        }
        let painted = [(Ink::of(&source.kind()), from), (*ink, arrow), (Ink::of(&target.kind()), to)];
        (painted.map(|(ink, words)| ink.paint(words, colour)).concat(), width)
    }
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
