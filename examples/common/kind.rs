//! The kind of entity that a word of the command line means.

use std::collections::BTreeSet;

use detente::{Gazetteer, Kind};

/// The kind of that name, if there are entities of it.
pub(crate) fn kind(gazetteer: &Gazetteer, word: &str) -> Result<Kind, String> {
    let kinds: BTreeSet<String> = gazetteer.entities().map(|entity| entity.kind().to_string()).collect();
    if kinds.contains(word) {
        return Ok(Kind::new(word));
    }
    let kinds: Vec<String> = kinds.into_iter().collect();
    Err(format!("there is no kind `{word}`; write one of {}", kinds.join(", ")))
}
