//! What it means to whom a deed is done that somebody is against the deed: "opposes sanctions on Y".

use crate::event::clause;
use crate::event::frame::Frame;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::pairs;
use crate::event::text::Words;
use crate::event::told::Told;
use crate::lexicon::{Cue, Govern};
use crate::vocabulary::{Class, EventType};
use crate::word::WordList;

/// Verbs of which the refusal spares those on whom a measure lies.
#[rustfmt::skip]
static IMPOSES: WordList<32> = WordList::new(&[
    "adopt", "apply", "approve", "back", "endorse", "enforce", "follow", "implement", "impose", "introduce", "join", "observe",
    "support",
]);

impl Frame<'_> {
    /// Adds what it means to whom a deed is done that somebody is against the deed: "opposes sanctions on Y" is for Y.
    pub(super) fn opposed(&self, cue: &Cue, noun: usize, target: usize, told: &mut Vec<Told>) -> bool {
        let Some(event) = cue.event else { return false };
        let for_it = match event.class() {
            Class::MaterialConflict if event != EventType::Withdraw => EventType::Support,
            Class::MaterialCooperation => EventType::Reject,
            _ => return false,
        };
        let Some(verb) = self.word_before_object(noun, 4) else { return false };
        let Some(form) = self.line.form(verb) else { return false };
        let against = |cue: &Cue| cue.event == Some(EventType::Reject) || cue.code.is("110");
        let imposes = for_it == EventType::Support && IMPOSES.holds(self.line.written(verb));
        let opposes = self.fitting(verb, Words::verbs, 0).iter().any(|(cue, _)| against(cue));
        if !imposes && !opposes {
            return false;
        }
        let left = clause::left(&self.line, &self.groups, verb, form);
        let refused = imposes && left.infinitive.is_some_and(|to| self.refuses(to));
        if !refused && !opposes {
            return false;
        }
        if left.passive || left.negated {
            return true;
        }
        let (governor, subject) = self.governed_subject(&left, verb);
        let Some(manner) = self.manner(&left, verb, governor.as_ref()) else { return true };
        let manner = Manner { event: Some(for_it), fills_in: !refused, ..manner };
        self.tell(cue, event, noun, &manner, pairs(&subject, &self.targets(target, event)), told)
    }

    /// Whether the verb before "to" refuses what follows.
    fn refuses(&self, to: usize) -> bool {
        let verb = to.checked_sub(1);
        verb.is_some_and(|verb| self.line.govern(verb) == Some(Govern::Refusal { rejects: true }))
    }
}
