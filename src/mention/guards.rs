//! Guards and look-alikes, compiled: what stands beside a name and around it, and what that makes of the name.

use std::collections::HashSet;

use smallvec::SmallVec;

use super::context::word_before;
use super::resolve::Open;
use super::signal::{GUARD_AFTER, GUARD_BEFORE};
use crate::error::Error;
use crate::gazetteer::{Data, Guard};
use crate::lexicon::Lexicon;
use crate::matcher::{Hit, Pattern, Signal, Surroundings};
use crate::span::Span;
use crate::vocabulary::Case;
use crate::word::WordList;

/// All guards of a gazetteer and the look-alikes of the lexicon.
#[derive(Clone, Debug)]
pub(crate) struct Guards {
    /// Phrases beside a name; of guards, which few names carry, and of look-alikes, with which nearly all are compared.
    guarding: Surroundings,
    lookalikes: Surroundings,
    /// Words of a sentence or an article that speak for a guard.
    context: Vec<Context>,
    /// The number from which on the patterns of the names' matcher are such words.
    first: u32,
}

/// The number of look-alikes' phrases that say nothing of a demonym.
const NAMES_ONLY: u32 = 1;

#[derive(Clone, Copy, Debug)]
struct Context {
    guard: u16,
    in_article: bool,
}

/// The bit of a guard, which it shares with others.
fn bit(guard: u16) -> u32 {
    1 << (guard % 32)
}

/// The bits of guards.
pub(super) fn bits<'g>(guards: impl IntoIterator<Item = &'g u16>) -> u32 {
    guards.into_iter().fold(0, |bits, &guard| bits | bit(guard))
}

/// The guards for which words of the article speak.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Of all of them, the bits.
    bits: u32,
    in_article: Vec<u16>,
    /// By sentence.
    in_sentence: Vec<(u32, u16)>,
}

/// The words of sentences and articles that speak for guards. One that holds a name ("Vietnam War") is left out: as the
/// longer of the two it would hide the name.
fn contexts(data: &Data) -> impl Iterator<Item = (Context, &str)> {
    let names: HashSet<&str> = data.aliases.iter().map(|alias| &*alias.text).collect();
    let holds_name = move |phrase: &str| {
        let words: Vec<&str> = phrase.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        words.len() > 1
            && (words.iter().any(|word| names.contains(word))
                || words.windows(2).any(|two| names.contains(&*two.join(" "))))
    };
    let numbered = (0u16..).zip(&data.guards);
    let words = numbered.flat_map(|(guard, words)| {
        let in_sentence = words.sentence.iter().map(move |word| (Context { guard, in_article: false }, &**word));
        in_sentence.chain(words.article.iter().map(move |word| (Context { guard, in_article: true }, &**word)))
    });
    words.filter(move |(_, word)| !holds_name(word))
}

impl Guards {
    /// Compiles them. The patterns of `context_words` must be added to the names' matcher.
    pub(crate) fn new(data: &Data, lexicon: &Lexicon) -> Result<Self, Error> {
        fn numbered(words: &[Box<str>], number: u32) -> impl Iterator<Item = (&str, u32)> {
            words.iter().map(move |word| (&**word, number))
        }
        let lookalikes = &lexicon.lookalikes;
        let after = numbered(&lookalikes.after, 0).chain(numbered(&lookalikes.after_names, NAMES_ONLY));
        let lookalikes =
            Surroundings::new(&numbered(&lookalikes.before, 0).collect::<Vec<_>>(), &after.collect::<Vec<_>>())?;
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut context = Vec::new();
        for (number, guard) in (0u16..).zip(&data.guards) {
            before.extend(guard.before.iter().map(|phrase| (&**phrase, u32::from(number))));
            after.extend(guard.after.iter().map(|phrase| (&**phrase, u32::from(number))));
        }
        context.extend(contexts(data).map(|(context, _)| context));
        let guarding = Surroundings::new(&before, &after)?;
        Ok(Self { guarding, lookalikes, context, first: data.aliases.len() as u32 })
    }

    /// What to look for in the whole article beside the names, numbered from the number of aliases on: words that
    /// speak for a guard, in the order of `new`, and phrases that hold a name in them and are something else. They
    /// mean nothing, and being longer they hide the name.
    pub(crate) fn context_words<'d>(data: &'d Data, lexicon: &'d Lexicon) -> impl Iterator<Item = Pattern<'d>> {
        let words = contexts(data).map(|(_, word)| word);
        let phrases = lexicon.lookalikes.phrases.iter().map(|phrase| &**phrase);
        // A proper name stands in capitals in headlines and datelines: "NEW ENGLAND".
        let case = |phrase: &str| if is_proper(phrase) { Case::Title } else { Case::Exact };
        let numbered = words.chain(phrases).zip(data.aliases.len() as u32..);
        numbered.map(move |(text, number)| Pattern { text, case: case(text), number })
    }

    /// Whether the number of a pattern is an alias's; else the word is noted.
    pub(super) fn is_alias(&self, number: u32) -> bool {
        number < self.first
    }

    /// Notes a context word, and the sentence in which it stands.
    pub(super) fn note(&self, number: u32, sentence: impl Fn() -> u32, heard: &mut Heard) {
        let Some(context) = self.context.get((number - self.first) as usize) else { return };
        heard.bits |= bit(context.guard);
        if context.in_article {
            heard.in_article.push(context.guard);
        } else {
            heard.in_sentence.push((sentence(), context.guard));
        }
    }

    /// Whether a guard has a phrase that stands beside names everywhere.
    pub(super) fn is_loose(guard: &Guard) -> bool {
        guard.before.iter().chain(&guard.after).any(|phrase| is_everywhere(phrase))
    }

    /// What beside a name guards may ask for.
    pub(super) const BESIDE: Signal = GUARD_BEFORE.and(GUARD_AFTER);

    /// Whether the words before a name make another thing of it.
    pub(super) fn look_alike_before(&self, text: &str, name: Span) -> bool {
        let mut found = false;
        self.lookalikes.before(text, name, |_| found = true);
        found
    }

    /// Whether the words behind a name make another thing of it.
    pub(super) fn look_alike_after(&self, text: &str, name: Span, is_demonym: bool) -> bool {
        let mut found = false;
        self.lookalikes.after(text, name, |number| found |= !(is_demonym && number == NAMES_ONLY));
        found
    }

    /// The guards whose phrases stand directly beside a name.
    pub(super) fn beside(&self, text: &str, hit: Hit) -> SmallVec<[u16; 8]> {
        let Hit { span, beside, .. } = hit;
        let mut guards = SmallVec::new();
        if beside.meets(GUARD_BEFORE) {
            self.guarding.before(text, span, |guard| guards.push(guard as u16));
        }
        if beside.meets(GUARD_AFTER) {
            self.guarding.after(text, span, |guard| guards.push(guard as u16));
        }
        guards
    }

    /// Of the guards that a name carries the one that speaks against it, if one does: for which a word around it speaks,
    /// or a phrase beside it. Words further off say nothing of "the republic of Georgia".
    pub(super) fn against(
        &self,
        text: &str,
        candidate: &Open,
        carried: &[u16],
        beside: &[u16],
        heard: &Heard,
    ) -> Option<u16> {
        let by_word = |guard: &&u16| heard.in_article.contains(guard) || heard.says(candidate.sentence, **guard);
        if heard.may_speak(bits(carried))
            && let Some(&guard) = carried.iter().find(by_word).filter(|_| !is_affirmed(text, candidate.hit.span))
        {
            return Some(guard);
        }
        beside.iter().rev().find(|guard| carried.contains(guard)).copied()
    }
}

/// Whether each word has a capital, but for small ones between them: "Tour de France", but not "Swiss cheese".
fn is_proper(phrase: &str) -> bool {
    phrase.split(' ').all(|word| word.len() <= 3 || !word.starts_with(char::is_lowercase))
}

/// Whether a guard's phrase is a word that stands beside names everywhere, so that it may not set all names' guards going.
pub(super) fn is_everywhere(phrase: &str) -> bool {
    #[rustfmt::skip]
    static WORDS: WordList<64> = WordList::new(&[
        "a", "an", "and", "as", "at", "by", "for", "from", "his", "in", "its", "of", "on", "or", "that", "the", "their",
        "this", "to", "with",
    ]);
    WORDS.holds_in_any_case(phrase)
}

/// Whether the words before the name say that a state is meant: "the embassy of Jamaica".
fn is_affirmed(text: &str, name: Span) -> bool {
    static NOUNS: WordList<64> = WordList::new(&[
        "ambassador",
        "army",
        "consulate",
        "embassy",
        "emirate",
        "government",
        "governments",
        "kingdom",
        "king",
        "ministry",
        "monarchy",
        "nation",
        "parliament",
        "premier",
        "presidency",
        "president",
        "republic",
        "state",
    ]);
    let before = |at: usize| word_before(text, at);
    let Some(of) = before(name.start).filter(|word| word.of(text) == "of") else { return false };
    before(of.start).is_some_and(|word| NOUNS.holds_in_any_case(word.of(text)))
}

impl Heard {
    /// Keeps those guards for which a word anywhere in the article speaks that pass.
    pub(super) fn retain_in_article(&mut self, mut passes: impl FnMut(u16) -> bool) {
        self.in_article.sort_unstable();
        self.in_article.dedup();
        self.in_article.retain(|&guard| passes(guard));
    }

    /// Whether a word may speak for one of the guards, given as their bits.
    pub(super) fn may_speak(&self, guards: u32) -> bool {
        self.bits & guards != 0
    }

    fn says(&self, sentence: u32, guard: u16) -> bool {
        let from = self.in_sentence.partition_point(|&(number, _)| number < sentence);
        self.in_sentence[from..].iter().take_while(|&&(number, _)| number == sentence).any(|&(_, other)| other == guard)
    }
}
