//! What the words around the verb above carry on to the deed below it: "did not agree to send", "if X had meant to send",
//! "dropped plans to send".

use super::Frame;
use super::governor::{Governor, moves_its_object};
use crate::event::clause;
use crate::event::text::{Kind, Signs};
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::word::WordList;

/// Verbs by which plans come to nothing, or are another's.
#[rustfmt::skip]
static GIVES_UP: WordList<128> = WordList::new(&[
    "abandon", "abandoned", "abandoning", "abandons", "attacked", "attacking", "axe", "axed", "cancel", "canceled", "cancelled",
    "cancelling", "cancels", "condemn", "condemned", "condemning", "criticised", "criticising", "criticized", "criticizing",
    "denounced", "derailed", "deplored", "ditched", "drop", "dropped", "dropping", "drops", "forgo", "oppose", "opposed", "opposes",
    "opposing", "postpone", "postponed", "postponing", "protested", "reject", "rejected", "rejecting", "rejects", "renounce",
    "renounced", "rescinded", "scrap", "scrapped", "scrapping", "scraps", "scuppered", "scuttled", "shelve", "shelved", "shelving",
    "thwarted", "torpedoed", "vetoed", "withdraw", "withdrawing", "withdrew",
]);

impl Frame<'_> {
    /// Notes what the words around the verb above say of the deed behind `from`, its "to" or preposition.
    pub(super) fn carry_down(&self, governor: &mut Governor, verb: usize, from: usize) {
        let line = &self.line;
        let undoes = |govern| matches!(govern, Govern::Denial | Govern::Prevention | Govern::Refusal { .. });
        if line.govern(verb).is_some_and(undoes) || governor.govern == Govern::Request {
            return;
        }
        if self.is_given_up(verb) {
            governor.undone = true;
            return;
        }
        let below = verb.checked_sub(1).is_some_and(|to| line.kind(to) == Kind::To);
        let doubts = Signs::of_clause(Clause::Negator).or(Signs::of_clause(Clause::Conditional)).or(Signs::OBLIGES);
        if !below && !line.holds(doubts) {
            return;
        }
        let left = clause::left(line, &self.groups, verb, line.form(verb).unwrap_or(VerbForm::Past));
        governor.supposed |= left.conditional || left.obliged;
        // "did not go there to make peace": the purpose stands.
        let moves = || moves_its_object(line.written(verb));
        governor.undone |= left.negated && (self.stands_before(verb, from) || moves());
        // "failed to agree to send".
        let above = left.infinitive.filter(|_| below).and_then(|to| self.governing(&left, to));
        governor.undone |= above.is_some_and(|above| undoes(above.govern));
    }

    /// Whether nothing but adverbs stands between a verb, or the phrase that begins with it, and a token.
    fn stands_before(&self, verb: usize, token: usize) -> bool {
        let ends = self.line.entries(verb).map(|(_, last)| last).chain([verb]);
        ends.into_iter().any(|last| (last + 1..token).all(|at| self.line.kind(at) == Kind::Adverb))
    }

    /// Whether what governs is the object of a verb by which it comes to nothing: "dropped its plans to".
    fn is_given_up(&self, plan: usize) -> bool {
        let line = &self.line;
        let Some(before) = self.word_before_object(plan, 3) else { return false };
        GIVES_UP.holds(line.written(before))
            || matches!(line.written(before), "gave" | "give" | "given" | "giving") && line.written(before + 1) == "up"
            || matches!(line.written(before), "call" | "called" | "calling" | "put")
                && line.written(before + 1) == "off"
    }
}
