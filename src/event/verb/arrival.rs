//! Forces that arrive, who pay no visit: of peacekeepers whoever they come to lets them in; forces that leave, who retreat.
//! Rockets that land, and relief that does.

use crate::event::clause::Left;
use crate::event::clause::actor::{Actor, is_kind};
use crate::event::clause::fired::is_fired;
use crate::event::clause::group::Group;
use crate::event::clause::subject::Subject;
use crate::event::frame::Frame;
use crate::event::frame::deed::RECEIVE_PEACEKEEPERS;
use crate::event::frame::means::RELIEF;
use crate::event::frame::party::Pairs;
use crate::event::text::Kind;
use crate::lexicon::{Cue, Cues};
use crate::vocabulary::{EventType, Kind as EntityKind, Sector};
use crate::word::WordList;

/// Verbs of going away.
#[rustfmt::skip]
static DEPARTS: WordList<128> = WordList::new(&[
    "came", "come", "coming", "depart", "departed", "departs", "flew", "fly", "flying", "go", "going", "head", "headed",
    "heading", "leave", "leaves", "leaving", "left", "march", "marched", "move", "moved", "poured", "quit", "quits",
    "quitting", "return", "returned", "returning", "rolled", "rumbled", "sail", "sailed", "streamed", "walk", "walked", "went",
]);

/// Whether a cue tells what arrives: shells, or relief.
pub(super) fn is_arrival(cue: &Cue) -> bool {
    !cue.demands && cue.to.contains(&Cues::IN) && (cue.code.is("194") || cue.code.is("073"))
}

impl Frame<'_> {
    /// Whether what a cue tells the arrival of is the subject of the verb at a token: rockets, or relief.
    pub(crate) fn arrives(&self, cue: &Cue, verb: usize, left: &Left) -> bool {
        let first = match left.subject {
            Subject::Group(group) => self.groups[group].first(),
            Subject::Unknown => verb.saturating_sub(12),
            _ => return false,
        };
        let mut words = (first..verb).rev().take_while(|&at| !matches!(self.line.kind(at), Kind::Break | Kind::That));
        match cue.code.is("194") {
            true => words.any(|at| is_fired(self.line.written(at))),
            false => !left.is_governed() && words.any(|at| RELIEF.holds(&self.line.written(at).to_ascii_lowercase())),
        }
    }

    /// Whether a state leaves a land, as its army does: "Vietnam left Cambodia".
    pub(super) fn is_land_left(&self, left: &Left, verb: usize) -> bool {
        let Subject::Group(group) = left.subject else { return false };
        let leaves = matches!(self.line.written(verb), "leave" | "leaves" | "leaving" | "left" | "quit" | "quits");
        let Some(land) = self.groups.at(verb + 1).filter(|_| leaves) else { return false };
        let events = self.line.events;
        let is_state = |actor: &Actor| {
            let mention = &events.mentions[actor.mention as usize];
            // "Croatia left Yugoslavia": no army did.
            let stands = mention.entity.index().is_some_and(|index| events.data.record(index).period.until.is_none());
            stands && actor.sector.is_none() && is_kind(events.data, mention, &EntityKind::State)
        };
        self.groups[land].actors.iter().all(is_state)
            && self.groups[group].actors.iter().all(|actor| actor.acts && is_state(actor))
    }

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

    /// Whether a cue's verb at a token is an attack of forces only: "moved into Y".
    pub(super) fn invades(&self, cue: &Cue, verb: usize) -> bool {
        #[rustfmt::skip]
        static ENTERS: WordList<32> = WordList::new(&[
            "drive", "driven", "drove", "go", "gone", "move", "moved", "moving", "slip", "slipped", "stole", "went",
        ]);
        cue.code.is("190") && !cue.demands && ENTERS.holds(self.line.written(verb))
    }

    /// Whether nothing is given back by a verb of returning at a token, whoever comes back: "returned to Y".
    pub(super) fn comes_back(&self, cue: &Cue, verb: usize, left: &Left) -> bool {
        let line = &self.line;
        let returns = || matches!(line.written(verb), "return" | "returned" | "returning" | "returns");
        let goes = |at: usize| {
            matches!(line.kind(at), Kind::To | Kind::Preposition | Kind::Comma | Kind::Break | Kind::And | Kind::That)
                || line.written(at) == "home"
        };
        let next = || (verb + 1..line.tokens.len()).find(|&next| line.kind(next) != Kind::Adverb);
        cue.event == Some(EventType::Retreat)
            && returns()
            && !left.passive
            && !self.are_forces(left)
            && next().is_none_or(goes)
    }

    /// Whether a cue's verb at a token is one that lands do to one another in matches and elections, and forces only in war.
    pub(super) fn contests(&self, cue: &Cue, verb: usize) -> bool {
        #[rustfmt::skip]
        static BEATS: WordList<32> = WordList::new(&[
            "beat", "beaten", "beating", "beats", "defeat", "defeated", "defeating", "defeats", "thrash", "thrashed", "thrashes", "whip",
            "whipped",
        ]);
        cue.event == Some(EventType::Assault) && !cue.demands && BEATS.holds_in_any_case(self.line.written(verb))
    }

    /// Whether forces are the subject, or others who act for a state where no officials go: "its agents".
    pub(super) fn are_agents(&self, left: &Left) -> bool {
        let sent = |sector: Sector| sector != Sector::Government;
        let Subject::Group(group) = left.subject else { return false };
        self.groups[group].actors.iter().all(|actor| actor.acts && actor.sector.is_some_and(sent))
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
    pub(crate) fn departs(&self, cue: &Cue, verb: usize) -> bool {
        cue.code.is("0874") && !cue.demands && DEPARTS.holds(self.line.written(verb))
    }
}
