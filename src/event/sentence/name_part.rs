//! Words that are only part of a name: "Finance Minister", "the Export Enhancement Program", "House Speaker".

use crate::event::frame::Frame;
use crate::event::text::Kind;

impl Frame<'_> {
    /// Whether a word with a capital cannot be a verb: it stands amid text that gives capitals to names alone.
    pub(super) fn is_in_name(&self, at: usize) -> bool {
        self.is_capital(at)
            && at > 0
            // Behind the stop of "U.S." a new sentence may have been seen.
            && !self.line.written(at - 1).ends_with('.')
            && self.line.kind(at - 1) != Kind::Break
            && self.is_running_text()
    }

    /// Whether a noun stands amid the words of a name: before another one with a capital that is no mention, or behind one
    /// where the name goes on ("Stock Exchange of", but not "the Paris Agreement").
    pub(super) fn is_amid_name(&self, at: usize) -> bool {
        let beside = |at: usize| !matches!(self.line.kind(at), Kind::Mention(_)) && self.is_capital(at);
        let goes_on = || {
            self.line.kind(at + 1) == Kind::Of || self.line.kind(at + 1) == Kind::Preposition && self.is_capital(at + 2)
        };
        self.is_capital(at) && at > 0 && (beside(at + 1) || beside(at - 1) && goes_on()) && self.is_running_text()
    }

    /// Whether a word begins with a capital, and is not all capitals.
    fn is_capital(&self, at: usize) -> bool {
        let mut letters = self.line.written(at).bytes();
        letters.next().is_some_and(|first| first.is_ascii_uppercase()) && letters.any(|next| next.is_ascii_lowercase())
    }

    /// Whether there are words that a headline in title case would give a capital.
    fn is_running_text(&self) -> bool {
        let is_small =
            |written: &str| written.len() > 3 && written.starts_with(|first: char| first.is_ascii_lowercase());
        self.line.tokens.iter().any(|token| token.kind == Kind::Word && is_small(token.written))
    }
}
