//! The phrase around a name: the words before it that say how many or which, and the noun behind it that says who of the
//! state acts.

use super::actor::is_person;
use super::apposition;
use crate::event::text::line::back_over;
use crate::event::text::words::{Noun, Words};
use crate::event::text::{Kind, Line};
use crate::lexicon::{Clause, VerbForm};
use crate::word::WordList;

/// The determiner before a phrase belongs to it.
pub(super) fn opening(line: &Line<'_>, at: usize) -> usize {
    let mut first = before_title(line, at);
    while let Some(before) = first.checked_sub(1).filter(|&before| is_part(line, before)) {
        first = before;
    }
    first = apposition::before_name(line, first);
    match first.checked_sub(1) {
        Some(before) if line.kind(before) == Kind::Determiner => before,
        _ => first,
    }
}

/// "a group of Moroccan diplomats": where a phrase begins that only counts those behind it.
pub(super) fn partitive(line: &Line<'_>, first: usize) -> usize {
    #[rustfmt::skip]
    static COUNTS: WordList<128> = WordList::new(&[
        "band", "barrage", "batch", "battalion", "battalions", "brigade", "brigades", "column", "columns",
        "contingent", "contingents", "convoy", "couple", "crowd", "crowds", "detachment", "detachments", "division",
        "divisions", "dozens", "fleet", "flotilla", "group", "groups", "handful", "hundreds", "majority", "members",
        "number", "pair", "regiment", "regiments", "salvo", "scores", "squad", "squadron", "swarm", "swarms",
        "team", "teams", "tens", "thousands", "unit", "units", "volley", "wave", "waves",
    ]);
    let of = first.checked_sub(1).filter(|&of| line.kind(of) == Kind::Of);
    let noun = of.and_then(|of| of.checked_sub(1)).filter(|&noun| COUNTS.holds(line.written(noun)));
    let Some(noun) = noun else { return first };
    let adjective = noun.checked_sub(1).filter(|&at| line.kind(at) == Kind::Word && !line.is_verb(at)).unwrap_or(noun);
    opening(
        line,
        if adjective.checked_sub(1).is_some_and(|at| line.kind(at) == Kind::Determiner) { adjective } else { noun },
    )
}

/// Whether the word says which part of a land, or what kind of land: "northern Laos", "war-torn Liberia".
pub(super) fn is_part(line: &Line<'_>, at: usize) -> bool {
    #[rustfmt::skip]
    static PARTS: WordList<128> = WordList::new(&[
        "communist", "drought-stricken", "embattled", "famine-stricken", "famine-hit", "impoverished", "independent",
        "isolated", "landlocked", "mainland", "mighty", "newly-independent", "nuclear-armed", "occupied", "oil-rich",
        "poor", "poverty-stricken", "quake-hit", "reclusive", "reunified", "tiny", "unified", "war-ravaged", "war-torn",
        "wealthy",
        "central", "east", "eastern", "inland", "lower", "nearby", "neighboring", "neighbouring", "north", "northeast",
        "northeastern", "northern", "northwest", "northwestern", "rural", "south", "southeast", "southeastern",
        "southern", "southwest", "southwestern", "upper", "west", "western",
    ]);
    #[rustfmt::skip]
    static ATTRIBUTES: WordList<32> = WordList::new(&[
        "ailing", "assassinated", "deposed", "disgraced", "exiled", "fugitive", "jailed", "imprisoned", "late", "murdered", "ousted",
        "outgoing", "slain", "toppled",
    ]);
    let follows = |before: usize| {
        matches!(line.kind(before), Kind::Preposition | Kind::Of | Kind::To | Kind::By | Kind::Determiner)
    };
    // "loyal to ousted President X", but "rebels ousted President X".
    let attribute = || ATTRIBUTES.holds(line.written(at)) && at.checked_sub(1).is_some_and(follows);
    match line.kind(at) {
        Kind::Word => PARTS.holds(line.written(at)) || attribute(),
        Kind::Adverb => attribute(),
        _ => false,
    }
}

pub(super) fn is_actor(line: &Line<'_>, at: usize) -> bool {
    matches!(line.noun(at), Some((Noun::Actor(..), _)))
}

/// The noun that the name modifies, if it says who acts: "foreign ministry", "rebels", "economy".
pub(super) fn head_noun(line: &Line<'_>, from: usize, may_skip: bool) -> Option<(usize, Noun)> {
    let mut found: Option<(usize, Noun)> = None;
    let mut skipped = 0;
    let mut at = from;
    while at < (from + 6).min(line.tokens.len()) {
        let phrase = line.noun(at);
        let is_cue = line.is_cue_noun(at);
        match (phrase, line.kind(at)) {
            // A cue's noun ("embargo", "attack") is the cue.
            (Some((Noun::Thing, _)), _) if is_cue => break,
            // "military intervention": the cue goes on behind the noun.
            (Some((Noun::Actor(..), last)), _) if is_cue && found.is_none() && is_longer_cue(line, at, last) => break,
            (Some((noun, last)), Kind::Word | Kind::Capital | Kind::Adverb) => {
                at = last;
                found = Some((at, noun));
            }
            // A capital makes even "Transport" part of a title.
            (None, kind @ (Kind::Word | Kind::Capital))
                if found.is_none() && may_skip && (kind == Kind::Capital || !is_cue && !line.is_verb(at)) =>
            {
                skipped += 1;
                if skipped > 3 {
                    break;
                }
            }
            (None, Kind::Adverb) if found.is_none() && may_skip => {}
            _ => break,
        }
        at += 1;
    }
    found
}

/// Whether a cue's noun begins with a token and ends behind another one.
pub(crate) fn is_longer_cue(line: &Line<'_>, at: usize, last: usize) -> bool {
    line.entries(at).any(|(entry, end)| end > last && Words::nouns(entry).is_some())
}

/// Whether a word behind a land's name is a verb with its object, though a noun is spelled so too: "Chad trains Nigerian
/// officers", "Peru ships copper".
pub(super) fn governs_what_follows(line: &Line<'_>, at: usize) -> bool {
    let is_object = match line.kind(at + 1) {
        Kind::Mention(_) | Kind::Determiner => true,
        Kind::Word => {
            let thing = || matches!(line.noun(at + 1), Some((Noun::Thing, _)));
            (line.form(at + 1).is_none() || thing()) && !line.is_clause(at + 1, Clause::Relative)
        }
        _ => false,
    };
    line.kind(at) == Kind::Word && line.form(at) == Some(VerbForm::Third) && line.is_verb(at) && is_object
}

/// Whether a name before the noun says whose it is: "the Chinese embassy in", where "embassy" stands at `noun`.
pub(super) fn is_owned_by_name(line: &Line<'_>, noun: usize) -> bool {
    let near = (noun.saturating_sub(4)..noun).rev();
    // "a NATO-led force in".
    let leads = |at: usize| line.kind(at) == Kind::Hyphen || line.kind(at - 1) == Kind::Hyphen;
    let mut near = near.skip_while(|&at| {
        matches!(line.kind(at), Kind::Word | Kind::Capital | Kind::Possessive) && !line.is_verb(at)
            || at > 0 && leads(at)
    });
    near.next().is_some_and(|at| matches!(line.kind(at), Kind::Mention(_)))
}

/// Where the title begins that stands before a person's name: "loyal to President X", "supporters of rebel leader X".
fn before_title(line: &Line<'_>, name: usize) -> usize {
    #[rustfmt::skip]
    static TITLES: WordList<64> = WordList::new(&[
        "ambassador", "candidate", "chairman", "chancellor", "chief", "cleric", "commander", "dictator", "emperor", "envoy",
        "general", "guerrilla", "junta", "king", "leader", "minister", "monarch", "opposition", "premier", "president", "prime",
        "queen", "rebel", "ruler", "secretary", "senator", "strongman", "warlord",
    ]);
    let titled = |before: usize| matches!(line.kind(before), Kind::Capital | Kind::Word);
    let Kind::Mention(number) = line.kind(name) else { return name };
    if !name.checked_sub(1).is_some_and(titled) || !is_person(line, number) {
        return name;
    }
    let is_title = |at: usize| match line.kind(at) {
        Kind::Capital => at > 0,
        Kind::Word => TITLES.holds(line.written(at)),
        _ => false,
    };
    let first = back_over(name, 4, is_title);
    // "Secretary of State X".
    let goes_on = first > 1 && line.kind(first - 1) == Kind::Of && line.kind(first - 2) == Kind::Capital;
    if goes_on { name } else { first }
}
