//! Longer names that hold a name in them and are something else: "Singapore Changi Airport", "Hotel Bristol Warsaw",
//! "the cruise ship Costa Brazil".
//!
//! What stands directly beside a name is compared with phrases (`Guards::look_alike`). Here the run of capitalised words
//! around it is read, in which the word that tells may stand further off.

use super::context::{has_lower_case, line_of, next_word, past_possessive, word_after, word_before};
use crate::lexicon::Lookalikes;
use crate::span::Span;
use crate::word::WordList;

/// How many capitalised words around a name belong to its run at the most.
const RUN: usize = 3;

/// Whether the words behind the name make another thing of it.
pub(super) fn goes_on(text: &str, name: Span, lookalikes: &Lookalikes) -> bool {
    goes_on_to_head(text, name, lookalikes) || is_venture(text, name, lookalikes) || is_time_there(text, name)
}

/// "the Estonia sank": a ship's, or another thing's, where the land's name has no article and no noun follows that it stands
/// for ("the Estonia talks"), nor what tells of the land at one time ("the Estonia of 1994").
pub(super) fn has_article(text: &str, name: Span) -> bool {
    if !matches!(word_before(text, name.start).map(|word| word.of(text)), Some("the" | "The")) {
        return false;
    }
    let rest = &text[name.end..];
    if rest.starts_with(['.', ';', ':', ')', '!', '?']) || rest.starts_with(", ") {
        return !rest[1..].trim_start_matches([' ', '"']).starts_with(char::is_uppercase) || !rest.starts_with(',');
    }
    let Some(word) = next_word(text, name.end) else { return false };
    let relative =
        || word_after(text, word.end).is_some_and(|next| matches!(next.of(text), "which" | "whom" | "whose"));
    BEHIND_THINGS.holds(word.of(text)) && !relative()
}

/// What goes on behind the name of a thing, above all of a ship.
#[rustfmt::skip]
static BEHIND_THINGS: WordList<128> = WordList::new(&[
    "aboard", "arrived", "at", "because", "berthed", "burned", "but", "capsized", "carried", "collided", "crossed", "docked",
    "exploded", "for", "from", "had", "has", "hit", "in", "into", "is", "lay", "left", "lies", "listed", "off", "on", "picked",
    "ran", "rescued", "rolled", "sailed", "sails", "sank", "sinks", "steamed", "struck", "to", "towed", "was", "went", "were",
    "when", "while", "will", "with", "would",
]);

/// Whether a person's name is a firm's or a building's: "Merkel's Hardware", "Indira Gandhi and Ben Gurion airports".
pub(super) fn bears_name(text: &str, name: Span, lookalikes: &Lookalikes) -> bool {
    let owned = past_possessive(text, name.end);
    if owned > name.end {
        return word_after(text, owned).is_some_and(|word| lookalikes.heads.contains(word.of(text)));
    }
    let mut at = name.end;
    for _ in 0..LISTED {
        let Some(word) = word_after(text, at) else {
            if !text[at..].starts_with(", ") {
                return false;
            }
            at += 1;
            continue;
        };
        let written = word.of(text);
        if PLURALS.contains(&written) {
            return true;
        }
        if !(written.starts_with(char::is_uppercase) || written == "and") {
            return false;
        }
        at = word.end;
    }
    false
}

/// Things that bear people's names, of which a list of names goes on to the plural.
pub(super) const PLURALS: [&str; 7] =
    ["airports", "hotels", "stadiums", "universities", "hospitals", "streets", "prizes"];

/// How many words of a list of names are read, commas among them.
const LISTED: usize = 10;

/// "Singapore [Gold] Cup": a word behind the name says what the whole is.
fn goes_on_to_head(text: &str, name: Span, lookalikes: &Lookalikes) -> bool {
    let behind = &text.as_bytes()[name.end..];
    let goes_on = behind.first() == Some(&b' ') && behind.get(1).is_some_and(u8::is_ascii_uppercase);
    if !goes_on {
        return false;
    }
    let mut at = name.end;
    for number in 0..RUN {
        let Some(word) = word_after(text, at) else { return false };
        let written = word.of(text);
        if word.start != at + 1 || !written.starts_with(char::is_uppercase) {
            return false;
        }
        if lookalikes.heads.contains(written) {
            // In a headline every word has a capital: "China Wins World Cup".
            return number == 0 || !is_headline(text, name);
        }
        at = word.end;
    }
    false
}

/// "Kenya Power said": a firm in running text; "Iraq Oil Ministry" and a headline's "Kenya Power Cuts" go on.
fn is_venture(text: &str, name: Span, lookalikes: &Lookalikes) -> bool {
    // Without a capital it is none.
    let goes_on = |word: &Span| !text.as_bytes()[word.start].is_ascii_lowercase();
    let venture = word_after(text, name.end).filter(goes_on);
    let Some(word) = venture.filter(|word| lookalikes.ventures.contains(word.of(text))) else { return false };
    let ends = word_after(text, word.end).is_none_or(|next| {
        let written = next.of(text);
        let of_state = ["minist", "official", "deal", "export", "import", "price", "sanction", "embargo", "chief"];
        written.starts_with(char::is_lowercase) && !of_state.iter().any(|noun| written.starts_with(noun))
    });
    ends && !is_headline(text, name)
}

/// "noon Moscow time": a clock's.
fn is_time_there(text: &str, name: Span) -> bool {
    if !text[name.end..].starts_with(" time") {
        return false;
    }
    let mut at = name.start;
    (0..2).any(|_| {
        let Some(word) = word_before(text, at) else { return false };
        at = word.start;
        let written = word.of(text);
        written.starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                written,
                "noon"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "midnight"
                    | "o'clock"
                    | "a.m."
                    | "p.m."
                    | "am"
                    | "pm"
                    | "o\u{2019}clock"
                    | "local"
            )
    })
}

/// "Hotel Bristol Warsaw", "the tanker Star of Kuwait": a word before the name says so.
pub(super) fn comes_from_opener(text: &str, name: Span, lookalikes: &Lookalikes) -> bool {
    if text.as_bytes()[..name.start].strip_suffix(b" of ").is_some_and(ends_with_small_word) {
        return false;
    }
    let mut at = name.start;
    for number in 0..=RUN {
        let Some(word) = word_before(text, at).filter(|word| word.end + 1 == at) else { return false };
        // Most words before a name are small ones.
        let is_small = text.as_bytes()[word.start].is_ascii_lowercase();
        if is_small && number == 0 && word.end - word.start != "of".len() {
            return false;
        }
        let written = word.of(text);
        if is_small || !written.starts_with(char::is_uppercase) {
            // A ship's name has a word before the land's, else the land itself may be meant.
            return number > 0 && written != "of" && lookalikes.vessels.contains(written)
                || written == "of" && number == 0 && ship_of(text, word, lookalikes);
        }
        if number > 0 && lookalikes.openers.contains(written) {
            return true;
        }
        at = word.start;
    }
    false
}

/// Whether the bytes end with a word in small letters, as those before "of" nearly all do.
fn ends_with_small_word(bytes: &[u8]) -> bool {
    let letters = bytes.iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count();
    letters > 0 && bytes[..bytes.len() - letters].ends_with(b" ")
}

/// "the tanker Star of": a vessel's name that goes on with "of".
fn ship_of(text: &str, of: Span, lookalikes: &Lookalikes) -> bool {
    let Some(word) = word_before(text, of.start) else { return false };
    word.of(text).starts_with(char::is_uppercase)
        && word_before(text, word.start).is_some_and(|before| lookalikes.vessels.contains(before.of(text)))
}

/// Whether the words of the line that are longer than a particle all have capitals.
pub(super) fn is_headline(text: &str, name: Span) -> bool {
    let long = |word: &&str| word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let line = line_of(text, name);
    !has_lower_case(line) || line.split_whitespace().filter(long).all(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn named_cases() {
        let lexicon = Lexicon::bundled();
        let cases = [
            ("directly before its head", "at the Kuwait Suite", true),
            ("with a word between", "through Kuwait International Airport", true),
            ("the head of another phrase", "in Kuwait Ahmadi saw a cup", false),
            ("in a headline", "Kuwait Wins World Cup", false),
            ("an opener before", "at the Hotel Bristol Kuwait", true),
            ("a ship", "the cruise ship Costa Kuwait sank", true),
            ("a ship of", "the tanker Star of Kuwait sank", true),
            ("a ship of the land", "the ship Kuwait seized", false),
            ("a sentence before", "They left the Hotel. Kuwait said", false),
            ("the land's own", "the Foreign Ministry Kuwait runs", false),
        ];
        for (what, text, wanted) in cases {
            let start = text.find("Kuwait").unwrap();
            let name = Span::new(start, start + 6);
            let holds = goes_on(text, name, &lexicon.lookalikes) || comes_from_opener(text, name, &lexicon.lookalikes);
            assert_eq!(holds, wanted, "{what}: {text}");
        }
    }
}
