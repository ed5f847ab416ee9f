//! Reads articles and writes what is found in them: a summary, or a graph in one of the formats that people use.

#[path = "../common/about.rs"]
mod about;
mod criteria;
#[path = "../common/failure.rs"]
mod failure;
#[path = "../common/input.rs"]
mod input;
#[path = "../common/kind.rs"]
mod kind;
mod options;
mod output;
#[path = "../common/screen.rs"]
mod screen;
#[path = "../common/sources.rs"]
mod sources;

use std::io::{self, Write};
use std::process::ExitCode;

use detente::Filter;

use crate::about::about;
use crate::failure::{Failure, written};
use crate::kind::kind;
use crate::options::{HELP, Options};
use crate::output::{Writer, merged};

fn main() -> ExitCode {
    failure::end("dump", run())
}

fn run() -> Result<(), Failure> {
    let Some((sources, options)) = Options::from_env()? else {
        return written(write!(io::stdout(), "{HELP}{}", sources::HELP));
    };
    let gazetteer = sources.gazetteer()?;
    let kinds = options.entities.iter().map(|word| kind(&gazetteer, word)).collect::<Result<Vec<_>, _>>()?;
    let filter = kinds.into_iter().fold(options.filter.clone(), Filter::entity_kind);
    let filter = about(filter, &options.about, &gazetteer)?;
    let extractor = sources.extractor(&gazetteer);
    let extractor = extractor.events(options.events).all_modalities(options.all_modalities).build()?;
    if options.merge {
        return merged(&sources.graph(&extractor, "dump")?.filtered(&filter), &options);
    }
    let mut writer = Writer::new(&options)?;
    let work = |article| extractor.extract(article).filtered(&filter);
    sources.each(work, |found| writer.article(&found))?;
    writer.finish()
}
