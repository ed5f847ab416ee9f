//! Dates as exact as they are known, and periods between them.

mod days;
mod partial;
mod period;

pub use partial::PartialDate;
pub use period::Period;

pub(crate) use days::Days;

/// What tests write as text.
#[cfg(test)]
mod written {
    use super::{PartialDate, Period};

    pub(super) fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    /// A period; an end that is no date is open.
    pub(super) fn period(from: &str, until: &str) -> Period {
        Period::new(from.parse().ok(), until.parse().ok())
    }
}
