//! People and short forms that only the text itself introduces.
//!
//! Three ways of introducing a person are read, all with the office in words: before the name ("Kyrgyz Economy Minister
//! Temir Sariev"), behind it ("Anna Ekström, Sweden's education minister"), and a rank with an explanation ("Gen. Mark
//! Milley, the top American officer"). Whoever is introduced is followed through the article by surname.

mod behind;
mod name;
mod short_form;

use std::sync::Arc;

use memchr::{memmem, memrchr};

use self::name::{name_at, name_at_end, slug, trimmed};
use super::context::{past_possessive, word_after, word_before};
use super::resolve::around;
use super::rule::Rule;
use super::signal::{OF_THE, OFFICE, RANK, ROLE_OF};
use super::{EntityRef, Mention};
use crate::article::Sentences;
use crate::gazetteer::{Data, Discovered};
use crate::lexicon::Lexicon;
use crate::matcher::{Signal, Signalled};
use crate::span::Span;
use crate::vocabulary::{Form, Kind};
use crate::word::{WordList, folded, is_word_before, letters_end, starts_word};

/// Ranks and titles that alone say that somebody serves a state, each with the gap behind it.
#[rustfmt::skip]
pub(super) const RANKS: &[&str] = &[
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

/// How far behind a name an office may be told, in bytes.
const REACH: usize = 160;

/// What a person may be, in lower case: the last word of an office.
#[rustfmt::skip]
pub(super) static OFFICES: WordList<128> = WordList::new(&[
    "adviser", "admiral", "advisor", "aide", "ambassador", "chair", "chairman", "chairwoman", "chancellor", "chief",
    "colonel", "commander", "commissioner", "counterpart", "deputy", "diplomat", "emissary", "envoy", "general", "governor", "head",
    "judge", "king", "lawmaker", "leader", "legislator", "marshal", "mayor", "mediator", "minister", "mp", "mep",
    "negotiator", "officer", "official", "parliamentarian", "premier", "president", "prince", "princess",
    "prosecutor", "queen", "representative", "secretary", "senator", "speaker", "spokesman", "spokesperson",
    "spokeswoman", "strongman", "vice-president",
]);

/// Words that no office holds: what comes after them is another phrase.
static BREAKS: WordList<128> = WordList::new(&[
    "said", "told", "says", "and", "or", "but", "has", "have", "had", "was", "were", "will", "would", "to", "in", "on",
    "at", "that", "who", "which", "with", "from", "by", "is", "are", "as", "when", "while", "after", "before",
]);

/// Those that no state is served in, before a rank: "Company President", "Boxing Association President".
#[rustfmt::skip]
static FIRMS: WordList<64> = WordList::new(&[
    "Association", "Bank", "Chamber", "Church", "Club", "Company", "Cross", "Corp", "Corp.", "Corporation", "Federation",
    "Foundation", "Group", "Inc", "Inc.", "Institute", "League", "Ltd", "Ltd.", "Museum", "Society", "University",
]);

/// Those who belong to somebody in office and hold none.
static KIN: WordList<64> = WordList::new(&[
    "brother", "cousin", "critic", "daughter", "father", "friend", "husband", "lawyer", "mother", "nephew", "niece",
    "sister", "son", "uncle", "widow", "wife",
]);

/// What is called after a person, behind the name: "the Victor Babes hospital".
#[rustfmt::skip]
static CALLED_AFTER: WordList<64> = WordList::new(&[
    "airport", "award", "bridge", "centre", "center", "foundation", "hospital", "institute", "museum", "prison", "prize",
    "school", "square", "stadium", "street", "theater", "theatre", "university",
]);

/// Words of departments, which stand in capitals between an office and a name: "Minister for Foreign Affairs Ana Paz".
#[rustfmt::skip]
static DEPARTMENTS: WordList<256> = WordList::new(&[
    "Affairs", "Africa", "Agriculture", "America", "Arctic", "Asia", "Asian", "Balkans", "Caucasus", "Central", "Climate", "Commerce", "Common", "Cooperation", "Culture", "Defence", "Defense",
    "Development", "Disarmament", "East", "Eastern", "Economy", "Education", "Energy", "Environment", "Europe", "Finance", "Foreign", "Gulf", "Health", "Horn", "Home",
    "Human", "Humanitarian", "Industry", "Infrastructure", "Interior", "International", "Justice", "Labor", "Labour", "Latin", "Middle",
    "Migration", "Mines", "Minorities", "North", "Northern", "Oil", "Operations", "Peacekeeping", "Petroleum", "Policy", "Political",
    "Refugees", "Regional", "Rights", "Sahel", "Security", "South", "Southern", "Staff", "State", "Tourism", "Trade", "Transport", "Water", "West", "Western",
]);

/// The discoveries of one article.
pub(super) struct Discovery<'r> {
    pub(super) data: &'r Data,
    pub(super) lexicon: &'r Lexicon,
    pub(super) text: &'r str,
    pub(super) sentences: &'r Sentences,
    pub(super) signalled: &'r Signalled,
}

/// People found, with the mentions of each.
#[derive(Debug, Default)]
pub(super) struct Discoveries {
    pub(super) people: Vec<Arc<Discovered>>,
    pub(super) mentions: Vec<Mention>,
}

/// A name with an office.
struct Introduction {
    name: Span,
    office: Option<Span>,
    of: Option<u32>,
}

impl Discovery<'_> {
    /// The people whom the text introduces, beside the sorted mentions that are known.
    pub(super) fn people(&self, known: &[Mention]) -> Discoveries {
        let mut introductions: Vec<Introduction> = Vec::new();
        // All begin with letters of ASCII, so that their places are known.
        let mut places: Vec<usize> = Vec::with_capacity(64);
        places.extend(self.signalled.places(OFFICE).into_iter().flatten());
        let mut offices = &*places;
        for mention in known {
            while let [office, rest @ ..] = offices
                && *office < mention.span.end
            {
                offices = rest;
            }
            let sentence = self.sentences.spans[mention.sentence as usize];
            let reach = sentence.end.min(mention.span.end + REACH);
            let near = || offices.iter().take_while(|&&office| office < reach);
            // With nearly all nobody is introduced.
            let is_headed = mention.beside.meets(ROLE_OF.and(OF_THE));
            let is_titled = self.goes_on(mention)
                && near().next().is_some()
                && (near().any(|&office| self.leads_to_name(office)) || self.may_explain(mention, sentence));
            if !is_headed && !is_titled {
                continue;
            }
            let Some(index) = mention.entity.index() else { continue };
            if matches!(self.data.record(index).kind, Kind::State | Kind::Bloc | Kind::Territory) {
                introductions.extend(is_headed.then(|| self.headed(mention, index, known)).flatten());
                let from = past_possessive(self.text, mention.span.end);
                let Some(office) = is_titled.then(|| self.office_after(from, sentence.end)).flatten() else { continue };
                introductions.extend(self.titled(mention, office, index, known));
                introductions.extend(self.explained(mention, office, index, known));
            }
        }
        introductions.extend(places.iter().filter_map(|&office| self.called(office)));
        for rank in self.ranks() {
            if let Some(name) = self.unknown_at(rank.end, known) {
                introductions.push(Introduction { name, office: Some(trimmed(self.text, rank)), of: None });
            }
        }
        introductions.sort_by_key(|introduction| (introduction.name, introduction.of.is_none()));
        let mut discoveries = Discoveries::default();
        for introduction in introductions {
            self.add(introduction, known, &mut discoveries);
        }
        self.follow(known, &mut discoveries);
        discoveries
    }

    /// Whether a name may follow the word that an office may end with, or a department.
    fn leads_to_name(&self, office: usize) -> bool {
        let bytes = self.text.as_bytes();
        let rest = &bytes[letters_end(bytes, office)..];
        let next = rest.trim_ascii_start();
        let is_name = |rest: &[u8]| matches!(rest, [b'A'..=b'Z' | 0x80.., ..]);
        match rest {
            [b',', b' ', rest @ ..] => is_name(rest),
            _ if next.len() < rest.len() => is_name(next) || next.starts_with(b"for") || next.starts_with(b"of"),
            _ => is_name(rest),
        }
    }

    /// Whether words follow the name, with or without a possessive.
    fn goes_on(&self, mention: &Mention) -> bool {
        matches!(self.text.as_bytes().get(mention.span.end), Some(b' ' | b'\n' | b'\r' | b'\t' | b'\'' | 0x80..))
    }

    /// Whether nothing with a capital stands between the name and a comma before it: "Mark Milley, the top American".
    fn may_explain(&self, mention: &Mention, sentence: Span) -> bool {
        let ahead = self.text.as_bytes().get(sentence.start..mention.span.start).unwrap_or_default();
        let is_small = |byte: &u8| matches!(byte, b'a'..=b'z' | b' ' | b'-' | 0x80..);
        memrchr(b',', ahead).is_some_and(|comma| ahead[comma + 1..].iter().all(is_small))
    }

    /// Where ranks stand.
    fn ranks(&self) -> impl Iterator<Item = Span> {
        // All begin with letters of ASCII, so that their places are known.
        let places = self.signalled.places(RANK).into_iter().flatten();
        places.filter_map(|at| {
            // The words stand in small letters too.
            let rest = self.text[at..].starts_with(|c: char| c.is_ascii_uppercase()).then(|| &self.text[at..])?;
            let first = rest.as_bytes().first();
            let rank = RANKS.iter().find(|rank| rank.as_bytes().first() == first && rest.starts_with(**rank))?;
            let of_body = word_before(self.text, at).is_some_and(|body| FIRMS.holds(body.of(self.text)));
            (!of_body && !is_word_before(self.text, at)).then_some(Span::new(at, at + rank.len()))
        })
    }

    /// "Kyrgyz Economy Minister Temir Sariev".
    fn titled(&self, mention: &Mention, office: Span, of: u32, known: &[Mention]) -> Option<Introduction> {
        let end = self.sentences.spans[mention.sentence as usize].end;
        let at = self.past_beat(office.end, known).or_else(|| past_department(self.text, office.end))?;
        let gap = self.text[at..].len() - self.text[at..].trim_start_matches([' ', '\n']).len();
        // "Tuvalu's energy minister, Simona Kaveinga, wants": between commas.
        if self.text[at..].starts_with(", ") && self.is_named(at + 2, known) {
            return None;
        }
        if let Some(name) = self.text[at..].strip_prefix(", ").and_then(|_| self.name_at(at + 2)) {
            let closed = self.text[name.end..].starts_with([',', '.']);
            return (closed && name.end <= end).then_some(Introduction { name, office: Some(office), of: Some(of) });
        }
        let name = self.unknown_at(at + gap, known)?;
        (gap > 0 && name.end <= end).then_some(Introduction { name, office: Some(office), of: Some(of) })
    }

    /// Past the land for which somebody is envoy: "special envoy for Syria".
    fn past_beat(&self, at: usize, known: &[Mention]) -> Option<usize> {
        let link = word_after(self.text, at).filter(|word| matches!(word.of(self.text), "for" | "to" | "in"))?;
        let word = word_after(self.text, link.end)?;
        let word = if word.of(self.text) == "the" { word_after(self.text, word.end)? } else { word };
        around(known, word).filter(|mention| mention.span.start == word.start).map(|mention| mention.span.end)
    }

    /// "Anna Ekström, Sweden's education minister", "Mark Milley, the top American officer".
    fn explained(&self, mention: &Mention, office: Span, of: u32, known: &[Mention]) -> Option<Introduction> {
        let sentence = self.sentences.spans[mention.sentence as usize];
        let ahead = self.text.get(sentence.start..mention.span.start)?;
        let comma = ahead.trim_end_matches(|c: char| c.is_lowercase() || c == ' ' || c == '-').strip_suffix(',')?;
        let between = || ahead[comma.len() + 1..].split_whitespace();
        // "Ana Paz, wife of the Chilean president".
        if between().count() > 4 || between().any(|word| KIN.holds(word)) || !comma.ends_with(char::is_alphabetic) {
            return None;
        }
        let stretch = Span::new(sentence.start, sentence.start + comma.len());
        if around(known, Span::new(stretch.end - 1, stretch.end)).is_some() {
            return None;
        }
        let name = name_at_end(self.text, stretch, &self.lexicon.people)?;
        Some(Introduction { name, office: Some(office), of: Some(of) })
    }

    /// The words from `from` on that end with what a person is: "Economy Minister", "education minister".
    fn office_after(&self, from: usize, end: usize) -> Option<Span> {
        let mut at = from;
        let mut office = None;
        let mut start = None;
        for _ in 0..8 {
            let Some(word) = word_after(self.text, at).filter(|word| word.end <= end) else { break };
            let written = word.of(self.text);
            let is_office = OFFICES.holds_in_any_case(written);
            // A deputy is what the deputy is of: "deputy health minister".
            let is_whole = office.is_some_and(|office: Span| !office.of(self.text).to_lowercase().ends_with("deputy"));
            if !is_office && (is_whole || BREAKS.holds(written)) {
                break;
            }
            let start = *start.get_or_insert(word.start);
            if is_office {
                office = Some(Span::new(start, word.end));
            }
            at = word.end;
        }
        office
    }

    /// The name that begins there, unless it is listed, as nearly all are, and known by now.
    fn unknown_at(&self, at: usize, known: &[Mention]) -> Option<Span> {
        around(known, Span::new(at, at + 1)).is_none().then(|| self.name_at(at))?
    }

    /// Whether a known name begins there that does not begin with a title: then nobody new is introduced.
    fn is_named(&self, at: usize, known: &[Mention]) -> bool {
        let mention = around(known, Span::new(at, at + 1)).filter(|mention| mention.span.start == at);
        let first = mention.and_then(|mention| mention.span.of(self.text).split(' ').next());
        first.is_some_and(|first| !self.lexicon.people.are_title(first))
    }

    fn name_at(&self, at: usize) -> Option<Span> {
        name_at(self.text, at, &self.lexicon.people)
    }

    fn add(&self, introduction: Introduction, known: &[Mention], discoveries: &mut Discoveries) {
        let name = introduction.name.of(self.text);
        let called_after =
            || word_after(self.text, introduction.name.end).is_some_and(|word| CALLED_AFTER.holds(word.of(self.text)));
        if is_taken(introduction.name, known, &discoveries.mentions) || called_after() {
            return;
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = format!("leader:{}", slug(&name));
        // Who is spelled as a listed person's id is, and as none of the names, is that person all the same.
        if let Some(listed) = self.data.find(&id).or_else(|| self.holder_called(&name, introduction.of)) {
            let mention = self.mention(introduction.name, 0, Form::Name, Rule::Introduced);
            discoveries.mentions.push(Mention { entity: EntityRef::listed(listed), ..mention });
            return;
        }
        let number = match discoveries.people.iter().position(|person| person.id == id) {
            Some(number) => number,
            None => {
                let of = introduction.of.map(|index| self.data.record(index).id.to_string());
                let office = introduction.office.map(|office| office.of(self.text).to_owned());
                discoveries.people.push(Arc::new(Discovered { id, name, office, of }));
                discoveries.people.len() - 1
            }
        };
        discoveries.mentions.push(self.mention(introduction.name, number, Form::Name, Rule::Introduced));
    }

    /// Who held an office of the entity and bears the name as the last part of a longer one: "Hoop Scheffer".
    fn holder_called(&self, name: &str, of: Option<u32>) -> Option<u32> {
        let bears = |person: &u32| {
            let full = &*self.data.record(*person).name;
            full.strip_suffix(name).is_some_and(|given| given.ends_with(' '))
        };
        self.data.holders_of(of?).map(|(person, _)| person).find(bears)
    }

    fn mention(&self, span: Span, number: usize, form: Form, rule: Rule) -> Mention {
        Mention {
            span,
            entity: EntityRef::discovered(number as u32),
            form,
            sentence: self.sentences.at(span.start) as u32,
            rule,
            alias: None,
            beside: Signal::ALL,
        }
    }

    /// The people's full names and surnames elsewhere in the text.
    fn follow(&self, known: &[Mention], discoveries: &mut Discoveries) {
        for number in 0..discoveries.people.len() {
            let name = discoveries.people[number].name.clone();
            let Some(surname) = name.split_whitespace().last() else { continue };
            let first = discoveries
                .mentions
                .iter()
                .filter(|m| m.entity == EntityRef::discovered(number as u32))
                .map(|m| m.span.start)
                .min();
            let full = (name.as_str(), Form::Name, Rule::Introduced);
            // At the beginning of a sentence also an article has a capital: "Al-Harthi ordered tea".
            let opening = capitalised(surname);
            let opening = (opening != surname).then_some((opening.as_str(), Form::Surname, Rule::NamedInFull));
            // "Jean van Houten … Van Houten", before the bare "Houten".
            let particled = particled(&name).map(|surname| (surname.to_owned(), capitalised(surname)));
            let [small, great] = match &particled {
                Some((small, great)) => {
                    [small, great].map(|way| Some((way.as_str(), Form::Surname, Rule::NamedInFull)))
                }
                None => [None, None],
            };
            let ways = [Some(full), small, great, Some((surname, Form::Surname, Rule::NamedInFull)), opening];
            for (words, form, rule) in ways.into_iter().flatten() {
                for span in self.standing_alone(words) {
                    let another = || first.is_some_and(|first| span.start < first) || self.is_another(span, &name);
                    if is_taken(span, known, &discoveries.mentions) || form == Form::Surname && another() {
                        continue;
                    }
                    discoveries.mentions.push(self.mention(span, number, form, rule));
                }
            }
        }
    }

    /// Where the words stand in the text, and not within a longer word.
    fn standing_alone<'w>(&self, words: &'w str) -> impl Iterator<Item = Span> + use<'_, 'w> {
        let text = self.text;
        memmem::find_iter(text.as_bytes(), words)
            .map(|at| Span::new(at, at + words.len()))
            .filter(|span| !is_word_before(text, span.start) && !starts_word(text, span.end))
    }

    /// Whether another given name stands before the surname, or a longer name goes on behind it.
    fn is_another(&self, surname: Span, name: &str) -> bool {
        let before = word_before(self.text, surname.start).is_some_and(|word| {
            let written = word.of(self.text);
            self.lexicon.people.is_given_name(&folded(written)) && !name.contains(written)
        });
        let goes_on = word_after(self.text, surname.end).is_some_and(|word| {
            matches!(
                word.of(self.text),
                "Street" | "Avenue" | "University" | "Airport" | "Square" | "Foundation" | "Institute"
            )
        });
        before || goes_on
    }
}

/// Past the department behind an office at `at` ("for Foreign Affairs"), or `at` where none is; nothing where another phrase
/// begins before a name does.
pub(super) fn past_department(text: &str, at: usize) -> Option<usize> {
    let Some(link) = word_after(text, at).filter(|word| matches!(word.of(text), "for" | "of")) else { return Some(at) };
    let mut at = link.end;
    while let Some(word) = word_after(text, at) {
        let written = word.of(text);
        if written.starts_with(char::is_uppercase) && !DEPARTMENTS.holds(written) {
            break;
        }
        if BREAKS.holds(written) && written != "and" {
            return None;
        }
        at = word.end;
    }
    Some(at)
}

/// Whether the span is part of a known mention, which are sorted, or of one found in the text.
fn is_taken(span: Span, known: &[Mention], found: &[Mention]) -> bool {
    around(known, span).is_some() || found.iter().any(|mention| mention.span.overlaps(span))
}

/// The surname with the particles before it, if it has some: "van Houten".
fn particled(name: &str) -> Option<&str> {
    let at = name.match_indices(' ').map(|(at, _)| at + 1).find(|&at| name[at..].starts_with(char::is_lowercase))?;
    (name[at..].split(' ').count() <= 3 && name[at..].contains(' ')).then_some(&name[at..])
}

/// The word with its first letter as a capital.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
