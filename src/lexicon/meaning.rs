//! What a word or phrase of the lexicon may be in a clause.

use super::verb::VerbForm;
use crate::vocabulary::Sector;

/// What a word or phrase may be in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Meaning {
    /// A form of a cue's verb.
    Verb(u32, VerbForm),
    /// A cue's noun.
    Noun(u32),
    /// A cue joined to a name by a hyphen: "-backed".
    Suffix(u32),
    /// A word by which somebody must do something: what a speaker asks of its subject.
    Obligation(u32),
    /// A word that some cue asks for: an object, a preposition, what undoes it.
    Word(u16),
    /// A noun that acts for the state before it, or one that does not.
    Actor(Sector, bool),
    /// A noun after a demonym that is no actor at all.
    Thing,
    /// A word of the clause logic.
    Clause(Clause),
    /// A verb that governs the one after it.
    Govern(Govern, VerbForm),
}

/// Words of the clause logic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Clause {
    Negator,
    Conditional,
    Attribution,
    Past,
    Exception,
    Relative,
    Pronoun,
    /// "both", "the two leaders": two who were named before.
    Pair,
}

/// What a governing verb makes of the one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Govern {
    /// Says so.
    Speech,
    /// Threatens to.
    Threat,
    /// Means to.
    Plan,
    /// Asks somebody else to.
    Request,
    /// Denies.
    Denial,
    /// Refuses to: a REJECT instead, or nothing.
    Refusal { rejects: bool },
    /// Keeps it from happening.
    Prevention,
    /// Passes it on unchanged: "continued to".
    Continuing,
    /// Does what the noun after it says: "launched an attack".
    Light,
}
