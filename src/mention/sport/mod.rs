//! Sides and tournaments that bear a land's name: "France beat Croatia 4–2", "the Vietnam Open".

mod words;

use words::{DEALINGS, LOOSE_MARKS, MARKS, MATCHES, MEETINGS, TITLES};
pub(super) use words::{FOR_SIDES, RESULTS, SQUAD};

use super::context::{past_possessive, word_after, word_before};
use super::named_thing::is_headline;
use crate::span::Span;
use crate::word::is_word_before;

/// Whether the land's name at `name` is that of a side or a tournament.
pub(super) fn is_meant(text: &str, name: Span, sentence: Span) -> bool {
    is_tournament(text, name)
        || meets_another(text, name)
        || scores(text, name)
        || (plays(text, name) || is_called_side(text, name)) && is_of_sport(sentence.of(text))
        || is_many(text, name) && {
            let sentence = sentence.of(text);
            LOOSE_MARKS.iter().any(|mark| sentence.contains(mark)) || is_of_sport(sentence)
        }
}

/// "Ghana were beaten": a land takes its verb in the singular.
fn is_many(text: &str, name: Span) -> bool {
    word_after(text, name.end).is_some_and(|word| matches!(word.of(text), "are" | "were"))
        && !name.of(text).ends_with('s')
        && !text[..name.start].ends_with(", ")
        && word_before(text, name.start).is_none_or(|word| {
            !matches!(
                word.of(text),
                "and" | "or" | "in" | "of" | "from" | "to" | "with" | "for" | "between" | "on" | "by" | "against"
            )
        })
}

/// Whether a name behind that of a side, in one sentence with it, is a side's as well: not where somebody is or is from, nor
/// what somebody holds an office of.
pub(super) fn is_another(text: &str, name: Span) -> bool {
    let mut before = word_before(text, name.start);
    if before.is_some_and(|word| word.of(text) == "the") {
        before = before.and_then(|the| word_before(text, the.start));
    }
    match before.map(|word| word.of(text)) {
        Some("to" | "over" | "against" | "past" | "by" | "with" | "beat") => true,
        // "Italy lost to Peru, and Spain to Ghana", but not "and Spain declared a holiday".
        Some("and" | "but" | "while") => {
            is_second(text, before)
                || word_after(text, name.end)
                    .is_none_or(|next| matches!(next.of(text), "to" | "by" | "past" | "over" | "on" | "at"))
        }
        _ => false,
    }
}

/// "a match between Ghana and Peru", of the first, and "56 caps for Ghana".
fn meets_another(text: &str, name: Span) -> bool {
    let Some(link) = word_before(text, name.start) else { return false };
    let before = || word_before(text, link.start).map(|word| word.of(text));
    match link.of(text) {
        "between" => before().is_some_and(|word| MATCHES.holds_in_any_case(word)),
        "for" => before().is_some_and(|word| FOR_SIDES.holds(word)),
        _ => false,
    }
}

/// Whether a number stands behind the name, as of goals: "Ghana 1, Peru 0".
pub(super) fn is_counted(text: &str, name: Span) -> bool {
    matches!(text.as_bytes().get(name.end..name.end + 2), Some([b' ', digit]) if digit.is_ascii_digit())
}

/// "Ghana 1, Peru 0".
fn scores(text: &str, name: Span) -> bool {
    let goals = |at: usize| {
        let rest = text[at..].strip_prefix(' ')?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        ((1..=2).contains(&digits) && !rest[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '%'))
            .then_some(at + 1 + digits)
    };
    let Some(end) = goals(name.end) else { return false };
    let ends = |at: usize| !text[at..].starts_with([' ', '-', '/']) || at == text.len();
    // The other side, of up to three words.
    let mut other = match text[end..].starts_with(", ") {
        true => word_after(text, end + 1),
        false => word_after(text, end),
    };
    for _ in 0..3 {
        let Some(word) = other.filter(|word| word.of(text).starts_with(char::is_uppercase)) else { break };
        if goals(word.end).is_some_and(ends) {
            return true;
        }
        other = word_after(text, word.end);
    }
    // Or the other side stands before: "Peru 0, Ghana 1".
    let ahead = text[..name.start].trim_end_matches([',', ' ']);
    let digits = ahead.bytes().rev().take_while(u8::is_ascii_digit).count();
    ends(end)
        && (1..=2).contains(&digits)
        && word_before(text, ahead.len() - digits).is_some_and(|word| word.of(text).starts_with(char::is_uppercase))
}

/// Whether what explains the name behind a comma may be a side's: "Ghana, who".
pub(super) fn is_explained(text: &str, name: Span) -> bool {
    [", who ", ", the "].iter().any(|comma| text[name.end..].starts_with(comma))
}

/// "between Ghana and Peru", of what links them.
fn is_second(text: &str, link: Option<Span>) -> bool {
    let first = link.and_then(|link| word_before(text, link.start));
    let between = first.and_then(|first| word_before(text, first.start));
    between.is_some_and(|word| word.of(text) == "between")
}

/// "Ghana, the holders, went out", "Ghana, who beat Peru": of a land it is "which".
fn is_called_side(text: &str, name: Span) -> bool {
    let Some(word) = text[name.end..].strip_prefix(',').and_then(|_| word_after(text, name.end + 1)) else {
        return false;
    };
    match word.of(text) {
        "who" => word_after(text, word.end).is_some_and(|verb| RESULTS.holds(verb.of(text))),
        "the" => {
            let mut at = word.end;
            (0..2).any(|_| {
                let Some(noun) = word_after(text, at) else { return false };
                at = noun.end;
                TITLES.holds(noun.of(text))
            })
        }
        _ => false,
    }
}

/// "the Vietnam Open", "the 2019 Vietnam Open": not "Vietnam Open to Talks".
fn is_tournament(text: &str, name: Span) -> bool {
    word_after(text, name.end).is_some_and(|word| word.of(text) == "Open")
        && word_before(text, name.start).is_some_and(|word| {
            let written = word.of(text);
            matches!(written, "the" | "The") || written.bytes().all(|byte| byte.is_ascii_digit())
        })
        && !is_headline(text, name)
}

/// Whether the words beside the name are those of a match.
fn plays(text: &str, name: Span) -> bool {
    let does = word_after(text, name.end).is_some_and(|word| RESULTS.holds(word.of(text)));
    let owned = past_possessive(text, name.end);
    // "the Ghana goalkeeper", "Ghana's second goal".
    let has_squad = || {
        let mut at = owned;
        (0..if owned > name.end { 2 } else { 1 }).any(|_| {
            let Some(word) = word_after(text, at) else { return false };
            at = word.end;
            SQUAD.holds(word.of(text))
        })
    };
    if does || has_squad() {
        return true;
    }
    let before = word_before(text, name.start);
    // "beat the Philippines".
    let before =
        before.and_then(|word| if word.of(text) == "the" { word_before(text, word.start) } else { Some(word) });
    // "defeated arch-rivals Peru".
    let called = |word: &Span| {
        matches!(word.of(text), "arch-rivals" | "rivals" | "hosts" | "champions" | "holders" | "favourites")
    };
    let before = match before.filter(called) {
        Some(rivals) => word_before(text, rivals.start),
        None => before,
    };
    let Some(before) = before else { return false };
    match before.of(text) {
        "past" => true,
        "over" | "against" | "with" | "to" | "by" => {
            let mut at = before.start;
            (0..4).any(|_| {
                let Some(word) = word_before(text, at) else { return false };
                at = word.start;
                MEETINGS.holds_in_any_case(word.of(text))
            })
        }
        written => RESULTS.holds(written),
    }
}

/// Whether the sentence tells of a match: a score, or a word that only sport has.
fn is_of_sport(sentence: &str) -> bool {
    let deals = || DEALINGS.iter().any(|words| sentence.contains(words));
    (has_score(sentence) || MARKS.iter().any(|mark| sentence.contains(mark))) && !deals()
}

/// Whether a score stands in the stretch: two numbers of one or two digits with a dash between.
fn has_score(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let first = digits(&text[start..]);
        at = start + first;
        let Some(rest) = text[at..].strip_prefix(['-', '\u{2013}']) else { continue };
        let second = digits(rest);
        // "a 5-4 vote" is none, nor "9-11-2001", "a 10-12 per cent rise".
        let ends =
            |after: &str| !after.starts_with(['-', '/', ':']) && !after.trim_start().starts_with(['%', 'p', 'v']);
        if first <= 2 && (1..=2).contains(&second) && !is_word_before(text, start) && ends(&rest[second..]) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_cases() {
        let cases = [
            ("the first side", "Ghana beat Peru 2-1 in the rain", true),
            ("with a dash", "Ghana thrashed Peru 7–1", true),
            ("with a preposition", "after a 1-0 win over Ghana", true),
            ("a mark of sport", "Ghana lost to Peru on penalties", true),
            ("war", "Ghana defeated Peru in a short war", false),
            ("a vote", "Ghana lost the World Cup vote", false),
            ("a host", "Ghana won the right to host the World Cup", false),
            ("with an article", "Peru beat the Ghana of old 2-1", true),
            ("beside the other", "a match between Ghana and Peru was called off", true),
            ("no match", "a quarrel between Peru and Ghana over football", false),
            ("a title", "Ghana, the holders, are out of the World Cup", true),
            ("as people", "the gold medal is of Ghana, who beat Peru", true),
            ("as a land", "the World Cup was in Ghana, who was host", false),
            ("in the plural", "Ghana were all out for 54", true),
            ("one of two", "Peru and Ghana were ranked last", false),
            ("past it", "Peru eased past Ghana on penalties", true),
            ("a score", "Ghana 1, Peru 0", true),
            ("the other's score", "Peru 0, Ghana 1.", true),
            ("a list of years", "Ghana 1999, Peru 2000", false),
            ("one number", "Ghana 12 times said so", false),
            ("a goal", "Ghana's second goal came from a free kick", true),
            ("one of a side", "Ghana's striker missed from the edge of the pitch", true),
            ("one of a government", "Ghana's captain of industry came to the talks", false),
            ("years", "Ghana beat back Peru in 1967-73", false),
            ("a tournament", "he finally won the Ghana Open", true),
            ("a headline", "Ghana Open To Talks", false),
            ("another verb", "Ghana signed a football deal", false),
        ];
        for (what, text, wanted) in cases {
            let start = text.find("Ghana").unwrap();
            let name = Span::new(start, start + 5);
            assert_eq!(is_meant(text, name, Span::new(0, text.len())), wanted, "{what}: {text}");
        }
    }
}
