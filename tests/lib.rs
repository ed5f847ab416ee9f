//! All integration tests, as one binary: one link, shared helpers.

#[cfg(feature = "markdown")]
mod articles;
mod cases;
mod gazetteer;
mod layering;
mod matching;
mod merging;
mod output;
mod properties;
mod sentences;
mod traits;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use detente::{Extractor, Gazetteer};

/// A path in the crate's folder.
fn in_crate(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// An extractor over a gazetteer of a few lines.
fn extractor_over(toml: &str) -> Extractor {
    let gazetteer = Gazetteer::builder().text("test.toml", toml).build().unwrap();
    Extractor::builder().gazetteer(gazetteer).build().unwrap()
}

/// An extractor that knows no name, for tests of what needs none.
fn nameless() -> &'static Extractor {
    static NAMELESS: LazyLock<Extractor> = LazyLock::new(|| extractor_over(""));
    &NAMELESS
}
