//! From files to articles.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use detente::{Article, PartialDate};

/// How an input is marked up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    Text,
    Markdown,
    Html,
    Jsonl,
}

/// The inputs, by their words and the extensions of their files.
const INPUTS: &[(&str, &[&str], Input)] = &[
    ("text", &["txt"], Input::Text),
    ("markdown", &["md", "markdown"], Input::Markdown),
    ("html", &["html", "htm"], Input::Html),
    ("jsonl", &["jsonl", "ndjson"], Input::Jsonl),
];

/// Extensions of what holds articles, but is none: to read it as prose would make one article of a whole table.
const TABLES: [&str; 5] = ["csv", "tsv", "json", "parquet", "xlsx"];

/// Extensions of what is no text before another program has read it.
const PACKED: [&str; 4] = ["pdf", "docx", "gz", "zip"];

impl Input {
    /// The input of that word.
    pub(crate) fn named(word: &str) -> Result<Self, String> {
        let found = INPUTS.iter().find(|(own, ..)| *own == word);
        found.map(|&(.., input)| input).ok_or_else(|| {
            let words: Vec<&str> = INPUTS.iter().map(|&(word, ..)| word).collect();
            format!("`{word}` is no input; write one of {}", words.join(", "))
        })
    }

    /// The input that a file's extension stands for.
    fn of_extension(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        INPUTS.iter().find(|(_, extensions, _)| extensions.contains(&extension)).map(|&(.., input)| input)
    }

    /// The input of a file that is named without saying which: what its extension stands for, or plain text.
    fn of_file(path: &Path) -> Result<Self, String> {
        let wrong = |problem: &str, cure: &str| Err(format!("{} {problem}; {cure}, or name --input", path.display()));
        match path.extension().and_then(|extension| extension.to_str()) {
            Some(extension) if TABLES.contains(&extension) => wrong(
                "is a table, and no article",
                "make JSON lines of it, a record for each row (docs/corpora.md shows how)",
            ),
            Some(extension) if PACKED.contains(&extension) => wrong("is no text", "take the text out of it first"),
            _ => Ok(Self::of_extension(path).unwrap_or(Self::Text)),
        }
    }
}

/// The files that a path means: itself, or of a folder those with an extension of articles, by name.
pub(crate) fn files(path: &str) -> Result<Vec<String>, String> {
    if !Path::new(path).is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let wrong = |error: io::Error| format!("{path} cannot be read: {error}");
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(wrong)? {
        let entry = entry.map_err(wrong)?.path();
        if entry.is_file() && Input::of_extension(&entry).is_some() {
            files.push(entry.to_string_lossy().into_owned());
        }
    }
    if files.is_empty() {
        let known: Vec<&str> = INPUTS.iter().flat_map(|(_, extensions, _)| *extensions).copied().collect();
        return Err(format!("{path} holds no article; name a file, or a folder of .{} files", known.join(", .")));
    }
    files.sort();
    Ok(files)
}

/// The articles of a file, each with an id, and a date if one is known or given. Without an input the extension
/// decides; what has none is plain text.
pub(crate) fn articles(
    file: &str,
    input: Option<Input>,
    date: Option<PartialDate>,
) -> Result<Vec<Article<'static>>, String> {
    let path = Path::new(file);
    let input = input.map_or_else(|| Input::of_file(path), Ok)?;
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
    let articles = match input {
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
        match (article.date(), date) {
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
