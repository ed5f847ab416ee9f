//! People and short forms that only the text itself introduces.
//!
//! Three ways of introducing a person are read, all with the office in words: before the name ("Kyrgyz Economy Minister
//! Temir Sariev"), behind it ("Anna Ekström, Sweden's education minister"), and a rank with an explanation ("Gen. Mark
//! Milley, the top American officer"). Whoever is introduced is followed through the article by surname.

use std::sync::{Arc, LazyLock};

use memchr::memmem;
use regex::Regex;

use super::context::{is_name_like, past_possessive, word_after, word_before};
use super::resolve::around;
use super::rule::Rule;
use super::{EntityRef, Mention};
use crate::article::Sentences;
use crate::gazetteer::{Data, Discovered};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::vocabulary::{Form, Kind};
use crate::word::{DAYS_AND_MONTHS, WordList, fold, is_word_before, starts_word};

/// The first word of a person's name.
const FIRST_NAME: &str = r"\p{Lu}[\p{L}'’.-]*";

/// Each later word, with the particles before it.
const LATER_NAME: &str = r"\s (?: (?:al|el|ul|an|ad|as|ash)- | (?:de|da|dos|do|von|van|bin|bint|ibn|der|den|la|le|del|di|du|ten|ter|abu|ould|al|el|e|y)\s ){0,2} \s? \p{Lu}[\p{L}'’-]+";

/// A person's full name at the beginning of a text: two to four capitalised words, with what stands between them.
static NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?x) ^ {FIRST_NAME} (?: {LATER_NAME} \.? ){{1,3}}")));

/// The same at the end of a text.
static NAME_AT_END: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?x) {FIRST_NAME} (?: {LATER_NAME} ){{1,3}} $")));

/// A rank or title that alone says that somebody serves a state. Plain literals, which are searched at memory speed.
static RANK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"Gen\. |General |Adm\. |Admiral |Col\. |Colonel |Marshal |Ambassador |Foreign Minister |Defen[cs]e Minister |Interior Minister |Finance Minister |Prime Minister |Press Secretary |Foreign Secretary |Defen[cs]e Secretary |Home Secretary |Duma Deputy |Editor-in-Chief |Kremlin [Ss]pokes(?:man|woman|person) |Foreign Ministry [Ss]pokes(?:man|woman|person) ",
    )
});

/// What a person may be, in lower case: the last word of an office.
static OFFICES: WordList<128> = WordList::new(&[
    "adviser",
    "admiral",
    "advisor",
    "aide",
    "ambassador",
    "chair",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "colonel",
    "commander",
    "commissioner",
    "deputy",
    "diplomat",
    "emissary",
    "envoy",
    "general",
    "governor",
    "head",
    "judge",
    "king",
    "lawmaker",
    "leader",
    "legislator",
    "marshal",
    "mayor",
    "mediator",
    "minister",
    "mp",
    "mep",
    "negotiator",
    "officer",
    "official",
    "parliamentarian",
    "premier",
    "president",
    "prince",
    "princess",
    "prosecutor",
    "queen",
    "representative",
    "secretary",
    "senator",
    "speaker",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "strongman",
    "vice-president",
]);

/// Words that no office holds: what comes after them is another phrase.
static BREAKS: WordList<128> = WordList::new(&[
    "said", "told", "says", "and", "or", "but", "has", "have", "had", "was", "were", "will", "would", "to", "in", "on",
    "at", "that", "who", "which", "with", "from", "by", "is", "are", "as", "when", "while", "after", "before",
]);

/// Words of departments, which stand in capitals between an office and a name: "Minister for Foreign Affairs Ana Paz".
static DEPARTMENTS: WordList<128> = WordList::new(&[
    "Affairs",
    "Agriculture",
    "Commerce",
    "Cooperation",
    "Culture",
    "Defence",
    "Defense",
    "Development",
    "Economy",
    "Education",
    "Energy",
    "Environment",
    "Finance",
    "Foreign",
    "Health",
    "Home",
    "Industry",
    "Infrastructure",
    "Interior",
    "International",
    "Justice",
    "Labor",
    "Labour",
    "Mines",
    "Oil",
    "Petroleum",
    "Regional",
    "Staff",
    "State",
    "Tourism",
    "Trade",
    "Transport",
    "Water",
]);

#[expect(clippy::unwrap_used, reason = "the patterns are constant, and tested")]
fn pattern(text: &str) -> Regex {
    Regex::new(text).unwrap()
}

/// The discoveries of one article.
pub(super) struct Discovery<'r> {
    pub(super) data: &'r Data,
    pub(super) lexicon: &'r Lexicon,
    pub(super) text: &'r str,
    pub(super) sentences: &'r Sentences,
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
        for mention in known {
            let Some(index) = mention.entity.index() else { continue };
            if matches!(self.data.record(index).kind, Kind::State | Kind::Bloc | Kind::Territory) {
                let end = self.sentences.spans[mention.sentence as usize].end;
                let from = past_possessive(self.text, mention.span.end);
                // Without an office behind the name, as with nearly all, nobody is introduced.
                let Some(office) = self.office_after(from, end) else { continue };
                introductions.extend(self.titled(mention, office, index));
                introductions.extend(self.explained(mention, office, index));
                introductions.extend(self.headed(mention, index));
            }
        }
        for rank in RANK.find_iter(self.text).filter(|rank| !is_word_before(self.text, rank.start())) {
            if let Some(name) = self.name_at(rank.end()) {
                let office = Some(trimmed(self.text, Span::new(rank.start(), rank.end())));
                introductions.push(Introduction { name, office, of: None });
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

    /// "Kyrgyz Economy Minister Temir Sariev".
    fn titled(&self, mention: &Mention, office: Span, of: u32) -> Option<Introduction> {
        let end = self.sentences.spans[mention.sentence as usize].end;
        let mut at = office.end;
        if let Some(link) = word_after(self.text, at).filter(|word| matches!(word.of(self.text), "for" | "of")) {
            at = link.end;
            while let Some(word) = word_after(self.text, at) {
                let written = word.of(self.text);
                if written.starts_with(char::is_uppercase) && !DEPARTMENTS.holds(written) {
                    break;
                }
                if BREAKS.holds(written) && written != "and" {
                    return None;
                }
                at = word.end;
            }
        }
        let gap = self.text[at..].len() - self.text[at..].trim_start_matches([' ', '\n']).len();
        // "Tuvalu's energy minister, Simona Kaveinga, wants": between commas.
        if let Some(name) = self.text[at..].strip_prefix(", ").and_then(|_| self.name_at(at + 2)) {
            let closed = self.text[name.end..].starts_with([',', '.']);
            return (closed && name.end <= end).then_some(Introduction { name, office: Some(office), of: Some(of) });
        }
        let name = self.name_at(at + gap)?;
        (gap > 0 && name.end <= end).then_some(Introduction { name, office: Some(office), of: Some(of) })
    }

    /// "The education minister of Guyana, Ramdeo Persottam,".
    fn headed(&self, mention: &Mention, of: u32) -> Option<Introduction> {
        let sentence = self.sentences.spans[mention.sentence as usize];
        self.text[mention.span.end..].strip_prefix(", ")?;
        let link = word_before(self.text, mention.span.start).filter(|word| word.of(self.text) == "of")?;
        let head = word_before(self.text, link.start).filter(|word| word.start >= sentence.start)?;
        let is_office = OFFICES.holds_in_any_case(head.of(self.text));
        let name = self.name_at(mention.span.end + 2).filter(|_| is_office)?;
        let closed = self.text[name.end..].starts_with([',', '.']);
        closed.then_some(Introduction { name, office: Some(head), of: Some(of) })
    }

    /// "Anna Ekström, Sweden's education minister", "Mark Milley, the top American officer".
    fn explained(&self, mention: &Mention, office: Span, of: u32) -> Option<Introduction> {
        let sentence = self.sentences.spans[mention.sentence as usize];
        let ahead = self.text.get(sentence.start..mention.span.start)?;
        let comma = ahead.trim_end_matches(|c: char| c.is_lowercase() || c == ' ' || c == '-').strip_suffix(',')?;
        if ahead[comma.len() + 1..].split_whitespace().count() > 4 || !comma.ends_with(char::is_alphabetic) {
            return None;
        }
        let found = NAME_AT_END.find(comma)?;
        let name = self.checked(Span::new(sentence.start + found.start(), sentence.start + comma.len()))?;
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
            if !is_office && (office.is_some() || BREAKS.holds(written)) {
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

    fn name_at(&self, at: usize) -> Option<Span> {
        let found = NAME.find(self.text.get(at..)?)?;
        self.checked(Span::new(at, at + found.end()))
    }

    /// The name without titles at its beginning and without what is no name at its end.
    fn checked(&self, span: Span) -> Option<Span> {
        let mut span = trimmed(self.text, span);
        span.end -=
            self.text[span.range()].len() - self.text[span.range()].trim_end_matches(['.', '\'', '’', '-']).len();
        loop {
            let first =
                word_after(&self.text[..span.end], span.start.checked_sub(1)?).filter(|word| word.start == span.start);
            let first = first.unwrap_or(Span::new(span.start, span.start + self.text[span.range()].find(' ')?));
            let written = &self.text[first.start..first.end];
            let dotted = format!("{written}.");
            let titled = self.lexicon.people.title(written).is_some() || self.lexicon.people.title(&dotted).is_some();
            if !titled || self.lexicon.people.is_given_name(&fold(written)) {
                break;
            }
            let rest = &self.text[first.end..span.end];
            span.start = first.end + (rest.len() - rest.trim_start_matches([' ', '.', '\n']).len());
        }
        let name = span.of(self.text);
        let words: Vec<&str> = name.split_whitespace().collect();
        let like_names = words.iter().filter(|word| is_name_like(word)).count();
        let last = words.last()?;
        (words.len() >= 2 && like_names >= 2 && is_name_like(last) && !words.iter().any(|word| is_no_name(word)))
            .then_some(span)
    }

    fn add(&self, introduction: Introduction, known: &[Mention], discoveries: &mut Discoveries) {
        let name = introduction.name.of(self.text);
        if is_taken(introduction.name, known, &discoveries.mentions) {
            return;
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = format!("leader:{}", slug(&name));
        // Who is spelled as a listed person's id is, and as none of the names, is that person all the same.
        if let Some(listed) = self.data.find(&id) {
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

    fn mention(&self, span: Span, number: usize, form: Form, rule: Rule) -> Mention {
        Mention {
            span,
            entity: EntityRef::discovered(number as u32),
            form,
            sentence: self.sentences.at(span.start) as u32,
            rule,
            alias: None,
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
            let ways = [(name.as_str(), Form::Name, Rule::Introduced), (surname, Form::Surname, Rule::NamedInFull)];
            for (words, form, rule) in ways {
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
            self.lexicon.people.is_given_name(&fold(written)) && !name.contains(written)
        });
        let goes_on = word_after(self.text, surname.end).is_some_and(|word| {
            matches!(
                word.of(self.text),
                "Street" | "Avenue" | "University" | "Airport" | "Square" | "Foundation" | "Institute"
            )
        });
        before || goes_on
    }

    /// Short forms that the article explains, "Long Form (LF)" or "LF (Long Form)": later mentions of each.
    pub(super) fn short_forms(&self, known: &[Mention]) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        for (number, mention) in known.iter().enumerate() {
            if !matches!(mention.form, Form::Name | Form::Official | Form::Organ) || mention.entity.index().is_none() {
                continue;
            }
            let Some(short) = self.explained_short(mention, number, known) else { continue };
            for span in self.standing_alone(short.of(self.text)) {
                if span.start >= short.start && !is_taken(span, known, &found) {
                    found.push(Mention {
                        span,
                        form: Form::Abbreviation,
                        sentence: self.sentences.at(span.start) as u32,
                        rule: Rule::ShortForm,
                        alias: None,
                        ..*mention
                    });
                }
            }
        }
        found
    }

    fn explained_short(&self, mention: &Mention, number: usize, known: &[Mention]) -> Option<Span> {
        let taken = |span: Span| {
            known[number.saturating_sub(2)..(number + 3).min(known.len())].iter().any(|m| m.span.overlaps(span))
        };
        let behind = &self.text[mention.span.end..];
        if let Some(inner) = behind.strip_prefix(" (") {
            let end = inner.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '+')?;
            let span = Span::new(mention.span.end + 2, mention.span.end + 2 + end);
            return (inner[end..].starts_with([')', ',', ';']) && is_short(&inner[..end]) && !taken(span))
                .then_some(span);
        }
        let ahead = self.text[..mention.span.start].strip_suffix(" (")?;
        if !behind.starts_with(')') {
            return None;
        }
        let start = ahead.rfind(|c: char| !c.is_alphanumeric() && c != '-' && c != '+').map_or(0, |at| at + 1);
        let span = Span::new(start, ahead.len());
        (is_short(&ahead[start..]) && !taken(span)).then_some(span)
    }
}

/// Whether the span is part of a known mention, which are sorted, or of one found in the text.
fn is_taken(span: Span, known: &[Mention], found: &[Mention]) -> bool {
    around(known, span).is_some() || found.iter().any(|mention| mention.span.overlaps(span))
}

/// Two to ten letters, most of them capitals.
fn is_short(word: &str) -> bool {
    let letters = word.chars().count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    (2..=10).contains(&letters) && capitals * 2 >= letters && capitals >= 2
}

/// Capitalised words that stand beside names and are none.
fn is_no_name(word: &str) -> bool {
    static WORDS: WordList<256> = WordList::new(&[
        "Minister",
        "President",
        "Secretary",
        "Ministry",
        "Government",
        "Council",
        "Committee",
        "Party",
        "Union",
        "Bank",
        "University",
        "Street",
        "The",
        "Parliament",
        "Army",
        "Court",
        "Agency",
        "Commission",
        "Republic",
        "Affairs",
        "Security",
        "House",
        "State",
        "States",
        "General",
        "Foreign",
        "Defence",
        "Defense",
        "Prime",
        "Deputy",
        "National",
        "International",
        "Assembly",
        "Senate",
        "Congress",
        "Movement",
        "Front",
        "Association",
        "Organization",
        "Organisation",
        "Group",
        "Force",
        "Forces",
        "Summit",
        "Conference",
        "Treaty",
        "Agreement",
        "War",
        "Airport",
        "City",
        "Province",
        "Region",
        "World",
        "North",
        "South",
        "East",
        "West",
        "He",
        "She",
        "They",
        "In",
        "On",
        "At",
        "But",
        "And",
        "For",
        "Chief",
        "Sea",
    ]);
    let word = word.trim_end_matches(['.', ',', '\'', '’']);
    // May is a name as well.
    WORDS.holds(word) || DAYS_AND_MONTHS.holds(word) && word != "May"
}

fn trimmed(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start + (piece.len() - piece.trim_start().len());
    Span::new(start, start + piece.trim().len())
}

/// The name in lower case and ASCII, with hyphens: the key of an id.
fn slug(name: &str) -> String {
    let folded = fold(name).to_lowercase();
    let mut slug = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '\'' | '\u{2019}' | '.' => {}
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches('-').to_owned()
}
