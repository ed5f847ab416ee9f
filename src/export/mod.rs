//! What was found, in the formats that people use.

#[cfg(feature = "formats")]
mod attribute;
mod changes;
mod dot;
#[cfg(feature = "formats")]
mod format;
#[cfg(feature = "formats")]
mod gexf;
#[cfg(feature = "formats")]
mod graphml;
mod json;
mod summary;
mod terminal;
#[cfg(feature = "formats")]
mod xml;

pub use changes::Changes;
#[cfg(feature = "formats")]
pub use format::Format;
pub use json::NodeLink;
pub use summary::Summary;

/// What is written into memory, as text.
#[cfg(feature = "formats")]
fn text(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail, and all formats are UTF-8.
    let _ = write(&mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}
