//! Who answers whom by one word that names nobody: "when Y asked for help, X obliged", "asked by Y for troops, X declined".

use crate::event::clause::Left;
use crate::event::clause::aside::time_follows;
use crate::event::frame::party::{Parties, Party, is_among};
use crate::event::frame::{Frame, deed};
use crate::event::text::signs::{ACCEPTS, REFUSES, YIELDS};
use crate::event::text::{Kind, Signs};
use crate::event::told::Told;
use crate::vocabulary::{EventType, Modality};
use crate::word::WordList;

/// Words of which such an answer can be one, in all forms, where they name nobody whom they are addressed to.
#[rustfmt::skip]
static ASKS: WordList<64> = WordList::new(&[
    "appealed", "asked", "begged", "demanded", "invited", "offered", "offering", "offers", "pleaded", "pressed", "proposed",
    "proposes", "requested", "sought", "suggested", "urged",
]);

impl Frame<'_> {
    /// Adds the answer that the verb at a token is, if it is one and another has asked.
    pub(crate) fn reply(&self, at: usize, left: &Left, subject: Option<&[Party]>, told: &mut Vec<Told>) -> bool {
        if !self.line.has(at, Signs::ANSWERS) {
            return false;
        }
        let written = self.line.written(at);
        let answer = match () {
            () if REFUSES.contains(&written) => Some(deed::REJECT),
            () if ACCEPTS.contains(&written) && left.negated => Some(deed::REJECT),
            () if ACCEPTS.contains(&written) => Some(deed::AGREE),
            () if YIELDS.contains(&written) && !left.negated => Some(deed::CONCEDE),
            () => None,
        };
        let subject = subject.filter(|subject| subject.len() == 1 && !left.passive && !left.conditional);
        let Some((deed, [subject])) = answer.zip(subject) else { return false };
        // "refused", "refused on Monday".
        let line = &self.line;
        let tells_time = |at: usize| line.kind(at) == Kind::Preposition && time_follows(line, at);
        let next = (at + 1..line.tokens.len()).find(|&next| line.kind(next) != Kind::Adverb && !tells_time(next));
        let ends = next.is_none_or(|next| matches!(line.kind(next), Kind::Comma | Kind::Break));
        let asker = if ends { self.answered_one(at, *subject, told) } else { Parties::new() };
        let said = asker.iter().map(|&asker| self.event(deed, (*subject, asker), at, Modality::Asserted, None));
        told.extend(said);
        !asker.is_empty()
    }

    /// Who has asked or offered something before a token in the sentence: of the one who answers, or of nobody named.
    fn answered_one(&self, at: usize, answering: Party, told: &[Told]) -> Parties {
        let asks = |told: &&Told| matches!(told.event, EventType::Agree | EventType::Request | EventType::Threaten);
        let same = |mention: u32| is_among(&self.line, mention, &[answering]);
        if let Some(told) = self.told_here(told).last().filter(asks) {
            return if same(told.target) { [Party::named(told.source)].into_iter().collect() } else { Parties::new() };
        }
        let subject = |(verb, parties): &(usize, Parties)| {
            let asks = ASKS.holds(self.line.written(*verb)) && *verb < at;
            (asks && !parties.iter().any(|party| same(party.mention))).then(|| parties.clone())
        };
        self.subjects.iter().rev().find_map(subject).unwrap_or_default()
    }
}
