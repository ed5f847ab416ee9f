//! The entity that a word of the command line means.

use detente::{Entity, Gazetteer};

/// How many entities a message proposes at the most.
const PROPOSED: usize = 5;

/// The entity of that id, with its kind or without; else a message with the nearest ids.
pub(crate) fn entity(gazetteer: &Gazetteer, word: &str) -> Result<Entity, String> {
    gazetteer.look_up(word).ok_or_else(|| {
        let near = gazetteer.suggest(word);
        let named: Vec<String> =
            near.iter().take(PROPOSED).map(|entity| format!("{} ({})", entity.id(), entity.name())).collect();
        match (named.is_empty(), near.len() > PROPOSED) {
            (true, _) => format!("there is no entity `{word}`; the example gazetteer lists all (`list`)"),
            (false, true) => format!("there is no entity `{word}`; did you mean {}, …?", named.join(", ")),
            (false, false) => format!("there is no entity `{word}`; did you mean {}?", named.join(" or ")),
        }
    })
}
