//! From what was found to what is written.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use detente::Format as GraphFormat;
use detente::{Clusters, Extraction, RelationGraph, Summary};

use crate::failure::{Failure, written};
use crate::options::{Format, Options};
use crate::screen::Screen;

/// Writes one article after the other, in one format.
pub(crate) struct Writer {
    out: Box<dyn Write>,
    format: Format,
    explain: bool,
    clusters: Clusters,
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

/// What is written to: the file that was named, or standard output.
fn open(options: &Options) -> Result<Box<dyn Write>, Failure> {
    match &options.output {
        None => Ok(Box::new(BufWriter::new(io::stdout()))),
        Some(path) => create(path),
    }
}

fn create(path: &Path) -> Result<Box<dyn Write>, Failure> {
    let file = File::create(path).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    Ok(Box::new(BufWriter::new(file)))
}

impl Writer {
    pub(crate) fn new(options: &Options) -> Result<Self, Failure> {
        let out = open(options)?;
        let Options { format, explain, clusters, .. } = *options;
        Ok(Self { out, format, explain, clusters, screen: screen(options), count: 0 })
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
            Format::Jsonl | Format::Csv => writeln!(out, "{}", found.to_json()),
            Format::Graph(GraphFormat::Dot) => {
                write!(out, "{}", RelationGraph::from(found).dot().clusters(self.clusters))
            }
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
    if let (Format::Csv, Some(path)) = (options.format, &options.output) {
        return tables(graph, path, options);
    }
    let mut out = open(options)?;
    let node_link = graph.node_link().evidence(options.evidence);
    written(match options.format {
        Format::Summary => write!(out, "{}", laid_out(Summary::of_graph(graph), &screen(options))),
        Format::Graph(GraphFormat::Json) => {
            serde_json::to_writer_pretty(&mut out, &node_link).map_err(Into::into).and_then(|()| end(&mut out))
        }
        Format::Graph(GraphFormat::Dot) => write!(out, "{}", graph.dot().clusters(options.clusters)),
        Format::Graph(format) => return write(graph, format, options, out),
        Format::Jsonl | Format::Csv => {
            serde_json::to_writer(&mut out, &node_link).map_err(Into::into).and_then(|()| end(&mut out))
        }
    })?;
    written(out.flush())
}

/// Writes nodes and edges, each into a file of its own.
fn tables(graph: &RelationGraph, path: &Path, options: &Options) -> Result<(), Failure> {
    if is_folder(path) {
        fs::create_dir_all(path).map_err(|error| format!("{} cannot be made: {error}", path.display()))?;
    }
    for format in [GraphFormat::Nodes, GraphFormat::Edges] {
        write(graph, format, options, create(&table(path, format))?)?;
    }
    Ok(())
}

fn write(
    graph: &RelationGraph,
    format: GraphFormat,
    options: &Options,
    mut out: Box<dyn Write>,
) -> Result<(), Failure> {
    if options.bom && matches!(format, GraphFormat::Nodes | GraphFormat::Edges | GraphFormat::Events) {
        written(out.write_all("\u{FEFF}".as_bytes()))?;
    }
    written(graph.write(format, &mut out))?;
    written(out.flush())
}

/// The file of a table: in the folder that was named, or what was named with the table's name after it.
fn table(path: &Path, format: GraphFormat) -> PathBuf {
    if is_folder(path) {
        return path.join(format!("{format}.csv"));
    }
    let name = match path.extension() {
        Some(extension) if extension == "csv" => path.file_stem(),
        _ => path.file_name(),
    };
    let mut name = name.unwrap_or_default().to_owned();
    name.push(format!("-{format}.csv"));
    path.with_file_name(name)
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n")
}

/// Why each mention means what it means, which words signal each event, and which listed names were passed over.
fn explanation(found: &Extraction<'_>) -> String {
    let mentions = found.mentions().map(|mention| mention.why());
    let signals = found.relations().flat_map(|relation| {
        let told = relation.evidence().filter_map(|evidence| evidence.event());
        told.map(move |event| {
            let (source, kind, target) = (relation.source(), relation.kind(), relation.target());
            format!("{source} ─{kind}→ {target}: {}", event.why())
        })
    });
    let part = |title: &str, lines: Vec<String>| match lines.is_empty() {
        true => String::new(),
        false => lines.iter().fold(format!("\n{title}\n"), |text, line| text + "  " + line + "\n"),
    };
    part("Why", mentions.collect())
        + &part("Signals of events", signals.collect())
        + &part("Passed over", found.passed_over().iter().map(ToString::to_string).collect())
}
