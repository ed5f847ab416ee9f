//! Putting a gazetteer together: layers of files, the later over the earlier.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Gazetteer;
use super::reading::{Head, Reading};
use crate::error::Error;
use crate::parallel;
use crate::source::{At, Source, bundled};

/// Puts a gazetteer together from layers, the later over the earlier.
///
/// A record of a later layer with the id of an earlier one changes it: each key that it states replaces the one
/// below (with `extend = true` its lists are added to those below), and `remove = true` takes the entity away.
///
/// ```
/// use detente::Gazetteer;
///
/// let gazetteer = Gazetteer::builder()
///     .bundled()
///     .text("mine.toml", "[[bloc]]\nid = \"CSTO\"\nextend = true\nacronyms = [\"OTSC\"]\n")
///     .build()?;
/// assert_eq!(gazetteer.get("bloc:CSTO").unwrap().name(), "Collective Security Treaty Organization");
/// # Ok::<(), detente::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct GazetteerBuilder {
    layers: Vec<Layer>,
}

#[derive(Clone, Debug)]
enum Layer {
    Bundled,
    Path(PathBuf),
    Text(String, String),
}

impl GazetteerBuilder {
    /// Adds the gazetteer that the crate ships. Without it, the other layers stand alone.
    pub fn bundled(mut self) -> Self {
        self.layers.push(Layer::Bundled);
        self
    }

    /// Adds a file, or a folder with all `.toml` files below it (a folder `lexicon` in it is left alone).
    pub fn path(mut self, path: impl AsRef<Path>) -> Self {
        self.layers.push(Layer::Path(path.as_ref().to_owned()));
        self
    }

    /// Adds TOML that is at hand; `name` stands for it in messages.
    pub fn text(mut self, name: impl Into<String>, toml: impl Into<String>) -> Self {
        self.layers.push(Layer::Text(name.into(), toml.into()));
        self
    }

    /// Reads, merges and links all layers.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, is no TOML, or says what cannot be: the message names file, line and column,
    /// what is wrong, and what to do.
    pub fn build(self) -> Result<Gazetteer, Error> {
        let mut sources = Vec::new();
        for (number, layer) in self.layers.iter().enumerate() {
            sources.extend(layer.sources()?.into_iter().map(|source| (number, source)));
        }
        let parsed = parallel::map(&sources, |_, (layer, source)| {
            let document = source.parse()?;
            // While the tables are at hand: to look at all of them once more takes longer than to merge them.
            let heads = Head::all(&document.table());
            Ok((heads, (*layer, document)))
        })?;
        let (heads, mut documents): (Vec<_>, Vec<_>) = parsed.into_iter().unzip();
        let data = Reading::new(&documents, heads)?.finish()?;
        // To take the tables of a thousand leaders apart takes as long as to look all up.
        let half = documents.split_off(documents.len() / 2);
        let ((), data) = parallel::both(
            || drop(half),
            || {
                drop(documents);
                data.index(sources.iter().map(|(_, source)| source.clone()).collect())
            },
        );
        Ok(Gazetteer { data: Arc::new(data) })
    }
}

impl Layer {
    fn sources(&self) -> Result<Vec<Source>, Error> {
        match self {
            Self::Bundled => Ok(bundled::gazetteer()),
            Self::Text(name, toml) => Ok(vec![Source::owned(name, toml.clone())]),
            Self::Path(path) => {
                let mut files = Vec::new();
                collect(path, true, &mut files)?;
                if files.is_empty() {
                    let problem = format!("{} holds no gazetteer", path.display());
                    return Err(Error::new(problem, "name a file, or a folder with `.toml` files"));
                }
                files.sort();
                files.iter().map(|file| Ok(Source::owned(&file.to_string_lossy(), text_of(file)?))).collect()
            }
        }
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(format!("{} cannot be read: {error}", path.display()), "check the path and its permissions")
}

fn text_of(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let valid = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
        let source = Source::owned(&path.to_string_lossy(), valid);
        At { source: &source, offset: at }.error("the file is not UTF-8 from here on", "save it as UTF-8")
    })
}

fn collect(path: &Path, named: bool, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    if !path.is_dir() {
        if named || path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path.to_owned());
        }
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(|error| unreadable(path, &error))? {
        let entry = entry.map_err(|error| unreadable(path, &error))?;
        if entry.file_name() != "lexicon" {
            collect(&entry.path(), false, files)?;
        }
    }
    Ok(())
}
