//! What events sum up to.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::RelationGraph;
use super::edge::Edge;
use super::passage::{Passage, Told};
use crate::relation::RelationKind;
use crate::vocabulary::{Class, EventType, Sign};

/// What events sum up to: how many of each class, and the sum of their Goldstein values, in integers, so that tallies
/// add up in any order.
///
/// ```
/// use detente::{Counting, Extractor};
///
/// let graph = Extractor::bundled().extract("Chile thanked Peru. Peru accused Chile.").into_graph();
/// let peru = graph.tally("state:PER", "state:CHL", Counting::All);
/// assert_eq!((peru.count(), peru.net_cooperation()), (1, -2.0));
/// let both = peru + graph.tally("state:CHL", "state:PER", Counting::All);
/// assert_eq!(both.balance(), Some(0.0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tally {
    /// In the order of [`Class::ALL`].
    by_class: [u32; 4],
    goldstein_tenths: i64,
}

/// Which events count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Counting {
    /// Each, as often as it is told.
    #[default]
    All,
    /// Of one source, target and type one a day, however many articles and sentences tell it: the field's filter
    /// against the press repeating itself. Of several the one whose Goldstein value is the farthest from 0 counts, of
    /// two as far the one of conflict. An article without a day is a day of its own.
    OneADay,
}

impl RelationGraph {
    /// Returns what the source's events towards the target sum up to, by ids; of ids without a node nothing.
    ///
    /// Events count that are told as done, said or meant; what is only recalled, and what is threatened, asked for,
    /// denied or supposed, does not.
    pub fn tally(&self, source: &str, target: &str, counting: Counting) -> Tally {
        let Some((source, target)) = self.index(source).zip(self.index(target)) else { return Tally::default() };
        self.graph.0.edges_connecting(source, target).map(|edge| edge.weight().tally(counting)).sum()
    }
}

impl Edge {
    /// Returns what the edge's events sum up to; of a co-occurrence or a fact nothing.
    pub fn tally(&self, counting: Counting) -> Tally {
        match self.kind {
            RelationKind::Event(event) => Tally::of(event, self.evidence().iter(), counting),
            _ => Tally::default(),
        }
    }
}

impl Tally {
    /// The tally of one type's passages.
    pub(super) fn of<'p>(event: EventType, passages: impl Iterator<Item = &'p Passage>, counting: Counting) -> Self {
        let told = passages.filter(|passage| passage.is_of_the_story());
        let told = told.filter_map(|passage| Some((passage, passage.event()?)));
        match counting {
            Counting::All => told.map(|(_, told)| Self::one(event, told)).sum(),
            Counting::OneADay => {
                let mut days: BTreeMap<_, &Told> = BTreeMap::new();
                for (passage, told) in told {
                    let day = passage.article.date.filter(|date| date.is_exact());
                    let day = day.ok_or(&passage.article);
                    let strength = |told: &Told| (told.goldstein_tenths.abs(), -told.goldstein_tenths);
                    let kept = days.entry(day).or_insert(told);
                    if strength(told) > strength(kept) {
                        *kept = told;
                    }
                }
                days.into_values().map(|told| Self::one(event, told)).sum()
            }
        }
    }

    fn one(event: EventType, told: &Told) -> Self {
        let mut tally = Self { by_class: [0; 4], goldstein_tenths: i64::from(told.goldstein_tenths) };
        tally.by_class[event.class() as usize] = 1;
        tally
    }

    /// Returns how many events of a class there are.
    pub fn of_class(&self, class: Class) -> u32 {
        self.by_class[class as usize]
    }

    /// Returns how many events of a sign there are.
    pub fn of_sign(&self, sign: Sign) -> u32 {
        Class::ALL.iter().filter(|class| class.sign() == sign).map(|&class| self.of_class(class)).sum()
    }

    /// Returns how many events there are.
    pub fn count(&self) -> u32 {
        self.by_class.iter().sum()
    }

    /// Returns (*c* − *k*) / (*c* + *k*), *c* the events of cooperation and *k* those of conflict: from −1, all conflict,
    /// to 1, all cooperation; `None` without events. The sign is that of the event's class.
    pub fn balance(&self) -> Option<f64> {
        let (cooperation, conflict) = (self.of_sign(Sign::Cooperation), self.of_sign(Sign::Conflict));
        (self.count() > 0).then(|| (f64::from(cooperation) - f64::from(conflict)) / f64::from(self.count()))
    }

    /// Returns the net cooperation: the sum of the events' values on the scale from −10 to 10 (Goldstein 1992, *A
    /// conflict-cooperation scale for WEIS events data*), as carried over to CAMEO's codes.
    pub fn net_cooperation(&self) -> f64 {
        self.goldstein_tenths as f64 / 10.0
    }

    pub(super) fn goldstein_tenths(&self) -> i64 {
        self.goldstein_tenths
    }

    /// Returns the sign of the net cooperation; `None` where it is 0.
    pub fn sign(&self) -> Option<Sign> {
        match self.goldstein_tenths {
            0 => None,
            1.. => Some(Sign::Cooperation),
            _ => Some(Sign::Conflict),
        }
    }

    /// Returns the mean of the events' Goldstein values; `None` without events.
    pub fn mean_goldstein(&self) -> Option<f64> {
        (self.count() > 0).then(|| self.net_cooperation() / f64::from(self.count()))
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        for (own, other) in self.by_class.iter_mut().zip(other.by_class) {
            *own += other;
        }
        self.goldstein_tenths += other.goldstein_tenths;
    }
}

impl std::ops::Add for Tally {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |sum, tally| sum + tally)
    }
}

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Tally", 6)?;
        fields.serialize_field("verbal_cooperation", &self.of_class(Class::VerbalCooperation))?;
        fields.serialize_field("material_cooperation", &self.of_class(Class::MaterialCooperation))?;
        fields.serialize_field("verbal_conflict", &self.of_class(Class::VerbalConflict))?;
        fields.serialize_field("material_conflict", &self.of_class(Class::MaterialConflict))?;
        fields.serialize_field("balance", &self.balance())?;
        fields.serialize_field("net_cooperation", &self.net_cooperation())?;
        fields.end()
    }
}
