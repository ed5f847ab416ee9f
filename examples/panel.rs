//! A panel of dyads by month, as those who model events expect it: one row for a source, a target and a month.

#[path = "common/failure.rs"]
mod failure;
#[path = "common/input.rs"]
mod input;
#[path = "common/kind.rs"]
mod kind;
#[path = "common/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::process::ExitCode;

use detente::{
    Calendar, Class, Counting, Entity, EventType, Filter, Interval, Kind, Passage, RelationGraph, RelationKind, RollUp,
    Tally,
};
use lexopt::prelude::*;

use failure::{Failure, written};
use kind::kind;
use sources::Sources;

const HELP: &str = "\
panel: CSV with a row for each source, target and month between which events are told

usage: panel [OPTIONS] FILE...

  --by day|week|month|quarter|year    the steps of time (default: month)
  --kinds WORD[,WORD…]           the kinds of actors (default: state,territory,bloc); people count as what they serve
  --every                        count every telling; else one a day of a source, target and type counts
  --balanced                     a row for each dyad of the panel in each step, with zeros
  --evidence                     a last column, event_ids: the rows of `dump --format events` that tell of the cell, by their
                                 event_id, with spaces between

columns: month, source, source_name, source_gw, target, target_name, target_gw, events, verbal_cooperation,
  material_cooperation, verbal_conflict, material_conflict, goldstein_sum, goldstein_mean, articles
  source and target are ids (state: with ISO 3166-1 alpha-3), gw is the Gleditsch–Ward number; goldstein_mean is empty
  where there is no event; articles is the number of articles that tell one. What is only recalled, denied or threatened
  is no event.
";

fn main() -> ExitCode {
    failure::end("panel", run(lexopt::Parser::from_env(), &mut io::stdout().lock()))
}

pub(crate) fn run(parser: lexopt::Parser, out: &mut impl Write) -> Result<(), Failure> {
    let (mut interval, mut counting) = (Interval::Month, Counting::OneADay);
    let (mut balanced, mut evidence) = (false, false);
    let mut kinds = Vec::new();
    let sources = Sources::parse(parser, |name, parser| {
        match name {
            "by" => interval = parser.value()?.string()?.parse()?,
            "kinds" => kinds.extend(parser.value()?.string()?.split(',').map(str::to_owned)),
            "every" => counting = Counting::All,
            "balanced" => balanced = true,
            "evidence" => evidence = true,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let Some(sources) = sources else {
        return written(write!(out, "{HELP}{}", sources::HELP));
    };
    let gazetteer = sources.gazetteer()?;
    let kinds = match kinds.is_empty() {
        true => vec![Kind::State, Kind::Territory, Kind::Bloc],
        false => kinds.iter().map(|word| kind(&gazetteer, word)).collect::<Result<_, _>>()?,
    };
    let actors = kinds.into_iter().fold(Filter::new(), Filter::entity_kind);
    let graph = sources.graph(&sources.extractor(&gazetteer).build()?, "panel")?;
    let graph = graph.rolled_up(&RollUp::new(&gazetteer)).filtered(&actors);
    let calendar = Calendar::of(&graph, interval);
    for article in graph.outside(&calendar) {
        eprintln!("panel: {} is undated, or dated less exactly than to the {interval}, and left out", article.id());
    }
    let rows = rows(&graph, &calendar, counting, balanced);
    let mut csv = csv::Writer::from_writer(Vec::new());
    let columns = COLUMNS.map(|column| if column == "month" { interval.as_str() } else { column });
    csv.write_record(columns.into_iter().chain(evidence.then_some("event_ids")))?;
    for (row, told) in rows {
        let ids = || told.iter().map(event_id).collect::<Vec<_>>().join(" ");
        csv.write_record(row.into_iter().chain(evidence.then(ids)))?;
    }
    let bytes = csv.into_inner()?;
    written(out.write_all(&bytes))
}

const COLUMNS: [&str; 15] = [
    "month",
    "source",
    "source_name",
    "source_gw",
    "target",
    "target_name",
    "target_gw",
    "events",
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
    "goldstein_sum",
    "goldstein_mean",
    "articles",
];

/// A row, and the passages that tell of it.
type Row = ([String; 15], Vec<(EventType, Passage)>);

/// The rows, by step, source and target.
fn rows(graph: &RelationGraph, calendar: &Calendar, counting: Counting, balanced: bool) -> Vec<Row> {
    let every = dyads(graph);
    let mut rows = Vec::new();
    for slice in graph.slices(calendar) {
        let own = dyads(&slice.graph);
        for &(source, target) in if balanced { &every } else { &own } {
            let tally = slice.graph.tally(source.id(), target.id(), counting);
            if balanced || tally.count() > 0 {
                let told = told(&slice.graph, source, target);
                let articles = told.iter().map(|(_, passage)| passage.article()).collect::<BTreeSet<_>>().len();
                rows.push((row(&slice.stretch.label, source, target, tally, articles), told));
            }
        }
    }
    rows
}

/// Who does something to whom, by ids.
fn dyads(graph: &RelationGraph) -> BTreeSet<(&Entity, &Entity)> {
    let events = graph.relations().filter(|(.., edge)| edge.tally(Counting::All).count() > 0);
    events.map(|(source, target, _)| (source, target)).collect()
}

/// The passages that tell what the one does to the other.
fn told(graph: &RelationGraph, source: &Entity, target: &Entity) -> Vec<(EventType, Passage)> {
    let edge = |event| graph.relation(source.id(), target.id(), RelationKind::Event(event));
    let edges = EventType::ALL.iter().filter_map(|&event| Some((event, edge(event)?)));
    let passages = edges.flat_map(|(event, edge)| edge.evidence().iter().map(move |passage| (event, passage)));
    let of_the_story = |passage: &Passage| passage.event().is_some_and(|told| told.modality.is_of_the_story());
    passages.filter(|(_, passage)| of_the_story(passage)).map(|(event, passage)| (event, passage.clone())).collect()
}

/// The id of an event in the table of events.
fn event_id((event, passage): &(EventType, Passage)) -> String {
    let trigger = passage.event().map_or(0, |told| told.trigger.start);
    let (article, source, target) = (passage.article().id(), passage.source().start, passage.target().start);
    format!("{article}:{trigger}:{source}:{target}:{event}")
}

fn row(step: &str, source: &Entity, target: &Entity, tally: Tally, articles: usize) -> [String; 15] {
    let number = |entity: &Entity| entity.gleditsch_ward().map_or_else(String::new, |number| number.to_string());
    let of = |class: Class| tally.of_class(class).to_string();
    [
        step.to_owned(),
        source.id().to_owned(),
        source.name().to_owned(),
        number(source),
        target.id().to_owned(),
        target.name().to_owned(),
        number(target),
        tally.count().to_string(),
        of(Class::VerbalCooperation),
        of(Class::MaterialCooperation),
        of(Class::VerbalConflict),
        of(Class::MaterialConflict),
        format!("{:.1}", tally.net_cooperation()),
        tally.mean_goldstein().map_or_else(String::new, |mean| format!("{mean:.3}")),
        articles.to_string(),
    ]
}
