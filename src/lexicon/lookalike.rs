//! Words which, right beside a name, make another thing of it: a company, a university, a ship, a dish.

use std::collections::HashSet;

use crate::error::Error;
use crate::source::Table;
use crate::word::WordHash;

/// The words of all classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lookalikes {
    pub(crate) before: Vec<Box<str>>,
    pub(crate) after: Vec<Box<str>>,
    /// What makes another thing of a state's name, but not of a demonym: "Egypt striker".
    pub(crate) after_names: Vec<Box<str>>,
    /// Whole names that hold a name in them and are something else: "Brussels sprouts".
    pub(crate) phrases: Vec<Box<str>>,
    /// Words with which a longer name ends: "Airport" in "Singapore Changi Airport".
    pub(crate) heads: HashSet<Box<str>, WordHash>,
    /// Legal forms with which a firm's name ends: "Corp".
    pub(crate) firms: HashSet<Box<str>, WordHash>,
    /// Words right behind a name that make a firm of it in running text, where a headline means the land: "Kenya Power".
    pub(crate) ventures: HashSet<Box<str>, WordHash>,
    /// Words with which a longer name begins: "Hotel" in "Hotel Bristol Warsaw".
    pub(crate) openers: HashSet<Box<str>, WordHash>,
    /// Nouns before the name of a ship: "tanker".
    pub(crate) vessels: HashSet<Box<str>, WordHash>,
}

impl Lookalikes {
    pub(super) fn read(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for class in table.tables("lookalike")? {
            class.expect_keys(&[
                "id",
                "about",
                "before",
                "after",
                "after_names",
                "phrases",
                "heads",
                "firms",
                "ventures",
                "openers",
                "vessels",
            ])?;
            let words = |key: &str| -> Result<Vec<Box<str>>, Error> {
                Ok(class.texts(key)?.iter().map(|word| Box::from(word.value)).collect())
            };
            self.before.extend(words("before")?);
            self.after.extend(words("after")?);
            self.after_names.extend(words("after_names")?);
            self.phrases.extend(words("phrases")?);
            self.heads.extend(words("heads")?);
            self.firms.extend(words("firms")?);
            self.ventures.extend(words("ventures")?);
            self.openers.extend(words("openers")?);
            self.vessels.extend(words("vessels")?);
        }
        Ok(())
    }
}
