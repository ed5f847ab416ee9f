//! Dates as exact as they are known, and periods between them.

mod days;
mod partial;
mod period;

pub use partial::PartialDate;
pub use period::Period;

pub(crate) use days::Days;
