//! A year of articles, or thirty, as one graph: who stands in it, who did what to whom, who is named together more than
//! by chance, and when.

#[path = "common/failure.rs"]
mod failure;
#[path = "common/input.rs"]
mod input;
#[path = "common/paint.rs"]
mod paint;
#[path = "common/screen.rs"]
mod screen;
#[path = "common/sources.rs"]
mod sources;

use std::cmp::Reverse;
use std::io::{self, Write};
use std::process::ExitCode;

use detente::{Association, Calendar, Entity, Interval, Node, RelationGraph, RollUp, Summary};
use lexopt::prelude::*;

use failure::{Failure, written};
use screen::Screen;
use sources::Sources;

const HELP: &str = "\
corpus: many articles as one graph

usage: corpus [OPTIONS] FILE...

  --states                       people count as the states and blocs that they serve
  --by day|week|month|quarter|year    the steps of the bars over time (default: year)
  --rows N                       how many rows each part has at the most (default: 8)
";

/// The least number of windows that make a pair worth a comparison with chance.
const SEVERAL: u64 = 3;

fn main() -> ExitCode {
    failure::end("corpus", run(lexopt::Parser::from_env(), &mut io::stdout().lock()))
}

pub(crate) fn run(parser: lexopt::Parser, out: &mut impl Write) -> Result<(), Failure> {
    let (mut states, mut interval, mut rows) = (false, Interval::Year, 8);
    let sources = Sources::parse(parser, |name, parser| {
        match name {
            "states" => states = true,
            "by" => interval = parser.value()?.string()?.parse()?,
            "rows" => rows = parser.value()?.parse()?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let Some(sources) = sources else {
        return written(write!(out, "{HELP}{}", sources::HELP));
    };
    let gazetteer = sources.gazetteer()?;
    let mut graph = sources.graph(&sources.extractor(&gazetteer).build()?, "corpus")?;
    if states {
        graph = graph.rolled_up(&RollUp::new(&gazetteer));
    }
    let screen = Screen::stdout();
    let summary = Summary::of_graph(&graph).width(screen.width).colour(screen.colour).rows(rows);
    written(write!(out, "{summary}"))?;
    written(beyond_chance(&graph, rows, &screen, out))?;
    written(over_time(&graph, interval, rows, &screen, out))
}

/// The pairs that are named together more often than how often each is named would give.
fn beyond_chance(graph: &RelationGraph, rows: usize, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let mut pairs: Vec<(&Entity, &Entity, Association)> = graph.associations();
    pairs.retain(|(.., pair)| pair.together() >= SEVERAL);
    pairs.sort_by(|a, b| b.2.log_likelihood().total_cmp(&a.2.log_likelihood()));
    writeln!(out, "\n{}", screen.bold("Named together beyond chance"))?;
    writeln!(out, "{}", screen.dim("  together  each      NPMI   G²"))?;
    for (a, b, pair) in pairs.iter().take(rows) {
        let each = format!("{} + {}", pair.first(), pair.second());
        let (npmi, likelihood) = (pair.npmi(), pair.log_likelihood());
        writeln!(out, "  {:>8}  {each:8}  {npmi:.2}  {likelihood:>5.0}   {a} ─ {b}", pair.together())?;
    }
    Ok(())
}

/// How often the most named are mentioned in each stretch of time.
fn over_time(
    graph: &RelationGraph,
    interval: Interval,
    rows: usize,
    screen: &Screen,
    out: &mut impl Write,
) -> io::Result<()> {
    let calendar = Calendar::of(graph, interval);
    let (Some(first), Some(last)) = (calendar.stretches().next(), calendar.stretches().last()) else { return Ok(()) };
    let mut nodes: Vec<&Node> = graph.nodes().collect();
    nodes.sort_by_key(|node| Reverse(node.count()));
    let name_width = nodes.iter().take(rows).map(|node| node.entity().name().chars().count()).max().unwrap_or(0);
    let name_width = name_width.min(screen.width / 3);
    writeln!(out, "\n{}", screen.bold(&format!("Mentions by {interval}, {} to {}", first.label, last.label)))?;
    for node in nodes.into_iter().take(rows) {
        let series = node.series(&calendar);
        let counts: Vec<u32> = series.points.iter().map(|(_, count)| *count).collect();
        let name = fit(node.entity().name(), name_width);
        writeln!(out, "  {name:name_width$}  {:>4}  {}", node.count(), bars(&counts, screen.width - name_width - 10))?;
    }
    let outside = graph.outside(&calendar).len();
    if outside > 0 {
        writeln!(
            out,
            "{}",
            screen.dim(&format!("  {outside} articles are undated, or dated less exactly than to the {interval}"))
        )?;
    }
    Ok(())
}

/// A bar for each count, from nothing over the lowest to the highest; several to a bar where there is no room.
fn bars(counts: &[u32], room: usize) -> String {
    const BARS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let together = counts.len().div_ceil(room.max(1)).max(1);
    let sums: Vec<u32> = counts.chunks(together).map(|chunk| chunk.iter().sum()).collect();
    let most = sums.iter().copied().max().unwrap_or(0).max(1);
    sums.iter().map(|&sum| BARS[(sum * 8).div_ceil(most) as usize]).collect()
}

/// The text, cut to so many characters with an ellipsis.
fn fit(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        None => text.to_owned(),
        Some(_) => {
            let cut: String = text.chars().take(length.saturating_sub(1)).collect();
            format!("{}…", cut.trim_end())
        }
    }
}
