//! The architecture, held: each module imports only from modules of its own layer or below.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::in_crate;

/// The layer of every module at the top of `src`.
const LAYERS: &[(&str, u8)] = &[
    ("as_text", 0),
    ("date", 0),
    ("error", 0),
    ("excerpt", 1),
    ("span", 0),
    ("parallel", 0),
    ("sieve", 0),
    ("word", 0),
    ("vocabulary", 1),
    ("source", 2),
    ("article", 3),
    ("gazetteer", 3),
    ("lexicon", 3),
    ("matcher", 4),
    ("mention", 5),
    ("relation", 6),
    ("event", 7),
    ("extraction", 7),
    ("graph", 7),
    ("export", 8),
    ("extractor", 9),
    ("bench", 10),
    ("lib", 11),
];

/// The layer of every module of `src/event`, from the words of a sentence to what a whole sentence tells.
const EVENT_LAYERS: &[(&str, u8)] = &[
    ("told", 0),
    ("text", 1),
    ("own", 2),
    ("clause", 2),
    ("frame", 3),
    ("noun", 4),
    ("verb", 4),
    ("sentence", 5),
    ("mod", 6),
];

/// Modules of one layer that nevertheless know nothing of each other.
const SIBLINGS: &[(&str, &str)] = &[("article", "gazetteer"), ("article", "lexicon"), ("gazetteer", "lexicon")];

/// The only modules that may name a crate whose types or choices must not spread.
const CRATES: &[(&str, &[&str])] = &[
    ("aho_corasick", &["matcher", "bench"]),
    ("base64", &["export"]),
    ("petgraph", &["graph", "export", "lib"]),
    ("csv", &["export"]),
    ("include_dir", &["source"]),
    ("pulldown_cmark", &["article"]),
    ("html5gum", &["article"]),
    ("quick_xml", &["export"]),
    ("sha2", &["export"]),
    ("toml", &["source"]),
];

/// A source file: its path below the crate, its module at the top of `src`, and its code without comments.
struct File {
    path: String,
    module: String,
    code: String,
}

fn sources() -> Vec<File> {
    let root = in_crate("src");
    let mut files = Vec::new();
    collect(&root, &mut |path| {
        let below = path.strip_prefix(&root).unwrap();
        let first = below.components().next().unwrap().as_os_str().to_string_lossy();
        let text = fs::read_to_string(path).unwrap();
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect();
        files.push(File {
            path: format!("src/{}", below.to_string_lossy().replace('\\', "/")),
            module: first.trim_end_matches(".rs").to_owned(),
            code,
        });
    });
    files
}

fn collect(folder: &Path, each: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, each),
            false if path.extension().is_some_and(|extension| extension == "rs") => each(&path),
            false => {}
        }
    }
}

/// The identifiers that follow `prefix` where it begins a path: `crate::span`, `crate::{date, span}`.
fn heads<'c>(code: &'c str, prefix: &str) -> Vec<&'c str> {
    let mut heads = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$')) {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                // Of a list only what stands at its first level.
                let mut depth = 0;
                let mut start = true;
                for (i, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && depth == 0 && !c.is_whitespace() => {
                            heads.push(identifier(&list[i..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
            None => heads.push(identifier(rest)),
        }
    }
    heads
}

fn identifier(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[test]
fn imports_lead_downwards() {
    let layers: BTreeMap<&str, u8> = LAYERS.iter().copied().collect();
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(own) = layers.get(&*file.module) else {
            wrong.push(format!("{}: give the module `{}` a layer in tests/layering.rs", file.path, file.module));
            continue;
        };
        for head in heads(&file.code, "crate::") {
            // What is no module is one of the crate's own public names, which only documentation may use.
            let Some(layer) = layers.get(head) else {
                wrong.push(format!("{}: `crate::{head}` is no module", file.path));
                continue;
            };
            let are_siblings =
                SIBLINGS.iter().any(|&(a, b)| (a, b) == (&*file.module, head) || (b, a) == (&*file.module, head));
            if layer > own || are_siblings {
                wrong.push(format!("{} (layer {own}) imports {head} (layer {layer})", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn imports_of_events_lead_downwards() {
    let layers: BTreeMap<&str, u8> = EVENT_LAYERS.iter().copied().collect();
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(below) = file.path.strip_prefix("src/event/") else { continue };
        let own = below.split(['/', '.']).next().unwrap_or_default();
        let Some(layer) = layers.get(own) else {
            wrong.push(format!("{}: give `{own}` a layer in tests/layering.rs", file.path));
            continue;
        };
        for head in heads(&file.code, "crate::event::").into_iter().filter(|&head| head != own) {
            if layers.get(head).is_none_or(|imported| imported >= layer) {
                wrong.push(format!("{} (layer {layer}) imports {head}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_foreign_crate_stays_where_it_belongs() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (name, modules) in CRATES {
            let named =
                !heads(&file.code, &format!("{name}::")).is_empty() || file.code.contains(&format!("use {name};"));
            if named && !modules.contains(&&*file.module) {
                wrong.push(format!("{} names {name}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_unsafe_and_nothing_unfinished() {
    assert!(fs::read_to_string(in_crate("src/lib.rs")).unwrap().contains("\n#![forbid(unsafe_code)]\n"));
    // Put together, so that this file does not hold them.
    let words =
        [("to", "do!("), ("unimple", "mented!("), ("db", "g!("), ("#[ig", "nore")].map(|(a, b)| format!("{a}{b}"));
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "examples", "benches"] {
        collect(&in_crate(folder), &mut |path| {
            let text = fs::read_to_string(path).unwrap();
            wrong.extend(words.iter().filter(|word| text.contains(&**word)).map(|word| format!("{path:?}: {word}")));
        });
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn heads_are_found_in_paths_and_lists() {
    assert_eq!(heads("use crate::a::B;\nuse crate::{c, d::{E, f}, g};", "crate::"), ["a", "c", "d", "g"]);
    assert_eq!(heads("$crate::a mycrate::b pub(crate) crate::c", "crate::"), ["c"]);
}
