//! One of several that do something: "X was the first state to leave", "X became the latest to do so", "X is among those who
//! voted", "X is one of the states that voted".

use crate::event::text::{Kind, Line};
use crate::word::WordList;

/// How many words may stand between the verb and what its subject is one of.
const REACH: usize = 7;

/// What number somebody is, before "to".
static ORDINALS: WordList<32> = WordList::new(&[
    "first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "next", "only", "newest",
]);

/// The "be" or "become" whose subject does what stands behind `end`, a "to" or a relative pronoun.
pub(super) fn predicate(line: &Line<'_>, end: usize) -> Option<usize> {
    let mut counted = false;
    for at in (end.saturating_sub(REACH)..end).rev() {
        match line.kind(at) {
            Kind::Be => return counted.then_some(at),
            Kind::Comma | Kind::Break | Kind::That | Kind::To | Kind::By | Kind::Mention(_) => return None,
            _ => {}
        }
        match line.written(at) {
            "became" | "become" | "becomes" => return counted.then_some(at),
            "among" => counted = true,
            "one" => counted |= line.kind(at + 1) == Kind::Of,
            word => counted |= line.kind(end) == Kind::To && ORDINALS.holds(word),
        }
    }
    None
}
