//! All that is listed of one entity.

use detente::{Entity, Form, Gazetteer, Name, Office, PartialDate, Period};
use serde::Serialize;

use crate::entity::entity;
use crate::options::Format;
use crate::row::{Row, dates, json, table, with_dates};

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    row: Row,
    names: Vec<NameRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    described_as: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    led_by: Vec<Led>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recognition: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claimed_by: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    administered_by: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    predecessor: Option<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    successors: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso_numeric: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gw: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offices: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    leaders: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    memberships: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    members: Vec<Row>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

#[derive(Serialize)]
struct NameRow {
    name: String,
    form: Form,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    capital: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    misspelling: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    guards: Vec<String>,
}

#[derive(Serialize)]
struct Led {
    office: Office,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
}

pub(crate) fn show(gazetteer: &Gazetteer, id: &str, on: Option<PartialDate>, format: Format) -> Result<String, String> {
    let shown = Shown::new(gazetteer, &entity(gazetteer, id)?, on);
    Ok(match format {
        Format::Json => json(&[shown]),
        Format::Text => shown.text(),
    })
}

impl Shown {
    fn new(gazetteer: &Gazetteer, entity: &Entity, on: Option<PartialDate>) -> Self {
        let holds = |period: Period| on.is_none_or(|date| period.holds_on(date));
        let linked = |links: Vec<(Entity, Period)>| -> Vec<Row> {
            links
                .iter()
                .filter(|(_, period)| holds(*period))
                .map(|(entity, period)| Row::new(entity, *period))
                .collect()
        };
        let bare = |entity: &Entity| Row::new(entity, entity.period());
        let led = |(office, period): (Office, Period)| Led { office, from: period.from, until: period.until };
        Self {
            row: bare(entity),
            names: entity.names().iter().filter(|name| holds(name.period)).map(NameRow::new).collect(),
            described_as: entity.described_as().map(str::to_owned).collect(),
            led_by: entity.led_by().into_iter().filter(|(_, period)| holds(*period)).map(led).collect(),
            seat: entity.seat().map(str::to_owned),
            recognition: entity.recognition().map(str::to_owned),
            claimed_by: linked(entity.claimed_by()),
            administered_by: linked(entity.administered_by()),
            predecessor: entity.predecessor().as_ref().map(bare),
            successors: entity.successors().iter().map(bare).collect(),
            iso2: entity.iso2().map(str::to_owned),
            iso_numeric: entity.iso_numeric(),
            gw: entity.gleditsch_ward(),
            wikidata: entity.wikidata().map(str::to_owned),
            offices: offices(entity, on),
            leaders: gazetteer.leaders(entity.id(), on).iter().map(Row::holder).collect(),
            memberships: gazetteer.memberships(entity.id(), on).iter().map(Row::member).collect(),
            members: gazetteer.members(entity.id(), on).iter().map(Row::member).collect(),
            sources: entity.sources().map(str::to_owned).collect(),
            place: entity.place().map(|place| place.to_string()),
        }
    }

    fn text(&self) -> String {
        let mut lines = Vec::new();
        let mut add = |label: &str, value: String| {
            if !value.is_empty() {
                lines.push([format!("  {label}"), value]);
            }
        };
        let or_nothing = |value: &Option<String>| value.clone().unwrap_or_default();
        let number = |value: Option<u32>| value.map(|number| number.to_string()).unwrap_or_default();
        add("existed", dates(Period::new(self.row.from, self.row.until)));
        for name in &self.names {
            add(name.label(), name.text());
        }
        add("described as", self.described_as.join(", "));
        for led in &self.led_by {
            add("led by", with_dates(led.office.as_str(), Period::new(led.from, led.until)));
        }
        add("headquarters", or_nothing(&self.seat));
        add("recognition", or_nothing(&self.recognition));
        let links = [("claimed by", &self.claimed_by), ("administered by", &self.administered_by)];
        for (label, rows) in links.into_iter().chain([("succeeded by", &self.successors)]) {
            rows.iter().for_each(|row| add(label, row.line()));
        }
        add("successor of", self.predecessor.as_ref().map(Row::line).unwrap_or_default());
        add("ISO 3166", or_nothing(&self.iso2));
        add("ISO number", number(self.iso_numeric));
        add("Gleditsch–Ward", number(self.gw));
        add("Wikidata", or_nothing(&self.wikidata));
        let spells = [("office", &self.offices), ("office-holder", &self.leaders)];
        for (label, rows) in spells.into_iter().chain([("belongs to", &self.memberships), ("member", &self.members)]) {
            rows.iter().for_each(|row| add(label, row.line()));
        }
        add("sources", self.sources.join(", "));
        add("listed at", or_nothing(&self.place));
        format!("{} ({})\n{}", self.row.name, self.row.id, table(&lines))
    }
}

/// A person's offices, by when they began.
fn offices(person: &Entity, on: Option<PartialDate>) -> Vec<Row> {
    let mut held = person.offices();
    held.retain(|held| on.is_none_or(|date| held.period.holds_on(date)));
    held.sort_by(|a, b| (a.period.from, &a.of, a.office).cmp(&(b.period.from, &b.of, b.office)));
    held.iter().map(Row::office).collect()
}

impl NameRow {
    fn new(name: &Name<'_>) -> Self {
        Self {
            name: name.text.to_owned(),
            form: name.form,
            capital: name.is_capital,
            misspelling: name.is_misspelling,
            from: name.period.from,
            until: name.period.until,
            guards: name.guards.iter().map(|guard| (*guard).to_owned()).collect(),
        }
    }

    fn label(&self) -> &'static str {
        match self.form {
            Form::Metonym if self.capital => "capital",
            _ if self.misspelling => "misspelling",
            Form::Metonym => "seat of power",
            form => form.as_str(),
        }
    }

    fn text(&self) -> String {
        let text = with_dates(&self.name, Period::new(self.from, self.until));
        if self.guards.is_empty() { text } else { format!("{text}, guarded by {}", self.guards.join(", ")) }
    }
}
