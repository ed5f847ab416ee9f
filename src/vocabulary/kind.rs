//! What an entity is.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What an entity is; an id begins with it (`state:ARM`).
///
/// The kind is open: a user's gazetteer may declare kinds of its own, which are [`Kind::Other`].
///
/// ```
/// use detente::Kind;
///
/// assert_eq!(Kind::new("bloc"), Kind::Bloc);
/// assert_eq!(Kind::new("armed-group").as_str(), "armed-group");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A state, existing or dissolved. The word implies no recognition.
    State,
    /// A territory: a dependency, a region in dispute, a de facto state without wide recognition.
    Territory,
    /// An organisation of states, an alliance, a forum.
    Bloc,
    /// A person who leads or speaks for one of these.
    Leader,
    /// A kind that a user's gazetteer declares.
    Other(Arc<str>),
}

impl Kind {
    /// Returns the kind of that name.
    pub fn new(word: &str) -> Self {
        match word {
            "state" => Self::State,
            "territory" => Self::Territory,
            "bloc" => Self::Bloc,
            "leader" => Self::Leader,
            other => Self::Other(other.into()),
        }
    }

    /// Returns the word before the colon of an id.
    pub fn as_str(&self) -> &str {
        match self {
            Self::State => "state",
            Self::Territory => "territory",
            Self::Bloc => "bloc",
            Self::Leader => "leader",
            Self::Other(word) => word,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|word| Self::new(&word))
    }
}
