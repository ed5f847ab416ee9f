//! The summary of an article.

use std::cmp::Reverse;
use std::fmt::{self, Write};

use super::page::{EntityRow, Page, RelationRow};
use crate::article::DatedBy;
use crate::excerpt::{fit, single_spaced};
use crate::export::terminal::{counted, quoted};
use crate::extraction::{Extraction, Relation};
use crate::gazetteer::Entity;
use crate::relation::RelationKind;
use crate::vocabulary::Status;

pub(super) fn write(found: &Extraction<'_>, page: &Page, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    head(found, page, f)?;
    if found.mentions().len() == 0 {
        return writeln!(f, "\n  No state, bloc or leader is named here.");
    }
    entities(found, page, f)?;
    relations(found, page, "Events", |kind| matches!(kind, RelationKind::Event(_)), f)?;
    relations(found, page, "Named together", |kind| kind == RelationKind::CoOccurrence, f)?;
    facts(found, page, f)
}

fn head(found: &Extraction<'_>, page: &Page, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let article = found.article();
    let title = article.title().or(article.id()).unwrap_or("untitled");
    let by = match article.dated_by() {
        Some(DatedBy::Page) => " (as the page says)",
        Some(DatedBy::Dateline) => " (by its dateline)",
        _ => "",
    };
    let date = article.date().map_or_else(|| "undated".to_owned(), |date| format!("{date}{by}"));
    let detail = format!(
        "{date} · {} · {} · window: {}",
        counted(found.sentences().len(), "sentence", "sentences"),
        counted(found.mentions().len(), "mention", "mentions"),
        found.window()
    );
    page.head(title, &detail, f)
}

fn entities(found: &Extraction<'_>, page: &Page, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut mentioned: Vec<(Entity, Vec<&str>)> = Vec::new();
    for mention in found.mentions() {
        let entity = mention.entity();
        match mentioned.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, surfaces)) => surfaces.push(mention.surface()),
            None => mentioned.push((entity, vec![mention.surface()])),
        }
    }
    mentioned.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    let rows = mentioned.iter().map(|(entity, surfaces)| EntityRow {
        entity,
        count: surfaces.len(),
        rest: spellings(surfaces),
    });
    page.entities(&rows.collect::<Vec<_>>(), f)
}

fn relations(
    found: &Extraction<'_>,
    page: &Page,
    title: &str,
    wanted: fn(RelationKind) -> bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut relations: Vec<(Entity, Relation<'_>, Entity)> = found
        .relations()
        .filter(|relation| wanted(relation.kind()))
        .map(|relation| (relation.source(), relation, relation.target()))
        .collect();
    relations.sort_by_key(|(_, relation, _)| (Reverse(relation.count()), Reverse(relation.micro_weight())));
    let rows = relations.iter().map(|(source, relation, target)| RelationRow {
        source,
        kind: relation.kind(),
        target,
        counts: format!("×{}", relation.count()),
        quote: relation
            .evidence()
            .next()
            .map(|evidence| quoted(page.width.saturating_sub(6), |columns| evidence.excerpt(columns))),
    });
    page.relations(title, relations.len(), rows, f)
}

fn facts(found: &Extraction<'_>, page: &Page, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    page.title("Facts on that date", f)?;
    let Some(_) = found.article().date() else {
        return writeln!(f, "  none: the article is undated");
    };
    let facts: Vec<Relation<'_>> =
        found.relations().filter(|relation| matches!(relation.kind(), RelationKind::Fact(_))).collect();
    if facts.is_empty() {
        return writeln!(f, "  none between these entities");
    }
    for fact in facts.iter().take(page.rows) {
        let mut line = format!("  {} ─{}→ {}", fact.source(), fact.kind(), fact.target());
        let detail = [
            fact.status().and_then(Status::if_no_member).map(|status| status.to_string()),
            fact.office().map(|office| office.to_string()),
            fact.period().filter(|period| period.from.or(period.until).is_some()).map(|period| period.to_string()),
        ];
        let detail: Vec<String> = detail.into_iter().flatten().collect();
        if !detail.is_empty() {
            let _ = write!(line, " ({})", detail.join(", "));
        }
        writeln!(f, "{}", fit(&line, page.width))?;
    }
    page.more(facts.len(), f)
}

/// The different surfaces, the commonest first.
fn spellings(surfaces: &[&str]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for &surface in surfaces {
        match counts.iter_mut().find(|(known, _)| *known == surface) {
            Some((_, count)) => *count += 1,
            None => counts.push((surface, 1)),
        }
    }
    counts.sort_by_key(|&(_, count)| Reverse(count));
    let joined = counts.iter().map(|(surface, _)| *surface).collect::<Vec<_>>().join(", ");
    single_spaced(&joined)
}
