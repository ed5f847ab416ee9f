//! What relates the entities of an article, with its evidence.

use super::{FactType, RelationKind};
use crate::article::Sentences;
use crate::date::Period;
use crate::gazetteer::Role;
use crate::mention::Mention;
use crate::span::Span;
use crate::vocabulary::{CameoCode, Modality, Office, Sector, Status};

/// What relates the entities of an article: co-occurrences, then events, then facts.
///
/// Evidence and facts lie in lists of their own, so that a relation is small, and most articles need no more than three
/// allocations.
#[derive(Clone, Debug, Default)]
pub(crate) struct Relations {
    pub(crate) list: Vec<Relation>,
    evidence: Vec<Evidence>,
    facts: Vec<Fact>,
}

/// A pair of entities and what kind of relation they have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Relation {
    /// The entities, by their numbers in the article.
    pub(crate) source: u32,
    pub(crate) target: u32,
    pub(crate) kind: RelationKind,
    /// How many windows hold both, or how many times the event is told; 0 of a fact.
    pub(crate) count: u32,
    /// Where its evidence begins; of a fact which one of the facts it is.
    first: u32,
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

/// What the evidence of an event says beside where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Detail {
    /// The words that signal it.
    pub(crate) trigger: Span,
    /// The cue of the lexicon that they are, by its number; none of what only the words around tell.
    pub(crate) cue: Option<u32>,
    pub(crate) cameo: CameoCode,
    pub(crate) goldstein: f32,
    pub(crate) modality: Modality,
    /// The mention of who says so.
    pub(crate) attributed_to: Option<u32>,
    pub(crate) source_sector: Option<Sector>,
    pub(crate) target_sector: Option<Sector>,
    /// The year of what is only recalled.
    pub(crate) when: Option<i16>,
}

/// What the gazetteer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) role: Role,
    pub(crate) period: Period,
}

impl Fact {
    pub(crate) fn fact_type(&self) -> FactType {
        match self.role {
            Role::Member(_) => FactType::MemberOf,
            Role::Leader(_) => FactType::Leads,
        }
    }

    /// The status of a membership.
    pub(crate) fn status(&self) -> Option<Status> {
        match self.role {
            Role::Member(status) => Some(status),
            Role::Leader(_) => None,
        }
    }

    /// The office by which the source leads.
    pub(crate) fn office(&self) -> Option<Office> {
        match self.role {
            Role::Member(_) => None,
            Role::Leader(office) => Some(office),
        }
    }
}

impl Evidence {
    /// The sentences of both mentions and of the words that signal an event.
    pub(crate) fn quoted(&self, mentions: &[Mention], sentences: &Sentences) -> Span {
        let [a, b] = [self.source, self.target].map(|number| mentions[number as usize].sentence as usize);
        let trigger = self.event.as_deref().map_or(a, |detail| sentences.at(detail.trigger.start));
        Span::new(sentences.spans[a.min(b).min(trigger)].start, sentences.spans[a.max(b).max(trigger)].end)
    }
}

impl Relation {
    /// The numbers of source and target as one number, by which relations sort.
    pub(crate) fn ends(&self) -> u64 {
        u64::from(self.source) << 32 | u64::from(self.target)
    }
}

impl Relations {
    /// Room for the relations between so many entities, as many as news have.
    pub(crate) fn with_room_for(entities: usize) -> Self {
        let (told, facts) = (3 * entities, 2 * entities);
        Self {
            list: Vec::with_capacity(told + facts),
            evidence: Vec::with_capacity(told),
            facts: Vec::with_capacity(facts),
        }
    }

    /// Adds a relation; its evidence comes [next](Self::add_evidence).
    pub(crate) fn begin(&mut self, (source, target): (u32, u32), kind: RelationKind) {
        self.list.push(Relation { source, target, kind, count: 0, first: self.evidence.len() as u32 });
    }

    /// Adds evidence to the last relation.
    pub(crate) fn add_evidence(&mut self, evidence: Evidence) {
        if let Some(relation) = self.list.last_mut() {
            relation.count += 1;
            self.evidence.push(evidence);
        }
    }

    pub(crate) fn add_fact(&mut self, (source, target): (u32, u32), fact: Fact) {
        let first = self.facts.len() as u32;
        self.list.push(Relation { source, target, kind: RelationKind::Fact(fact.fact_type()), count: 0, first });
        self.facts.push(fact);
    }

    /// Puts a fact of the same type in the place of the last one.
    pub(crate) fn replace_fact(&mut self, fact: Fact) {
        if let Some(last) = self.facts.last_mut() {
            *last = fact;
        }
    }

    /// Where a relation stands; a fact stands nowhere.
    pub(crate) fn evidence(&self, relation: &Relation) -> &[Evidence] {
        match relation.kind {
            RelationKind::Fact(_) => &[],
            _ => &self.evidence[relation.first as usize..][..relation.count as usize],
        }
    }

    /// What the gazetteer says, where the relation rests on that.
    pub(crate) fn fact(&self, relation: &Relation) -> Option<&Fact> {
        match relation.kind {
            RelationKind::Fact(_) => self.facts.get(relation.first as usize),
            _ => None,
        }
    }
}
