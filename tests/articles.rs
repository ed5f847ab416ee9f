//! Snapshots of the graphs of the sample articles: short enough to be read before they are accepted.
//!
//! Events are left out here: their cases stand in `tests/cases`.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use detente::{Article, Edge, Entity, Extraction, Extractor, RelationKind};

use crate::in_crate;

/// Of each part of the world one: all of them would be accepted unread.
const ARTICLES: [&str; 8] = [
    "1989-budapest-opens-the-gate",
    "1998-a-line-in-the-cordillera",
    "2012-tashkent-steps-back",
    "2013-bamako-thanks-its-guests",
    "2016-kathmandu-chairs-an-empty-table",
    "2023-damascus-returns-through-jeddah",
    "2023-seoul-pays-tokyo-pours",
    "2024-armenia-names-the-door",
];

/// The strongest pairs that a snapshot lists.
const STRONGEST: usize = 10;

fn article(name: &str) -> Article<'static> {
    let path = in_crate("examples/articles").join(name).with_extension("md");
    Article::from_markdown(fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn sample_articles() {
    for name in ARTICLES {
        let found = Extractor::bundled().extract(article(name));
        insta::assert_snapshot!(name, shown(&found));
    }
}

/// What holds of every sample article, also of those without a snapshot.
#[test]
fn every_sample_article_has_a_graph() {
    for entry in fs::read_dir(in_crate("examples/articles")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let article = article(name);
        assert_eq!(article.id(), Some(name));
        assert!(article.title().is_some() && article.date().is_some_and(|date| date.is_exact()), "{name}");
        let graph = Extractor::bundled().extract(article).into_graph();
        assert!(graph.nodes().count() >= 10 && graph.relations().count() >= 20, "{name}");
    }
}

fn shown(found: &Extraction<'_>) -> String {
    let mut out = String::new();
    let date = found.article().date().unwrap();
    let _ = writeln!(out, "{date}, {} sentences, {} mentions", found.sentences().len(), found.mentions().len());
    entities(found, &mut out);
    let graph = found.clone().into_graph();
    let mut pairs: Vec<(&Entity, &Entity, &Edge)> =
        graph.relations().filter(|(.., edge)| edge.kind() == RelationKind::CoOccurrence).collect();
    pairs.sort_by_key(|(.., edge)| (Reverse(edge.count()), Reverse((edge.weight() * 1e6) as u64)));
    let _ = writeln!(out, "\nnamed together ({} pairs)", pairs.len());
    for (source, target, edge) in pairs.iter().take(STRONGEST) {
        let _ = writeln!(out, "{:3}  {} ─ {}", edge.count(), source.id(), target.id());
    }
    out.push_str("\nfacts\n");
    let mut facts: BTreeMap<(RelationKind, &str), Vec<String>> = BTreeMap::new();
    for (source, target, edge) in graph.relations() {
        if let RelationKind::Fact(_) = edge.kind() {
            let detail = edge.status().map(|status| status.as_str()).filter(|status| *status != "member");
            let detail = edge.office().map(|office| office.as_str()).or(detail);
            let detail = detail.map_or_else(String::new, |detail| format!(" ({detail})"));
            facts.entry((edge.kind(), target.id())).or_default().push(format!("{}{detail}", source.key()));
        }
    }
    for ((kind, target), sources) in facts {
        let _ = writeln!(out, "{kind} {target}: {}", sources.join(", "));
    }
    out
}

/// Who is mentioned, how many times, and how; those who are mentioned once or twice share a line.
fn entities(found: &Extraction<'_>, out: &mut String) {
    let mut counts: BTreeMap<Entity, Vec<(String, usize)>> = BTreeMap::new();
    for mention in found.mentions() {
        let forms = counts.entry(mention.entity()).or_default();
        let surface = mention.surface().split_whitespace().collect::<Vec<_>>().join(" ");
        let name = match mention.form().as_str() {
            form @ ("place" | "role" | "description") => format!("{surface} ({form})"),
            _ => surface,
        };
        match forms.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => forms.push((name, 1)),
        }
    }
    let total = |forms: &[(String, usize)]| forms.iter().map(|(_, count)| count).sum::<usize>();
    let mut rows: Vec<(Entity, Vec<(String, usize)>)> = counts.into_iter().collect();
    rows.sort_by_key(|(_, forms)| Reverse(total(forms)));
    out.push_str("\nentities\n");
    let mut seldom = [Vec::new(), Vec::new()];
    for (entity, forms) in rows {
        let mark = if entity.is_discovered() { " (discovered)" } else { "" };
        let count = total(&forms);
        let forms: Vec<String> = forms
            .into_iter()
            .map(|(form, times)| if times == 1 || times == count { form } else { format!("{form} {times}") })
            .collect();
        let line = format!("{}{mark}: {}", entity.id(), forms.join(", "));
        match seldom.get_mut(count - 1) {
            Some(others) => others.push(line),
            None => {
                let _ = writeln!(out, "{count:3}  {line}");
            }
        }
    }
    for (count, others) in [(2, &seldom[1]), (1, &seldom[0])] {
        let _ = writeln!(out, "{count:3}  {}", others.join("; "));
    }
}
