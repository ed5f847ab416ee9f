//! Whose own state another is: what the one does to the other, the state does to itself.

use super::text::given::Events;
use crate::gazetteer::Term;
use crate::mention::{EntityRef, Mention, Named};
use crate::vocabulary::Kind;

impl Events<'_> {
    /// Whether a person holds an office of a state on the article's date, by the gazetteer or by the text.
    pub(super) fn is_of(&self, person: &Mention, state: &Mention) -> bool {
        let Some(state) = self.state(state) else { return false };
        if let Some(number) = person.entity.introduced() {
            return self.introduced[number].of.as_deref() == Some(&*self.data.record(state).id);
        }
        let holds = |term: &Term| term.of == state && self.date.is_none_or(|date| term.period.holds_on(date));
        self.offices(person).iter().any(holds)
    }

    /// Whether a state is a person's own of whom nothing is known but an office at another time, or an office whose land
    /// the text need not name, since it is about that one: "Finance Minister Ana Paz said that Peru must".
    pub(super) fn is_at_home(&self, person: &Mention, state: &Mention, named: &Named) -> bool {
        let Some(index) = state.entity.index() else { return false };
        match person.entity.introduced() {
            Some(number) => {
                let introduced = &self.introduced[number];
                introduced.of.is_none()
                    && introduced.office.is_some()
                    && self.is_state(state.entity)
                    && self.is_mostly_about(state, named)
            }
            None => self
                .offices(person)
                .iter()
                .any(|term| term.of == index && !self.date.is_some_and(|date| term.period.is_over(date))),
        }
    }

    /// Whether a person held or will hold an office there, in a state or a bloc, and none elsewhere on the article's date: a
    /// minister who is listed only as a later premier does nothing for his own state.
    pub(super) fn is_own(&self, person: &Mention, there: &Mention) -> bool {
        let Some(there) = there.entity.index() else { return false };
        let elsewhere = |term: &Term| term.of != there && self.date.is_none_or(|date| term.period.holds_on(date));
        let offices = self.offices(person);
        offices.iter().any(|term| term.of == there) && !offices.iter().any(elsewhere)
    }

    /// Whether a state is named twice as often as any other.
    fn is_mostly_about(&self, state: &Mention, named: &Named) -> bool {
        let entities = named.entities().iter().enumerate().filter(|(_, entity)| self.is_state(**entity));
        let (mut own, mut most) = (0, 0);
        for (number, &entity) in entities {
            let times = named.mentions_of(number).len();
            match entity == state.entity {
                true => own = times,
                false => most = most.max(times),
            }
        }
        own >= 2 * most
    }

    fn offices(&self, person: &Mention) -> &[Term] {
        person.entity.index().map_or(&[], |index| &self.data.record(index).offices)
    }

    /// The index of a mention's entity that is a state.
    fn state(&self, mention: &Mention) -> Option<u32> {
        mention.entity.index().filter(|_| self.is_state(mention.entity))
    }

    fn is_state(&self, entity: EntityRef) -> bool {
        entity.index().is_some_and(|index| self.data.record(index).kind == Kind::State)
    }
}
