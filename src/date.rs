//! Dates as exact as they are known, and periods between them.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::error::Error;

/// A date as exact as it is known: a year, a month or a day of the Gregorian calendar.
///
/// It is read from and written as ISO 8601: `1991`, `1991-12` or `1991-12-26`.
///
/// ```
/// use detente::PartialDate;
///
/// let date: PartialDate = "1991-12".parse()?;
/// assert_eq!(date.to_string(), "1991-12");
/// assert_eq!(date.year(), 1991);
/// assert!("1991-02-30".parse::<PartialDate>().is_err());
/// # Ok::<(), detente::Error>(())
/// ```
///
/// Dates sort by the first day that they may mean, of two with the same first day the less exact before the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    first: Date,
    precision: Precision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

impl PartialDate {
    /// Returns the year.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// Returns the month, 1 to 12, where it is known.
    pub fn month(self) -> Option<i8> {
        (self.precision >= Precision::Month).then(|| self.first.month())
    }

    /// Returns the day of the month, 1 to 31, where it is known.
    pub fn day(self) -> Option<i8> {
        (self.precision == Precision::Day).then(|| self.first.day())
    }

    /// Returns whether the day is known.
    pub fn is_exact(self) -> bool {
        self.precision == Precision::Day
    }

    /// The date of that day.
    pub(crate) const fn exactly(day: Date) -> Self {
        Self { first: day, precision: Precision::Day }
    }

    /// The first day that it may mean.
    pub(crate) fn first_day(self) -> Date {
        self.first
    }

    /// The last day that it may mean.
    pub(crate) fn last_day(self) -> Date {
        match self.precision {
            Precision::Year => self.first.last_of_year(),
            Precision::Month => self.first.last_of_month(),
            Precision::Day => self.first,
        }
    }
}

impl FromStr for PartialDate {
    type Err = Error;

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// When the text has another form or names a day that the calendar does not have.
    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || Error::date(text);
        let bytes = text.as_bytes();
        let precision = match bytes.len() {
            4 => Precision::Year,
            7 => Precision::Month,
            10 => Precision::Day,
            _ => return Err(wrong()),
        };
        // One part behind another, each with the hyphen before it; what is not stated is the first.
        let part = |start: usize, width: usize| match bytes.get(start..start + width) {
            None => Some(1),
            Some(_) if start > 0 && bytes[start - 1] != b'-' => None,
            Some(digits) => digits.iter().try_fold(0, |number: i16, digit| {
                digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0'))
            }),
        };
        let (Some(year), Some(month), Some(day)) = (part(0, 4), part(5, 2), part(8, 2)) else { return Err(wrong()) };
        let first = Date::new(year, month as i8, day as i8).map_err(|_| wrong())?;
        Ok(Self { first, precision })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.first.year())?;
        if self.precision >= Precision::Month {
            write!(f, "-{:02}", self.first.month())?;
        }
        if self.precision == Precision::Day {
            write!(f, "-{:02}", self.first.day())?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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

    /// Whether the two surely share a day, whatever day an inexact bound turns out to mean.
    pub(crate) fn surely_overlaps(self, other: Self) -> bool {
        let before = |a: Option<PartialDate>, b: Option<PartialDate>| match (a, b) {
            (Some(from), Some(until)) => from.last_day() < until.first_day(),
            _ => true,
        };
        before(self.from, other.until) && before(other.from, self.until)
    }
}

/// A stretch of days as numbers, to compare it with many others: the first day, and the first one after.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Days {
    first: i32,
    after: i32,
}

impl Days {
    /// Whether there is no day among them.
    fn are_none(self) -> bool {
        self.first >= self.after
    }

    /// Whether the two share a day.
    pub(crate) fn meet(self, other: Self) -> bool {
        self.first < other.after && other.first < self.after
    }
}

/// A number that sorts as the day does.
fn number(day: Date) -> i32 {
    i32::from(day.year()) << 9 | i32::from(day.month()) << 5 | i32::from(day.day())
}

impl From<PartialDate> for Days {
    /// The days that the date may mean.
    fn from(date: PartialDate) -> Self {
        Self { first: number(date.first_day()), after: number(date.last_day()) + 1 }
    }
}

impl From<Period> for Days {
    /// The days on which the period holds: it [holds on](Period::holds_on) the dates that it meets.
    fn from(period: Period) -> Self {
        let after = |until: PartialDate| match until.is_exact() {
            true => number(until.first_day()),
            false => number(until.last_day()) + 1,
        };
        Self {
            first: period.from.map_or(i32::MIN, |from| number(from.first_day())),
            after: period.until.map_or(i32::MAX, after),
        }
    }
}

impl FromStr for Period {
    type Err = Error;

    /// Reads `FROM..UNTIL`, either of which may be missing, or a single date for the time that it means.
    ///
    /// # Errors
    ///
    /// When one of them is no date, the second lies before the first, or no day lies between them.
    fn from_str(text: &str) -> Result<Self, Error> {
        let date = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some),
        };
        let period = match text.split_once("..") {
            Some((from, until)) => Self::new(date(from)?, date(until)?),
            None => {
                let only: PartialDate = text.parse()?;
                let after = only.last_day().tomorrow().map(PartialDate::exactly);
                Self::new(Some(only), after.ok())
            }
        };
        match (period.runs_backwards(), Days::from(period).are_none()) {
            (true, _) => Err(Error::new(format!("`{text}` ends before it begins"), "write the earlier date first")),
            (false, true) => Err(Error::new(
                format!("`{text}` holds no day: its second date is the first that no longer counts"),
                "write a later second date, or a single date for that day alone",
            )),
            (false, false) => Ok(period),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.until) {
            (None, None) => f.write_str("undated"),
            (Some(from), None) => write!(f, "from {from}"),
            (None, Some(until)) => write!(f, "until {until}"),
            (Some(from), Some(until)) => write!(f, "{from} to {until}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    fn period(from: &str, until: &str) -> Period {
        Period::new(from.parse().ok(), until.parse().ok())
    }

    #[test]
    fn reads_what_it_writes() {
        for text in ["0000", "1945", "1991-12", "2024-02-29", "9999-12-31"] {
            assert_eq!(date(text).to_string(), text);
            let json = serde_json::to_string(&date(text)).unwrap();
            assert_eq!(serde_json::from_str::<PartialDate>(&json).unwrap(), date(text));
        }
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        for text in ["", "91", "1991-13", "2023-02-29", "1991-1-1", "1991-12-26T00", "+991", "1991-"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

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
    fn holds_on_the_dates_that_its_days_meet() {
        let dates = ["1991", "1991-12", "1991-12-31", "1992-01-01", "1992-02", "1992-02-29", "1992-03-01", "1993"];
        for from in dates.iter().chain(&[""]) {
            for until in dates.iter().chain(&[""]) {
                let period = period(from, until);
                for on in dates.map(date) {
                    assert_eq!(Days::from(period).meet(on.into()), period.holds_on(on), "{period} on {on}");
                }
            }
        }
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
    fn overlap_is_said_only_where_it_is_sure() {
        assert!(!period("1990", "1995").surely_overlaps(period("1995", "2000")));
        assert!(!period("1990-01-01", "1995-03-01").surely_overlaps(period("1995-03-01", "")));
        assert!(period("1990-01-01", "1995-03-02").surely_overlaps(period("1995-03-01", "")));
    }
}
