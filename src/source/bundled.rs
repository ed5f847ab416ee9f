//! The data that the crate ships, embedded.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::Source;

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/gazetteer");

/// The folder of the files that are not entities but words about them.
const LEXICON: &str = "lexicon/";

/// The files of entities and guards, by name.
pub(crate) fn gazetteer() -> Vec<Source> {
    files(false)
}

/// The files of words, by name.
pub(crate) fn lexicon() -> Vec<Source> {
    files(true)
}

fn files(of_lexicon: bool) -> Vec<Source> {
    static ALL: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
        let mut files = Vec::new();
        let mut folders = vec![&FOLDER];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            for file in folder.files() {
                // The separator of the machine that compiled the crate must not show.
                let path = file.path().to_string_lossy().replace('\\', "/");
                if let Some(text) = file.contents_utf8().filter(|_| path.ends_with(".toml")) {
                    files.push((path, text));
                }
            }
        }
        files.sort();
        files
    });
    ALL.iter()
        .filter(|(path, _)| path.starts_with(LEXICON) == of_lexicon)
        .map(|(path, text)| Source::bundled(&format!("gazetteer/{path}"), text))
        .collect()
}
