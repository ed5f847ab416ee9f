//! Deeds that a state's means do, where what stands as the subject is no actor: "mortar rounds from X hit", "Ugandan engineers
//! rebuilt".

use super::Frame;
use super::party::{Parties, gather, party};
use crate::event::clause::Left;
use crate::event::clause::actor::Actor;
use crate::event::clause::fired::{is_fired, is_fired_from};
use crate::event::clause::subject::Subject;
use crate::event::text::Kind;
use crate::vocabulary::{EventType, Form};
use crate::word::WordList;

impl Frame<'_> {
    /// Whose means do a material deed that stand as the subject and are no actor: "mortar rounds from X hit", "Ugandan
    /// engineers rebuilt".
    pub(crate) fn by_means(&self, left: &Left, verb: usize, event: EventType) -> Parties {
        if left.is_governed() || left.passive || !is_deed_of_means(event) {
            return Parties::new();
        }
        match left.subject {
            Subject::Unknown => {
                let link = left.hung_on.and_then(|group| self.groups[group].first().checked_sub(1));
                let fired = link.is_some_and(|link| is_fired_from(&self.line, link));
                let noun = link.and_then(|link| link.checked_sub(1 + usize::from(fired)));
                let fires = |noun: usize| is_fired(self.line.written(noun));
                let harms = matches!(event, EventType::Assault | EventType::Coerce);
                let means = noun.is_some_and(|noun| !harms || fires(noun));
                match left.hung_on.filter(|_| means) {
                    // "a planeload of Chadian tents landed": whose they are.
                    Some(group) if !harms => gather(self.groups[group].actors.iter().filter(|actor| sends(actor))),
                    group => self.agents(group),
                }
            }
            Subject::Group(group) => {
                let near = self.groups[group].last() + 4 > verb && self.owns_noun(group, verb);
                let actors = &self.groups[group].actors;
                // "the first Chadian oil flowed to".
                let trades = event == EventType::Cooperate;
                // "Malian doctors": people, whom their state sends.
                let helps = |actor: &Actor| event == EventType::Aid && RELIEF.holds(self.line.written(actor.last));
                let demonym = |actor: &Actor| {
                    let form = self.line.events.mentions[actor.mention as usize].form;
                    let noun = actor.modifies && actor.sector.is_none() && (actor.first == actor.last || trades);
                    // "Chad's Antonovs".
                    let arms = matches!(event, EventType::Assault | EventType::Mobilize);
                    let craft = arms && actor.modifies && self.line.kind(actor.last + 1) == Kind::Capital;
                    (noun || helps(actor)) && form == Form::Demonym || craft
                };
                if near && actors.iter().all(demonym) { actors.iter().map(party).collect() } else { Parties::new() }
            }
            _ => Parties::new(),
        }
    }
}

/// Whether what somebody sends is the state's, by the noun behind its name.
const fn sends(actor: &Actor) -> bool {
    actor.acts || actor.deed || actor.modifies && actor.sector.is_none()
}

/// What is sent to those in need, and who is.
#[rustfmt::skip]
pub(crate) static RELIEF: WordList<64> = WordList::new(&[
    "aid", "ambulances", "ammunition", "blankets", "doctors", "donated", "dogs", "doses", "emergency", "firefighters", "hospital", "hospitals", "humanitarian", "masks",
    "medical", "medicine", "medicines", "medics", "munitions", "nurses", "paramedics", "relief", "rescue", "rescuers", "supplies",
    "surgeons", "tents", "vaccines", "ventilators",
]);

/// Whether a state's arms, ships or helpers do such deeds for it.
const fn is_deed_of_means(event: EventType) -> bool {
    matches!(
        event,
        EventType::Aid | EventType::Assault | EventType::Coerce | EventType::Cooperate | EventType::Mobilize
    )
}
