//! What somebody will not do before another does something: "X will not return to the talks until Y frees the sailors".

use crate::event::clause;
use crate::event::clause::subject::Subject;
use crate::event::frame::Frame;
use crate::event::frame::deed;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Parties, is_among, pairs};
use crate::event::text::{Kind, Signs};
use crate::event::told::Told;
use crate::lexicon::{Govern, VerbForm};
use crate::vocabulary::Modality;

/// How many tokens before the condition what is refused may begin.
const REACH: usize = 24;

impl Frame<'_> {
    /// Adds what is refused until somebody does something; the sentence's events stand from `first` on.
    pub(super) fn refused_until(&self, first: usize, told: &mut Vec<Told>) {
        let line = &self.line;
        for until in (1..line.tokens.len()).filter(|&at| line.has(at, Signs::UNTIL)) {
            let Some(other) = self.doer_behind(until) else { continue };
            let Some((verb, source)) = self.refuses_before(until) else { continue };
            let apart = |told: &Told| !(is_among(line, told.source, &source) && is_among(line, told.target, &other));
            if told[first..].iter().all(apart) {
                self.tell_deed(deed::REJECT, verb, &Manner::new(Modality::Asserted), &pairs(&source, &other), told);
            }
        }
    }

    /// Who does something in the clause that a conjunction opens.
    fn doer_behind(&self, conjunction: usize) -> Option<Parties> {
        let line = &self.line;
        let group = self.groups.at(conjunction + 1).or_else(|| self.groups.at(conjunction + 2))?;
        let next = (self.groups[group].last() + 1..line.tokens.len()).find(|&at| line.kind(at) != Kind::Adverb)?;
        let does = line.is_verb(next) || matches!(line.kind(next), Kind::Have | Kind::Be | Kind::Do | Kind::Will);
        let doer = self.parties(group);
        (does && !doer.is_empty()).then_some(doer)
    }

    /// The subject of the verb before one at a token.
    fn subject_before(&self, verb: usize) -> Parties {
        let before = self.subjects.iter().rev().find(|&&(earlier, _)| earlier < verb);
        before.map(|(_, parties)| parties.clone()).unwrap_or_default()
    }

    /// The verb of what will not be done before a conjunction, and who refuses it.
    fn refuses_before(&self, conjunction: usize) -> Option<(usize, Parties)> {
        let line = &self.line;
        let near = (conjunction.saturating_sub(REACH)..conjunction).rev();
        let near = near.take_while(|&at| !matches!(line.kind(at), Kind::Break | Kind::Comma));
        near.filter(|&at| line.form(at).is_some()).find_map(|verb| {
            let form = line.form(verb)?;
            let left = clause::left(line, &self.groups, verb, form);
            // "will not receive the money": others refuse it.
            let gets = matches!(line.written(verb), "gain" | "get" | "receive" | "see" | "win");
            let wills = form == VerbForm::Base && left.negated && (left.future || left.would);
            let will = wills && !left.passive && !gets;
            let refuses = matches!(line.govern(verb), Some(Govern::Refusal { rejects: true })) && !left.negated;
            // "X said that it will not": the subject of the verb before, and not of the condition's.
            let source = (will || refuses).then(|| match left.subject {
                Subject::Pronoun(_) => self.subject_before(verb),
                subject => self.meant(&subject, verb),
            })?;
            (!source.is_empty()).then_some((verb, source))
        })
    }
}
