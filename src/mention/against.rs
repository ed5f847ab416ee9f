//! What speaks against a hit before anything else is asked: addresses, capitals, dates, guards, look-alikes.

use smallvec::SmallVec;

use super::context::{has_lower_case, line_of};
use super::firm;
use super::guards::{Guards, Heard, bits};
use super::named_thing;
use super::namesake::Namesakes;
use super::resolve::{Open, Resolver, bit};
use super::rule::{PassedOver, Reason};
use super::signal::{LINK_AFTER, LOOKALIKE_AFTER, LOOKALIKE_BEFORE, OF, OPENING};
use super::spelling::{
    CONTEXT, DATED_CAPITAL, GIVEN_NAME, IN_CAPITALS, LISTED, LOOSELY_GUARDED, MAY_LOOK_ALIKE, OF_PERSON, SHARED, SURE,
    may_look_alike,
};
use super::work::{self, Quotes};
use crate::article::Addresses;
use crate::gazetteer::Alias;
use crate::matcher::{Hit, Signal, Signalled};
use crate::vocabulary::Form;

/// What stands somewhere before a name.
#[derive(Clone, Copy)]
struct Ahead {
    /// A quotation mark with which a title may open.
    quoted: bool,
    /// A word of hotels or ships.
    opened: bool,
}

/// What beside a name may make another thing of it.
const LOOKALIKE: Signal = LOOKALIKE_BEFORE.and(LOOKALIKE_AFTER).and(OPENER).and(HEAD);
/// Before a longer name's last word ("the tanker Star of Kuwait"), and behind its first one.
const OPENER: Signal = OF.and(Signal::CAPITAL_BEFORE);
const HEAD: Signal = LOOKALIKE_AFTER.and(Signal::CAPITAL_AFTER);
/// The same of a person's name, which may be a firm's or one of several on buildings.
const OF_NAMESAKE: Signal = LOOKALIKE_AFTER.and(Signal::CAPITAL_AFTER).and(LINK_AFTER).and(Signal::MARK_AFTER);

impl Resolver<'_> {
    /// The hits against which nothing speaks, from left to right.
    pub(super) fn open(
        &self,
        hits: &[Hit],
        signalled: &Signalled,
        passed_over: &mut Vec<PassedOver>,
    ) -> impl Iterator<Item = Open> {
        let heard = self.heard(hits);
        // Most articles have no such word.
        let opening = signalled.places(OPENING).map_or(0, |mut places| places.next().unwrap_or(usize::MAX));
        let mut addresses = Addresses::new(self.text, &self.sentences.in_names);
        let mut quotes = Quotes::new(self.text);
        let mut namesakes = Namesakes::new(hits);
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
                let ahead = Ahead { quoted: quotes.stand_before(hit.span), opened: opening < hit.span.start };
                let against = self.speaks_against(&mut candidate, ahead, &heard);
                if let Some(Reason::Guard(guard)) = against {
                    if self.follows_given_name(&candidate) {
                        namesakes.learn(hit);
                    } else if *self.data.guards[usize::from(guard)].id == *GIVEN_NAME && self.has_surname(&candidate) {
                        self.learn_given_name(&candidate, &mut namesakes);
                    }
                }
                against.or_else(|| self.namesake(&candidate, &mut namesakes))
            };
            let Some(reason) = reason else { return Some(candidate) };
            passed_over.push(candidate.passed_over(reason));
            None
        })
    }

    /// The words of the article that speak for guards.
    fn heard(&self, hits: &[Hit]) -> Heard {
        let mut heard = Heard::default();
        for hit in hits.iter().filter(|hit| self.spellings.of(**hit).is(CONTEXT)) {
            let words = self.scanner.names.numbers(hit.spelling).iter().rev();
            for &number in words.take_while(|&&number| !self.guards.is_alias(number)) {
                self.guards.note(number, || self.sentences.at(hit.span.start) as u32, &mut heard);
            }
        }
        heard.retain_in_article(|guard| !self.is_answered(guard, hits));
        heard
    }

    /// Whether the article names one who carries the guard by a name that is nobody else's: where it speaks of Tbilisi, one
    /// word of Atlanta does not make every Georgia the US state.
    fn is_answered(&self, guard: u16, hits: &[Hit]) -> bool {
        let carries = |alias: &Alias| alias.guards.contains(&guard);
        let may_carry = |hit: &&Hit| self.spellings.of(**hit).guards & bits([&guard]) != 0;
        let mut guarded: Vec<u32> = hits
            .iter()
            .filter(may_carry)
            .flat_map(|hit| self.all_aliases(*hit))
            .filter(|(_, alias)| carries(alias))
            .map(|(_, alias)| alias.entity)
            .collect();
        guarded.sort_unstable();
        hits.iter().map(|hit| self.spellings.of(*hit)).any(|spelling| {
            spelling.is(SURE)
                && matches!(spelling.form, Form::Metonym | Form::Official | Form::Abbreviation)
                && guarded.binary_search(&spelling.entity).is_ok()
                && !carries(&self.data.aliases[spelling.alias as usize])
        })
    }

    /// Whether the state did not bear the name on the article's date.
    pub(super) fn has_moved(&self, alias: &Alias) -> bool {
        match self.date {
            Some(date) => !alias.period.holds_on(date),
            None => alias.period.until.is_some(),
        }
    }

    fn speaks_against(&self, candidate: &mut Open, ahead: Ahead, heard: &Heard) -> Option<Reason> {
        if candidate.spelling.is(LOOSELY_GUARDED) {
            candidate.hit.beside = candidate.hit.beside.and(Guards::BESIDE);
        }
        let Open { hit, spelling, .. } = *candidate;
        // "MALI" is a name in a headline only.
        if spelling.is(IN_CAPITALS)
            && self.sentences.spans[candidate.sentence as usize].start != hit.span.start
            && has_lower_case(line_of(self.text, hit.span))
            && !ends_dateline(&self.text[..hit.span.start])
        {
            return Some(Reason::Capitals);
        }
        if self.is_firms(hit) {
            return Some(Reason::Lookalike);
        }
        // A former capital is a town.
        if spelling.is(DATED_CAPITAL) && self.aliases(candidate).all(|(_, alias)| self.has_moved(alias)) {
            return Some(Reason::FormerCapital);
        }
        let beside = match spelling.guards != 0 && hit.beside.meets(Guards::BESIDE) {
            true => self.guards.beside(self.text, hit),
            false => SmallVec::new(),
        };
        let guarded = (bits(&beside) & spelling.guards != 0) || heard.may_speak(spelling.guards);
        let may_look_alike = spelling.is(MAY_LOOK_ALIKE) && (ahead.quoted || hit.beside.meets(LOOKALIKE))
            || spelling.is(OF_PERSON) && hit.beside.meets(OF_NAMESAKE);
        // Of a name with one meaning it is known what is asked of that; nearly all are passed here.
        let looks_alike = may_look_alike
            && (spelling.is(SHARED) || self.looks_alike(hit, spelling.form, spelling.is(OF_PERSON), ahead));
        if guarded || looks_alike { self.bar(candidate, ahead, &beside, heard) } else { None }
    }

    /// Whether the name is part of a firm's, or the sign of its shares.
    fn is_firms(&self, hit: Hit) -> bool {
        let lookalikes = &self.lexicon.lookalikes;
        hit.beside.meets(Signal::CAPITAL_AFTER) && firm::goes_on_to_form(self.text, hit.span.end, lookalikes)
            || hit.beside.meets(Signal::MARK_AFTER)
                && (firm::is_branch(self.text, hit.span, lookalikes) || firm::is_share(self.text, hit.span))
    }

    /// Bars the aliases against which the words beside and around speak, and tells why when none is left.
    fn bar(&self, candidate: &mut Open, ahead: Ahead, beside: &[u16], heard: &Heard) -> Option<Reason> {
        let hit = candidate.hit;
        let mut looks_alike_already = None;
        let mut reason = None;
        let mut left = false;
        for (order, (_, alias)) in self.all_aliases(hit).enumerate() {
            let against = self.guards.against(self.text, candidate, &alias.guards, beside, heard);
            let against = against.map(Reason::Guard).or_else(|| {
                let looks_alike = || self.looks_alike(hit, alias.form, alias.of_person, ahead);
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
    fn looks_alike(&self, hit: Hit, form: Form, of_person: bool, ahead: Ahead) -> bool {
        let lookalikes = &self.lexicon.lookalikes;
        let Hit { span, beside, .. } = hit;
        let is_demonym = form == Form::Demonym;
        beside.meets(LOOKALIKE_BEFORE) && self.guards.look_alike_before(self.text, span)
            || beside.meets(LOOKALIKE_AFTER) && self.guards.look_alike_after(self.text, span, is_demonym)
            || ahead.opened && beside.meets(OPENER) && named_thing::comes_from_opener(self.text, span, lookalikes)
            || beside.meets(HEAD) && named_thing::goes_on(self.text, span, lookalikes)
            || of_person && beside.meets(OF_NAMESAKE) && named_thing::bears_name(self.text, span, lookalikes)
            || ahead.quoted && work::holds(self.text, span)
    }
}

/// Whether a town's name in capitals and a comma stand there, as in "BASRA, IRAQ - ".
fn ends_dateline(ahead: &str) -> bool {
    let town = ahead.strip_suffix(", ").map(|ahead| ahead.rsplit(['\n', '.', ',']).next().unwrap_or_default());
    town.is_some_and(|town| town.trim().len() > 2 && !has_lower_case(town))
}
