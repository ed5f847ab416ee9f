//! Word lists: the cues of events, offices and titles, given names, what makes another thing of a name.

mod cue;
mod cues;
#[cfg(test)]
mod lint;
mod lookalike;
mod meaning;
mod people;
mod row;
mod spelling;
mod verb;

use std::sync::{Arc, LazyLock};

pub(crate) use cue::Cue;
pub(crate) use cues::Cues;
pub(crate) use lookalike::Lookalikes;
pub(crate) use meaning::{Clause, Govern, Meaning};
pub(crate) use people::{People, Role, Title};
pub(crate) use verb::VerbForm;

use crate::error::{Error, Place};
use crate::source::{Source, bundled};

/// All word lists: a cheap handle.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon(Arc<Lists>);

#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) people: People,
    pub(crate) lookalikes: Lookalikes,
    pub(crate) cues: Cues,
    /// The files, each with the number of the first cue that it may hold.
    files: Vec<(usize, Source)>,
}

impl std::ops::Deref for Lexicon {
    type Target = Lists;

    fn deref(&self) -> &Lists {
        &self.0
    }
}

impl Lexicon {
    /// The word lists that the crate ships, read once.
    pub(crate) fn bundled() -> Self {
        static BUNDLED: LazyLock<Lexicon> = LazyLock::new(|| {
            let read = Lexicon::read(&bundled::lexicon());
            read.unwrap_or_else(|error| panic!("the bundled lexicon is broken: {error}"))
        });
        BUNDLED.clone()
    }

    fn read(sources: &[Source]) -> Result<Self, Error> {
        let mut people = People::default();
        let mut lookalikes = Lookalikes::default();
        let mut cues = Cues::new();
        let mut files = Vec::with_capacity(sources.len());
        for source in sources {
            files.push((cues.all.len(), source.clone()));
            let document = source.parse()?;
            let table = document.table();
            for key in table.keys() {
                match key.value {
                    "role" => people.read_roles(&table)?,
                    "title" => people.read_titles(&table)?,
                    "names" => people.read_given_names(&table)?,
                    "lookalike" => lookalikes.read(&table)?,
                    other if cues.read(other, &table)? => {}
                    other => {
                        return Err(key.at.error(
                            format!("`{other}` is no list of the lexicon"),
                            "see gazetteer/README.md for the lists there are",
                        ));
                    }
                }
            }
        }
        cues.unite_spellings();
        cues.see_in_longer_phrases();
        Ok(Self(Arc::new(Lists { people, lookalikes, cues, files })))
    }

    /// The place of a cue's row.
    pub(crate) fn place(&self, cue: u32) -> Option<Place> {
        let offset = *self.cues.offsets.get(cue as usize)?;
        let (_, file) = self.files.iter().rev().find(|&&(first, _)| first <= cue as usize)?;
        Some(file.place(offset))
    }
}
