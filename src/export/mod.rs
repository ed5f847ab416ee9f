//! What was found, in the formats that people use.

mod changes;
mod clean;
mod dot;
#[cfg(feature = "formats")]
mod formats;
mod json;
#[cfg(feature = "page")]
mod page;
mod summary;
mod terminal;

pub use changes::Changes;
pub use dot::{Clusters, Dot};
#[cfg(feature = "formats")]
pub use formats::Format;
pub use json::NodeLink;
pub use summary::Summary;
