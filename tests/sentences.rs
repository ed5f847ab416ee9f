//! Where sentences begin, by the table `sentences.txt`, and against UAX #29 where the two should agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use unicode_segmentation::UnicodeSegmentation;

use crate::{in_crate, nameless};

/// Passages that are split wrong, by how they begin, and why they are left so.
const KNOWN: &[(&str, &str)] = &[];

/// The part of the table that must be right, those in [`KNOWN`] counted as wrong.
const SHARE: f64 = 0.97;

/// A line of the table: the text, and where its sentences begin.
struct Passage {
    category: String,
    text: String,
    starts: BTreeSet<usize>,
}

/// Reads a line, as the table's header says.
fn passage(line: &str) -> Passage {
    let (category, marked) = line.split_once(" | ").unwrap_or_else(|| panic!("no ` | ` in {line:?}"));
    let mut text = String::new();
    let mut boundaries = vec![0];
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = if let Some(after) = rest.strip_prefix(" ¦ ") {
            text.push(' ');
            boundaries.push(text.len());
            after
        } else if let Some(after) = rest.strip_prefix('¦') {
            let after_lines = after.trim_start_matches("\\n");
            text.push_str(&"\n".repeat((after.len() - after_lines.len()) / 2));
            boundaries.push(text.len());
            after_lines
        } else if let Some(after) = rest.strip_prefix("\\n") {
            text.push('\n');
            after
        } else {
            text.push(c);
            &rest[c.len_utf8()..]
        };
    }
    let starts = boundaries.into_iter().map(|at| first_word(&text, at)).collect();
    Passage { category: category.to_owned(), text, starts }
}

/// The first letter or digit from `at` on: marks, quotes and bullets before it count for nothing.
fn first_word(text: &str, at: usize) -> usize {
    text[at..].find(char::is_alphanumeric).map_or(at, |found| at + found)
}

fn starts_found(text: &str) -> BTreeSet<usize> {
    nameless().extract(text).sentences().map(|span| first_word(text, span.start)).collect()
}

/// The text with a bar where each sentence begins, on one line.
fn shown(text: &str, starts: &BTreeSet<usize>) -> String {
    let mut shown = String::new();
    for (at, c) in text.char_indices() {
        if at > 0 && starts.contains(&at) {
            shown.push('¦');
        }
        shown.push(if c == '\n' { '⏎' } else { c });
    }
    shown
}

#[test]
fn the_table_holds() {
    let table = fs::read_to_string(in_crate("tests/sentences.txt")).unwrap();
    let lines: Vec<&str> = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let is_known = |passage: &Passage| KNOWN.iter().any(|(start, _)| passage.text.starts_with(start));
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut count, mut mended) = (0, Vec::new());
    for line in &lines {
        let passage = passage(line);
        let found = starts_found(&passage.text);
        if found == passage.starts {
            if is_known(&passage) {
                mended.push(passage.text);
            }
            continue;
        }
        count += 1;
        if !is_known(&passage) {
            let wanted = shown(&passage.text, &passage.starts);
            let found = shown(&passage.text, &found);
            wrong.entry(passage.category).or_default().push(format!("  wanted  {wanted}\n  found   {found}\n"));
        }
    }
    let list: String = wrong.iter().map(|(category, cases)| format!("{category}\n{}", cases.join("\n"))).collect();
    let right = 1.0 - f64::from(count) / lines.len() as f64;
    assert!(wrong.is_empty(), "{right:.3} of {} passages are right; wrong are\n{list}", lines.len());
    assert!(mended.is_empty(), "these are right now, take them out of KNOWN: {mended:#?}");
    assert!(right >= SHARE, "only {right:.3} of the passages are right");
}

/// Plain prose without abbreviations, where the standard's rules and ours must agree.
#[test]
fn agrees_with_uax_29_on_plain_prose() {
    let passages = [
        "The talks ended on Monday. Nobody signed. The envoys flew home.",
        "Who will pay? The host will. What a winter!",
        "The loan of 1.2 billion was repaid; the second was not. It had grown to 4.75 million.",
        "\u{201c}The road is open.\u{201d} She closed the file. \u{201c}We leave today.\u{201d}",
        "The vote was delayed. (The speaker was ill.) It will be held on Monday.",
        "The treaty has three parts: a truce, an exchange, a vote. All three failed!",
        "Łukasz wrote the letter. Đặng translated it. Élodie read it aloud.",
        "",
        "One sentence without an end",
    ];
    for text in passages {
        let theirs: BTreeSet<usize> = text.split_sentence_bound_indices().map(|(at, _)| first_word(text, at)).collect();
        assert_eq!(starts_found(text), theirs, "{text}");
    }
}
