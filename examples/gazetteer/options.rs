//! What the command line says.

use detente::PartialDate;
use lexopt::prelude::*;

pub(crate) struct Options {
    pub(crate) command: Command,
    pub(crate) over: Vec<String>,
    pub(crate) format: Format,
}

/// What is asked for: findings, or an answer out of the data.
pub(crate) enum Command {
    Lint(Vec<String>),
    Answer(Question),
}

pub(crate) enum Question {
    Show(String, Option<PartialDate>),
    Members(String, Option<PartialDate>),
    Memberships(String, Option<PartialDate>),
    Leaders(String, Option<PartialDate>),
    List(Option<String>, Option<PartialDate>),
    Stats,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
}

impl Options {
    /// Reads the arguments; `None` when help is asked for.
    pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Option<Self>, String> {
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
            "show" => Self::Answer(Question::Show(id()?, on)),
            "members" => Self::Answer(Question::Members(id()?, on)),
            "memberships" => Self::Answer(Question::Memberships(id()?, on)),
            "leaders" => Self::Answer(Question::Leaders(id()?, on)),
            "list" | "stats" if !rest.is_empty() => return Err(format!("`{command}` takes no `{}`", rest[0])),
            "list" => Self::Answer(Question::List(kind, on)),
            "stats" => Self::Answer(Question::Stats),
            other => return Err(format!("there is no command `{other}`; --help lists them")),
        })
    }
}
