//! Talks of a list with others than one another: "X and Y are in talks with banks".

use super::Frame;
use crate::event::text::Kind;
use crate::lexicon::{Cue, Cues};
use crate::vocabulary::EventType;
use crate::word::WordList;

/// What stands behind "with" and is nobody.
#[rustfmt::skip]
static NOBODY: WordList<32> = WordList::new(&[
    "each", "hardly", "high", "hope", "hopes", "little", "much", "no", "not", "one", "only", "out",
]);

impl Frame<'_> {
    /// Whether the words behind a cue that ends at a token say that the talks are with others, who are not named.
    pub(crate) fn is_with_others(&self, cue: &Cue, last: usize) -> bool {
        let line = &self.line;
        let joins = matches!(cue.event, Some(EventType::Agree | EventType::Consult | EventType::Cooperate));
        if !joins || !cue.to.contains(&Cues::WITH) {
            return false;
        }
        let ends =
            |at: usize| matches!(line.kind(at), Kind::Break | Kind::Comma | Kind::That | Kind::Mention(_) | Kind::And);
        let near = (last + 1..line.tokens.len().min(last + 9)).take_while(|&at| !ends(at));
        let whom = near.into_iter().find(|&at| line.is_word(at, &[Cues::WITH])).map(|with| with + 1);
        whom.is_some_and(|whom| match line.kind(whom) {
            Kind::Word => !NOBODY.holds(line.written(whom)),
            // "with the banks", but "with a view to".
            Kind::Determiner if line.written(whom) == "their" => line.kind(whom + 1) == Kind::Word,
            Kind::Determiner => (whom + 1..whom + 4).any(|at| line.noun(at).is_some()),
            _ => false,
        })
    }
}
