//! Who held an office on a day: the one whom "the president" then means.

use super::role::Roles;
use crate::date::PartialDate;
use crate::gazetteer::Term;
use crate::lexicon::Role;
use crate::vocabulary::{Kind, Office};

/// When and of which organ an office is asked for.
pub(super) struct Occasion<'o> {
    pub(super) organ: Option<&'o str>,
    /// The role's noun, which the title of an office may be.
    pub(super) noun: &'o str,
    pub(super) outgoing: bool,
    pub(super) date: PartialDate,
}

impl Roles<'_> {
    /// The one person who held the office on the date; of an organ, the office whose title names it.
    pub(super) fn holder(&self, role: &Role, entity: u32, occasion: &Occasion<'_>) -> Option<u32> {
        let &Occasion { organ, date, .. } = occasion;
        let record = self.data.record(entity);
        let own = record.led_by.iter().filter(|led_by| led_by.period.holds_on(date)).map(|led_by| led_by.office);
        let usual: &[Office] = match record.kind {
            Kind::Bloc => &[Office::SecretaryGeneral, Office::BlocPresident, Office::Chair],
            Kind::Territory => &[Office::RegionalLeader, Office::President],
            _ => &[Office::President, Office::PrimeMinister, Office::HeadOfState, Office::Monarch],
        };
        let mut offices: Vec<Office> = match role.offices.is_empty() {
            true => own.chain(usual.iter().copied()).collect(),
            false => role.offices.clone(),
        };
        if organ.is_some() {
            offices.extend([Office::BlocPresident, Office::SecretaryGeneral, Office::Chair]);
        }
        // Of whoever held an office there few did so on the day.
        let last_word = organ.map(|organ| organ.rsplit(' ').next().unwrap_or_default());
        let is_of = |title: Option<&str>| last_word.is_none_or(|word| title.is_some_and(|title| title.contains(word)));
        let terms = self.data.holders_of(entity).filter(|(_, term)| {
            let is_near = || term.period.until == Some(date) || term.period.holds_on(date);
            offices.contains(&term.office) && is_near() && is_of(term.title.as_deref())
        });
        let terms: Vec<(u32, &Term)> = terms.collect();
        offices.iter().find_map(|&office| only_holder(office, &terms, occasion))
    }
}

/// The one person who held the office, of the terms that go on or end on the day.
fn only_holder(office: Office, terms: &[(u32, &Term)], occasion: &Occasion<'_>) -> Option<u32> {
    let &Occasion { organ, noun, outgoing, date } = occasion;
    let holding = |term: &Term| term.period.holds_on(date);
    let leaving = |term: &Term| date.is_exact() && term.period.until == Some(date);
    let those = |wanted: &dyn Fn(&Term) -> bool| -> Vec<_> {
        terms.iter().copied().filter(|(_, term)| term.office == office && wanted(term)).collect()
    };
    // On the day on which an office is left, it is whose it was that morning, unless it is another's by evening.
    let mut holding = if outgoing { those(&leaving) } else { those(&holding) };
    if holding.is_empty() {
        holding = if outgoing { those(&|term| term.period.holds_on(date)) } else { those(&leaving) };
    }
    if holding.iter().any(|(_, term)| !term.acting) {
        holding.retain(|(_, term)| !term.acting);
    }
    let is_titled = |term: &Term| term.title.as_deref().is_some_and(|title| title.eq_ignore_ascii_case(noun));
    // Of many ministers the gazetteer lists a few: only a title tells which.
    let is_one_of_many = office == Office::Minister;
    if is_one_of_many || holding.iter().any(|(_, term)| is_titled(term)) {
        holding.retain(|(_, term)| is_titled(term));
    }
    holding.sort_by_key(|(_, term)| term.period.from.map(PartialDate::first_day));
    let (last, others) = holding.split_last()?;
    let shared = |term: &Term| term.shared && organ.is_none();
    let sure = others.iter().all(|(person, term)| {
        *person == last.0 || (date.is_exact() && !is_one_of_many && !shared(term) && !shared(last.1))
    });
    sure.then_some(last.0)
}
