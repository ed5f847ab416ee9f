//! What all layers say together: their records, one over the other, and what they refer to.

use std::collections::{BTreeMap, HashMap};

use super::Data;
use super::alias::{Alias, Origin};
use super::entity_set::EntitySet;
use super::guard::Guard;
use super::record::{self, Links, Record};
use super::tie::Ties;
use crate::date::PartialDate;
use crate::error::Error;
use crate::parallel;
use crate::source::{At, Document, Located, Source, Table, nearest};
use crate::vocabulary::Kind;
use crate::word::WordHash;

/// The kinds that need no declaration.
const KINDS: [&str; 4] = ["state", "territory", "bloc", "leader"];

/// The tables of all layers, by id, while they are merged.
pub(super) struct Reading<'s> {
    /// The number of each file, by the address of its source.
    files: HashMap<usize, u16, WordHash>,
    guards: BTreeMap<&'s str, (usize, Table<'s>)>,
    entities: BTreeMap<String, Stack<'s>>,
    version: Option<Box<str>>,
    as_of: Option<PartialDate>,
}

/// What a record says first: of whom it is, and how it lies over those below.
pub(super) struct Head {
    /// With the kind before it.
    id: String,
    removes: bool,
    extends: bool,
}

/// The keys at the top of a document that are no kinds of entities.
const OTHERS: [&str; 4] = ["version", "as_of", "kinds", "guard"];

impl Head {
    /// The heads of all records of a document, in its order.
    pub(super) fn all(table: &Table<'_>) -> Vec<Result<Self, Error>> {
        let kinds = table.keys().into_iter().map(|key| key.value).filter(|key| !OTHERS.contains(key));
        // Whether what stands there are tables is asked where the kind is known.
        let records = kinds.flat_map(|kind| table.tables(kind).into_iter().flatten().map(move |record| (kind, record)));
        records.map(|(kind, record)| Self::read(kind, &record)).collect()
    }

    fn read(kind: &str, table: &Table<'_>) -> Result<Self, Error> {
        record::expect_keys(table)?;
        let key = table.required("id")?;
        if !may_stand_in_id(key.value) {
            return Err(key.at.error(
                format!("`{}` is no id", key.value),
                format!("write what stands after `{kind}:`, without spaces, `:` and `~`"),
            ));
        }
        let removes = table.flag("remove")?.unwrap_or(false);
        let extends = table.flag("extend")?.unwrap_or(false);
        Ok(Self { id: [kind, ":", key.value].concat(), removes, extends })
    }
}

/// Whether a word may be the one part of an id or the other. A colon divides them; a tilde tells namesakes apart in a
/// merged graph.
fn may_stand_in_id(word: &str) -> bool {
    !word.contains(|c: char| matches!(c, ':' | '~') || c.is_whitespace() || c.is_control())
}

/// What the layers say of one entity.
struct Stack<'s> {
    kind: Kind,
    layer: usize,
    /// `None` once it is removed.
    table: Option<Table<'s>>,
}

impl<'s> Reading<'s> {
    pub(super) fn new(
        documents: &'s [(usize, Document<'s>)],
        heads: Vec<Vec<Result<Head, Error>>>,
    ) -> Result<Self, Error> {
        let mut reading = Self {
            files: HashMap::default(),
            guards: BTreeMap::new(),
            entities: BTreeMap::new(),
            version: None,
            as_of: None,
        };
        let mut kinds: Vec<&str> = KINDS.to_vec();
        for (_, document) in documents {
            for kind in document.table().texts("kinds")? {
                if !may_stand_in_id(kind.value) {
                    let cure = "write it without spaces, `:` and `~`, such as `armed-group`";
                    return Err(kind.at.error(format!("`{}` is no kind", kind.value), cure));
                }
                kinds.push(kind.value);
            }
        }
        for (number, ((layer, document), heads)) in documents.iter().zip(heads).enumerate() {
            let table = document.table();
            let too_many = || table.error("there are more than 65,536 files", "join some of them");
            reading.files.insert(address(table.at()), u16::try_from(number).map_err(|_| too_many())?);
            reading.document(*layer, &table, &kinds, heads)?;
        }
        Ok(reading)
    }

    fn document(
        &mut self,
        layer: usize,
        table: &Table<'s>,
        kinds: &[&str],
        heads: Vec<Result<Head, Error>>,
    ) -> Result<(), Error> {
        let mut heads = heads.into_iter();
        for key in table.keys() {
            match key.value {
                "version" => self.version = table.text("version")?.map(|text| text.value.into()),
                "as_of" => self.as_of = table.parsed("as_of")?,
                "kinds" => {}
                "guard" => {
                    for guard in table.tables("guard")? {
                        self.guard(layer, guard)?;
                    }
                }
                kind if kinds.contains(&kind) => {
                    for (record, head) in table.tables(kind)?.into_iter().zip(&mut heads) {
                        self.entity(layer, kind, head?, record)?;
                    }
                }
                other if table.tables(other).is_err() => {
                    return Err(key.at.error(
                        format!("`{other}` stands outside of any record"),
                        "write the record's head above it, such as `[[bloc]]`",
                    ));
                }
                other => {
                    let cure = match nearest(other, kinds) {
                        Some(near) => format!("did you mean `[[{near}]]`?"),
                        None => {
                            format!("declare a kind of your own with `kinds = [\"{other}\"]` at the top of the file")
                        }
                    };
                    return Err(key.at.error(format!("`{other}` is no kind of entity"), cure));
                }
            }
        }
        Ok(())
    }

    fn guard(&mut self, layer: usize, table: Table<'s>) -> Result<(), Error> {
        let id = table.required("id")?;
        match self.guards.get(id.value) {
            Some((other, first)) if *other == layer => Err(twice(&id, "guard", first)),
            _ => {
                self.guards.insert(id.value, (layer, table));
                Ok(())
            }
        }
    }

    fn entity(&mut self, layer: usize, kind: &str, head: Head, table: Table<'s>) -> Result<(), Error> {
        let Head { id, removes, extends } = head;
        match self.entities.get_mut(&id) {
            Some(stack) => {
                if let (true, Some(first)) = (stack.layer == layer, &stack.table) {
                    return Err(twice(&table.required("id")?, "id", first));
                }
                stack.layer = layer;
                stack.table = match (removes, stack.table.take()) {
                    (true, _) => None,
                    (false, Some(below)) => Some(table.over(below, extends)),
                    (false, None) => Some(table),
                };
            }
            None if removes || extends => {
                let known: Vec<&str> = self.entities.keys().map(String::as_str).collect();
                let cure = match meant(&id, &known).and_then(|near| near.split_once(':')) {
                    Some((near, key)) if near == kind => format!("did you mean `{key}`?"),
                    Some((near, key)) => format!("did you mean `{key}` under `[[{near}]]`?"),
                    None => "correct the id, or leave `remove` and `extend` out".to_owned(),
                };
                return Err(table.required("id")?.at.error(format!("there is no `{id}` below to change"), cure));
            }
            None => {
                self.entities.insert(id, Stack { kind: Kind::new(kind), layer, table: Some(table) });
            }
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Unindexed, Error> {
        let guard_index: HashMap<&str, u16, WordHash> = self.guards.keys().zip(0..).map(|(id, i)| (*id, i)).collect();
        let living = self.entities.iter().filter(|(_, stack)| stack.table.is_some());
        let index: HashMap<&str, u32, WordHash> = living.zip(0..).map(|((id, _), i)| (id.as_str(), i)).collect();
        let ids: Vec<&str> = self.entities.keys().map(String::as_str).collect();

        let entity = |id: &Located<'_, &str>| match index.get(id.value) {
            Some(index) => Ok(Some(*index)),
            None if self.entities.contains_key(id.value) => Ok(None),
            None => Err(id.at.error(format!("there is no entity `{}`", id.value), did_you_mean(id.value, &ids))),
        };
        let guard = |id: &Located<'_, &str>| {
            guard_index.get(id.value).copied().ok_or_else(|| {
                let known: Vec<&str> = self.guards.keys().copied().collect();
                id.at.error(format!("there is no guard `{}`", id.value), did_you_mean(id.value, &known))
            })
        };
        let origin = |at: At<'_>| Origin {
            file: self.files.get(&address(at)).copied().unwrap_or_default(),
            offset: u32::try_from(at.offset).unwrap_or(u32::MAX),
        };
        let links = Links { entity: &entity, guard: &guard, origin: &origin };

        let living: Vec<_> =
            self.entities.iter().filter_map(|(id, stack)| Some((id, &stack.kind, stack.table.as_ref()?))).collect();
        let read = parallel::map(&living, |number, (id, kind, table)| {
            record::read(table, id, (*kind).clone(), number as u32, &links)
        })?;
        let mut records = Vec::with_capacity(read.len());
        let mut aliases = Vec::new();
        for (record, names) in read {
            records.push(record);
            aliases.extend(names);
        }
        let guards = self.guards.values().map(|(_, table)| Guard::read(table)).collect::<Result<_, _>>()?;
        Ok(Unindexed { records, aliases, guards, version: self.version, as_of: self.as_of })
    }
}

/// Tells sources apart: one stays where it is while it is read.
fn address(at: At<'_>) -> usize {
    std::ptr::from_ref(at.source).addr()
}

fn twice(id: &Located<'_, &str>, what: &str, first: &Table<'_>) -> Error {
    let at = first.at();
    id.at.error(
        format!("the {what} `{}` is taken already, at {}", id.value, at.source.place(at.offset)),
        "remove one of the two, or give it another id",
    )
}

fn did_you_mean(word: &str, known: &[&str]) -> String {
    match meant(word, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "correct it, or add what it names".to_owned(),
    }
}

/// The known id that a wrong one most likely means: the same but for its case or its kind, else the nearest of its kind.
fn meant<'k>(id: &str, known: &[&'k str]) -> Option<&'k str> {
    fn parts(id: &str) -> (&str, &str) {
        id.split_once(':').unwrap_or(("", id))
    }
    let (kind, key) = parts(id);
    let same: Vec<&'k str> = known.iter().copied().filter(|known| parts(known).1.eq_ignore_ascii_case(key)).collect();
    let of_kind = |known: &&&'k str| parts(known).0 == kind;
    same.iter().find(of_kind).or(same.first()).copied().or_else(|| {
        let keys: Vec<&str> = known.iter().filter(of_kind).map(|known| parts(known).1).collect();
        let near = nearest(key, &keys)?;
        known.iter().filter(of_kind).find(|known| parts(known).1 == near).copied()
    })
}

/// All that the layers say, before it can be looked up.
pub(super) struct Unindexed {
    records: Vec<Record>,
    aliases: Vec<Alias>,
    guards: Vec<Guard>,
    version: Option<Box<str>>,
    as_of: Option<PartialDate>,
}

impl Unindexed {
    pub(super) fn index(self, sources: Vec<Source>) -> Data {
        let mut holders = vec![Vec::new(); self.records.len()];
        for (index, record) in (0u32..).zip(&self.records) {
            for (spell, term) in (0u32..).zip(&record.offices) {
                holders[term.of as usize].push((index, spell));
            }
        }
        let by_id = (0u32..).zip(&self.records).map(|(index, record)| (record.id.clone(), index)).collect();
        Data {
            ties: Ties::new(&self.records),
            described: EntitySet::of(&self.records, |record| !record.described_as.is_empty()),
            records: self.records,
            aliases: self.aliases,
            guards: self.guards,
            by_id,
            holders,
            sources,
            version: self.version.unwrap_or_default().into(),
            as_of: self.as_of,
        }
    }
}
