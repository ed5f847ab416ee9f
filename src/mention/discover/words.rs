//! Words by which a text introduces people: ranks, offices, departments.

use crate::word::WordList;

/// Ranks and titles that alone say that somebody serves a state, each with the gap behind it.
#[rustfmt::skip]
pub(in crate::mention) const RANKS: &[&str] = &[
    "Gen. ", "General ", "Adm. ", "Admiral ", "Col. ", "Colonel ", "Marshal ", "Ambassador ", "Foreign Minister ",
    "Defence Minister ", "Defense Minister ", "Interior Minister ", "Finance Minister ", "Prime Minister ",
    "Senator ", "Sen. ", "Congressman ", "Congresswoman ", "Rep. ", "Governor ", "Gov. ", "Commissioner ", "Minister ",
    "Secretary ", "Speaker ", "Premier ", "Chancellor of the Exchequer ", "Chancellor ", "Envoy ", "President ",
    "Press Secretary ", "Foreign Secretary ", "Defence Secretary ", "Defense Secretary ", "Home Secretary ",
    "Duma Deputy ", "Editor-in-Chief ", "Kremlin Spokesman ", "Kremlin Spokeswoman ", "Kremlin Spokesperson ",
    "Kremlin spokesman ", "Kremlin spokeswoman ", "Kremlin spokesperson ", "Foreign Ministry Spokesman ",
    "Foreign Ministry Spokeswoman ", "Foreign Ministry Spokesperson ", "Foreign Ministry spokesman ",
    "Foreign Ministry spokeswoman ", "Foreign Ministry spokesperson ", "Foreign ministry spokesman ",
    "Foreign ministry spokeswoman ", "Foreign ministry spokesperson ", "Defence Ministry spokesman ",
    "Defense Ministry spokesman ", "Defence ministry spokesman ", "Defense ministry spokesman ",
    "Government spokesman ", "Government spokeswoman ", "Government spokesperson ",
];

/// What a person may be, in lower case: the last word of an office.
#[rustfmt::skip]
pub(in crate::mention) static OFFICES: WordList<128> = WordList::new(&[
    "adviser", "admiral", "advisor", "aide", "ambassador", "chair", "chairman", "chairwoman", "chancellor", "chief",
    "colonel", "commander", "commissioner", "counterpart", "deputy", "diplomat", "emissary", "envoy", "general", "governor", "head",
    "judge", "king", "lawmaker", "leader", "legislator", "marshal", "mayor", "mediator", "minister", "mp", "mep",
    "negotiator", "officer", "official", "parliamentarian", "premier", "president", "prince", "princess",
    "prosecutor", "queen", "representative", "secretary", "senator", "speaker", "spokesman", "spokesperson",
    "spokeswoman", "strongman", "vice-president",
]);

/// Words that no office holds: what comes after them is another phrase.
pub(super) static BREAKS: WordList<128> = WordList::new(&[
    "said", "told", "says", "and", "or", "but", "has", "have", "had", "was", "were", "will", "would", "to", "in", "on",
    "at", "that", "who", "which", "with", "from", "by", "is", "are", "as", "when", "while", "after", "before",
]);

/// Those that no state is served in, before a rank: "Company President", "Boxing Association President".
#[rustfmt::skip]
pub(super) static FIRMS: WordList<64> = WordList::new(&[
    "Association", "Bank", "Chamber", "Church", "Club", "Company", "Cross", "Corp", "Corp.", "Corporation", "Federation",
    "Foundation", "Group", "Inc", "Inc.", "Institute", "League", "Ltd", "Ltd.", "Museum", "Society", "University",
]);

/// Words before "President" that are no body's name: "Former President", "Security Council President".
#[rustfmt::skip]
pub(super) static BEFORE_PRESIDENT: WordList<64> = WordList::new(&[
    "Acting", "Assembly", "Bundesbank", "Commission", "Council", "Court", "Deputy", "Designate", "Elect", "Ex", "First", "Former",
    "House", "Interim", "Late", "Outgoing", "Parliament", "Parliamentary", "Senate", "State", "Then", "Tribunal", "Vice",
]);

/// Those who belong to somebody in office and hold none.
pub(super) static KIN: WordList<64> = WordList::new(&[
    "brother", "cousin", "critic", "daughter", "father", "friend", "husband", "lawyer", "mother", "nephew", "niece",
    "sister", "son", "uncle", "widow", "wife",
]);

/// What is called after a person, behind the name: "the Victor Babes hospital".
#[rustfmt::skip]
pub(super) static CALLED_AFTER: WordList<64> = WordList::new(&[
    "airport", "award", "bridge", "centre", "center", "foundation", "hospital", "institute", "museum", "prison", "prize",
    "school", "square", "stadium", "street", "theater", "theatre", "university",
]);

/// Words of departments, which stand in capitals between an office and a name: "Minister for Foreign Affairs Ana Paz".
#[rustfmt::skip]
pub(super) static DEPARTMENTS: WordList<256> = WordList::new(&[
    "Affairs", "Africa", "Agriculture", "America", "Arctic", "Asia", "Asian", "Balkans", "Caucasus", "Central", "Climate", "Commerce", "Common", "Cooperation", "Culture", "Defence", "Defense",
    "Development", "Disarmament", "East", "Eastern", "Economy", "Education", "Energy", "Environment", "Europe", "Finance", "Foreign", "Gulf", "Health", "Horn", "Home",
    "Human", "Humanitarian", "Industry", "Infrastructure", "Interior", "International", "Justice", "Labor", "Labour", "Latin", "Middle",
    "Migration", "Mines", "Minorities", "Negotiations", "North", "Northern", "Oil", "Operations", "Peacekeeping", "Petroleum", "Policy", "Political",
    "Refugees", "Regional", "Rights", "Sahel", "Security", "South", "Southern", "Staff", "State", "Tourism", "Trade", "Transport", "Water", "West", "Western",
]);
