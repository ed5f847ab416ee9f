//! The words around a stop, by which it ends a sentence or belongs to an abbreviation.

use super::line::{begins_item, is_marker, is_roman};
use super::punctuation::is_opener;
use crate::article::abbreviation::{LEADING, LETTERED, LOWER, NUMBERED, SPEAKERS, SPEECH, STARTERS, TRAILING};
use crate::word::{DAYS_AND_MONTHS, WordList, last_eight, leading_letters};

pub(super) fn is_abbreviation(word: &str) -> bool {
    LEADING.holds_in_any_case(word) || TRAILING.holds_in_any_case(word) || NUMBERED.holds_in_any_case(word)
}

pub(super) fn first_word(next: &str) -> &str {
    next.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}').next().unwrap_or_default()
}

/// No abbreviation is longer, in bytes.
const LONGEST: usize = 8;

/// No abbreviation without a stop in it is longer.
const LONGEST_PLAIN: usize = 6;

/// What stands directly before a stop: the end of a word, with the stops in it.
fn token_before(before: &str) -> &str {
    let start = before.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '/'));
    let token = start.map_or(before, |start| {
        let width = before[start..].chars().next().map_or(1, char::len_utf8);
        &before[start + width..]
    });
    let token = token.trim_start_matches(is_opener);
    // "anti-U.S", "Col.-Gen": what counts stands after the hyphen.
    token.rsplit('-').next().unwrap_or(token)
}

/// Whether a sentence ends with the stop after `before`, when `next` follows.
pub(super) fn after_word(before: &str, next: &str, wrapped: bool) -> bool {
    let (_, letters) = leading_letters(last_eight(before.as_bytes()));
    if letters > LONGEST_PLAIN {
        return true;
    }
    let token = match before.as_bytes()[..before.len() - letters].last() {
        Some(b' ' | b'-') if letters > 0 => &before[before.len() - letters..],
        _ => token_before(before),
    };
    if token.is_empty() {
        return true;
    }
    if is_marker(token) && begins_item(&before[..before.len() - token.len()], token, wrapped) {
        return false;
    }
    if token.len() > LONGEST {
        return true;
    }
    if NUMBERED.holds_in_any_case(token) && (token.len() > 1 || token.chars().all(char::is_lowercase)) {
        let word = first_word(next);
        return !(word.starts_with(char::is_numeric) || (is_roman(word) && word != "I"));
    }
    if letters == 1 || letters < token.len() {
        if token.chars().count() == 1 && token.chars().all(char::is_uppercase) {
            return starts_sentence(next) || (is_designation(before, token) && begins_plainly(next));
        }
        if matches!(token, "a.m" | "p.m") {
            return !first_word(next).starts_with(char::is_numeric) && (starts_sentence(next) || !is_time(next));
        }
        if token.contains('.') && token.chars().all(|c| c.is_alphabetic() || c == '.') && is_initials(token) {
            return starts_sentence(next);
        }
    }
    if !(token.starts_with(char::is_uppercase) || LOWER.holds(token)) {
        return true;
    }
    if LEADING.holds_in_any_case(token) {
        // "Hun Sen", "Kessel St"
        return starts_sentence(next) && follows_name(before, token);
    }
    !TRAILING.holds_in_any_case(token) || starts_sentence(next)
}

/// Whether a sentence plainly begins: with a word with which no name begins, in lower case what follows.
pub(super) fn starts_sentence(next: &str) -> bool {
    /// After these a name may follow and a sentence begins all the same.
    #[rustfmt::skip]
    static PLAIN: WordList<128> = WordList::new(&[
        "a", "after", "although", "as", "at", "because", "before", "but", "by", "during", "for", "from", "how", "if",
        "in", "it", "its", "of", "on", "since", "that", "the", "their", "these", "they", "this", "those", "though",
        "to", "unlike", "until", "we", "what", "when", "where", "which", "while", "who", "why", "with", "without",
    ]);
    let word = first_word(next);
    STARTERS.holds_in_any_case(word) && (PLAIN.holds_in_any_case(word) || begins_plainly(next))
}

/// Whether the word after the first is in lower case, or a mark or the end follows the first.
pub(super) fn begins_plainly(next: &str) -> bool {
    let rest = &next[first_word(next).len()..];
    match rest.strip_prefix(char::is_whitespace) {
        Some(rest) => !rest.trim_start().trim_start_matches(is_opener).starts_with(char::is_uppercase),
        None => !rest.starts_with(['-', '.']),
    }
}

/// Letters with stops between, none longer than two: "U.S", "Ph.D", "e.g".
pub(super) fn is_initials(token: &str) -> bool {
    token.split('.').all(|part| (1..=2).contains(&part.chars().count()))
}

/// The word before the last token.
pub(super) fn word_before<'t>(before: &'t str, token: &str) -> &'t str {
    let rest = before[..before.len() - token.len()].trim_end();
    rest.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Whether the token stands behind a capitalised word, as in "Kessel St".
pub(super) fn follows_name(before: &str, token: &str) -> bool {
    let word = word_before(before, token);
    word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphanumeric)
}

/// Whether a capital tells which one of several: "hepatitis C".
pub(super) fn is_designation(before: &str, token: &str) -> bool {
    LETTERED.holds_in_any_case(word_before(before, token))
}

/// Whether what follows an hour belongs to it: a weekday, a month, a time zone ("Eastern time").
pub(super) fn is_time(next: &str) -> bool {
    let word = first_word(next);
    let mut words = next.split_whitespace().map(first_word);
    DAYS_AND_MONTHS.holds_in_any_case(word)
        || (word.len() >= 2 && word.chars().all(char::is_uppercase))
        || words
            .find(|word| !word.starts_with(char::is_uppercase) || *word == "Time")
            .is_some_and(|word| word.eq_ignore_ascii_case("time"))
}

/// Whether the words after a quotation tell whose it was: `"Why?" Lavrov asked`.
pub(super) fn tells_who(next: &str) -> bool {
    if STARTERS.holds_in_any_case(first_word(next)) {
        return false;
    }
    let mut after_owner = false;
    for (number, word) in next.split_whitespace().take(7).enumerate() {
        let is_owner = word.ends_with("'s") || word.ends_with("\u{2019}s");
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if SPEECH.holds_in_any_case(word) {
            return number > 0;
        }
        let named = word.starts_with(char::is_uppercase)
            || matches!(word, "the" | "of" | "al" | "von" | "de")
            || (number > 0 && (after_owner || SPEAKERS.holds(word)));
        if !named {
            return false;
        }
        after_owner = is_owner;
    }
    false
}
