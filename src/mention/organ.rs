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

    /// Whether the article means the organ of the world body that it calls by this name alone: it never calls it somebody's
    /// ("Russia's Security Council", "the secretary of the Security Council"), names none whose own is so called or tells of
    /// what only the world body's does.
    pub(super) fn stands_alone(&self, organ: Span, sure: &[Mention]) -> bool {
        let text = self.text.as_bytes();
        let tells = |words: &[&str]| words.iter().any(|word| memmem::find(text, word.as_bytes()).is_some());
        let lands = || sure.iter().flat_map(|mention| self.lands(mention));
        let is_world = match organ.of(self.text) {
            "Security Council" => {
                tells(&COUNCIL_DEEDS) || lands().next().is_some() && !lands().any(|land| OWN_COUNCIL.contains(&land))
            }
            // Parishes and provinces have assemblies as well.
            _ => lands().any(|land| land != "state:USA") && tells(&ASSEMBLY_DEEDS) && !tells(&PROVINCIAL),
        };
        is_world && memmem::find_iter(text, organ.of(self.text)).all(|at| self.is_nobodys(at))
    }

    /// The state, or those that the person has led.
    fn lands(&self, mention: &Mention) -> impl Iterator<Item = &str> {
        let record = mention.entity.index().map(|index| self.data.record(index));
        let own = record.filter(|record| record.kind == Kind::State).map(|record| &*record.id);
        let led = record.into_iter().flat_map(|record| &record.offices).map(|term| &*self.data.record(term.of).id);
        own.into_iter().chain(led)
    }

    /// Whether nothing before the organ's name there makes it somebody's.
    fn is_nobodys(&self, at: usize) -> bool {
        let Some(word) = word_before(self.text, at) else { return false };
        match word.of(self.text) {
            "The" | "UN" | "U.N." | "Nations" => true,
            "the" => word_before(self.text, word.start).is_none_or(|before| match before.of(self.text) {
                // "his deputy on the Security Council"
                "of" | "on" | "to" | "at" => word_before(self.text, before.start)
                    .is_none_or(|head| !OFFICES.holds_in_any_case(head.of(self.text))),
                _ => true,
            }),
            _ => false,
        }
    }
}

/// States whose own council is called so as well, with no more words.
#[rustfmt::skip]
const OWN_COUNCIL: [&str; 9] = [
    "state:ARM", "state:AZE", "state:BLR", "state:GEO", "state:KAZ", "state:KGZ", "state:RUS", "state:TJK", "state:UKR",
];

/// What only the Security Council of the world does.
#[rustfmt::skip]
const COUNCIL_DEEDS: [&str; 15] = [
    "abstain", "abstention", "blocked", "blue helmets", "envoys", "General Assembly", "in New York", "inspectors",
    "non-permanent", "peacekeep", "permanent member", "referred ", "resolution", "unanimous", "veto",
];

/// What is done in the assembly of all states.
#[rustfmt::skip]
const ASSEMBLY_DEEDS: [&str; 24] = [
    "address", "ambassador", "climate", "countries", "delegat", "diplomat", "envoy", "investigat", "leaders", "motion", "nations",
    "observer", "podium", "presidents", "recogni", "resolution", "rostrum", "Security Council", "sidelines", "speech",
    "told the General Assembly", "vote ", "voted", "world",
];

/// Words of assemblies within a state, of parishes, of shareholders.
#[rustfmt::skip]
const PROVINCIAL: [&str; 9] = [
    "bishop", "church", "Church", "governor", "lawmaker", "legislat", "Legislature", "Senate", "shareholder",
];
