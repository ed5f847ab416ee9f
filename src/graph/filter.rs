//! What one wants to see of a graph.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::RelationGraph;
use super::article::ArticleRecord;
use super::passage::Passage;
use super::select::Selection;
use crate::date::Period;
use crate::extraction::Extraction;
use crate::gazetteer::Entity;
use crate::relation::{Basis, Evidence, FactType, RelationKind, Relations};
use crate::vocabulary::{Class, EventType, Kind, Modality, Sector, Sign};

/// What one wants to see of a graph: all, until criteria are added.
///
/// Of one criterion several values may be named, and one of them is enough; of different criteria all must hold. A
/// criterion of events (class, sign, modality, sector) leaves co-occurrences and facts out, of which it cannot hold.
/// Entities to whom a criterion of relations leaves no relation go as well; those of others stay, related or not.
///
/// ```
/// use detente::{Extractor, Filter, Sign};
///
/// let graph = Extractor::bundled().extract("Chile thanked Peru. Peru accused Bolivia.").into_graph();
/// let conflict = graph.filtered(&Filter::new().sign(Sign::Conflict));
/// assert_eq!(conflict.to_string(), "Peru ─ACCUSE→ Bolivia\n");
/// assert!(conflict.node("state:CHL").is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct Filter {
    bases: Vec<Basis>,
    kinds: Vec<RelationKind>,
    classes: Vec<Class>,
    signs: Vec<Sign>,
    modalities: Vec<Modality>,
    sectors: Vec<Sector>,
    source_sectors: Vec<Sector>,
    target_sectors: Vec<Sector>,
    entity_kinds: Vec<Kind>,
    about: Vec<String>,
    published: Option<Period>,
    least: u32,
}

impl Filter {
    /// Returns the filter that all passes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Wants relations that rest on that: co-occurrences, events or facts.
    pub fn basis(mut self, basis: Basis) -> Self {
        self.bases.push(basis);
        self
    }

    /// Wants events of that type.
    pub fn event_type(mut self, event: EventType) -> Self {
        self.kinds.push(RelationKind::Event(event));
        self
    }

    /// Wants facts of that type.
    pub fn fact_type(mut self, fact: FactType) -> Self {
        self.kinds.push(RelationKind::Fact(fact));
        self
    }

    /// Wants events of that class.
    pub fn class(mut self, class: Class) -> Self {
        self.classes.push(class);
        self
    }

    /// Wants events of that sign.
    pub fn sign(mut self, sign: Sign) -> Self {
        self.signs.push(sign);
        self
    }

    /// Wants events so put forward.
    pub fn modality(mut self, modality: Modality) -> Self {
        self.modalities.push(modality);
        self
    }

    /// Wants events in which that sector acts or is acted on.
    pub fn sector(mut self, sector: Sector) -> Self {
        self.sectors.push(sector);
        self
    }

    /// Wants events in which that sector acts.
    pub fn source_sector(mut self, sector: Sector) -> Self {
        self.source_sectors.push(sector);
        self
    }

    /// Wants events in which that sector is acted on.
    pub fn target_sector(mut self, sector: Sector) -> Self {
        self.target_sectors.push(sector);
        self
    }

    /// Wants entities of that kind, and relations between them.
    pub fn entity_kind(mut self, kind: Kind) -> Self {
        self.entity_kinds.push(kind);
        self
    }

    /// Wants relations of that entity, by its id, with any other.
    pub fn about(mut self, id: impl Into<String>) -> Self {
        self.about.push(id.into());
        self
    }

    /// Wants articles whose date, with every day that it may mean, lies in the period. Default: all, also undated ones.
    pub fn published(mut self, period: Period) -> Self {
        self.published = Some(period);
        self
    }

    /// Wants edges on which so much is left after all else. Default: 1.
    pub fn at_least(mut self, count: u32) -> Self {
        self.least = count;
        self
    }

    /// Whether it asks for something that only an event has.
    fn asks_for_events(&self) -> bool {
        let sectors = [&self.sectors, &self.source_sectors, &self.target_sectors];
        !(self.classes.is_empty() && self.signs.is_empty() && self.modalities.is_empty())
            || sectors.iter().any(|sectors| !sectors.is_empty())
    }

    fn wants_kind(&self, kind: RelationKind) -> bool {
        let of_events = match kind {
            RelationKind::Event(event) => {
                let class = event.class();
                allows(&self.classes, &class) && allows(&self.signs, &class.sign())
            }
            _ => !self.asks_for_events(),
        };
        of_events && allows(&self.bases, &kind.basis()) && allows(&self.kinds, &kind)
    }

    /// Whether it wants an event so put forward, between such parts of its source and target.
    fn wants_told(&self, modality: Modality, source: Option<Sector>, target: Option<Sector>) -> bool {
        let is_among = |sectors: &[Sector], own: Option<Sector>| own.is_some_and(|own| sectors.contains(&own));
        let allows_part = |sectors: &[Sector], own| sectors.is_empty() || is_among(sectors, own);
        allows(&self.modalities, &modality)
            && (allows_part(&self.sectors, source) || is_among(&self.sectors, target))
            && allows_part(&self.source_sectors, source)
            && allows_part(&self.target_sectors, target)
    }

    fn is_about(&self, source: &Entity, target: &Entity) -> bool {
        self.about.is_empty() || [source, target].iter().any(|end| self.about.iter().any(|id| id == end.id()))
    }

    fn wants_entity(&self, entity: &Entity) -> bool {
        allows(&self.entity_kinds, &entity.kind())
    }
}

/// Whether a criterion allows a value: without values it allows all.
fn allows<T: PartialEq>(wanted: &[T], value: &T) -> bool {
    wanted.is_empty() || wanted.contains(value)
}

impl Selection for Filter {
    fn days(&self) -> RangeInclusive<Date> {
        self.published.unwrap_or_default().days()
    }

    fn article(&self, article: &ArticleRecord) -> bool {
        self.published.is_none_or(|period| article.date.is_some_and(|date| period.covers(date)))
    }

    fn entity(&self, entity: &Entity) -> bool {
        self.wants_entity(entity)
    }

    fn relation(&self, source: &Entity, target: &Entity, kind: RelationKind) -> bool {
        self.wants_kind(kind) && self.is_about(source, target)
    }

    fn passage(&self, passage: &Passage) -> bool {
        let told = passage.event();
        told.is_none_or(|told| self.wants_told(told.modality, told.source_sector, told.target_sector))
    }

    fn least_count(&self) -> u32 {
        self.least
    }

    fn keeps_unrelated(&self) -> bool {
        let is_unasked = self.bases.is_empty() && self.kinds.is_empty() && self.about.is_empty();
        is_unasked && !self.asks_for_events() && self.least <= 1
    }
}

impl RelationGraph {
    /// Returns the graph of what the filter wants.
    pub fn filtered(&self, filter: &Filter) -> Self {
        self.selected(filter)
    }
}

impl Extraction<'_> {
    /// Returns what was found with only the relations that the filter wants. All mentions stay, for they are what the
    /// text says; when an article was published is not asked of one alone.
    ///
    /// ```
    /// use detente::{Basis, Extractor, Filter};
    ///
    /// let found = Extractor::bundled().extract("Chile thanked Peru.").filtered(&Filter::new().basis(Basis::Event));
    /// assert_eq!((found.relations().len(), found.mentions().len()), (1, 2));
    /// ```
    pub fn filtered(mut self, filter: &Filter) -> Self {
        let mut kept = Relations::default();
        for relation in &self.relations.list {
            let wants = |evidence: &&Evidence| {
                let told = evidence.event.as_deref();
                told.is_none_or(|told| filter.wants_told(told.modality, told.source_sector, told.target_sector))
            };
            let evidence: Vec<&Evidence> = self.relations.evidence(relation).iter().filter(wants).collect();
            let fact = self.relations.fact(relation);
            let count = if fact.is_some() { 1 } else { evidence.len() as u32 };
            let (source, target) = (self.numbered(relation.source), self.numbered(relation.target));
            let wanted = count >= filter.least.max(1)
                && filter.wants_kind(relation.kind)
                && filter.is_about(&source, &target)
                && filter.wants_entity(&source)
                && filter.wants_entity(&target);
            let ends = (relation.source, relation.target);
            match fact {
                _ if !wanted => {}
                Some(fact) => kept.add_fact(ends, *fact),
                None => {
                    kept.begin(ends, relation.kind);
                    evidence.into_iter().cloned().for_each(|evidence| kept.add_evidence(evidence));
                }
            }
        }
        self.relations = kept;
        self
    }
}
