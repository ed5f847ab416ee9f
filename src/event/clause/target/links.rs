//! Links on the way: prepositions, "by", "that", commas, and the clauses and phrases that they open.

use super::{Step, Walk};
use crate::event::clause::aside::time_follows;
use crate::event::clause::group::Groups;
use crate::event::clause::object::apposed_owner;
use crate::event::text::{Kind, Line};
use crate::lexicon::VerbForm;
use crate::vocabulary::EventType;
use crate::word::WordList;

impl Walk<'_, '_> {
    pub(super) fn at_that(&mut self, at: usize) -> Step {
        if self.is_verb && matches!(self.line.written(at + 1), "host" | "hosts" | "house" | "houses") {
            return Step::On;
        }
        if self.cue.event == Some(EventType::Request) && asks_in_clause(self.line, self.groups, at) {
            self.open = true;
            return Step::On;
        }
        Step::End
    }

    /// At "by": behind it stands who refused, or who owns what is harmed.
    pub(super) fn at_by(&mut self, at: usize) -> Step {
        let owned = self.harms && OWNED.holds(self.line.written(at - 1));
        // "reacted angrily to remarks by Y", "condemned attacks by Y", "welcomed a promise made by Y".
        let done = matches!(self.line.form(at - 1), Some(VerbForm::Past | VerbForm::Participle));
        let owned =
            owned || self.judges && !self.passed || self.opened && !done && self.cue.event == Some(EventType::Accuse);
        if self.plain == 0 || !(owned || self.rejects) {
            return Step::End;
        }
        self.open = true;
        Step::On
    }

    pub(super) fn at_comma(&mut self, comma: usize) -> Step {
        let line = self.line;
        // "…, drawing condemnation from Y".
        if line.form(comma + 1) == Some(VerbForm::Gerund) && line.written(comma + 1) != "including" {
            return Step::End;
        }
        if self.material
            && self.is_verb
            && self.open
            && let Some(owner) = apposed_owner(line, self.groups, comma)
        {
            return Step::Found(Some(owner));
        }
        // "visited several countries, including X", "among them X".
        if self.plain > 0 && line.written(comma + 1) == "including" {
            return Step::To(comma + 2);
        }
        if self.plain > 0 && line.written(comma + 1) == "among" && line.written(comma + 2) == "them" {
            return Step::To(comma + 3);
        }
        // "trucked maize, blankets and tents to": a list of things before the cue's preposition.
        if self.cue.to.is_empty() || self.opened || !self.is_verb && !self.material {
            return Step::End;
        }
        self.open = false;
        Step::On
    }

    pub(super) fn at_preposition(&mut self, at: usize) -> Step {
        let written = self.line.written(at);
        if self.rejects && self.plain > 0 && written == "from" {
            self.open = true;
        // "aid for a bridge in Laos": where the thing stands, there it goes.
        } else if !(self.opened && self.material && self.plain > 0 && written == "in") {
            self.open = self.open && time_follows(self.line, at);
        }
        Step::On
    }

    /// Whether what is told begins here, and no object of a preposition: "ordered troops to leave", "suggested that".
    pub(super) fn tells(&self, at: usize) -> bool {
        let (line, next) = (self.line, at + 1);
        match line.kind(at) {
            Kind::To => {
                let asks = self.cue.event == Some(EventType::Request);
                let noun = line.may_be_noun(next) || line.is_cue_noun(next);
                let takes_object =
                    || matches!(line.kind(next + 1), Kind::Mention(_) | Kind::Determiner | Kind::Capital);
                line.form(next) == Some(VerbForm::Base)
                    && (!noun || asks && (line.written(next) == "help" || takes_object()))
            }
            Kind::That => self.cue.event == Some(EventType::Request) && !asks_in_clause(line, self.groups, at),
            _ => false,
        }
    }

    /// Who is asked to do something behind a noun: "an appeal for Y to let them go".
    pub(super) fn asked_to(&self, at: usize) -> Option<usize> {
        if self.is_verb || self.cue.event != Some(EventType::Request) || self.line.written(at) != "for" {
            return None;
        }
        let asked = self.groups.at(at + 1)?;
        let next = self.line.tokens.get(self.groups[asked].last() + 1)?;
        (next.kind == Kind::To).then_some(asked)
    }
}

/// Participles that say whose something is.
#[rustfmt::skip]
pub(super) static OWNED: WordList<32> = WordList::new(&[
    "chartered", "crewed", "garrisoned", "guarded", "held", "manned", "occupied", "operated", "owned", "run", "staffed", "used",
]);

/// Whether what follows "that" is asked for, and is not told: "asked that X sign", but not "suggested that X had signed".
fn asks_in_clause(line: &Line<'_>, groups: &Groups, that: usize) -> bool {
    let group = (that + 1..(that + 5).min(line.tokens.len())).find_map(|at| groups.at(at));
    let verb = group.map(|group| groups[group].last() + 1).filter(|&verb| verb < line.tokens.len());
    verb.is_none_or(|verb| {
        let tells = match line.kind(verb) {
            Kind::Have => line.written(verb) != "have",
            Kind::Be => line.written(verb) != "be",
            Kind::Will | Kind::Do => true,
            _ => matches!(line.form(verb), Some(VerbForm::Past | VerbForm::Third)) && !line.may_be_noun(verb),
        };
        !tells
    })
}
