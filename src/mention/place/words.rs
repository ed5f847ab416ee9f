//! Words beside a capital's name that say whether the place is meant.

use crate::word::WordList;

/// Prepositions of rest and motion: what follows is where somebody is or goes.
#[rustfmt::skip]
pub(in crate::mention) static PLACING: WordList<64> = WordList::new(&[
    "across", "around", "at", "central", "downtown", "en", "entered", "greater", "hosted", "in", "inside", "into",
    "near", "outside", "reach", "reached", "throughout", "tour", "toured", "toward", "towards", "via", "visit", "visited",
    "visiting", "visits", "capital",
]);

/// Verbs of going away, which also tell in what state something is left: "has left Moscow with few friends".
pub(in crate::mention) static LEAVING: WordList<8> = WordList::new(&["leave", "leaves", "leaving", "left"]);

/// What goes on behind a place that somebody has left.
#[rustfmt::skip]
pub(in crate::mention) static GONE: WordList<128> = WordList::new(&[
    "aboard", "after", "again", "alongside", "amid", "and", "as", "at", "because", "before", "believing", "bound", "but", "by",
    "carrying", "convinced", "during", "early", "empty-handed", "for", "having", "he", "home", "in", "last", "late", "next", "on",
    "once", "or", "saying", "she", "since", "soon", "that", "they", "this", "to", "today", "tomorrow", "tonight", "under",
    "until", "via", "when", "where", "which", "while", "without", "yesterday",
]);

/// Words of how little is left to somebody, behind "with".
pub(in crate::mention) static LITTLE: WordList<32> =
    WordList::new(&["ever", "few", "fewer", "less", "little", "more", "no", "nothing", "nowhere", "only", "scant"]);

/// Words before a capital whose fall is told: "after Kabul fell".
pub(in crate::mention) static EVENTFUL: WordList<16> =
    WordList::new(&["after", "before", "once", "since", "until", "when"]);

/// What a government has, or takes in: before "in", the capital is the government.
#[rustfmt::skip]
pub(in crate::mention) static FEELING: WordList<256> = WordList::new(&[
    "alarm", "allies", "anger", "anxiety", "anybody", "anyone", "authorities", "backers", "bureaucrats", "concern",
    "concerns", "confidence", "consternation", "decision-makers", "delight", "disappointment", "dismay", "disquiet",
    "elites", "embarrassment", "enthusiasm", "everyone", "faith", "fear", "fears", "few", "friends", "frustration",
    "fury", "glee", "government", "governments", "handlers", "hardliners", "hawks", "hysteria", "impatience", "interest",
    "interpreted", "irritation", "leaders", "leadership", "mandarins", "many", "masters", "nervousness", "nobody",
    "noted", "noticed", "officials", "optimism", "outrage", "panic", "patrons", "paymasters", "perceived", "planners",
    "policymakers", "power", "puzzlement", "regarded", "regime", "registered", "relief", "resented", "resentment",
    "rulers", "satisfaction", "some", "sponsors", "strategists", "suspicion", "suspicions", "thinking", "trust", "unease",
    "viewed", "worries", "worry",
]);

/// Verbs of getting power and the preposition to it: then "in" says where.
pub(in crate::mention) static GAINING: WordList<32> = WordList::new(&[
    "gained", "grabbed", "lost", "seize", "seized", "seizing", "take", "takes", "taking", "to", "took", "won",
]);

/// Prepositions that place when a verb or noun of motion stands before them.
pub(in crate::mention) static MOVING: WordList<16> =
    WordList::new(&["to", "from", "for", "through", "over", "of", "on", "between"]);

/// Verbs and nouns of motion or of being somewhere, in the forms that stand before such a preposition.
#[rustfmt::skip]
pub(in crate::mention) static MOTION: WordList<512> = WordList::new(&[
    "accredited", "aeroplane", "airplane", "airport", "arrival", "arrive", "arrived", "arrives", "arriving", "back", "battle", "bound",
    "bazaar", "bazaars", "boulevards", "broadcast", "brought", "bus", "buses", "cab", "came", "capital", "capture", "center",
    "centre", "city", "coach", "come", "comes", "coming",
    "convoy", "dashed", "depart", "departed", "departing", "departs", "departure", "district", "districts", "drive",
    "driven", "driving", "drove", "east", "embassy", "envoys", "evacuated", "fall", "ferry", "fled", "flee",
    "fleeing", "flew", "flies", "flight", "flights", "flown", "fly", "flying", "go", "goes", "going", "gone",
    "headed", "heading", "heads", "highway", "hurried", "invitation", "invited", "journey", "journeyed",
    "kilometers", "kilometres", "km", "marched", "mayor", "miles", "markets", "marshrutka", "minibus", "motorway", "move", "moved",
    "neighborhood", "neighbourhood", "north", "northeast", "northwest", "onwards", "outside", "outskirts", "parts",
    "pilgrimage", "plane", "planes", "port", "posted", "railway", "recalled", "relocated", "reporting", "residents", "return",
    "returned", "returning", "returns", "ride", "road", "roofs", "route", "rushed", "sailed", "shuttled", "siege", "skyline", "slums",
    "south", "southeast", "southwest", "speaking", "squares", "stopover", "streets", "suburb", "suburbs", "summoned", "taxi",
    "telephone", "thence", "ticket", "tickets", "train", "trains", "transferred", "travel", "traveled", "traveling", "travelled", "travelling", "travels",
    "trip", "trips", "university", "visa", "visas", "visit", "visited", "visits", "way", "went", "west",
]);

/// What comes from a place where somebody has seen it; to one it goes to a government.
pub(in crate::mention) static SEEN: WordList<64> = WordList::new(&[
    "dispatch",
    "dispatches",
    "far",
    "footage",
    "images",
    "looked",
    "looks",
    "news",
    "photographs",
    "photos",
    "pictures",
    "postcard",
    "postcards",
    "reported",
    "reporting",
    "reports",
    "scenes",
    "seen",
    "video",
    "videos",
    "view",
    "watched",
    "writes",
    "writing",
    "wrote",
]);

/// What goes back and forth between two places.
#[rustfmt::skip]
pub(in crate::mention) static TRAFFIC: WordList<64> = WordList::new(&[
    "bus", "buses", "commutes", "distance", "drive", "drove", "ferry", "flew", "flight", "flights", "flying", "halfway",
    "highway", "journey", "kilometers", "kilometres", "miles", "motorway", "railway", "road", "roads", "route", "shuttle",
    "shuttled", "shuttles", "shuttling", "train", "trains", "traveled", "traveling", "travelled", "travelling",
]);

/// What comes down on a town, or close to it.
#[rustfmt::skip]
pub(in crate::mention) static ADVANCE: WordList<64> = WordList::new(&[
    "advance", "advanced", "advances", "advancing", "airstrikes", "closed", "closing", "converged", "converging", "descended",
    "descending", "dropped", "fall", "falling", "fell", "march", "marched", "marching", "rained", "raining", "raids", "strikes",
]);

/// Where or in what somebody meets somebody else, before "in the Kremlin".
pub(in crate::mention) static MEETING: WordList<64> = WordList::new(&[
    "ceremony",
    "dined",
    "dinner",
    "lunch",
    "lunched",
    "meeting",
    "met",
    "reception",
    "received",
    "sat",
    "signed",
    "stood",
    "talks",
]);

/// Those who are sent to a place, where a letter or a message is sent to a government.
#[rustfmt::skip]
pub(in crate::mention) static TRAVELLERS: WordList<64> = WordList::new(&[
    "ambassador", "delegates", "delegation", "delegations", "deputies", "diplomat", "diplomats", "emissaries",
    "emissary", "minister", "ministers", "mission", "negotiator", "negotiators", "officials", "premier",
    "representatives", "team", "teams",
]);

/// Words over which the look back for motion does not go, among them what comes from a government wherever it is brought.
#[rustfmt::skip]
pub(in crate::mention) static STILL: WordList<64> = WordList::new(&[
    "against", "aid", "and", "arms", "between", "but", "demand", "help", "instructions", "letter", "letters", "message", "messages",
    "money", "note", "offer", "orders", "pressure", "reply", "request", "said", "support", "that", "weapons", "which", "who",
]);

/// Nouns after a capital's name that say that the city is meant.
#[rustfmt::skip]
pub(in crate::mention) static CITY: WordList<256> = WordList::new(&[
    "accord", "accords", "airport", "apartment", "area", "arsenal", "ballroom", "bar", "barracks", "bazaar", "born",
    "boulevard", "bourse", "branch", "bridge", "building", "buildings", "bureau", "cafe", "café", "cathedral", "cemetery",
    "church", "cinema", "clinic", "club", "conference", "correspondent", "court", "courthouse", "courtroom", "district",
    "docks", "exhibition", "flat", "forum", "gallery", "garrison", "gathering", "harbor", "harbour", "headquarters", "home",
    "hospital", "hotel", "jail", "landmark", "mayor", "meeting", "memorandum", "metro", "mosque", "municipality", "museum",
    "neighborhood", "neighbourhood", "newspaper", "nightclub", "office", "offices", "on", "park", "peace", "police", "port",
    "prison", "protocol", "rally", "region", "residence", "resident", "residents", "restaurant", "restaurants", "rooftop",
    "school", "schools", "shop", "shops", "skyline", "slum", "slums", "square", "stadium", "station", "street", "streets",
    "studio", "suburb", "suburbs", "subway", "summit", "synagogue", "talks", "taxi", "temple", "theater", "theatre", "time",
    "traffic", "trams", "university", "villa", "zoo",
]);

/// Those that mean the market there, but behind a possessive what a government has: "Tokyo stocks", "Tokyo's trading
/// partners". "Shares" and "close" are verbs of governments too.
#[rustfmt::skip]
pub(in crate::mention) static MARKET: WordList<64> = WordList::new(&[
    "bank", "bankers", "brokers", "dealers", "exchange", "interbank", "market", "markets", "session", "stock", "stocks",
    "traders", "trading", "underground",
]);

/// Units of time that are counted down to what happens at a place: "Eight weeks to Vilnius".
pub(in crate::mention) static COUNTDOWN: WordList<8> = WordList::new(&["days", "weeks", "months"]);
