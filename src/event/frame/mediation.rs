//! Who goes between two others: "talks under the auspices of X", "with X as mediator", "a truce brokered by X".

use super::Frame;
use super::manner::Manner;
use super::party::{Parties, Party, is_among, named, pairs, party};
use crate::event::text::Kind;
use crate::event::told::Told;
use crate::lexicon::Cue;
use crate::vocabulary::EventType;

/// The CAMEO code of mediation.
const MEDIATES: &str = "045";

impl Cue {
    /// Whether somebody goes between two others.
    pub(crate) fn mediates(&self) -> bool {
        self.code.is(MEDIATES)
    }
}

impl Frame<'_> {
    /// Adds the mediation that a noun names; whether there was any.
    pub(crate) fn mediation(&self, cue: &Cue, at: usize, last: usize, told: &mut Vec<Told>) -> bool {
        let line = &self.line;
        let group_at = |at: usize| self.groups.at(at);
        let next = last + 1;
        let links = line
            .tokens
            .get(next)
            .is_some_and(|token| matches!(token.kind, Kind::Of | Kind::By) || line.written(next) == "from");
        let behind = (next + 1..next + 4).find_map(group_at).filter(|_| links);
        let owner = (at.saturating_sub(3)..at).rev().find_map(group_at).filter(|&group| self.owns_noun(group, at));
        let as_such = at.checked_sub(2).filter(|_| line.written(at - 1) == "as").and_then(group_at);
        let Some(group) = behind.or(owner).or(as_such) else { return false };
        let source: Parties = self.groups[group].actors.iter().filter(|actor| !actor.place).map(party).collect();
        let between = self.between(last).filter(|&between| between != group).map(|between| self.parties(between));
        let targets = between.filter(|two| two.len() > 1).unwrap_or_else(|| self.gone_between(at, &source));
        let modality = self.told_as();
        let manner = Manner { fills_in: true, ..Manner::new(modality) };
        self.tell(cue, EventType::Consult, at, &manner, pairs(&source, &targets), told)
    }

    /// The two between whom somebody goes whom the words before a token name.
    pub(crate) fn gone_between(&self, at: usize, source: &[Party]) -> Parties {
        let pair = self.pair(at);
        let own = pair.iter().any(|&mention| is_among(&self.line, mention, source));
        if own { Parties::new() } else { named(&pair) }
    }
}
