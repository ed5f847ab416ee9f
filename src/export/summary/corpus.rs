//! The summary of a graph of many articles.

use std::cmp::Reverse;
use std::fmt;

use super::page::{EntityRow, Page, RelationRow};
use crate::excerpt::fit;
use crate::export::terminal::{Ink, counted, quoted};
use crate::gazetteer::Entity;
use crate::graph::{ArticleRecord, Filter, Node, RelationGraph, Scores, View, Weight};
use crate::relation::Basis;
use crate::vocabulary::Modality;

pub(super) fn write(graph: &RelationGraph, page: &Page, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    head(graph, page, f)?;
    if graph.nodes().len() == 0 {
        return writeln!(f, "\n  No state, bloc or leader is named here.");
    }
    let view = graph.undirected(Weight::CoOccurrence);
    let ranks = view.page_rank();
    entities(graph, &ranks, page, f)?;
    let events = Filter::new().basis(Basis::Event);
    let story = Modality::ALL.iter().copied().filter(|modality| modality.is_of_the_story());
    let events = story.fold(events, Filter::modality);
    relations(&graph.filtered(&events), page, "Events", f)?;
    relations(&graph.filtered(&Filter::new().basis(Basis::CoOccurrence)), page, "Named together", f)?;
    communities(&view, &ranks, page, f)
}

fn head(graph: &RelationGraph, page: &Page, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let dates: Vec<_> = graph.articles().filter_map(ArticleRecord::date).collect();
    let undated = graph.articles().len() - dates.len();
    let period = match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => format!("{first}"),
        (Some(first), Some(last)) => format!("{first} to {last}"),
        _ => "undated".to_owned(),
    };
    let undated = if undated > 0 && !dates.is_empty() { format!(", {undated} undated") } else { String::new() };
    let title = format!("{}, {period}{undated}", counted(graph.articles().len(), "article", "articles"));
    let detail = format!(
        "{} · {} · window: {}",
        counted(graph.nodes().len(), "entity", "entities"),
        counted(graph.relations().len(), "relation", "relations"),
        graph.window()
    );
    page.head(&title, &detail, f)
}

fn entities(graph: &RelationGraph, ranks: &Scores<'_>, page: &Page, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let rows = graph.nodes().zip(ranks.iter()).map(|(node, (entity, rank))| EntityRow {
        entity,
        count: node.count() as usize,
        rest: format!("PageRank {rank:.3} · in {}", counted(node.articles() as usize, "article", "articles")),
    });
    let mut rows: Vec<EntityRow<'_>> = rows.collect();
    rows.sort_by_key(|row| Reverse(row.count));
    page.entities(&rows, f)
}

/// All relations, those first that stand in the most articles, then those that count the most, then those of entities
/// that are both mentioned often.
fn relations(graph: &RelationGraph, page: &Page, title: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut relations: Vec<_> = graph.relations().collect();
    let mentions = |entity: &Entity| graph.node(entity.id()).map_or(0, Node::count);
    relations.sort_by_cached_key(|(source, target, edge)| {
        let lesser = mentions(source).min(mentions(target));
        Reverse((edge.articles(), edge.count(), edge.micro_weight(), lesser))
    });
    let rows = relations.iter().map(|&(source, target, edge)| RelationRow {
        source,
        kind: edge.kind(),
        target,
        counts: format!("×{} in {}", edge.count(), counted(edge.articles() as usize, "article", "articles")),
        quote: edge.best_evidence().map(|passage| {
            let date = passage.article().date().map_or_else(String::new, |date| format!("{date} "));
            let quote = quoted(page.width.saturating_sub(6 + date.len()), |columns| passage.excerpt(columns));
            format!("{date}{quote}")
        }),
    });
    page.relations(title, relations.len(), rows, f)
}

/// Those of at least two, each with its most central members first.
fn communities(view: &View<'_>, ranks: &Scores<'_>, page: &Page, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let communities = view.communities();
    let groups: Vec<&[&Entity]> = communities.iter().filter(|group| group.len() > 1).collect();
    if groups.is_empty() {
        return Ok(());
    }
    page.title(&format!("Communities (modularity {:.2})", communities.modularity()), f)?;
    for group in groups.iter().take(page.rows) {
        let mut members: Vec<(&Entity, f64)> =
            group.iter().map(|entity| (*entity, ranks.of(entity.id()).unwrap_or(0.0))).collect();
        members.sort_by(|a, b| b.1.total_cmp(&a.1));
        let names: Vec<&str> = members.iter().map(|(entity, _)| entity.name()).collect();
        let size = format!("  {:>4}  ", group.len());
        let names = fit(&names.join(", "), page.width.saturating_sub(size.len()));
        writeln!(f, "{}{names}", page.paint(Ink::Dim, &size))?;
    }
    page.more(groups.len(), f)
}
