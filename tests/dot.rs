//! Graphviz DOT: whatever names hold, Graphviz draws it.

use std::io::Write;
use std::process::{Command, Stdio};

use detente::Article;
#[cfg(feature = "markdown")]
use detente::Extractor;

use crate::extractor_over;

/// The quoted strings of a DOT text, and whether all else in it is balanced.
fn quoted(dot: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut depth = 0i32;
    let mut chars = dot.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                let mut string = String::new();
                loop {
                    match chars.next().expect("a string ends") {
                        '"' => break,
                        '\\' => string.push(chars.next().expect("what is escaped follows")),
                        '\n' => panic!("a line ends in {string:?}"),
                        c => string.push(c),
                    }
                }
                strings.push(string);
            }
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            c => assert!(c.is_ascii(), "{c:?} stands outside quotes"),
        }
        assert!(depth >= 0);
    }
    assert_eq!(depth, 0);
    strings
}

#[test]
fn dot_quotes_whatever_a_name_holds() {
    let name = r#"The "Pact" \ of <Ö> & \n"#;
    let toml = format!(
        "[[bloc]]\nid = \"P\"\nname = '{name}'\nnames = [\"Pactland\"]\n[[state]]\nid = \"QQQ\"\nname = \"Quu\"\n"
    );
    let title = "a \"title\"\nof {two} [lines] \\";
    let extractor = extractor_over(&toml);
    let dot = extractor.extract(Article::new("Pactland said \"no\" to Quu.").with_title(title)).into_graph().to_dot();
    // Graphviz reads entities of HTML in what it shows.
    let strings: Vec<String> = quoted(&dot).into_iter().map(|string| string.replace("&amp;", "&")).collect();
    for wanted in [name, "a \"title\" of {two} [lines] \\", "bloc:P", "Pactland said \"no\" to Quu."] {
        assert!(strings.iter().any(|string| string == wanted), "no {wanted:?} in {dot}");
    }
    assert!(dot.starts_with("digraph detente {") && dot.ends_with("}\n"));
    draw(&dot);
}

#[test]
#[cfg(feature = "markdown")]
fn dot_of_every_sample_article_is_balanced() {
    for entry in std::fs::read_dir(crate::in_crate("examples/articles")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let found = Extractor::bundled().extract(Article::from_markdown(text).unwrap());
        let dot = found.into_graph().to_dot();
        assert!(quoted(&dot).len() > 20);
        // To draw all would take long.
        if path.file_name().unwrap().to_string_lossy().starts_with("2024") {
            draw(&dot);
        }
    }
}

/// Lets Graphviz lay it out, where Graphviz is; it says on standard error what it could not do, and succeeds.
fn draw(dot: &str) {
    let mut program = Command::new("dot");
    program.arg("-Tdot").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let Ok(mut child) = program.spawn() else { return };
    child.stdin.take().unwrap().write_all(dot.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{}\n{dot}", String::from_utf8_lossy(&done.stderr));
}
