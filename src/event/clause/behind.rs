//! Who stands behind a preposition, or behind "by".

use smallvec::SmallVec;

use super::group::Groups;
use crate::event::text::{Kind, Line, Signs};
use crate::lexicon::VerbForm;
use crate::word::WordList;

/// The group behind "by" that did what a passive before `from` says: "was fed, armed and garrisoned by X", but in "was flown
/// home in a plane lent by Y" Y did what the nearer verb says.
pub(crate) fn agent(line: &Line<'_>, groups: &Groups, from: usize, reach: usize) -> Option<usize> {
    if !groups.are_near(from, reach) {
        return None;
    }
    let joined = |at: usize| at == from || matches!(line.kind(at - 1), Kind::Comma | Kind::And | Kind::Adverb);
    let ends = |&at: &usize| {
        matches!(line.kind(at), Kind::Break | Kind::That | Kind::Be)
            || matches!(line.form(at), Some(VerbForm::Past | VerbForm::Participle)) && !joined(at)
    };
    let words = from..(from + reach).min(line.tokens.len());
    let by = words.take_while(|at| !ends(at)).find(|&at| line.kind(at) == Kind::By)?;
    // "was sent to guard it against attack by Y".
    if (from..by).any(|at| line.written(at) == "against" && at + 4 > by) {
        return None;
    }
    if belongs_to_noun(line, from, by) {
        return None;
    }
    group(line, groups, &[], by, 9)
}

/// Whether "by" says whose deed another was: "was killed since a visit by Y", "was freed despite protests by Y".
fn belongs_to_noun(line: &Line<'_>, from: usize, by: usize) -> bool {
    let phrase = |&at: &usize| matches!(line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner | Kind::Possessive);
    let mut before = (from..by).rev().skip_while(phrase);
    before.next().is_some_and(|at| {
        at + 1 < by && matches!(line.written(at), "after" | "amid" | "before" | "despite" | "following" | "since")
    })
}

/// The group that what stands behind one of the prepositions comes from or is owned by: "on imports of fuel from X".
pub(crate) fn within(line: &Line<'_>, groups: &Groups, prepositions: &[u16], from: usize) -> Option<usize> {
    let end = line.tokens.len();
    let link = (from..(from + 4).min(end)).find(|&at| line.is_word(at, prepositions))?;
    let mut passed = false;
    for at in link + 1..(link + 9).min(end) {
        if let Some(number) = groups.at(at) {
            return Some(number);
        }
        match line.kind(at) {
            Kind::Word | Kind::Capital | Kind::Adverb | Kind::Determiner | Kind::Of => {}
            Kind::And => {}
            Kind::Preposition if !passed && matches!(line.written(at), "from" | "with") => passed = true,
            Kind::To if !passed => passed = true,
            _ => return None,
        }
        // "on transfers from": a noun.
        if at > link + 1 && line.begins_predicate(at) {
            return None;
        }
    }
    None
}

/// The group behind one of the prepositions, or behind "by", within `reach` tokens.
pub(crate) fn group(
    line: &Line<'_>,
    groups: &Groups,
    prepositions: &[u16],
    from: usize,
    reach: usize,
) -> Option<usize> {
    if !groups.are_near(from, reach) || prepositions.is_empty() && !line.holds(Signs::IS_BY) {
        return None;
    }
    let mut open = false;
    for at in from..(from + reach).min(line.tokens.len()) {
        if let Some(number) = groups.at(at) {
            // "bought fighter jets from Y".
            let led = groups[number].actors.first().and_then(|actor| actor.led);
            if open || led.is_some_and(|preposition| line.is_word(preposition, prepositions)) {
                return Some(number);
            }
            continue;
        }
        if line.is_word(at, prepositions) || (prepositions.is_empty() && line.kind(at) == Kind::By) {
            open = true;
        } else if matches!(line.kind(at), Kind::Break | Kind::That)
            // "received a challenge to his plan to leave Y".
            || !open && line.kind(at) == Kind::To && line.form(at + 1) == Some(VerbForm::Base) && !line.may_be_noun(at + 1)
            // "answered the raid by striking Y", but "by invading Y troops".
            || open && line.form(at) == Some(VerbForm::Gerund) && !describes(line, groups, at)
            // "restrictions on Y were eased by X": X did not do what the noun says.
            || !open && prepositions.is_empty() && line.kind(at) == Kind::Be
            || open
                && (line.begins_predicate(at) || matches!(line.kind(at), Kind::Comma | Kind::Preposition | Kind::To))
        {
            return None;
        }
    }
    None
}

/// Whether a gerund says of those behind it what they are about: "by retreating X soldiers".
pub(crate) fn describes(line: &Line<'_>, groups: &Groups, gerund: usize) -> bool {
    #[rustfmt::skip]
    static DESCRIBE: WordList<64> = WordList::new(&[
        "advancing", "attacking", "defending", "departing", "fleeing", "invading", "marauding", "occupying", "opposing", "rampaging",
        "remaining", "retreating", "returning", "ruling", "surrounding", "visiting", "warring", "withdrawing",
    ]);
    let people = || groups.at(gerund + 1).map(|group| &groups[group].actors);
    DESCRIBE.holds(line.written(gerund))
        && people().is_some_and(|actors| actors.iter().all(|actor| actor.sector.is_some()))
}

/// The groups that go on from one behind a preposition, each with its own: "buys drones from X and shells from Y".
pub(crate) fn distributed(line: &Line<'_>, groups: &Groups, first: usize) -> SmallVec<[usize; 2]> {
    let link = |group: usize| {
        let led = groups[group].actors.first().and_then(|actor| actor.led);
        led.or_else(|| groups[group].first().checked_sub(1))
            .filter(|&at| matches!(line.kind(at), Kind::Preposition | Kind::To))
    };
    let mut found = SmallVec::new();
    let Some(own) = link(first).map(|at| line.written(at)) else { return found };
    let mut last = groups[first].last();
    while matches!(line.kind(last + 1), Kind::Comma | Kind::And) {
        let goes_on = |&at: &usize| {
            groups.at(at).is_none()
                && (line.written(at) == own
                    || matches!(
                        line.kind(at),
                        Kind::Comma | Kind::And | Kind::Word | Kind::Adverb | Kind::Determiner | Kind::Capital
                    ) && !line.is_finite(at)
                        && line.form(at) != Some(VerbForm::Past))
        };
        let end = (last + 1..(last + 8).min(line.tokens.len())).take_while(goes_on).last().unwrap_or(last);
        let Some(next) = groups.at(end + 1) else { break };
        // "with X, with Y saying so": Y's own.
        let says = || line.written(groups[next].last() + 1).ends_with("ing");
        if link(next).is_none_or(|at| line.written(at) != own || at <= last) || says() {
            break;
        }
        found.push(next);
        last = groups[next].last();
    }
    found
}
