//! Bodies that are no groups of states, of which a describing noun may be said as well: "The Taliban did not: the group".

use memchr::memchr_iter;

use super::Mention;
use super::context::{lower_case, word_after, word_before};
use super::described::Noun;
use super::description::{Descriptions, is_article, leads, modifies};
use super::sorted::around;
use crate::span::Span;
use crate::word::{WordList, starts_word};

/// Movements, armed groups, charities and firms, each by a word of its name that nothing else bears.
#[rustfmt::skip]
static OTHERS: WordList<256> = WordList::new(&[
    "Amnesty", "Anonymous", "Brotherhood", "Caritas", "Contras", "ELN", "ETA", "FARC", "FIFA", "FIS", "FLN", "FNLA", "FRELIMO",
    "Fatah", "Frelimo", "Gazprom", "GIA", "Greenpeace", "HRW", "Hamas", "Haqqani", "Hezbollah", "Hizbollah", "Hizbullah", "Houthi",
    "Houthis", "IRA", "INLA", "ISIL", "ISIS", "Janjaweed", "Jemaah", "Jihad", "KLA", "LRA", "LTTE", "M19", "M23",
    "MDC", "MILF", "MNLF", "MPLA", "MSF", "Maoists", "Moderna", "Mujahedin", "Mujahideen", "NLF", "Naxalites",
    "Oxfam", "PFLP", "PJAK", "PKK", "PLO", "Peshmerga", "Pfizer", "Polisario", "RENAMO", "RSF", "RUF", "Renamo", "SPLA", "SPLM",
    "SWAPO", "Sandinistas", "Shabaab", "Shabab", "Solidarity", "Swapo", "TPLF", "Taliban", "Tigers", "UCK", "UNITA", "Unita", "WADA",
    "Wagner", "YPG", "ZANU", "ZAPU", "Zapatistas", "al-Qaeda", "al-Qaida", "al-Shabaab", "al-Shabab",
]);

impl Descriptions<'_> {
    /// Whether a body that may be so called as well stands between the group and the noun, in the noun's sentence or the one
    /// before: one of those, or one that the noun is said of there with other words before it ("the rail union struck; the
    /// union").
    pub(super) fn names_other_since(&self, noun: Noun<'_>, group: &Mention) -> bool {
        let sentence = self.sentences.at(noun.span.start).saturating_sub(1);
        let from = self.sentences.spans[sentence].start.max(group.span.end).min(noun.span.start);
        let stretch = &self.text[from..noun.span.start];
        memchr_iter(b' ', stretch.as_bytes()).any(|space| {
            let word = &stretch[space + 1..];
            // Most words are small ones.
            if !word.starts_with(|c: char| c.is_ascii_uppercase()) && !word.starts_with("al-") {
                return false;
            }
            let end = word.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(word.len());
            OTHERS.holds(&word[..end])
        })
    }

    /// Whether the noun was said of another body just before, with words before it that no group of states has: "the rail union
    /// struck. The union".
    pub(super) fn is_anothers(&self, noun: Noun<'_>, group: &Mention, found: &[Mention]) -> bool {
        let sentence = self.sentences.at(noun.span.start).saturating_sub(1);
        // Also a little before the group's name, in its own sentence.
        let own = self.sentences.spans[group.sentence as usize].start;
        let from = self.sentences.spans[sentence].start.max(own).min(noun.span.start);
        let words = noun.span.of(self.text);
        if !words.starts_with(|c: char| c.is_ascii_lowercase()) {
            return false;
        }
        let known = |span: Span| {
            found.iter().rev().take(RECENT).any(|mention| mention.span.overlaps(span))
                || around(self.mentions, span).is_some()
        };
        // "the Democratic Alliance … the alliance": with a small letter and with a capital.
        let (first, tail) = words.as_bytes().split_at(1);
        let stretch = &self.text.as_bytes()[from..noun.span.start];
        memchr_iter(b' ', stretch).any(|space| {
            let word = &stretch[space + 1..];
            if !word.first().is_some_and(|letter| letter.eq_ignore_ascii_case(&first[0]))
                || !word[1..].starts_with(tail)
            {
                return false;
            }
            let start = from + space + 1;
            let span = Span::new(start, start + words.len());
            !starts_word(self.text, span.end)
                && !known(span)
                && (self.is_modified(span) || word[0].is_ascii_uppercase() && self.is_party(span))
        })
    }

    /// Whether a word before the noun makes it another's: "the rail union", "opposition alliance"; not "a defensive alliance".
    fn is_modified(&self, noun: Span) -> bool {
        let Some(word) = word_before(self.text, noun.start) else { return false };
        let written = word.of(self.text);
        if is_article(written)
            || POINTERS.holds(written)
            || modifies(written)
            || modifies(&lower_case(written))
            || leads(written)
        {
            return false;
        }
        let mut at = word;
        for _ in 0..2 {
            let Some(before) = word_before(self.text, at.start) else { break };
            if matches!(before.of(self.text), "a" | "an" | "A" | "An") {
                return false;
            }
            at = before;
        }
        !word.of(self.text).ends_with(|c: char| !c.is_alphanumeric())
    }

    /// "the Alliance for the Future".
    fn is_party(&self, noun: Span) -> bool {
        word_after(self.text, noun.end).is_some_and(|word| matches!(word.of(self.text), "for" | "of"))
    }
}

/// How many descriptions are looked back over.
const RECENT: usize = 8;

/// Words before a noun that say nothing of whose it is.
#[rustfmt::skip]
static POINTERS: WordList<64> = WordList::new(&[
    "a", "an", "any", "as", "both", "each", "every", "from", "her", "his", "in", "into", "its", "no", "of", "on", "one", "our",
    "own", "to", "their", "two", "with", "your", "which", "what", "and", "or",
]);
