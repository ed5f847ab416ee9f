//! The terminal.

use std::io::{self, IsTerminal};

/// Between these, in columns, lies the width that is written for: on less a table cannot be read, on more a line.
const WIDTHS: [u16; 2] = [48, 140];

/// How wide the terminal is, and whether it shows colours.
pub(crate) struct Screen {
    pub(crate) width: usize,
    pub(crate) colour: bool,
}

impl Screen {
    /// What standard output is; `NO_COLOR` is heard.
    pub(crate) fn stdout() -> Self {
        let width = terminal_size::terminal_size().map_or(100, |(width, _)| width.0.clamp(WIDTHS[0], WIDTHS[1]));
        let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { width: usize::from(width), colour: io::stdout().is_terminal() && !is_plain }
    }
}
