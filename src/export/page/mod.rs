//! A page to look at: the graph, drawn, with its articles and its evidence beside it, in one file of HTML.

mod data;
mod layout;
mod quadtree;
mod shown;
mod svg;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use self::data::Data;
use crate::graph::{ArticleRecord, RelationGraph};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
/// One script after the other, each of which may use those before it.
const SCRIPT: &str = concat!(
    include_str!("script/data.js"),
    include_str!("script/filters.js"),
    include_str!("script/looks.js"),
    include_str!("script/picture.js"),
    include_str!("script/view.js"),
    include_str!("script/reader.js"),
    include_str!("script/details.js"),
    include_str!("script/controls.js"),
    include_str!("script/main.js"),
);

impl RelationGraph {
    /// Returns the graph as one page of HTML that a browser opens without a network: a picture to move in, with
    /// search, filters and a slider of time, the articles with their mentions, and the evidence of each relation.
    ///
    /// The same graph gives the same page, to the byte, on every platform. The page holds the texts of the articles.
    /// It asks for nothing from outside: its policy (`Content-Security-Policy`) allows its own script and style, by
    /// their hashes, and nothing else.
    ///
    /// ```
    /// let page = detente::Extractor::bundled().extract("Chile met Peru.").into_graph().to_html();
    /// assert!(page.starts_with("<!doctype html>"));
    /// ```
    pub fn to_html(&self) -> String {
        // Writing numbers and strings into memory cannot fail.
        let data = serde_json::to_string(&Data::new(self)).unwrap_or_default();
        let [script, style] = [SCRIPT, STYLE].map(unix);
        let policy = format!(
            "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
            allowed(&script),
            allowed(&style)
        );
        fill(&unix(PAGE), |name| match name {
            "title" => escape(&title(self)),
            "policy" => policy.clone(),
            "style" => style.clone(),
            "script" => script.clone(),
            // Inside a string of JSON this is the same, and no text ends the element.
            "data" => data.replace('<', "\\u003c"),
            _ => String::new(),
        })
    }
}

/// A text as a Content-Security-Policy names it: by the base64 of its SHA-256.
fn allowed(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// A file of ours with line ends as a browser reads them, whatever a checkout made of them: it hashes what it reads.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// The template with each `{{name}}` replaced; what is put in is not looked at again.
fn fill(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut parts = template.split("{{");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or((part, ""));
        page.push_str(&value(name));
        page.push_str(rest);
    }
    page
}

fn title(graph: &RelationGraph) -> String {
    if let Some(only) = graph.only_article() {
        return only.title().map_or_else(|| only.id().into_owned(), str::to_owned);
    }
    let number = graph.articles().len();
    let dates = || graph.articles().filter_map(ArticleRecord::date);
    match (dates().min(), dates().max()) {
        (Some(first), Some(last)) => format!("{number} articles, {first} to {last}"),
        _ => format!("{number} articles"),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
