//! Answers as rows: an entity each, and what holds of it from when until when.

use std::fmt::Write;

use detente::{Entity, Holder, Kind, Member, Office, PartialDate, Period, Status};
use serde::Serialize;

use crate::options::Format;

/// One line of an answer: an entity, and what holds of it from when until when.
#[derive(Serialize)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) office: Option<Office>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) acting: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<PartialDate>,
}

impl Row {
    pub(crate) fn new(entity: &Entity, period: Period) -> Self {
        Self {
            id: entity.id().to_owned(),
            name: entity.name().to_owned(),
            kind: entity.kind(),
            status: None,
            office: None,
            title: None,
            acting: false,
            from: period.from,
            until: period.until,
        }
    }

    pub(crate) fn member(member: &Member) -> Self {
        Self { status: Some(member.status), ..Self::new(&member.entity, member.period) }
    }

    /// Who holds an office.
    pub(crate) fn holder(holder: &Holder) -> Self {
        Self::of_office(&holder.entity, holder)
    }

    /// What an office is of.
    pub(crate) fn office(holder: &Holder) -> Self {
        Self::of_office(&holder.of, holder)
    }

    fn of_office(entity: &Entity, holder: &Holder) -> Self {
        let (office, title, acting) = (Some(holder.office), holder.title.clone(), holder.acting);
        Self { office, title, acting, ..Self::new(entity, holder.period) }
    }

    /// How it belongs, or what office it is.
    fn role(&self) -> String {
        let office = self.office.map(|office| office.to_string());
        let mut role = office.or(self.status.map(|status| status.to_string())).unwrap_or_default();
        if let Some(title) = &self.title {
            let _ = write!(role, " ({title})");
        }
        if self.acting {
            role.push_str(", acting");
        }
        role
    }

    fn cells(&self) -> [String; 4] {
        [self.id.clone(), self.name.clone(), self.role(), dates(Period::new(self.from, self.until))]
    }
}

/// The dates of a period; nothing when there are none.
pub(crate) fn dates(period: Period) -> String {
    if period == Period::default() { String::new() } else { period.to_string() }
}

pub(crate) fn rows(rows: &[Row], format: Format) -> String {
    match format {
        Format::Json => json(rows),
        Format::Text => table(&rows.iter().map(Row::cells).collect::<Vec<_>>()),
    }
}

/// Cells in columns as wide as their widest, without those that are empty throughout.
pub(crate) fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            let _ = write!(line, "{cell:width$}  ");
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

pub(crate) fn json<T: Serialize>(rows: &[T]) -> String {
    serde_json::to_string_pretty(rows).map_or_else(|error| format!("{error}\n"), |text| text + "\n")
}

pub(crate) fn with_dates(text: &str, period: Period) -> String {
    if period == Period::default() { text.to_owned() } else { format!("{text} ({period})") }
}

impl Row {
    pub(crate) fn line(&self) -> String {
        let role = self.role();
        let name = format!("{} ({})", self.name, self.id);
        let line = match (role.is_empty(), self.office) {
            (true, _) => name,
            (false, Some(_)) => format!("{role}: {name}"),
            (false, None) => format!("{name}, {role}"),
        };
        match dates(Period::new(self.from, self.until)) {
            dates if dates.is_empty() => line,
            dates => format!("{line}, {dates}"),
        }
    }
}
