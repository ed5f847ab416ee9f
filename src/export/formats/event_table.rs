//! The table of events, as people load ICEWS and POLECAT.

use std::io::{self, Write};

use super::attribute::{Value, iso3};
use super::event::Event;
use super::sheet::Sheet;
use crate::excerpt::single_spaced;
use crate::gazetteer::Entity;
use crate::graph::RelationGraph;
use crate::vocabulary::Sector;

const COLUMNS: &[&str] = &[
    "event_id",
    "event_date",
    "article",
    "article_date",
    "source_id",
    "source_name",
    "source_iso3",
    "source_gw",
    "source_sector",
    "target_id",
    "target_name",
    "target_iso3",
    "target_gw",
    "target_sector",
    "event_type",
    "event_class",
    "cameo_code",
    "goldstein",
    "modality",
    "attributed_to",
    "recalled_year",
    "sentence_number",
    "trigger",
    "quote",
];

impl RelationGraph {
    /// Returns the events as a CSV table, a row for each passage that tells one, by article and place in its text.
    /// Nothing is left out. [`docs::formats`](crate::docs::formats) says what each column is and what ICEWS and POLECAT
    /// call it.
    ///
    /// ```
    /// use detente::{Article, Extractor};
    ///
    /// let article = Article::new("Peru thanked Chile.").dated("2024-06-12")?.with_id("a");
    /// let table = Extractor::bundled().extract(article).into_graph().to_events_csv();
    /// assert!(table.contains("a:5:0:13:SUPPORT,2024-06-12,a,2024-06-12,state:PER,Peru,PER,135,,state:CHL,Chile,CHL,155,"));
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn to_events_csv(&self) -> String {
        super::text(|out| self.write_events_csv(out))
    }

    pub(super) fn write_events_csv(&self, out: impl Write) -> io::Result<()> {
        let mut sheet = Sheet::new(out);
        sheet.heading(COLUMNS)?;
        for event in self.events() {
            self.write_event(&event, &mut sheet)?;
        }
        sheet.finish()
    }

    fn write_event<W: Write>(&self, event: &Event<'_>, sheet: &mut Sheet<W>) -> io::Result<()> {
        let Event { passage, told, .. } = event;
        let article = passage.article();
        let date = article.date();
        sheet.text(&event.id())?;
        sheet.optional(date.filter(|date| date.is_exact()))?;
        sheet.text(&article.id())?;
        sheet.optional(date)?;
        for (entity, sector) in [(event.source, told.source_sector), (event.target, told.target_sector)] {
            self.write_party(entity, sector, event, sheet)?;
        }
        sheet.text(event.r#type.as_str())?;
        sheet.text(event.r#type.class().as_str())?;
        sheet.text(&told.cameo)?;
        sheet.cell(Some(Value::Real(told.goldstein())))?;
        sheet.text(told.modality.as_str())?;
        sheet.text(told.attributed_to.as_ref().map_or("", Entity::id))?;
        sheet.optional(told.when)?;
        sheet.optional(Some(passage.sentence() + 1))?;
        sheet.text(&single_spaced(told.trigger.of(article.text())))?;
        sheet.text(&passage.quote())?;
        sheet.end_row()
    }

    fn write_party<W: Write>(
        &self,
        entity: &Entity,
        sector: Option<Sector>,
        event: &Event<'_>,
        sheet: &mut Sheet<W>,
    ) -> io::Result<()> {
        let state = self.state_of(entity, event.passage.article().date());
        sheet.text(entity.id())?;
        sheet.text(entity.name())?;
        sheet.text(state.as_ref().and_then(iso3).unwrap_or_default())?;
        sheet.optional(state.as_ref().and_then(Entity::gleditsch_ward))?;
        sheet.optional(sector)
    }
}
