//! What should be mended.

use std::process::ExitCode;

use detente::Finding;
use serde::Serialize;

use crate::options::Format;
use crate::row::json;
use crate::{gazetteer, write};

/// Writes the findings, and how many they are on standard error; the status is 1 when there is any.
pub(crate) fn lint(paths: &[String], over: &[String], format: Format) -> Result<ExitCode, String> {
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
