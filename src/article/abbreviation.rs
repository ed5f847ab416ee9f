//! The abbreviations of news, and the words with which a sentence begins after one.

/// After these a sentence does not end: a name or number follows.
pub(super) const LEADING: &[&str] = &[
    "adm", "amb", "atty", "brig", "capt", "card", "cdr", "cmdr", "col", "comdr", "cpl", "det", "dr", "ens", "fig", "fr",
    "ft", "gen", "gov", "hon", "insp", "lt", "maj", "messrs", "mgr", "mme", "mlle", "mr", "mrs", "ms", "msgr", "mt",
    "mx", "pp", "pres", "prof", "pvt", "rep", "reps", "rev", "rt", "sen", "sens", "sgt", "sr", "st", "ste", "supt",
    "viz", "vol", "vs",
];

/// After these a sentence ends only where the next one plainly begins.
pub(super) const TRAILING: &[&str] = &[
    "al", "apr", "approx", "ariz", "ark", "assn", "aug", "ave", "b.a", "blvd", "bros", "calif", "ch", "cf", "co", "colo",
    "conn", "corp", "ct", "dec", "del", "dept", "dist", "ed", "eds", "esp", "est", "etc", "feb", "fla", "fri", "ga",
    "govt", "ill", "inc", "ind", "intl", "jan", "jr", "jul", "jun", "kan", "ky", "la", "ltd", "mar", "mass", "md", "mich",
    "minn", "miss", "mo", "mon", "mont", "n.c", "natl", "neb", "nev", "nov", "oct", "okla", "ore", "pa", "plc", "rd",
    "sat", "sep", "sept", "sun", "tenn", "tex", "thu", "thurs", "tue", "tues", "univ", "va", "vt", "wash", "wed", "wis",
    "wyo",
];

/// After these a number follows.
pub(super) const NUMBERED: &[&str] = &["no", "nos", "art", "sec", "para", "p", "chap", "c", "ca"];

/// Words with which a sentence begins and a name does not.
pub(super) const STARTERS: &[&str] = &[
    "a", "about", "according", "after", "all", "also", "although", "an", "and", "another", "any", "as", "at", "because",
    "before", "both", "but", "by", "despite", "during", "each", "earlier", "even", "every", "few", "finally", "first",
    "for", "from", "government", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "is", "it",
    "its", "last", "later", "like", "many", "meanwhile", "more", "moreover", "most", "my", "nearly", "neither", "no",
    "nobody", "none", "not", "nothing", "now", "of", "officials", "on", "once", "one", "only", "other", "others", "our",
    "over", "police", "she", "since", "so", "some", "soon", "still", "such", "than", "that", "the", "their", "then",
    "there", "these", "they", "this", "those", "though", "three", "through", "to", "today", "two", "under", "unlike",
    "until", "we", "what", "when", "where", "whether", "which", "while", "who", "why", "with", "without", "yesterday",
    "yet", "you",
];

/// Verbs that tell whose words a quotation was.
pub(super) const SPEECH: &[&str] = &[
    "added", "admitted", "announced", "answered", "argued", "asked", "called", "cautioned", "claimed", "commented",
    "complained", "conceded", "concluded", "continued", "cried", "declared", "demanded", "insisted", "joked", "noted",
    "observed", "posted", "quipped", "recalled", "remarked", "replied", "responded", "said", "says", "shouted", "stated",
    "stressed", "suggested", "told", "tweeted", "urged", "warned", "wondered", "writes", "wrote", "asks", "adds",
];

/// Whether the sorted or unsorted list holds the word, whatever its case.
pub(super) fn lists(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}
