//! Words which, right beside a name, make another thing of it: a company, a university, a ship, a dish.

use crate::error::Error;
use crate::source::Table;

/// The words of all classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lookalikes {
    pub(crate) before: Vec<Box<str>>,
    pub(crate) after: Vec<Box<str>>,
    /// Whole names that hold a name in them and are something else: "Brussels sprouts".
    pub(crate) phrases: Vec<Box<str>>,
}

impl Lookalikes {
    pub(super) fn read(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for class in table.tables("lookalike")? {
            class.expect_keys(&["id", "about", "before", "after", "phrases"])?;
            self.before.extend(class.texts("before")?.iter().map(|word| Box::from(word.value)));
            self.phrases.extend(class.texts("phrases")?.iter().map(|phrase| Box::from(phrase.value)));
            self.after.extend(class.texts("after")?.iter().map(|word| Box::from(word.value)));
        }
        Ok(())
    }
}
