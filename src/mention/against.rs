//! What speaks against a hit before anything else is asked: addresses, capitals, dates, guards, look-alikes.

use super::context::{has_lower_case, line_of};
use super::guards::Heard;
use super::named_thing;
use super::namesake::Namesakes;
use super::resolve::{Open, Resolver, bit};
use super::rule::{PassedOver, Reason};
use crate::article::Addresses;
use crate::gazetteer::Alias;
use crate::matcher::Hit;
use crate::vocabulary::Form;

impl Resolver<'_> {
    /// The hits against which nothing speaks.
    pub(super) fn open(&self, hits: &[Hit], passed_over: &mut Vec<PassedOver>, namesakes: &mut Namesakes) -> Vec<Open> {
        let mut heard = Heard::default();
        let mut open = Vec::with_capacity(hits.len());
        let mut sentence = 0;
        for &hit in hits {
            while self.sentences.spans.get(sentence + 1).is_some_and(|next| next.start <= hit.span.start) {
                sentence += 1;
            }
            let sentence = sentence as u32;
            let numbers = self.names.numbers(hit.spelling);
            if self.guards.is_alias(numbers[0]) {
                open.push(Open { hit, sentence, barred: 0 });
            }
            for &number in numbers.iter().rev().take_while(|&&number| !self.guards.is_alias(number)) {
                self.guards.note(number, sentence, &mut heard);
            }
        }
        let mut addresses = Addresses::new(self.text);
        open.retain_mut(|candidate| {
            let reason = match addresses.hold(candidate.hit.span) {
                true => Some(Reason::Address),
                false => self.speaks_against(candidate, &heard),
            };
            if matches!(reason, Some(Reason::Guard(_))) && self.follows_given_name(candidate) {
                namesakes.learn(candidate.hit);
            }
            passed_over.extend(reason.map(|reason| self.passed_over(candidate, reason)));
            reason.is_none()
        });
        open
    }

    fn speaks_against(&self, candidate: &mut Open, heard: &Heard) -> Option<Reason> {
        let span = candidate.hit.span;
        let written = span.of(self.text);
        if written.len() <= 5
            && !has_lower_case(written)
            && self.aliases(candidate).all(|(_, alias)| *alias.text != *written)
        {
            // "MALI" is a name in a headline only.
            let line = line_of(self.text, span);
            let opens = self.sentences.spans[candidate.sentence as usize].start == span.start;
            if has_lower_case(line) && !opens {
                return Some(Reason::Capitals);
            }
        }
        // A former capital is a town.
        let moved = |alias: &Alias| match self.date {
            Some(date) => !alias.period.holds_on(date),
            None => alias.period.until.is_some(),
        };
        if self.aliases(candidate).all(|(_, alias)| alias.capital && moved(alias)) {
            return Some(Reason::FormerCapital);
        }
        self.bar(candidate, heard)
    }

    /// Bars the aliases against which the words beside and around speak, and tells why when none is left.
    fn bar(&self, candidate: &mut Open, heard: &Heard) -> Option<Reason> {
        let span = candidate.hit.span;
        let mut looks_alike_already = None;
        let mut reason = None;
        let mut left = false;
        for (order, (_, alias)) in self.all_aliases(candidate.hit).enumerate() {
            let against = self.guards.against(self.text, span, candidate.sentence, &alias.guards, heard);
            let may_look_alike = !matches!(alias.form, Form::Abbreviation | Form::Organ | Form::Official);
            let is_demonym = alias.form == Form::Demonym;
            let against = against.map(Reason::Guard).or_else(|| {
                let looks_alike = || {
                    self.guards.look_alike(self.text, span, is_demonym)
                        || named_thing::holds(self.text, span, &self.lexicon.lookalikes)
                        || alias.of_person && named_thing::bears_name(self.text, span, &self.lexicon.lookalikes)
                };
                (may_look_alike && *looks_alike_already.get_or_insert_with(looks_alike)).then_some(Reason::Lookalike)
            });
            match against {
                Some(against) => {
                    candidate.barred |= bit(order);
                    reason = reason.or(Some(against));
                }
                None => left = true,
            }
        }
        reason.filter(|_| !left)
    }
}
