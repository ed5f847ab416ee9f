//! What stands around a surname.

use super::context::{is_name_like, word_after, word_before};
use super::signal::TITLE;
use crate::lexicon::{Lexicon, Title};
use crate::matcher::Hit;
use crate::span::Span;
use crate::word::{DAYS_AND_MONTHS, WordList, folded};

/// What stands before a surname.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    /// The title, and where it begins.
    pub(super) title: Option<(Title, usize)>,
    /// Whether a word says that the office was held before: "former President Bush".
    pub(super) former: bool,
    /// The word before, when it is a given name or written like one.
    pub(super) given_name: Option<Span>,
}

/// Words with a capital that stand before a surname without being a given name.
fn is_known_opening(word: &str) -> bool {
    static OPENINGS: WordList<256> = WordList::new(&[
        "A",
        "After",
        "Although",
        "And",
        "As",
        "At",
        "Because",
        "Before",
        "But",
        "By",
        "Can",
        "Could",
        "Did",
        "Does",
        "During",
        "For",
        "From",
        "Has",
        "How",
        "If",
        "In",
        "Is",
        "Like",
        "Meanwhile",
        "Now",
        "Of",
        "On",
        "Since",
        "So",
        "That",
        "The",
        "Then",
        "Though",
        "Through",
        "To",
        "Under",
        "Unlike",
        "Until",
        "Was",
        "What",
        "When",
        "Where",
        "While",
        "Why",
        "Will",
        "With",
        "Without",
        "Yet",
        "Both",
        "Even",
        "Only",
        "Or",
        "Nor",
        "Than",
        "Would",
        "Should",
    ]);
    OPENINGS.holds(word) || DAYS_AND_MONTHS.holds(word)
}

/// What stands before the surname at `span`.
pub(super) fn before(
    text: &str,
    hit: Hit,
    sentence: Span,
    lexicon: &Lexicon,
    is_mention: impl Fn(Span) -> bool,
) -> Before {
    let span = hit.span;
    let mut found = Before::default();
    let mut at = span.start;
    // The longest title: "Deputy Prime Minister" before "Minister".
    for _ in 0..if hit.beside.meets(TITLE) { 5 } else { 0 } {
        let Some(word) = word_before(text, at).filter(|word| word.start >= sentence.start) else { break };
        let words = &text[word.start..span.start];
        if let Some(title) = lexicon.people.title(words.trim_end()) {
            found.title = Some((title, word.start));
        }
        at = word.start;
    }
    let head = found.title.map_or(span.start, |(_, start)| start);
    let Some(word) = word_before(text, head).filter(|word| word.start >= sentence.start) else { return found };
    let written = word.of(text);
    // At the beginning of a sentence every word has a capital: there only a known given name is one.
    let opens = text[sentence.start..word.start].trim_end_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let may_name = is_name_like(written) && !is_known_opening(written);
    // "ex-president Carter": what is joined to it is a title as well.
    let left = ["ex-", "Ex-", "EX-"].into_iter().find_map(|ex| written.strip_prefix(ex));
    if let (None, Some(title)) = (found.title, left.and_then(|office| lexicon.people.title(office))) {
        found.title = Some((title, word.start));
    }
    found.former =
        left.is_some() || matches!(written, "former" | "Former" | "ex" | "late" | "then" | "ousted" | "deposed");
    if found.title.is_none()
        && !found.former
        && !is_mention(word)
        && may_name
        && (!opens || lexicon.people.is_given_name(&folded(written)))
    {
        found.given_name = Some(word);
    }
    found
}

/// Whether a capitalised word right after the surname makes a longer name of it: "May Day", "Bush Intercontinental".
pub(super) fn goes_on(text: &str, span: Span, lexicon: &Lexicon, is_mention: impl Fn(Span) -> bool) -> bool {
    let firm = text[span.end..].starts_with(" & ") || text[..span.start].ends_with(" & ");
    if firm {
        return true;
    }
    if text.as_bytes().get(span.end) == Some(&b'-') && is_compound(&text[span.end + 1..]) {
        return true;
    }
    let Some(word) = word_after(text, span.end) else { return false };
    let written = word.of(text);
    is_name_like(written) && !is_known_opening(written) && !is_mention(word) && lexicon.people.title(written).is_none()
}

/// Whether what a hyphen joins to a surname makes another name of it ("Yunus-bek"), and does not only tell of the person
/// ("Putin-backed", "Putin-era").
fn is_compound(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let tells =
        word.len() > 4 || word.ends_with("ed") || matches!(word, "era" | "like" | "free" | "age" | "ji" | "san");
    word.starts_with(char::is_lowercase) && !tells
}
