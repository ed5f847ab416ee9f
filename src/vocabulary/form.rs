//! How a text names an entity, and how the case of a name counts.

use super::words;

words! {
    /// How the text names the entity: the kind of name that an alias is.
    ///
    /// ```
    /// assert_eq!(detente::Form::Demonym.as_str(), "demonym");
    /// ```
    Form, "form of a name" {
        /// A name in use: `Armenia`, `Burma`; of a person the full name.
        Name = "name",
        /// The formal name: `Republic of Armenia`.
        Official = "official",
        /// Letters that stand for the name: `CSTO`, `U.S.`.
        Abbreviation = "abbreviation",
        /// The adjective or noun of people: `Armenian`, `Dutch`, `Poles`.
        Demonym = "demonym",
        /// A seat of power or a capital that stands for the government: `the Kremlin`, `Moscow`.
        Metonym = "metonym",
        /// A capital or seat where somebody is, goes or meets.
        Place = "place",
        /// A person's surname alone.
        Surname = "surname",
        /// An office that stands for who held it on the day: `the Kazakh president`.
        Role = "role",
        /// A describing noun that stands for the one entity meant: `the bloc`.
        Description = "description",
        /// A body that acts for the entity: `UN General Assembly`.
        Organ = "organ",
    }
}

words! {
    /// How the case of a name counts when it is looked for.
    Case, "case rule" {
        /// As written, or in capitals throughout, as in a headline.
        Title = "title",
        /// Only as written.
        Exact = "exact",
        /// As written, or as a word, as British papers write what is spoken as one: `Opec`. Of names of four capitals
        /// and more it is the default.
        Acronym = "acronym",
        /// As written, in capitals, or all in lower case.
        Any = "any",
    }
}
