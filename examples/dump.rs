//! Reads articles and writes what is found in them: a summary, node-link JSON, or Graphviz DOT.

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use detente::{Article, Extraction, Extractor, Gazetteer, PartialDate, RelationGraph, Summary, Window};
use lexopt::prelude::*;

const HELP: &str = "\
dump: what articles say about who relates to whom

usage: dump [OPTIONS] FILE...        (- is standard input)

  --input text|markdown|jsonl    how the input is marked up; else the extension decides (.md, .jsonl)
  --format summary|json|jsonl|dot    what to write (default: summary)
  --date YYYY[-MM[-DD]]          the date of articles that do not state one
  --window sentence|3-sentences|25-tokens|paragraph|article    within what two names count as together
  --gazetteer PATH               a file or folder over the bundled gazetteer; may be repeated
  --no-bundled                   without the bundled gazetteer
  --all-modalities               events only threatened, asked for, denied or hypothetical make edges too
  --merge                        one graph of all articles, in the formats json, jsonl and dot
  --evidence N                   how many passages stand on each edge of a merged graph (default: 10); counts are exact
  --explain                      after each summary, why each mention means what it means
";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Input {
    Text,
    Markdown,
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Summary,
    Json,
    Jsonl,
    Dot,
}

struct Options {
    input: Option<Input>,
    format: Format,
    date: Option<PartialDate>,
    window: Window,
    gazetteers: Vec<String>,
    bundled: bool,
    explain: bool,
    all_modalities: bool,
    merge: bool,
    evidence: usize,
    files: Vec<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Pipe) => ExitCode::SUCCESS,
        Err(Failure::Said(message)) => {
            eprintln!("dump: {message}");
            ExitCode::FAILURE
        }
    }
}

enum Failure {
    /// Whoever read the output has read enough.
    Pipe,
    Said(String),
}

impl<E: std::fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Said(error.to_string())
    }
}

fn written(result: io::Result<()>) -> Result<(), Failure> {
    result.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Pipe,
        _ => Failure::Said(format!("the output cannot be written: {error}")),
    })
}

fn run() -> Result<(), Failure> {
    let Some(options) = options()? else {
        print!("{HELP}");
        return Ok(());
    };
    let extractor = extractor(&options)?;
    if options.merge {
        return merge(&extractor, &options);
    }
    let mut writer = Writer::new(options.format, options.explain);
    for file in &options.files {
        for article in articles(file, &options)? {
            writer.article(&extractor.extract(article))?;
        }
    }
    writer.finish()
}

fn options() -> Result<Option<Options>, Failure> {
    let mut options = Options {
        input: None,
        format: Format::Summary,
        date: None,
        window: Window::default(),
        gazetteers: Vec::new(),
        bundled: true,
        explain: false,
        all_modalities: false,
        merge: false,
        evidence: 10,
        files: Vec::new(),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("input") => options.input = Some(input_named(&parser.value()?.string()?)?),
            Long("format") => options.format = format_named(&parser.value()?.string()?)?,
            Long("date") => {
                options.date = Some(parser.value()?.string()?.parse().map_err(|e: detente::Error| e.to_string())?)
            }
            Long("window") => {
                options.window = parser.value()?.string()?.parse().map_err(|e: detente::Error| e.to_string())?
            }
            Long("gazetteer") => options.gazetteers.push(parser.value()?.string()?),
            Long("no-bundled") => options.bundled = false,
            Long("all-modalities") => options.all_modalities = true,
            Long("merge") => options.merge = true,
            Long("evidence") => options.evidence = parser.value()?.parse()?,
            Long("explain") => options.explain = true,
            Long("help") | Short('h') => return Ok(None),
            Value(file) => options.files.push(file.string()?),
            other => return Err(Failure::Said(format!("{}; --help lists the options", other.unexpected()))),
        }
    }
    if options.files.is_empty() {
        return Err(Failure::Said("no file is given; name one, or - for standard input (--help)".to_owned()));
    }
    Ok(Some(options))
}

fn input_named(word: &str) -> Result<Input, Failure> {
    match word {
        "text" => Ok(Input::Text),
        "markdown" => Ok(Input::Markdown),
        "jsonl" => Ok(Input::Jsonl),
        _ => Err(Failure::Said(format!("`{word}` is no input; write text, markdown or jsonl"))),
    }
}

fn format_named(word: &str) -> Result<Format, Failure> {
    match word {
        "summary" => Ok(Format::Summary),
        "json" => Ok(Format::Json),
        "jsonl" => Ok(Format::Jsonl),
        "dot" => Ok(Format::Dot),
        _ => Err(Failure::Said(format!("`{word}` is no format; write summary, json, jsonl or dot"))),
    }
}

fn extractor(options: &Options) -> Result<Extractor, Failure> {
    let builder = Extractor::builder().window(options.window).all_modalities(options.all_modalities);
    if options.bundled && options.gazetteers.is_empty() {
        return Ok(builder.build()?);
    }
    let mut gazetteer = Gazetteer::builder();
    if options.bundled {
        gazetteer = gazetteer.bundled();
    }
    for path in &options.gazetteers {
        gazetteer = gazetteer.path(path);
    }
    Ok(builder.gazetteer(gazetteer.build()?).build()?)
}

fn articles(file: &str, options: &Options) -> Result<Vec<Article<'static>>, Failure> {
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
    let input =
        options.input.unwrap_or_else(|| match Path::new(file).extension().and_then(|extension| extension.to_str()) {
            Some("md") => Input::Markdown,
            Some("jsonl") => Input::Jsonl,
            _ => Input::Text,
        });
    let stem = Path::new(file).file_stem().map_or("-".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let mut articles = match input {
        Input::Text => vec![Article::new(text)],
        Input::Markdown => vec![Article::from_markdown(text).map_err(|error| format!("{file}: {error}"))?],
        Input::Jsonl => text
            .split('\n')
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(number, line)| {
                Article::from_json(line).map_err(|error| format!("{file}, line {}: {error}", number + 1))
            })
            .collect::<Result<_, _>>()?,
    };
    let only = articles.len() == 1;
    for (number, article) in articles.iter_mut().enumerate() {
        if article.id().is_none() {
            let id = if only { stem.clone() } else { format!("{stem}:{}", number + 1) };
            *article = std::mem::replace(article, Article::new("")).with_id(id);
        }
        if let (None, Some(date)) = (article.date(), options.date) {
            *article = std::mem::replace(article, Article::new("")).with_date(date);
        }
    }
    Ok(articles)
}

/// Writes one graph of all articles.
fn merge(extractor: &Extractor, options: &Options) -> Result<(), Failure> {
    let mut graphs = Vec::new();
    for file in &options.files {
        graphs.extend(articles(file, options)?.into_iter().map(|article| extractor.extract(article).into_graph()));
    }
    let graph = RelationGraph::merged(graphs)?;
    for (article, times) in graph.repeated() {
        eprintln!("dump: the article {} was given {times} times and counts once", article.id());
    }
    let mut out = BufWriter::new(io::stdout());
    let node_link = graph.node_link().evidence(options.evidence);
    match options.format {
        Format::Json => written(serde_json::to_writer_pretty(&mut out, &node_link).map_err(io::Error::from))?,
        Format::Jsonl => written(serde_json::to_writer(&mut out, &node_link).map_err(io::Error::from))?,
        Format::Dot => return written(write!(out, "{}", graph.to_dot()).and_then(|()| out.flush())),
        Format::Summary => return Err(Failure::Said("a merged graph has no summary yet; write --format json".into())),
    }
    written(writeln!(out).and_then(|()| out.flush()))
}

/// Writes one article after the other, in one format.
struct Writer {
    out: BufWriter<io::Stdout>,
    format: Format,
    explain: bool,
    width: usize,
    colour: bool,
    count: usize,
}

impl Writer {
    fn new(format: Format, explain: bool) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
        let colour = is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { out: BufWriter::new(io::stdout()), format, explain, width: width.min(140), colour, count: 0 }
    }

    fn article(&mut self, found: &Extraction<'_>) -> Result<(), Failure> {
        let first = self.count == 0;
        self.count += 1;
        let out = &mut self.out;
        written(match self.format {
            Format::Summary => {
                let gap = if first { "" } else { "\n" };
                let summary = Summary::new(found).width(self.width).colour(self.colour);
                let explained = if self.explain { explanation(found) } else { String::new() };
                write!(out, "{gap}{summary}{explained}")
            }
            Format::Json => {
                let indented = found.to_json_pretty().replace('\n', "\n  ");
                write!(out, "{}\n  {indented}", if first { "[" } else { "," })
            }
            Format::Jsonl => writeln!(out, "{}", found.to_json()),
            Format::Dot => write!(out, "{}", detente::RelationGraph::from(found).to_dot()),
        })
    }

    fn finish(mut self) -> Result<(), Failure> {
        if self.format == Format::Json {
            let end = if self.count == 0 { "[]\n" } else { "\n]\n" };
            written(self.out.write_all(end.as_bytes()))?;
        }
        written(self.out.flush())
    }
}

fn explanation(found: &Extraction<'_>) -> String {
    let lines: String = found.mentions().map(|mention| format!("  {}\n", mention.why())).collect();
    format!("\nWhy\n{lines}")
}
