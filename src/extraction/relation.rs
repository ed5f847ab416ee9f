//! A relation, as a view.

use std::fmt;

use super::{Evidence, Extraction};
use crate::date::Period;
use crate::gazetteer::Entity;
use crate::relation::{self, RelationKind};
use crate::vocabulary::{Office, Status};

/// A pair of entities, the kind of their relation, and its evidence.
#[derive(Clone, Copy)]
pub struct Relation<'e> {
    pub(super) extraction: &'e Extraction<'e>,
    pub(crate) relation: &'e relation::Relation,
}

impl<'e> Relation<'e> {
    /// Returns the source; of a co-occurrence the entity with the smaller id.
    pub fn source(&self) -> Entity {
        self.extraction.numbered(self.relation.source)
    }

    /// Returns the target.
    pub fn target(&self) -> Entity {
        self.extraction.numbered(self.relation.target)
    }

    /// Returns what kind of relation it is.
    pub fn kind(&self) -> RelationKind {
        self.relation.kind
    }

    /// Returns how many windows hold both, or how many times an event is told; 0 for a fact.
    pub fn count(&self) -> u32 {
        self.relation.count
    }

    /// Returns the sum over windows of 1/(1+d), d the number of words between the nearest two mentions, each to a
    /// millionth; 0 for others.
    pub fn weight(&self) -> f64 {
        self.micro_weight() as f64 / 1e6
    }

    /// Returns where it stands, in the order of the text; a fact stands nowhere.
    pub fn evidence(&self) -> impl ExactSizeIterator<Item = Evidence<'e>> + use<'e> {
        let extraction = self.extraction;
        extraction.relations.evidence(self.relation).iter().map(move |evidence| Evidence { extraction, evidence })
    }

    /// Returns the status of a membership.
    pub fn status(&self) -> Option<Status> {
        self.fact()?.status()
    }

    /// Returns the office by which the source leads.
    pub fn office(&self) -> Option<Office> {
        self.fact()?.office()
    }

    /// Returns from when until when a fact holds.
    pub fn period(&self) -> Option<Period> {
        self.fact().map(|fact| fact.period)
    }

    pub(crate) fn micro_weight(&self) -> u64 {
        self.evidence().map(|evidence| u64::from(evidence.evidence.micro_weight)).sum()
    }

    pub(crate) fn fact(&self) -> Option<&'e relation::Fact> {
        self.extraction.relations.fact(self.relation)
    }
}

impl fmt::Debug for Relation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// `Armenia ─leads→ …  "the evidence"`; a co-occurrence has no arrow. Who belongs to a bloc, but not as a member, has the
/// status behind it: `Serbia ─member_of→ CSTO (observer)`.
impl fmt::Display for Relation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            RelationKind::CoOccurrence => write!(f, "{} ─{}─ {}", self.source(), self.count(), self.target())?,
            kind => write!(f, "{} ─{kind}→ {}", self.source(), self.target())?,
        }
        if let Some(status) = self.status().and_then(Status::if_no_member) {
            write!(f, " ({status})")?;
        }
        match self.evidence().next() {
            Some(evidence) => write!(f, "  “{}”", evidence.quote()),
            None => Ok(()),
        }
    }
}
