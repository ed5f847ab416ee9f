//! What speaks against a hit before anything else is asked: addresses, capitals, dates, guards, look-alikes.

use super::beside::Beside;
use super::context::{has_lower_case, line_of};
use super::guards::Heard;
use super::named_thing;
use super::namesake::Namesakes;
use super::resolve::{Open, Resolver, bit};
use super::rule::{PassedOver, Reason};
use super::signal::{CAPITAL, HYPHEN, LINK, LOOKALIKE, MARK};
use super::spelling::{
    CONTEXT, DATED_CAPITAL, GUARDED, IN_CAPITALS, LISTED, MAY_LOOK_ALIKE, OF_PERSON, may_look_alike,
};
use super::work::{self, Quotes};
use crate::article::Addresses;
use crate::gazetteer::Alias;
use crate::matcher::{Hit, Signal};
use crate::span::Span;
use crate::vocabulary::Form;

/// Words beside a name that may make another thing of it.
const BEFORE: Signal = LOOKALIKE.and(CAPITAL).and(HYPHEN);
const AFTER: Signal = LOOKALIKE.and(CAPITAL).and(MARK);

impl Resolver<'_> {
    /// The hits against which nothing speaks, from left to right.
    pub(super) fn open(&self, hits: &[Hit], passed_over: &mut Vec<PassedOver>) -> impl Iterator<Item = Open> {
        let heard = self.heard(hits);
        let mut addresses = Addresses::new(self.text);
        let mut quotes = Quotes::new(self.text);
        let mut namesakes = Namesakes::default();
        let mut sentence = 0;
        hits.iter().filter_map(move |&hit| {
            let spelling = self.spellings.of(hit);
            if !spelling.is(LISTED) {
                return None;
            }
            while self.sentences.spans.get(sentence + 1).is_some_and(|next| next.start <= hit.span.start) {
                sentence += 1;
            }
            let mut candidate = Open { hit, sentence: sentence as u32, barred: 0, spelling };
            let reason = if addresses.hold(hit.span) {
                Some(Reason::Address)
            } else {
                let beside = Beside::of(self.text, hit.span, self.signals);
                let quoted = quotes.stand_before(hit.span);
                let against = self.speaks_against(&mut candidate, beside, quoted, &heard);
                if matches!(against, Some(Reason::Guard(_))) && self.follows_given_name(&candidate) {
                    namesakes.learn(hit);
                }
                against.or_else(|| self.namesake(&candidate, beside, &mut namesakes))
            };
            let Some(reason) = reason else { return Some(candidate) };
            passed_over.push(self.passed_over(&candidate, reason));
            None
        })
    }

    /// The words of the article that speak for guards.
    fn heard(&self, hits: &[Hit]) -> Heard {
        let mut heard = Heard::default();
        for hit in hits.iter().filter(|hit| self.spellings.of(**hit).is(CONTEXT)) {
            let words = self.names.numbers(hit.spelling).iter().rev();
            for &number in words.take_while(|&&number| !self.guards.is_alias(number)) {
                self.guards.note(number, || self.sentences.at(hit.span.start) as u32, &mut heard);
            }
        }
        heard
    }

    fn speaks_against(&self, candidate: &mut Open, beside: Beside, quoted: bool, heard: &Heard) -> Option<Reason> {
        let Open { hit, spelling, .. } = *candidate;
        // "MALI" is a name in a headline only.
        if spelling.is(IN_CAPITALS)
            && has_lower_case(line_of(self.text, hit.span))
            && self.sentences.spans[candidate.sentence as usize].start != hit.span.start
        {
            return Some(Reason::Capitals);
        }
        // A former capital is a town.
        let moved = |alias: &Alias| match self.date {
            Some(date) => !alias.period.holds_on(date),
            None => alias.period.until.is_some(),
        };
        if spelling.is(DATED_CAPITAL) && self.aliases(candidate).all(|(_, alias)| moved(alias)) {
            return Some(Reason::FormerCapital);
        }
        let looks_alike = spelling.is(MAY_LOOK_ALIKE)
            && (beside.before.meets(BEFORE)
                || beside.after.meets(AFTER)
                || quoted
                || spelling.is(OF_PERSON) && beside.after.meets(LINK));
        let may_speak = spelling.is(GUARDED) || looks_alike;
        may_speak.then(|| self.bar(candidate, beside, quoted, heard))?
    }

    /// Bars the aliases against which the words beside and around speak, and tells why when none is left.
    fn bar(&self, candidate: &mut Open, beside: Beside, quoted: bool, heard: &Heard) -> Option<Reason> {
        let span = candidate.hit.span;
        let mut looks_alike_already = None;
        let mut reason = None;
        let mut left = false;
        for (order, (_, alias)) in self.all_aliases(candidate.hit).enumerate() {
            let against = self.guards.against(self.text, span, candidate.sentence, &alias.guards, heard);
            let against = against.map(Reason::Guard).or_else(|| {
                let looks_alike = || self.looks_alike(span, alias, beside) || quoted && work::holds(self.text, span);
                (may_look_alike(alias) && *looks_alike_already.get_or_insert_with(looks_alike))
                    .then_some(Reason::Lookalike)
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

    /// Whether the words beside a name make another thing of it.
    fn looks_alike(&self, name: Span, alias: &Alias, beside: Beside) -> bool {
        let lookalikes = &self.lexicon.lookalikes;
        let stand = beside.before.meets(BEFORE) || beside.after.meets(AFTER);
        stand
            && (self.guards.look_alike(self.text, name, alias.form == Form::Demonym)
                || named_thing::holds(self.text, name, lookalikes))
            || alias.of_person
                && beside.after.meets(AFTER.and(LINK))
                && named_thing::bears_name(self.text, name, lookalikes)
    }
}
