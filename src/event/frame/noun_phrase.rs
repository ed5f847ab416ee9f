//! The phrase of a noun: where it begins, whose it is, and between whom that is which the noun names.

use super::Frame;
use crate::event::clause::aside::time_follows;
use crate::event::text::line::back_over;
use crate::event::text::{Kind, Signs};
use crate::word::WordList;

impl Frame<'_> {
    /// Where the phrase of a noun begins, with its article and adjectives.
    pub(crate) fn opening_of_noun(&self, noun: usize) -> usize {
        let opens = |at: usize| {
            matches!(self.line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner)
                && !matches!(self.line.written(at), "defying" | "ignoring")
        };
        back_over(noun, 4, opens)
    }

    /// The word before a noun, past its article and adjectives, so many tokens of them at most.
    pub(crate) fn word_before_object(&self, noun: usize, reach: usize) -> Option<usize> {
        let passes = |at: usize| {
            matches!(self.line.kind(at), Kind::Word | Kind::Adverb | Kind::Determiner) && !self.line.is_verb(at)
        };
        let opening = back_over(noun, reach, passes);
        opening.checked_sub(1).filter(|&at| self.line.kind(at) == Kind::Word)
    }

    /// Whether nothing but adjectives stands between a group and a noun.
    pub(crate) fn owns_noun(&self, group: usize, noun: usize) -> bool {
        let line = &self.line;
        // "the UN oil and arms embargo".
        let joins = |and: usize| line.kind(and) == Kind::And && and + 2 == noun && line.kind(and - 1) == Kind::Word;
        (self.groups[group].last() + 1..noun).all(|next| {
            let describes = matches!(line.kind(next), Kind::Word | Kind::Capital | Kind::Adverb | Kind::Possessive);
            describes && !line.is_verb(next) || joins(next) || describes && joins(next - 1)
        })
    }

    /// "talks between X and Y".
    pub(crate) fn between(&self, at: usize) -> Option<usize> {
        let line = &self.line;
        let between = |&next: &usize| matches!(line.written(next), "between" | "among" | "of");
        let near = at + 1..(at + 4).min(line.tokens.len());
        // "fighting broke out on Monday between".
        let breaks = || {
            let goes_on = |&next: &usize| match line.kind(next) {
                Kind::Word => BREAKS_OUT.holds(line.written(next)) || line.has(next, Signs::IS_PARTICLE),
                Kind::Preposition => matches!(line.written(next), "between" | "in" | "at") || time_follows(line, next),
                Kind::Mention(_) | Kind::Capital => matches!(line.written(next - 1), "in" | "at"),
                kind => matches!(kind, Kind::Adverb | Kind::Determiner | Kind::Have | Kind::Be),
            };
            let words = at + 1..(at + 10).min(line.tokens.len());
            words.take_while(goes_on).find(|&next| line.written(next) == "between")
        };
        let start = near.clone().find(between).or_else(breaks)? + 1;
        (start..(start + 2).min(line.tokens.len())).find_map(|next| self.groups.at(next))
    }

    /// Whether a group is one of two between whom something is, and nobody knows the other: "differences between X and the
    /// Arab states".
    pub(crate) fn is_half_of_two(&self, group: usize) -> bool {
        let line = &self.line;
        let group = &self.groups[group];
        let opening = back_over(group.first(), 4, |at| {
            matches!(line.kind(at), Kind::Word | Kind::Capital | Kind::Determiner) && line.written(at) != "between"
        });
        let opens = opening.checked_sub(1).is_some_and(|at| line.written(at) == "between")
            || line.written(opening) == "between";
        let and = group.last() + 1;
        let phrase = and + 1..line.tokens.len().min(and + 6);
        let goes_on =
            |at: &usize| matches!(line.kind(*at), Kind::Word | Kind::Capital | Kind::Determiner | Kind::Mention(_));
        opens
            && group.actors.len() == 1
            && line.kind(and) == Kind::And
            && !phrase.take_while(goes_on).any(|at| self.groups.at(at).is_some())
    }
}

/// How fighting or talks come about and go on.
#[rustfmt::skip]
static BREAKS_OUT: WordList<64> = WordList::new(&[
    "began", "begun", "broke", "broken", "collapsed", "continue", "continued", "ended", "erupted", "flared", "opened", "raged",
    "reported", "restarted", "resumed", "started", "took", "place", "under", "underway", "way", "held",
]);
