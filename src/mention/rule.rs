//! The rules by which a surface got its entity, and the reasons why one was passed over.

use std::fmt;

use crate::span::Span;

/// The rule that chose the entity of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// No other entity bears the name.
    OnlyBearer,
    /// Of those that bear it, only this one did on the article's date.
    Date,
    /// Of those that bear it, only this one is named otherwise in the article.
    NamedElsewhere,
    /// It is meant where nothing tells.
    Preferred,
    /// A person's full name.
    FullName,
    /// The surname of a person whom the article names in full.
    NamedInFull,
    /// A surname behind the title of an office that the person held.
    Title,
    /// A surname beside the state that the person leads.
    StateBeside,
    /// An office beside its state or bloc, of who held it on the article's date.
    Office,
    /// A noun that describes the entity named last before it.
    Described,
    /// A noun that describes an entity of which the article speaks throughout, though it names another in passing.
    Topic,
    /// A noun by which the article has called the entity before.
    CalledSo,
    /// A noun behind words of belonging, of the one to which the state beside them belongs.
    Belongs,
    /// Words by which one entity alone is described: "the Russian-led alliance".
    OnlyDescribed,
    /// A person whom the text introduces by name and office.
    Introduced,
    /// One of two lands, called by its half: "the North".
    Half,
    /// A name that shares its last words with the one after it.
    Coordinated,
    /// A short form that the article itself explains.
    ShortForm,
    /// A surname alone, of the one person who led on the article's date.
    InOffice,
    /// A surname behind a title, in an undated article, of the one who held the office when the others named led.
    Contemporary,
}

impl Rule {
    const fn words(self) -> &'static str {
        match self {
            Self::OnlyBearer => "no other entity bears the name",
            Self::Date => "it alone bore the name on the article's date",
            Self::NamedElsewhere => "the article names it, and no other bearer, in another way",
            Self::Preferred => "it is meant where nothing tells",
            Self::FullName => "it is the person's full name",
            Self::NamedInFull => "the article names the person in full",
            Self::Title => "the title before it is of the office that the person held",
            Self::StateBeside => "it stands beside the state that the person leads",
            Self::Office => "the person held the office on the article's date",
            Self::Described => "it describes the entity that was named last of those it fits",
            Self::Topic => "it describes the entity of which the article speaks most there",
            Self::CalledSo => "the article has called the entity so before",
            Self::Belongs => "of those that it fits, the state beside it belongs to this one",
            Self::OnlyDescribed => "no other entity is described in these words",
            Self::Introduced => "the text introduces the person by name and office",
            Self::Half => "the article names both of the lands of which it is one half",
            Self::Coordinated => "the name after it goes on for both",
            Self::ShortForm => "the article explains the short form",
            Self::InOffice => "it alone of its bearers led on the article's date",
            Self::Contemporary => "the person held the office of the title when the others whom the article names led",
        }
    }

    /// What the rule says of those that bear the name and were not meant.
    pub(crate) const fn of_rivals(self) -> &'static str {
        match self {
            Self::Date => "did not bear the name, or not lead, on the article's date",
            Self::NamedElsewhere => "not named otherwise in the article",
            Self::Preferred => "seldom meant where nothing tells",
            Self::NamedInFull => "not the one whom the article names in full",
            Self::Title => "did not hold the office of the title",
            Self::StateBeside => "did not lead the state beside it",
            Self::InOffice => "did not lead on the article's date",
            Self::Contemporary => "did not hold the office of the title when the others named led",
            _ => "the words around speak for the other",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// An entity that bears the name of a mention and was not meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rival {
    /// Where the mention begins.
    pub(crate) at: usize,
    /// The alias, an index into the gazetteer.
    pub(crate) alias: u32,
    /// Whether words beside or around the name speak against it; else the rule of the mention does.
    pub(crate) barred: bool,
}

/// A surface that an alias matched and that names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PassedOver {
    pub(crate) span: Span,
    /// An alias that matched, an index into the gazetteer.
    pub(crate) alias: u32,
    pub(crate) reason: Reason,
}

/// Why a surface was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// It stands in a URL, an e-mail address or a link's target.
    Address,
    /// A guard of the gazetteer, by its index.
    Guard(u16),
    /// Words beside it make a company, a ship, a dish of it.
    Lookalike,
    /// A short name in capitals in a line that is not.
    Capitals,
    /// A capital that was none any more on the article's date.
    FormerCapital,
    /// Another person's given name stands before it.
    OtherPerson,
    /// The language is meant.
    Language,
    /// It is part of a longer name.
    LongerName,
    /// It might mean several, and nothing tells which.
    Ambiguous,
    /// A surname of somebody whom nothing in the article introduces.
    Unintroduced,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Address => "it stands in a URL, an e-mail address or a link's target",
            Self::Guard(_) => "a guard of the gazetteer found that it means something else",
            Self::Lookalike => "the words beside it make another thing of it",
            Self::Capitals => "it is in capitals, and the words around it are not",
            Self::FormerCapital => "it was no capital on the article's date",
            Self::OtherPerson => "another person's given name stands before it",
            Self::Language => "the language is meant",
            Self::LongerName => "it is part of a longer name",
            Self::Ambiguous => "it may mean several, and nothing tells which",
            Self::Unintroduced => "it is a surname, and nothing tells whose",
        })
    }
}
