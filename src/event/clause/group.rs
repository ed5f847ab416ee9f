//! Lists of actors: "A, B and C".

use std::ops::{Deref, Range};

use smallvec::{SmallVec, smallvec};

use super::actor::{Actor, actor, entity};
use super::describing::only_describes;
use super::head::partitive;
use crate::event::text::token::{Token, USUAL};
use crate::event::text::{Kind, Line};
use crate::lexicon::VerbForm;
use crate::word::WordList;

/// Actors that stand in one list: "A, B and C".
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) actors: SmallVec<[Actor; 1]>,
}

impl Group {
    fn of(actor: Actor) -> Self {
        Self { actors: smallvec![actor] }
    }

    pub(crate) fn first(&self) -> usize {
        self.actors.first().map_or(0, |actor| actor.first)
    }

    pub(crate) fn last(&self) -> usize {
        self.actors.last().map_or(0, |actor| actor.last)
    }
}

/// The actors of a sentence, in groups, from left to right.
#[derive(Debug)]
pub(crate) struct Groups {
    all: Vec<Group>,
    /// Of each token the number of the group that holds it, or of the next one, doubled, and one more where it holds
    /// it. A token that two groups share is the later one's.
    of_tokens: Vec<u32>,
}

/// How many tokens are written to at once: groups and the words between them are short, and how short nobody foresees.
const STRIDE: usize = 8;

impl Deref for Groups {
    type Target = [Group];

    fn deref(&self) -> &[Group] {
        &self.all
    }
}

impl Groups {
    pub(crate) fn new() -> Self {
        Self { all: Vec::with_capacity(USUAL / 4), of_tokens: Vec::with_capacity(USUAL) }
    }

    /// The group that holds a token, by its number.
    pub(crate) fn at(&self, token: usize) -> Option<usize> {
        self.of_tokens.get(token).filter(|&&group| group % 2 == 1).map(|&group| group as usize / 2)
    }

    /// Whether one of so many tokens from one on is in a group.
    pub(super) fn are_near(&self, from: usize, reach: usize) -> bool {
        let next = self.of_tokens.get(from).and_then(|&group| self.all.get(group as usize / 2));
        next.is_some_and(|group| group.first() < from + reach)
    }

    /// Gathers the groups of a sentence, in place of those of the one before.
    pub(crate) fn read(&mut self, line: &Line<'_>) {
        self.all.clear();
        self.gather(line);
        self.all.iter_mut().for_each(share_noun);
        let end = line.tokens.len();
        self.of_tokens.clear();
        self.of_tokens.resize(end + STRIDE, 0);
        let mut after = 0;
        for (group, number) in self.all.iter().zip(0..) {
            let (first, last) = (group.first(), group.last());
            note(&mut self.of_tokens, after.min(first)..first, 2 * number);
            note(&mut self.of_tokens, first..last + 1, 2 * number + 1);
            after = last + 1;
        }
        note(&mut self.of_tokens, after..end, 2 * self.all.len() as u32);
        self.of_tokens.truncate(end);
    }

    fn gather(&mut self, line: &Line<'_>) {
        // How many of the last groups only commas join: they are a list if "and" closes it.
        let mut held = 0;
        for actor in actors(line) {
            let before = self.all.last_mut().map(|group| &mut group.actors);
            let join = before.as_ref().and_then(|before| Some(join(line, before.last()?, &actor)));
            match join.unwrap_or(Join::None) {
                // "X, along with Y and Z": the list goes on.
                Join::And if held == 0 => {
                    if let Some(before) = before {
                        before.push(actor);
                    }
                    continue;
                }
                Join::Comma if held > 0 => held += 1,
                // "A blamed B, and C blamed D": behind a comma "and" closes a list of three at least.
                Join::And if held == 1 && before.is_some_and(|before| begins_clause(line, &before[0], &actor)) => {}
                Join::And => {
                    self.all.push(Group::of(actor));
                    self.unite(held + 1);
                    held = 0;
                    continue;
                }
                Join::None | Join::Comma => {
                    self.release(line, held);
                    held = 1;
                }
            }
            self.all.push(Group::of(actor));
        }
        self.release(line, held);
    }

    /// Leaves groups as they are that only commas join; but a list is one that others close ("Chad, Mali and two more"), and
    /// a headline's ("Iceland, Ireland sign").
    fn release(&mut self, line: &Line<'_>, held: usize) {
        let [first, .., last] = &self.all[self.all.len() - held..] else { return };
        if closes_unnamed(line, last.last() + 1) {
            self.unite(held);
            return;
        }
        if first.first() > 0 {
            return;
        }
        let verb = (last.last() + 1..line.tokens.len()).find(|&at| line.kind(at) != Kind::Adverb);
        if verb.is_some_and(|at| line.form(at) == Some(VerbForm::Base)) {
            self.unite(held);
        }
    }

    /// Makes one group of so many last ones.
    fn unite(&mut self, count: usize) {
        let others = self.all.len() + 1 - count;
        let (before, others) = self.all.split_at_mut(others);
        if let Some(group) = before.last_mut() {
            others.iter_mut().for_each(|other| group.actors.append(&mut other.actors));
        }
        self.all.truncate(self.all.len() + 1 - count);
    }
}

/// Whether others who are not named close the list that ends before a token: "X, Y and two other countries".
fn closes_unnamed(line: &Line<'_>, at: usize) -> bool {
    #[rustfmt::skip]
    static OTHERS: WordList<16> = WordList::new(&["another", "more", "other", "others", "rest", "several"]);
    let and = if line.kind(at) == Kind::Comma { at + 1 } else { at };
    if line.kind(and) != Kind::And {
        return false;
    }
    let counts =
        |&at: &usize| matches!(line.kind(at), Kind::Word | Kind::Determiner | Kind::Adverb) && !line.is_finite(at);
    let near = (and + 1..and + 5).take_while(counts);
    near.into_iter().any(|at| OTHERS.holds(line.written(at)) || line.is_number(at) && !line.is_verb(at + 1))
}

/// Notes of some tokens to which group they belong, and of a few behind them, of which more is still to be noted.
fn note(of_tokens: &mut [u32], tokens: Range<usize>, group: u32) {
    for at in tokens.step_by(STRIDE) {
        of_tokens[at..at + STRIDE].fill(group);
    }
}

/// The actors of a sentence, from left to right.
fn actors(line: &Line<'_>) -> impl Iterator<Item = Actor> {
    let mut after = 0;
    // The place that was named before, and its last token.
    let mut place = None;
    line.tokens.mentions.iter().filter_map(move |&(at, number)| {
        let at = at as usize;
        if at < after {
            return None;
        }
        let mut actor = actor(line, at, number);
        actor.first = partitive(line, actor.first);
        after = actor.last + 1;
        // "Moscow, Russia": the state only says where the place lies.
        let repeats = place
            .is_some_and(|(last, place)| last + 2 == actor.first && place == entity(line, actor.mention))
            && line.written(actor.first - 1) != "with";
        // "After a meeting in Banjul, Gambia's minister": there the clause begins.
        let repeats = repeats && line.kind(at + 1) != Kind::Possessive;
        if repeats {
            return None;
        }
        if only_describes(line, at) {
            return None;
        }
        place = actor.place.then(|| (actor.last, entity(line, actor.mention)));
        Some(actor)
    })
}

/// Whether a comma and "and" stand between two actors, and a verb behind the second.
fn begins_clause(line: &Line<'_>, before: &Actor, next: &Actor) -> bool {
    let and = before.last + 2;
    line.kind(before.last + 1) == Kind::Comma
        && line.kind(and) == Kind::And
        && next.first > 0
        && after_insertion(line, next.last + 1).is_some_and(|at| {
            match line.kind(at) {
                // "A praised B, and C and D met".
                Kind::And => {
                    matches!(line.tokens.get(at + 1..at + 3), Some([Token { kind: Kind::Mention(_), .. }, verb])
                    if verb.kind == Kind::Word && line.is_verb(at + 2))
                }
                Kind::To => true,
                kind => kind.is_auxiliary() || line.is_verb(at),
            }
        })
}

/// How long what is inserted behind a name may be, in tokens.
const INSERTION: usize = 12;

/// The first token from one on that is no adverb, behind what commas insert: "C, its envoy, met".
fn after_insertion(line: &Line<'_>, at: usize) -> Option<usize> {
    let next = (at..line.tokens.len()).find(|&at| line.kind(at) != Kind::Adverb)?;
    if line.kind(next) != Kind::Comma {
        return Some(next);
    }
    let near = next + 1..line.tokens.len().min(next + INSERTION);
    let close = near.into_iter().find(|&at| line.kind(at) == Kind::Comma)?;
    (close + 1..line.tokens.len()).find(|&at| line.kind(at) != Kind::Adverb)
}

/// How an actor goes on from the one before it.
enum Join {
    None,
    Comma,
    And,
}

fn join(line: &Line<'_>, before: &Actor, next: &Actor) -> Join {
    let between = before.last + 1..next.first;
    if between.len() > 5 && inserts(line, between.clone()) {
        return Join::And;
    }
    if between.is_empty() || between.len() > 5 {
        return Join::None;
    }
    if adds(line, between.clone()) {
        return Join::And;
    }
    if between.len() > 3 {
        return Join::None;
    }
    let mut join = Join::None;
    for at in between {
        match line.kind(at) {
            Kind::And if !matches!(line.written(at), "but" | "then") => join = Join::And,
            Kind::Hyphen => join = Join::And,
            Kind::Comma if !matches!(join, Join::And) => join = Join::Comma,
            Kind::Determiner | Kind::Possessive => {}
            // "by X and by Y", "with X and with Y".
            Kind::By | Kind::Preposition | Kind::To | Kind::Of
                if matches!(join, Join::And) && follows(line, before, at) => {}
            _ => return Join::None,
        }
    }
    join
}

/// Whether the words are an "and" with an insertion between commas: "X and, to a lesser extent, Y".
fn inserts(line: &Line<'_>, between: Range<usize>) -> bool {
    let and = if line.kind(between.start) == Kind::Comma { between.start + 1 } else { between.start };
    let last = between.end - 1;
    let says_how = |at: usize| !matches!(line.kind(at), Kind::Comma | Kind::Break | Kind::That) && !line.is_finite(at);
    between.len() <= 10
        && line.kind(and) == Kind::And
        && line.kind(and + 1) == Kind::Comma
        && line.kind(last) == Kind::Comma
        && (and + 2..last).all(says_how)
}

/// Whether the words join as "and" does: "X, along with Y", "X as well as Y".
fn adds(line: &Line<'_>, between: Range<usize>) -> bool {
    let mut words = between.filter(|&at| line.kind(at) != Kind::Comma);
    let mut next = || words.next().map_or("", |at| line.written(at));
    let joins = match next() {
        "alongside" | "plus" => true,
        "along" | "together" => next() == "with",
        "as" => next() == "well" && next() == "as",
        _ => false,
    };
    joins && next().is_empty()
}

/// Whether the preposition at a token stands before an actor, or before its article, too.
fn follows(line: &Line<'_>, actor: &Actor, preposition: usize) -> bool {
    let near = (actor.first.saturating_sub(2)..actor.first).rev();
    let own = near.into_iter().find(|&at| line.kind(at) != Kind::Determiner);
    own.is_some_and(|at| line.written(at) == line.written(preposition))
}

/// "Hungarian and Romanian officials": the noun is said of all.
fn share_noun(group: &mut Group) {
    let [others @ .., last] = &mut group.actors[..] else { return };
    for actor in others {
        if actor.modifies && !last.modifies && last.sector.is_some() {
            actor.acts = last.acts;
            actor.sector = last.sector;
            actor.modifies = false;
        }
    }
}
