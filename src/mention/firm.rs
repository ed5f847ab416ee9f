//! Firms that bear a land's or a body's name, told by the word that says their legal form: "American Sprocket and Gear Co",
//! "Sprockets (UK) Ltd"; and the signs of shares, "<UN.A>", "(NYSE: ECO)".

use super::context::{next_word, word_before};
use crate::lexicon::Lookalikes;
use crate::span::Span;
use crate::word::WordList;

/// How many words of a firm's name are read, its legal form among them.
const NAME: usize = 6;

/// Whether the capitalised words from `at` on, after a space, are a firm's name up to its legal form.
pub(super) fn goes_on_to_form(text: &str, at: usize, lookalikes: &Lookalikes) -> bool {
    let mut end = at;
    let mut linked = true;
    for _ in 0..NAME {
        let Some(word) = next_part(text, end) else { return false };
        let written = word.of(text);
        if lookalikes.firms.contains(written) {
            // "the Army Corp of Engineers".
            return !text[word.end..].starts_with(" of Engineers");
        }
        if OF_STATE.holds(written) {
            return false;
        }
        let links = LINKS.holds(written);
        // "Peru and Acme Corp" are two.
        if links && linked || !links && !written.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return false;
        }
        linked = links;
        end = word.end;
    }
    false
}

/// The word that begins there after one space, with "&" for one.
fn next_part(text: &str, at: usize) -> Option<Span> {
    if text[at..].starts_with(" & ") {
        return Some(Span::new(at + 1, at + 2));
    }
    next_word(text, at)
}

/// What joins the words of a firm's name.
static LINKS: WordList<16> = WordList::new(&["&", "and", "de", "for", "of"]);

/// Words of bodies that are the state's own although they have a firm's legal form.
static OF_STATE: WordList<32> = WordList::new(&[
    "Agency",
    "Broadcasting",
    "Commission",
    "Department",
    "Development",
    "Federal",
    "Government",
    "Ministry",
    "Minister",
    "National",
    "President",
    "Public",
    "State",
]);

/// "Sprockets (UK) Ltd".
pub(super) fn is_branch(text: &str, name: Span, lookalikes: &Lookalikes) -> bool {
    let Some(ahead) = text[..name.start].strip_suffix(" (") else { return false };
    let Some(behind) = text[name.end..].strip_prefix(')') else { return false };
    let form = next_word(text, name.end + 1);
    behind.starts_with(' ')
        && form.is_some_and(|form| lookalikes.firms.contains(form.of(text)))
        && word_before(text, ahead.len() + 1).is_some_and(|word| word.of(text).starts_with(char::is_uppercase))
}

/// "<UN.A>", "<ABCD.HK>", "(NYSE: ECO)": the sign of a share.
pub(super) fn is_share(text: &str, name: Span) -> bool {
    let is_sign = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'.';
    let (ahead, behind) = (&text.as_bytes()[..name.start], &text.as_bytes()[name.end..]);
    let before = ahead.iter().rev().take_while(|byte| is_sign(byte)).take(SIGN).count();
    let after = behind.iter().take_while(|byte| is_sign(byte)).take(SIGN).count();
    let (opens, closes) = (&ahead[..ahead.len() - before], behind.get(after));
    match closes {
        Some(b'>') => opens.ends_with(b"<"),
        Some(b')') => {
            let listed = opens.strip_suffix(b" ").unwrap_or(opens);
            EXCHANGES.iter().any(|exchange| {
                listed
                    .strip_suffix(b":")
                    .is_some_and(|listed| listed.to_ascii_uppercase().ends_with(exchange.as_bytes()))
            })
        }
        _ => false,
    }
}

/// The longest part of a share's sign beside the name in it, in bytes.
const SIGN: usize = 8;

/// Exchanges before the sign of a share, and a colon.
const EXCHANGES: [&str; 8] = ["NYSE", "NASDAQ", "AMEX", "TSX", "TSE", "LSE", "ASX", "HKEX"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn named_cases() {
        let lookalikes = &Lexicon::bundled().lookalikes;
        let cases = [
            ("directly before its form", "sold to Kenya Inc.", true),
            ("with words between", "the Kenya Sprocket and Gear Wheel Co said", true),
            ("an ampersand", "the Kenya Bolts & Nuts Ltd", true),
            ("a branch", "Sprockets (Kenya) Ltd said", true),
            ("a land in brackets behind small letters", "sprockets (Kenya) Ltd", false),
            ("two of whom one is a firm", "Kenya and Sprocket Corp agreed", false),
            ("a firm in another phrase", "Kenya told Sprocket Corp", false),
            ("a firm of the land", "Kenya's Sprocket Corp", false),
            ("a body of the state", "the Kenya National Grain Corp", false),
            ("soldiers", "the Kenya Army Corp of Engineers", false),
        ];
        for (what, text, wanted) in cases {
            let start = text.find("Kenya").unwrap();
            let name = Span::new(start, start + 5);
            let found = goes_on_to_form(text, name.end, lookalikes) || is_branch(text, name, lookalikes);
            assert_eq!(found, wanted, "{what}: {text}");
        }
    }

    #[test]
    fn signs_of_shares() {
        let cases = [
            ("Sprocket Inc <ECO> rose", true),
            ("Sprocket <ECO.A>, a maker", true),
            ("Sprocket <XYZ.ECO> closed", true),
            ("Sprocket Inc. (NYSE: ECO) rose", true),
            ("Sprocket Inc. (Nasdaq:ECO) rose", true),
            ("a report (source: ECO) said", false),
            ("ECO > others", false),
            ("the ECO.", false),
            ("the bloc (ECO) said", false),
        ];
        for (text, wanted) in cases {
            let start = text.find("ECO").unwrap();
            assert_eq!(is_share(text, Span::new(start, start + 3)), wanted, "{text}");
        }
    }
}
