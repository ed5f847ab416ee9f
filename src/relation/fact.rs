//! What the gazetteer says, on the article's date, of the entities found.

use super::{Fact, Relation, RelationKind};
use crate::date::PartialDate;
use crate::gazetteer::Data;
use crate::mention::{EntityRef, Mention};
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

/// The facts that hold on the date between the entities mentioned, by source and target.
pub(crate) fn facts(mentions: &[Mention], date: PartialDate, data: &Data) -> Vec<Relation> {
    let mut found: Vec<u32> = mentions.iter().filter_map(|mention| mention.entity.index()).collect();
    found.sort_unstable();
    found.dedup();
    let mut marks = vec![false; data.records.len()];
    for &entity in &found {
        marks[entity as usize] = true;
    }
    let is_found = |entity: u32| marks[entity as usize];
    let mut facts = Vec::new();
    for &entity in &found {
        // From the bloc's side: a state belongs to dozens of blocs, of which an article names few.
        for spell in &data.record(entity).members {
            if is_found(spell.entity) && spell.period.holds_on(date) {
                let fact = Fact { status: Some(spell.status), office: None, period: spell.period };
                facts.push(relation(spell.entity, entity, FactType::MemberOf, fact));
            }
        }
        for term in &data.record(entity).offices {
            if term.office.leads() && is_found(term.of) && term.period.holds_on(date) {
                let fact = Fact { status: None, office: Some(term.office), period: term.period };
                facts.push(relation(entity, term.of, FactType::Leads, fact));
            }
        }
    }
    // Of several spells or offices on an inexact date the fullest status and the first office stand.
    let key = |relation: &Relation| (relation.source, relation.target, relation.kind);
    let rank = |relation: &Relation| relation.fact.map(|fact| (fact.status, fact.office));
    facts.sort_by_key(|a| (key(a), rank(a)));
    facts.dedup_by(|b, a| key(a) == key(b));
    facts
}

fn relation(source: u32, target: u32, fact_type: FactType, fact: Fact) -> Relation {
    Relation {
        source: EntityRef::listed(source),
        target: EntityRef::listed(target),
        kind: RelationKind::Fact(fact_type),
        count: 0,
        evidence: Vec::new(),
        fact: Some(fact),
    }
}
