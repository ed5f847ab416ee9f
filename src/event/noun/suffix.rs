//! The events that a part behind a hyphen names: "X-backed Y".

use crate::event::frame::Frame;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Parties, Party, pairs, party};
use crate::event::text::Kind;
use crate::event::told::Told;
use crate::vocabulary::Modality;

impl Frame<'_> {
    /// "X-backed Y".
    pub(crate) fn suffix(&mut self, at: usize, told: &mut Vec<Told>) {
        let Some(Kind::Mention(source)) = at.checked_sub(2).map(|before| self.line.kind(before)) else { return };
        let near = at + 1..(at + 5).min(self.line.tokens.len());
        let target = near
            .take_while(|&next| {
                !matches!(self.line.kind(next), Kind::Comma | Kind::Break | Kind::Preposition | Kind::To | Kind::By)
            })
            .find_map(|next| self.groups.at(next));
        let Some(group) = target else { return };
        for number in self.suffixes(at) {
            let cue = self.cue(number);
            let Some(event) = cue.event else { return };
            let targets: Parties = self.groups[group].actors.iter().filter(|actor| actor.acts).map(party).collect();
            let found = pairs(&[Party::named(source)], &targets);
            let manner = Manner::new(Modality::Asserted);
            if self.tell(cue, event, at, &manner, found, told) {
                return;
            }
        }
    }
}
