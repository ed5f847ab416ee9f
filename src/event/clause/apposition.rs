//! What stands beside a name and means the same: "its landlocked neighbour Chad", "the Kyrgyz president, Sadyr Japarov,".

use super::actor::{is_person, mention};
use super::head::head_noun;
use crate::event::text::line::back_over;
use crate::event::text::words::Noun;
use crate::event::text::{Kind, Line};
use crate::lexicon::Clause;
use crate::vocabulary::Sector;
use crate::word::WordList;

/// "its landlocked neighbour Chad", "fellow member Chad": where a phrase begins that calls a name before it what it is.
pub(super) fn before_name(line: &Line<'_>, name: usize) -> usize {
    #[rustfmt::skip]
    static CALLED: WordList<64> = WordList::new(&[
        "allies", "ally", "colony", "country", "emirate", "enemies", "enemy", "foe", "foes", "island", "kingdom",
        "member", "members", "nation", "neighbor", "neighbors", "neighbour", "neighbours", "partner", "partners",
        "patron", "republic", "rival", "rivals", "state", "states",
    ]);
    let noun = name.checked_sub(1).filter(|&at| line.kind(at) == Kind::Word && CALLED.holds(line.written(at)));
    let Some(noun) = noun else { return name };
    let describes = |at: usize| match line.kind(at) {
        Kind::Word => !line.is_verb(at) && !line.is_clause(at, Clause::Relative),
        Kind::Capital => at > 0,
        Kind::Adverb | Kind::And => true,
        _ => false,
    };
    let first = back_over(noun, 6, describes);
    let opens =
        |at: usize| matches!(line.kind(at), Kind::Determiner | Kind::Preposition | Kind::To | Kind::Of | Kind::By);
    match first.checked_sub(1) {
        None => first,
        Some(before) if opens(before) => first,
        _ => noun,
    }
}

/// "the Kyrgyz president, Sadyr Japarov,": the person whom the gazetteer knows, and the token with which the name or the comma
/// behind it ends.
pub(crate) fn person(line: &Line<'_>, from: usize) -> Option<(u32, usize)> {
    let (last, noun) = head_noun(line, from, true)?;
    let at = last + 2;
    let Kind::Mention(number) = line.kind(at) else { return None };
    let governs = matches!(noun, Noun::Actor(Sector::Government, true)) && line.kind(last + 1) == Kind::Comma;
    let known = governs && is_person(line, number) && mention(line, number).entity.index().is_some();
    match line.kind(at + 1) {
        Kind::Break => known.then_some((number, at)),
        Kind::Comma => known.then_some((number, at + 1)),
        _ => None,
    }
}
