//! What a noun names and nobody has done yet: "Brokers expect an accord between X and Y", "A pact between X and Y could spur
//! trade".

use crate::event::frame::Frame;
use crate::event::text::Kind;
use crate::event::text::line::back_over;
use crate::word::WordList;

/// Verbs of those who wish for something, or see it come.
#[rustfmt::skip]
static WISHES: WordList<128> = WordList::new(&[
    "advocate", "advocated", "advocates", "await", "awaited", "awaiting", "awaits", "demand", "demanded", "demanding", "demands",
    "expect", "expected", "expecting", "expects", "favor", "favored", "favors", "favour", "favoured", "favours", "foresaw",
    "foresee", "foresees", "forecast", "need", "needed", "needs", "oppose", "opposed", "opposes", "predict", "predicted", "predicts",
    "propose", "proposed", "proposes", "proposing", "seek", "seeking", "seeks", "sought", "suggest", "suggested", "suggests", "urge",
    "urged", "urges", "urging", "want", "wanted", "wanting", "wants",
]);

impl Frame<'_> {
    /// Whether somebody only wishes for what a noun tells of those "between" whom it is.
    pub(super) fn is_only_wished(&self, noun: usize, last: usize) -> bool {
        let line = &self.line;
        let passes = |at: usize| matches!(line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner);
        let wishes = |at: usize| WISHES.holds(line.written(at));
        matches!(line.written(last + 1), "among" | "between") && (back_over(noun, 5, passes)..noun).any(wishes)
    }

    /// Whether an article says that it is any such thing, and the verb behind the names what it might do: "a strike on Y would
    /// be folly", but not "a treaty with Y would be signed".
    pub(super) fn is_only_possible(&self, noun: usize, named: usize) -> bool {
        let line = &self.line;
        let Some(next) = (named + 1..line.tokens.len()).find(|&next| line.kind(next) != Kind::Adverb) else {
            return false;
        };
        let comes = |at: usize| line.written(at).ends_with("ed") || matches!(line.written(at), "held" | "made" | "put");
        let may = match line.written(next) {
            "could" | "may" | "might" => true,
            "would" => line.kind(next + 1) != Kind::Be || !comes(next + 2),
            _ => return false,
        };
        let passes = |at: usize| {
            matches!(line.kind(at), Kind::Word | Kind::Adverb | Kind::Mention(_) | Kind::Capital | Kind::Hyphen)
        };
        let article = back_over(noun, 6, passes).checked_sub(1);
        may && article.is_some_and(|at| matches!(line.written(at), "A" | "An" | "Any" | "a" | "an" | "any"))
    }
}
