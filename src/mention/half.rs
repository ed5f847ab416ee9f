//! Lands of which there are two, called by their half where the article names both: "the North", "North and South Korea".

use memchr::memmem;

use super::context::{standing_alone, word_after, word_before};
use super::rule::Rule;
use super::sorted::around;
use super::{EntityRef, Mention};
use crate::article::Sentences;
use crate::date::PartialDate;
use crate::gazetteer::{Data, EntitySet};
use crate::span::Span;
use crate::vocabulary::Form;

/// The entities that have a half, by index: few of many.
#[derive(Clone, Debug)]
pub(crate) struct Halves {
    all: Vec<u32>,
    set: EntitySet,
}

impl Halves {
    pub(crate) fn new(data: &Data) -> Self {
        let set = EntitySet::of(&data.records, |record| record.half.is_some());
        Self { all: (0..data.records.len() as u32).filter(|&index| set.contains(index)).collect(), set }
    }
}

/// The halves named in one article.
pub(super) struct HalvesNamed<'r> {
    pub(super) data: &'r Data,
    pub(super) halves: &'r Halves,
    pub(super) text: &'r str,
    pub(super) sentences: &'r Sentences,
    pub(super) date: Option<PartialDate>,
}

impl HalvesNamed<'_> {
    /// The mentions by their half of lands that the sorted mentions name.
    pub(super) fn find(&self, mentions: &[Mention]) -> Vec<Mention> {
        let mut found = Vec::new();
        let listed = mentions.iter().filter_map(|mention| mention.entity.index());
        let mut named: Vec<u32> = listed.filter(|&index| self.halves.set.contains(index)).collect();
        // "North and South Korea" names both.
        for &index in &self.halves.all {
            let Some(half) = &self.data.record(index).half else { continue };
            let paired = |span| self.is_paired(span, half.beside, mentions);
            if named.contains(&half.beside) && standing_alone(self.text, &half.name).any(paired) {
                named.push(index);
            }
        }
        for &index in &self.halves.all {
            let record = self.data.record(index);
            let Some(half) = &record.half else { continue };
            let (own, other) = (named.contains(&index), named.contains(&half.beside));
            let together = || half.or.iter().any(|word| memmem::find(self.text.as_bytes(), word.as_bytes()).is_some());
            let exists = self.date.is_none_or(|date| record.period.holds_on(date));
            if !exists || !(own && other || (own || other) && together()) {
                continue;
            }
            for span in standing_alone(self.text, &half.name) {
                if self.is_named(span, half.beside, mentions) {
                    let (land, sentence) = (EntityRef::listed(index), self.sentences.at(span.start));
                    found.push(Mention::unlisted(span, land, Form::Name, Rule::Half, sentence));
                }
            }
        }
        found.sort_by_key(|mention| mention.span);
        found
    }

    /// Whether the other land's name follows: "North and South Korea".
    fn is_paired(&self, span: Span, other: u32, mentions: &[Mention]) -> bool {
        let link = [" and ", " or "].into_iter().find(|link| self.text[span.end..].starts_with(link));
        link.is_some_and(|link| {
            let at = span.end + link.len();
            around(mentions, Span::new(at, at + 1))
                .is_some_and(|mention| mention.span.start == at && mention.entity == EntityRef::listed(other))
        })
    }

    /// Whether the word stands for its land there: "the North", but not "the North Atlantic"; "North and South Korea".
    fn is_named(&self, span: Span, other: u32, mentions: &[Mention]) -> bool {
        let text = self.text;
        if around(mentions, span).is_some() {
            return false;
        }
        let the = word_before(text, span.start).is_some_and(|word| matches!(word.of(text), "the" | "The"));
        let alone = word_after(text, span.end).is_none_or(|word| {
            let written = word.of(text);
            written.starts_with(char::is_lowercase) && !matches!(written, "of" | "coast" | "pole" | "side")
        });
        self.is_paired(span, other, mentions) || the && alone && !text[span.end..].starts_with('-')
    }
}
