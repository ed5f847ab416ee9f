//! The abbreviations of news, and the words with which a sentence begins after one.

use crate::word::WordList;

/// After these, written with a capital, a name follows, and a sentence seldom ends.
pub(super) static LEADING: WordList<128> = WordList::new(&[
    "adm", "amb", "atty", "brig", "capt", "card", "cdr", "cmdr", "col", "comdr", "cpl", "det", "dr", "ens", "fr", "ft",
    "gen", "gov", "hon", "insp", "lt", "maj", "messrs", "mgr", "mme", "mlle", "mr", "mrs", "ms", "msgr", "mt", "mx",
    "pres", "prof", "pt", "pvt", "rep", "reps", "rev", "rt", "sen", "sens", "sgt", "sr", "st", "ste", "supt", "vs",
]);

/// After these a sentence ends only where the next one plainly begins.
pub(super) static TRAILING: WordList<256> = WordList::new(&[
    "al", "apr", "approx", "ariz", "ark", "assn", "aug", "ave", "b.a", "blvd", "bros", "calif", "cf", "co", "colo",
    "conn", "corp", "ct", "dec", "del", "dept", "dist", "ed", "eds", "esp", "est", "etc", "feb", "fla", "fri", "ga",
    "govt", "ill", "inc", "ind", "intl", "jan", "jr", "jul", "jun", "kan", "ky", "la", "ltd", "mar", "mass", "md",
    "mich", "minn", "miss", "mo", "mon", "mont", "n.c", "natl", "neb", "nev", "nov", "oct", "okla", "ore", "pa", "plc",
    "rd", "sat", "sep", "sept", "sun", "tenn", "tex", "thu", "thurs", "tue", "tues", "univ", "va", "vt", "wash", "wed",
    "wis", "wyo",
]);

/// Those of the lists above that are written without a capital.
pub(super) static LOWER: WordList<32> =
    WordList::new(&["al", "approx", "cf", "dept", "esp", "est", "etc", "govt", "vs"]);

/// After these a number follows. A single letter counts in lower case only: "p. 12", but "P. Osei".
pub(super) static NUMBERED: WordList<64> = WordList::new(&[
    "app", "art", "c", "ca", "ch", "chap", "eq", "fig", "figs", "no", "nos", "p", "para", "pp", "sec", "vol", "vols",
]);

/// After these a single capital tells which one, and is no initial: "hepatitis C", "Plan B".
#[rustfmt::skip]
pub(super) static LETTERED: WordList<64> = WordList::new(&[
    "annex", "appendix", "bloc", "block", "category", "class", "exhibit", "grade", "group", "hepatitis", "influenza",
    "option", "plan", "schedule", "section", "sector", "terminal", "type", "unit", "vitamin", "zone",
]);

/// What makes a company of a name, so that "Yahoo! Inc." is one.
#[rustfmt::skip]
pub(super) static COMPANIES: WordList<16> = WordList::new(&["co", "corp", "corporation", "group", "inc", "llc", "ltd", "plc"]);

/// The last parts of domain and file names, by which "Booking.Com" is no two sentences.
pub(super) static SUFFIXES: WordList<32> = WordList::new(&[
    "com", "co", "doc", "edu", "exe", "gov", "html", "info", "io", "js", "mil", "net", "org", "pdf", "tv",
]);

/// Words with which a sentence begins and a name does not.
#[rustfmt::skip]
pub(super) static STARTERS: WordList<512> = WordList::new(&[
    "a", "about", "according", "across", "additionally", "addressing", "after", "afterwards", "against", "aides", "all",
    "along", "also", "although", "amid", "among", "an", "analysts", "and", "another", "any", "are", "around", "as",
    "at", "because", "before", "besides", "between", "beyond", "both", "but", "by", "citing", "could", "critics",
    "despite", "did", "diplomats", "doctors", "does", "dozens", "during", "each", "earlier", "either", "even",
    "eventually", "every", "facing", "few", "finally", "first", "five", "following", "for", "four", "from",
    "furthermore", "having", "he", "hence", "her", "here", "his", "how", "however", "hundreds", "i", "if",
    "in", "including", "indeed", "instead", "investigators", "is", "it", "its", "last", "later", "lawmakers", "like",
    "many", "maybe", "meanwhile", "millions", "ministers", "more", "moreover", "most", "my", "nearly", "neighbors",
    "neighbours", "neither", "nevertheless", "no", "nobody", "none", "nonetheless", "not", "nothing", "noting", "now",
    "of", "officials", "often", "on", "once", "one", "only", "other", "others", "our", "over", "perhaps", "police",
    "protesters", "rebels", "referring", "rescuers", "researchers", "residents", "responding", "saying", "several",
    "she", "should", "similarly", "since", "six", "so", "soldiers", "some", "sometimes", "soon", "speaking", "still",
    "such", "than", "that", "the", "their", "then", "there", "therefore", "these", "they", "this", "those", "though",
    "thousands", "three", "through", "thus", "to", "today", "tomorrow", "tonight", "troops", "two", "under", "unlike",
    "until", "upon", "using", "villagers", "was", "we", "were", "what", "whatever", "when", "where", "whether", "which",
    "while", "who", "whoever", "why", "with", "within", "without", "witnesses", "working", "would", "writing",
    "yesterday", "yet", "you",
]);

/// Verbs that tell whose words a quotation was.
#[rustfmt::skip]
pub(super) static SPEECH: WordList<128> = WordList::new(&[
    "added", "adds", "admitted", "announced", "answered", "argued", "asked", "asks", "called", "cautioned", "claimed",
    "commented", "complained", "conceded", "concluded", "continued", "cried", "declared", "demanded", "insisted",
    "joked", "noted", "observed", "posted", "quipped", "recalled", "remarked", "replied", "responded", "said", "says",
    "shouted", "stated", "stressed", "suggested", "told", "tweeted", "urged", "warned", "wondered", "writes", "wrote",
]);

/// Nouns that stand between an institution and a name, before a verb of speech: "Foreign Ministry spokesman Hale asked".
#[rustfmt::skip]
pub(super) static SPEAKERS: WordList<64> = WordList::new(&[
    "adviser", "ambassador", "chairman", "chief", "commander", "deputy", "director", "envoy", "general", "governor",
    "head", "leader", "minister", "office", "official", "officials", "president", "secretary", "spokesman",
    "spokesperson", "spokeswoman",
]);
