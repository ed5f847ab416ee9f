//! Pronouns: whom each may mean.

/// Whom a pronoun may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    /// "he", "she": a person.
    Person,
    /// "it": one state or bloc.
    It,
    /// "they": several, or people.
    They,
    /// "we": anybody.
    Any,
}

impl Pronoun {
    /// As a subject.
    pub(crate) fn of(written: &str) -> Self {
        match written {
            "he" | "He" | "she" | "She" => Self::Person,
            "it" | "It" => Self::It,
            "they" | "They" => Self::They,
            _ => Self::Any,
        }
    }

    /// As the owner of what stands behind it; `None` of a word that is none.
    pub(crate) fn as_owner(written: &str) -> Option<Self> {
        match written {
            "his" | "His" | "her" | "Her" => Some(Self::Person),
            "its" | "Its" => Some(Self::It),
            "their" | "Their" => Some(Self::Any),
            _ => None,
        }
    }

    /// As an object; `None` of a word that is none.
    pub(crate) fn as_object(written: &str) -> Option<Self> {
        match written {
            "him" => Some(Self::Person),
            "it" => Some(Self::It),
            "them" => Some(Self::Any),
            _ => None,
        }
    }
}
