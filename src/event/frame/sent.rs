//! Whom somebody sends: "sent her minister X to Y for talks with Z". It is X who goes, and who meets Z.

use super::Frame;
use super::party::{Parties, party};
use crate::event::clause::actor::is_person;
use crate::event::text::Kind;
use crate::word::WordList;

/// Verbs of sending.
#[rustfmt::skip]
static SENDS: WordList<32> = WordList::new(&[
    "despatch", "despatched", "despatches", "despatching", "dispatch", "dispatched", "dispatches", "dispatching", "send", "sending",
    "sends", "sent",
]);

/// How far behind a verb of sending an end is told, in tokens.
const REACH: usize = 14;

impl Frame<'_> {
    /// The people by name whom a verb of sending has for its object, and who go "to" somewhere.
    pub(crate) fn sent(&self, verb: usize) -> Option<Parties> {
        let line = &self.line;
        if !matches!(line.written(verb).as_bytes(), [b'd' | b's', b'e' | b'i', ..]) || !SENDS.holds(line.written(verb))
        {
            return None;
        }
        let opens = |&at: &usize| {
            matches!(line.kind(at), Kind::Word | Kind::Capital | Kind::Determiner | Kind::Of | Kind::Mention(_))
        };
        let near = (verb + 1..verb + 7).take_while(opens);
        let group = near.into_iter().find_map(|at| self.groups.at(at))?;
        let (actors, next) = (&self.groups[group].actors, self.groups[group].last() + 1);
        let people = actors.iter().all(|actor| is_person(line, actor.mention) && actor.sector.is_none());
        let goes = matches!(line.kind(next), Kind::To | Kind::Adverb) || line.written(next) == "on";
        (people && goes).then(|| actors.iter().map(party).collect())
    }

    /// Who was sent by a verb before a token, whose end is told there.
    pub(crate) fn sent_before(&self, at: usize) -> Option<Parties> {
        let near = (at.saturating_sub(REACH)..at).rev();
        let near = near.take_while(|&at| !matches!(self.line.kind(at), Kind::Break | Kind::That));
        near.into_iter().find_map(|verb| self.sent(verb))
    }
}
