//! Titles of works between quotation marks: "Midnight Train to Peru" is a song.

use memchr::{Memchr2, memchr2_iter};

use crate::span::Span;
use crate::word::WordList;

/// Words of works that bear a title.
static WORKS: WordList<128> = WordList::new(&[
    "album",
    "anthem",
    "composed",
    "performed",
    "recorded",
    "wrote",
    "ballad",
    "book",
    "documentary",
    "encore",
    "episode",
    "film",
    "hummed",
    "memoir",
    "movie",
    "musical",
    "novel",
    "opera",
    "painting",
    "play",
    "played",
    "poem",
    "sang",
    "screened",
    "series",
    "shown",
    "show",
    "sing",
    "sings",
    "single",
    "song",
    "songs",
    "sung",
    "thriller",
    "titled",
    "entitled",
    "called",
    "tune",
]);

/// How many words beside a title are read for what it is of, and how long a title is at the most.
const BESIDE: usize = 4;
const TITLE: usize = 60;

/// Where quotation marks stand, asked for from left to right.
pub(super) struct Quotes<'t> {
    text: &'t [u8],
    marks: Memchr2<'t>,
    /// The first mark not yet passed; beyond the text, where there is none.
    next: usize,
    /// The last one, if a title may open there.
    last: Option<usize>,
}

impl<'t> Quotes<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let text = text.as_bytes();
        let mut marks = memchr2_iter(b'"', 0xe2, text);
        let next = marks.next().unwrap_or(usize::MAX);
        Self { text, marks, next, last: None }
    }

    /// Whether a mark stands so little before the name that a title may open there.
    pub(super) fn stand_before(&mut self, name: Span) -> bool {
        while self.next < name.start {
            let at = self.next;
            self.next = self.marks.next().unwrap_or(usize::MAX);
            let behind = match self.text[at..] {
                [b'"', ref behind @ ..] | [_, 0x80, 0x9c | 0x9d, ref behind @ ..] => behind,
                _ => continue,
            };
            // No title opens with a mark that closes one.
            self.last = (!matches!(behind, [b' ' | b',' | b'.' | b'\n', ..])).then_some(at);
        }
        self.last.is_some_and(|last| name.start - last <= TITLE)
    }
}

/// "Midnight Train to Peru", a song: between quotation marks, with capitals, and a word of such works beside it.
pub(super) fn holds(text: &str, name: Span) -> bool {
    let quote = |c: char| matches!(c, '"' | '\u{201c}' | '\u{201d}');
    // Only a short stretch around the name is looked through: the text may be long.
    let from =
        (name.start.saturating_sub(TITLE)..=name.start).find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    let to = (name.end..=text.len().min(name.end + TITLE)).rev().find(|&at| text.is_char_boundary(at));
    let Some(open) = text[from..name.start].rfind(quote).map(|at| from + at) else { return false };
    let behind = &text[name.end..to.unwrap_or(name.end)];
    let Some(close) = behind.find(quote).map(|at| name.end + at) else { return false };
    let mark = text[open..].chars().next().map_or(1, char::len_utf8);
    let title = &text[open + mark..close];
    // A closing mark before the name, a sentence, a speech.
    if title.starts_with([' ', ',', '.', '\n']) || title.contains('\n') {
        return false;
    }
    // Short words in lower case stand in a title as well, but longer ones only of a few: "Train from Lima with Love".
    let words = || {
        title.split_whitespace().filter(|word| word.len() > 3 && !matches!(*word, "from" | "with" | "into" | "over"))
    };
    if !words().all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())) {
        return false;
    }
    let near = |words: &mut dyn Iterator<Item = &str>| {
        words.take(BESIDE).any(|word| WORKS.holds_in_any_case(word.trim_matches(|c: char| !c.is_alphanumeric())))
    };
    near(&mut text[..open].rsplit(char::is_whitespace).filter(|word| !word.is_empty()))
        || near(&mut text[close..].split_whitespace().skip(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_cases() {
        let cases = [
            ("a song", "she hummed \"Midnight Train to Peru\" twice", true),
            ("curly, the work behind it", "\u{201c}Peru\u{201d}, a film in black and white, won", true),
            ("a sentence", "a single word: \"He can now call both Peru and Chad\"", false),
            ("a speech", "he said, \"Peru will not pay for the film\"", false),
            ("a slogan", "the banner read \"Free Peru\" in red", false),
            ("between two quotations", "\"No film,\" Peru said, \"no song\"", false),
            ("without marks", "the film Peru banned", false),
        ];
        for (what, text, wanted) in cases {
            let start = text.find("Peru").unwrap();
            assert_eq!(holds(text, Span::new(start, start + 4)), wanted, "{what}: {text}");
        }
    }
}
