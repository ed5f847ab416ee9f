//! From mentions to relations: who is named beside whom, and what the gazetteer says of them on the article's date.

mod co_occurrence;
mod fact;
mod relations;
mod window;

pub(crate) use co_occurrence::co_occurrences;
pub use fact::FactType;
pub(crate) use fact::facts;
pub(crate) use relations::{Detail, Evidence, Fact, Relation, Relations};
pub use window::Window;

use std::fmt;

use crate::vocabulary::{Class, EventType, words};

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

    /// Returns the class of an event; of other relations none.
    ///
    /// ```
    /// use detente::{Class, EventType, RelationKind};
    ///
    /// assert_eq!(RelationKind::Event(EventType::Accuse).class(), Some(Class::VerbalConflict));
    /// assert_eq!(RelationKind::CoOccurrence.class(), None);
    /// ```
    pub const fn class(self) -> Option<Class> {
        match self {
            Self::Event(event) => Some(event.class()),
            Self::CoOccurrence | Self::Fact(_) => None,
        }
    }

    /// The type of an event or a fact; a co-occurrence has none.
    pub(crate) fn r#type(self) -> Option<&'static str> {
        (self != Self::CoOccurrence).then(|| self.as_str())
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
