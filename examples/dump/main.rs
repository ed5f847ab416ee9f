//! Reads articles and writes what is found in them: a summary, or a graph in one of the formats that people use.

mod criteria;
mod input;
mod options;
mod output;

use std::process::ExitCode;

use detente::{Extractor, Gazetteer, RelationGraph};

use crate::input::articles;
use crate::options::{HELP, Options};
use crate::output::{Writer, merged};

fn main() -> ExitCode {
    match run() {
        Ok(()) | Err(Failure::Pipe) => ExitCode::SUCCESS,
        Err(Failure::Said(message)) => {
            eprintln!("dump: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Why it ends early.
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

fn run() -> Result<(), Failure> {
    let Some(options) = Options::from_env()? else {
        print!("{HELP}");
        return Ok(());
    };
    let extractor = extractor(&options)?;
    if options.merge {
        let mut graphs = Vec::new();
        for file in &options.files {
            graphs.extend(articles(file, &options)?.into_iter().map(|article| extractor.extract(article).into_graph()));
        }
        let graph = RelationGraph::merged(graphs)?;
        for (article, times) in graph.repeated() {
            eprintln!("dump: the article {} was given {times} times and counts once", article.id());
        }
        return merged(&narrowed(graph, &options), &options);
    }
    let mut writer = Writer::new(&options)?;
    for file in &options.files {
        for article in articles(file, &options)? {
            writer.article(&extractor.extract(article).filtered(&options.filter))?;
        }
    }
    writer.finish()
}

/// What of the graph is asked for.
fn narrowed(graph: RelationGraph, options: &Options) -> RelationGraph {
    let graph = match options.once {
        true => {
            for (article, copies) in graph.copies() {
                let ids: Vec<_> = copies.iter().map(|copy| copy.id()).collect();
                eprintln!("dump: {} is the story of {}, which counts once", ids.join(", "), article.id());
            }
            graph.without_copies()
        }
        false => graph,
    };
    graph.filtered(&options.filter)
}

fn extractor(options: &Options) -> Result<Extractor, Failure> {
    let builder = Extractor::builder().window(options.window);
    let builder = builder.events(options.events).all_modalities(options.all_modalities);
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
