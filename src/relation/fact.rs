//! What the gazetteer says, on the article's date, of the entities found.

use smallvec::SmallVec;

use super::{Fact, Relation, RelationKind};
use crate::date::PartialDate;
use crate::gazetteer::Data;
use crate::mention::EntityRef;
use crate::vocabulary::words;

words! {
    /// The type of a fact.
    FactType, "type of fact" {
        /// The source belongs to the target, a bloc; the fact carries the status.
        MemberOf = "member_of",
        /// The source leads the target; the fact carries the office.
        Leads = "leads",
    }
}

/// A fact as it is found: of whom, and what it says.
type Found = (u32, u32, FactType, Fact);

/// The facts that hold on the date between entities of an article, by source and target.
pub(crate) fn facts(entities: &[EntityRef], date: PartialDate, data: &Data) -> impl Iterator<Item = Relation> {
    let listed = || entities.iter().filter_map(|entity| entity.index());
    let mut marks = vec![false; data.records.len()];
    for entity in listed() {
        marks[entity as usize] = true;
    }
    let is_found = |entity: u32| marks[entity as usize];
    let mut facts: Vec<Found> = Vec::with_capacity(entities.len());
    for entity in listed() {
        // From the bloc's side: a state belongs to dozens of blocs, of which an article names few.
        for spell in &data.record(entity).members {
            if is_found(spell.entity) && spell.period.holds_on(date) {
                let fact = Fact { status: Some(spell.status), office: None, period: spell.period };
                facts.push((spell.entity, entity, FactType::MemberOf, fact));
            }
        }
        for term in &data.record(entity).offices {
            if term.office.leads() && is_found(term.of) && term.period.holds_on(date) {
                let fact = Fact { status: None, office: Some(term.office), period: term.period };
                facts.push((entity, term.of, FactType::Leads, fact));
            }
        }
    }
    // Of several spells or offices on an inexact date the fullest status and the first office stand.
    let key = |&(source, target, fact_type, _): &Found| (u64::from(source) << 32 | u64::from(target), fact_type);
    facts.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| (a.3.status, a.3.office).cmp(&(b.3.status, b.3.office))));
    facts.dedup_by(|b, a| key(a) == key(b));
    facts.into_iter().map(|(source, target, fact_type, fact)| Relation {
        source: EntityRef::listed(source),
        target: EntityRef::listed(target),
        kind: RelationKind::Fact(fact_type),
        count: 0,
        evidence: SmallVec::new(),
        fact: Some(fact),
    })
}
