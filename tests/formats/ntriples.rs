//! N-Triples by their grammar, and what the triples say.

use std::collections::BTreeSet;

use detente::{FactType, RelationKind};

use super::corpus::{DIFFICULT, GRAPH};

/// The triples, each as it is written; fails where a line is none.
fn triples(text: &str) -> Vec<(String, String, String)> {
    let lines = text.lines().map(|line| {
        let rest = line.strip_suffix(" .").unwrap_or_else(|| panic!("{line}"));
        let (subject, rest) = rest.split_once(' ').unwrap();
        let (predicate, object) = rest.split_once(' ').unwrap();
        assert!(is_iri(subject) && is_iri(predicate) && (is_iri(object) || is_literal(object)), "{line}");
        (subject.to_owned(), predicate.to_owned(), object.to_owned())
    });
    lines.collect()
}

fn is_iri(term: &str) -> bool {
    let inside = term.strip_prefix('<').and_then(|term| term.strip_suffix('>'));
    let is_allowed = |c: char| !(c.is_control() || " <>\"{}|^`\\".contains(c));
    inside.is_some_and(|iri| iri.contains(':') && iri.chars().all(is_allowed))
}

fn is_literal(term: &str) -> bool {
    let Some((text, tail)) = term.strip_prefix('"').and_then(|term| term.rsplit_once('"')) else { return false };
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let is_right = match c {
            '\\' => match chars.next() {
                Some('u') => chars.by_ref().take(4).filter(char::is_ascii_hexdigit).count() == 4,
                escaped => escaped.is_some_and(|c| "\"\\nrtbf".contains(c)),
            },
            '"' | '\n' | '\r' => false,
            _ => true,
        };
        if !is_right {
            return false;
        }
    }
    tail.is_empty() || tail == "@en" || tail.strip_prefix("^^").is_some_and(is_iri)
}

#[test]
fn every_line_is_a_triple_and_stands_once() {
    for graph in [&*GRAPH, &*DIFFICULT] {
        let triples = triples(&graph.to_ntriples());
        assert_eq!(triples.iter().collect::<BTreeSet<_>>().len(), triples.len());
        // Whatever is pointed to is described.
        let subjects: BTreeSet<&str> = triples.iter().map(|(subject, ..)| &**subject).collect();
        let ours = |object: &&str| object.starts_with("<urn:detente:") && !object.starts_with("<urn:detente:v1:");
        for object in triples.iter().map(|(.., object)| &**object).filter(ours) {
            assert!(subjects.contains(object), "{object}");
        }
    }
}

#[test]
fn facts_are_wikidata_statements_where_they_correspond() {
    let triples = triples(&GRAPH.to_ntriples());
    let has = |subject: &str, predicate: &str, object: &str| {
        let wanted = (subject.to_owned(), format!("<http://www.wikidata.org/prop/{predicate}>"), object.to_owned());
        triples.contains(&wanted)
    };
    let (aaland, pact) = ("<http://www.wikidata.org/entity/Q991>", "<http://www.wikidata.org/entity/Q992>");
    let member = "<urn:detente:relation:state:AAL/member_of/bloc:SALT>";
    let leads = "<urn:detente:relation:leader:ana-sol/leads/state:AAL>";
    assert!(has(aaland, "P463", member) && has(member, "statement/P463", pact));
    assert!(has(member, "qualifier/P580", "\"1994-04-20\"^^<http://www.w3.org/2001/XMLSchema#date>"));
    // The state has a head, where the fact is that the head leads the state.
    assert!(has(aaland, "P35", leads) && has(leads, "statement/P35", "<urn:detente:entity:leader:ana-sol>"));
    // An observer is no member.
    let members = triples.iter().filter(|(_, predicate, _)| predicate.ends_with("statement/P463>")).count();
    let all = GRAPH.relations().filter(|(.., edge)| edge.kind() == RelationKind::Fact(FactType::MemberOf)).count();
    assert_eq!((members, all), (1, 2));
}

#[test]
fn what_has_no_direction_has_no_subject() {
    let triples = triples(&GRAPH.to_ntriples());
    let together = "<urn:detente:relation:state:AAL/co_occurrence/state:BOR>";
    let between: Vec<&str> = triples
        .iter()
        .filter(|(subject, predicate, _)| subject == together && predicate == "<urn:detente:v1:between>")
        .map(|(.., object)| &**object)
        .collect();
    assert_eq!(between, ["<http://www.wikidata.org/entity/Q991>", "<urn:detente:entity:state:BOR>"]);
    assert!(!triples.iter().any(|(subject, predicate, _)| subject == together && predicate.ends_with("#subject>")));
}
