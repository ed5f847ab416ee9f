//! What the parts of a summary have in common: their width, colours and rows.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use crate::excerpt::fit;
use crate::export::terminal::{Ink, Pair, pad};
use crate::gazetteer::Entity;
use crate::relation::RelationKind;

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
        let counts = format!("  {}", row.counts);
        let pair = Pair { source: (source, source.name()), arrow: &arrow, ink, target: (target, target.name()) };
        let (painted, _) = pair.fitted(self.width.saturating_sub(2 + counts.width()), self.colour);
        writeln!(f, "  {painted}{}", self.paint(Ink::Dim, &counts))?;
        match &row.quote {
            Some(quote) => writeln!(f, "      {}", self.paint(Ink::Dim, quote)),
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
        ink.paint(text, self.colour)
    }
}
