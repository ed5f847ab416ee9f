//! What "and" joins to a verb is put forward as that is: "might leave it and join Y".

use super::left::Left;
use crate::event::text::{Kind, Line};
use crate::lexicon::{Clause, VerbForm};

/// How far before "and" it is looked for what governs the verb that it joins to another, in tokens.
const JOINED: usize = 12;

impl Left {
    /// Takes what stands before the verb with which "and" joins a base form: "might leave it and join Y".
    pub(crate) fn goes_on_from(&mut self, line: &Line<'_>, and: usize) {
        for at in (and.saturating_sub(JOINED)..and).rev() {
            match line.kind(at) {
                Kind::Comma | Kind::Break | Kind::That => return,
                Kind::Will => self.future = true,
                Kind::To if line.form(at + 1) == Some(VerbForm::Base) && !is_past_too(line.written(and + 1)) => {
                    self.infinitive = Some(at);
                }
                _ if line.is_clause(at, Clause::Conditional) && line.kind(at) != Kind::Preposition => {
                    self.would |= line.written(at) == "would";
                    self.conditional |= !matches!(line.written(at), "likely" | "would");
                }
                _ if line.obliges(at) => self.obliged = true,
                _ if line.is_finite(at) && line.form(at) != Some(VerbForm::Base) => return,
                _ => continue,
            }
            return;
        }
    }
}

/// Whether a base form is that of the past too: then it need not hang on the verb before.
fn is_past_too(verb: &str) -> bool {
    matches!(
        verb,
        "beat" | "bid" | "cast" | "cost" | "cut" | "hit" | "let" | "put" | "quit" | "read" | "set" | "shed" | "shut"
    )
}
