//! What is said of the deed that the clause before told: "…, which Y condemned", "…, to the dismay of Y", "… in a gesture of
//! solidarity with Y".

use super::group::Groups;
use crate::event::text::{Kind, Line};
use crate::lexicon::Clause;
use crate::word::WordList;

/// Nouns that say in what spirit something is done.
#[rustfmt::skip]
static SPIRITS: WordList<64> = WordList::new(&[
    "anger", "defiance", "gratitude", "protest", "rebuke", "retaliation", "retribution", "revenge",
    "solidarity", "support", "sympathy",
]);

/// Nouns behind which stands who is beside a deed, or for whose sake it is done: "in the presence of Y", "at the request of
/// Y", "in support of Y".
#[rustfmt::skip]
static BESIDE: WordList<64> = WordList::new(&[
    "absence", "auspices", "behalf", "behest", "defence", "defense", "eve", "favor", "favour", "honor", "honour",
    "insistence", "instigation", "invitation", "margins", "memory", "name", "pay", "presence", "request", "sake",
    "sidelines", "support", "urging", "wake",
]);

/// Whether the clause whose subject is the group speaks of the deed before it: "…, which Y condemned", "…, a step that Y
/// condemned".
pub(crate) fn resumes_clause(line: &Line<'_>, groups: &Groups, subject: usize) -> bool {
    let first = groups[subject].first();
    let relative =
        first.checked_sub(1).filter(|&at| line.is_clause(at, Clause::Relative) || line.kind(at) == Kind::That);
    let Some(head) = relative.and_then(|relative| relative.checked_sub(1)) else { return false };
    if line.kind(head) == Kind::Comma {
        return head.checked_sub(1).is_some_and(|before| groups.at(before).is_none());
    }
    let opening = (head.saturating_sub(3)..head).rev().find(|&at| line.kind(at) == Kind::Determiner);
    let apart =
        opening.and_then(|at| at.checked_sub(1)).is_some_and(|at| matches!(line.kind(at), Kind::Comma | Kind::Break));
    apart && names_deed(line, head)
}

/// Whether a noun names a deed that was told: "a charge", "the step".
pub(crate) fn names_deed(line: &Line<'_>, noun: usize) -> bool {
    #[rustfmt::skip]
    static DEEDS: WordList<256> = WordList::new(&[
        "accusation", "accusations", "act", "action", "actions", "agreement", "allegation", "allegations", "announcement",
        "appeal", "assault", "assertion", "assertions", "attack", "attacks", "ban", "bombardment", "bombing", "call", "charge",
        "charges", "claim", "claims", "comment", "comments", "complaint", "concession", "contention", "deal", "decision",
        "demand", "demands", "deployment", "embargo", "exercise", "exercises", "expulsion", "gesture", "idea", "incident",
        "incursion", "initiative", "intervention", "invasion", "invitation", "killing", "killings", "launch", "manoeuvre",
        "measure", "measures", "move", "moves", "offensive", "offer", "onslaught", "operation", "pact", "plan", "policy",
        "practice", "proposal", "raid", "raids", "remark", "remarks", "report", "request", "resolution", "restrictions",
        "ruling", "sanctions", "statement", "step", "steps", "strike", "strikes", "suggestion", "suspension", "test", "tests",
        "threat", "threats", "treaty", "ultimatum", "verdict", "view", "visit", "warning",
    ]);
    DEEDS.holds(line.written(noun))
}

/// Whether the words from a preposition on only say what the deed means to somebody, or who is beside it.
#[inline]
pub(crate) fn opens(line: &Line<'_>, at: usize) -> bool {
    is_spirit(line, at) || is_beside(line, at)
}

/// Whether the words from "to" or "in" on say in what spirit a deed is done: "to the dismay of Y", "in a gesture of
/// solidarity with Y".
#[inline]
pub(crate) fn is_spirit(line: &Line<'_>, at: usize) -> bool {
    matches!(line.kind(at), Kind::To | Kind::Preposition) && says_spirit(line, at)
}

fn says_spirit(line: &Line<'_>, at: usize) -> bool {
    let written = |at: usize| line.written(at);
    match written(at) {
        "to" => {
            let apart = at.checked_sub(1).is_some_and(|before| matches!(written(before), "," | "much"));
            apart
                && written(at + 1) == "the"
                && at + 2 < line.tokens.len()
                && line.is_cue_noun(at + 2)
                && written(at + 3) == "of"
        }
        "in" => {
            let of = (at + 1..at + 5).find(|&of| written(of) == "of").map_or(at + 1, |of| of + 1);
            line.is_cue_noun(of) && SPIRITS.holds(line.written(of))
        }
        _ => false,
    }
}

/// Whether the words from a preposition on say who is beside a deed: "in the presence of Y".
fn is_beside(line: &Line<'_>, at: usize) -> bool {
    if line.kind(at) != Kind::Preposition {
        return false;
    }
    let written = |at: usize| line.written(at);
    let noun = if written(at + 1) == "the" { at + 2 } else { at + 1 };
    matches!(written(at), "at" | "for" | "in" | "on" | "under")
        && written(noun + 1) == "of"
        && BESIDE.holds(written(noun))
}
