//! temp
#![forbid(unsafe_code)]
mod article;
#[doc(hidden)]
pub mod bench;
mod date;
mod error;
mod export;
mod extraction;
mod extractor;
mod gazetteer;
mod graph;
mod lexicon;
mod matcher;
mod mention;
mod relation;
mod source;
mod span;
mod vocabulary;
mod word;
pub use article::*;
pub use date::*;
pub use error::*;
pub use export::*;
pub use extraction::*;
pub use extractor::*;
pub use gazetteer::*;
pub use graph::{Edge, Node, RelationGraph};
pub use relation::*;
pub use span::*;
pub use vocabulary::*;
