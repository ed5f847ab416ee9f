//! The events of one sentence: each cue is asked for its own, then the whole for what no cue alone tells.

mod agents;
mod name_part;
mod obligation;
mod threat;
mod ties;
mod until;
mod verb_or_noun;
mod verdict;
mod warning;

use crate::event::frame::{Frame, speech};
use crate::event::text::{Kind, Signs};
use crate::event::told::Told;
use crate::lexicon::{Clause, VerbForm};

impl Frame<'_> {
    /// Adds the sentence's events.
    pub(crate) fn events(&mut self, told: &mut Vec<Told>) {
        let first = told.len();
        let mut at = 0;
        while let Some(cue) = self.line.next_cue(at) {
            at = self.at(cue, told) + 1;
        }
        self.ties(first, told);
        let conditional = self.line.holds(Signs::of_clause(Clause::Conditional));
        let supposes = conditional || self.line.holds(Signs::WARNS);
        if told.len() > first || supposes && self.groups.len() > 1 {
            let said = speech::said(&self.line, &self.groups, &self.before.subject);
            speech::attribute(&self.line, &said, &mut told[first..]);
            self.charges(&said, first, told);
            if conditional {
                self.threats(&said, told);
            }
            if told.len() > first && self.line.holds(Signs::JUDGES) {
                self.verdicts(first, told);
            }
            if self.line.holds(Signs::WARNS) {
                self.warned(told);
            }
        }
        if self.groups.len() > 1 && self.line.holds(Signs::UNTIL) {
            self.refused_until(first, told);
        }
        self.obligations(told);
    }

    /// The events of the cues that begin with a token; the last token of what was read.
    fn at(&mut self, at: usize, told: &mut Vec<Told>) -> usize {
        if self.is_surname(at) || self.describes_agents(at) {
            return at;
        }
        if let Some(form) = self.line.form(at)
            && !(self.is_noun_here(at)
                || self.is_in_name(at)
                || self.is_auxiliary(at)
                || self.names_an_actor(at)
                || self.describes_name(at, form))
            && let Some(end) = self.verb(at, form, told)
        {
            return end;
        }
        // "are fighting": no noun.
        let goes_on = || self.line.form(at) == Some(VerbForm::Gerund) && at > 0 && self.line.kind(at - 1) == Kind::Be;
        if self.line.is_cue_noun(at)
            && !goes_on()
            && !self.can_be_no_noun(at)
            && !self.names_forces(at)
            && !self.is_amid_name(at)
            && let Some(end) = self.noun(at, told)
        {
            return end;
        }
        if at > 0 && self.line.kind(at - 1) == Kind::Hyphen {
            self.suffix(at, told);
        }
        at
    }
}
