//! Phrases by their words: a tree whose steps are words and marks, each known by a number.
//!
//! A word of a text is looked up once, whatever its case, and its phrases are found by numbers from there. The road not
//! taken: an automaton over bytes, walked anew from each word, takes ten times as long.

use std::collections::HashMap;

use crate::word::{WordHash, is_combining, is_word, letters};

/// A word or mark, with what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) number: u32,
    /// The token that it belongs to.
    pub(super) token: u32,
    pub(super) gap: Gap,
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

/// The number of what no phrase holds.
pub(super) const UNKNOWN: u32 = 0;

/// Marks of ASCII are numbered by their codes; words, and other marks, from here on.
const FIRST_WORD: u32 = 128;

/// The words that phrases hold, numbered; looked up by hash, with open addressing.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    /// A power of two, at least twice as many as there are words.
    slots: Vec<Slot>,
    /// In lower case, from `FIRST_WORD` on.
    words: Vec<Box<str>>,
}

/// What tells a word from nearly all others, and its number, or `UNKNOWN` where the slot is vacant.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    letters: u64,
    length: u32,
    number: u32,
}

impl Numbers {
    /// The number of a word, in whatever case.
    pub(super) fn of_word(&self, word: &str) -> u32 {
        if word.is_ascii() {
            return self.of_letters(word);
        }
        // Decomposed text writes marks behind its letters: phrases are listed without, too.
        let plain: String = word.chars().filter(|&c| !is_combining(c)).collect();
        self.slots[self.slot(&plain)].number
    }

    /// The number of a word of ASCII, in whatever case.
    pub(super) fn of_letters(&self, word: &str) -> u32 {
        self.slots[self.slot(word)].number
    }

    /// The number of a mark; hyphens are one, and apostrophes.
    pub(super) fn of_mark(&self, mark: char) -> u32 {
        match mark {
            '`' | '\u{2018}' | '\u{2019}' | '\u{2032}' => u32::from(b'\''),
            '\u{2010}'..='\u{2013}' => u32::from(b'-'),
            '\0'..='\x7f' => u32::from(mark),
            _ => self.of_word(mark.encode_utf8(&mut [0; 4])),
        }
    }

    /// How many numbers there are, those of marks among them.
    pub(super) fn count(&self) -> usize {
        FIRST_WORD as usize + self.words.len()
    }

    fn new() -> Self {
        Self { slots: vec![Slot::default(); 1 << 10], words: Vec::new() }
    }

    /// The slot that holds a word's number, or in which it would.
    fn slot(&self, word: &str) -> usize {
        let (letters, length) = (lower_letters(word), word.len() as u32);
        let mask = self.slots.len() - 1;
        let mut at = ((letters ^ u64::from(length)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & mask;
        loop {
            let slot = self.slots[at];
            let same = slot.letters == letters && slot.length == length;
            if slot.number == UNKNOWN || same && (length <= 8 || self.is_word(slot.number, word)) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn is_word(&self, number: u32, word: &str) -> bool {
        self.words[(number - FIRST_WORD) as usize].eq_ignore_ascii_case(word)
    }

    /// The word's number, a new one where it has none.
    fn add(&mut self, word: &str) -> u32 {
        let mut at = self.slot(word);
        if self.slots[at].number == UNKNOWN {
            self.words.push(word.into());
            if self.words.len() * 2 > self.slots.len() {
                self.slots = vec![Slot::default(); self.slots.len() * 2];
                (FIRST_WORD..self.count() as u32).for_each(|number| self.fill(number));
            }
            self.fill(self.count() as u32 - 1);
            at = self.slot(word);
        }
        self.slots[at].number
    }

    fn fill(&mut self, number: u32) {
        let word = &self.words[(number - FIRST_WORD) as usize];
        let at = self.slot(word);
        self.slots[at] = Slot { letters: lower_letters(word), length: word.len() as u32, number };
    }
}

/// The first and the last four letters of a word, in lower case.
fn lower_letters(word: &str) -> u64 {
    letters(word.as_bytes()) | 0x2020_2020_2020_2020
}

/// The phrases, each with the number by which the caller knows it.
#[derive(Clone, Debug)]
pub(super) struct Phrases {
    pub(super) numbers: Numbers,
    /// The first nodes are the parts with which phrases begin, by their numbers.
    nodes: Vec<Node>,
    /// The nodes behind a node and a part.
    steps: HashMap<u64, u32, WordHash>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    /// The phrase that ends here, or `NONE`.
    phrase: u32,
    /// The parts with which phrases go on from here, as bits: most of those that stand behind it in a text are told by
    /// them to be none of these.
    next: u64,
}

const NONE: u32 = u32::MAX;

impl Node {
    const VACANT: Self = Self { phrase: NONE, next: 0 };

    fn goes_on_with(self, part: Part) -> bool {
        self.next & bit(part) != 0
    }
}

const fn bit(part: Part) -> u64 {
    1 << (part.number % 64)
}

impl Phrases {
    /// Gathers phrases in lower case with their numbers, and words that need a number; of two phrases that are spelled
    /// alike the first counts.
    pub(super) fn new<'p>(phrases: &[(String, u32)], words: impl Iterator<Item = &'p str>) -> Self {
        let mut numbers = Numbers::new();
        words.for_each(|word| {
            numbers.add(word);
        });
        let split: Vec<(Vec<Part>, u32)> =
            phrases.iter().map(|(phrase, number)| (parts(&mut numbers, phrase), *number)).collect();
        let nodes = vec![Node::VACANT; numbers.count()];
        let mut tree = Self { numbers, nodes, steps: HashMap::default() };
        for (parts, number) in split {
            tree.add(&parts, number);
        }
        tree
    }

    fn add(&mut self, parts: &[Part], number: u32) {
        let Some((first, rest)) = parts.split_first() else { return };
        let mut node = first.number;
        for &part in rest {
            self.nodes[node as usize].next |= bit(part);
            node = *self.steps.entry(step(node, part)).or_insert(self.nodes.len() as u32);
            if node as usize == self.nodes.len() {
                self.nodes.push(Node::VACANT);
            }
        }
        let phrase = &mut self.nodes[node as usize].phrase;
        if *phrase == NONE {
            *phrase = number;
        }
    }

    /// Calls `found` with each phrase that the parts begin with and the number of its parts, the shortest first.
    pub(super) fn beginning(&self, parts: &[Part], mut found: impl FnMut(u32, usize)) {
        let Some(first) = parts.first() else { return };
        let mut node = first.number;
        let mut length = 1;
        loop {
            let here = self.nodes[node as usize];
            if here.phrase != NONE {
                found(here.phrase, length);
            }
            let next = parts.get(length).filter(|&&part| here.goes_on_with(part) && part.gap != Gap::Break);
            let Some(&next) = next.and_then(|&part| self.steps.get(&step(node, part))) else { return };
            node = next;
            length += 1;
        }
    }
}

fn step(node: u32, part: Part) -> u64 {
    u64::from(node) << 32 | u64::from(part.number) << 1 | u64::from(part.gap == Gap::Space)
}

/// The words and marks of a phrase.
fn parts(numbers: &mut Numbers, phrase: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut gap = Gap::None;
    let mut rest = phrase;
    while let Some(c) = rest.chars().next() {
        let length = rest.find(|c| !is_word(c)).filter(|&length| length > 0);
        let (part, behind) = rest.split_at(length.unwrap_or(if is_word(c) { rest.len() } else { c.len_utf8() }));
        rest = behind;
        if c.is_whitespace() {
            gap = Gap::Space;
            continue;
        }
        let number = if is_word(c) || !c.is_ascii() { numbers.add(part) } else { numbers.of_mark(c) };
        parts.push(Part { number, token: parts.len() as u32, gap });
        gap = Gap::None;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(listed: &[&str], text: &str) -> Vec<(u32, usize)> {
        let listed: Vec<(String, u32)> = listed.iter().map(|phrase| (*phrase).to_owned()).zip(0..).collect();
        let phrases = Phrases::new(&listed, ["unlisted"].into_iter());
        let mut parts = Vec::new();
        for (number, word) in text.split_whitespace().enumerate() {
            let gap = if number > 0 { Gap::Space } else { Gap::None };
            parts.push(Part { number: phrases.numbers.of_word(word), token: number as u32, gap });
        }
        let mut all = Vec::new();
        phrases.beginning(&parts, |phrase, length| all.push((phrase, length)));
        all
    }

    #[test]
    fn finds_what_begins_there_in_any_case() {
        let listed = ["talks", "talks with", "talks with them", "with", "cafe"];
        assert_eq!(found(&listed, "Talks WITH us"), [(0, 1), (1, 2)]);
        assert_eq!(found(&listed, "with talks"), [(3, 1)]);
        assert_eq!(found(&listed, "unlisted talks"), []);
        assert_eq!(found(&listed, "unheard-of"), []);
        assert_eq!(found(&listed, "cafe\u{301}"), [(4, 1)]);
    }

    #[test]
    fn tells_many_words_apart() {
        let words: Vec<String> = (0..3_000).map(|number| format!("number{number}s")).collect();
        let phrases = Phrases::new(&[], words.iter().map(String::as_str));
        let mut numbers: Vec<u32> = words.iter().map(|word| phrases.numbers.of_word(word)).collect();
        numbers.dedup();
        assert_eq!(numbers, (FIRST_WORD..FIRST_WORD + 3_000).collect::<Vec<_>>());
    }
}
