//! What the benchmark needs of the inside. No part of the public interface: it may change at any time.

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;

use crate::extractor::Extractor;

/// The yardstick: `aho-corasick`'s contiguous NFA over the same spellings, searched in the plain way.
#[derive(Debug)]
pub struct Yardstick(NFA);

impl Yardstick {
    /// Builds the automaton from the spellings of an extractor's names, in the order of the alphabet.
    ///
    /// # Panics
    ///
    /// When the spellings are too many, which those of an extractor are not.
    pub fn new(extractor: &Extractor) -> Self {
        let spellings = extractor.scanner().names.spellings().rev();
        Self(NFA::new(spellings).unwrap_or_else(|error| panic!("{error}")))
    }

    /// Returns how many matches a plain overlapping-free search finds.
    pub fn scan(&self, text: &str) -> usize {
        let input = aho_corasick::Input::new(text).anchored(Anchored::No);
        self.0.try_find_iter(input).map_or(0, Iterator::count)
    }
}

/// Returns how many hits our scan finds.
pub fn scan(extractor: &Extractor, text: &str) -> usize {
    extractor.scanner().scan(text).0.len()
}
