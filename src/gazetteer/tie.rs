//! What ties an entity to others: the blocs to which it belongs, and what it leads.

use std::cmp::Ordering;
use std::ops::Range;

use super::entity_set::EntitySet;
use super::record::Record;
use crate::date::{Days, PartialDate, Period};
use crate::vocabulary::{Office, Status};

/// A spell in a bloc, or in an office by which one leads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tie {
    /// The bloc, or what is led.
    pub(crate) to: u32,
    pub(crate) role: Role,
    pub(crate) period: Period,
    days: Days,
}

/// As what an entity is tied to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Member(Status),
    Leader(Office),
}

/// The ties of all entities. They lie side by side: each article asks for those of all entities that it names.
pub(crate) struct Ties {
    all: Vec<Tie>,
    /// Where those of each entity begin; one more at the end.
    first: Vec<u32>,
    /// To whom they lead, as bits: of most ties no more is asked. A state has dozens, but blocs have ids side by side.
    to: Vec<Bits>,
    /// Where those of each entity begin; one more at the end.
    first_to: Vec<u32>,
}

/// Some of 64 entities whose indices lie side by side.
#[derive(Clone, Copy, Debug)]
struct Bits {
    /// The index of the first one, by 64.
    block: u32,
    bits: u64,
    /// Where among the entity's ties those begin that lead to them.
    from: u32,
}

impl Tie {
    fn new(to: u32, role: Role, period: Period) -> Self {
        Self { to, role, period, days: period.into() }
    }

    /// Whether it holds on one of the days.
    pub(crate) fn holds(&self, days: Days) -> bool {
        self.days.meet(days)
    }

    /// Whether it is a membership, on the date if there is one.
    pub(super) fn membership(&self, on: Option<PartialDate>) -> Option<Status> {
        match self.role {
            Role::Member(status) if on.is_none_or(|date| self.holds(date.into())) => Some(status),
            _ => None,
        }
    }
}

impl Ties {
    pub(super) fn new(records: &[Record]) -> Self {
        let mut all: Vec<(u32, Tie)> = Vec::new();
        for (index, record) in (0..).zip(records) {
            let spell = |role, period| Tie::new(index, role, period);
            all.extend(record.members.iter().map(|one| (one.entity, spell(Role::Member(one.status), one.period))));
            let leads = record.offices.iter().filter(|term| term.office.leads());
            all.extend(leads.map(|term| (index, Tie::new(term.of, Role::Leader(term.office), term.period))));
        }
        // Spells in one bloc stay in the order in which they are listed.
        all.sort_by_key(|(entity, tie)| (*entity, tie.to, matches!(tie.role, Role::Leader(_))));
        let mut ties = Self { all: Vec::new(), first: vec![0], to: Vec::new(), first_to: vec![0] };
        let mut rest = &*all;
        for index in 0..records.len() as u32 {
            let (own, others) = rest.split_at(rest.partition_point(|(entity, _)| *entity == index));
            rest = others;
            ties.all.extend(own.iter().map(|(_, tie)| *tie));
            ties.first.push(ties.all.len() as u32);
            let mut from = 0;
            for block in own.chunk_by(|(_, a), (_, b)| a.to / 64 == b.to / 64) {
                let bits = block.iter().fold(0, |bits, (_, tie)| bits | 1 << (tie.to % 64));
                ties.to.push(Bits { block: block[0].1.to / 64, bits, from });
                from += block.len() as u32;
            }
            ties.first_to.push(ties.to.len() as u32);
        }
        ties
    }

    /// The ties of an entity, by whom it is tied to.
    pub(crate) fn of(&self, index: u32) -> &[Tie] {
        &self.all[own(&self.first, index)]
    }

    /// Goes through those of an entity that lead to one of a set, by whom they lead to.
    pub(crate) fn among<'t>(&'t self, index: u32, set: &EntitySet, mut each: impl FnMut(&'t Tie)) {
        for to in &self.to[own(&self.first_to, index)] {
            let mut bits = to.bits & set.block(to.block);
            let ties = &self.of(index)[to.from as usize..];
            while bits != 0 {
                let bit = bits.trailing_zeros();
                bits &= bits - 1;
                // There or, where there are several spells in one bloc, a little behind.
                let from = (to.bits & !(u64::MAX << bit)).count_ones() as usize;
                let next = to.block * 64 + bit;
                for tie in &ties[from..] {
                    match tie.to.cmp(&next) {
                        Ordering::Less => {}
                        Ordering::Equal => each(tie),
                        Ordering::Greater => break,
                    }
                }
            }
        }
    }
}

/// The range of what an entity has, by where that of each begins.
fn own(first: &[u32], index: u32) -> Range<usize> {
    let first = &first[index as usize..];
    first[0] as usize..first[1] as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;

    #[test]
    fn those_among_a_set_are_those_that_lead_into_it() {
        let data = &Gazetteer::bundled().data;
        let count = data.records.len() as u32;
        let mut set = EntitySet::new(data.records.len());
        let is_in = |index: u32| index.is_multiple_of(3) || index % 64 == 63;
        (0..count).filter(|&index| is_in(index)).for_each(|index| set.insert(index));
        let mut found = 0;
        for index in 0..count {
            let place = std::ptr::from_ref::<Tie>;
            let wanted: Vec<_> = data.ties.of(index).iter().filter(|tie| is_in(tie.to)).map(place).collect();
            let mut among = Vec::new();
            data.ties.among(index, &set, |tie| among.push(place(tie)));
            assert_eq!(among, wanted);
            found += wanted.len();
        }
        assert!(found > 100);
    }
}
