//! Words which, right beside a name, make another thing of it: a company, a university, a ship, a dish.

use crate::error::Error;
use crate::phrase::Beside;
use crate::source::Table;
use crate::span::Span;

/// The words of all classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lookalikes {
    before: Beside,
    after: Beside,
}

#[derive(Debug, Default)]
pub(super) struct Builder {
    before: Vec<String>,
    after: Vec<String>,
}

impl Builder {
    pub(super) fn read(&mut self, table: &Table<'_>) -> Result<(), Error> {
        for class in table.tables("lookalike")? {
            class.expect_keys(&["id", "about", "before", "after"])?;
            self.before.extend(class.texts("before")?.iter().map(|word| word.value.to_owned()));
            self.after.extend(class.texts("after")?.iter().map(|word| word.value.to_owned()));
        }
        Ok(())
    }

    pub(super) fn finish(&self) -> Lookalikes {
        Lookalikes {
            before: Beside::new(self.before.iter().map(String::as_str)),
            after: Beside::new(self.after.iter().map(String::as_str)),
        }
    }
}

impl Lookalikes {
    /// The words beside the name that make another thing of it.
    pub(crate) fn beside(&self, text: &str, name: Span) -> Option<&str> {
        self.after.after(text, name).or_else(|| self.before.before(text, name))
    }
}
