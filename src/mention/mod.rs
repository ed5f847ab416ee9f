//! From hits to mentions: which entity each surface names, by rules that are named and can be told.

mod against;
mod bearer;
mod belonging;
mod context;
mod coordinated;
mod described;
mod describing;
mod description;
mod discover;
mod firm;
mod guards;
mod half;
mod holder;
mod language;
mod named;
mod named_thing;
mod namesake;
mod organ;
mod others;
mod person;
mod place;
mod places;
mod resolve;
mod role;
mod rule;
mod signal;
mod sorted;
mod spelling;
mod sport;
mod standing;
mod surname;
mod work;

use std::sync::Arc;

pub(crate) use describing::describing_nouns;
pub(crate) use guards::Guards;
pub(crate) use half::Halves;
pub(crate) use named::Named;
pub(crate) use resolve::Resolver;
pub(crate) use rule::{PassedOver, Reason, Rival, Rule};
pub(crate) use signal::signals;
pub(crate) use spelling::Spellings;

use crate::gazetteer::{Data, Discovered, Entity, Gazetteer};
use crate::matcher::Signal;
use crate::span::Span;
use crate::vocabulary::Form;

/// An entity of an extraction: one of the gazetteer's, or one that the text introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntityRef(u32);

const DISCOVERED: u32 = 1 << 31;

impl EntityRef {
    pub(crate) const fn listed(index: u32) -> Self {
        Self(index)
    }

    pub(crate) const fn discovered(number: u32) -> Self {
        Self(DISCOVERED | number)
    }

    /// The index into the gazetteer, unless the text introduced it.
    pub(crate) fn index(self) -> Option<u32> {
        (self.0 & DISCOVERED == 0).then_some(self.0)
    }

    /// The number among those whom the text introduced, if it is one of them.
    pub(crate) fn introduced(self) -> Option<usize> {
        self.index().is_none().then(|| self.number())
    }

    fn number(self) -> usize {
        (self.0 & !DISCOVERED) as usize
    }
}

/// A surface that names an entity, in offsets of the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    pub(crate) entity: EntityRef,
    pub(crate) form: Form,
    pub(crate) sentence: u32,
    pub(crate) rule: Rule,
    /// The alias that matched, an index into the gazetteer.
    pub(crate) alias: Option<u32>,
    /// What may stand beside it.
    beside: Signal,
}

impl Mention {
    /// One that no listed name gives.
    fn unlisted(span: Span, entity: EntityRef, form: Form, rule: Rule, sentence: usize) -> Self {
        Self { span, entity, form, sentence: sentence as u32, rule, alias: None, beside: Signal::ALL }
    }
}

/// All mentions of an article, sorted and disjoint, and what was passed over.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mentions {
    pub(crate) all: Vec<Mention>,
    pub(crate) discovered: Vec<Arc<Discovered>>,
    pub(crate) passed_over: Vec<PassedOver>,
    /// Who else bears the names of mentions, sorted by place.
    pub(crate) rivals: Vec<Rival>,
    pub(crate) named: Named,
}

impl Mentions {
    /// The entity's id.
    pub(crate) fn id<'m>(&'m self, data: &'m Data, entity: EntityRef) -> &'m str {
        match entity.index() {
            Some(index) => &data.record(index).id,
            None => &self.discovered[entity.number()].id,
        }
    }

    /// The entity, as users get it.
    pub(crate) fn entity(&self, gazetteer: &Gazetteer, entity: EntityRef) -> Entity {
        match entity.index() {
            Some(index) => Entity::listed(gazetteer, index),
            None => Entity::discovered(Arc::clone(&self.discovered[entity.number()])),
        }
    }
}
