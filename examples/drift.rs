//! What changed between two periods: whose dealings turned, what is new, what is gone.

#[path = "common/about.rs"]
mod about;
#[path = "common/failure.rs"]
mod failure;
#[path = "common/input.rs"]
mod input;
#[path = "common/screen.rs"]
mod screen;
#[path = "common/sources.rs"]
mod sources;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use detente::{Calendar, Changes, Filter, PartialDate, Period, RollUp};
use lexopt::prelude::*;

use about::about;
use failure::{Failure, written};
use screen::Screen;
use sources::Sources;

const HELP: &str = "\
drift: what changed between two periods

usage: drift [OPTIONS] --cut DATE FILE...
       drift [OPTIONS] --before PERIOD --after PERIOD FILE...

  --cut DATE                     the day that begins the later period
  --before, --after PERIOD       the two periods, as 2012..2021, 2022-02-24.. or 2024-06
  --about ID[,ID…]               only what concerns these (state:ARM, bloc:CSTO)
  --people                       leave people as they are; else they count as the states and blocs that they serve
  --rows N                       how many rows each part has at the most (default: 6)
  --json                         write all of it as data
  --html PATH                    write a page as well: what changed, drawn, with its evidence and a slider of time
";

fn main() -> ExitCode {
    failure::end("drift", run(lexopt::Parser::from_env(), &mut io::stdout().lock()))
}

struct Options {
    before: Option<Period>,
    after: Option<Period>,
    about: Vec<String>,
    people: bool,
    rows: usize,
    json: bool,
    html: Option<PathBuf>,
}

impl Options {
    /// Reads the command line; `None` when it asks for help.
    fn parse(parser: lexopt::Parser) -> Result<Option<(Sources, Self)>, Failure> {
        let mut options =
            Self { before: None, after: None, about: Vec::new(), people: false, rows: 6, json: false, html: None };
        let sources = Sources::parse(parser, |name, parser| options.take(name, parser))?;
        Ok(sources.map(|sources| (sources, options)))
    }

    /// Takes the option of that name, with its value.
    fn take(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<bool, Failure> {
        match name {
            "cut" => {
                let cut: PartialDate = parser.value()?.string()?.parse()?;
                let mut periods = Calendar::cut([cut]).stretches().map(|stretch| stretch.period).collect::<Vec<_>>();
                self.after = periods.pop();
                self.before = periods.pop();
            }
            "before" => self.before = Some(parser.value()?.string()?.parse()?),
            "after" => self.after = Some(parser.value()?.string()?.parse()?),
            "about" => self.about.extend(parser.value()?.string()?.split(',').map(str::to_owned)),
            "people" => self.people = true,
            "rows" => self.rows = parser.value()?.parse()?,
            "json" => self.json = true,
            "html" => self.html = Some(parser.value()?.into()),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

pub(crate) fn run(parser: lexopt::Parser, out: &mut impl Write) -> Result<(), Failure> {
    let Some((sources, options)) = Options::parse(parser)? else {
        return written(write!(out, "{HELP}{}", sources::HELP));
    };
    let (Some(before), Some(after)) = (options.before, options.after) else {
        return Err("no two periods are given; say --cut DATE, or --before PERIOD and --after PERIOD".into());
    };
    let gazetteer = sources.gazetteer()?;
    let filter = about(Filter::new(), &options.about, &gazetteer)?;
    let mut graph = sources.graph(&sources.extractor(&gazetteer).build()?, "drift")?;
    if !options.people {
        graph = graph.rolled_up(&RollUp::new(&gazetteer));
    }
    let [before, after] = [before, after].map(|period| graph.within(period).filtered(&filter));
    let difference = before.difference(&after);
    if let Some(path) = &options.html {
        let page = difference.to_graph().to_html();
        fs::write(path, page).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    }
    if options.json {
        let json = serde_json::to_string_pretty(&difference)?;
        return written(writeln!(out, "{json}"));
    }
    let Screen { width, colour } = Screen::stdout();
    written(write!(out, "{}", Changes::new(&difference).width(width).colour(colour).rows(options.rows)))
}
