//! How much a bloc keeps to itself, and how well its members get on.

use std::collections::BTreeSet;

use serde::Serialize;

use super::RelationGraph;
use super::calendar::{Calendar, Stretch};
use super::rollup::RollUp;
use super::side::Side;
use super::tally::{Counting, Tally};
use crate::date::{Days, PartialDate};
use crate::error::Error;
use crate::gazetteer::Gazetteer;
use crate::relation::RelationKind;
use crate::vocabulary::{Kind, Status};

/// How much a bloc keeps to itself in a stretch of time, and how its members deal with each other and with others.
///
/// Membership is that of each article's date; people count as what they serve, and the bloc as one of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Cohesion {
    /// The stretch of time.
    pub stretch: Stretch,
    /// How many members it had at some time in the stretch.
    pub members: u32,
    /// How many of them articles name while they are members.
    pub named: u32,
    /// How many windows hold two of the bloc, counted by pairs.
    pub together: u32,
    /// How many windows hold one of the bloc and a state or territory that is not, counted by pairs.
    pub apart: u32,
    /// The events between two of the bloc, one a day.
    pub inside: Tally,
    /// The events between one of the bloc and any that is not, either way, one a day.
    pub across: Tally,
}

impl RelationGraph {
    /// Returns the cohesion of a bloc, by its id, in each stretch of the calendar.
    ///
    /// # Errors
    ///
    /// When the gazetteer has no bloc of that id.
    pub fn cohesion(&self, gazetteer: &Gazetteer, bloc: &str, calendar: &Calendar) -> Result<Vec<Cohesion>, Error> {
        let blocs = RollUp::new(gazetteer).bloc(bloc)?;
        let states = self.rolled_up(&RollUp::new(gazetteer));
        let of_slice = |slice: super::Slice| slice.graph.cohesion_of_slice(slice.stretch, gazetteer, bloc, &blocs);
        Ok(states.slices(calendar).map(of_slice).collect())
    }

    fn cohesion_of_slice(&self, stretch: Stretch, gazetteer: &Gazetteer, bloc: &str, blocs: &RollUp) -> Cohesion {
        let belongs = |id: &str, on: Option<PartialDate>| {
            let memberships = gazetteer.memberships(id, on);
            memberships.iter().any(|spell| spell.entity.id() == bloc && spell.status == Status::Member)
        };
        let is_named_member = |node: &&super::Node| {
            let mut dates = node.shares.iter().filter_map(|share| share.article.date);
            dates.any(|date| belongs(node.entity.id(), Some(date)))
        };
        let named = self.nodes().filter(is_named_member).count() as u32;
        let days = Days::from(stretch.period);
        let spells = gazetteer.members(bloc, None);
        let members = spells.iter().filter(|spell| spell.status == Status::Member && days.meet(spell.period.into()));
        let members = members.map(|spell| spell.entity.id()).collect::<BTreeSet<_>>().len() as u32;
        let mut cohesion = Cohesion {
            stretch,
            members,
            named,
            together: 0,
            apart: 0,
            inside: Tally::default(),
            across: Tally::default(),
        };
        let is_place = |kind: Kind| matches!(kind, Kind::State | Kind::Territory);
        for (source, target, edge) in self.relations() {
            let side = |date| blocs.side(source, target, date);
            match edge.kind() {
                RelationKind::CoOccurrence => {
                    let sides = blocs.sides(source, target, edge);
                    cohesion.together += sides.on(Side::Inside);
                    // Other blocs, and people who serve nobody, are no strangers to it as states are.
                    let ends = [source, target];
                    if ends.iter().all(|end| end.id() == bloc || is_place(end.kind())) {
                        cohesion.apart += sides.on(Side::Across);
                    }
                }
                RelationKind::Event(event) => {
                    let on = |wanted: Side| {
                        let passages = edge.evidence().iter().filter(|passage| side(passage.article.date) == wanted);
                        Tally::of(event, passages, Counting::OneADay)
                    };
                    cohesion.inside += on(Side::Inside);
                    cohesion.across += on(Side::Across);
                }
                RelationKind::Fact(_) => {}
            }
        }
        cohesion
    }
}

impl Cohesion {
    /// Returns the E–I index, (*apart* − *together*) / (*apart* + *together*): from −1, where those of the bloc are
    /// named with each other only, to 1, where they are named with others only (Krackhardt & Stern 1988, *Informal
    /// networks and organizational crises*); `None` where they are named with nobody. There it is of ties in a survey,
    /// here of windows. A large bloc has more pairs inside than a small one: compare a bloc with itself over time.
    pub fn ei_index(&self) -> Option<f64> {
        let (apart, together) = (f64::from(self.apart), f64::from(self.together));
        (apart + together > 0.0).then(|| (apart - together) / (apart + together))
    }

    /// Returns the [sign balance](Tally::balance) of the events inside the bloc, from −1 to 1: whether its members get
    /// on. The measure is ours.
    pub fn concord(&self) -> Option<f64> {
        self.inside.balance()
    }
}
