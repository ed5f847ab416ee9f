//! A capital's name: the government, or the place where somebody is?

mod words;

use memchr::memchr2;

use words::{ADVANCE, COUNTDOWN, FEELING, GAINING, GONE, LITTLE, MEETING, MOTION, SEEN, STILL, TRAFFIC, TRAVELLERS};
pub(super) use words::{CITY, EVENTFUL, LEAVING, MARKET, MOVING, PLACING};

use super::context::{has_lower_case, line_of, past_possessive, word_after, word_before};
use super::signal::{BRACKET_BEFORE, CITY_AFTER, HYPHEN_AFTER, LINK_BEFORE, PLACE_BEFORE};
use crate::matcher::Signal;
use crate::span::Span;

/// Whether the capital's name at `span` means the place; `sentence` is where it stands, `followed` whether a state's
/// name follows it after a comma.
pub(super) fn is_place(text: &str, span: Span, beside: Signal, sentence: Span, followed: bool) -> bool {
    followed
        || is_dateline(text, span, sentence)
        || is_signed(text, span)
        || beside.meets(PLACE_BEFORE.and(LINK_BEFORE)) && after_placing(text, span, sentence)
        || beside.meets(Signal::MARK_BEFORE) && text[..span.start].ends_with("capital, ")
        || beside.meets(BRACKET_BEFORE) && is_bracketed(text, span)
        || beside.meets(CITY_AFTER.and(HYPHEN_AFTER)) && is_of_city(text, span)
}

/// "a think tank (Bishkek)".
fn is_bracketed(text: &str, span: Span) -> bool {
    text[..span.start].ends_with('(') && text[span.end..].starts_with(')')
}

/// Whether the seat of a government ("the Kremlin") is where somebody is or goes: "returned to the Kremlin". To be in it is
/// to govern, unless somebody is met there.
pub(super) fn is_at_seat(text: &str, span: Span, sentence: Span) -> bool {
    let within = |word: &Span| word.start >= sentence.start;
    let Some(the) = word_before(text, span.start).filter(within) else { return false };
    let Some(link) = word_before(text, the.start).filter(within) else { return false };
    match link.of(text) {
        "at" | "outside" | "inside" | "into" | "near" => true,
        "to" | "from" => looks_back(text, link, sentence, |word, _| MOTION.holds_in_any_case(word)),
        "in" => looks_back(text, link, sentence, |word, _| MEETING.holds(word)),
        "In" => word_after(text, span.end).is_some_and(|word| matches!(word.of(text), "he" | "she")),
        _ => false,
    }
}

/// Whether a capital is a place because another is, behind which it stands: "in Rome, Lima and Quito", "the train from Rome
/// to Lima"; `same` says whether both are of one land: "in Rome (the Eternal City)".
pub(super) fn is_listed(text: &str, place: Span, capital: Span, same: bool) -> bool {
    let before = || word_before(text, place.start).map(|word| word.of(text));
    match &text[place.end..capital.start] {
        " and " | " or " | ", and " | ", or " => !is_doer(text, capital),
        " to " | " via " => before() == Some("from"),
        ", " => same || before() != Some("In") && is_amid_list(text, capital),
        " \u{2014} " | " \u{2013} " | " - " | " (" => same,
        _ => false,
    }
}

/// Whether a list goes on behind the capital, and not a clause whose subjects it is one of: "in Rome, Lima and Quito", but
/// not "in Rome, Lima and Quito agreed".
fn is_amid_list(text: &str, capital: Span) -> bool {
    let mut item = capital;
    for _ in 0..ITEMS {
        let rest = &text[item.end..];
        let Some(link) = [", and ", ", or ", " and ", " or ", ", "].into_iter().find(|link| rest.starts_with(link))
        else {
            return item != capital && !is_doer(text, item);
        };
        let at = item.end + link.len();
        let next = word_after(text, at - 1).filter(|word| word.start == at);
        let Some(next) = next.filter(|word| word.of(text).starts_with(char::is_uppercase)) else {
            return item != capital;
        };
        item = next;
        if link != ", " {
            return !is_doer(text, item);
        }
    }
    true
}

/// How many items of a list are read.
const ITEMS: usize = 5;

/// Whether a finite verb follows, of which the capital is the subject: "flew to Rome and Lima has protested".
fn is_doer(text: &str, capital: Span) -> bool {
    word_after(text, capital.end).is_some_and(|word| {
        let written = word.of(text);
        matches!(
            written,
            "said" | "are" | "were" | "have" | "has" | "had" | "was" | "is" | "will" | "would" | "did" | "does"
        ) || written.ends_with("ed")
    })
}

/// "KYIV, Aug 3 (Agency) —", "Moscow —" at the beginning of a sentence.
fn is_dateline(text: &str, span: Span, sentence: Span) -> bool {
    // Most sentences begin with a letter, and few with a capital's name.
    if sentence.start < span.start && text.as_bytes()[sentence.start].is_ascii_alphanumeric() {
        return false;
    }
    let ahead = text[sentence.start..span.start].trim_matches(|c: char| !c.is_alphanumeric());
    if !ahead.is_empty() {
        return false;
    }
    let behind = &text[span.end..sentence.end.max(span.end)];
    let end = behind.char_indices().map(|(at, _)| at).nth(48).unwrap_or(behind.len());
    let head = &behind[..end];
    let dash = || head.find(" - ").or_else(|| head.find("—")).or_else(|| head.find("--")).or_else(|| head.find(" – "));
    let Some(dash) = memchr2(b'-', 0xe2, head.as_bytes()).and_then(|_| dash()) else {
        let rest = head.trim_start();
        return rest.starts_with('(')
            && rest
                .find(')')
                .is_some_and(|close| rest[1..close].chars().all(|c| c.is_uppercase() || c == ' ' || c == '/'));
    };
    // Between the name and the dash nothing but a date, an agency, a region.
    head[..dash].split_whitespace().all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty() || !word.starts_with(char::is_lowercase)
    })
}

/// "ISLAMABAD: Pakistan", "NICOSIA 1996-08-22", "OTTAWA A storm": in capitals before a line that is not, where a report is
/// from. Papers write the first word of a report so as well: "LONDON has warned".
fn is_signed(text: &str, span: Span) -> bool {
    if !text.as_bytes().get(span.start + 1).is_some_and(u8::is_ascii_uppercase) || has_lower_case(span.of(text)) {
        return false;
    }
    let line = line_of(text, span);
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let (ahead, behind) = (&text[start..span.start], &line[span.end - start..]);
    let agency =
        || behind.strip_prefix(" (").and_then(|rest| rest.split_once(')')).is_some_and(|(of, _)| !has_lower_case(of));
    if ahead.contains(char::is_alphanumeric) && !(ahead.ends_with(" - ") && agency()) {
        return false;
    }
    let signs = |c: char| matches!(c, ' ' | ':' | '.' | ',' | '-' | '(' | '\u{2013}' | '\u{2014}');
    let opens = |rest: &str| rest.chars().next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit());
    (behind.starts_with(signs) || behind.is_empty())
        && opens(behind.trim_start_matches(signs))
        && (has_lower_case(line) || !behind.contains(char::is_alphabetic))
}

fn after_placing(text: &str, span: Span, sentence: Span) -> bool {
    let Some(before) = word_before(text, span.start).filter(|before| before.start >= sentence.start) else {
        return false;
    };
    let word = before.of(text);
    if PLACING.holds_in_any_case(word) {
        // "hysteria in and around Moscow": what stands before "in" counts.
        let mut head = before;
        if text[..before.start].ends_with("in and ") {
            head.start -= "in and ".len();
        }
        let inside = head.start < before.start || word.eq_ignore_ascii_case("in");
        return !(inside && is_felt(text, head));
    }
    if LEAVING.holds_in_any_case(word) {
        return is_left(text, span.end);
    }
    if EVENTFUL.holds_in_any_case(word) {
        return has_fallen(text, span.end, matches!(word, "after" | "After" | "since" | "Since"));
    }
    if word == "both" {
        return after_placing(text, before, sentence);
    }
    if !MOVING.holds_in_any_case(word) {
        return lists_place(text, before, sentence);
    }
    match word {
        "on" => return looks_back(text, before, sentence, |word, _| ADVANCE.holds_in_any_case(word)),
        "between" => return looks_back(text, before, sentence, |word, _| TRAFFIC.holds_in_any_case(word)),
        "From" if before.start == sentence.start => return goes_on_moving(text, span.end),
        _ => {}
    }
    // "flew back on Monday from": look a few words back for what moves.
    let mut sent = false;
    looks_back(text, before, sentence, |earlier, directly| {
        let moves = MOTION.holds_in_any_case(earlier)
            || sent && (earlier.starts_with("sen") || earlier.starts_with("Sen") || earlier.starts_with("dispatch"))
            || word == "from" && SEEN.holds_in_any_case(earlier)
            || word == "for" && LEAVING.holds_in_any_case(earlier)
            || word == "of" && directly && earlier == "all"
            || word == "to" && directly && (earlier == "then" || COUNTDOWN.holds_in_any_case(earlier));
        sent |= TRAVELLERS.holds(earlier);
        moves
    })
}

/// How many words back what moves may stand.
const LOOK_BACK: usize = 4;

/// Whether one of the few words before a preposition passes; it is also told whether the word stands directly before.
fn looks_back(text: &str, from: Span, sentence: Span, mut passes: impl FnMut(&str, bool) -> bool) -> bool {
    let mut at = from.start;
    for number in 0..LOOK_BACK {
        let Some(earlier) = word_before(text, at).filter(|earlier| earlier.start >= sentence.start) else {
            return false;
        };
        let word = earlier.of(text);
        if passes(word, number == 0) {
            return true;
        }
        if STILL.holds_in_any_case(word) {
            return false;
        }
        at = earlier.start;
    }
    false
}

/// "From Nairobi he flew on".
fn goes_on_moving(text: &str, end: usize) -> bool {
    let mut at = end;
    (0..LOOK_BACK).any(|_| {
        let Some(word) = word_after(text, at) else { return false };
        at = word.end;
        MOTION.holds(word.of(text))
    })
}

/// Whether what a government has or takes in stands before "in": "fears in Moscow", but "came to power in Bishkek".
fn is_felt(text: &str, link: Span) -> bool {
    word_before(text, link.start).is_some_and(|earlier| {
        let word = earlier.of(text);
        let is_gained = || word_before(text, earlier.start).is_some_and(|verb| GAINING.holds(verb.of(text)));
        FEELING.holds_in_any_case(word) && !(word == "power" && is_gained())
    })
}

/// Whether what stands behind tells that somebody went away, and not in what state a government was left.
fn is_left(text: &str, end: usize) -> bool {
    word_after(text, end).is_none_or(|word| {
        let written = word.of(text);
        match written {
            "with" => word_after(text, word.end).is_none_or(|next| !LITTLE.holds(next.of(text))),
            _ => GONE.holds(written) || written.ends_with("ly") || !written.starts_with(char::is_lowercase),
        }
    })
}

/// "after Kabul fell", and "after Kabul" alone, where what happened there is meant.
fn has_fallen(text: &str, end: usize, may_end: bool) -> bool {
    let Some(word) = word_after(text, end) else { return may_end };
    let fell = matches!(word.of(text), "fell" | "falls" | "had" | "has");
    let next = word_after(text, word.end).map(|next| next.of(text));
    match word.of(text) {
        "had" | "has" => next == Some("fallen"),
        _ => fell && !matches!(next, Some("behind" | "in" | "into" | "out" | "short" | "silent")),
    }
}

/// "in Paris and London", "flew to Paris and London": the second is a place where the first is.
fn lists_place(text: &str, before: Span, sentence: Span) -> bool {
    matches!(before.of(text), "and" | "or")
        && word_before(text, before.start).is_some_and(|first| {
            first.start > sentence.start
                && first.of(text).starts_with(char::is_uppercase)
                && after_placing(text, first, sentence)
        })
}

/// Whether a noun behind the capital's name says that the city is meant, or a map on which it is looked for.
pub(super) fn is_of_city(text: &str, span: Span) -> bool {
    let owned = past_possessive(text, span.end);
    let behind = &text[owned..];
    if behind.starts_with("-based") {
        return true;
    }
    word_after(text, owned).is_some_and(|word| match word.of(text) {
        "on" => behind.starts_with(" on a map") || behind.starts_with(" on the map"),
        "peace" => behind.starts_with(" peace accord") || behind.starts_with(" peace agreement"),
        noun => CITY.holds(noun) || owned == span.end && MARKET.holds(noun),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_cases() {
        let cases = [
            ("rest", "They met in Lima again", true),
            ("what a government feels", "There was alarm in Lima again", false),
            ("power gained", "He came to power in Lima", true),
            ("power held", "The balance of power in Lima", false),
            ("motion", "She flew back on Monday from Lima", true),
            ("no motion", "The letter from Lima was long", false),
            ("what was seen there", "Pictures from Lima were dark", true),
            ("a way that goes on", "He flew to Quito, then to Lima", true),
            ("left by somebody", "The envoy left Lima for good", true),
            ("left in a state", "The war left Lima with few friends", false),
            ("left poorer", "The war left Lima poorer", false),
            ("a fall", "After Lima fell, nobody slept", true),
            ("an event by its place", "since Lima, nothing is the same", true),
            ("what comes down", "Rockets rained on Lima", true),
            ("what is imposed", "Sanctions on Lima will stay", false),
            ("traffic", "Flights between Lima and Quito", true),
            ("relations", "Relations between Lima and Quito", false),
            ("a map", "He cannot find Lima on a map", true),
            ("an accord", "They tore up the Lima peace accord", true),
            ("in front", "From Lima he flew on", true),
            ("a capital that is called so", "The capital, Lima, was calm", true),
            ("in brackets", "The institute (Lima) said so", true),
            ("an actor", "What Lima wants is not known", false),
        ];
        for (what, text, wanted) in cases {
            let start = text.find("Lima").unwrap();
            let span = Span::new(start, start + 4);
            let found = is_place(text, span, Signal::ALL, Span::new(0, text.len()), false);
            assert_eq!(found, wanted, "{what}: {text}");
        }
    }

    #[test]
    fn seats() {
        let cases = [
            ("motion", "since his return to the Kremlin", true),
            ("a meeting", "they dined in the Kremlin", true),
            ("government", "those who sit tight in the Kremlin", false),
            ("nearness", "people close to the Kremlin", false),
        ];
        for (what, text, wanted) in cases {
            let span = Span::new(text.len() - 7, text.len());
            assert_eq!(is_at_seat(text, span, Span::new(0, text.len())), wanted, "{what}: {text}");
        }
    }

    #[test]
    fn lists_and_ways() {
        let cases = [
            ("a list", "in Rome and Lima", true),
            ("its middle", "talks in Rome, Lima and Quito", true),
            ("one that acts", "to Rome and Lima has protested", false),
            ("behind a comma", "met in Rome, Lima was told", false),
            ("those who act", "In May, in Rome, Lima and Quito agreed on it", false),
            ("a way", "the train from Rome to Lima", true),
            ("no way", "flew in Rome to Lima", false),
        ];
        for (what, text, wanted) in cases {
            let at = |name: &str| text.find(name).map(|start| Span::new(start, start + 4)).unwrap();
            assert_eq!(is_listed(text, at("Rome"), at("Lima"), false), wanted, "{what}: {text}");
        }
    }
}
