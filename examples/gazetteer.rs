//! Looks things up in the gazetteer, and tells those who look after it what to mend.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use detente::{Entity, Finding, Form, Gazetteer, Holder, Kind, Member, Name, Office, PartialDate, Period, Status};
use lexopt::prelude::*;
use serde::Serialize;

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
    if let Command::Lint(paths) = &command {
        return lint(paths, &over, format);
    }
    let gazetteer = gazetteer(&[], &over).map_err(|error| error.to_string())?;
    let text = match command {
        Command::Lint(_) => unreachable!("it is answered above"),
        Command::Show(id, on) => show(&gazetteer, &id, on, format)?,
        Command::Members(id, on) => rows(&members(&gazetteer, &id, on)?, format),
        Command::Memberships(id, on) => {
            let entity = entity(&gazetteer, &id)?;
            rows(&gazetteer.memberships(entity.id(), on).iter().map(Row::member).collect::<Vec<_>>(), format)
        }
        Command::Leaders(id, on) => {
            let entity = entity(&gazetteer, &id)?;
            rows(&gazetteer.leaders(entity.id(), on).iter().map(Row::holder).collect::<Vec<_>>(), format)
        }
        Command::List(kind, on) => rows(&list(&gazetteer, kind, on)?, format),
        Command::Stats => stats(&gazetteer, format),
    };
    write(&text).map(|()| ExitCode::SUCCESS)
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

// Arguments

struct Options {
    command: Command,
    over: Vec<String>,
    format: Format,
}

enum Command {
    Lint(Vec<String>),
    Show(String, Option<PartialDate>),
    Members(String, Option<PartialDate>),
    Memberships(String, Option<PartialDate>),
    Leaders(String, Option<PartialDate>),
    List(Option<String>, Option<PartialDate>),
    Stats,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

impl Options {
    /// Reads the arguments; `None` when help is asked for.
    fn read(mut parser: lexopt::Parser) -> Result<Option<Self>, String> {
        let mut words = Vec::new();
        let (mut on, mut kind, mut over, mut format) = (None, None, Vec::new(), Format::Text);
        while let Some(argument) = parser.next().map_err(failed)? {
            match argument {
                Long("on") => {
                    on = Some(value(&mut parser)?.parse::<PartialDate>().map_err(|error| format!("--on: {error}"))?)
                }
                Long("kind") => kind = Some(value(&mut parser)?),
                Long("format") => format = format_named(&value(&mut parser)?)?,
                Long("over") => over.push(value(&mut parser)?),
                Long("help") | Short('h') => return Ok(None),
                Value(word) => words.push(word.string().map_err(failed)?),
                other => return Err(failed(other.unexpected())),
            }
        }
        let command = Command::new(words, on, kind)?;
        Ok(Some(Self { command, over, format }))
    }
}

fn value(parser: &mut lexopt::Parser) -> Result<String, String> {
    parser.value().and_then(|value| value.string()).map_err(failed)
}

fn failed(error: lexopt::Error) -> String {
    format!("{error}; --help lists the options")
}

fn format_named(word: &str) -> Result<Format, String> {
    match word {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        _ => Err(format!("`{word}` is no format; write text or json")),
    }
}

impl Command {
    fn new(words: Vec<String>, on: Option<PartialDate>, kind: Option<String>) -> Result<Self, String> {
        let mut words = words.into_iter();
        let command = words.next().ok_or("no command is given; --help lists them")?;
        let rest: Vec<String> = words.collect();
        if kind.is_some() && command != "list" {
            return Err(format!("--kind says nothing to `{command}`; it goes with `list`"));
        }
        if on.is_some() && matches!(&*command, "lint" | "stats") {
            return Err(format!("--on says nothing to `{command}`; leave it out"));
        }
        let id = || match &rest[..] {
            [id] => Ok(id.clone()),
            [] => Err(format!("`{command}` of whom? Give an id, such as KAZ or bloc:CSTO")),
            _ => Err(format!("`{command}` takes one id, not {}", rest.len())),
        };
        Ok(match &*command {
            "lint" => Self::Lint(rest),
            "show" => Self::Show(id()?, on),
            "members" => Self::Members(id()?, on),
            "memberships" => Self::Memberships(id()?, on),
            "leaders" => Self::Leaders(id()?, on),
            "list" | "stats" if !rest.is_empty() => return Err(format!("`{command}` takes no `{}`", rest[0])),
            "list" => Self::List(kind, on),
            "stats" => Self::Stats,
            other => return Err(format!("there is no command `{other}`; --help lists them")),
        })
    }
}

// Answers

/// The gazetteer of paths that stand alone, or the bundled one; with others over it.
fn gazetteer(paths: &[String], over: &[String]) -> Result<Gazetteer, detente::Error> {
    if paths.is_empty() && over.is_empty() {
        return Ok(Gazetteer::bundled());
    }
    let below = if paths.is_empty() { Gazetteer::builder().bundled() } else { Gazetteer::builder() };
    paths.iter().chain(over).fold(below, |builder, path| builder.path(path)).build()
}

fn lint(paths: &[String], over: &[String], format: Format) -> Result<ExitCode, String> {
    // Data that cannot be loaded has one finding, and it hides the others.
    let flaws: Vec<Flaw> = match gazetteer(paths, over) {
        Ok(gazetteer) => gazetteer.lint().into_iter().map(Flaw::from).collect(),
        Err(error) => vec![Flaw::from(error)],
    };
    let text = match format {
        Format::Json => json(&flaws),
        Format::Text => flaws.iter().map(Flaw::line).collect(),
    };
    write(&text)?;
    match flaws.len() {
        0 => return Ok(ExitCode::SUCCESS),
        1 => eprintln!("1 finding"),
        count => eprintln!("{count} findings"),
    }
    Ok(ExitCode::FAILURE)
}

/// A finding, or the error that kept the data from being loaded.
#[derive(Serialize)]
struct Flaw {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    problem: String,
    cure: String,
}

impl From<Finding> for Flaw {
    fn from(finding: Finding) -> Self {
        let Finding { place, problem, cure, .. } = finding;
        Self { path: Some(place.path), line: Some(place.line), column: Some(place.column), problem, cure }
    }
}

impl From<detente::Error> for Flaw {
    fn from(error: detente::Error) -> Self {
        Self {
            path: error.path().map(str::to_owned),
            line: error.line(),
            column: error.column(),
            problem: error.problem().to_owned(),
            cure: error.cure().to_owned(),
        }
    }
}

impl Flaw {
    fn line(&self) -> String {
        let place = match (&self.path, self.line, self.column) {
            (Some(path), Some(line), Some(column)) => format!("{path}:{line}:{column}: "),
            _ => String::new(),
        };
        format!("{place}{}; {}\n", self.problem, self.cure)
    }
}

/// The entity that an id means; else a message with the nearest ids.
fn entity(gazetteer: &Gazetteer, word: &str) -> Result<Entity, String> {
    const PROPOSED: usize = 5;
    gazetteer.look_up(word).ok_or_else(|| {
        let near = gazetteer.suggest(word);
        let named: Vec<String> =
            near.iter().take(PROPOSED).map(|entity| format!("{} ({})", entity.id(), entity.name())).collect();
        match (named.is_empty(), near.len() > PROPOSED) {
            (true, _) => format!("there is no entity `{word}`; `list` shows all"),
            (false, true) => format!("there is no entity `{word}`; did you mean {}, …?", named.join(", ")),
            (false, false) => format!("there is no entity `{word}`; did you mean {}?", named.join(" or ")),
        }
    })
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
    let kinds: BTreeSet<String> = gazetteer.entities().map(|entity| entity.kind().to_string()).collect();
    if let Some(kind) = kind.as_ref().filter(|kind| !kinds.contains(*kind)) {
        let kinds: Vec<String> = kinds.into_iter().collect();
        return Err(format!("there is no kind `{kind}`; write one of {}", kinds.join(", ")));
    }
    let kind = kind.map(|kind| Kind::new(&kind));
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

// Rows

/// One line of an answer: an entity, and what holds of it from when until when.
#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<Office>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    acting: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
}

impl Row {
    fn new(entity: &Entity, period: Period) -> Self {
        Self {
            id: entity.id().to_owned(),
            name: entity.name().to_owned(),
            kind: entity.kind(),
            status: None,
            office: None,
            title: None,
            acting: false,
            from: period.from,
            until: period.until,
        }
    }

    fn member(member: &Member) -> Self {
        Self { status: Some(member.status), ..Self::new(&member.entity, member.period) }
    }

    fn holder(holder: &Holder) -> Self {
        let (office, title, acting) = (Some(holder.office), holder.title.clone(), holder.acting);
        Self { office, title, acting, ..Self::new(&holder.entity, holder.period) }
    }

    /// How it belongs, or what office it is.
    fn role(&self) -> String {
        let office = self.office.map(|office| office.to_string());
        let mut role = office.or(self.status.map(|status| status.to_string())).unwrap_or_default();
        if let Some(title) = &self.title {
            let _ = write!(role, " ({title})");
        }
        if self.acting {
            role.push_str(", acting");
        }
        role
    }

    fn cells(&self) -> [String; 4] {
        [self.id.clone(), self.name.clone(), self.role(), dates(Period::new(self.from, self.until))]
    }
}

/// The dates of a period; nothing when there are none.
fn dates(period: Period) -> String {
    if period == Period::default() { String::new() } else { period.to_string() }
}

fn rows(rows: &[Row], format: Format) -> String {
    match format {
        Format::Json => json(rows),
        Format::Text => table(&rows.iter().map(Row::cells).collect::<Vec<_>>()),
    }
}

/// Cells in columns as wide as their widest, without those that are empty throughout.
fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            let _ = write!(line, "{cell:width$}  ");
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

fn json<T: Serialize>(rows: &[T]) -> String {
    serde_json::to_string_pretty(rows).map_or_else(|error| format!("{error}\n"), |text| text + "\n")
}

// All of one entity

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    row: Row,
    names: Vec<NameRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    described_as: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    led_by: Vec<Led>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recognition: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claimed_by: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    administered_by: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    predecessor: Option<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    successors: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso_numeric: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gw: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offices: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    leaders: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    memberships: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    members: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

#[derive(Serialize)]
struct NameRow {
    name: String,
    form: Form,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    capital: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    guards: Vec<String>,
}

#[derive(Serialize)]
struct Led {
    office: Office,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
}

fn show(gazetteer: &Gazetteer, id: &str, on: Option<PartialDate>, format: Format) -> Result<String, String> {
    let shown = Shown::new(gazetteer, &entity(gazetteer, id)?, on);
    Ok(match format {
        Format::Json => json(&[shown]),
        Format::Text => shown.text(),
    })
}

impl Shown {
    fn new(gazetteer: &Gazetteer, entity: &Entity, on: Option<PartialDate>) -> Self {
        let holds = |period: Period| on.is_none_or(|date| period.holds_on(date));
        let linked = |links: Vec<(Entity, Period)>| -> Vec<Row> {
            links
                .iter()
                .filter(|(_, period)| holds(*period))
                .map(|(entity, period)| Row::new(entity, *period))
                .collect()
        };
        let bare = |entity: &Entity| Row::new(entity, entity.period());
        let led = |(office, period): (Office, Period)| Led { office, from: period.from, until: period.until };
        Self {
            row: bare(entity),
            names: entity.names().iter().filter(|name| holds(name.period)).map(NameRow::new).collect(),
            described_as: entity.described_as().map(str::to_owned).collect(),
            led_by: entity.led_by().into_iter().filter(|(_, period)| holds(*period)).map(led).collect(),
            seat: entity.seat().map(str::to_owned),
            recognition: entity.recognition().map(str::to_owned),
            claimed_by: linked(entity.claimed_by()),
            administered_by: linked(entity.administered_by()),
            predecessor: entity.predecessor().as_ref().map(bare),
            successors: entity.successors().iter().map(bare).collect(),
            iso2: entity.iso2().map(str::to_owned),
            iso_numeric: entity.iso_numeric(),
            gw: entity.gleditsch_ward(),
            wikidata: entity.wikidata().map(str::to_owned),
            offices: offices(gazetteer, entity, on),
            leaders: gazetteer.leaders(entity.id(), on).iter().map(Row::holder).collect(),
            memberships: gazetteer.memberships(entity.id(), on).iter().map(Row::member).collect(),
            members: gazetteer.members(entity.id(), on).iter().map(Row::member).collect(),
            sources: entity.sources().map(str::to_owned).collect(),
            place: entity.place().map(|place| place.to_string()),
        }
    }

    fn text(&self) -> String {
        let mut lines = Vec::new();
        let mut add = |label: &str, value: String| {
            if !value.is_empty() {
                lines.push([format!("  {label}"), value]);
            }
        };
        let or_nothing = |value: &Option<String>| value.clone().unwrap_or_default();
        let number = |value: Option<u32>| value.map(|number| number.to_string()).unwrap_or_default();
        add("existed", dates(Period::new(self.row.from, self.row.until)));
        for name in &self.names {
            add(name.label(), name.text());
        }
        add("described as", self.described_as.join(", "));
        for led in &self.led_by {
            add("led by", with_dates(led.office.as_str(), Period::new(led.from, led.until)));
        }
        add("headquarters", or_nothing(&self.seat));
        add("recognition", or_nothing(&self.recognition));
        let links = [("claimed by", &self.claimed_by), ("administered by", &self.administered_by)];
        for (label, rows) in links.into_iter().chain([("succeeded by", &self.successors)]) {
            rows.iter().for_each(|row| add(label, row.line()));
        }
        add("successor of", self.predecessor.as_ref().map(Row::line).unwrap_or_default());
        add("ISO 3166", or_nothing(&self.iso2));
        add("ISO number", number(self.iso_numeric));
        add("Gleditsch–Ward", number(self.gw));
        add("Wikidata", or_nothing(&self.wikidata));
        let spells = [("office", &self.offices), ("office-holder", &self.leaders)];
        for (label, rows) in spells.into_iter().chain([("belongs to", &self.memberships), ("member", &self.members)]) {
            rows.iter().for_each(|row| add(label, row.line()));
        }
        add("sources", self.sources.join(", "));
        add("listed at", or_nothing(&self.place));
        format!("{} ({})\n{}", self.row.name, self.row.id, table(&lines))
    }
}

/// A person's offices, with their titles: those who hold the offices of a state are asked of the state.
fn offices(gazetteer: &Gazetteer, person: &Entity, on: Option<PartialDate>) -> Vec<Row> {
    let mut held: Vec<Entity> = person.offices().into_iter().map(|(_, of, _)| of).collect();
    held.sort();
    held.dedup();
    let of_person = |of: &Entity| {
        let holders = gazetteer.leaders(of.id(), on);
        let own = holders.into_iter().filter(|holder| holder.entity == *person);
        own.map(|holder| Row {
            id: of.id().to_owned(),
            name: of.name().to_owned(),
            kind: of.kind(),
            ..Row::holder(&holder)
        })
        .collect::<Vec<_>>()
    };
    let mut offices: Vec<Row> = held.iter().flat_map(of_person).collect();
    offices.sort_by_key(|row| row.from.map(|from| from.to_string()));
    offices
}

fn with_dates(text: &str, period: Period) -> String {
    if period == Period::default() { text.to_owned() } else { format!("{text} ({period})") }
}

impl Row {
    fn line(&self) -> String {
        let role = self.role();
        let name = format!("{} ({})", self.name, self.id);
        let line = match (role.is_empty(), self.office) {
            (true, _) => name,
            (false, Some(_)) => format!("{role}: {name}"),
            (false, None) => format!("{name}, {role}"),
        };
        match dates(Period::new(self.from, self.until)) {
            dates if dates.is_empty() => line,
            dates => format!("{line}, {dates}"),
        }
    }
}

impl NameRow {
    fn new(name: &Name<'_>) -> Self {
        Self {
            name: name.text.to_owned(),
            form: name.form,
            capital: name.is_capital,
            from: name.period.from,
            until: name.period.until,
            guards: name.guards.iter().map(|guard| (*guard).to_owned()).collect(),
        }
    }

    fn label(&self) -> &'static str {
        match self.form {
            Form::Metonym if self.capital => "capital",
            Form::Metonym => "seat of power",
            form => form.as_str(),
        }
    }

    fn text(&self) -> String {
        let text = with_dates(&self.name, Period::new(self.from, self.until));
        if self.guards.is_empty() { text } else { format!("{text}, guarded by {}", self.guards.join(", ")) }
    }
}
