//! A table that a person likes to read.

use std::fmt::{self, Display, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::article::DatedBy;
use crate::extraction::{Extraction, Relation};
use crate::gazetteer::Entity;
use crate::relation::RelationKind;
use crate::vocabulary::{Class, Kind};

/// A summary of what was found: the entities by mentions, the strongest relations with a line of evidence, the facts.
///
/// ```
/// use detente::{Extractor, Summary};
///
/// let found = Extractor::bundled().extract("Chile thanked Peru.");
/// let text = Summary::new(&found).width(60).to_string();
/// assert!(text.contains("“Chile thanked Peru.”"));
/// assert!(text.lines().all(|line| line.chars().count() <= 60));
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Summary<'e> {
    found: &'e Extraction<'e>,
    width: usize,
    colour: bool,
    rows: usize,
}

/// The narrowest table that can still be read, in columns.
const NARROWEST: usize = 48;

impl<'e> Summary<'e> {
    /// Returns the summary of what was found, in its defaults.
    pub fn new(found: &'e Extraction<'e>) -> Self {
        Self { found, width: 100, colour: false, rows: 12 }
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

    /// Sets how many rows each part has at the most. Default: 12.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let article = self.found.article();
        let title = article.title().or(article.id()).unwrap_or("untitled");
        writeln!(f, "{}", self.paint(Ink::Bold, &fit(title, self.width)))?;
        let by = match article.dated_by() {
            Some(DatedBy::Page) => " (as the page says)",
            Some(DatedBy::Dateline) => " (by its dateline)",
            _ => "",
        };
        let date = article.date().map_or_else(|| "undated".to_owned(), |date| format!("{date}{by}"));
        let sentences = self.found.sentences().len();
        let line = format!(
            "{date} · {} · {} · window: {}",
            counted(sentences, "sentence"),
            counted(self.found.mentions().len(), "mention"),
            self.found.window()
        );
        writeln!(f, "{}", self.paint(Ink::Dim, &fit(&line, self.width)))
    }

    fn entities(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows: Vec<(Entity, Vec<&str>)> = Vec::new();
        for mention in self.found.mentions() {
            let entity = mention.entity();
            match rows.iter_mut().find(|(known, _)| *known == entity) {
                Some((_, surfaces)) => surfaces.push(mention.surface()),
                None => rows.push((entity, vec![mention.surface()])),
            }
        }
        rows.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
        let most = rows.first().map_or(1, |(_, surfaces)| surfaces.len());
        let name_width =
            rows.iter().take(self.rows).map(|(entity, _)| entity.name().width()).max().unwrap_or(0).min(self.width / 3);
        self.title(f, "Entities")?;
        for (entity, surfaces) in rows.iter().take(self.rows) {
            let bar = "▇".repeat((surfaces.len() * 8).div_ceil(most));
            let name = pad(&fit(entity.name(), name_width), name_width);
            let head = format!("  {name}  {:9}  {:>4} ", entity.kind(), surfaces.len());
            let rest = self.width.saturating_sub(head.width() + 11);
            let line = format!(
                "  {}  {}",
                self.paint(Ink::of(&entity.kind()), &name),
                self.paint(Ink::Dim, &format!("{:9}", entity.kind()))
            );
            writeln!(
                f,
                "{line}  {:>4} {}  {}",
                surfaces.len(),
                pad(&bar, 8),
                self.paint(Ink::Dim, &fit(&spellings(surfaces), rest))
            )?;
        }
        self.more(f, rows.len())
    }

    fn relations(&self, f: &mut fmt::Formatter<'_>, title: &str, wanted: fn(RelationKind) -> bool) -> fmt::Result {
        let mut relations: Vec<Relation<'_>> =
            self.found.relations().filter(|relation| wanted(relation.kind())).collect();
        if relations.is_empty() {
            return Ok(());
        }
        let order =
            |relation: &Relation<'_>| (std::cmp::Reverse(relation.count()), std::cmp::Reverse(relation.micro_weight()));
        relations.sort_by_key(order);
        self.title(f, title)?;
        for relation in relations.iter().take(self.rows) {
            let (source, target) = (relation.source(), relation.target());
            let arrow = match relation.kind() {
                RelationKind::CoOccurrence => " ─ ".to_owned(),
                kind => format!(" ─{kind}→ "),
            };
            let ink = match relation.kind() {
                RelationKind::Event(event) => Ink::of_class(event.class()),
                _ => Ink::Dim,
            };
            let names = format!("{}{arrow}{}", source.name(), target.name());
            let count = format!("  ×{}", relation.count());
            let room = self.width.saturating_sub(2 + count.width());
            let fitted = fit(&names, room);
            let painted = match fitted == names {
                true => format!(
                    "{}{}{}",
                    self.paint(Ink::of(&source.kind()), source.name()),
                    self.paint(ink, &arrow),
                    self.paint(Ink::of(&target.kind()), target.name())
                ),
                false => fitted,
            };
            writeln!(f, "  {painted}{}", self.paint(Ink::Dim, &count))?;
            if let Some(evidence) = relation.evidence().next() {
                let quote = fit(&evidence.quote(), self.width.saturating_sub(8));
                writeln!(f, "      {}", self.paint(Ink::Dim, &format!("“{quote}”")))?;
            }
        }
        self.more(f, relations.len())
    }

    fn facts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.title(f, "Facts on that date")?;
        let Some(_) = self.found.article().date() else {
            return writeln!(f, "  none: the article is undated");
        };
        let facts: Vec<Relation<'_>> =
            self.found.relations().filter(|relation| matches!(relation.kind(), RelationKind::Fact(_))).collect();
        if facts.is_empty() {
            return writeln!(f, "  none between these entities");
        }
        for fact in facts.iter().take(self.rows) {
            let mut line = format!("  {} ─{}→ {}", fact.source(), fact.kind(), fact.target());
            let detail = [
                fact.status().filter(|status| status.as_str() != "member").map(|status| status.to_string()),
                fact.office().map(|office| office.to_string()),
                fact.period().filter(|period| period.from.or(period.until).is_some()).map(|period| period.to_string()),
            ];
            let detail: Vec<String> = detail.into_iter().flatten().collect();
            if !detail.is_empty() {
                let _ = write!(line, " ({})", detail.join(", "));
            }
            writeln!(f, "{}", fit(&line, self.width))?;
        }
        self.more(f, facts.len())
    }

    fn title(&self, f: &mut fmt::Formatter<'_>, title: &str) -> fmt::Result {
        writeln!(f, "\n{}", self.paint(Ink::Bold, title))
    }

    fn more(&self, f: &mut fmt::Formatter<'_>, all: usize) -> fmt::Result {
        match all.saturating_sub(self.rows) {
            0 => Ok(()),
            left => writeln!(f, "  {}", self.paint(Ink::Dim, &format!("… and {left} more"))),
        }
    }

    fn paint(&self, ink: Ink, text: &str) -> String {
        match self.colour {
            true => format!("\u{1b}[{}m{text}\u{1b}[0m", ink.code()),
            false => text.to_owned(),
        }
    }
}

impl Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        if self.found.mentions().len() == 0 {
            return writeln!(f, "\n  No state, bloc or leader is named here.");
        }
        self.entities(f)?;
        self.relations(f, "Events", |kind| matches!(kind, RelationKind::Event(_)))?;
        self.relations(f, "Named together", |kind| kind == RelationKind::CoOccurrence)?;
        self.facts(f)
    }
}

#[derive(Clone, Copy)]
enum Ink {
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

    fn of(kind: &Kind) -> Self {
        match kind {
            Kind::State => Self::Cyan,
            Kind::Bloc => Self::Blue,
            Kind::Leader => Self::Yellow,
            _ => Self::Magenta,
        }
    }

    fn of_class(class: Class) -> Self {
        match class {
            Class::VerbalCooperation | Class::MaterialCooperation => Self::Green,
            _ => Self::Red,
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The different surfaces, the commonest first.
fn spellings(surfaces: &[&str]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for &surface in surfaces {
        match counts.iter_mut().find(|(known, _)| *known == surface) {
            Some((_, count)) => *count += 1,
            None => counts.push((surface, 1)),
        }
    }
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let joined = counts.iter().map(|(surface, _)| *surface).collect::<Vec<_>>().join(", ");
    crate::extraction::single_spaced(&joined)
}

/// The text, cut to so many columns with an ellipsis.
fn fit(text: &str, columns: usize) -> String {
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
