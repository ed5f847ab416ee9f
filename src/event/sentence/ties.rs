//! How relations stand, where they are the subject: "relations between X and Y have soured", "its ties with Y are close".

use crate::event::clause;
use crate::event::clause::pronoun::Pronoun;
use crate::event::frame::Frame;
use crate::event::frame::manner::Manner;
use crate::event::frame::party::{Pairs, Parties, Party, mutual, named, pairs, party};
use crate::event::text::{Kind, Signs, Words};
use crate::event::told::Told;
use crate::lexicon::{Govern, VerbForm};

/// How far left of what is said of them the relations are looked for, in tokens.
const REACH: usize = 16;

impl Frame<'_> {
    /// Adds how relations stand between those of whom the sentence tells nothing else, whose events begin at `first`.
    pub(crate) fn ties(&self, first: usize, told: &mut Vec<Told>) {
        if !self.line.holds(Signs::IS_OF_TIES) {
            return;
        }
        for at in (0..self.line.tokens.len()).filter(|&at| self.line.is_of_ties(at)) {
            let mut fitting = self.fitting(at, Words::verbs, 0).into_iter();
            let Some((cue, _)) = fitting.find(|(cue, _)| cue.of_ties) else { continue };
            let Some(event) = cue.event else { continue };
            let left = clause::left(&self.line, &self.groups, at, VerbForm::Third);
            let negated = left.negated || self.line.negates(at + 1);
            if negated && !self.compares(at)
                || left.conditional
                || left.would
                || left.obliged
                || left.future
                || left.infinitive.is_some_and(|to| !self.begins(to))
            {
                continue;
            }
            let modality = self.told_as();
            let entity = |mention: u32| self.line.events.mentions[mention as usize].entity;
            let found = self.ties_before(at).map(|noun| (noun, at));
            let Some((noun, end)) = found.or_else(|| self.ties_behind(at)) else { continue };
            // "the friendship between X and Y has cooled": what the noun alone would say is undone.
            let said = self.line.tokens[noun].span();
            let mut place = 0;
            told.retain(|told| {
                place += 1;
                place <= first || told.detail.trigger != said
            });
            let mut tied = self.tied(noun, end);
            tied.retain(|(one, other)| {
                let both = [entity(one.mention), entity(other.mention)];
                told[first..].iter().all(|told| {
                    both != [entity(told.source), entity(told.target)]
                        && both != [entity(told.target), entity(told.source)]
                })
            });
            self.tell(cue, event, at, &Manner::new(modality), tied, told);
        }
    }

    /// Whether more is denied, so that what is, is most: "have never been warmer".
    fn compares(&self, verb: usize) -> bool {
        matches!(self.line.written(verb + 1), "better" | "closer" | "colder" | "stronger" | "warmer" | "worse")
    }

    /// Whether the verb before a "to" says that what follows goes on: "have begun to thaw".
    fn begins(&self, to: usize) -> bool {
        let verb = to.checked_sub(1).filter(|&verb| self.line.govern(verb) == Some(Govern::Continuing));
        verb.is_some()
    }

    /// The noun of the relations of which a verb says how they stand.
    fn ties_before(&self, verb: usize) -> Option<usize> {
        let near = (verb.saturating_sub(REACH)..verb).rev();
        let ends = |at: &usize| matches!(self.line.kind(*at), Kind::Break | Kind::That);
        let noun = near.take_while(|at| !ends(at)).find(|&at| self.is_ties(at))?;
        // Between the relations and the verb another verb has a subject of its own.
        let mut between = (noun + 1..verb).filter(|&at| self.groups.at(at).is_none());
        let other = between.any(|at| self.line.kind(at) == Kind::Word && self.line.is_finite(at));
        (!other).then_some(noun)
    }

    /// The same behind the verb, of what something has made of them, and where the words end that say whose they are: "the war
    /// has strained ties between X and Y".
    fn ties_behind(&self, verb: usize) -> Option<(usize, usize)> {
        let end = self.line.tokens.len();
        let near = verb + 1..end.min(verb + 6);
        let ends =
            |at: &usize| matches!(self.line.kind(*at), Kind::Break | Kind::Comma | Kind::That | Kind::Preposition);
        let noun = near.take_while(|at| !ends(at)).find(|&at| self.is_ties(at))?;
        Some((noun, end.min(noun + REACH)))
    }

    /// Whom the relations of that noun join, both ways; the words up to `verb` tell.
    fn tied(&self, noun: usize, verb: usize) -> Pairs {
        let owner = (noun.saturating_sub(4)..noun).rev().find_map(|at| self.groups.at(at));
        let owner = owner.filter(|&group| self.owns_noun(group, noun));
        let named = |group: usize| -> Parties { self.groups[group].actors.iter().map(party).collect() };
        if let Some(both) = self.between(noun).map(named).filter(|both| both.len() > 1) {
            return mutual(&both);
        }
        let with = (noun + 1..verb).find(|&at| self.line.kind(at) != Kind::Adverb);
        let with = with.filter(|&at| matches!(self.line.written(at), "with" | "to"));
        let other = with.and_then(|with| (with + 1..verb).find_map(|at| self.groups.at(at)));
        match (owner, other) {
            (Some(owner), Some(other)) => both_ways(&named(owner), &named(other)),
            (Some(owner), None) => mutual(&named(owner)),
            (None, Some(other)) => both_ways(&self.unnamed_owner(noun), &named(other)),
            (None, None) => Pairs::new(),
        }
    }

    fn is_ties(&self, at: usize) -> bool {
        const TIES: &[&str] = &["alliance", "friendship", "partnership", "relations", "relationship", "ties"];
        TIES.iter().any(|noun| noun.eq_ignore_ascii_case(self.line.written(at)))
    }

    /// Whose relations they are that nobody owns by name: "its relations with Y", "Relations with Y".
    fn unnamed_owner(&self, noun: usize) -> Parties {
        let is_own = |at| Pronoun::as_owner(self.line.written(at)).is_some();
        match noun == 0 || (noun.saturating_sub(3)..noun).any(is_own) {
            true => named(&self.subject),
            false => Parties::new(),
        }
    }
}

fn both_ways(one: &[Party], other: &[Party]) -> Pairs {
    let mut both = pairs(one, other);
    both.extend(pairs(other, one));
    both
}
