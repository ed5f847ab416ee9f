//! The terminal.

use std::io::{self, IsTerminal};

/// How wide the terminal is, and whether it shows colours.
pub(crate) struct Screen {
    pub(crate) width: usize,
    pub(crate) colour: bool,
}

impl Screen {
    /// What standard output is; `NO_COLOR` is heard.
    pub(crate) fn stdout() -> Self {
        let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
        let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { width: width.min(140), colour: io::stdout().is_terminal() && !is_plain }
    }
}
