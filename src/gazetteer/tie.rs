//! What ties an entity to others: the blocs to which it belongs, and what it leads.

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
        let starts = (0..=records.len() as u32).map(|entity| all.partition_point(|(other, _)| *other < entity) as u32);
        Self { first: starts.collect(), all: all.into_iter().map(|(_, tie)| tie).collect() }
    }

    /// The ties of an entity, by whom it is tied to.
    pub(crate) fn of(&self, index: u32) -> &[Tie] {
        let first = &self.first[index as usize..];
        &self.all[first[0] as usize..first[1] as usize]
    }
}
