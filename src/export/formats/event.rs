//! The events of a graph one by one: a row for each passage that tells one.

use crate::date::PartialDate;
use crate::gazetteer::Entity;
use crate::graph::{Passage, RelationGraph, Told};
use crate::relation::RelationKind;
use crate::vocabulary::{EventType, Kind};

/// An event, as one passage tells it.
pub(super) struct Event<'g> {
    pub(super) source: &'g Entity,
    pub(super) target: &'g Entity,
    pub(super) r#type: EventType,
    pub(super) passage: &'g Passage,
    pub(super) told: &'g Told,
}

impl RelationGraph {
    /// The events by article, in the order of its text.
    pub(super) fn events(&self) -> Vec<Event<'_>> {
        let mut events: Vec<Event<'_>> = Vec::new();
        for (source, target, edge) in self.relations() {
            let RelationKind::Event(r#type) = edge.kind() else { continue };
            let told = edge.evidence().iter().filter_map(|passage| Some((passage, passage.event()?)));
            events.extend(told.map(|(passage, told)| Event { source, target, r#type, passage, told }));
        }
        events.sort_by(|a, b| a.passage.article().cmp(b.passage.article()).then_with(|| a.place().cmp(&b.place())));
        events
    }
}

impl Event<'_> {
    fn place(&self) -> (usize, usize, usize, EventType) {
        (self.told.trigger.start, self.passage.source().start, self.passage.target().start, self.r#type)
    }

    /// An id that the event has in every graph: its article's, where trigger, source and target begin in the text, and
    /// its type.
    pub(super) fn id(&self) -> String {
        let (trigger, source, target, r#type) = self.place();
        format!("{}:{trigger}:{source}:{target}:{type}", self.passage.article().id())
    }
}

impl RelationGraph {
    /// The state that an entity belongs to on a date: a state itself; of a person the one that the text names, or the
    /// one whose office the gazetteer lists. Of several offices the foremost counts: a president of France is a
    /// co-prince of Andorra too. None of a monarch of several realms.
    pub(super) fn state_of(&self, entity: &Entity, date: Option<PartialDate>) -> Option<Entity> {
        if entity.kind() == Kind::State {
            return Some(entity.clone());
        }
        if let Some(of) = entity.discovered_of() {
            return self.node(of).map(|node| node.entity().clone()).filter(|of| of.kind() == Kind::State);
        }
        let mut held = entity.offices();
        held.retain(|one| one.of.kind() == Kind::State && date.is_some_and(|date| one.period.holds_on(date)));
        let foremost = held.iter().map(|one| one.office).min()?;
        let mut states = held.into_iter().filter(|one| one.office == foremost).map(|one| one.of);
        let state = states.next()?;
        states.all(|other| other == state).then_some(state)
    }
}
