//! What the parts of a summary have in common: their width, colours and rows.

use std::fmt;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::gazetteer::Entity;
use crate::relation::RelationKind;
use crate::vocabulary::{Kind, Sign};

/// How it is laid out.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// In columns.
    pub(super) width: usize,
    pub(super) colour: bool,
    /// How many rows a part has at the most.
    pub(super) rows: usize,
}

/// An entity, how often it is mentioned, and what else there is to say of it.
pub(super) struct EntityRow<'e> {
    pub(super) entity: &'e Entity,
    pub(super) count: usize,
    pub(super) rest: String,
}

/// A relation, how often it stands where, and a line of its evidence.
pub(super) struct RelationRow<'e> {
    pub(super) source: &'e Entity,
    pub(super) kind: RelationKind,
    pub(super) target: &'e Entity,
    pub(super) counts: String,
    pub(super) quote: Option<String>,
}

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

impl Page {
    pub(super) fn head(&self, title: &str, detail: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.paint(Ink::Bold, &fit(title, self.width)))?;
        writeln!(f, "{}", self.paint(Ink::Dim, &fit(detail, self.width)))
    }

    pub(super) fn title(&self, title: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{}", self.paint(Ink::Bold, title))
    }

    /// The entities, which come by count.
    pub(super) fn entities(&self, rows: &[EntityRow<'_>], f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = rows.first().map_or(1, |row| row.count);
        let shown = rows.iter().take(self.rows);
        let name_width = shown.clone().map(|row| row.entity.name().width()).max().unwrap_or(0).min(self.width / 3);
        self.title("Entities", f)?;
        for row in shown {
            let bar = "▇".repeat((row.count * 8).div_ceil(most));
            let name = pad(&fit(row.entity.name(), name_width), name_width);
            let (kind, count) = (format!("{:9}", row.entity.kind()), format!("{:>4}", row.count));
            let taken = 2 + name_width + 2 + kind.width() + 2 + count.width() + 1 + 8 + 2;
            let rest = fit(&row.rest, self.width.saturating_sub(taken));
            let (name, kind) = (self.paint(Ink::of(&row.entity.kind()), &name), self.paint(Ink::Dim, &kind));
            writeln!(f, "  {name}  {kind}  {count} {}  {}", pad(&bar, 8), self.paint(Ink::Dim, &rest))?;
        }
        self.more(rows.len(), f)
    }

    /// The relations, the strongest first; nothing where there are none.
    pub(super) fn relations<'e>(
        &self,
        title: &str,
        all: usize,
        rows: impl Iterator<Item = RelationRow<'e>>,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        if all == 0 {
            return Ok(());
        }
        self.title(title, f)?;
        for row in rows.take(self.rows) {
            self.relation(&row, f)?;
        }
        self.more(all, f)
    }

    fn relation(&self, row: &RelationRow<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (source, target) = (row.source, row.target);
        let arrow = match row.kind {
            RelationKind::CoOccurrence => " ─ ".to_owned(),
            kind => format!(" ─{kind}→ "),
        };
        let ink = match row.kind {
            RelationKind::Event(event) => Ink::of_sign(event.class().sign()),
            _ => Ink::Dim,
        };
        let names = format!("{}{arrow}{}", source.name(), target.name());
        let counts = format!("  {}", row.counts);
        let fitted = fit(&names, self.width.saturating_sub(2 + counts.width()));
        let painted = match fitted == names {
            true => format!(
                "{}{}{}",
                self.paint(Ink::of(&source.kind()), source.name()),
                self.paint(ink, &arrow),
                self.paint(Ink::of(&target.kind()), target.name())
            ),
            false => fitted,
        };
        writeln!(f, "  {painted}{}", self.paint(Ink::Dim, &counts))?;
        match &row.quote {
            Some(quote) => writeln!(f, "      {}", self.paint(Ink::Dim, &fit(quote, self.width.saturating_sub(6)))),
            None => Ok(()),
        }
    }

    /// How many rows are left out.
    pub(super) fn more(&self, all: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match all.saturating_sub(self.rows) {
            0 => Ok(()),
            left => writeln!(f, "  {}", self.paint(Ink::Dim, &format!("… and {left} more"))),
        }
    }

    pub(super) fn paint(&self, ink: Ink, text: &str) -> String {
        match self.colour {
            true => format!("\u{1b}[{}m{text}\u{1b}[0m", ink.code()),
            false => text.to_owned(),
        }
    }
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

    fn of(kind: &Kind) -> Self {
        match kind {
            Kind::State => Self::Cyan,
            Kind::Bloc => Self::Blue,
            Kind::Leader => Self::Yellow,
            _ => Self::Magenta,
        }
    }

    fn of_sign(sign: Sign) -> Self {
        match sign {
            Sign::Cooperation => Self::Green,
            Sign::Conflict => Self::Red,
        }
    }
}

pub(super) fn counted(count: usize, what: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { what } else { many })
}

/// The text in quotation marks, cut within them to so many columns.
pub(super) fn quoted(text: &str, columns: usize) -> String {
    format!("“{}”", fit(text, columns.saturating_sub(2)))
}

/// The text, cut to so many columns with an ellipsis.
pub(super) fn fit(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > columns {
            break;
        }
        cut.push(c);
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}
