//! An entity: a cheap handle to what is known of it.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::record::Record;
use super::{Data, Gazetteer};
use crate::date::Period;
use crate::vocabulary::{Kind, Office};

/// A state, bloc, territory, leader, or what else a gazetteer lists: a cheap handle, two words wide.
///
/// A person whom the text itself introduced is an `Entity` too, [`is_discovered`](Self::is_discovered).
/// Two entities are equal, and sort, by their ids.
///
/// ```
/// let gazetteer = detente::Gazetteer::bundled();
/// let armenia = gazetteer.get("state:ARM").unwrap();
/// assert_eq!((armenia.name(), armenia.key(), armenia.iso2()), ("Armenia", "ARM", Some("AM")));
/// ```
#[derive(Clone)]
pub struct Entity(Inner);

#[derive(Clone)]
enum Inner {
    Listed(Arc<Data>, u32),
    Discovered(Arc<Discovered>),
}

/// What a text says of a person whom no gazetteer lists.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Discovered {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) office: Option<String>,
    /// The id of the state or bloc that the person serves.
    pub(crate) of: Option<String>,
}

impl Entity {
    pub(crate) fn listed(gazetteer: &Gazetteer, index: u32) -> Self {
        Self(Inner::Listed(Arc::clone(&gazetteer.data), index))
    }

    pub(crate) fn discovered(person: Arc<Discovered>) -> Self {
        Self(Inner::Discovered(person))
    }

    pub(crate) fn record(&self) -> Option<&Record> {
        match &self.0 {
            Inner::Listed(data, index) => data.records.get(*index as usize),
            Inner::Discovered(_) => None,
        }
    }

    /// Returns the id, `kind:KEY`.
    pub fn id(&self) -> &str {
        match &self.0 {
            Inner::Listed(data, index) => &data.records[*index as usize].id,
            Inner::Discovered(person) => &person.id,
        }
    }

    /// Returns the part of the id after the colon.
    pub fn key(&self) -> &str {
        self.id().split_once(':').map_or("", |(_, key)| key)
    }

    /// Returns the display name.
    pub fn name(&self) -> &str {
        match &self.0 {
            Inner::Listed(data, index) => &data.records[*index as usize].name,
            Inner::Discovered(person) => &person.name,
        }
    }

    /// Returns what it is.
    pub fn kind(&self) -> Kind {
        self.record().map_or(Kind::Leader, |record| record.kind.clone())
    }

    /// Returns whether the text introduced it and no gazetteer lists it.
    pub fn is_discovered(&self) -> bool {
        matches!(self.0, Inner::Discovered(_))
    }

    /// Returns when it existed, as far as the gazetteer says.
    pub fn period(&self) -> Period {
        self.record().map(|record| record.period).unwrap_or_default()
    }

    /// Returns the Wikidata id.
    pub fn wikidata(&self) -> Option<&str> {
        self.record()?.wikidata.as_deref()
    }

    /// Returns the ISO 3166-1 alpha-2 code.
    pub fn iso2(&self) -> Option<&str> {
        self.record()?.iso2.as_deref()
    }

    /// Returns the ISO 3166-1 numeric code.
    pub fn iso_numeric(&self) -> Option<u32> {
        self.record()?.iso_numeric
    }

    /// Returns the Gleditsch–Ward number.
    pub fn gleditsch_ward(&self) -> Option<u32> {
        self.record()?.gw
    }

    /// Returns, where it is disputed, one sentence on who recognises it.
    pub fn recognition(&self) -> Option<&str> {
        self.record()?.recognition.as_deref()
    }

    /// Returns the sources on which the record rests.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.record().into_iter().flat_map(|record| record.sources.iter().map(|source| &**source))
    }

    /// Returns the office under which the text introduced a discovered person, as it spells it.
    pub fn discovered_office(&self) -> Option<&str> {
        match &self.0 {
            Inner::Listed(..) => None,
            Inner::Discovered(person) => person.office.as_deref(),
        }
    }

    /// Returns the id of the state or bloc that a discovered person serves.
    pub fn discovered_of(&self) -> Option<&str> {
        match &self.0 {
            Inner::Listed(..) => None,
            Inner::Discovered(person) => person.of.as_deref(),
        }
    }

    /// Returns the offices that the gazetteer lists, earliest first, with whom or what each is of.
    pub fn offices(&self) -> Vec<(Office, Entity, Period)> {
        let Inner::Listed(data, index) = &self.0 else { return Vec::new() };
        let record = &data.records[*index as usize];
        record
            .offices
            .iter()
            .map(|term| (term.office, Self(Inner::Listed(Arc::clone(data), term.of)), term.period))
            .collect()
    }
}

impl PartialEq for Entity {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Entity {}

impl PartialOrd for Entity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Entity {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id().cmp(other.id())
    }
}

impl Hash for Entity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

impl fmt::Display for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Entity").field(&self.id()).finish()
    }
}
