//! Periods between dates.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::PartialDate;
use crate::error::Error;

/// A stretch of time: the first day, and the first day on which it no longer holds; either may be open.
///
/// A bound that is known only to the year or month is read generously: the period reaches from the
/// first day that `from` may mean through the last day that `until` may mean.
///
/// ```
/// use detente::Period;
///
/// let term = Period::new(Some("1990-04-24".parse()?), Some("2019-03-20".parse()?));
/// assert!(term.holds_on("2019-03-19".parse()?));
/// assert!(!term.holds_on("2019-03-20".parse()?));
/// # Ok::<(), detente::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day on which it holds; `None` when unknown or since ever.
    pub from: Option<PartialDate>,
    /// The first day on which it no longer holds; `None` when it still does or nobody knows.
    pub until: Option<PartialDate>,
}

impl Period {
    /// Returns the period from the one date to the other.
    pub const fn new(from: Option<PartialDate>, until: Option<PartialDate>) -> Self {
        Self { from, until }
    }

    /// Returns whether it holds on the date, or on some day of it when the date is a month or a year.
    pub fn holds_on(self, date: PartialDate) -> bool {
        self.has_begun(date) && !self.is_over(date)
    }

    /// Returns whether it holds on every day that the date may mean.
    ///
    /// ```
    /// use detente::Period;
    ///
    /// let spring: Period = "2024-03..2024-05".parse()?;
    /// assert!(spring.covers("2024-05".parse()?) && !spring.covers("2024".parse()?));
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn covers(self, date: PartialDate) -> bool {
        let begun = self.from.is_none_or(|from| from.first_day() <= date.first_day());
        let goes_on = self.until.is_none_or(|until| match until.is_exact() {
            true => date.last_day() < until.first_day(),
            false => date.last_day() <= until.last_day(),
        });
        begun && goes_on
    }

    /// All days that it may hold on.
    pub(crate) fn days(self) -> RangeInclusive<Date> {
        let first = self.from.map_or(Date::MIN, PartialDate::first_day);
        first..=self.until.map_or(Date::MAX, PartialDate::last_day)
    }

    /// Whether it began on the date at the latest.
    pub(crate) fn has_begun(self, date: PartialDate) -> bool {
        self.from.is_none_or(|from| from.first_day() <= date.last_day())
    }

    /// Whether it was over on the date already.
    pub(crate) fn is_over(self, date: PartialDate) -> bool {
        self.until.is_some_and(|until| match until.is_exact() {
            true => date.first_day() >= until.first_day(),
            false => date.first_day() > until.last_day(),
        })
    }

    /// Whether it ended on the date or within the month before it, when whoever held an office is still called by it.
    pub(crate) fn ended_lately(self, date: PartialDate) -> bool {
        const DAYS: i32 = 30;
        let day = date.first_day();
        self.until.filter(|until| until.is_exact() && date.is_exact()).is_some_and(|until| {
            let ended = until.first_day();
            ended <= day && ended.until(day).is_ok_and(|since| since.get_days() <= DAYS)
        })
    }

    /// Whether it surely ends before it begins.
    pub(crate) fn runs_backwards(self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until.last_day() < from.first_day())
    }

    /// Whether there is no day on which it holds.
    fn is_without_days(self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until.is_exact() && from.first_day() >= until.first_day())
    }

    /// Whether the two surely share a day, whatever day an inexact bound turns out to mean.
    pub(crate) fn surely_overlaps(self, other: Self) -> bool {
        let before = |a: Option<PartialDate>, b: Option<PartialDate>| match (a, b) {
            (Some(from), Some(until)) => from.last_day() < until.first_day(),
            _ => true,
        };
        before(self.from, other.until) && before(other.from, self.until)
    }
}

impl FromStr for Period {
    type Err = Error;

    /// Reads `FROM..UNTIL`, either of which may be missing, or a single date for the time that it means; and what a period
    /// is displayed as: `1990 to 1995`, `from 1990`, `until 1995`, `undated`.
    ///
    /// # Errors
    ///
    /// When one of them is no date, the second lies before the first, or no day lies between them.
    fn from_str(text: &str) -> Result<Self, Error> {
        let date = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some),
        };
        let period = match bounds(text) {
            Some((from, until)) => Self::new(date(from)?, date(until)?),
            None => {
                let only: PartialDate = text.parse()?;
                let after = only.last_day().tomorrow().map(PartialDate::exactly);
                Self::new(Some(only), after.ok())
            }
        };
        match (period.runs_backwards(), period.is_without_days()) {
            (true, _) => Err(Error::new(format!("`{text}` ends before it begins"), "write the earlier date first")),
            (false, true) => Err(Error::new(
                format!("`{text}` holds no day: its second date is the first that no longer counts"),
                "write a later second date, or a single date for that day alone",
            )),
            (false, false) => Ok(period),
        }
    }
}

/// The two dates as they are written, of which one that is missing is empty; nothing of a date alone.
fn bounds(text: &str) -> Option<(&str, &str)> {
    let only = |word: &str| text.strip_prefix(word).filter(|date| !date.is_empty());
    text.split_once("..")
        .or_else(|| text.split_once(" to ").filter(|(from, until)| !from.is_empty() && !until.is_empty()))
        .or_else(|| only("from ").map(|from| (from, "")))
        .or_else(|| only("until ").map(|until| ("", until)))
        .or_else(|| (text == UNDATED).then_some(("", "")))
}

/// What a period without bounds is displayed as.
const UNDATED: &str = "undated";

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.until) {
            (None, None) => f.write_str(UNDATED),
            (Some(from), None) => write!(f, "from {from}"),
            (None, Some(until)) => write!(f, "until {until}"),
            (Some(from), Some(until)) => write!(f, "{from} to {until}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::written::{date, period};
    use super::*;

    #[test]
    fn until_is_exclusive_to_the_day_and_generous_otherwise() {
        assert!(!period("1992-05-15", "1999-04-02").holds_on(date("1999-04-02")));
        assert!(period("1992-05-15", "1999").holds_on(date("1999-12-31")));
        assert!(!period("1992-05-15", "1999").holds_on(date("2000-01-01")));
        assert!(period("1992", "").holds_on(date("1992-01-01")));
        assert!(period("1992-06-01", "1993-01-01").holds_on(date("1992")));
        assert!(!period("1992-06-01", "1993-01-01").holds_on(date("1993")));
    }

    #[test]
    fn ends_lately_for_a_month() {
        let term = period("1992-05-15", "1999-04-02");
        assert!(term.ended_lately(date("1999-04-02")) && term.ended_lately(date("1999-05-02")));
        assert!(!term.ended_lately(date("1999-04-01")) && !term.ended_lately(date("1999-05-03")));
        assert!(!term.ended_lately(date("1999-04")) && !period("1992", "1999").ended_lately(date("1999-12-31")));
    }

    #[test]
    fn covers_a_date_only_where_all_its_days_lie_within() {
        let decade: Period = "2012..2021".parse().unwrap();
        assert!(decade.covers(date("2012")) && decade.covers(date("2021-12-31")));
        assert!(!decade.covers(date("2022-01-01")) && !decade.covers(date("2011-12")));
        let march: Period = "2024-03".parse().unwrap();
        assert!(march.covers(date("2024-03")) && !march.covers(date("2024")) && !march.covers(date("2024-04-01")));
        assert!("..2024-03-05".parse::<Period>().unwrap().covers(date("1990")));
        assert!(!"..2024-03-05".parse::<Period>().unwrap().covers(date("2024-03-05")));
        assert!("..".parse::<Period>().unwrap().covers(date("1990")));
        for wrong in ["", "2021..2012", "2021-..", "then..now", "2021-05-01..2021-05-01", "2021-05..2021-05-01"] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong}");
        }
        for one_day in ["2021-05-01", "2021-05-01..2021-05-02"] {
            assert!(one_day.parse::<Period>().unwrap().covers(date("2021-05-01")), "{one_day}");
        }
    }

    #[test]
    fn reads_what_it_displays() {
        for (from, until) in [("1990", "1995"), ("1990-04", "1990-05-02"), ("1990", ""), ("", "1995-01-01"), ("", "")] {
            let period = period(from, until);
            assert_eq!(period.to_string().parse(), Ok(period));
        }
        for wrong in ["from ", "until ", " to ", "from 1990 to 1995", "until then", "1995 to 1990"] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn overlap_is_said_only_where_it_is_sure() {
        assert!(!period("1990", "1995").surely_overlaps(period("1995", "2000")));
        assert!(!period("1990-01-01", "1995-03-01").surely_overlaps(period("1995-03-01", "")));
        assert!(period("1990-01-01", "1995-03-02").surely_overlaps(period("1995-03-01", "")));
    }
}
