//! An entity: a cheap handle to what is known of it.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::record::{Link, Record, Term};
use super::{Data, Gazetteer, Holder};
use crate::date::Period;
use crate::error::Place;
use crate::vocabulary::{Form, Kind, Office};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Discovered {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) office: Option<String>,
    /// The id of the state or bloc that the person serves.
    pub(crate) of: Option<String>,
}

/// A name under which the gazetteer lists an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Name<'e> {
    /// The name as the gazetteer spells it.
    pub text: &'e str,
    /// The kind of name; capitals and seats of power are both [`Form::Metonym`].
    pub form: Form,
    /// Whether it is a capital's.
    pub is_capital: bool,
    /// Whether it is a common misspelling, to be found and not to be shown.
    pub is_misspelling: bool,
    /// When it means this entity.
    pub period: Period,
    /// The ids of the guards that say when it means something else.
    pub guards: Vec<&'e str>,
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

    /// Returns a person's gender, `f` or `m`, where the gazetteer states it.
    pub fn gender(&self) -> Option<&str> {
        self.record()?.gender.as_deref()
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

    /// The same discovered person under another id; a listed entity as it is.
    pub(crate) fn renamed(&self, id: &str) -> Self {
        match &self.0 {
            Inner::Discovered(person) if person.id != id => {
                let person = Discovered { id: id.to_owned(), ..Discovered::clone(person) };
                Self(Inner::Discovered(Arc::new(person)))
            }
            _ => self.clone(),
        }
    }

    /// Returns the offices that the gazetteer lists of a person, in its order.
    ///
    /// ```
    /// use detente::{Gazetteer, Office};
    ///
    /// let karimov = Gazetteer::bundled().get("leader:islam-karimov").unwrap();
    /// let held = &karimov.offices()[0];
    /// assert_eq!((held.office, held.of.name()), (Office::President, "Uzbekistan"));
    /// ```
    pub fn offices(&self) -> Vec<Holder> {
        let Inner::Listed(data, index) = &self.0 else { return Vec::new() };
        let of = |term: &Term| Self(Inner::Listed(Arc::clone(data), term.of));
        data.record(*index).offices.iter().map(|term| Holder::new(self.clone(), term, of(term))).collect()
    }

    /// Returns the names under which the gazetteer lists it, the display name first unless it stands among the others.
    ///
    /// ```
    /// use detente::{Form, Gazetteer};
    ///
    /// let kazakhstan = Gazetteer::bundled().get("state:KAZ").unwrap();
    /// let names = kazakhstan.names();
    /// let capitals: Vec<&str> = names.iter().filter(|name| name.is_capital).map(|name| name.text).collect();
    /// assert!(capitals.contains(&"Almaty") && capitals.contains(&"Astana"));
    /// ```
    pub fn names(&self) -> Vec<Name<'_>> {
        let Inner::Listed(data, index) = &self.0 else { return Vec::new() };
        let guard = |guard: &u16| &*data.guards[usize::from(*guard)].id;
        data.aliases_of(*index)
            .iter()
            .map(|alias| Name {
                text: &alias.text,
                form: alias.form,
                is_capital: alias.capital,
                is_misspelling: alias.misspelt,
                period: alias.period,
                guards: alias.guards.iter().map(guard).collect(),
            })
            .collect()
    }

    /// Returns where the gazetteer lists it.
    pub fn place(&self) -> Option<Place> {
        let Inner::Listed(data, index) = &self.0 else { return None };
        data.place(data.record(*index).origin)
    }

    /// Returns the nouns that may stand for it after "the" (`bloc`, `alliance`).
    pub fn described_as(&self) -> impl Iterator<Item = &str> {
        self.record().into_iter().flat_map(|record| record.described_as.iter().map(|noun| &**noun))
    }

    /// Returns the offices that "its leader" means, with when each does.
    pub fn led_by(&self) -> Vec<(Office, Period)> {
        let Some(record) = self.record() else { return Vec::new() };
        record.led_by.iter().map(|led| (led.office, led.period)).collect()
    }

    /// Returns where its headquarters stand.
    pub fn seat(&self) -> Option<&str> {
        self.record()?.seat.as_deref()
    }

    /// Returns what followed it when it was dissolved.
    pub fn successors(&self) -> Vec<Entity> {
        self.linked(|record| &record.successors).into_iter().map(|(entity, _)| entity).collect()
    }

    /// Returns what it followed.
    pub fn predecessor(&self) -> Option<Entity> {
        self.linked(|record| record.predecessor.as_slice()).pop().map(|(entity, _)| entity)
    }

    /// Returns who claims it, and when, where it is disputed.
    pub fn claimed_by(&self) -> Vec<(Entity, Period)> {
        self.linked(|record| &record.claimed_by)
    }

    /// Returns who administers it, and when.
    pub fn administered_by(&self) -> Vec<(Entity, Period)> {
        self.linked(|record| &record.administered_by)
    }

    fn linked(&self, links: impl Fn(&Record) -> &[Link]) -> Vec<(Entity, Period)> {
        let Inner::Listed(data, index) = &self.0 else { return Vec::new() };
        let listed = |link: &Link| (Self(Inner::Listed(Arc::clone(data), link.entity)), link.period);
        links(data.record(*index)).iter().map(listed).collect()
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
