//! From files to articles.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use detente::Article;

use crate::Failure;
use crate::options::{Input, Options};

/// The articles of a file, each with an id, and a date if one is known.
pub(crate) fn articles(file: &str, options: &Options) -> Result<Vec<Article<'static>>, Failure> {
    let bytes = match file {
        "-" => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        path => fs::read(path),
    };
    let bytes = bytes.map_err(|error| format!("{file} cannot be read: {error}; check the path"))?;
    // What is not UTF-8 is repaired, and offsets mean the repaired text.
    let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    let path = Path::new(file);
    let extension = path.extension().and_then(|extension| extension.to_str());
    let articles = match options.input.unwrap_or_else(|| Input::of_extension(extension)) {
        Input::Text => vec![Article::new(text)],
        Input::Markdown => vec![Article::from_markdown(text).map_err(|error| format!("{file}: {error}"))?],
        Input::Html => vec![Article::from_html(text)],
        Input::Jsonl => records(file, &text)?,
    };
    let stem = path.file_stem().map_or("-".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let only = articles.len() == 1;
    let labelled = articles.into_iter().enumerate().map(|(number, mut article)| {
        if article.id().is_none() {
            article = article.with_id(if only { stem.clone() } else { format!("{stem}:{}", number + 1) });
        }
        article = article.with_dateline();
        match (article.date(), options.date) {
            (None, Some(date)) => article.with_date(date),
            _ => article,
        }
    });
    Ok(labelled.collect())
}

fn records(file: &str, text: &str) -> Result<Vec<Article<'static>>, String> {
    let lines = text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| Article::from_json(line).map_err(|error| format!("{file}, line {}: {error}", number + 1)))
        .collect()
}
