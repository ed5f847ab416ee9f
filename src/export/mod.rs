//! What was found, in the formats that people use.

mod dot;
mod json;
mod summary;

pub use summary::Summary;
