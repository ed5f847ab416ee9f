//! Whether what a noun names took place: no agreement was reached, talks failed, an attack was only feared.

use crate::event::frame::Frame;
use crate::event::frame::party::Party;
use crate::event::text::line::back_over;
use crate::event::text::{Kind, Line, Signs, Words};
use crate::lexicon::{Clause, Govern};
use crate::vocabulary::{Class, EventType};
use crate::word::WordList;

/// Verbs of ending strife.
#[rustfmt::skip]
static ENDS: WordList<64> = WordList::new(&[
    "bridge", "bridging", "buried", "bury", "drop", "dropped", "dropping", "end", "ended", "ending", "ends", "heal", "healed",
    "narrow", "narrowed", "narrowing", "overcome", "patched", "resolve", "resolved", "settle", "settled", "smooth",
]);

/// What makes no more than a thought of what follows "of".
#[rustfmt::skip]
static FEARED: WordList<32> = WordList::new(&[
    "case", "chance", "danger", "event", "fear", "fears", "possibility", "prospect", "risk", "specter", "spectre", "talk",
]);

/// Verbs of keeping harm away.
#[rustfmt::skip]
static GUARDS: WordList<32> = WordList::new(&[
    "defend", "defended", "guard", "guarding", "insure", "protect", "protected", "protecting", "protection", "secure", "shield",
    "shielding",
]);

impl Frame<'_> {
    /// Whether what a noun names is denied: "no agreement", "talks between X and Y failed to take place".
    pub(super) fn did_not_take_place(&self, noun: usize, last: impl FnOnce() -> usize, event: EventType) -> bool {
        let line = &self.line;
        let opening = (noun.saturating_sub(4)..noun).rev().take_while(|&at| {
            matches!(line.kind(at), Kind::Word | Kind::Capital | Kind::Mention(_) | Kind::Adverb | Kind::Possessive)
        });
        let negates = |at| line.is_clause(at, Clause::Negator);
        let denied = line.holds(Signs::of_clause(Clause::Negator)) && opening.into_iter().any(negates);
        // "ended decades of hostility between X and Y".
        let ends = |at: usize| ENDS.holds(line.written(at));
        if matches!(event, EventType::Accuse | EventType::Assault) && (noun.saturating_sub(4)..noun).any(ends) {
            return true;
        }
        // "to guard it against attack", "in case of an invasion": none has come.
        if matches!(event, EventType::Assault | EventType::Coerce) && is_feared(line, noun) {
            return true;
        }
        // "let a treaty with Y lapse".
        let end = (noun + 8).min(line.tokens.len());
        if (noun + 1..end).any(|at| matches!(line.written(at), "expire" | "expired" | "lapse" | "lapsed")) {
            return true;
        }
        // "offered to host talks between X and Y": they have not met.
        let hosts = |at: usize| matches!(line.written(at), "arrange" | "broker" | "facilitate" | "host" | "mediate");
        if event == EventType::Consult
            && (noun.saturating_sub(3)..noun).any(|at| hosts(at) && at > 0 && line.kind(at - 1) == Kind::To)
        {
            return true;
        }
        // "demanded the withdrawal", "prevented an attack": the noun is what the verb before asks for or keeps away.
        let verb = (noun.saturating_sub(4)..noun).rev().find(|&at| {
            !matches!(line.kind(at), Kind::Determiner | Kind::Word) && !counts_time(line, at) || line.is_verb(at)
        });
        let asked = verb.filter(|&at| line.is_verb(at)).and_then(|at| line.govern(at));
        if matches!(asked, Some(Govern::Request | Govern::Prevention | Govern::Refusal { .. })) {
            return true;
        }
        // "is mulling a ban": no more than a thought.
        let conflict = matches!(event.class(), Class::VerbalConflict | Class::MaterialConflict);
        if conflict && asked == Some(Govern::Plan) {
            return true;
        }
        // "rebuffed an offer by Y".
        let offers = matches!(event.class(), Class::VerbalCooperation | Class::MaterialCooperation);
        let rejects =
            |verb| self.fitting(verb, Words::verbs, 0).iter().any(|(cue, _)| cue.event == Some(EventType::Reject));
        if offers && verb.is_some_and(|verb| verb + 3 > noun && line.is_verb(verb) && rejects(verb)) {
            return true;
        }
        let fails = || line.govern(last() + 1);
        denied || line.holds(Signs::FAILS) && fails() == Some(Govern::Refusal { rejects: false })
    }

    /// Whether a noun names no certain deed: "any attack by X on Y".
    pub(super) fn is_any(&self, noun: usize) -> bool {
        let line = &self.line;
        let describes = |&at: &usize| {
            matches!(line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner | Kind::Mention(_) | Kind::Capital)
        };
        let mut before = (noun.saturating_sub(4)..noun).rev().take_while(describes);
        before.any(|at| line.written(at).eq_ignore_ascii_case("any"))
    }

    /// Whether strife that a noun names is only where or when something is, or somebody keeps away from what it names: "in the
    /// conflict", "during the war", "stayed away from the talks", "a conference on trade".
    pub(super) fn stands_aside(&self, noun: usize, event: EventType, sources: &[Party]) -> bool {
        let Some(link) = self.opening_of_noun(noun).checked_sub(1) else { return false };
        // "the accords struck by X and Y": those behind it are its own.
        let start = self.line.tokens[noun].start;
        if sources.iter().any(|source| self.line.events.mentions[source.mention as usize].span.start > start) {
            return false;
        }
        let strife = matches!(event.class(), Class::VerbalConflict | Class::MaterialConflict);
        match self.line.kind(link) {
            Kind::Preposition => strife || matches!(self.line.written(link), "about" | "from" | "on"),
            Kind::Of => strife || link > 0 && self.line.written(link - 1) == "out",
            _ => false,
        }
    }
}

/// Whether what a noun names is only guarded against: "to shield it from attack", "in case of invasion".
fn is_feared(line: &Line<'_>, noun: usize) -> bool {
    let opens = |at: usize| matches!(line.kind(at), Kind::Word | Kind::Determiner | Kind::Adverb | Kind::Mention(_));
    let first = back_over(noun, 4, opens);
    let Some(link) = first.checked_sub(1) else { return false };
    let guards = |at: usize| GUARDS.holds(line.written(at));
    match line.written(link) {
        "against" | "from" => (link.saturating_sub(6)..link).any(guards),
        "of" => link > 0 && FEARED.holds(line.written(link - 1)),
        "to" => link > 0 && line.written(link - 1) == "right",
        _ => false,
    }
}

/// Whether "of" stands behind a stretch of time: "ended two decades of hostility".
fn counts_time(line: &Line<'_>, of: usize) -> bool {
    let time = of.checked_sub(1).filter(|_| line.kind(of) == Kind::Of).map_or("", |before| line.written(before));
    matches!(time, "centuries" | "century" | "days" | "decade" | "decades" | "months" | "weeks" | "years")
}
