//! Looks things up in the gazetteer, and tells those who look after it what to mend.

#[path = "../common/entity.rs"]
mod entity;
#[path = "../common/kind.rs"]
mod kind;
mod lint;
mod options;
mod row;
mod show;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;

use detente::{Gazetteer, Kind, PartialDate};

use crate::entity::entity;
use crate::lint::lint;
use crate::options::{Command, Format, Options, Question};
use crate::row::{Row, json, rows};
use crate::show::show;

const HELP: &str = "\
gazetteer: who and what there is in world politics, and what held when

usage: gazetteer COMMAND [OPTIONS]

  lint [PATH...]         what should be mended: in the bundled data, or in files and folders that stand alone;
                         the exit status is 1 when there is anything
  show ID                all that is listed of an entity
  members BLOC           who belongs to a bloc
  memberships ID         the blocs to which a state, territory or bloc belongs
  leaders ID             who holds an office of a state, territory or bloc
  list                   the entities
  stats                  how much there is

  --on YYYY[-MM[-DD]]    what held on that date (show, members, memberships, leaders, list)
  --kind KIND            state, territory, bloc, leader, or a kind of your own (list)
  --format text|json     how to write it (default: text)
  --over PATH            a file or folder over the bundled data; may be repeated

An ID may be given with its kind or without: bloc:CSTO, CSTO, KAZ.
";

fn main() -> ExitCode {
    match run() {
        Ok(status) => status,
        Err(message) => {
            eprintln!("gazetteer: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, String> {
    let Some(Options { command, over, format }) = Options::read(lexopt::Parser::from_env())? else {
        return write(HELP).map(|()| ExitCode::SUCCESS);
    };
    match command {
        Command::Lint(paths) => lint(&paths, &over, format),
        Command::Answer(question) => {
            let gazetteer = gazetteer(&[], &over).map_err(|error| error.to_string())?;
            write(&answer(&gazetteer, question, format)?).map(|()| ExitCode::SUCCESS)
        }
    }
}

fn answer(gazetteer: &Gazetteer, question: Question, format: Format) -> Result<String, String> {
    Ok(match question {
        Question::Show(id, on) => show(gazetteer, &id, on, format)?,
        Question::Members(id, on) => rows(&members(gazetteer, &id, on)?, format),
        Question::Memberships(id, on) => {
            let entity = entity(gazetteer, &id)?;
            rows(&gazetteer.memberships(entity.id(), on).iter().map(Row::member).collect::<Vec<_>>(), format)
        }
        Question::Leaders(id, on) => {
            let entity = entity(gazetteer, &id)?;
            rows(&gazetteer.leaders(entity.id(), on).iter().map(Row::holder).collect::<Vec<_>>(), format)
        }
        Question::List(kind, on) => rows(&list(gazetteer, kind, on)?, format),
        Question::Stats => stats(gazetteer, format),
    })
}

/// Writes to standard output; that its reader has read enough is no error.
fn write(text: &str) -> Result<(), String> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("the output cannot be written: {error}"))
        }
        _ => Ok(()),
    }
}

/// The gazetteer of paths that stand alone, or the bundled one; with others over it.
fn gazetteer(paths: &[String], over: &[String]) -> Result<Gazetteer, detente::Error> {
    if paths.is_empty() && over.is_empty() {
        return Ok(Gazetteer::bundled());
    }
    let below = if paths.is_empty() { Gazetteer::builder().bundled() } else { Gazetteer::builder() };
    paths.iter().chain(over).fold(below, |builder, path| builder.path(path)).build()
}

fn members(gazetteer: &Gazetteer, id: &str, on: Option<PartialDate>) -> Result<Vec<Row>, String> {
    let bloc = entity(gazetteer, id)?;
    if bloc.kind() != Kind::Bloc && gazetteer.members(bloc.id(), None).is_empty() {
        let (id, kind) = (bloc.id(), bloc.kind());
        return Err(format!("{id} is a {kind} and has no members; `memberships` shows where it belongs"));
    }
    Ok(gazetteer.members(bloc.id(), on).iter().map(Row::member).collect())
}

fn list(gazetteer: &Gazetteer, kind: Option<String>, on: Option<PartialDate>) -> Result<Vec<Row>, String> {
    let kind = kind.map(|word| kind::kind(gazetteer, &word)).transpose()?;
    Ok(gazetteer.list(kind.as_ref(), on).iter().map(|entity| Row::new(entity, entity.period())).collect())
}

fn stats(gazetteer: &Gazetteer, format: Format) -> String {
    let stats = gazetteer.stats();
    match format {
        Format::Text => stats.to_string(),
        Format::Json => json(&[serde_json::json!({
            "version": stats.version,
            "as_of": stats.as_of,
            "entities": stats.entities.iter().map(|(kind, count)| (kind.as_str(), *count)).collect::<BTreeMap<_, _>>(),
            "current_states": stats.current_states,
            "current_blocs": stats.current_blocs,
            "aliases": stats.aliases,
            "memberships": stats.memberships,
            "memberships_dated": stats.memberships_dated,
            "memberships_to_the_day": stats.memberships_to_the_day,
            "offices": stats.offices,
            "leaders": stats.leaders,
            "leaders_with_wikidata": stats.leaders_with_wikidata,
            "leaders_with_two_sources": stats.leaders_with_two_sources,
            "leaders_confirmed": stats.leaders_confirmed,
        })]),
    }
}
