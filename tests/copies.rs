//! Copies of a wire story: what counts as the same, and what does not.

use crate::graph_of;

const STORY: &str = "Chile met Peru in Lima on Monday. The two \"want calm\", an aide said.\n\nPeru thanked Chile.";

/// Whether an article with that text is a copy of the story.
fn is_copy(text: &str) -> bool {
    !graph_of(&[("a", "2024-01-01", STORY), ("b", "2024-01-01", text)]).copies().is_empty()
}

#[test]
fn what_papers_put_around_a_story_does_not_count() {
    let (head, tail) = STORY.split_once("\n\n").unwrap();
    for text in [
        format!("By Jo Doe\n\n{STORY}"),
        format!("Neighbours talk\nBy JO DOE, Staff Writer.\nMay 3, 2024\n\n{STORY}"),
        format!("LIMA, May 3 (Wire Agency) — {STORY}"),
        format!("LIMA - {STORY}"),
        format!("Lima (WA) -- {STORY}"),
        format!("{STORY}\n\n(Reporting by Jo Doe; editing by Al Roe.)"),
        format!("{STORY}\n\nWith files from the Gazette.\n© 2024 Herald. All rights reserved.\nRead more"),
        format!("{}\n\n\n  {tail}", head.replace('"', "”").replace("Lima on", "LIMA  on")),
    ] {
        assert!(is_copy(&text), "{text}");
    }
}

#[test]
fn what_the_story_says_counts() {
    for text in [
        STORY.replace("Monday", "Tuesday"),
        format!("{STORY} Bolivia slept."),
        format!("Bolivia slept.\n\n{STORY}"),
        format!("The talks - long awaited - began.\n\n{STORY}"),
        STORY.split_once("\n\n").unwrap().0.to_owned(),
        String::new(),
    ] {
        assert!(!is_copy(&text), "{text}");
    }
}

#[test]
fn the_first_is_kept_and_the_others_are_told() {
    let story = |place: &str| format!("{place}, May 3 — {STORY}");
    let graph = graph_of(&[
        ("c", "2024-01-02", &story("LIMA")),
        ("b", "2024-01-01", STORY),
        ("a", "", &story("QUITO")),
        ("d", "2024-01-03", "Chile accused Peru."),
        ("e", "2024-01-03", "No names"),
        ("f", "2024-01-04", "No names"),
    ]);
    let copies: Vec<(String, Vec<String>)> = graph
        .copies()
        .into_iter()
        .map(|(kept, copies)| (kept.id().into_owned(), copies.iter().map(|copy| copy.id().into_owned()).collect()))
        .collect();
    assert_eq!(copies, [("b".to_owned(), vec!["c".to_owned(), "a".to_owned()])]);
    let once = graph.without_copies();
    let wanted = graph_of(&[
        ("b", "2024-01-01", STORY),
        ("d", "2024-01-03", "Chile accused Peru."),
        ("e", "2024-01-03", "No names"),
        ("f", "2024-01-04", "No names"),
    ]);
    assert_eq!(once, wanted);
    assert_eq!(once.without_copies(), once);
}

#[test]
fn a_story_without_a_sentence_is_no_copy() {
    assert!(graph_of(&[("a", "", "Chile, Peru"), ("b", "", "Chile, Peru")]).copies().is_empty());
}
