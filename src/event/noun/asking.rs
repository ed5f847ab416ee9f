//! Who asks whom by a noun of which somebody else is the subject: "X, under pressure from Y, opened its market", "X is
//! weighing a request".

use super::Asked;
use crate::event::clause;
use crate::event::frame::Frame;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Parties, gather, pairs};
use crate::event::text::Kind;
use crate::event::told::Told;
use crate::vocabulary::EventType;

impl Frame<'_> {
    /// Adds what those ask who press somebody, if the noun says that somebody acts under it.
    pub(super) fn under_pressure(&self, &Asked { cue, event, at, last }: &Asked<'_>, told: &mut Vec<Told>) -> bool {
        if event != EventType::Request || self.line.written(at) != "pressure" {
            return false;
        }
        let opening = self.opening_of_noun(at);
        // "under IMF pressure".
        let owner = opening.checked_sub(1).and_then(|before| self.groups.at(before)).map(|owner| &self.groups[owner]);
        let opening = owner.map_or(opening, |owner| self.opening_of_noun(owner.first()));
        let under = opening.checked_sub(1).filter(|&at| matches!(self.line.written(at), "under" | "Under"));
        // "is no longer under pressure".
        let spared = |at: usize| self.line.negates(at) || self.line.written(at) == "longer";
        let Some(under) = under.filter(|&under| under == 0 || !spared(under - 1)) else { return false };
        let from = (self.line.written(last + 1) == "from")
            .then(|| (last + 2..last + 5).find_map(|at| self.groups.at(at)))
            .flatten();
        let sources = match (owner, from) {
            (Some(owner), _) => gather(owner.actors.iter()),
            (None, from) => self.agents(from),
        };
        // "relented under pressure from Y": that they yielded says it all.
        if self.told_here(told).iter().any(|told| matches!(told.event, EventType::Concede | EventType::Retreat)) {
            return false;
        }
        let targets = self.pressed(under, from.map_or(last, |from| self.groups[from].last()));
        self.tell(cue, event, at, &Manner::new(self.told_as()), pairs(&sources, &targets), told);
        true
    }

    /// Whether others than who asks weigh a request that nobody owns: "is considering the request to take Y's ships".
    pub(super) fn is_weighed(&self, &Asked { event, at, .. }: &Asked<'_>) -> bool {
        let weighs = |at: usize| {
            matches!(
                self.line.written(at),
                "consider"
                    | "considered"
                    | "considering"
                    | "examine"
                    | "examining"
                    | "review"
                    | "reviewed"
                    | "reviewing"
                    | "studied"
                    | "study"
                    | "studying"
                    | "weighed"
                    | "weighing"
            )
        };
        event == EventType::Request
            && matches!(self.line.written(at), "appeal" | "demand" | "plea" | "request" | "requests")
            && (at.saturating_sub(3)..at).any(weighs)
            && self.opening_of_noun(at).checked_sub(1).is_none_or(|before| self.groups.at(before).is_none())
    }

    /// Who acts under it: who stands before a comma there, or whom the clause is about that it opens or that it closes.
    fn pressed(&self, under: usize, last: usize) -> Parties {
        let line = &self.line;
        let before = match under {
            0 => (line.kind(last + 1) == Kind::Comma).then(|| (last + 2..last + 4).find_map(|at| self.groups.at(at))),
            _ => Some(under)
                .filter(|&under| line.kind(under - 1) == Kind::Comma && under > 1)
                .map(|under| self.groups.at(under - 2)),
        };
        match before.flatten() {
            Some(group) => gather(clause::acting(&self.groups[group])),
            None => Some(self.last_subject())
                .filter(|subject| !subject.is_empty())
                .unwrap_or_else(|| self.topic(under).map(|group| self.parties(group)).unwrap_or_default()),
        }
    }
}
