//! Words that link: "to", "and", "that", commas, prepositions.

use super::{Step, Walk, is_supposed, opens_clause};
use crate::event::clause::aside::{insertion, links_clauses, modifies_before, time_follows};
use crate::event::clause::ranked;
use crate::event::clause::subject::{Subject, clause_subject, cleft, joined_to};
use crate::event::text::Kind;
use crate::lexicon::VerbForm;
use crate::word::WordList;

impl Walk<'_, '_> {
    /// At the "to" before an infinitive, if no noun was passed.
    pub(super) fn at_to(&mut self, to: usize) -> Step {
        let line = self.line;
        let before = to.checked_sub(1);
        if before.is_some_and(|word| line.obliges(word)) {
            self.found.obliged = true;
            return Step::Over(to - 1);
        }
        // "is to sell": a future.
        if before.is_some_and(|be| matches!(line.written(be), "is" | "are" | "was" | "were")) {
            self.found.future = true;
            return Step::Over(to - 1);
        }
        // "Norway to arm Latvia": a headline's future.
        if self.groups.at(to.saturating_sub(1)) == Some(0) && self.groups[0].first() == 0 {
            self.found.future = true;
            return self.ends_with(Subject::Group(0));
        }
        if let Some(be) = ranked::predicate(line, to) {
            return Step::Over(be);
        }
        self.found.infinitive = Some(to);
        // "a missile able to hit Y".
        let able = to > 1 && line.written(to - 1) == "able" && matches!(line.kind(to - 2), Kind::Word | Kind::Capital);
        self.found.conditional |= able && !line.is_verb(to - 2);
        // "was careful not to criticise", "has no plans to".
        self.found.negated |= to > 0 && line.negates(to - 1);
        self.found.negated |= to > 1 && line.written(to - 2) == "no" && is_reason(line.written(to - 1));
        // "is not obliged to".
        self.found.negated |= to > 2 && line.kind(to - 3) == Kind::Be && line.negates(to - 2);
        Step::End
    }

    /// At an "and": the subject is that of what it joins.
    pub(super) fn at_and(&mut self, and: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        if self.pending.is_some() {
            return self.ends_with(joined_to(line, groups, and));
        }
        self.found.subject = clause_subject(line, groups, and).unwrap_or(Subject::Same(None));
        // "until X recognises Y and leaves".
        let goes_on = |&at: &usize| !matches!(line.kind(at), Kind::Break | Kind::That | Kind::Comma);
        // "was not promoted by X or defended by Y".
        self.found.negated |= line.written(and) == "or"
            && (and.saturating_sub(10)..and).rev().take_while(goes_on).any(|at| line.negates(at));
        let mut near = (and.saturating_sub(14)..and).rev().take_while(goes_on).filter_map(|at| groups.at(at));
        self.found.conditional |= self.form == VerbForm::Third
            && and + 1 == self.verb
            && near.any(|number| is_supposed(line, groups, groups[number].first(), self.form));
        if self.form == VerbForm::Base && and + 1 == self.verb {
            self.found.goes_on_from(line, and);
        }
        Step::End
    }

    /// At "that". "the plan that": a relative; "said that": a clause with its own subject, which was missing.
    pub(super) fn at_that(&mut self, that: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        if let Some(be) = ranked::predicate(line, that) {
            return Step::Over(be);
        }
        if self.pending.is_none() {
            let head = that.checked_sub(1).and_then(|before| groups.at(before));
            if let Some(number) = head.or_else(|| cleft(line, groups, that)) {
                self.found.subject = Subject::Group(number);
            }
        }
        Step::End
    }

    /// At a comma, if no noun was passed.
    pub(super) fn at_comma(&mut self, comma: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        self.commas += 1;
        if self.form == VerbForm::Gerund {
            let opening = comma.checked_sub(1).and_then(|name| groups.at(name));
            let opening = opening.filter(|&number| opens_clause(line, groups[number].first()));
            return self.ends_with(opening.map_or(Subject::Same(None), Subject::Group));
        }
        // "X, angered by Y, did": over the insertion to the name before it.
        if let Some(opening) = insertion(line, groups, comma) {
            return Step::Over(opening);
        }
        // "X condemned Y, thanked Z".
        let finite = matches!(self.form, VerbForm::Third | VerbForm::Past | VerbForm::Base) && comma + 1 == self.verb;
        // "X left Y, flew to Z": over the name before the comma.
        let by = line.kind(self.verb + 1) == Kind::By;
        let over = self.form != VerbForm::Base && !by;
        let named = comma.checked_sub(1).filter(|_| over).and_then(|before| groups.at(before));
        let from = named.map_or(comma, |number| groups[number].first());
        if finite && let Some(subject) = clause_subject(line, groups, from) {
            return self.ends_with(subject);
        }
        if self.commas > 1 { Step::End } else { Step::On }
    }

    pub(super) fn at_preposition(&mut self, at: usize) -> Step {
        let line = self.line;
        if line.kind(at) == Kind::Preposition {
            // "has since asked".
            if at > 0 && line.kind(at - 1) == Kind::Have && line.written(at) == "since" {
                return Step::On;
            }
            // "X taking off from Y attacked": the particle of what hangs on the name before it.
            let particle = |before: usize| modifies_before(line, self.groups, before);
            if self.pending.is_none() && at.checked_sub(1).is_some_and(particle) {
                return Step::On;
            }
        }
        if self.form == VerbForm::Gerund && at + 1 == self.verb {
            self.found.after_preposition = Some(at);
            // "capable of hitting Y", "in hopes of restarting talks".
            self.found.conditional |= at.checked_sub(1).is_some_and(|noun| POSSIBLE.holds(line.written(noun)));
            return Step::End;
        }
        // "X in a letter to its allies said": the phrase hangs on what is before it.
        let hangs = self.pending.take().is_some() && !links_clauses(line, at);
        if hangs || time_follows(line, at) { Step::On } else { Step::End }
    }
}

/// Words before a preposition that make what follows no more than possible.
#[rustfmt::skip]
static POSSIBLE: WordList<64> = WordList::new(&[
    "aim", "aimed", "aims", "ambition", "ambitions", "bent", "capable", "chance", "chances", "danger", "dream", "dreams", "fear", "fears", "hope", "hopes",
    "idea", "incapable", "possibility", "prospect", "prospects", "risk", "risks", "talk",
]);

/// Whether a noun says why somebody would do what follows: "no plans to", "no obligation to".
fn is_reason(noun: &str) -> bool {
    noun.ends_with('s')
        || matches!(
            noun,
            "authority" | "cause" | "desire" | "duty" | "intention" | "need" | "obligation" | "reason" | "wish"
        )
}
