//! What the gazetteer says of one entity, as read from its table.

use std::sync::LazyLock;

use super::alias::{self, Alias, Context, Origin};
use crate::date::Period;
use crate::error::Error;
use crate::source::{At, Item, Located, Table};
use crate::vocabulary::{Kind, Office, Status};

/// What the gazetteer says of one entity.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) id: Box<str>,
    pub(crate) kind: Kind,
    pub(crate) name: Box<str>,
    pub(crate) period: Period,
    pub(crate) described_as: Box<[Box<str>]>,
    pub(crate) half: Option<Half>,
    pub(crate) led_by: Box<[LedBy]>,
    pub(crate) members: Box<[Membership]>,
    pub(crate) offices: Box<[Term]>,
    pub(crate) successors: Box<[Link]>,
    pub(crate) predecessor: Option<Link>,
    pub(crate) claimed_by: Box<[Link]>,
    pub(crate) administered_by: Box<[Link]>,
    pub(crate) recognition: Option<Box<str>>,
    pub(crate) seat: Option<Box<str>>,
    pub(crate) gender: Option<Box<str>>,
    pub(crate) iso2: Option<Box<str>>,
    pub(crate) iso_numeric: Option<u32>,
    pub(crate) gw: Option<u32>,
    pub(crate) wikidata: Option<Box<str>>,
    pub(crate) sources: Box<[Box<str>]>,
    pub(crate) origin: Origin,
}

/// The office that "the leader" of a state means in a period.
#[derive(Clone, Debug)]
pub(crate) struct LedBy {
    pub(crate) office: Office,
    pub(crate) period: Period,
}

/// What a land that is one of two is called beside the other: "the North".
#[derive(Clone, Debug)]
pub(crate) struct Half {
    pub(crate) name: Box<str>,
    /// The other land.
    pub(crate) beside: u32,
    /// Words that stand for both, where the article names one only: "peninsula".
    pub(crate) or: Box<[Box<str>]>,
}

/// A dated reference to another entity.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) entity: u32,
    pub(crate) period: Period,
}

/// A spell in a bloc.
#[derive(Clone, Debug)]
pub(crate) struct Membership {
    pub(crate) entity: u32,
    pub(crate) status: Status,
    pub(crate) period: Period,
    pub(crate) origin: Origin,
}

/// A spell in an office.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) office: Office,
    pub(crate) of: u32,
    pub(crate) period: Period,
    pub(crate) title: Option<Box<str>>,
    pub(crate) acting: bool,
    pub(crate) shared: bool,
    pub(crate) origin: Origin,
}

/// The keys that are not lists of names.
const KEYS: [&str; 22] = [
    "id",
    "name",
    "display_only",
    "described_as",
    "half",
    "led_by",
    "from",
    "until",
    "successors",
    "predecessor",
    "recognition",
    "claimed_by",
    "administered_by",
    "iso2",
    "iso_numeric",
    "gw",
    "wikidata",
    "seat",
    "members",
    "offices",
    "gender",
    "sources",
];

/// Keys that say how a record lies over one of the same id.
pub(crate) const OVERLAY_KEYS: [&str; 2] = ["remove", "extend"];

/// Fails at a key that no record has.
pub(crate) fn expect_keys(table: &Table<'_>) -> Result<(), Error> {
    static KNOWN: LazyLock<Vec<&str>> =
        LazyLock::new(|| KEYS.into_iter().chain(alias::KEYS).chain(OVERLAY_KEYS).collect());
    table.expect_keys(&KNOWN)
}

/// Looks an id up among what is read; fails with the id's place.
pub(crate) type LookUp<'l, T> = &'l (dyn Fn(&Located<'_, &str>) -> Result<T, Error> + Sync);

/// What reading a record needs to know of the others.
pub(crate) struct Links<'l> {
    /// The index of an id; `None` when the entity was removed, an error when it never was.
    pub(crate) entity: LookUp<'l, Option<u32>>,
    pub(crate) guard: LookUp<'l, u16>,
    pub(crate) origin: &'l (dyn Fn(At<'_>) -> Origin + Sync),
}

/// Reads a record and the names that it lists.
pub(crate) fn read(
    table: &Table<'_>,
    id: &str,
    kind: Kind,
    index: u32,
    links: &Links<'_>,
) -> Result<(Record, Vec<Alias>), Error> {
    let is_person = kind == Kind::Leader;
    let context = Context { entity: index, is_person, guard: links.guard, origin: links.origin };
    let aliases = alias::read(table, &context)?;
    let text = |key: &str| -> Result<Option<Box<str>>, Error> { Ok(table.text(key)?.map(|text| text.value.into())) };
    let texts = |key: &str| -> Result<Box<[Box<str>]>, Error> {
        Ok(table.texts(key)?.iter().map(|text| text.value.into()).collect())
    };
    let record = Record {
        id: id.into(),
        kind,
        name: table.required("name")?.value.into(),
        period: table.period()?,
        described_as: texts("described_as")?,
        half: half(table, links)?,
        led_by: led_by(table)?,
        members: members(table, links)?,
        offices: offices(table, links)?,
        successors: linked(table, "successors", links)?,
        predecessor: linked(table, "predecessor", links)?.into_vec().pop(),
        claimed_by: linked(table, "claimed_by", links)?,
        administered_by: linked(table, "administered_by", links)?,
        recognition: text("recognition")?,
        seat: text("seat")?,
        gender: text("gender")?,
        iso2: text("iso2")?,
        iso_numeric: table.number("iso_numeric")?,
        gw: table.number("gw")?,
        wikidata: text("wikidata")?,
        sources: texts("sources")?,
        origin: (links.origin)(table.at()),
    };
    Ok((record, aliases))
}

fn led_by(table: &Table<'_>) -> Result<Box<[LedBy]>, Error> {
    let mut all = Vec::new();
    for item in table.items("led_by")? {
        all.push(match item {
            Item::Text(word) => {
                LedBy { office: word.value.parse().map_err(|error| word.at.locate(error))?, period: Period::default() }
            }
            Item::Table(inner) => {
                inner.expect_keys(&["office", "from", "until"])?;
                LedBy { office: required_office(&inner)?, period: inner.period()? }
            }
        });
    }
    Ok(all.into())
}

fn half(table: &Table<'_>, links: &Links<'_>) -> Result<Option<Half>, Error> {
    let Some(inner) = table.tables("half")?.into_iter().next() else { return Ok(None) };
    inner.expect_keys(&["name", "beside", "or"])?;
    let name = inner.required("name")?.value.into();
    let or = inner.texts("or")?.iter().map(|word| word.value.into()).collect();
    Ok((links.entity)(&inner.required("beside")?)?.map(|beside| Half { name, beside, or }))
}

fn required_office(table: &Table<'_>) -> Result<Office, Error> {
    let word = table.required("office")?;
    word.value.parse().map_err(|error| word.at.locate(error))
}

fn linked(table: &Table<'_>, key: &str, links: &Links<'_>) -> Result<Box<[Link]>, Error> {
    let mut all = Vec::new();
    for item in table.items(key)? {
        let (id, period) = match &item {
            Item::Text(id) => (*id, Period::default()),
            Item::Table(inner) => {
                inner.expect_keys(&["id", "from", "until"])?;
                (inner.required("id")?, inner.period()?)
            }
        };
        if let Some(entity) = (links.entity)(&id)? {
            all.push(Link { entity, period });
        }
    }
    Ok(all.into())
}

fn members(table: &Table<'_>, links: &Links<'_>) -> Result<Box<[Membership]>, Error> {
    let mut all = Vec::new();
    for inner in table.tables("members")? {
        inner.expect_keys(&["id", "status", "from", "until"])?;
        let Some(entity) = (links.entity)(&inner.required("id")?)? else { continue };
        all.push(Membership {
            entity,
            status: inner.parsed("status")?.unwrap_or(Status::Member),
            period: inner.period()?,
            origin: (links.origin)(inner.at()),
        });
    }
    Ok(all.into())
}

fn offices(table: &Table<'_>, links: &Links<'_>) -> Result<Box<[Term]>, Error> {
    let mut all = Vec::new();
    for inner in table.tables("offices")? {
        inner.expect_keys(&["office", "of", "from", "until", "title", "acting", "shared"])?;
        let Some(of) = (links.entity)(&inner.required("of")?)? else { continue };
        all.push(Term {
            office: required_office(&inner)?,
            of,
            period: inner.period()?,
            title: inner.text("title")?.map(|title| title.value.into()),
            acting: inner.flag("acting")?.unwrap_or(false),
            shared: inner.flag("shared")?.unwrap_or(false),
            origin: (links.origin)(inner.at()),
        });
    }
    Ok(all.into())
}
