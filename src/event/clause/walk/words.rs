//! Words and pronouns: what may be a subject of its own, and what only stands aside.

use super::{Step, Walk, is_supposed};
use crate::event::clause::aside::modifies_before;
use crate::event::clause::pronoun::Pronoun;
use crate::event::clause::ranked;
use crate::event::clause::subject::{Subject, clause_subject, joins_owner, owns_an_actor};
use crate::event::text::Kind;
use crate::event::text::words::Noun;
use crate::lexicon::{Clause, Govern, VerbForm};
use crate::vocabulary::Sector;
use crate::word::WordList;

impl Walk<'_, '_> {
    /// At a word that says how the verb is put forward, or of whom; `None` at one that does not after all.
    pub(super) fn at_word_aside(&mut self, at: usize) -> Option<Step> {
        let line = self.line;
        if line.is_clause(at, Clause::Negator) {
            self.found.negated |= line.negates(at);
            return Some(Step::On);
        }
        if line.is_clause(at, Clause::Conditional) && !matches!(line.kind(at), Kind::Preposition) {
            let written = line.written(at);
            self.found.would |= written == "would";
            self.found.conditional |= !matches!(written, "likely" | "would");
            return Some(if matches!(written, "if" | "If") { Step::End } else { Step::On });
        }
        if line.obliges(at) {
            self.found.obliged = true;
            return Some(Step::On);
        }
        // "the two companies": others.
        let private =
            |at: usize| matches!(line.noun(at), Some((Noun::Actor(Sector::Business | Sector::Media, false), _)));
        let pair = || if (at + 1..at + 3).any(private) { Subject::Unknown } else { Subject::Pair(None) };
        line.is_clause(at, Clause::Pair).then(|| self.ends_with(pair()))
    }

    pub(super) fn at_determiner(&mut self, at: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        let owner = Pronoun::as_owner(line.written(at)).filter(|_| self.pending.is_some());
        // "its envoy protested": whose the envoy is.
        if let Some(owner) = owner
            && !joins_owner(line, at)
            && (self.found.passive || owns_an_actor(line, at, self.verb))
        {
            // "X ruled it out, and its envoy left": the subject of the clause before.
            let and = at.checked_sub(1).filter(|&and| line.kind(and) == Kind::And);
            return match and.and_then(|and| clause_subject(line, groups, and)) {
                Some(Subject::Same(Some(group))) => self.ends_with(Subject::Group(group)),
                _ => self.ends_with(Subject::Pronoun(owner)),
            };
        }
        // "A, B and C each did".
        let goes_on = self.pending.is_some() || matches!(line.written(at), "each" | "all");
        if goes_on { Step::On } else { Step::End }
    }

    pub(super) fn at_word(&mut self, at: usize) -> Step {
        let (line, groups) = (self.line, self.groups);
        let gerund = self.form == VerbForm::Gerund && at + 1 == self.verb;
        if line.is_clause(at, Clause::Relative) {
            return self.at_relative(at);
        }
        if line.is_clause(at, Clause::Pronoun) {
            if self.pending.is_none() {
                self.found.subject = Subject::Pronoun(Pronoun::of(line.written(at)));
                self.found.conditional |= is_supposed(line, groups, at, self.form);
            }
            return Step::End;
        }
        // "a UN resolution urging Y to leave".
        if gerund && self.pending.is_none() && TEXTS.holds(line.written(at)) {
            let owner = at.checked_sub(1).and_then(|before| groups.at(before));
            if let Some(owner) = owner.or_else(|| groups.at(at)) {
                return self.ends_with(Subject::Owner(owner));
            }
        }
        // "X adopted a resolution urging Y to leave".
        let adopted = || (at.saturating_sub(6)..at).any(|before| ADOPTS.holds(line.written(before)));
        if gerund && self.pending.is_none() && TEXTS.holds(line.written(at)) && adopted() {
            return self.ends_with(Subject::Same(None));
        }
        // "denied helping Y".
        if gerund && line.govern(at) == Some(Govern::Denial) {
            self.found.after_preposition = Some(self.verb);
            return Step::End;
        }
        if self.pending.is_none() {
            if let Some(Govern::Continuing | Govern::Light) = line.govern(at) {
                return Step::On;
            }
            // Between an auxiliary and its verb any word is an adverb: "has outright rejected".
            let near = at.saturating_sub(3)..at;
            let auxiliary = |before| matches!(line.kind(before), Kind::Have | Kind::Be | Kind::Will);
            let closes =
                |before| matches!(line.kind(before), Kind::Determiner | Kind::Preposition | Kind::Comma | Kind::Break);
            if near.clone().any(auxiliary) && !near.clone().any(closes) {
                return Step::On;
            }
        }
        // "X using missiles attacked", "X backed by Y attacked": what hangs on the name before it.
        if modifies_before(line, groups, at) {
            self.pending = None;
            return Step::On;
        }
        if line.is_finite(at) || line.form(at) == Some(VerbForm::Past) || gerund {
            return Step::End;
        }
        self.pending = self.pending.or(Some(at));
        Step::On
    }

    /// At a relative pronoun: its head is the subject, or owns it.
    pub(super) fn at_relative(&mut self, at: usize) -> Step {
        let line = self.line;
        if let Some(be) = ranked::predicate(line, at) {
            return Step::Over(be);
        }
        let whose = line.written(at) == "whose";
        let comma = at.checked_sub(1).filter(|&before| line.kind(before) == Kind::Comma);
        let head = comma.unwrap_or(at).checked_sub(1);
        if let Some(number) = head.and_then(|head| self.groups.at(head)) {
            if self.pending.is_none() || whose && owns_an_actor(line, at, self.verb) {
                self.found.subject = Subject::Group(number);
            } else if whose {
                self.found.owner = Some(number);
            }
        }
        Step::End
    }
}

/// What speaks for those who adopt, sign or send it.
#[rustfmt::skip]
pub(super) static TEXTS: WordList<32> = WordList::new(&[
    "communique", "declaration", "decree", "letter", "letters", "message", "motion", "note", "petition", "resolution",
    "resolutions", "statement", "statements", "telegram",
]);

/// How they put it about.
#[rustfmt::skip]
static ADOPTS: WordList<32> = WordList::new(&[
    "adopted", "approved", "endorsed", "issued", "passed", "published", "released", "sent", "signed", "wrote",
]);
