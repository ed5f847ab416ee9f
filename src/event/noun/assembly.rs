//! The meetings that blocs hold for their members: "the annual meetings of X and Y" are no talks between the two.

use crate::event::clause::actor;
use crate::event::frame::Frame;
use crate::event::frame::party::Party;
use crate::event::text::line::back_over;
use crate::event::text::{Kind, Line};
use crate::vocabulary::{EventType, Kind as EntityKind};
use crate::word::WordList;

/// What is said of meetings that come back every so often.
#[rustfmt::skip]
static REGULAR: WordList<32> = WordList::new(&[
    "annual", "autumn", "biannual", "bi-annual", "fall", "half-yearly", "interim", "quarterly", "regular", "semi-annual",
    "semiannual", "spring", "Spring", "Autumn", "yearly",
]);

impl Frame<'_> {
    /// Whether a noun names the regular meetings of blocs, each with its members.
    pub(super) fn is_assembly(&self, event: EventType, noun: usize, parties: &[Party]) -> bool {
        let line = &self.line;
        let plural = matches!(line.written(noun), "meetings" | "Meetings" | "sessions");
        if event != EventType::Consult || !(plural || line.written(noun) == "meeting") || between(line, noun) {
            return false;
        }
        let events = line.events;
        let is_bloc =
            |party: &Party| actor::is_kind(events.data, &events.mentions[party.mention as usize], &EntityKind::Bloc);
        let describes = |at: usize| matches!(line.kind(at), Kind::Word | Kind::Adverb | Kind::Capital | Kind::Hyphen);
        let regular = || (back_over(noun, 5, describes)..noun).any(|at| REGULAR.holds(line.written(at)));
        parties.iter().all(is_bloc) && (plural || regular())
    }
}

/// Whether it says that the two meet each other.
fn between(line: &Line<'_>, noun: usize) -> bool {
    matches!(line.written(noun + 1), "between" | "with")
}
