//! People in the prisons of a land, whom nobody is said to have put there.

use crate::event::frame::Frame;
use crate::event::frame::party::{Parties, gather};
use crate::event::text::Kind;
use crate::word::WordList;

impl Frame<'_> {
    /// In whose prisons they are whom a passive names: "two Turks were jailed in X". Not where somebody else holds them.
    pub(super) fn held_in(&self, verb: usize) -> Parties {
        let line = &self.line;
        let near = || (verb + 1..(verb + 12).min(line.tokens.len())).take_while(|&at| line.kind(at) != Kind::Break);
        if !is_custody(line.written(verb)) || near().any(|at| line.kind(at) == Kind::By) {
            return Parties::new();
        }
        let link = near().take(6).find(|&at| line.written(at) == "in" && self.groups.at(at + 1).is_some());
        let group = link.and_then(|link| self.groups.at(link + 1));
        group.map(|group| gather(self.groups[group].actors.iter())).unwrap_or_default()
    }

    /// Whether a participle says right behind people in whose prisons they are: "two Turks jailed in X".
    pub(super) fn is_held(&self, verb: usize) -> bool {
        let line = &self.line;
        is_custody(line.written(verb))
            && line.written(verb + 1) == "in"
            && self.groups.at(verb + 2).is_some()
            && verb.checked_sub(1).and_then(|people| self.groups.at(people)).is_some_and(|group| {
                self.groups[group].actors.iter().all(|actor| !actor.acts && actor.sector.is_some())
            })
    }
}

/// Whether a participle says that somebody is in a state's hands.
fn is_custody(participle: &str) -> bool {
    #[rustfmt::skip]
    static CUSTODY: WordList<32> = WordList::new(&[
        "arrested", "caned", "charged", "convicted", "detained", "executed", "flogged", "hanged", "held", "imprisoned", "interned",
        "jailed", "sentenced",
    ]);
    CUSTODY.holds(participle)
}
