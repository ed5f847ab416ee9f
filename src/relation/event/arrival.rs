//! Forces that arrive, who pay no visit: of peacekeepers whoever they come to lets them in; forces that leave, who retreat.

use super::clause::Left;
use super::deed::RECEIVE_PEACEKEEPERS;
use super::frame::Frame;
use super::group::Group;
use super::party::Pairs;
use super::subject::Subject;
use crate::lexicon::Cue;
use crate::vocabulary::Sector;
use crate::word::WordList;

/// Verbs of going away.
#[rustfmt::skip]
static DEPARTS: WordList<64> = WordList::new(&[
    "depart", "departed", "departs", "flew", "fly", "leave", "leaves", "leaving", "left", "march", "marched", "move", "moved",
    "poured", "quit", "quits", "quitting", "rolled", "rumbled", "sailed", "streamed", "walk", "walked",
]);

impl Frame<'_> {
    /// What it is that the subject of a verb arrives somewhere, if forces are the subject: the cue to tell it by and the pairs,
    /// which are none where the forces keep no peace.
    pub(super) fn forces_arrive(&self, cue: &Cue, left: &Left, found: &Pairs) -> Option<(Cue, Pairs)> {
        let arrives = cue.code.is("042") && !cue.direct;
        let group = self.forces(left).filter(|_| arrives)?;
        let keep_peace = (group.first()..=group.last()).any(|at| {
            let noun = self.line.written(at);
            noun.get(1..).is_some_and(|rest| rest.starts_with("eacekeep") || rest.starts_with("eace-keep"))
        });
        let (event, code, goldstein) = RECEIVE_PEACEKEEPERS;
        let received = Cue { code, event: Some(event), goldstein, ..cue.clone() };
        let hosts = found.iter().filter(|_| keep_peace).map(|&(forces, host)| (host, forces));
        Some((received, hosts.collect()))
    }

    /// Whether forces are the subject.
    pub(super) fn are_forces(&self, left: &Left) -> bool {
        self.forces(left).is_some()
    }

    fn forces(&self, left: &Left) -> Option<&Group> {
        let Subject::Group(group) = left.subject else { return None };
        let group = &self.groups[group];
        group.actors.iter().all(|actor| actor.sector == Some(Sector::Military)).then_some(group)
    }

    /// Whether a cue's verb at a token is a retreat of forces only: "left Y", of which others make nothing.
    pub(super) fn departs(&self, cue: &Cue, verb: usize) -> bool {
        cue.code.is("0874") && !cue.demands && DEPARTS.holds(self.line.written(verb))
    }
}
