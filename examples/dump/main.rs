//! Reads articles and writes what is found in them: a summary, or a graph in one of the formats that people use.

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
        return merged(&graph, &options);
    }
    let mut writer = Writer::new(&options);
    for file in &options.files {
        for article in articles(file, &options)? {
            writer.article(&extractor.extract(article))?;
        }
    }
    writer.finish()
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
