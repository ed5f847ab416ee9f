//! What changed, as a table that a person likes to read.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use super::terminal::{Ink, NARROWEST, Pair, counted, pad, quoted, short_name};
use crate::excerpt::fit;
use crate::gazetteer::Entity;
use crate::graph::{Change, Difference, Edge, Passage, RelationGraph, Shift, Tally, Trend};
use crate::relation::{Basis, RelationKind};
use crate::vocabulary::Sign;

/// A table of what changed: whose dealings turned, which events are new or gone, who is named together more or less,
/// with a line of evidence from each side.
///
/// ```
/// use detente::{Changes, Extractor};
///
/// let graph = |text| Extractor::bundled().extract(text).into_graph();
/// let (before, after) = (graph("Chile thanked Peru."), graph("Chile accused Peru."));
/// let table = Changes::new(&before.difference(&after)).width(60).to_string();
/// assert!(table.contains("From cooperation to conflict\n  Chile → Peru"));
/// assert!(table.lines().all(|line| line.chars().count() <= 60));
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Changes<'d> {
    difference: &'d Difference<'d>,
    width: usize,
    colour: bool,
    rows: usize,
}

impl<'d> Changes<'d> {
    /// Returns the table of a difference, in its defaults.
    pub fn new(difference: &'d Difference<'d>) -> Self {
        Self { difference, width: 100, colour: false, rows: 6 }
    }

    /// Sets the width in columns, at least 48. Default: 100.
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns.max(NARROWEST);
        self
    }

    /// Says whether to colour it, by ANSI escapes. Default: no.
    pub fn colour(mut self, colour: bool) -> Self {
        self.colour = colour;
        self
    }

    /// Sets how many rows each part has at the most. Default: 6.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (label, graph) in [("then", self.difference.before()), ("now ", self.difference.after())] {
            let line = format!("{label}  {}", fit(&span(graph), self.width.saturating_sub(6)));
            writeln!(f, "{}", self.paint(Ink::Dim, &line))?;
        }
        Ok(())
    }

    fn shifts(&self, f: &mut fmt::Formatter<'_>, title: &str, wanted: impl Fn(&Shift<'_>) -> bool) -> fmt::Result {
        let shifts: Vec<&Shift<'_>> = self.difference.shifts().iter().filter(|shift| wanted(shift)).collect();
        self.part(f, title, &shifts, |f, shift| {
            let moved = format!("{} → {}", mean(shift.before()), mean(shift.after()));
            let ink = Ink::of_sign(if shift.change() < 0.0 { Sign::Conflict } else { Sign::Cooperation });
            self.row(f, shift.source(), " → ", shift.target(), (ink, &moved))?;
            let [then, now] = shift.telling();
            for (label, told) in [("then", then), ("now ", now)] {
                if let Some((kind, passage)) = told {
                    self.quote(f, &format!("{label} {:9} ", kind.as_str()), passage)?;
                }
            }
            Ok(())
        })
    }

    fn changes(&self, f: &mut fmt::Formatter<'_>, title: &str, basis: Basis, trends: &[Trend]) -> fmt::Result {
        let is_wanted = |change: &&Change<'_>| change.kind().basis() == basis && trends.contains(&change.trend());
        let changes: Vec<&Change<'_>> = self.difference.changes().iter().filter(is_wanted).collect();
        self.part(f, title, &changes, |f, change| {
            let (arrow, ink) = match change.kind() {
                RelationKind::Event(event) => (format!(" ─{event}→ "), Ink::of_sign(event.class().sign())),
                _ => (" ─ ".to_owned(), Ink::Dim),
            };
            let count = |edge: Option<&Edge>| edge.map_or(0, Edge::count);
            let counts = format!("{} → {}", count(change.before()), count(change.after()));
            self.row(f, change.source(), &arrow, change.target(), (ink, &counts))?;
            let passage = |edge: Option<&'d Edge>| edge.and_then(|edge| edge.evidence().last());
            match (passage(change.before()), passage(change.after())) {
                (Some(then), Some(now)) if basis == Basis::Event => {
                    self.quote(f, "then ", then)?;
                    self.quote(f, "now  ", now)
                }
                (_, Some(now)) => self.quote(f, "", now),
                (Some(then), None) => self.quote(f, "", then),
                (None, None) => Ok(()),
            }
        })
    }

    /// A title, the first rows, and how many more there are; nothing where there is no row.
    fn part<T>(
        &self,
        f: &mut fmt::Formatter<'_>,
        title: &str,
        rows: &[T],
        write: impl Fn(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
    ) -> fmt::Result {
        if rows.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{}", self.paint(Ink::Bold, title))?;
        rows.iter().take(self.rows).try_for_each(|row| write(f, row))?;
        match rows.len().saturating_sub(self.rows) {
            0 => Ok(()),
            left => writeln!(f, "  {}", self.paint(Ink::Dim, &format!("… and {left} more"))),
        }
    }

    /// Two names with what stands between them, and figures at the right.
    fn row(
        &self,
        f: &mut fmt::Formatter<'_>,
        source: &Entity,
        arrow: &str,
        target: &Entity,
        (ink, figures): (Ink, &str),
    ) -> fmt::Result {
        let room = self.width.saturating_sub(4 + figures.width());
        let (from, to) = (short_name(source), short_name(target));
        let pair = Pair { source: (source, &from), arrow, ink, target: (target, &to) };
        let (painted, width) = pair.fitted(room, self.colour);
        let gap = " ".repeat(room - width);
        writeln!(f, "  {painted}{gap}  {}", self.paint(ink, figures))
    }

    fn quote(&self, f: &mut fmt::Formatter<'_>, label: &str, passage: &Passage) -> fmt::Result {
        let date = passage.article().date().map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let head = format!("      {label}{} ", pad(&date, 10));
        let quote = quoted(self.width.saturating_sub(head.width()), |columns| passage.excerpt(columns));
        writeln!(f, "{}", self.paint(Ink::Dim, &format!("{head}{quote}")))
    }

    fn paint(&self, ink: Ink, text: &str) -> String {
        ink.paint(text, self.colour)
    }
}

impl fmt::Display for Changes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        let to = |sign: Sign| move |shift: &Shift<'_>| shift.is_turn() && shift.after().sign() == Some(sign);
        self.shifts(f, "From cooperation to conflict", to(Sign::Conflict))?;
        self.shifts(f, "From conflict to cooperation", to(Sign::Cooperation))?;
        self.shifts(f, "Colder", |shift| !shift.is_turn() && shift.change() < 0.0)?;
        self.shifts(f, "Warmer", |shift| !shift.is_turn() && shift.change() > 0.0)?;
        self.changes(f, "New events", Basis::Event, &[Trend::Appeared])?;
        self.changes(f, "More often told", Basis::Event, &[Trend::Grew])?;
        self.changes(f, "Less often told", Basis::Event, &[Trend::Shrank])?;
        self.changes(f, "No longer told", Basis::Event, &[Trend::Vanished])?;
        self.changes(f, "More often named together", Basis::CoOccurrence, &[Trend::Appeared, Trend::Grew])?;
        self.changes(f, "Less often named together", Basis::CoOccurrence, &[Trend::Shrank, Trend::Vanished])
    }
}

/// `8 articles, 2012-07-05 to 2021-05-23`.
fn span(graph: &RelationGraph) -> String {
    let articles = counted(graph.articles().len(), "article", "articles");
    let mut dates = graph.articles().filter_map(|article| article.date());
    match (dates.next(), graph.articles().filter_map(|article| article.date()).last()) {
        (Some(first), Some(last)) => format!("{articles}, {first} to {last}"),
        _ => articles,
    }
}

/// The mean of the events' values on Goldstein's scale, and how many there are: `+3.4 (5)`.
fn mean(tally: Tally) -> String {
    let mean = tally.mean_goldstein().unwrap_or_default();
    let sign = if mean < 0.0 { "−" } else { "+" };
    format!("{sign}{:.1} ({})", mean.abs(), tally.count())
}
