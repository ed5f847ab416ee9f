//! Lint: what can be loaded and still should be mended, such as two presidents on one day.
//!
//! What cannot be (an id that nothing bears, a period that runs backwards, an unknown key) fails when the gazetteer is
//! loaded. A check here speaks only where it is sure: a date known to the year gets the benefit of the doubt.

mod membership;
mod name;
mod record;
mod spell;
mod term;

use std::fmt;

use super::alias::Origin;
use super::{Data, Gazetteer};
use crate::error::Place;

/// Something in a gazetteer that should be mended: where it stands, what is wrong, and what to do.
///
/// It is written as an [`Error`](crate::Error) is, `file:line:column: problem; cure`, and sorts by its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub cure: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.problem, self.cure)
    }
}

impl Gazetteer {
    /// Returns what should be mended in the data, by place; nothing of it keeps the gazetteer from being used.
    ///
    /// It finds periods that overlap, members before a bloc's founding or after its dissolution, offices outside the
    /// life of what they are of, two holders of one office on one day, names that two entities share with nothing to
    /// tell them apart, names that can never match or are listed twice, states without capital or demonym, records
    /// out of order, and codes that cannot be or stand twice.
    ///
    /// ```
    /// let gazetteer = detente::Gazetteer::builder()
    ///     .text("mine.toml", "[[state]]\nid = \"X\"\nname = \"Exland\"\ncapitals = [\"Ex\"]\n")
    ///     .build()?;
    /// let findings: Vec<String> = gazetteer.lint().iter().map(|finding| finding.to_string()).collect();
    /// assert_eq!(findings, ["mine.toml:1:1: `state:X` has no demonym; add `demonyms = [\"…\"]`"]);
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn lint(&self) -> Vec<Finding> {
        let mut flaws = Vec::new();
        for check in CHECKS {
            check(&self.data, &mut flaws);
        }
        let mut findings: Vec<Finding> = flaws.into_iter().filter_map(|flaw| flaw.finding(&self.data)).collect();
        findings.sort();
        findings
    }
}

/// A check looks at all data and adds what it finds.
type Check = fn(&Data, &mut Vec<Flaw>);

const CHECKS: [Check; 13] = [
    membership::overlapping_memberships,
    membership::memberships_outside_life,
    term::overlapping_terms,
    term::terms_outside_life,
    term::two_holders,
    name::shared_names,
    name::unmatchable_names,
    name::names_listed_twice,
    name::states_without_names,
    record::unsorted_records,
    record::impossible_codes,
    record::codes_of_two,
    record::numbers_of_two_states,
];

/// A finding whose place is still a number.
struct Flaw {
    origin: Origin,
    problem: String,
    cure: String,
}

impl Flaw {
    fn new(origin: Origin, problem: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { origin, problem: problem.into(), cure: cure.into() }
    }

    fn finding(self, data: &Data) -> Option<Finding> {
        let place = data.place(self.origin)?;
        Some(Finding { place, problem: self.problem, cure: self.cure })
    }
}

#[cfg(test)]
mod tests;
