//! Where English usually puts whom a deed is done to: behind the prepositions that go with its type.

use super::aside::links_clauses;
use super::group::Groups;
use super::object::{ASIDE, begins_clause, naming, owns_border, quantifies};
use super::remark;
use super::target::names_crime;
use crate::event::text::{Kind, Line};
use crate::lexicon::{Cue, VerbForm};
use crate::vocabulary::EventType;
use crate::word::WordList;

/// What forces are sent for, before those against whom it is.
#[rustfmt::skip]
static DETERS: WordList<32> = WordList::new(&[
    "check", "confront", "contain", "counter", "deter", "discourage", "dissuade", "face", "intimidate", "menace", "monitor", "warn",
]);

/// Against whom forces are sent: "sent ships to deter Y".
pub(crate) fn deterred(line: &Line<'_>, groups: &Groups, from: usize) -> Option<usize> {
    let near = from..line.tokens.len().min(from + 18);
    let mut near = near.take_while(|&at| line.kind(at) != Kind::Break);
    let to = near.find(|&at| line.kind(at) == Kind::To && DETERS.holds(line.written(at + 1)))?;
    (to + 2..to + 6).find_map(|at| groups.at(at))
}

/// The group that stands where English puts whom a deed of this type is done to, behind a cue whose own frame found none:
/// the object of a preposition that is usual with the type, within the cue's clause.
pub(crate) fn usual_target(
    line: &Line<'_>,
    groups: &Groups,
    cue: &Cue,
    from: usize,
    reach: usize,
    is_verb: bool,
) -> Option<usize> {
    let event = cue.event.filter(|_| groups.are_near(from, reach))?;
    let remarks = event != EventType::Protest;
    let prepositions = if is_verb { usual_prepositions(event) } else { usual_prepositions_of_noun(event) };
    let mut at = from;
    while at < line.tokens.len() && at < from + reach {
        if let Some(number) = groups.at(at) {
            let group = &groups[number];
            let before = group.first().checked_sub(1).map_or("", |before| line.written(before));
            let led = group.actors.iter().find_map(|actor| actor.led).map_or("", |at| line.written(at));
            let out = event != EventType::Request
                && before == "of"
                && group.first() >= 2
                && line.written(group.first() - 2) == "out";
            let border = owns_border(line, group) && event != EventType::Mobilize;
            if border || is_verb && begins_clause(line, group) {
                return None;
            }
            let own = group.first() > from && line.is_word(group.first() - 1, &cue.to);
            if own
                || prepositions.contains(&if out { "from" } else { before })
                || prepositions.contains(&led) && led != "of"
            {
                return Some(number);
            }
            at = group.last() + 1;
            continue;
        }
        let ends = match line.kind(at) {
            Kind::Comma | Kind::Break | Kind::That => true,
            Kind::By => is_verb,
            // "jailed five men for the bombing of Y's tanker".
            Kind::Preposition if is_verb && names_crime(line, cue, at) => true,
            Kind::Preposition => links_clauses(line, at) && !quantifies(line, at),
            // "improved its record and said".
            Kind::And => line.speaks(at + 1).is_some() || is_verb && line.form(at + 1) == Some(VerbForm::Gerund),
            Kind::Word => at > from && line.begins_predicate(at),
            Kind::To => {
                let noun = |at| if is_verb { line.is_cue_noun(at) } else { line.may_be_noun(at) };
                let helps = line.written(at + 1) == "help" && line.form(at + 2) == Some(VerbForm::Base);
                helps || line.form(at + 1) == Some(VerbForm::Base) && !noun(at + 1)
            }
            _ => false,
        };
        if let Some(last) = naming(line, at) {
            at = last + 1;
            continue;
        }
        if ends || line.has(at, ASIDE) || remarks && remark::opens(line, at) {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether such a preposition far behind a verb stands before whom the deed is done to: of some types it is more often of
/// something else.
pub(crate) fn is_far_from_verb(cue: &Cue, event: EventType, preposition: &str) -> bool {
    match event {
        // "pulled its brigades back from Y", but not "released wheat from Y's stores".
        EventType::Retreat => matches!(preposition, "from" | "of") && cue.code.begins_with("087"),
        EventType::Coerce | EventType::Request => preposition == "from",
        EventType::Support => preposition == "to",
        EventType::Consult => false,
        _ => true,
    }
}

/// Whether one behind a noun does.
pub(crate) const fn is_far_from_noun(event: EventType) -> bool {
    !matches!(event, EventType::Accuse | EventType::Consult | EventType::Support)
}

/// The prepositions that stand before whom a deed is done to.
pub(super) const fn usual_prepositions(event: EventType) -> &'static [&'static str] {
    match event {
        EventType::Agree => &["with", "to", "for"],
        EventType::Consult | EventType::Cooperate => &["with"],
        EventType::Support => &["for", "of", "to", "behind"],
        EventType::Concede => &["to", "with"],
        EventType::Join => &["of", "to", "in"],
        EventType::Aid => &["to", "for", "in"],
        EventType::Retreat => &["from", "on", "against", "to", "with"],
        EventType::Request => &["on", "to", "from"],
        EventType::Accuse => &["at", "against", "of"],
        EventType::Reject => &["from", "by", "of"],
        EventType::Threaten => &["against", "to", "with", "on"],
        EventType::Protest => &["against", "at", "outside"],
        EventType::Sanction => &["with", "to", "from", "against"],
        EventType::Mobilize => &["against", "on", "near", "with", "towards", "toward", "opposite", "along", "to"],
        EventType::Coerce => &["on", "against", "from", "of", "in", "across", "inside"],
        EventType::Assault => &["on", "against", "at", "in", "near", "of", "inside", "across", "over"],
        EventType::Withdraw => &["from", "of", "in"],
    }
}

/// The prepositions that stand before whom a noun's deed is done to, where they are fewer than a verb's.
const fn usual_prepositions_of_noun(event: EventType) -> &'static [&'static str] {
    match event {
        EventType::Assault => &["on", "against", "into"],
        EventType::Coerce => &["on", "against", "from"],
        EventType::Mobilize => &["against", "near", "along", "opposite"],
        EventType::Aid => &["to", "for"],
        other => usual_prepositions(other),
    }
}
