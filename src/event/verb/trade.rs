//! Trade that a verb names and that is no deed: what a land bought of another in a year, or a noun that is spelled as the verb
//! is ("trade problems", "wheat exports").

use crate::event::frame::Frame;
use crate::event::text::Kind;
use crate::lexicon::{Cue, VerbForm};
use crate::word::WordList;

/// Verbs of trade and of working together that are spelled as nouns are.
#[rustfmt::skip]
static MAY_BE_NOUNS: WordList<64> = WordList::new(&[
    "allies", "ally", "barter", "exchange", "exchanges", "export", "flow", "flows", "exports", "import", "imports", "order", "orders", "purchase", "purchases",
    "share", "shares", "ships", "swap", "swaps", "trade", "trades",
]);

/// Words in lower case behind which a verb may stand.
#[rustfmt::skip]
static SUBJECTS: WordList<64> = WordList::new(&[
    "can", "cannot", "could", "country", "dare", "government", "he", "help", "helped", "island", "it", "kingdom", "let", "may",
    "might", "must", "nation", "neighbor", "neighbour", "not", "people", "republic", "she", "should", "state", "they", "we",
    "which", "who", "would", "you",
]);

/// How far behind a verb its figures stand, in tokens.
const REACH: usize = 20;

impl Frame<'_> {
    /// Whether a cue of trade only tells how much there was of it: "exported 20 tonnes to Y in 1986", "imports half of its
    /// oil", "normally buys from Y". What is still to come was agreed on ("will export 20 tonnes a year"), and arms are more.
    pub(super) fn tells_figures(&self, cue: &Cue, verb: usize) -> bool {
        let line = &self.line;
        let trade = cue.code.is("061") && !cue.undergone;
        if !trade || line.form(verb) == Some(VerbForm::Base) && verb > 0 && is_to_come(line.kind(verb - 1)) {
            return false;
        }
        let near = verb.saturating_sub(8)..line.tokens.len().min(verb + REACH);
        let usual = verb > 0 && matches!(line.written(verb - 1), "normally" | "traditionally" | "usually");
        usual || near.into_iter().any(|at| self.is_share(at, verb) || self.is_period(at))
    }

    /// Whether what may be a verb of working together is a noun: it hangs on another, or is a name's part. "severe trade problems
    /// with Y", "wheat exports to Y", "Ministry of International Trade".
    pub(super) fn is_noun_of_trade(&self, verb: usize) -> bool {
        let line = &self.line;
        let Some(before) = verb.checked_sub(1) else { return false };
        let third = match line.form(verb) {
            Some(VerbForm::Third) => true,
            Some(VerbForm::Base) => false,
            _ => return false,
        };
        if !MAY_BE_NOUNS.holds(&line.written(verb).to_ascii_lowercase()) {
            return false;
        }
        // "Y's purchases of oil", "X-Y trade is".
        if third && line.kind(verb + 1) == Kind::Of || line.kind(verb + 1).is_auxiliary() {
            return true;
        }
        let capital = line.written(verb).starts_with(|first: char| first.is_ascii_uppercase());
        match line.kind(before) {
            Kind::Capital => capital || third,
            Kind::Word if third => !SUBJECTS.holds(line.written(before)),
            Kind::Word => !(SUBJECTS.holds(line.written(before)) || line.written(before).ends_with('s')),
            // "discussed arms and trade with Y".
            Kind::And => !third && verb > 1 && !self.is_infinitive_before(before),
            Kind::Mention(_) => capital && line.kind(verb + 1) != Kind::Preposition,
            _ => false,
        }
    }

    /// Whether an auxiliary, or "to", stands in the clause before a token: "will invest in and trade with".
    fn is_infinitive_before(&self, and: usize) -> bool {
        let near = (and.saturating_sub(8)..and).rev().take_while(|&at| self.line.kind(at) != Kind::Break);
        near.into_iter().any(|at| {
            matches!(self.line.kind(at), Kind::To | Kind::Will | Kind::Do) || SUBJECTS.holds(self.line.written(at))
        })
    }

    /// Whether a share is told: "80 percent of its oil", but not "a 20 percent stake".
    fn is_share(&self, at: usize, verb: usize) -> bool {
        let line = &self.line;
        let percent = match line.written(at) {
            "percent" | "pct" => at > verb,
            "cent" => at > verb && line.written(at - 1) == "per",
            _ => false,
        };
        percent && !(at + 1..at + 4).any(|next| matches!(line.written(next), "interest" | "share" | "stake"))
    }

    /// Whether years are counted: "every year", "in 1986".
    fn is_period(&self, at: usize) -> bool {
        let line = &self.line;
        let Some(before) = at.checked_sub(1).map(|before| line.written(before)) else { return false };
        match line.written(at) {
            "annually" => true,
            "year" => matches!(before, "a" | "each" | "every"),
            year => matches!(before, "In" | "in") && line.kind(at) == Kind::Adverb && is_year(year),
        }
    }
}

/// Whether what stands before a verb makes it one that is still to come.
const fn is_to_come(before: Kind) -> bool {
    matches!(before, Kind::To | Kind::Will | Kind::Adverb)
}

/// Whether it is a year, or a marketing year ("1985/86").
fn is_year(written: &str) -> bool {
    matches!(written.as_bytes(), [b'1' | b'2', rest @ ..] if rest.len() == 3 && rest.iter().all(u8::is_ascii_digit))
}
