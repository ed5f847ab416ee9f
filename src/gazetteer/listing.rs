//! Listing: what there is of a kind, and what an unknown word most likely means.

use super::{Data, Entity, Gazetteer};
use crate::date::PartialDate;
use crate::source::nearest;
use crate::vocabulary::Kind;

impl Gazetteer {
    /// Returns the entities of a kind, or of every kind, by id; with a date, those that existed on it, and of leaders
    /// those who held an office on it.
    ///
    /// ```
    /// use detente::{Gazetteer, Kind};
    ///
    /// let states = Gazetteer::bundled().list(Some(&Kind::State), Some("1985".parse()?));
    /// assert!(states.iter().any(|state| state.id() == "state:SUN"));
    /// assert!(states.iter().all(|state| state.id() != "state:UKR"));
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn list(&self, kind: Option<&Kind>, on: Option<PartialDate>) -> Vec<Entity> {
        let is_listed = |entity: &Entity| {
            entity.record().is_some_and(|record| {
                let holds = |date| {
                    record.period.holds_on(date)
                        && (record.kind != Kind::Leader || record.offices.iter().any(|term| term.period.holds_on(date)))
                };
                kind.is_none_or(|kind| record.kind == *kind) && on.is_none_or(holds)
            })
        };
        self.entities().filter(is_listed).collect()
    }

    /// Returns what a word most likely means that [`look_up`](Self::look_up) does not know: the entities of that name;
    /// else those of the nearest id or name.
    ///
    /// ```
    /// let gazetteer = detente::Gazetteer::bundled();
    /// assert_eq!(gazetteer.suggest("kazakhstan")[0].id(), "state:KAZ");
    /// assert_eq!(gazetteer.suggest("bloc:CTSO")[0].id(), "bloc:CSTO");
    /// assert_eq!(gazetteer.suggest("Indai")[0].id(), "state:IND");
    /// ```
    pub fn suggest(&self, word: &str) -> Vec<Entity> {
        let data = &*self.data;
        let word = word.trim().to_lowercase();
        let names = names(data);
        let named = bearers(&names, &word);
        let found = if !named.is_empty() {
            named
        } else {
            let known: Vec<(String, u32)> = ids(data, word.contains(':')).into_iter().chain(names).collect();
            let words: Vec<&str> = known.iter().map(|(word, _)| word.as_str()).collect();
            nearest(&word, &words).map(|near| bearers(&known, near)).unwrap_or_default()
        };
        found.into_iter().map(|index| Entity::listed(self, index)).collect()
    }
}

/// Every name in lower case, with the entity that bears it.
fn names(data: &Data) -> Vec<(String, u32)> {
    data.aliases.iter().map(|alias| (alias.text.to_lowercase(), alias.entity)).collect()
}

/// Every id in lower case, with its kind or without.
fn ids(data: &Data, with_kind: bool) -> Vec<(String, u32)> {
    let id = |id: &str| match id.split_once(':') {
        Some((_, key)) if !with_kind => key.to_lowercase(),
        _ => id.to_lowercase(),
    };
    data.records.iter().map(|record| id(&record.id)).zip(0..).collect()
}

/// The entities of a name, by id.
fn bearers(names: &[(String, u32)], wanted: &str) -> Vec<u32> {
    let mut all: Vec<u32> = names.iter().filter(|(name, _)| name == wanted).map(|(_, entity)| *entity).collect();
    all.sort_unstable();
    all.dedup();
    all
}
