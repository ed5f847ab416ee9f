//! Stretches of time, one after the other.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::Serialize;

use super::RelationGraph;
use crate::date::{PartialDate, Period};
use crate::vocabulary::words;

words! {
    /// How long a stretch of a calendar is.
    Interval, "interval" {
        /// A day.
        Day = "day",
        /// A week from Monday to Sunday, as ISO 8601 counts them: `2024-W05`.
        Week = "week",
        /// A month.
        Month = "month",
        /// A quarter of a year: `2024-Q2`.
        Quarter = "quarter",
        /// A year.
        Year = "year",
    }
}

/// Stretches of time, one after the other without gaps, into which articles fall by their dates.
///
/// An article belongs to the stretch that covers every day which its date may mean; one dated `2024` belongs to a year
/// and to none of its months.
///
/// ```
/// use detente::{Calendar, Interval};
///
/// let calendar = Calendar::by(Interval::Quarter, "2023-11-30".parse()?, "2024-04-01".parse()?);
/// let labels: Vec<String> = calendar.stretches().map(|stretch| stretch.label).collect();
/// assert_eq!(labels, ["2023-Q4", "2024-Q1", "2024-Q2"]);
/// assert_eq!(calendar.number("2024-02".parse()?), Some(1));
/// assert_eq!(calendar.number("2024".parse()?), None);
/// # Ok::<(), detente::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The first day of each stretch; sorted.
    starts: Vec<Date>,
    /// The last day of the last one.
    last: Date,
    /// `None` where the cuts were given.
    interval: Option<Interval>,
}

/// A stretch of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Stretch {
    /// What it is called: `2024-06-12`, `2024-W24`, `2024-06`, `2024-Q2`, `2024`; between given cuts the period.
    pub label: String,
    /// From when until when, to the day; open at the ends of given cuts.
    pub period: Period,
}

impl Calendar {
    /// Returns the stretches of that length from the one that holds the first day of the first date to the one that
    /// holds the last day of the second.
    pub fn by(interval: Interval, first: PartialDate, last: PartialDate) -> Self {
        let last = last.last_day();
        let mut starts = Vec::new();
        // The calendar ends with the year 9999, beyond which there is no next start.
        let mut next = Some(interval.start(first.first_day()));
        while let Some(start) = next.filter(|&start| start <= last) {
            starts.push(start);
            next = start.checked_add(interval.span()).ok();
        }
        let last = next.and_then(|next| next.yesterday().ok()).unwrap_or(Date::MAX);
        Self { starts, last, interval: Some(interval) }
    }

    /// Returns the stretches of that length over the dates of a graph's articles; none when none has a date.
    pub fn of(graph: &RelationGraph, interval: Interval) -> Self {
        let dates = || graph.articles().filter_map(|article| article.date());
        let (first, last) = (dates().min(), dates().max_by_key(|date| date.last_day()));
        match (first, last) {
            (Some(first), Some(last)) => Self::by(interval, first, last),
            _ => Self { starts: Vec::new(), last: Date::MIN, interval: Some(interval) },
        }
    }

    /// Returns the stretches before, between and after the given days, of which each begins one; of a month or year the
    /// first day counts.
    pub fn cut(days: impl IntoIterator<Item = PartialDate>) -> Self {
        let mut starts: Vec<Date> = days.into_iter().map(PartialDate::first_day).collect();
        starts.push(Date::MIN);
        starts.sort_unstable();
        starts.dedup();
        Self { starts, last: Date::MAX, interval: None }
    }

    /// Returns how many stretches there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Returns the stretches, the earliest first.
    pub fn stretches(&self) -> impl ExactSizeIterator<Item = Stretch> + '_ {
        (0..self.len()).map(|number| self.stretch(number))
    }

    pub(super) fn stretch(&self, number: usize) -> Stretch {
        let (from, last) = (self.starts[number], self.last_day(number));
        let after = last.tomorrow().ok().map(PartialDate::exactly);
        let period = Period::new((from != Date::MIN).then(|| PartialDate::exactly(from)), after);
        let label = self.interval.map_or_else(|| period.to_string(), |interval| interval.label(from));
        Stretch { label, period }
    }

    /// The last day of a stretch.
    fn last_day(&self, number: usize) -> Date {
        let next = self.starts.get(number + 1);
        next.and_then(|next| next.yesterday().ok()).unwrap_or(self.last)
    }

    /// The days from the first of one stretch to the last of another.
    pub(super) fn days(&self, first: usize, last: usize) -> RangeInclusive<Date> {
        self.starts[first]..=self.last_day(last)
    }

    /// Returns the number of the stretch to which an article of that date belongs, from 0.
    pub fn number(&self, date: PartialDate) -> Option<usize> {
        let number = self.starts.partition_point(|&start| start <= date.first_day()).checked_sub(1)?;
        (date.last_day() <= self.last_day(number)).then_some(number)
    }
}

impl Interval {
    /// The first day of the stretch in which a day lies.
    fn start(self, day: Date) -> Date {
        let first_of_quarter = |day: Date| {
            let back = i32::from((day.month() - 1) % 3);
            day.first_of_month().saturating_sub(back.months())
        };
        match self {
            Self::Day => day,
            Self::Week => day.saturating_sub(i32::from(day.weekday().to_monday_zero_offset()).days()),
            Self::Month => day.first_of_month(),
            Self::Quarter => first_of_quarter(day),
            Self::Year => day.first_of_year(),
        }
    }

    fn span(self) -> Span {
        match self {
            Self::Day => 1.day(),
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::Year => 1.year(),
        }
    }

    /// The name of the stretch that begins on that day.
    fn label(self, first: Date) -> String {
        let (year, month) = (first.year(), first.month());
        match self {
            Self::Day => format!("{year:04}-{month:02}-{:02}", first.day()),
            Self::Week => {
                let week = first.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Month => format!("{year:04}-{month:02}"),
            Self::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
            Self::Year => format!("{year:04}"),
        }
    }
}
