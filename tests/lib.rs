//! All integration tests, as one binary: one link, shared helpers.

#[cfg(feature = "markdown")]
mod articles;
mod cases;
mod copies;
mod differences;
mod dot;
#[cfg(all(feature = "formats", feature = "html", feature = "markdown"))]
mod examples;
mod filters;
#[cfg(feature = "formats")]
mod formats;
mod gazetteer;
mod layering;
mod matching;
mod measures;
mod merging;
mod output;
#[cfg(feature = "page")]
mod page;
mod properties;
mod records;
mod rollups;
mod sentences;
mod slices;
mod summaries;
mod traits;
mod weights;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use detente::{Article, Extractor, Gazetteer, RelationGraph};

/// A path in the crate's folder.
fn in_crate(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// An extractor over a gazetteer of a few lines.
fn extractor_over(toml: &str) -> Extractor {
    let gazetteer = Gazetteer::builder().text("test.toml", toml).build().unwrap();
    Extractor::builder().gazetteer(gazetteer).build().unwrap()
}

/// The merged graph of articles, each with its id, its date or none, and its text.
fn graph_of(articles: &[(&str, &str, &str)]) -> RelationGraph {
    let graphs = articles.iter().map(|&(id, date, text)| {
        let article = Article::new(text).with_id(id);
        let article = if date.is_empty() { article } else { article.dated(date).unwrap() };
        Extractor::bundled().extract(article).into_graph()
    });
    RelationGraph::merged(graphs).unwrap()
}

/// An extractor that knows no name, for tests of what needs none.
fn nameless() -> &'static Extractor {
    static NAMELESS: LazyLock<Extractor> = LazyLock::new(|| extractor_over(""));
    &NAMELESS
}
