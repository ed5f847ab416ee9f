//! A capital's name: the government, or the place where somebody is?

use memchr::memchr2;

use super::context::{past_possessive, word_after, word_before};
use super::signal::{CITY_AFTER, HYPHEN_AFTER, LINK_BEFORE, PLACE_BEFORE};
use crate::matcher::Signal;
use crate::span::Span;
use crate::word::WordList;

/// Prepositions of rest and motion: what follows is where somebody is or goes.
pub(super) static PLACING: WordList<64> = WordList::new(&[
    "in",
    "at",
    "near",
    "outside",
    "around",
    "across",
    "throughout",
    "inside",
    "into",
    "visiting",
    "visited",
    "visits",
    "visit",
    "left",
    "leave",
    "leaving",
    "leaves",
    "reach",
    "reached",
    "via",
    "downtown",
    "central",
    "greater",
    "toward",
    "towards",
    "tour",
    "toured",
    "entered",
    "en",
    "hosted",
]);

/// What a government has, or takes in: before "in", the capital is the government.
static FEELING: WordList<128> = WordList::new(&[
    "alarm",
    "anger",
    "anxiety",
    "anybody",
    "anyone",
    "authorities",
    "concern",
    "concerns",
    "confidence",
    "dismay",
    "disquiet",
    "elites",
    "everyone",
    "faith",
    "fear",
    "fears",
    "few",
    "frustration",
    "fury",
    "government",
    "governments",
    "hysteria",
    "interest",
    "irritation",
    "leaders",
    "leadership",
    "many",
    "interpreted",
    "nervousness",
    "noted",
    "nobody",
    "noticed",
    "officials",
    "optimism",
    "outrage",
    "panic",
    "perceived",
    "policymakers",
    "power",
    "regime",
    "regarded",
    "registered",
    "relief",
    "resented",
    "resentment",
    "rulers",
    "suspicion",
    "suspicions",
    "thinking",
    "trust",
    "unease",
    "viewed",
    "worries",
    "worry",
]);

/// Prepositions that place when a verb or noun of motion stands before them.
pub(super) static MOVING: WordList<16> = WordList::new(&["to", "from", "for", "through", "over", "of"]);

/// Verbs and nouns of motion or of being somewhere, in the forms that stand before such a preposition.
static MOTION: WordList<512> = WordList::new(&[
    "arrive",
    "arrived",
    "arrives",
    "arriving",
    "arrival",
    "back",
    "bound",
    "bus",
    "buses",
    "came",
    "come",
    "comes",
    "coming",
    "convoy",
    "depart",
    "departed",
    "departs",
    "departing",
    "departure",
    "drive",
    "drove",
    "driven",
    "envoys",
    "evacuated",
    "ferry",
    "fled",
    "flee",
    "fleeing",
    "flew",
    "flies",
    "flight",
    "flights",
    "flown",
    "fly",
    "flying",
    "go",
    "goes",
    "going",
    "gone",
    "headed",
    "heading",
    "heads",
    "highway",
    "hurried",
    "invitation",
    "invited",
    "journey",
    "journeyed",
    "marched",
    "minibus",
    "motorway",
    "move",
    "moved",
    "outskirts",
    "outside",
    "east",
    "north",
    "south",
    "west",
    "kilometers",
    "kilometres",
    "km",
    "miles",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "pilgrimage",
    "plane",
    "planes",
    "railway",
    "rushed",
    "returned",
    "return",
    "returning",
    "returns",
    "road",
    "route",
    "sailed",
    "suburb",
    "suburbs",
    "capital",
    "city",
    "center",
    "centre",
    "streets",
    "residents",
    "mayor",
    "train",
    "trains",
    "travel",
    "traveled",
    "travelled",
    "traveling",
    "travelling",
    "travels",
    "trip",
    "trips",
    "visit",
    "visits",
    "visited",
    "went",
    "summoned",
    "recalled",
    "embassy",
    "airport",
    "university",
    "brought",
    "flying",
    "relocated",
    "transferred",
    "shuttled",
    "dashed",
    "reporting",
    "speaking",
    "telephone",
    "broadcast",
    "parts",
    "district",
    "districts",
    "neighborhood",
    "neighbourhood",
    "battle",
    "siege",
    "fall",
    "accredited",
    "stopover",
    "driving",
    "way",
]);

/// Those who are sent to a place, where a letter or a message is sent to a government.
static TRAVELLERS: WordList<64> = WordList::new(&[
    "ambassador",
    "delegates",
    "delegation",
    "delegations",
    "deputies",
    "diplomat",
    "diplomats",
    "emissaries",
    "emissary",
    "minister",
    "ministers",
    "mission",
    "negotiator",
    "negotiators",
    "officials",
    "premier",
    "representatives",
    "team",
    "teams",
]);

/// Words over which the look back for motion does not go.
static STILL: WordList<16> = WordList::new(&["and", "but", "that", "which", "who", "said", "against", "between"]);

/// Nouns after a capital's name that say that the city is meant.
pub(super) static CITY: WordList<128> = WordList::new(&[
    "airport",
    "apartment",
    "area",
    "bureau",
    "conference",
    "court",
    "district",
    "flat",
    "headquarters",
    "home",
    "hospital",
    "hotel",
    "jail",
    "landmark",
    "mayor",
    "meeting",
    "metro",
    "mosque",
    "municipality",
    "museum",
    "neighborhood",
    "neighbourhood",
    "newspaper",
    "office",
    "offices",
    "park",
    "police",
    "port",
    "prison",
    "region",
    "residence",
    "resident",
    "residents",
    "stadium",
    "station",
    "street",
    "streets",
    "suburb",
    "suburbs",
    "subway",
    "square",
    "stock",
    "summit",
    "theater",
    "theatre",
    "university",
    "talks",
    "time",
    "born",
    "correspondent",
    "court",
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
