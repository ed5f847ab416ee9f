//! Terms of office: of one person, within the life of what they are of, and of two persons on one day.

use super::spell::{clashes, outlasts};
use super::{Data, Flaw};
use crate::gazetteer::record::Term;
use crate::vocabulary::{Kind, Office};

pub(super) fn overlapping_terms(data: &Data, flaws: &mut Vec<Flaw>) {
    for person in &data.records {
        let mut terms: Vec<&Term> = person.offices.iter().collect();
        terms.sort_by_key(|term| (term.of, term.office));
        for same in terms.chunk_by(|a, b| (a.of, a.office) == (b.of, b.office)) {
            let pairs = clashes(same.iter().copied(), |term| term.period, |a, b| !differ(&a.title, &b.title));
            for (first, second) in pairs {
                flaws.push(Flaw::new(
                    second.origin,
                    format!(
                        "`{}` is {} of `{}` twice at once: {} and {}",
                        person.id,
                        second.office,
                        data.record(second.of).id,
                        first.period,
                        second.period
                    ),
                    "end the one where the other begins, or join the two",
                ));
            }
        }
    }
}

/// Whether two titles tell their offices apart, as do those of the European Council's and the Commission's presidents.
fn differ(a: &Option<Box<str>>, b: &Option<Box<str>>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

pub(super) fn terms_outside_life(data: &Data, flaws: &mut Vec<Flaw>) {
    for person in &data.records {
        for term in &person.offices {
            let of = data.record(term.of);
            let mut say = |what: &str| {
                flaws.push(Flaw::new(
                    term.origin,
                    format!(
                        "`{}` is {} of `{}` {}, {what} ({})",
                        person.id, term.office, of.id, term.period, of.period
                    ),
                    "correct the dates, or name the entity that it was of",
                ));
            };
            // A state may have governed itself before it was independent, or as a republic of a union; a bloc had no
            // chair before it was founded.
            let early = of.period.from.is_some_and(|from| term.period.is_over(from));
            if early && of.kind == Kind::Bloc {
                say("before that existed");
            }
            if outlasts(term.period, of.period) {
                say("after that ended");
            }
        }
    }
}

/// The offices that one person holds at a time. Of the others there may be several, or nobody counts.
const SINGLE: [Office; 13] = [
    Office::President,
    Office::VicePresident,
    Office::PrimeMinister,
    Office::Chancellor,
    Office::Monarch,
    Office::SupremeLeader,
    Office::PartyLeader,
    Office::ForeignMinister,
    Office::DefenceMinister,
    Office::GovernorGeneral,
    Office::SecretaryGeneral,
    Office::BlocPresident,
    Office::HighRepresentative,
];

pub(super) fn two_holders(data: &Data, flaws: &mut Vec<Flaw>) {
    for (of, record) in (0u32..).zip(&data.records) {
        let mut terms: Vec<(u32, &Term)> = data
            .holders_of(of)
            .filter(|(_, term)| SINGLE.contains(&term.office) && !term.shared && !term.acting)
            .collect();
        terms.sort_by_key(|(_, term)| term.office);
        for same in terms.chunk_by(|(_, a), (_, b)| a.office == b.office) {
            let two = |a: &(u32, &Term), b: &(u32, &Term)| a.0 != b.0 && !differ(&a.1.title, &b.1.title);
            for ((one, first), (other, second)) in clashes(same, |(_, term)| term.period, two) {
                flaws.push(Flaw::new(
                    second.origin,
                    format!(
                        "`{}` ({}) and `{}` ({}) are {} of `{}` at once",
                        data.record(*one).id,
                        first.period,
                        data.record(*other).id,
                        second.period,
                        second.office,
                        record.id
                    ),
                    "correct a date, or mark a term with `acting = true` or `shared = true`",
                ));
            }
        }
    }
}
