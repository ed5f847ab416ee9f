//! The gazetteer: entities, their names, and dated facts about them.

mod alias;
mod builder;
mod entity;
mod entity_set;
mod guard;
mod lint;
mod listing;
mod reading;
mod record;
mod stats;
mod tie;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

pub use builder::GazetteerBuilder;
pub use entity::{Entity, Name};
pub use lint::Finding;
pub use stats::Stats;

pub(crate) use alias::{Alias, Origin};
pub(crate) use entity::Discovered;
pub(crate) use entity_set::EntitySet;
pub(crate) use guard::Guard;
pub(crate) use record::{Record, Term};
pub(crate) use tie::{Role, Ties};

use crate::date::{PartialDate, Period};
use crate::error::Place;
use crate::source::Source;
use crate::vocabulary::{Kind, Office, Status};
use crate::word::WordHash;

/// States, territories, blocs and leaders, their names, and what holds of them on which date: a cheap handle.
///
/// ```
/// use detente::{Gazetteer, Status};
///
/// let gazetteer = Gazetteer::bundled();
/// let csto = gazetteer.members("bloc:CSTO", Some("2013-01-01".parse()?));
/// let members: Vec<&str> = csto.iter().filter(|m| m.status == Status::Member).map(|m| m.entity.key()).collect();
/// assert_eq!(members, ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]);
/// # Ok::<(), detente::Error>(())
/// ```
#[derive(Clone)]
pub struct Gazetteer {
    pub(crate) data: Arc<Data>,
}

/// All that a gazetteer holds. Records are sorted by id, so that an index compares as its id does.
pub(crate) struct Data {
    pub(crate) records: Vec<Record>,
    pub(crate) aliases: Vec<Alias>,
    pub(crate) guards: Vec<Guard>,
    by_id: HashMap<Box<str>, u32, WordHash>,
    pub(crate) ties: Ties,
    /// Those whom nouns describe.
    pub(crate) described: EntitySet,
    /// Of each entity, the people (and the number of the spell there) who hold its offices.
    holders: Vec<Vec<(u32, u32)>>,
    sources: Vec<Source>,
    pub(crate) version: Arc<str>,
    as_of: Option<PartialDate>,
}

/// An entity's spell in a bloc.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Member {
    /// Who belongs; of [`Gazetteer::memberships`] the bloc.
    pub entity: Entity,
    /// How it belongs.
    pub status: Status,
    /// From when until when.
    pub period: Period,
}

/// A person's spell in an office.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Holder {
    /// The person.
    pub entity: Entity,
    /// The office.
    pub office: Office,
    /// The state, territory or bloc whose office it is.
    pub of: Entity,
    /// What the office is called there, where that is not its plain name.
    pub title: Option<String>,
    /// Whether the person stood in for a holder.
    pub acting: bool,
    /// From when until when.
    pub period: Period,
}

impl Gazetteer {
    /// Returns the gazetteer that the crate ships; it is read once, at the first call.
    ///
    /// # Panics
    ///
    /// Never for a published crate: that the shipped data can be read is one of its tests.
    pub fn bundled() -> Self {
        static BUNDLED: LazyLock<Gazetteer> = LazyLock::new(|| {
            let built = Gazetteer::builder().bundled().build();
            built.unwrap_or_else(|error| panic!("the bundled gazetteer is broken: {error}"))
        });
        BUNDLED.clone()
    }

    /// Returns a builder without layers.
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    /// Returns the version of the data, the last that a layer states; empty when none does.
    pub fn version(&self) -> &str {
        &self.data.version
    }

    /// Returns the day up to which the data was kept.
    pub fn as_of(&self) -> Option<PartialDate> {
        self.data.as_of
    }

    /// Returns the entity of that id (`bloc:CSTO`).
    pub fn get(&self, id: &str) -> Option<Entity> {
        self.data.find(id).map(|index| Entity::listed(self, index))
    }

    /// Returns the entity that an id with or without its kind means (`CSTO`, `bloc:CSTO`, `kaz`).
    ///
    /// Without a kind, states are looked up before blocs, territories and leaders, and case does not count.
    pub fn look_up(&self, word: &str) -> Option<Entity> {
        if let Some(entity) = self.get(word) {
            return Some(entity);
        }
        let kinds = [Kind::State, Kind::Bloc, Kind::Territory, Kind::Leader];
        let matches = |index: &u32, kind: &Kind| {
            let record = &self.data.records[*index as usize];
            let (_, key) = record.id.split_once(':').unwrap_or_default();
            record.kind == *kind && (key.eq_ignore_ascii_case(word) || record.id.eq_ignore_ascii_case(word))
        };
        let indices = 0..self.data.records.len() as u32;
        let named = kinds.iter().find_map(|kind| indices.clone().find(|index| matches(index, kind)));
        let any = || indices.clone().find(|&i| self.data.records[i as usize].id.rsplit(':').next() == Some(word));
        named.or_else(any).map(|index| Entity::listed(self, index))
    }

    /// Returns every entity, by id.
    pub fn entities(&self) -> impl Iterator<Item = Entity> + '_ {
        (0..self.data.records.len() as u32).map(|index| Entity::listed(self, index))
    }

    /// Returns who belongs to a bloc, by status and id; with a date, who did on that date. The bloc is meant by its whole
    /// id (`bloc:CSTO`), and of another nobody is returned; [`look_up`](Self::look_up) knows it by less.
    pub fn members(&self, bloc: &str, on: Option<PartialDate>) -> Vec<Member> {
        let Some(bloc) = self.data.find(bloc) else { return Vec::new() };
        let spells = self.data.records[bloc as usize].members.iter();
        let mut members: Vec<Member> = spells
            .filter(|spell| on.is_none_or(|date| spell.period.holds_on(date)))
            .map(|spell| Member {
                entity: Entity::listed(self, spell.entity),
                status: spell.status,
                period: spell.period,
            })
            .collect();
        members.sort_by(|a, b| (a.status, &a.entity).cmp(&(b.status, &b.entity)));
        members
    }

    /// Returns the blocs to which an entity belongs, by id; with a date, on that date; none of an unknown id.
    pub fn memberships(&self, id: &str, on: Option<PartialDate>) -> Vec<Member> {
        let Some(index) = self.data.find(id) else { return Vec::new() };
        let memberships = self.data.ties.of(index).iter().filter_map(|tie| Some((tie, tie.membership(on)?)));
        memberships
            .map(|(tie, status)| Member { entity: Entity::listed(self, tie.to), status, period: tie.period })
            .collect()
    }

    /// Returns who holds an office of a state, territory or bloc, by office and time; with a date, on that date; nobody of
    /// an unknown id.
    pub fn leaders(&self, of: &str, on: Option<PartialDate>) -> Vec<Holder> {
        let Some(index) = self.data.find(of) else { return Vec::new() };
        let mut holders: Vec<Holder> = self
            .data
            .holders_of(index)
            .filter(|(_, term)| on.is_none_or(|date| term.period.holds_on(date)))
            .map(|(person, term)| Holder::new(Entity::listed(self, person), term, Entity::listed(self, index)))
            .collect();
        let start = |holder: &Holder| holder.period.from.map(PartialDate::first_day);
        holders.sort_by(|a, b| (a.office, start(a), &a.entity).cmp(&(b.office, start(b), &b.entity)));
        holders
    }
}

impl Holder {
    fn new(person: Entity, term: &Term, of: Entity) -> Self {
        Self {
            entity: person,
            office: term.office,
            of,
            title: term.title.as_deref().map(str::to_owned),
            acting: term.acting,
            period: term.period,
        }
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer")
            .field("version", &self.version())
            .field("entities", &self.data.records.len())
            .field("aliases", &self.data.aliases.len())
            .finish()
    }
}

impl Data {
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    pub(crate) fn record(&self, index: u32) -> &Record {
        &self.records[index as usize]
    }

    /// The names of an entity, in the order in which they are listed.
    pub(crate) fn aliases_of(&self, index: u32) -> &[Alias] {
        let first = self.aliases.partition_point(|alias| alias.entity < index);
        let count = self.aliases[first..].partition_point(|alias| alias.entity == index);
        &self.aliases[first..first + count]
    }

    /// The people who hold an entity's offices, by id, with the spell of each.
    pub(crate) fn holders_of(&self, index: u32) -> impl Iterator<Item = (u32, &Term)> {
        let spells = self.holders[index as usize].iter();
        spells.map(|&(person, spell)| (person, &self.records[person as usize].offices[spell as usize]))
    }

    /// The place of a record or alias in its file.
    pub(crate) fn place(&self, origin: Origin) -> Option<Place> {
        self.sources.get(usize::from(origin.file)).map(|source| source.place(origin.offset as usize))
    }
}
