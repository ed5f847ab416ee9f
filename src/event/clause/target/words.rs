//! Words on the way, and what hangs on them.

use super::links::OWNED;
use super::{LONG, Step, Walk};
use crate::event::text::Kind;
use crate::vocabulary::EventType;
use crate::word::WordList;

impl Walk<'_, '_> {
    pub(super) fn at_word(&mut self, at: usize) -> Step {
        let (line, next) = (self.line, at + 1);
        let is_word = line.kind(at) == Kind::Word && self.plain > 0;
        // "urged states such as X", "condemned countries like X".
        if is_word && self.is_verb && self.open && at > 0 && is_of_states(line.written(at - 1)) {
            match (line.written(at), line.written(next)) {
                ("such", "as") => return Step::To(at + 2),
                ("like", _) => return Step::To(next),
                _ => {}
            }
        }
        // "ministers meeting here issued": another verb's object follows.
        let met = self.cue.reciprocal && at > self.from && line.kind(at - 1) == Kind::Adverb;
        let is_word = is_word || met && line.kind(at) == Kind::Word;
        // "a ship owned by Y", "bases that house Y's troops".
        if is_word && self.harms && line.kind(next) == Kind::By && OWNED.holds(line.written(at)) {
            return Step::On;
        }
        // "mills belonging to Y".
        if is_word && self.harms && line.kind(next) == Kind::To && line.written(at) == "belonging" {
            self.open = true;
            return Step::To(at + 2);
        }
        // "ignored a deadline set by Y".
        let by_follows = || line.kind(next) == Kind::By || line.kind(at + 2) == Kind::By;
        if is_word && line.begins_predicate(at) && !((self.rejects || self.judges) && by_follows()) {
            return Step::End;
        }
        // "gave the files to a jury investigating Y".
        if is_word && self.opened && self.hangs_on_noun(at) {
            return Step::End;
        }
        self.plain += 1;
        self.open &= self.plain <= LONG;
        Step::On
    }

    /// Whether a passive follows that says of a measure on whom it lies: "sanctions were imposed on Y".
    pub(super) fn is_imposed(&self, at: usize) -> bool {
        let line = self.line;
        let told =
            |at: &usize| matches!(line.written(*at), "are" | "been" | "had" | "has" | "have" | "is" | "was" | "were");
        let verb = (at..at + 3).find(|at| !told(at));
        self.cue.event == Some(EventType::Coerce)
            && told(&at)
            && verb.is_some_and(|verb| {
                matches!(
                    line.written(verb),
                    "clamped" | "imposed" | "levied" | "placed" | "put" | "reimposed" | "slapped"
                )
            })
    }

    /// Whether a participle with an object of its own hangs on the noun before it, unless it says whom that helps: "sent men
    /// to the force guarding Y".
    pub(super) fn hangs_on_noun(&self, at: usize) -> bool {
        #[rustfmt::skip]
        static OTHERS: WordList<64> = WordList::new(&[
            "aiding", "assisting", "backing", "defending", "escorting", "feeding", "following", "guarding", "helping", "including",
            "incoming", "monitoring", "neighboring", "neighbouring", "patrolling", "policing", "protecting", "rebuilding", "securing",
            "shielding", "stabilising", "stabilizing", "supporting", "training", "visiting", "warring",
        ]);
        let line = &self.line;
        let written = line.written(at);
        written.ends_with("ing")
            && line.kind(at - 1) == Kind::Word
            && matches!(line.kind(at + 1), Kind::Mention(_) | Kind::Determiner)
            && !OTHERS.holds(written)
    }
}

/// Whether a noun is what states are, of which examples may follow.
fn is_of_states(noun: &str) -> bool {
    matches!(
        noun,
        "allies"
            | "countries"
            | "governments"
            | "members"
            | "nations"
            | "neighbours"
            | "neighbors"
            | "partners"
            | "powers"
            | "states"
    )
}
