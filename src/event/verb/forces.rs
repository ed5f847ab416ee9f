//! Forces that a sentence names without their land: whose they are says who tells of them.

use crate::event::clause::group::Group;
use crate::event::frame::Frame;
use crate::event::frame::party::Parties;
use crate::event::frame::speech;
use crate::event::text::words::Noun;
use crate::event::text::{Kind, Signs};
use crate::vocabulary::Sector;

impl Frame<'_> {
    /// Of "X's army said troops had killed three" X, whose the troops are that stand before a verb.
    pub(super) fn forces_of_speaker(&self, verb: usize) -> Parties {
        let line = &self.line;
        let passes = |&at: &usize| line.kind(at).is_auxiliary() || line.kind(at) == Kind::Adverb;
        let forces = (verb.saturating_sub(4)..verb).rev().find(|at| !passes(at));
        let are_forces = |&at: &usize| matches!(line.noun(at), Some((Noun::Actor(Sector::Military, true), _)));
        let Some(forces) = forces.filter(|_| line.holds(Signs::SPEAKS)).filter(are_forces) else {
            return Parties::new();
        };
        // "said today troops", but not "said the troops", "said six troops".
        let says = |at: usize| line.speaks(at).is_some() || line.kind(at) == Kind::That;
        let tells_day = |at: usize| line.kind(at) == Kind::Adverb || matches!(line.written(at), "today" | "yesterday");
        let bare = forces.checked_sub(1).is_some_and(|at| says(at) || tells_day(at) && at > 0 && says(at - 1));
        if !bare {
            return Parties::new();
        }
        let said = speech::said(line, &self.groups, &self.before.subject);
        let speaker = speech::speaker_at(&said, verb).map(|said| Parties::from_slice(said.speaker()));
        // "X's army", "a military spokesman of X".
        let called = |at: usize| matches!(line.written(at), "army" | "military" | "navy");
        let calls = |group: &Group| (group.first()..=group.last()).any(called);
        let names = |group: &&Group, mention: u32| group.actors.iter().any(|actor| actor.mention == mention);
        let own = |speaker: &Parties| {
            speaker.iter().all(|party| {
                let group = || self.groups.iter().find(|group| names(group, party.mention));
                party.sector == Some(Sector::Military) || group().is_some_and(calls)
            })
        };
        speaker.filter(own).unwrap_or_default()
    }
}
