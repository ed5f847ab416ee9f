//! Reads articles and writes what is found in them: a summary, or a graph in one of the formats that people use.

mod criteria;
#[path = "../common/failure.rs"]
mod failure;
#[path = "../common/input.rs"]
mod input;
mod options;
mod output;
#[path = "../common/screen.rs"]
mod screen;
#[path = "../common/sources.rs"]
mod sources;

use std::process::ExitCode;

use crate::failure::Failure;
use crate::options::{HELP, Options};
use crate::output::{Writer, merged};

fn main() -> ExitCode {
    failure::end("dump", run())
}

fn run() -> Result<(), Failure> {
    let Some(options) = Options::from_env()? else {
        print!("{HELP}{}", sources::HELP);
        return Ok(());
    };
    let extractor = options.sources.extractor(&options.sources.gazetteer()?);
    let extractor = extractor.events(options.events).all_modalities(options.all_modalities).build()?;
    if options.merge {
        return merged(&options.sources.graph(&extractor, "dump")?.filtered(&options.filter), &options);
    }
    let mut writer = Writer::new(&options)?;
    for article in options.sources.articles() {
        writer.article(&extractor.extract(article?).filtered(&options.filter))?;
    }
    writer.finish()
}
