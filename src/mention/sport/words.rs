//! Words by which a sentence tells of a match.

use crate::word::WordList;

/// What one side does to another, in the forms of news; states do some of it as well.
#[rustfmt::skip]
pub(in crate::mention) static RESULTS: WordList<256> = WordList::new(&[
    "advance", "advanced", "advances", "beat", "beaten", "beating", "beats", "bowled", "clinched", "conceded", "defeat",
    "defeated", "defeating", "defeats", "downed", "draw", "drawing", "drawn", "draws", "drew", "edge", "edged", "edging",
    "eliminated", "eliminating", "equalised", "face", "faced", "faces", "hammered", "lose", "loses", "losing",
    "lost", "outplayed", "play", "played", "plays", "qualified", "qualify", "reach", "reached",
    "reaches", "routed", "rout", "scored", "stunned", "took", "thrash", "thrashed", "thrashing", "thumped", "trounced",
    "upset", "win", "winning", "wins", "won", "batted", "bat", "bowl", "humbled", "outclassed", "overpower",
    "overpowered", "overwhelm", "overwhelmed", "slumped", "stun",
]);

/// Those of a side, behind its possessive, in a sentence of sport: "Spain's goalkeeper".
pub(in crate::mention) static SQUAD: WordList<64> = WordList::new(&[
    "batsman",
    "batsmen",
    "batting",
    "bowler",
    "bowlers",
    "captain",
    "coach",
    "defenders",
    "forwards",
    "equaliser",
    "equalizer",
    "goal",
    "goalkeeper",
    "goals",
    "keeper",
    "manager",
    "midfield",
    "midfielder",
    "midfielders",
    "openers",
    "seamers",
    "spinners",
    "striker",
    "strikers",
    "try",
    "winger",
    "wingers",
]);

/// What stands before the other side with a preposition: "a 1-0 win over", "the final against".
#[rustfmt::skip]
pub(super) static MEETINGS: WordList<64> = WordList::new(&[
    "championship", "cup", "lead", "defeat", "defeated", "draw", "drawing", "drawn", "drew", "final", "fixture", "friendly", "game", "lose",
    "losing", "loss", "lost", "match", "opener", "out", "penalties", "qualifier", "quarter-final", "quarterfinal", "semi-final", "semifinal",
    "series", "test", "tie", "victory", "win", "wins",
]);

/// What somebody does for a side: "56 caps for".
pub(in crate::mention) static FOR_SIDES: WordList<16> = WordList::new(&["cap", "caps", "debut", "scored", "tries"]);

/// Words of sport that are of other things as well, beside a land that takes its verb in the plural: "Ghana were all out".
#[rustfmt::skip]
pub(super) const LOOSE_MARKS: [&str; 20] = [
    " out for", "Group ", "all out", "beaten", "champion", "clean sheet", "final", "goal", "knocked out", "ranked", "runs", "scored",
    "season", "squad", "team", "title", "tour", "trophy", "unbeaten", "wickets",
];

/// Those of them that nothing but a match is called, so that the sentence needs no other word of sport.
#[rustfmt::skip]
pub(super) static MATCHES: WordList<32> = WordList::new(&[
    "fixture", "friendly", "match", "qualifier", "quarter-final", "quarterfinal", "rematch", "semi-final", "semifinal",
]);

/// What a side is called behind its name: "Ghana, the holders".
pub(super) static TITLES: WordList<16> =
    WordList::new(&["champions", "debutants", "favourites", "finalists", "holders", "semi-finalists"]);

/// Words that only sport has.
pub(super) const MARKS: [&str; 69] = [
    "first Test",
    "second Test",
    "third Test",
    "Test match",
    "Test series",
    "Tri-Nations",
    "Ryder Cup",
    "one-day international",
    "All Blacks",
    "Springboks",
    "Wallabies",
    "World Cup",
    "Asian Cup",
    "Gold Cup",
    "Nations Cup",
    "Davis Cup",
    "Copa América",
    "Copa America",
    "Six Nations",
    "Euro 20",
    "rugby",
    "Rugby",
    "cricket",
    "football",
    "soccer",
    "hockey",
    "basketball",
    "volleyball",
    "tennis",
    "goalkeeper",
    "striker",
    "midfielder",
    "on penalties",
    "needed penalties",
    "extra time",
    "wicket",
    "innings",
    "semi-final",
    "quarter-final",
    "semifinal",
    "quarterfinal",
    "the pitch",
    "a pitch",
    "qualifier",
    "group stage",
    "knockout",
    "overtime",
    "free kick",
    "own goal",
    "medals",
    "gold medal",
    "silver medal",
    "bronze medal",
    "Grand Slam",
    "under-23s",
    "sevens",
    "referee",
    "Euro 19",
    "opening match",
    "play-off",
    "third-place",
    "the final.",
    "the final,",
    "the final on",
    "the final in",
    "the final by",
    "the toss",
    "the Ashes",
    "tiebreak",
];

/// Words by which a state deals with a tournament, and does not play in it.
pub(super) const DEALINGS: [&str; 8] = ["host", "bid ", "bids ", "boycott", "right to", "rights to", "vote", "ban "];
