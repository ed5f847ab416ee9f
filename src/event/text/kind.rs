//! What a token is by itself.

/// What a token is, whatever stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A mention, by its number.
    Mention(u32),
    /// "'s".
    Possessive,
    And,
    To,
    By,
    Of,
    /// Any other preposition.
    Preposition,
    That,
    Be,
    Have,
    Do,
    Will,
    Determiner,
    /// Adverbs, days, "last week": what may stand between a subject and its verb.
    Adverb,
    /// A word with a capital that is no mention.
    Capital,
    Word,
    Comma,
    /// A dash, colon, semicolon, bracket or quotation mark.
    Break,
    Hyphen,
}

impl Kind {
    /// "is", "has", "did", "will": what stands before another verb, or is one.
    pub(crate) const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Be | Self::Do | Self::Have | Self::Will)
    }
}

/// The number, by its letters, of the kind of a listed word in lower case.
pub(super) fn number_by_letters(word: &str) -> u8 {
    let is_adverb = by_letters(word) == Kind::Adverb;
    (KINDS.len() + if is_adverb { 1 } else { 2 }) as u8
}

/// The kinds of listed words by their numbers: from 1 on those that are their own, as in `KINDS`, then those by letters.
pub(crate) static NUMBERED: [Kind; KINDS.len() + 3] = {
    let mut numbered = [Kind::Word; KINDS.len() + 3];
    let mut number = 0;
    while number < KINDS.len() {
        numbered[number + 1] = KINDS[number].0;
        number += 1;
    }
    numbered[KINDS.len() + 1] = Kind::Adverb;
    numbered
};

/// What a word is that is not listed: an adverb by its ending, a number; else it depends on the capital.
#[inline]
pub(super) fn by_letters(written: &str) -> Kind {
    match written.as_bytes() {
        _ if is_adverb(written) => Kind::Adverb,
        [b'a'..=b'z', ..] => Kind::Word,
        _ => by_capital(written),
    }
}

/// Whether the word ends like an adverb.
#[inline]
pub(super) fn is_adverb(written: &str) -> bool {
    match *written.as_bytes() {
        [.., l, y] => (written.len() > 4) & (l | 0x20 == b'l') & (y | 0x20 == b'y'),
        _ => false,
    }
}

fn by_capital(written: &str) -> Kind {
    match written.as_bytes() {
        bytes if bytes.iter().all(u8::is_ascii_digit) => Kind::Adverb,
        _ if written.starts_with(char::is_uppercase) => Kind::Capital,
        _ => Kind::Word,
    }
}

/// Words whose kind is their own, in lower case.
#[rustfmt::skip]
pub(crate) const KINDS: &[(Kind, &[&str])] = &[
    (Kind::And, &["and", "or", "&", "but", "then"]),
    (Kind::To, &["to"]),
    (Kind::By, &["by"]),
    (Kind::Of, &["of"]),
    (Kind::That, &["that"]),
    (Kind::Be, &["is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got", "getting"]),
    (Kind::Have, &["has", "have", "had", "having"]),
    (Kind::Do, &["do", "does", "did"]),
    (Kind::Will, &["will", "shall", "'ll"]),
    (
        Kind::Determiner,
        &[
            "the", "a", "an", "its", "their", "his", "her", "this", "these", "those", "some", "several", "all",
            "any", "each", "every", "another", "other",
        ],
    ),
    (
        Kind::Preposition,
        &[
            "in", "on", "at", "from", "with", "for", "against", "over", "under", "between", "among", "into", "near",
            "after", "before", "during", "since", "through", "across", "within", "without", "toward", "towards",
            "upon", "about", "around", "inside", "outside", "via", "despite", "amid", "off", "like", "than",
            "beyond", "behind", "alongside", "beside", "as", "because", "while", "when", "where", "until", "though",
            "although", "per", "onto", "throughout", "regarding", "concerning", "along",
        ],
    ),
    (
        Kind::Adverb,
        &[
            "also", "again", "later", "soon", "now", "still", "already", "once", "twice", "today", "yesterday",
            "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "earlier",
            "meanwhile", "however", "therefore", "both", "just", "even", "only", "ever", "first", "last", "then-",
            "week", "month", "year", "night", "morning", "evening", "afternoon", "ago", "late", "early", "too",
            "instead", "together", "jointly", "long", "far", "recently", "next", "never", "yet", "so", "january",
            "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
            "here", "there", "afterward", "afterwards", "almost", "always", "dawn", "daybreak", "dusk", "indeed",
            "midday", "midnight", "nevertheless", "nightfall", "nonetheless", "noon", "often", "overnight", "sometimes",
            "thus", "tonight", "weekend",
        ],
    ),
];
