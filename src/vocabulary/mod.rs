//! The closed words of the field: what a name, an office, a membership or an event may be called.

mod cameo;
mod event;
mod form;
mod kind;
mod office;
mod status;

pub(crate) use cameo::CameoCode;
pub use event::{Class, EventType, Modality, Sector, Sign};
pub use form::{Case, Form};
pub use kind::Kind;
pub use office::Office;
pub use status::Status;

/// Declares a closed vocabulary: an enum, the word of each variant, and the ways from one to the other.
macro_rules! words {
    (
        $(#[$doc:meta])*
        $name:ident, $what:literal {
            $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)*
        }
    ) => {
        $(#[$doc])*
        ///
        /// The list may grow: match with a wildcard arm.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the word as it stands in gazetteers and in output.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or_else(|| {
                    let all: Vec<&str> = Self::ALL.iter().map(|value| value.as_str()).collect();
                    crate::error::Error::new(
                        format!(concat!("`{}` is no ", $what), text),
                        format!("write one of {}", all.join(", ")),
                    )
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back() {
        for form in Form::ALL {
            assert_eq!(form.as_str().parse::<Form>().as_ref(), Ok(form));
            let json = serde_json::to_string(form).unwrap();
            assert_eq!(serde_json::from_str::<Form>(&json).unwrap(), *form);
        }
        let error = "presidant".parse::<Office>().unwrap_err();
        assert_eq!(error.problem(), "`presidant` is no office");
    }
}
