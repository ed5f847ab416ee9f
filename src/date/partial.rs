//! Dates as exact as they are known.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::as_text::as_text;
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

as_text!(PartialDate);

#[cfg(test)]
mod tests {
    use super::super::written::date;
    use super::*;

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
}
