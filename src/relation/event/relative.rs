//! Relative clauses: whom the pronoun means that opens one.

use super::clause::group_at;
use super::group::Groups;
use super::kind::Kind;
use super::line::Line;
use super::usual::usual_prepositions;
use crate::lexicon::{Clause, Cue};

/// Of "Y, which X attacked", "Y, with which X trades" and "Y, whose envoy X expelled": the group of Y, where X is the group at
/// `subject`.
pub(super) fn object(line: &Line<'_>, groups: &Groups, cue: &Cue, subject: usize) -> Option<usize> {
    let relative = before(line, groups, subject)?;
    let head = relative.checked_sub(1)?;
    let usual = || cue.event.is_some_and(|event| usual_prepositions(event).contains(&line.written(head)));
    let head = match line.is_word(head, &cue.to) || usual() {
        true => head.checked_sub(1)?,
        false if cue.direct => head,
        false => return None,
    };
    let head = if line.kind(head) == Kind::Comma { head.checked_sub(1)? } else { head };
    group_at(groups, head)
}

/// The relative pronoun before the group at `subject`: "which X", "whose new envoy X".
pub(super) fn before(line: &Line<'_>, groups: &Groups, subject: usize) -> Option<usize> {
    let first = groups[subject].first();
    let is_noun =
        |at: &usize| matches!(line.kind(*at), Kind::Word | Kind::Capital) && !line.is_clause(*at, Clause::Relative);
    let before = (first.saturating_sub(4)..first).rev().find(|at| !is_noun(at))?;
    let relative = line.is_clause(before, Clause::Relative) || line.kind(before) == Kind::That;
    let near = before + 1 == first || line.written(before) == "whose";
    (relative && near).then_some(before)
}
