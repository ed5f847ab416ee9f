//! A bloc's cohesion over time: how much it keeps to itself, and how its members get on.

#[path = "common/entity.rs"]
mod entity;
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

use std::io::{self, Write};
use std::process::ExitCode;

use detente::{
    Calendar, Cohesion, Entity, Form, Gazetteer, Interval, Kind, Passage, RelationGraph, RelationKind, RollUp, Side,
    Sign, Tally,
};
use lexopt::prelude::*;

use entity::entity;
use failure::{Failure, written};
use screen::Screen;
use sources::Sources;

const HELP: &str = "\
blocs: how much a bloc keeps to itself over time, and how its members get on

usage: blocs [OPTIONS] --bloc ID FILE...

  --bloc ID                      the bloc, as CSTO or bloc:CSTO; may be repeated
  --by day|week|month|quarter|year    the steps of time (default: year)

  members     of the bloc's members, how many are named
  together    windows that hold two of the bloc, by pairs; people count as what they serve
  apart       windows that hold one of the bloc and a state that is not
  E–I         (apart − together) / (apart + together): −1 is all to itself, +1 all to others
  inside      mean Goldstein value of the events between two of the bloc, and how many they are, one a day
  across      the same between one of the bloc and others
";

fn main() -> ExitCode {
    failure::end("blocs", run(lexopt::Parser::from_env(), &mut io::stdout().lock()))
}

pub(crate) fn run(parser: lexopt::Parser, out: &mut impl Write) -> Result<(), Failure> {
    let (mut blocs, mut interval) = (Vec::new(), Interval::Year);
    let sources = Sources::parse(parser, |name, parser| {
        match name {
            "bloc" => blocs.push(parser.value()?.string()?),
            "by" => interval = parser.value()?.string()?.parse()?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let Some(sources) = sources else {
        return written(write!(out, "{HELP}{}", sources::HELP));
    };
    if blocs.is_empty() {
        return Err("no bloc is given; say --bloc ID".into());
    }
    let gazetteer = sources.gazetteer()?;
    let graph = sources.graph(&sources.extractor(&gazetteer).build()?, "blocs")?;
    let calendar = Calendar::of(&graph, interval);
    let states = graph.rolled_up(&RollUp::new(&gazetteer));
    let screen = Screen::stdout();
    for (number, word) in blocs.iter().enumerate() {
        let bloc = entity(&gazetteer, word)?;
        let cohesion = graph.cohesion(&gazetteer, bloc.id(), &calendar)?;
        written(write!(
            out,
            "{}{}\n{}\n",
            if number == 0 { "" } else { "\n" },
            screen.bold(bloc.name()),
            screen.dim(COLUMNS)
        ))?;
        for step in cohesion.iter().filter(|step| step.named > 0 || step.together > 0) {
            written(writeln!(out, "{}", row(step)))?;
            for (line, passage) in quarrels(&states, step, bloc.id(), &gazetteer)? {
                written(writeln!(out, "              {line}"))?;
                let quote = passage.excerpt(screen.width - 18);
                written(writeln!(out, "{}", screen.dim(&format!("                “{quote}”"))))?;
            }
        }
    }
    Ok(())
}

const COLUMNS: &str = "              members  together  apart    E–I        inside        across";

fn row(step: &Cohesion) -> String {
    let label = &step.stretch.label;
    let members = format!("{}/{}", step.named, step.members);
    let index = step.ei_index().map_or("–".to_owned(), signed);
    let (inside, across) = (mean(step.inside), mean(step.across));
    format!(
        "  {label:10}  {members:>7}  {:>8}  {:>5}  {index:>5}  {inside:>12}  {across:>12}",
        step.together, step.apart
    )
}

/// `+3.4 (5)`: the mean of the events' values on Goldstein's scale, and how many there are.
fn mean(tally: Tally) -> String {
    tally.mean_goldstein().map_or("–".to_owned(), |mean| format!("{} ({})", signed(mean), tally.count()))
}

fn signed(value: f64) -> String {
    format!("{}{:.1}", if value < 0.0 { "−" } else { "+" }, value.abs())
}

/// The events of conflict between two of the bloc in a stretch, each with its latest passage: the three worst.
fn quarrels<'g>(
    states: &'g RelationGraph,
    step: &Cohesion,
    bloc: &str,
    gazetteer: &Gazetteer,
) -> Result<Vec<(String, &'g Passage)>, Failure> {
    let members = RollUp::new(gazetteer).bloc(bloc)?;
    let mut quarrels = Vec::new();
    for (source, target, edge) in states.relations() {
        let RelationKind::Event(event) = edge.kind() else { continue };
        let is_of_step = |passage: &&Passage| {
            let date = passage.article().date();
            date.is_some_and(|date| step.stretch.period.covers(date))
                && passage.event().is_some_and(|told| told.modality.is_of_the_story())
                && members.side(source, target, date) == Side::Inside
        };
        let latest = edge.evidence().iter().rfind(is_of_step).filter(|_| event.class().sign() == Sign::Conflict);
        quarrels.extend(latest.map(|passage| (format!("{} ─{event}→ {}", short(source), short(target)), passage)));
    }
    let value = |passage: &Passage| passage.event().map_or(0, |told| told.goldstein_tenths);
    quarrels.sort_by_key(|(_, passage)| value(passage));
    quarrels.truncate(3);
    Ok(quarrels)
}

/// A bloc by its abbreviation, others by their names.
fn short(entity: &Entity) -> String {
    let names = if entity.kind() == Kind::Bloc { entity.names() } else { Vec::new() };
    let short = names.iter().find(|name| name.form == Form::Abbreviation);
    short.map_or(entity.name(), |name| name.text).to_owned()
}
