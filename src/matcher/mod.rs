//! Patterns to hits: where which names stand in a text. Pure functions; a pattern is a number here, without meaning.
//!
//! The rule is *the longest pattern that ends at a word boundary*, from each word start on. A leftmost-longest search
//! filtered by boundaries afterwards is a different, wrong rule: a longer pattern that fails the filter would hide the
//! shorter valid one ("Russian Federations" would lose "Russian").

mod beside;
mod compile;
mod cue;
mod glass;
mod letters;
mod opening;
mod scan;
mod signals;
mod spelled;
mod surroundings;

pub(crate) use compile::{Matcher, Pattern};
pub(crate) use cue::{Cues, Written};
pub(crate) use scan::{Hit, Scanner};
pub(crate) use signals::{Signal, Signalled, Signals};
pub(crate) use surroundings::Surroundings;
