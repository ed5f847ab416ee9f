//! Names of lands that are somebody's or something else's: "Michael Jordan", "and The Australian said", "the University of
//! Kentucky (UK)". What an article so introduces bears the name alone afterwards.

use super::context::{is_name_like, next_word, word_after, word_before};
use super::language;
use super::named_thing::{self, is_headline};
use super::person;
use super::resolve::{Open, Resolver};
use super::rule::Reason;
use super::signal::{
    BRACKET_AFTER, BRACKET_BEFORE, COMMA_AFTER, LINK_AFTER, LINK_BEFORE, MATCH_AFTER, MATCH_BEFORE, SPOKEN_BEFORE, THE,
};
use super::spelling::{BARE, Class, GIVEN_NAME, LAND, MAYBE_SURNAME, SURE, SURNAME_TOO, meant_first};
use super::sport;
use crate::gazetteer::Alias;
use crate::lexicon::Title;
use crate::matcher::{Hit, Signal};
use crate::span::Span;
use crate::vocabulary::Form;
use crate::word::{WordList, folded};

/// Beside what a land's name may be that of a side.
const PLAYING: Signal = MATCH_BEFORE.and(MATCH_AFTER);
/// Beside what a demonym may be a language, or a newspaper.
const LANGUAGE: Signal = SPOKEN_BEFORE.and(THE).and(LISTED);
const LISTED: Signal = LINK_BEFORE.and(LINK_AFTER).and(Signal::MARK_BEFORE).and(Signal::MARK_AFTER);

/// Spellings that the article uses for somebody or something else, each with the place from which on it does.
pub(super) struct Namesakes<'h> {
    learned: Vec<(u32, usize)>,
    /// The sentence of the last name that was a side's.
    side: Option<u32>,
    /// All hits of the article.
    hits: &'h [Hit],
}

impl<'h> Namesakes<'h> {
    pub(super) fn new(hits: &'h [Hit]) -> Self {
        Self { learned: Vec::new(), side: None, hits }
    }

    pub(super) fn learn(&mut self, hit: Hit) {
        if !self.hold(hit) {
            self.learned.push((hit.spelling, hit.span.start));
        }
    }

    fn hold(&self, hit: Hit) -> bool {
        self.learned.iter().any(|&(spelling, from)| spelling == hit.spelling && from < hit.span.start)
    }
}

impl Resolver<'_> {
    /// Whether a name is somebody's or something else's here: a state's or capital's a person's or a side's, a demonym a
    /// language, an abbreviation another body's.
    pub(super) fn namesake(&self, candidate: &Open, namesakes: &mut Namesakes<'_>) -> Option<Reason> {
        let beside = candidate.hit.beside;
        let class = match candidate.barred {
            0 => candidate.spelling.class,
            _ => Class::of(self.meant_first(candidate)),
        };
        match class {
            Class::Demonym => beside.meets(LANGUAGE).then(|| self.language(candidate))?,
            Class::Abbreviation => {
                // In brackets, or between commas, it may be explained.
                let may_be = beside.meets(BRACKET_BEFORE.and(Signal::MARK_BEFORE)) || namesakes.hold(candidate.hit);
                may_be.then(|| self.other_body(candidate, namesakes))?
            }
            Class::Place => self.place(candidate, namesakes),
            Class::Other => None,
        }
    }

    /// Whether a land's or a town's name is a side's, a body's, a ship's or a person's.
    fn place(&self, candidate: &Open, namesakes: &mut Namesakes<'_>) -> Option<Reason> {
        let &Open { hit: Hit { span, beside, .. }, spelling, sentence, .. } = candidate;
        if spelling.is(LAND) && self.is_side(candidate, namesakes) {
            namesakes.side = Some(sentence);
            return Some(Reason::Lookalike);
        }
        if beside.meets(BRACKET_AFTER) && ends_body(self.text, span)
            || beside.meets(THE) && spelling.is(BARE) && named_thing::has_article(self.text, span)
        {
            return Some(Reason::Lookalike);
        }
        let may_go_on = || beside.meets(Signal::CAPITAL_AFTER) || has_particle(self.text, span);
        let may_be = beside.meets(Signal::CAPITAL_BEFORE)
            || spelling.is(MAYBE_SURNAME) && may_go_on()
            || namesakes.hold(candidate.hit);
        may_be.then(|| self.person(candidate, namesakes))?
    }

    /// Whether a land's name is that of a side or a tournament.
    fn is_side(&self, candidate: &Open, namesakes: &Namesakes<'_>) -> bool {
        let Hit { span, beside, .. } = candidate.hit;
        let may_play = beside.meets(PLAYING)
            || beside.meets(COMMA_AFTER) && sport::is_explained(self.text, span)
            || beside.meets(Signal::CAPITAL_AFTER) && sport::is_counted(self.text, span);
        let sentence = self.sentences.spans[candidate.sentence as usize];
        may_play && sport::is_meant(self.text, span, sentence)
            || namesakes.side == Some(candidate.sentence) && sport::is_another(self.text, span)
    }

    /// Whether a demonym is a newspaper or a language.
    fn language(&self, candidate: &Open) -> Option<Reason> {
        let span = candidate.hit.span;
        if is_newspaper(self.text, span, self.sentences.spans[candidate.sentence as usize]) {
            return Some(Reason::Lookalike);
        }
        language::is_meant(self.text, span).then_some(Reason::Language)
    }

    /// Whether an abbreviation is another body's, which the article explains.
    fn other_body(&self, candidate: &Open, namesakes: &mut Namesakes<'_>) -> Option<Reason> {
        let mut known = namesakes.hold(candidate.hit);
        if !known {
            let alias = self.meant_first(candidate)?;
            known = self.is_explained_otherwise(candidate.hit.span, alias.entity);
            if known {
                namesakes.learn(candidate.hit);
            }
        }
        known.then_some(Reason::Lookalike)
    }

    /// Whether a place's name is a person's: "Michael Jordan", "Israel Adesanya"; whoever is so introduced bears the name
    /// alone afterwards.
    fn person(&self, candidate: &Open, namesakes: &mut Namesakes<'_>) -> Option<Reason> {
        let span = candidate.hit.span;
        if span.of(self.text).contains(' ') {
            return None;
        }
        let alias = self.meant_first(candidate)?;
        let sentence = self.sentences.spans[candidate.sentence as usize];
        let before = word_before(self.text, span.start).filter(|word| word.start >= sentence.start);
        let given = before.is_some_and(|word| self.is_given_name(word));
        // "Mayor London Breed": a title and a surname around it.
        let titled = before.is_some_and(|word| {
            let written = word.of(self.text);
            is_name_like(written) && self.lexicon.people.title(written) == Some(Title::Plain)
        });
        let addressed = before.is_some_and(|word| {
            matches!(
                word.of(self.text).trim_end_matches('.'),
                "Mr" | "Mrs" | "Ms" | "Miss" | "Mx" | "Sir" | "Dame" | "Lady"
            )
        });
        let goes_on = || {
            person::goes_on(self.text, span, self.lexicon, |_| false)
                && next_word(self.text, span.end)
                    .is_some_and(|word| is_last(self.text, word) && self.is_surname_at(word, alias.entity))
                || has_particle(self.text, span)
        };
        // "The Kenya Certificate" is nobody.
        let alone = !before.is_some_and(|word| matches!(word.of(self.text), "the" | "The" | "a" | "A" | "an" | "An"));
        let guarded_by = |id: &str| alias.guards.iter().any(|&guard| &*self.data.guards[usize::from(guard)].id == id);
        // "MaliVai Washington": a name with a capital within it is a given one before what is also a surname.
        let joined = || before.is_some_and(|word| is_joined(word.of(self.text))) && guarded_by(SURNAME_TOO);
        if given || addressed || joined() {
            namesakes.learn(candidate.hit);
            return Some(Reason::OtherPerson);
        }
        if alone && (titled || guarded_by(GIVEN_NAME)) && goes_on() {
            self.learn_given_name(candidate, namesakes);
            return Some(Reason::OtherPerson);
        }
        // "in Jordan" is the land still.
        let placed = before
            .is_some_and(|word| matches!(word.of(self.text), "in" | "of" | "to" | "from" | "with" | "near" | "across"));
        (namesakes.hold(candidate.hit) && !placed).then_some(Reason::OtherPerson)
    }

    /// Whether what may be a surname stands behind the name: "Israel Adesanya".
    pub(super) fn has_surname(&self, candidate: &Open) -> bool {
        let end = candidate.hit.span.end;
        let surname = next_word(self.text, end);
        surname.is_some_and(|word| is_name_like(word.of(self.text)) && is_last(self.text, word))
    }

    /// Learns a person's given name, by which news seldom calls somebody again: not where the article names the land by other
    /// names as well ("Israel Eichler" among Israelis).
    pub(super) fn learn_given_name(&self, candidate: &Open, namesakes: &mut Namesakes<'_>) {
        let aliases = self.all_aliases(candidate.hit).map(|(_, alias)| alias);
        let Some(land) = meant_first(aliases).map(|alias| alias.entity) else { return };
        let names_land = |hit: &Hit| {
            let spelling = self.spellings.of(*hit);
            hit.spelling != candidate.hit.spelling && spelling.is(SURE) && spelling.entity == land
        };
        if !namesakes.hits.iter().any(names_land) {
            namesakes.learn(candidate.hit);
        }
    }

    /// The alias left that counts first.
    fn meant_first(&self, candidate: &Open) -> Option<&Alias> {
        meant_first(self.aliases(candidate).map(|(_, alias)| alias))
    }

    /// Whether the word may be the surname of somebody with a land's name: listed as none, or as that of people who never led
    /// this land.
    fn is_surname_at(&self, word: Span, land: u32) -> bool {
        let Some(hit) = self.scanner.names.longest_at(self.text, word.start) else { return true };
        self.all_aliases(hit).all(|(_, alias)| {
            alias.form == Form::Surname && self.data.record(alias.entity).offices.iter().all(|term| term.of != land)
        })
    }

    /// Whether a given name stands before: "Michael Jordan".
    pub(super) fn follows_given_name(&self, candidate: &Open) -> bool {
        let sentence = self.sentences.spans[candidate.sentence as usize];
        let before = word_before(self.text, candidate.hit.span.start).filter(|word| word.start >= sentence.start);
        before.is_some_and(|word| self.is_given_name(word))
    }

    /// Whether the word before a name is a given name, or introduced as one: "a man named Austin Holland".
    fn is_given_name(&self, word: Span) -> bool {
        let written = word.of(self.text);
        let introduced = || {
            word_before(self.text, word.start).is_some_and(|named| {
                matches!(named.of(self.text), "named" | "called" | "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms.")
            })
        };
        is_name_like(written)
            && !written.ends_with('-')
            && (self.lexicon.people.is_given_name(&folded(written)) || introduced())
    }

    /// Whether the article explains an abbreviation as something else: "the University of Kentucky (UK)", "the Gears,
    /// Axles and Tyres Trust, GATT, said".
    fn is_explained_otherwise(&self, span: Span, entity: u32) -> bool {
        let (ahead, behind) = (&self.text[..span.start], &self.text[span.end..]);
        let in_brackets = ahead.strip_suffix(" (").filter(|_| behind.starts_with(')'));
        // Two letters are soon found in a list.
        let in_commas =
            || ahead.strip_suffix(", ").filter(|_| behind.starts_with([',', ' ', '.']) && span.of(self.text).len() > 2);
        let Some(ahead) = in_brackets.or_else(in_commas) else { return false };
        let Some(start) = expansion(ahead, span.of(self.text)) else { return false };
        // An expansion that shares a word with a name of the entity is one more of its names: "International Labor Office".
        let own = self.data.aliases_of(entity);
        !ahead[start..].split_whitespace().any(|word| {
            word.len() > 3 && own.iter().any(|alias| alias.text.split(' ').any(|part| part.eq_ignore_ascii_case(word)))
        })
    }
}

/// Whether the word behind a land's name may end a person's: "Israel Adesanya won", but not "Israel Police said", nor what a
/// longer name or a headline goes on from ("Kenya Defence Forces", "Israel Rejects Plan").
fn is_last(text: &str, word: Span) -> bool {
    #[rustfmt::skip]
    static OF_STATES: WordList<256> = WordList::new(&[
        "Accord", "Act", "Agency", "Agreement", "Airport", "Ambassador", "Archive", "Archives", "Army", "Aviation", "Bank", "Bill",
        "Budget", "Bureau", "Cabinet", "Cancer", "Coalition", "Command", "Commission", "Committee", "Conference", "Congress",
        "Constitution", "Council", "Court", "Crisis", "Customs", "Day", "Deal", "Delegation", "Department", "Desk", "Dream",
        "Elections", "Embassy", "Expo", "First", "Forum", "Friendship", "Fund", "Government", "Group", "Independence", "Institute",
        "Intelligence", "Investment", "Libre", "Lobby", "Military", "Ministry", "Mission", "Museum", "Navy", "News", "Office",
        "Parliament", "Peace", "Plan", "Police", "Policy", "Ports", "Post", "Power", "Programme", "Program", "Project", "Prisons",
        "Question", "Radio", "Railways", "Report", "Republic", "Review", "Senate", "Service", "Statistics", "Studies", "Study",
        "Summit", "Supreme", "Talks", "Television", "Today", "Tourism", "Trade", "Treasury", "Treaty", "Tribune", "Union", "Vision",
        "Votes", "Wall", "War", "Watch", "Week",
    ]);
    // "CAPE TOWN, Jordan Aug. 26": a dateline's.
    static MONTHS: WordList<32> =
        WordList::new(&["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"]);
    let next = next_word(text, word.end);
    let is_month = text[word.end..].starts_with(['.', ' ']) && MONTHS.holds(word.of(text));
    !OF_STATES.holds(word.of(text))
        && !is_month
        && !next.is_some_and(|next| is_name_like(next.of(text)) && !matches!(next.of(text), "Jr" | "Jr." | "Sr"))
}

/// Whether a word has a capital within it and small letters before that: "MaliVai".
fn is_joined(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_uppercase)
        && bytes.windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase())
}

/// "Chad le Clos": a particle of a surname behind the name, and the surname.
fn has_particle(text: &str, name: Span) -> bool {
    let Some(word) = word_after(text, name.end) else { return false };
    let surname = |from: usize| word_after(text, from).is_some_and(|word| is_name_like(word.of(text)));
    match word.of(text) {
        "le" | "la" | "du" | "de" | "di" | "da" | "dos" | "van" | "von" | "der" | "ter" | "bin" | "ap" => {
            surname(word.end)
                || word_after(text, word.end)
                    .is_some_and(|next| matches!(next.of(text), "la" | "der" | "den") && surname(next.end))
        }
        _ => false,
    }
}

/// Where the words begin for whose first letters an abbreviation stands, with which the text ends.
fn expansion(ahead: &str, short: &str) -> Option<usize> {
    // From the last letter to the first, each word with a capital stands for one.
    let mut start = ahead.len();
    for letter in short.chars().rev().filter(|c| c.is_alphanumeric()) {
        let word = loop {
            let listed = || ahead[..start].strip_suffix(", ").and_then(|ahead| last_word(ahead, ahead.len()));
            let word = word_before(ahead, start).or_else(|| last_word(ahead, start)).or_else(listed)?;
            start = word.start;
            if !matches!(word.of(ahead), "of" | "the" | "and" | "for" | "in" | "on") {
                break word;
            }
        };
        if !word.of(ahead).starts_with(letter) {
            return None;
        }
    }
    Some(start)
}

/// "the Patriotic Army of Gabon (PAG)": the last word of a body's name, which its abbreviation ends with. A government, and
/// its army, is the land's own.
fn ends_body(text: &str, name: Span) -> bool {
    let short = text[name.end..].strip_prefix(" (").and_then(|rest| rest.split_once(')')).map(|(short, _)| short);
    let short = short.filter(|short| short.len() >= 3 && short.bytes().all(|byte| byte.is_ascii_uppercase()));
    let own =
        |first: &str| matches!(first, "Government" | "Armed" | "Army" | "Bank" | "Kingdom" | "Republic" | "State");
    short
        .and_then(|short| expansion(&text[..name.end], short))
        .is_some_and(|start| start < name.start && !own(text[start..name.start].split(' ').next().unwrap_or_default()))
}

/// The word with which the text ends, without a gap behind it.
fn last_word(text: &str, end: usize) -> Option<Span> {
    let start = text[..end].rfind(|c: char| !c.is_alphanumeric() && c != '-').map_or(0, |at| at + 1);
    (end == text.len() && start < end).then_some(Span::new(start, end))
}

/// Whether a demonym is a newspaper: "and The Australian said". Of a state's people "the" has no capital there.
fn is_newspaper(text: &str, span: Span, sentence: Span) -> bool {
    let Some(the) = word_before(text, span.start).filter(|word| word.of(text) == "The") else { return false };
    let ahead = &text[sentence.start.min(the.start)..the.start];
    let last = || ahead.split_whitespace().next_back();
    let goes_on =
        ahead.ends_with(' ') && last().is_some_and(|word| word.ends_with(',') || word.starts_with(char::is_lowercase));
    let next = word_after(text, span.end);
    goes_on && !is_headline(text, span) && next.is_none_or(|word| word.of(text).starts_with(char::is_lowercase))
}
