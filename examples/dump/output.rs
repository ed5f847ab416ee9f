//! From what was found to what is written.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use detente::Format as GraphFormat;
use detente::{Extraction, RelationGraph, Summary};

use crate::failure::{Failure, written};
use crate::options::{Format, Options};
use crate::screen::Screen;

/// Writes one article after the other, in one format.
pub(crate) struct Writer {
    out: Box<dyn Write>,
    format: Format,
    explain: bool,
    screen: Screen,
    count: usize,
}

/// The screen of a summary, without colours where it goes into a file.
fn screen(options: &Options) -> Screen {
    let screen = Screen::stdout();
    Screen { colour: screen.colour && options.output.is_none(), ..screen }
}

fn laid_out<'e>(summary: Summary<'e>, screen: &Screen) -> Summary<'e> {
    summary.width(screen.width).colour(screen.colour)
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
        Ok(Self { out, format: options.format, explain: options.explain, screen: screen(options), count: 0 })
    }

    pub(crate) fn article(&mut self, found: &Extraction<'_>) -> Result<(), Failure> {
        let first = self.count == 0;
        self.count += 1;
        let out = &mut self.out;
        written(match self.format {
            Format::Summary => {
                let gap = if first { "" } else { "\n" };
                let summary = laid_out(Summary::new(found), &self.screen);
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
        Format::Summary => write!(out, "{}", laid_out(Summary::of_graph(graph), &screen(options))),
        Format::Jsonl => serde_json::to_writer(&mut out, &node_link).map_err(Into::into).and_then(|()| end(&mut out)),
    })?;
    written(out.flush())
}

fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n")
}

fn explanation(found: &Extraction<'_>) -> String {
    let lines: String = found.mentions().map(|mention| format!("  {}\n", mention.why())).collect();
    format!("\nWhy\n{lines}")
}
