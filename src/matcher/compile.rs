//! Patterns to an automaton: the names are folded here, once, so that the article need not be.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};
use unicode_normalization::UnicodeNormalization;

use super::opening::{Opening, Starts};
use crate::error::Error;
use crate::parallel::both;
use crate::vocabulary::Case;
use crate::word::{first_letters, fold, is_invisible, plain};

/// A name to look for, and the number by which the caller knows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern<'p> {
    pub(crate) text: &'p str,
    pub(crate) case: Case,
    pub(crate) number: u32,
}

/// The automaton over all spellings of all patterns.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    pub(super) nfa: NFA,
    pub(super) start: StateID,
    /// Where the walk begins behind the first letters of spellings.
    pub(super) starts: Starts,
    /// With which bytes spellings begin; and the marks among them, where there are any.
    pub(super) first_bytes: Box<[bool; 256]>,
    pub(super) marks: Option<Box<[bool; 256]>>,
    /// Of each spelling, the first of its numbers in `numbers`; one more at the end.
    first: Vec<u32>,
    numbers: Vec<u32>,
    spellings: Vec<String>,
}

impl Matcher {
    /// Compiles the patterns.
    pub(crate) fn new<'p>(patterns: impl IntoIterator<Item = Pattern<'p>>) -> Result<Self, Error> {
        let patterns: Vec<Pattern<'_>> = patterns.into_iter().collect();
        let mut spelled = spelled(&patterns);
        spelled.dedup();
        let mut first = vec![0];
        let numbers: Vec<u32> = spelled.iter().map(|&(_, number)| number).collect();
        for group in spelled.chunk_by(|a, b| a.0 == b.0) {
            first.push(first.last().copied().unwrap_or(0) + group.len() as u32);
        }
        spelled.dedup_by(|b, a| a.0 == b.0);
        let spelled: Vec<String> = spelled.into_iter().map(|(spelling, _)| spelling).collect();
        let too_large = |error: &dyn std::fmt::Display| {
            Error::new(format!("the names are too many for one automaton ({error})"), "split the gazetteer")
        };
        let nfa = NFA::builder()
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .build(&spelled)
            .map_err(|error| too_large(&error))?;
        let start = nfa.start_state(Anchored::Yes).map_err(|error| too_large(&error))?;
        let mut starts: Vec<(Opening, StateID, &[u8])> = Vec::with_capacity(spelled.len());
        for spelling in &spelled {
            let bytes = spelling.as_bytes();
            let (letters, count) = first_letters(bytes, 0);
            let opening = Opening::new(letters);
            let state = match starts.last() {
                Some(&(last, state, _)) if last == opening => state,
                _ => bytes[..count].iter().fold(start, |state, &byte| nfa.next_state(Anchored::Yes, state, byte)),
            };
            if count > 0 {
                starts.push((opening, state, &bytes[count..]));
            }
        }
        let starts = Starts::new(&starts);
        let mut first_bytes = Box::new([false; 256]);
        for spelling in &spelled {
            first_bytes[usize::from(spelling.as_bytes()[0])] = true;
        }
        let mut marks = first_bytes.clone();
        for (byte, begins) in (0..=u8::MAX).zip(marks.iter_mut()) {
            *begins &= byte.is_ascii() && !byte.is_ascii_alphanumeric();
        }
        let marks = marks.contains(&true).then_some(marks);
        Ok(Self { nfa, start, starts, first_bytes, marks, first, numbers, spellings: spelled })
    }

    /// All spellings, sorted.
    pub(crate) fn spellings(&self) -> &[String] {
        &self.spellings
    }

    /// The numbers of the patterns that share a spelling, in the order in which they were given.
    pub(crate) fn numbers(&self, spelling: u32) -> &[u32] {
        let spelling = spelling as usize;
        &self.numbers[self.first[spelling] as usize..self.first[spelling + 1] as usize]
    }
}

/// Each spelling with the number of a pattern, sorted by spelling and then as given.
fn spelled(patterns: &[Pattern<'_>]) -> Vec<(String, u32)> {
    let sorted = |patterns: &[Pattern<'_>]| {
        let spell = |pattern: &Pattern<'_>| {
            let number = pattern.number;
            spellings(pattern.text, pattern.case).into_iter().map(move |spelling| (spelling, number))
        };
        let mut all: Vec<(String, u32)> = patterns.iter().flat_map(spell).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    };
    let (first, second) = patterns.split_at(patterns.len() / 2);
    let (second, mut all) = both(|| sorted(second), || sorted(first));
    all.extend(second);
    all.sort_by(|a, b| a.0.cmp(&b.0)); // Two that are sorted become one.
    all
}

/// The spellings in which a name is looked for: as listed and without diacritics; in capitals; in lower case and as a title.
fn spellings(name: &str, case: Case) -> Vec<String> {
    if name.is_ascii() {
        return ascii_spellings(name.replace('`', "'"), case);
    }
    let written: String = name.nfc().map(plain).filter(|c| !is_invisible(*c)).collect();
    let folded = fold(&written);
    let mut all = Vec::new();
    if case != Case::Exact {
        all.extend([written.to_uppercase(), folded.to_uppercase()]);
    }
    if case == Case::Any {
        all.extend([written.to_lowercase(), folded.to_lowercase(), capitalised(&written), titled(&written)]);
    }
    all.extend([written, folded]);
    all.sort();
    all.dedup();
    all.retain(|spelling| !spelling.is_empty());
    all
}

/// The same of a name in ASCII, as most are, which has no diacritics to leave out.
fn ascii_spellings(written: String, case: Case) -> Vec<String> {
    let mut all = match case {
        Case::Exact => Vec::new(),
        Case::Acronym => vec![capitalised(&written.to_ascii_lowercase())],
        Case::Title => vec![written.to_ascii_uppercase()],
        Case::Any => {
            vec![written.to_ascii_uppercase(), capitalised(&written), titled(&written), written.to_ascii_lowercase()]
        }
    };
    all.push(written);
    all.sort();
    all.dedup();
    all.retain(|spelling| !spelling.is_empty());
    all
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// With a capital at every word, but for the small ones: "Minister of Foreign Affairs".
fn titled(text: &str) -> String {
    let mut titled = String::with_capacity(text.len());
    for part in text.split_inclusive([' ', '-']) {
        match part.trim_end() {
            "of" | "the" | "and" | "for" if !titled.is_empty() => titled.push_str(part),
            _ => titled.push_str(&capitalised(part)),
        }
    }
    titled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_a_name_in_every_way_of_the_press() {
        assert_eq!(spellings("Erdoğan", Case::Title), ["ERDOGAN", "ERDOĞAN", "Erdogan", "Erdoğan"]);
        assert_eq!(spellings("US", Case::Exact), ["US"]);
        assert_eq!(spellings("OPEC", Case::Acronym), ["OPEC", "Opec"]);
        assert_eq!(spellings("Côte d’Ivoire", Case::Exact), ["Cote d'Ivoire", "Côte d'Ivoire"]);
        assert_eq!(spellings("İlham", Case::Exact), ["Ilham"]);
        assert_eq!(spellings("eurozone", Case::Any), ["EUROZONE", "Eurozone", "eurozone"]);
        assert_eq!(
            spellings("head of mission", Case::Any),
            ["HEAD OF MISSION", "Head of Mission", "Head of mission", "head of mission"]
        );
    }
}
