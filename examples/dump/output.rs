//! From what was found to what is written.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};

use detente::Format as GraphFormat;
use detente::{Extraction, RelationGraph, Summary};

use crate::Failure;
use crate::options::{Format, Options};

/// Writes one article after the other, in one format.
pub(crate) struct Writer {
    out: Box<dyn Write>,
    format: Format,
    explain: bool,
    page: Page,
    count: usize,
}

/// How wide a summary is, and whether in colour.
#[derive(Clone, Copy)]
struct Page {
    width: usize,
    colour: bool,
}

impl Page {
    fn new(options: &Options) -> Self {
        let is_terminal = options.output.is_none() && io::stdout().is_terminal();
        let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
        let colour = is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { width: width.min(140), colour }
    }

    fn of<'e>(self, summary: Summary<'e>) -> Summary<'e> {
        summary.width(self.width).colour(self.colour)
    }
}

/// Where it is written: the file that was named, or standard output.
fn open(options: &Options) -> Result<Box<dyn Write>, Failure> {
    match &options.output {
        None => Ok(Box::new(BufWriter::new(io::stdout()))),
        Some(path) => {
            let file = File::create(path);
            let file = file.map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
            Ok(Box::new(BufWriter::new(file)))
        }
    }
}

impl Writer {
    pub(crate) fn new(options: &Options) -> Result<Self, Failure> {
        let out = open(options)?;
        Ok(Self { out, format: options.format, explain: options.explain, page: Page::new(options), count: 0 })
    }

    pub(crate) fn article(&mut self, found: &Extraction<'_>) -> Result<(), Failure> {
        let first = self.count == 0;
        self.count += 1;
        let out = &mut self.out;
        written(match self.format {
            Format::Summary => {
                let gap = if first { "" } else { "\n" };
                let summary = self.page.of(Summary::new(found));
                let explained = if self.explain { explanation(found) } else { String::new() };
                write!(out, "{gap}{summary}{explained}")
            }
            Format::Graph(GraphFormat::Json) => {
                let indented = found.to_json_pretty().replace('\n', "\n  ");
                write!(out, "{}\n  {indented}", if first { "[" } else { "," })
            }
            Format::Jsonl => writeln!(out, "{}", found.to_json()),
            Format::Graph(format) => RelationGraph::from(found).write(format, out),
        })
    }

    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        if self.format == Format::Graph(GraphFormat::Json) {
            let end = if self.count == 0 { "[]\n" } else { "\n]\n" };
            written(self.out.write_all(end.as_bytes()))?;
        }
        written(self.out.flush())
    }
}

/// Writes one graph of many articles.
pub(crate) fn merged(graph: &RelationGraph, options: &Options) -> Result<(), Failure> {
    let mut out = open(options)?;
    let node_link = graph.node_link().evidence(options.evidence);
    written(match options.format {
        Format::Graph(GraphFormat::Json) => {
            serde_json::to_writer_pretty(&mut out, &node_link).map_err(Into::into).and_then(|()| end(&mut out))
        }
        Format::Graph(format) => graph.write(format, &mut out),
        Format::Summary => write!(out, "{}", Page::new(options).of(Summary::of_graph(graph))),
        Format::Jsonl => serde_json::to_writer(&mut out, &node_link).map_err(Into::into).and_then(|()| end(&mut out)),
    })?;
    written(out.flush())
}

fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n")
}

fn written(result: io::Result<()>) -> Result<(), Failure> {
    result.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Pipe,
        _ => Failure::Said(format!("the output cannot be written: {error}")),
    })
}

fn explanation(found: &Extraction<'_>) -> String {
    let lines: String = found.mentions().map(|mention| format!("  {}\n", mention.why())).collect();
    format!("\nWhy\n{lines}")
}
