//! What the gazetteer says, on the article's date, of the entities found.

use super::{Fact, Relations};
use crate::date::PartialDate;
use crate::gazetteer::{Data, EntitySet};
use crate::mention::Named;
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

/// Adds the facts that hold on the date between the entities of an article, by source and target.
pub(crate) fn facts(named: &Named, date: PartialDate, data: &Data, relations: &mut Relations) {
    // Those listed, with their numbers in the article: sorted, as ids and indices are.
    let numbered = (0..).zip(named.entities()).filter_map(|(number, entity)| Some((entity.index()?, number)));
    let listed: Vec<(u32, u32)> = numbered.collect();
    let mut found = EntitySet::new(data.records.len());
    listed.iter().for_each(|&(index, _)| found.insert(index));
    let number = |index: u32| listed[listed.partition_point(|&(other, _)| other < index)].1;
    let days = date.into();
    for &(index, source) in &listed {
        let mut last: Option<(u32, Fact)> = None;
        data.ties.among(index, &found, |tie| {
            let fact = Fact { role: tie.role, period: tie.period };
            let is_same = |&(to, last): &(u32, Fact)| to == tie.to && last.fact_type() == fact.fact_type();
            match last.filter(is_same) {
                _ if !tie.holds(days) => return,
                // Of several spells or offices on an inexact date the fullest status and the first office stand.
                Some((_, last)) if last.role <= fact.role => return,
                Some(_) => relations.replace_fact(fact),
                None => relations.add_fact((source, number(tie.to)), fact),
            }
            last = Some((tie.to, fact));
        });
    }
}
