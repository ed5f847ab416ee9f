//! How much is for one of those whom a noun may describe: how lately it was named and in what standing, how often, whether
//! the article opens with it, whether it was so called before.

use super::context::{word_after, word_before};
use super::described::{Candidate, GROUPS, Noun};
use super::description::Descriptions;
use super::{EntityRef, Mention};
use crate::span::Span;
use crate::vocabulary::Form;
use crate::word::WordList;

impl Descriptions<'_> {
    /// How much is for one.
    pub(super) fn weight(&self, noun: Noun<'_>, candidate: &Candidate, sentence: u32) -> i32 {
        let last = &candidate.last;
        let lately = match sentence - last.sentence {
            0 => 90,
            1 => 56,
            2 => 32,
            3 => 24,
            4 => 20,
            5..=8 => 14,
            9..=15 => 8,
            _ => 4,
        };
        let lately = match self.standing(last) {
            Standing::Told => lately,
            Standing::Owner => lately * 4 / 5,
            Standing::InPassing => lately * 11 / 20,
        };
        let often = 7 * (candidate.times - 1).min(3) as i32;
        let opens = if self.opens_with(last.entity) { 10 } else { 0 };
        let so = if candidate.called_so > 0 { 18 } else { 0 };
        let led = if self.is_led_beside(noun.span, last.entity) { 20 } else { 0 };
        // NATO is the alliance, and seldom the bloc.
        let plain = match GROUPS[0] == noun.span.of(self.text) && self.is_alliance(last.entity) {
            true => -26,
            false => 0,
        };
        lately + often + opens + so + led + plain
    }

    fn is_alliance(&self, entity: EntityRef) -> bool {
        let lists =
            |index: u32, noun: &str| self.data.record(index).described_as.iter().any(|listed| &**listed == noun);
        entity.index().is_some_and(|index| lists(index, "military alliance") && !lists(index, "security bloc"))
    }

    /// Whether the title or the first sentence names it.
    pub(super) fn opens_with(&self, entity: EntityRef) -> bool {
        self.mentions.iter().take_while(|mention| mention.sentence == 0).any(|mention| mention.entity == entity)
    }

    /// Whether the noun's sentence names somebody who leads it.
    fn is_led_beside(&self, noun: Span, entity: EntityRef) -> bool {
        let (Some(bloc), Some(date)) = (entity.index(), self.date) else { return false };
        let sentence = self.sentences.at(noun.start);
        let leads = |person: u32| {
            let terms = &self.data.record(person).offices;
            terms.iter().any(|term| term.of == bloc && term.period.holds_on(date))
        };
        self.of_sentence(sentence).filter_map(|mention| mention.entity.index()).any(leads)
    }

    /// Whether the sentence is about the one named: it begins with it, or with another whom the gazetteer knows.
    pub(super) fn opens(&self, mention: &Mention) -> bool {
        let sentence = self.sentences.spans[mention.sentence as usize];
        let first = self.of_sentence(mention.sentence as usize).next();
        mention.form == Form::Description
            || first.is_some_and(|first| first.span.start < sentence.start + OPENING)
                && self.standing(mention) != Standing::InPassing
    }

    fn standing(&self, mention: &Mention) -> Standing {
        let sentence = self.sentences.spans[mention.sentence as usize];
        if mention.span.start < sentence.start + OPENING {
            let owns = self.text[mention.span.end..].starts_with(['\'', '\u{2019}']);
            return if owns { Standing::Owner } else { Standing::Told };
        }
        let is_link = self.link_before(mention).is_some_and(|word| PASSING.holds(word));
        let noun_follows = mention.form == Form::Abbreviation
            && word_after(self.text, mention.span.end)
                .is_some_and(|word| matches!(word.of(self.text), "summit" | "meeting" | "member" | "members"));
        match is_link || noun_follows {
            true => Standing::InPassing,
            false => Standing::Told,
        }
    }

    /// The word before the mention, past an article.
    pub(super) fn link_before(&self, mention: &Mention) -> Option<&str> {
        let word = word_before(self.text, mention.span.start)?;
        let word = match word.of(self.text) {
            "the" | "The" => word_before(self.text, word.start)?,
            _ => word,
        };
        Some(word.of(self.text))
    }
}

/// How one is named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Told,
    /// Something of it is told of: "NATO's secretary-general".
    Owner,
    InPassing,
}

/// So near the beginning of its sentence that something is told of it, in bytes.
const OPENING: usize = 12;

/// Words before one who is named in passing.
#[rustfmt::skip]
static PASSING: WordList<64> = WordList::new(&[
    "against", "among", "at", "by", "for", "from", "in", "inside", "like", "of", "on", "outside", "over", "than", "through",
    "under", "unlike", "with", "within",
]);
