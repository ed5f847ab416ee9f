//! What somebody is told that it must do: "X said that Y must".

use crate::event::clause::subject::Subject;
use crate::event::clause::{self, Left};
use crate::event::frame::manner::Manner;
use crate::event::frame::party::pairs;
use crate::event::frame::{Frame, deed, speech};
use crate::event::text::{Kind, Signs};
use crate::event::told::Told;
use crate::lexicon::VerbForm;
use crate::vocabulary::Modality;

impl Frame<'_> {
    /// What somebody is told that it must do: "X said that Y must".
    pub(super) fn obligations(&self, told: &mut Vec<Told>) {
        if !self.line.holds(Signs::OBLIGES) {
            return;
        }
        let obligations = (0..self.line.tokens.len()).filter_map(|at| Some((at, self.line.obligation(at)?)));
        let mut said = None;
        for (at, cue) in obligations {
            let left = clause::left(&self.line, &self.groups, at, VerbForm::Base);
            let group = match left.subject {
                Subject::Group(group) | Subject::Same(Some(group)) => group,
                Subject::Pronoun(_) => match speech::addressee(&self.line, &self.groups, at) {
                    Some(group) => group,
                    None => continue,
                },
                _ => continue,
            };
            if self.is_no_demand(at, &left, group) {
                continue;
            }
            // "…, should Y try": a condition.
            if self.line.kind(at - 1) == Kind::Comma && self.groups.at(at + 1).is_some() {
                continue;
            }
            if let Some((threat, source)) = self.or_else(at) {
                let pairs = pairs(&source, &self.parties(group));
                let made = pairs.iter().map(|&pair| self.event(deed::THREATEN, pair, threat, Modality::Asserted, None));
                let made: Vec<Told> = made.filter(|told| told.source != told.target).collect();
                told.extend(made);
                continue;
            }
            let said = said.get_or_insert_with(|| speech::said(&self.line, &self.groups, &self.before.subject));
            let Some(said) = speech::speaker_at(said, at) else { continue };
            let cue = self.cue(cue.into());
            let Some(event) = cue.event else { continue };
            let manner = Manner::new(Modality::Asserted);
            let found = pairs(said.speaker(), &self.parties(group));
            self.tell(cue, event, at, &manner, found, told);
        }
    }

    /// Whether a word of obligation asks for nothing: "did not have to", "debated whether Y should".
    fn is_no_demand(&self, obligation: usize, left: &Left, subject: usize) -> bool {
        let spared = left.negated && matches!(self.line.written(obligation), "have" | "has" | "had" | "need" | "needs");
        let before = self.groups[subject].first().checked_sub(1);
        let asks =
            |at: usize| matches!(self.line.written(at), "how" | "if" | "what" | "when" | "where" | "whether" | "why");
        spared || before.is_some_and(asks)
    }
}
