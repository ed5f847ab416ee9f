//! Deeds that a state's means do, where what stands as the subject is no actor: "mortar rounds from X hit", "Ugandan engineers
//! rebuilt".

use super::actor::Actor;
use super::clause::{self, Left};
use super::frame::Frame;
use super::party::{Parties, party};
use super::subject::Subject;
use crate::vocabulary::{EventType, Form};

impl Frame<'_> {
    /// Whose means do a material deed that stand as the subject and are no actor: "mortar rounds from X hit", "Ugandan
    /// engineers rebuilt".
    pub(super) fn by_means(&self, left: &Left, verb: usize, event: EventType) -> Parties {
        if left.is_governed() || left.passive || !is_deed_of_means(event) {
            return Parties::new();
        }
        match left.subject {
            Subject::Unknown => {
                let link = left.hung_on.and_then(|group| self.groups[group].first().checked_sub(1));
                let fired = link.is_some_and(|link| clause::is_fired(&self.line, link));
                let noun = link.and_then(|link| link.checked_sub(1 + usize::from(fired)));
                let fires = |noun: usize| FIRED.contains(&self.line.written(noun));
                let harms = matches!(event, EventType::Assault | EventType::Coerce);
                let means = noun.is_some_and(|noun| !harms || fires(noun));
                if means { self.agents(left.hung_on) } else { Parties::new() }
            }
            Subject::Group(group) => {
                let near = self.groups[group].last() + 4 > verb && self.owns_noun(group, verb);
                let actors = &self.groups[group].actors;
                let demonym = |actor: &Actor| {
                    let form = self.line.events.mentions[actor.mention as usize].form;
                    actor.modifies && actor.sector.is_none() && actor.first == actor.last && form == Form::Demonym
                };
                if near && actors.iter().all(demonym) { actors.iter().map(party).collect() } else { Parties::new() }
            }
            _ => Parties::new(),
        }
    }
}

/// What is fired, and from where.
pub(super) const FIRED: &[&str] = &[
    "batteries",
    "bombs",
    "fire",
    "guns",
    "mines",
    "missile",
    "missiles",
    "mortars",
    "rocket",
    "rockets",
    "rounds",
    "shells",
    "torpedoes",
];

/// Whether a state's arms, ships or helpers do such deeds for it.
const fn is_deed_of_means(event: EventType) -> bool {
    matches!(
        event,
        EventType::Aid | EventType::Assault | EventType::Coerce | EventType::Cooperate | EventType::Mobilize
    )
}
