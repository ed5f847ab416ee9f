//! Other people's programs read what is written: networkx, pandas, rdflib, Graphviz and a reader of XML schemas, as far
//! as they are installed. `.ci/run` installs them and asks for all.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

use detente::Format;

use super::corpus::{DIFFICULT, GRAPH};
use super::written;
use crate::in_crate;

#[test]
fn others_read_the_same() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("foreign");
    for (name, graph) in [("plain", &*GRAPH), ("difficult", &*DIFFICULT)] {
        let folder = folder.join(name);
        fs::create_dir_all(&folder).unwrap();
        for &format in Format::ALL {
            fs::write(folder.join(format.as_str()), written(graph, format)).unwrap();
        }
    }
    let all_wanted = env::var_os("DETENTE_FOREIGN").is_some_and(|value| value == "all");
    let python = env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    let done = Command::new(python).arg(in_crate("tests/foreign/check.py")).arg(&folder).output();
    let done = match done {
        Ok(done) => done,
        Err(error) if !all_wanted => return skipped(&format!("no Python: {error}")),
        Err(error) => panic!("{error}"),
    };
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}\n{}", String::from_utf8_lossy(&done.stderr));
    assert!(said.contains("read by: "), "{said}");
    for line in said.lines().filter(|line| line.starts_with("SKIPPED")) {
        assert!(!all_wanted, "{line}");
        skipped(line);
    }
}

/// Says so past the test runner, which shows nothing of what a test that passes prints.
fn skipped(what: &str) {
    let _ = writeln!(io::stderr(), "\nSKIPPED: what others read of the formats is not checked ({what})");
}
