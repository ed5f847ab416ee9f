//! A capital's name: the government, or the place where somebody is?

use memchr::memchr2;

use super::context::{past_possessive, word_after, word_before};
use super::signal::{CITY_AFTER, HYPHEN_AFTER, LINK_BEFORE, PLACE_BEFORE};
use crate::matcher::Signal;
use crate::span::Span;
use crate::word::WordList;

/// Prepositions of rest and motion: what follows is where somebody is or goes.
#[rustfmt::skip]
pub(super) static PLACING: WordList<64> = WordList::new(&[
    "across", "around", "at", "central", "downtown", "en", "entered", "greater", "hosted", "in", "inside", "into",
    "leave", "leaves", "leaving", "left", "near", "outside", "reach", "reached", "throughout", "tour", "toured",
    "toward", "towards", "via", "visit", "visited", "visiting", "visits",
]);

/// What a government has, or takes in: before "in", the capital is the government.
#[rustfmt::skip]
static FEELING: WordList<128> = WordList::new(&[
    "alarm", "anger", "anxiety", "anybody", "anyone", "authorities", "concern", "concerns", "confidence", "dismay",
    "disquiet", "elites", "everyone", "faith", "fear", "fears", "few", "frustration", "fury", "government",
    "governments", "hysteria", "interest", "interpreted", "irritation", "leaders", "leadership", "many",
    "nervousness", "nobody", "noted", "noticed", "officials", "optimism", "outrage", "panic", "perceived",
    "policymakers", "power", "regarded", "regime", "registered", "relief", "resented", "resentment", "rulers",
    "suspicion", "suspicions", "thinking", "trust", "unease", "viewed", "worries", "worry",
]);

/// Prepositions that place when a verb or noun of motion stands before them.
pub(super) static MOVING: WordList<16> = WordList::new(&["to", "from", "for", "through", "over", "of"]);

/// Verbs and nouns of motion or of being somewhere, in the forms that stand before such a preposition.
#[rustfmt::skip]
static MOTION: WordList<512> = WordList::new(&[
    "accredited", "airport", "arrival", "arrive", "arrived", "arrives", "arriving", "back", "battle", "bound",
    "broadcast", "brought", "bus", "buses", "came", "capital", "center", "centre", "city", "come", "comes", "coming",
    "convoy", "dashed", "depart", "departed", "departing", "departs", "departure", "district", "districts", "drive",
    "driven", "driving", "drove", "east", "embassy", "envoys", "evacuated", "fall", "ferry", "fled", "flee",
    "fleeing", "flew", "flies", "flight", "flights", "flown", "fly", "flying", "go", "goes", "going", "gone",
    "headed", "heading", "heads", "highway", "hurried", "invitation", "invited", "journey", "journeyed",
    "kilometers", "kilometres", "km", "marched", "mayor", "miles", "minibus", "motorway", "move", "moved",
    "neighborhood", "neighbourhood", "north", "northeast", "northwest", "outside", "outskirts", "parts",
    "pilgrimage", "plane", "planes", "railway", "recalled", "relocated", "reporting", "residents", "return",
    "returned", "returning", "returns", "road", "route", "rushed", "sailed", "shuttled", "siege", "south",
    "southeast", "southwest", "speaking", "stopover", "streets", "suburb", "suburbs", "summoned", "telephone",
    "train", "trains", "transferred", "travel", "traveled", "traveling", "travelled", "travelling", "travels",
    "trip", "trips", "university", "visit", "visited", "visits", "way", "went", "west",
]);

/// Those who are sent to a place, where a letter or a message is sent to a government.
#[rustfmt::skip]
static TRAVELLERS: WordList<64> = WordList::new(&[
    "ambassador", "delegates", "delegation", "delegations", "deputies", "diplomat", "diplomats", "emissaries",
    "emissary", "minister", "ministers", "mission", "negotiator", "negotiators", "officials", "premier",
    "representatives", "team", "teams",
]);

/// Words over which the look back for motion does not go.
static STILL: WordList<16> = WordList::new(&["and", "but", "that", "which", "who", "said", "against", "between"]);

/// Nouns after a capital's name that say that the city is meant.
#[rustfmt::skip]
pub(super) static CITY: WordList<128> = WordList::new(&[
    "airport", "apartment", "area", "born", "bureau", "conference", "correspondent", "court", "district", "flat",
    "headquarters", "home", "hospital", "hotel", "jail", "landmark", "mayor", "meeting", "metro", "mosque",
    "municipality", "museum", "neighborhood", "neighbourhood", "newspaper", "office", "offices", "park", "police",
    "port", "prison", "region", "residence", "resident", "residents", "square", "stadium", "station", "stock",
    "street", "streets", "suburb", "suburbs", "subway", "summit", "talks", "theater", "theatre", "time",
    "university",
]);

/// Whether the capital's name at `span` means the place; `sentence` is where it stands, `followed` whether a state's
/// name follows it after a comma.
pub(super) fn is_place(text: &str, span: Span, beside: Signal, sentence: Span, followed: bool) -> bool {
    followed
        || is_dateline(text, span, sentence)
        || beside.meets(PLACE_BEFORE.and(LINK_BEFORE)) && after_placing(text, span, sentence)
        || beside.meets(CITY_AFTER.and(HYPHEN_AFTER)) && before_city(text, span)
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

fn after_placing(text: &str, span: Span, sentence: Span) -> bool {
    let Some(before) = word_before(text, span.start).filter(|before| before.start >= sentence.start) else {
        return false;
    };
    let word = before.of(text);
    if PLACING.holds_in_any_case(word) {
        let feels = |earlier: Span| FEELING.holds_in_any_case(earlier.of(text));
        // "hysteria in and around Moscow": what stands before "in" counts.
        let mut head = before;
        if text[..before.start].ends_with("in and ") {
            head.start -= "in and ".len();
        }
        let inside = head.start < before.start || word.eq_ignore_ascii_case("in");
        return !(inside && word_before(text, head.start).is_some_and(feels));
    }
    if !MOVING.holds_in_any_case(word) {
        return lists_place(text, before, sentence);
    }
    // "flew back on Monday from": look a few words back for what moves.
    let mut at = before.start;
    let mut sent = false;
    for _ in 0..LOOK_BACK {
        let Some(earlier) = word_before(text, at).filter(|earlier| earlier.start >= sentence.start) else {
            return false;
        };
        let word = earlier.of(text);
        if MOTION.holds_in_any_case(word) || sent && (word.starts_with("sen") || word.starts_with("dispatch")) {
            return true;
        }
        if STILL.holds_in_any_case(word) {
            return false;
        }
        sent |= TRAVELLERS.holds(word);
        at = earlier.start;
    }
    false
}

/// How many words back what moves may stand.
const LOOK_BACK: usize = 4;

/// "in Paris and London", "flew to Paris and London": the second is a place where the first is.
fn lists_place(text: &str, before: Span, sentence: Span) -> bool {
    matches!(before.of(text), "and" | "or")
        && word_before(text, before.start).is_some_and(|first| {
            first.start > sentence.start
                && first.of(text).starts_with(char::is_uppercase)
                && after_placing(text, first, sentence)
        })
}

fn before_city(text: &str, span: Span) -> bool {
    let owned = past_possessive(text, span.end);
    if text[owned..].starts_with("-based") {
        return true;
    }
    word_after(text, owned).is_some_and(|word| CITY.holds(word.of(text)))
}
