//! What was found, in the formats that people use.

mod dot;
mod json;
mod summary;

pub use json::NodeLink;
pub use summary::Summary;
