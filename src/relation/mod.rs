//! From mentions to relations: who is named beside whom, and what the gazetteer says of them on the article's date.

mod co_occurrence;
mod event;
mod fact;
mod window;

pub(crate) use co_occurrence::co_occurrences;
pub(crate) use event::{Detail, Events, Words};
pub use fact::FactType;
pub(crate) use fact::facts;
pub use window::Window;

use std::fmt;

use smallvec::SmallVec;

use crate::date::Period;
use crate::mention::EntityRef;
use crate::span::Span;
use crate::vocabulary::{EventType, Office, Status, words};

/// What kind of relation it is; an edge's key in every format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RelationKind {
    /// The two stand in one window. Symmetric; the source has the smaller id.
    CoOccurrence,
    /// The source did it to the target.
    Event(EventType),
    /// The gazetteer says so, on the article's date.
    Fact(FactType),
}

words! {
    /// What a relation rests on; in the output it is an edge's `kind`.
    Basis, "kind of relation" {
        /// Both are named in one window.
        CoOccurrence = "co_occurrence",
        /// The text tells what the one does to the other.
        Event = "event",
        /// The gazetteer says so.
        Fact = "fact",
    }
}

impl RelationKind {
    /// Returns what the relation rests on.
    pub const fn basis(self) -> Basis {
        match self {
            Self::CoOccurrence => Basis::CoOccurrence,
            Self::Event(_) => Basis::Event,
            Self::Fact(_) => Basis::Fact,
        }
    }

    /// Returns the key: `co_occurrence`, the event's type, the fact's type.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CoOccurrence => "co_occurrence",
            Self::Event(event) => event.as_str(),
            Self::Fact(fact) => fact.as_str(),
        }
    }
}

impl fmt::Display for RelationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A pair of entities with a kind and its evidence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Relation {
    pub(crate) source: EntityRef,
    pub(crate) target: EntityRef,
    pub(crate) kind: RelationKind,
    /// How many windows hold both, or how many times the event is told; 0 of a fact.
    pub(crate) count: u32,
    /// Most have one: it lies in the relation, which saves an allocation for each.
    pub(crate) evidence: SmallVec<[Evidence; 1]>,
    pub(crate) fact: Option<Fact>,
}

/// Where a relation stands in the text, in offsets of the reading.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Evidence {
    /// The stretch within which the two count as together.
    pub(crate) window: Span,
    /// The sentence of the earlier of the two mentions.
    pub(crate) sentence: u32,
    /// The mentions, by their numbers.
    pub(crate) source: u32,
    pub(crate) target: u32,
    /// Of a co-occurrence 1/(1+d), d the words between the two, in millionths; 0 of others.
    pub(crate) micro_weight: u32,
    /// What more is known of an event.
    pub(crate) event: Option<Box<Detail>>,
}

/// What a fact says beside its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) status: Option<Status>,
    pub(crate) office: Option<Office>,
    pub(crate) period: Period,
}
