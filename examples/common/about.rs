//! Whom the command line asks about.

#[path = "entity.rs"]
mod entity;

use detente::{Filter, Gazetteer};

use entity::entity;

/// The filter that wants relations of those whom the words name, by ids with their kind or without. Of people whom only
/// an article introduces the gazetteer knows nothing: their ids stay as they are.
pub(crate) fn about(filter: Filter, words: &[String], gazetteer: &Gazetteer) -> Result<Filter, String> {
    words.iter().try_fold(filter, |filter, word| match entity(gazetteer, word) {
        Ok(entity) => Ok(filter.about(entity.id())),
        Err(_) if word.starts_with("leader:") => Ok(filter.about(word)),
        Err(error) => Err(error),
    })
}
