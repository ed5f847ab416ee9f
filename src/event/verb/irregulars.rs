//! Fights of which one side is no state: nobody fights the land where they are.

use crate::event::clause::Left;
use crate::event::clause::aside::time_follows;
use crate::event::clause::subject::Subject;
use crate::event::frame::Frame;
use crate::event::text::Kind;
use crate::event::text::words::Noun;
use crate::lexicon::Cue;
use crate::vocabulary::{EventType, Sector};
use crate::word::WordList;

/// Verbs that need two who fight.
#[rustfmt::skip]
static FIGHTS: WordList<64> = WordList::new(&[
    "battle", "battled", "battles", "battling", "clash", "clashed", "clashes", "clashing", "duelled", "exchange", "exchanged",
    "exchanging", "fight", "fighting", "fights", "fought", "skirmished", "trade", "traded", "trading",
]);

impl Frame<'_> {
    /// Whether rebels or gunmen are one of the two sides that fight by a verb: "battled rebels in Y", "gunmen and troops of X
    /// clashed in Y".
    pub(super) fn fights_irregulars(&self, cue: &Cue, verb: usize, last: usize, left: &Left) -> bool {
        cue.event == Some(EventType::Assault)
            && FIGHTS.holds(self.line.written(verb))
            && (self.irregulars_behind(last + 1) || self.irregulars_beside(left, verb))
    }

    /// Whether they are whom the words from a token on name, before any that tells where.
    fn irregulars_behind(&self, from: usize) -> bool {
        let line = &self.line;
        let mut at = from;
        while at < line.tokens.len().min(from + 10) {
            if self.are_irregulars(at) {
                return true;
            }
            if let Some(group) = self.groups.at(at) {
                let actors = &self.groups[group].actors;
                return actors.iter().all(|actor| actor.sector == Some(Sector::Rebels));
            }
            let goes_on = match line.kind(at) {
                Kind::Word | Kind::Capital | Kind::Determiner | Kind::Adverb | Kind::Hyphen | Kind::And => true,
                Kind::Preposition => matches!(line.written(at), "with" | "against") || time_follows(line, at),
                _ => false,
            };
            if !goes_on {
                return false;
            }
            at += 1;
        }
        false
    }

    /// Whether they stand beside the subject: "gunmen and X's troops", "X's troops and gunmen".
    fn irregulars_beside(&self, left: &Left, verb: usize) -> bool {
        let before = match left.subject {
            Subject::Group(group) => self.groups[group].first(),
            _ => verb,
        };
        let near = before.saturating_sub(3)..verb;
        let joins = |at: usize| self.line.kind(at) == Kind::And;
        near.clone().any(joins) && near.into_iter().any(|at| self.are_irregulars(at))
    }

    /// Whether a noun at a token names those who bear arms for no state.
    fn are_irregulars(&self, at: usize) -> bool {
        matches!(self.line.noun(at), Some((Noun::Actor(Sector::Rebels, _), _)))
    }
}
