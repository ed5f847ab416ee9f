//! Demonyms that name a language: "answered in French,", "reads Swedish slowly", "Arabic, French and English".

use super::context::{word_after, word_before};
use crate::span::Span;
use crate::word::WordList;

/// Words before a language, in the forms of news.
#[rustfmt::skip]
pub(super) static SPOKEN: WordList<128> = WordList::new(&[
    "in", "into", "speak", "speaks", "spoke", "spoken", "speaking", "learn", "learned", "learning", "taught", "teach",
    "teaches", "study", "studies", "studied", "fluent", "broken", "read", "reads", "reading", "write", "writes", "wrote",
    "written", "halting", "flawless", "perfect", "understands", "understood", "understand",
]);

/// Languages that are no state's demonym: beside one of them in a list, a demonym is a language too.
#[rustfmt::skip]
static LANGUAGES: WordList<128> = WordList::new(&[
    "Amharic", "Arabic", "Aramaic", "Basque", "Bengali", "Cantonese", "Catalan", "Creole", "Dari", "English",
    "Esperanto", "Farsi", "Gaelic", "Galician", "Gujarati", "Hausa", "Hebrew", "Hindi", "Igbo", "Kinyarwanda",
    "Kurmanji", "Latin", "Malayalam", "Mandarin", "Marathi", "Occitan", "Oromo", "Pashto", "Punjabi", "Quechua",
    "Romansh", "Sanskrit", "Shona", "Sindhi", "Swahili", "Tagalog", "Tamil", "Telugu", "Tigrinya", "Urdu", "Uyghur",
    "Wolof", "Xhosa", "Yiddish", "Yoruba", "Zulu",
]);

/// How many items of a list are read on each side.
const ITEMS: usize = 5;

/// Whether the demonym at `span` names a language.
pub(super) fn is_meant(text: &str, span: Span) -> bool {
    let spoken = word_before(text, span.start).is_some_and(|word| SPOKEN.holds_in_any_case(word.of(text)));
    if spoken && ends(text, span.end) {
        return true;
    }
    is_listed(text, span)
}

/// Whether no noun follows that the demonym would describe.
fn ends(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(['\u{201d}', '"', '\'', '\u{2019}']);
    if rest.is_empty() || rest.starts_with([',', '.', ';', ':', ')', '?', '!']) {
        return true;
    }
    word_after(text, end).is_some_and(|word| {
        let written = word.of(text);
        matches!(written, "and" | "or" | "but" | "as" | "at" | "with" | "to" | "well" | "badly")
            || (written.ends_with("ly") && written.starts_with(char::is_lowercase))
    })
}

/// Whether it stands in a list with a language: "Tagalog or Somali", "Vietnamese, Polish and Tamil".
fn is_listed(text: &str, span: Span) -> bool {
    let mut at = span.end;
    for _ in 0..ITEMS {
        let Some(next) = item_after(text, at) else { break };
        if LANGUAGES.holds(next.of(text)) {
            return ends(text, next.end);
        }
        at = next.end;
    }
    let mut at = span.start;
    for _ in 0..ITEMS {
        let Some(last) = item_before(text, at) else { break };
        if LANGUAGES.holds(last.of(text)) {
            return ends(text, span.end);
        }
        at = last.start;
    }
    false
}

/// The next item of a list: a capitalised word behind a comma, "and" or "or".
fn item_after(text: &str, at: usize) -> Option<Span> {
    let rest = &text[at..];
    let gap = [", and ", ", or ", ", ", " and ", " or "].into_iter().find(|gap| rest.starts_with(gap))?;
    let start = at + gap.len();
    let length = text[start..].find(|c: char| !c.is_alphabetic()).unwrap_or(text.len() - start);
    text[start..].starts_with(char::is_uppercase).then_some(Span::new(start, start + length))
}

/// The item before, likewise.
fn item_before(text: &str, at: usize) -> Option<Span> {
    let ahead = &text[..at];
    let gap = [", and ", ", or ", ", ", " and ", " or "].into_iter().find(|gap| ahead.ends_with(gap))?;
    let end = at - gap.len();
    let start = text[..end]
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
    text[start..end].starts_with(char::is_uppercase).then_some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_cases() {
        let cases = [
            ("at the end of a phrase", "he answered in Polish, twice", true),
            ("before an adverb", "she reads Polish slowly", true),
            ("before a noun", "she reads Polish papers", false),
            ("in a list with a language", "choose Somali, Polish, Tagalog or Welsh", true),
            ("behind one", "in Arabic, Dutch and Polish.", true),
            ("in a list of peoples", "Somali, Polish and Dutch troops", false),
            ("before a noun in a list", "Tamil and Polish papers", false),
            ("by itself", "the Polish said", false),
        ];
        for (what, text, wanted) in cases {
            let start = text.find("Polish").unwrap();
            assert_eq!(is_meant(text, Span::new(start, start + 6)), wanted, "{what}: {text}");
        }
    }
}
