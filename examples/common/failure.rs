//! How an example ends.

use std::io;
use std::process::ExitCode;

/// Why it ends early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Whoever read the output has read enough.
    Pipe,
    Said(String),
}

impl<E: std::fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Said(error.to_string())
    }
}

/// Ends the example of that name.
pub(crate) fn end(name: &str, result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) | Err(Failure::Pipe) => ExitCode::SUCCESS,
        Err(Failure::Said(message)) => {
            eprintln!("{name}: {message}");
            ExitCode::FAILURE
        }
    }
}

/// What came of writing.
pub(crate) fn written(result: io::Result<()>) -> Result<(), Failure> {
    result.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Pipe,
        _ => Failure::Said(format!("the output cannot be written: {error}")),
    })
}
