//! People whom an office before their name or behind it introduces where the land stands within the office, or nowhere:
//! "the commander of Russia's ground forces, Ivan Petrov,", "Ivan Petrov, the deputy defence minister,".

use super::name::name_at_end;
use super::words::{BREAKS, OFFICES};
use super::{Discovery, Introduction};
use crate::mention::Mention;
use crate::mention::context::{past_possessive, word_after, word_before};
use crate::span::Span;
use crate::word::{WordList, folded};

/// Offices of states and bodies of states alone.
#[rustfmt::skip]
static HIGH: WordList<32> = WordList::new(&[
    "admiral", "ambassador", "chancellor", "envoy", "general", "lawmaker", "legislator", "minister", "negotiator", "premier",
    "senator",
]);

/// Bodies that serve a state or stand for election in it: of a ferry line nobody is a leader.
#[rustfmt::skip]
static BODIES: WordList<128> = WordList::new(&[
    "administration", "agency", "army", "assembly", "cabinet", "coalition", "command", "commission", "committee", "corps", "council",
    "court", "delegation", "directorate", "embassy", "fleet", "force", "forces", "government", "guard", "guards", "junta",
    "legislature", "military", "militia", "ministry", "mission", "navy", "office", "opposition", "parliament", "party", "police",
    "presidency", "senate", "service", "services", "staff", "treasury",
]);

/// How many words of an office stand behind the name of its land, and before the last one of an office, at the most.
const WORDS: usize = 5;

impl Discovery<'_> {
    /// "The education minister of Guyana, Ramdeo Persottam,", "the commander of Russia's ground forces, Ivan Petrov,", and
    /// without a comma where the name has a given name: "the envoy of the EU Anna Berg".
    pub(super) fn headed(&self, mention: &Mention, of: u32, known: &[Mention]) -> Option<Introduction> {
        let sentence = self.sentences.spans[mention.sentence as usize];
        let within = |word: &Span| word.start >= sentence.start;
        let mut link = word_before(self.text, mention.span.start).filter(within)?;
        if link.of(self.text) == "the" {
            link = word_before(self.text, link.start).filter(within)?;
        }
        if !matches!(link.of(self.text), "of" | "for") {
            return None;
        }
        let head = word_before(self.text, link.start).filter(within)?;
        if !OFFICES.holds_in_any_case(head.of(self.text)) {
            return None;
        }
        let introduction = |name| Introduction { name, office: Some(head), of: Some(of) };
        let mut at = past_possessive(self.text, mention.span.end);
        let mut in_capitals = true;
        let mut body = true;
        for _ in 0..WORDS {
            if self.text[at..].starts_with(", ") {
                if !body {
                    return None;
                }
                let name = self.name_at(at + 2).filter(|name| name.end <= sentence.end)?;
                let closed = self.text[name.end..].starts_with([',', '.']);
                return closed.then(|| introduction(name));
            }
            let word = word_after(self.text, at).filter(|word| word.end <= sentence.end)?;
            if in_capitals
                && let Some(name) = self.unknown_at(word.start, known).filter(|name| self.has_given_name(*name))
            {
                return Some(introduction(name));
            }
            let written = word.of(self.text);
            if BREAKS.holds(written) {
                return None;
            }
            in_capitals &= written.starts_with(char::is_uppercase);
            body = BODIES.holds_in_any_case(written);
            at = word.end;
        }
        None
    }

    /// "Ivan Petrov, the deputy defence minister,", of whatever land.
    pub(super) fn called(&self, office: usize) -> Option<Introduction> {
        let noun = Span::new(office, crate::word::letters_end(self.text.as_bytes(), office));
        if !matches!(self.text.as_bytes().get(noun.end), Some(b',' | b'.')) || !HIGH.holds(noun.of(self.text)) {
            return None;
        }
        let sentence = self.sentences.spans[self.sentences.at(office)];
        let mut at = office;
        for _ in 0..WORDS {
            let word = word_before(self.text, at).filter(|word| word.start > sentence.start)?;
            let written = word.of(self.text);
            at = word.start;
            if written == "the" {
                let ahead = self.text[..at].strip_suffix(", ")?;
                let name = name_at_end(self.text, Span::new(sentence.start, ahead.len()), &self.lexicon.people)?;
                let office = Span::new(word.end + 1, noun.end);
                return self.has_given_name(name).then_some(Introduction { name, office: Some(office), of: None });
            }
            if !written.starts_with(char::is_lowercase) || matches!(written, "former" | "then" | "late") {
                return None;
            }
        }
        None
    }

    /// Whether the name begins with a given name.
    fn has_given_name(&self, name: Span) -> bool {
        let first = name.of(self.text).split(' ').next().unwrap_or_default();
        self.lexicon.people.is_given_name(&folded(first))
    }
}
