//! Days as numbers.

use jiff::civil::Date;

use super::{PartialDate, Period};

/// A stretch of days as numbers, to compare it with many others: the first day, and the first one after.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Days {
    first: i32,
    after: i32,
}

impl Days {
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

#[cfg(test)]
mod tests {
    use super::super::written::{date, period};
    use super::*;

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
}
