//! Bodies that act for a bloc or a state: whose one is, where others have one of the name.

use memchr::memmem;

use super::context::{past_possessive, word_before};
use super::discover::OFFICES;
use super::resolve::Resolver;
use super::rule::{PassedOver, Reason};
use super::{Mention, Mentions};
use crate::span::Span;
use crate::vocabulary::{Form, Kind};

impl Resolver<'_> {
    /// Takes away the organs of states that stand directly behind a state's name, which they only make longer ("the US
    /// State Department"), or are another's ("the German Foreign Office").
    pub(super) fn settle_organs(&self, mentions: &mut Mentions) {
        if mentions.all.iter().all(|mention| mention.form != Form::Organ) {
            return;
        }
        let is_state = |mention: &Mention| self.kind(mention) == Some(&Kind::State);
        let mut last: Option<Mention> = None;
        let passed_over = &mut mentions.passed_over;
        mentions.all.retain(|mention| {
            let of_state = mention.form == Form::Organ && is_state(mention);
            let owned = of_state
                && last.is_some_and(|last| {
                    let end = past_possessive(self.text, last.span.end);
                    is_state(&last) && self.text[end..mention.span.start].trim().is_empty()
                });
            if let (true, Some(alias)) = (owned, mention.alias) {
                passed_over.push(PassedOver { span: mention.span, alias, reason: Reason::LongerName });
            }
            last = Some(*mention);
            !owned
        });
    }

    fn kind(&self, mention: &Mention) -> Option<&Kind> {
        mention.entity.index().map(|index| &self.data.record(index).kind)
    }

    /// Whether the article speaks of what the organ of a world body does, and calls it by this name alone, never as
    /// somebody's: not "Russia's Security Council", nor "the secretary of the Security Council".
    pub(super) fn stands_alone(&self, organ: Span) -> bool {
        const DEEDS: [&str; 6] = ["resolution", "veto", "peacekeep", "permanent member", "blue helmets", "envoys"];
        let text = self.text.as_bytes();
        let acts = || DEEDS.iter().any(|deed| memmem::find(text, deed.as_bytes()).is_some());
        let alone = || {
            memmem::find_iter(text, organ.of(self.text)).all(|at| {
                word_before(self.text, at).is_some_and(|word| match word.of(self.text) {
                    "The" | "UN" | "U.N." | "Nations" => true,
                    "the" => word_before(self.text, word.start).is_none_or(|before| match before.of(self.text) {
                        "of" => false,
                        // "his deputy on the Security Council"
                        "on" | "to" | "at" => word_before(self.text, before.start)
                            .is_none_or(|head| !OFFICES.holds_in_any_case(head.of(self.text))),
                        _ => true,
                    }),
                    _ => false,
                })
            })
        };
        acts() && alone()
    }
}
