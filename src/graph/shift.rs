//! How dealings turned.

use std::collections::BTreeSet;

use super::RelationGraph;
use super::passage::Passage;
use super::tally::{Counting, Tally};
use crate::gazetteer::Entity;
use crate::relation::RelationKind;

/// How one's dealings with another turned, of two between whom events are told before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift<'g> {
    source: &'g Entity,
    target: &'g Entity,
    before: Tally,
    after: Tally,
    /// The events of both sides.
    told: [Vec<(RelationKind, &'g Passage)>; 2],
}

/// How dealings turned of each two between whom both graphs tell events, those first who turned.
pub(super) fn shifts<'g>(before: &'g RelationGraph, after: &'g RelationGraph) -> Vec<Shift<'g>> {
    let graphs = [before, after];
    let pairs = graphs.map(|graph| {
        let events = graph.relations().filter(|(.., edge)| matches!(edge.kind(), RelationKind::Event(_)));
        events.map(|(source, target, _)| (source, target)).collect::<BTreeSet<_>>()
    });
    let mut shifts: Vec<Shift<'g>> = pairs[0]
        .intersection(&pairs[1])
        .map(|&(source, target)| {
            let [before, after] = graphs.map(|graph| graph.tally(source.id(), target.id(), Counting::OneADay));
            Shift { source, target, before, after, told: graphs.map(|graph| told(graph, source, target)) }
        })
        .filter(|shift| shift.before.count() > 0 && shift.after.count() > 0)
        .collect();
    shifts.sort_by(|a, b| {
        let order = b.is_turn().cmp(&a.is_turn());
        order.then_with(|| b.change().abs().total_cmp(&a.change().abs()))
    });
    shifts
}

/// The events of the story between two, in the graph's order.
fn told<'g>(graph: &'g RelationGraph, source: &Entity, target: &Entity) -> Vec<(RelationKind, &'g Passage)> {
    let Some((source, target)) = graph.index(source.id()).zip(graph.index(target.id())) else { return Vec::new() };
    let mut told: Vec<(RelationKind, &Passage)> = graph
        .graph
        .0
        .edges_connecting(source, target)
        .flat_map(|edge| edge.weight().evidence().iter().map(move |passage| (edge.weight().kind(), passage)))
        .filter(|(_, passage)| passage.is_of_the_story())
        .collect();
    told.sort_by(|a, b| a.1.cmp(b.1).then(a.0.cmp(&b.0)));
    told
}

impl<'g> Shift<'g> {
    /// Returns who deals.
    pub fn source(&self) -> &'g Entity {
        self.source
    }

    /// Returns with whom.
    pub fn target(&self) -> &'g Entity {
        self.target
    }

    /// Returns what the earlier events sum up to, one a day.
    pub fn before(&self) -> Tally {
        self.before
    }

    /// Returns what the later events sum up to, one a day.
    pub fn after(&self) -> Tally {
        self.after
    }

    /// Returns whether net cooperation became net conflict, or the other way round.
    pub fn is_turn(&self) -> bool {
        matches!((self.before.sign(), self.after.sign()), (Some(before), Some(after)) if before != after)
    }

    /// Returns by how much the mean Goldstein value of an event changed.
    pub fn change(&self) -> f64 {
        self.after.mean_goldstein().unwrap_or_default() - self.before.mean_goldstein().unwrap_or_default()
    }

    /// Returns the earlier events, in the order of their articles.
    pub fn told_before(&self) -> &[(RelationKind, &'g Passage)] {
        &self.told[0]
    }

    /// Returns the later events, in the order of their articles.
    pub fn told_after(&self) -> &[(RelationKind, &'g Passage)] {
        &self.told[1]
    }

    /// Returns of each side the event that shows the shift best: of dealings that grew colder the friendliest before and
    /// the most hostile after, by their Goldstein values; of others the other way round; of several the latest.
    pub fn telling(&self) -> [Option<(RelationKind, &'g Passage)>; 2] {
        let telling = |told: &[(RelationKind, &'g Passage)], towards: i32| {
            let value = |passage: &Passage| passage.event().map_or(0, |told| i32::from(told.goldstein_tenths));
            told.iter().copied().max_by_key(|(_, passage)| towards * value(passage))
        };
        let towards = if self.change() < 0.0 { -1 } else { 1 };
        [telling(&self.told[0], -towards), telling(&self.told[1], towards)]
    }
}
