//! Phrases by their words: a tree whose steps are words and marks, each known by a number.
//!
//! A word of a text is looked up once, whatever its case, and its phrases are found by numbers from there. The road not
//! taken: an automaton over bytes, walked anew from each word, takes ten times as long.

use std::borrow::Cow;
use std::hint::select_unpredictable;

use super::kind::{self, KINDS, Kind, NUMBERED};
use super::signs::{Glance, SIGNED};
use super::table::Table;
use super::token::Listed;
use crate::sieve::Sieve;
use crate::word::is_word;

/// A word or mark, with what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Its place in the table of words.
    pub(crate) word: u32,
    /// The token that it belongs to.
    pub(crate) token: u32,
    pub(crate) gap: Gap,
}

/// What stands before a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    /// White space.
    Space,
    /// What no phrase goes on over: an empty line, markup.
    Break,
}

/// The phrases, each with the number of what it means.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    /// The words with which phrases begin, and the others.
    pub(crate) table: Table,
    /// The nodes that are reached behind a first word, by their places, which are numbered from the end of the table on.
    nodes: Vec<Node>,
    /// The hashes of all steps to nodes.
    steps: Sieve,
}

/// Where phrases go on: open addressing, so that a step fetches one line of memory.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// The node before it and the part behind that, or 0 where the place is vacant.
    step: u64,
    ending: Ending,
}

impl Node {
    const VACANT: Self = Self { step: 0, ending: Ending::NONE };
}

/// Where a phrase may end, or go on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    /// What the phrase that ends here is.
    pub(super) glance: Glance,
    /// The parts with which phrases go on from here.
    pub(crate) next: Next,
    /// What the phrase that ends here means, by its number; or `NO_PHRASE`.
    pub(crate) meaning: u16,
    /// Of a word the number of its kind.
    pub(crate) kind: u8,
}

/// The number of no meaning: no phrase.
pub(super) const NO_PHRASE: u16 = u16::MAX;

impl Ending {
    pub(crate) const NONE: Self = Self { glance: Glance::NONE, next: Next::NONE, meaning: NO_PHRASE, kind: 0 };

    /// The kind of a word as it is written: its own, or else by its letters.
    pub(super) fn kind_of(&self, written: &str) -> Kind {
        let number = usize::from(self.kind);
        if (1..=KINDS.len()).contains(&number) { NUMBERED[number] } else { kind::by_letters(written) }
    }

    /// The kind of a word as it is written that begins with a letter: its own, or else by its letters, of which the capital
    /// says `otherwise`. Which words have a kind of their own nobody foresees.
    #[inline]
    pub(super) fn kind_of_letters(&self, written: &str, otherwise: Kind) -> Kind {
        if kind::is_adverb(written) & (self.kind == 0) {
            return Kind::Adverb;
        }
        let own = NUMBERED[usize::from(self.kind)];
        select_unpredictable(own == Kind::Word, otherwise, own)
    }
}

/// A set of parts as bits, which several parts share: it fits where the word itself stands, and most parts are none of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Next(u32);

impl Next {
    pub(crate) const NONE: Self = Self(0);

    const fn add(&mut self, word: u32) {
        self.0 |= 1 << (word % 32);
    }

    /// Whether it may hold a part.
    #[inline]
    pub(crate) const fn may_be(self, word: u32) -> bool {
        self.0 >> (word % 32) & 1 != 0
    }
}

impl Phrases {
    /// Gathers phrases in lower case with what they are and the numbers of what they mean; of two that are spelled alike
    /// the first counts.
    pub(crate) fn new(phrases: &[(Cow<'_, str>, Glance, u16)]) -> Self {
        let mut table = Table::default();
        let own = KINDS.iter().flat_map(|(_, words)| *words).chain(SIGNED.iter().flat_map(|(_, words)| *words));
        own.for_each(|word| table.add(word));
        let mut behind_first = 0_usize;
        for (phrase, ..) in phrases {
            for (number, (_, piece)) in pieces(phrase).enumerate() {
                behind_first += usize::from(number > 0);
                if let Piece::Word(word) = piece {
                    table.add(word);
                }
            }
        }
        // Each part behind a first one has a node of its own at most.
        let nodes = vec![Node::VACANT; (behind_first + 1).next_power_of_two()];
        let mut tree = Self { table, nodes, steps: Sieve::default() };
        for (phrase, glance, meaning) in phrases {
            tree.add(phrase, *glance, *meaning);
        }
        tree.table.finish();
        tree.steps = Sieve::of(tree.nodes.iter().filter(|node| node.step != 0).map(|node| hash(node.step)), 8);
        tree
    }

    fn add(&mut self, phrase: &str, glance: Glance, meaning: u16) {
        let mut node = None;
        for (gap, piece) in pieces(phrase) {
            let word = match piece {
                Piece::Word(word) => self.table.place(word),
                Piece::Mark(mark) => u32::from(mark),
            };
            let part = Part { word, token: 0, gap };
            node = Some(match node {
                None => word,
                Some(before) => self.step(before, part),
            });
        }
        let Some(node) = node else { return };
        let ending = self.ending_mut(node);
        if ending.meaning == NO_PHRASE {
            *ending = Ending { glance, meaning, ..*ending };
        }
    }

    /// The node behind another, a new one where there was none.
    fn step(&mut self, node: u32, part: Part) -> u32 {
        self.ending_mut(node).next.add(part.word);
        let step = step(node, part);
        let place = self.place(step);
        self.nodes[place].step = step;
        (self.table.len() + place) as u32
    }

    /// The place of a step's node, a vacant one where there is none.
    #[inline]
    fn place(&self, step: u64) -> usize {
        let mut place = self.first_place(step);
        while self.nodes[place].step != step && self.nodes[place].step != 0 {
            place = (place + 1) & (self.nodes.len() - 1);
        }
        place
    }

    /// The place from which on the node stands.
    #[inline]
    fn first_place(&self, step: u64) -> usize {
        (hash(step) >> 40) as usize & (self.nodes.len() - 1)
    }

    fn ending_mut(&mut self, node: u32) -> &mut Ending {
        match (node as usize).checked_sub(self.table.len()) {
            None => &mut self.table.at_mut(node).ending,
            Some(place) => &mut self.nodes[place].ending,
        }
    }

    /// Whether phrases may go on from a word with a part: one look at memory, and near.
    #[inline]
    pub(crate) fn may_go_on(&self, word: u32, part: Part) -> bool {
        self.steps.may_hold(hash(step(word, part)))
    }

    /// Whether they do.
    #[inline]
    pub(super) fn go_on(&self, word: u32, part: Part) -> bool {
        self.nodes[self.place(step(word, part))].step != 0
    }

    /// Calls `found` with each phrase that begins with a token, whose first part is a word, and goes on with the other
    /// parts, the shortest first. A phrase ends with a token: what ends within a joined word ("agree-ment") is none.
    pub(crate) fn beginning(
        &self,
        word: u32,
        token: u32,
        mut rest: impl Iterator<Item = Part>,
        mut found: impl FnMut(Listed),
    ) {
        let (mut node, mut last) = (word, token);
        let mut ending = &self.table.at(node).ending;
        loop {
            let next = rest.next();
            if ending.meaning != NO_PHRASE && next.is_none_or(|next| next.token != last) {
                found(Listed { meaning: ending.meaning, last, glance: ending.glance });
            }
            let goes_on =
                |next: &Part| ending.next.may_be(next.word) && next.gap != Gap::Break && self.may_go_on(node, *next);
            let Some(next) = next.filter(goes_on) else { return };
            let place = self.place(step(node, next));
            if self.nodes[place].step == 0 {
                return;
            }
            (node, last) = ((self.table.len() + place) as u32, next.token);
            ending = &self.nodes[place].ending;
        }
    }
}

#[inline]
const fn hash(step: u64) -> u64 {
    step.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn step(node: u32, part: Part) -> u64 {
    u64::from(node) << 32 | u64::from(part.word) << 1 | u64::from(part.gap == Gap::Space)
}

/// A word or mark of a phrase, as it is written.
enum Piece<'p> {
    /// Also a mark beyond ASCII.
    Word(&'p str),
    Mark(u8),
}

/// The words and marks of a phrase, with what stands before them.
fn pieces(phrase: &str) -> impl Iterator<Item = (Gap, Piece<'_>)> {
    let mut rest = phrase;
    std::iter::from_fn(move || {
        let trimmed = rest.trim_start();
        let gap = if trimmed.len() < rest.len() { Gap::Space } else { Gap::None };
        let c = trimmed.chars().next()?;
        let length = match is_word(c) {
            true => trimmed.find(|c| !is_word(c)).unwrap_or(trimmed.len()),
            false => c.len_utf8(),
        };
        let (piece, behind) = trimmed.split_at(length);
        rest = behind;
        Some((gap, if is_word(c) || !c.is_ascii() { Piece::Word(piece) } else { Piece::Mark(ascii_mark(c)) }))
    })
}

/// The code of a mark of ASCII under which texts know it.
fn ascii_mark(mark: char) -> u8 {
    if mark == '`' { b'\'' } else { mark as u8 }
}

#[cfg(test)]
mod tests {
    use super::super::table::UNKNOWN;
    use super::*;

    fn found(listed: &[&str], text: &str) -> Vec<(u16, u32)> {
        let listed = listed.iter().zip(0..).map(|(&phrase, number)| (phrase.into(), Glance::NONE, number));
        let phrases = Phrases::new(&listed.collect::<Vec<_>>());
        let mut parts = text.split_whitespace().zip(0..).map(|(word, token)| {
            let word = phrases.table.place_of_word(word);
            Part { word, token, gap: Gap::Space }
        });
        let mut all = Vec::new();
        let first = parts.next().map_or(UNKNOWN, |part| part.word);
        phrases.beginning(first, 0, parts, |found| all.push((found.meaning, found.last + 1)));
        all
    }

    #[test]
    fn finds_what_begins_there_in_any_case() {
        let listed = ["talks", "talks with", "talks with them", "with", "cafe"];
        assert_eq!(found(&listed, "Talks WITH us"), [(0, 1), (1, 2)]);
        assert_eq!(found(&listed, "with talks"), [(3, 1)]);
        assert_eq!(found(&listed, "the talks"), []);
        assert_eq!(found(&listed, "unheard-of"), []);
        assert_eq!(found(&listed, "cafe\u{301}"), [(4, 1)]);
    }
}
