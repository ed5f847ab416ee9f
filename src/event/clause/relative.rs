//! Relative clauses: whom the pronoun means that opens one, and what stands behind one that only says more.

use super::group::Groups;
use super::usual::usual_prepositions;
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::{Clause, Cue, Cues};
use crate::vocabulary::EventType;

/// Of "Y, which X attacked", "Y, with which X trades" and "Y, whose envoy X expelled": the group of Y, where X is the group at
/// `subject`.
pub(crate) fn object(line: &Line<'_>, groups: &Groups, cue: &Cue, subject: usize) -> Option<usize> {
    let relative = before(line, groups, subject)?;
    let head = relative.checked_sub(1)?;
    let usual = || cue.event.is_some_and(|event| usual_prepositions(event).contains(&line.written(head)));
    let head = match line.is_word(head, &cue.to) || usual() {
        true => head.checked_sub(1)?,
        false if cue.direct => head,
        false => return None,
    };
    let head = if line.kind(head) == Kind::Comma { head.checked_sub(1)? } else { head };
    groups.at(head)
}

/// The relative pronoun before the group at `subject`: "which X", "whose new envoy X".
pub(crate) fn before(line: &Line<'_>, groups: &Groups, subject: usize) -> Option<usize> {
    let first = groups[subject].first();
    let is_noun =
        |at: &usize| matches!(line.kind(*at), Kind::Word | Kind::Capital) && !line.is_clause(*at, Clause::Relative);
    let before = (first.saturating_sub(4)..first).rev().find(|at| !is_noun(at))?;
    let relative = line.is_clause(before, Clause::Relative) || line.kind(before) == Kind::That;
    let near = before + 1 == first || line.written(before) == "whose";
    (relative && near).then_some(before)
}

/// The last token of a clause that only says more of a deed's object, if whom the deed is done to stands behind it: "lifted the
/// sanctions it had imposed on Y", "sold a radar that can see stealth aircraft to Y".
pub(crate) fn passed(line: &Line<'_>, groups: &Groups, cue: &Cue, at: usize) -> Option<usize> {
    let begins = Signs::of_clause(Clause::Relative).or(Signs::of_clause(Clause::Pronoun));
    if line.kind(at) != Kind::That && !line.has(at, begins) {
        return None;
    }
    let relative = line.kind(at) == Kind::That || line.written(at) == "which";
    let subject = if relative { at + 1 } else { at };
    if matches!(line.written(subject), "he" | "it" | "she" | "they") {
        let auxiliary = |&at: &usize| !matches!(line.kind(at), Kind::Have | Kind::Adverb | Kind::Be);
        let verb = (subject + 1..subject + 5).find(auxiliary)?;
        let links = |at: usize| matches!(line.written(at), "against" | "on") && line.is_word(at, &cue.to);
        if line.is_verb(verb) && (verb + 1..verb + 4).any(links) {
            return Some(verb);
        }
    }
    let sends = cue.event == Some(EventType::Aid) && cue.to.contains(&Cues::TO) && relative;
    let near = (at + 1..at + 12).take_while(|&next| {
        !matches!(line.kind(next), Kind::Comma | Kind::Break | Kind::By) && groups.at(next).is_none()
    });
    let goes = |&to: &usize| {
        let next = if line.kind(to + 1) == Kind::Determiner { to + 2 } else { to + 1 };
        line.kind(to) == Kind::To && (groups.at(to + 1).or_else(|| groups.at(next)).is_some())
    };
    near.filter(|_| sends).find(goes).map(|to| to - 1)
}
