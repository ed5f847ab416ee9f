//! The words that phrases hold, each found with one look.

use std::collections::HashMap;
use std::hint::select_unpredictable;

use super::kind::{KINDS, number_by_letters};
use super::letters::{Letters, key};
use super::phrases::Ending;
use super::signs::SIGNED;
use crate::sieve::Sieve;
use crate::word::{WordHash, is_combining};

/// A word, with all that is asked of a word at first: a look fetches one line of memory, which holds two.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub(crate) struct Word {
    /// Its letters, or zeros where the place is vacant.
    key: [u64; 2],
    /// The phrase that it is by itself, and its kind.
    pub(super) ending: Ending,
}

impl Word {
    const VACANT: Self = Self { key: [0; 2], ending: Ending::NONE };

    fn new(word: &str) -> Self {
        let ending = Ending { kind: number_by_letters(word), ..Ending::NONE };
        Self { key: key(word.as_bytes()), ending }
    }

    const fn is_vacant(&self) -> bool {
        self.key[0] == 0
    }
}

/// The words by their places: open addressing. The first places are those of the marks of ASCII, by their codes.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    words: Vec<Word>,
    count: usize,
    /// The hashes of all words: most words of a text are none.
    sieve: Sieve,
    /// The words of more than sixteen letters, by their places.
    long: HashMap<u32, Box<str>, WordHash>,
}

/// The place of what no phrase holds.
pub(super) const UNKNOWN: u32 = 0;

const MARKS: usize = 128;

impl Default for Table {
    fn default() -> Self {
        Self {
            words: vec![Word::VACANT; MARKS + (1 << 10)],
            count: 0,
            sieve: Sieve::default(),
            long: HashMap::default(),
        }
    }
}

impl Table {
    /// The number of places.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn at(&self, place: u32) -> &Word {
        &self.words[place as usize]
    }

    pub(super) fn at_mut(&mut self, place: u32) -> &mut Word {
        &mut self.words[place as usize]
    }

    /// The place of a word, in whatever case; `UNKNOWN` or a vacant one where no phrase holds it.
    pub(super) fn place_of_word(&self, word: &str) -> u32 {
        if word.is_ascii() {
            return self.place_if_listed(word);
        }
        // Decomposed text writes marks behind its letters: phrases are listed without, too.
        let plain: String = word.chars().filter(|&c| !is_combining(c)).collect();
        self.place_if_listed(&plain)
    }

    fn place_if_listed(&self, word: &str) -> u32 {
        let hash = hash(key(word.as_bytes()));
        if self.sieve.may_hold(hash) { self.place(word) } else { UNKNOWN }
    }

    /// The place of a mark; hyphens have one, and apostrophes.
    pub(super) fn place_of_mark(&self, mark: char) -> u32 {
        match mark {
            '`' | '\u{2018}' | '\u{2019}' | '\u{2032}' => u32::from(b'\''),
            '\u{2010}'..='\u{2013}' => u32::from(b'-'),
            '\0'..='\x7f' => u32::from(mark),
            _ => self.place_of_word(mark.encode_utf8(&mut [0; 4])),
        }
    }

    /// The place of a word that is written without combining marks.
    pub(crate) fn place(&self, word: &str) -> u32 {
        let key = key(word.as_bytes());
        self.find(key, self.first(hash(key)), |at| word.len() <= 16 || self.is_long(at, word))
    }

    /// The place of a word of up to fifteen letters; `UNKNOWN` or a vacant one where no phrase holds it. Which words are
    /// listed nobody foresees: the search for the others ends where it begins.
    #[inline]
    pub(super) fn place_of_letters(&self, letters: Letters) -> u32 {
        let hash = hash(letters.key);
        let first = select_unpredictable(self.sieve.may_hold(hash), self.first(hash), UNKNOWN as usize);
        self.find(letters.key, first, |_| true)
    }

    #[inline]
    fn find(&self, key: [u64; 2], mut at: usize, is_it: impl Fn(u32) -> bool) -> u32 {
        loop {
            let here = &self.words[at];
            if here.is_vacant() || here.key == key && is_it(at as u32) {
                return at as u32;
            }
            at = self.next(at);
        }
    }

    fn is_long(&self, place: u32, word: &str) -> bool {
        self.long.get(&place).is_some_and(|long| long.eq_ignore_ascii_case(word))
    }

    #[inline]
    fn first(&self, hash: u64) -> usize {
        MARKS + ((hash >> 40) as usize & (self.words.len() - MARKS - 1))
    }

    fn next(&self, at: usize) -> usize {
        if at + 1 < self.words.len() { at + 1 } else { MARKS }
    }

    /// Adds a word in lower case that may be there. Places change: they are final when all words are added.
    pub(crate) fn add(&mut self, word: &str) {
        let place = self.place(word);
        if !self.at(place).is_vacant() || word.is_empty() {
            return;
        }
        *self.at_mut(place) = Word::new(word);
        if word.len() > 16 {
            self.long.insert(place, word.into());
        }
        self.count += 1;
        if 2 * self.count > self.words.len() - MARKS {
            self.grow();
        }
    }

    fn grow(&mut self) {
        let size = MARKS + 2 * (self.words.len() - MARKS);
        let words = std::mem::replace(&mut self.words, vec![Word::VACANT; size]);
        let mut long = std::mem::take(&mut self.long);
        for (word, before) in words.into_iter().zip(0..).filter(|(word, _)| !word.is_vacant()) {
            let mut at = self.first(hash(word.key));
            while !self.words[at].is_vacant() {
                at = self.next(at);
            }
            self.words[at] = word;
            if let Some(text) = long.remove(&before) {
                self.long.insert(at as u32, text);
            }
        }
    }

    /// Says of the words that have a kind or signs of their own what these are, when all are added.
    pub(crate) fn finish(&mut self) {
        self.sieve = Sieve::of(self.words.iter().filter(|word| !word.is_vacant()).map(|word| hash(word.key)), 8);
        for ((_, words), number) in KINDS.iter().zip(1..) {
            for word in *words {
                let place = self.place(word);
                self.at_mut(place).ending.kind = number;
            }
        }
        for (signs, words) in SIGNED {
            for word in *words {
                let place = self.place(word);
                self.at_mut(place).ending.glance.signs |= *signs;
            }
        }
    }
}

/// A number for a word by its letters.
#[inline]
const fn hash([first, last]: [u64; 2]) -> u64 {
    (first ^ last.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_many_words_apart() {
        let words: Vec<String> =
            (0..3_000).map(|number| format!("{}s{number}s", "number".repeat(number % 4))).collect();
        let mut table = Table::default();
        words.iter().for_each(|word| table.add(word));
        words.iter().for_each(|word| table.add(word));
        table.finish();
        let mut places: Vec<u32> = words.iter().map(|word| table.place_of_word(&word.to_uppercase())).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!((places.len(), table.count), (3_000, 3_000));
        assert!(words.iter().all(|word| !table.at(table.place(word)).is_vacant()));
        assert!(table.at(table.place("unlisted")).is_vacant());
    }
}
