//! People and short forms that only the text itself introduces.
//!
//! Three ways of introducing a person are read, all with the office in words: before the name ("Kyrgyz Economy Minister
//! Temir Sariev"), behind it ("Anna Ekström, Sweden's education minister"), and a rank with an explanation ("Gen. Mark
//! Milley, the top American officer"). Whoever is introduced is followed through the article by surname.

mod behind;
mod follow;
mod name;
mod office;
mod short_form;
mod words;

use std::sync::Arc;

use memchr::memrchr;

use self::name::{name_at, name_at_end, slug, trimmed};
pub(super) use self::office::past_department;
use self::words::{BEFORE_PRESIDENT, CALLED_AFTER, FIRMS, KIN};
pub(super) use self::words::{OFFICES, RANKS};
use super::context::{past_possessive, word_after, word_before};
use super::firm::goes_on_to_form;
use super::rule::Rule;
use super::signal::{OF_THE, OFFICE, RANK, ROLE_OF};
use super::sorted::around;
use super::{EntityRef, Mention};
use crate::article::Sentences;
use crate::gazetteer::{Data, Discovered};
use crate::lexicon::Lexicon;
use crate::matcher::Signalled;
use crate::span::Span;
use crate::vocabulary::{Form, Kind};
use crate::word::is_word_before;

/// How far behind a name an office may be told, in bytes.
const REACH: usize = 160;

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
        // All begin with letters of ASCII, so that their places are known.
        let mut offices: Vec<usize> = Vec::with_capacity(64);
        offices.extend(self.signalled.places(OFFICE).into_iter().flatten());
        let mut introductions = self.beside_lands(known, &offices);
        introductions.extend(offices.iter().filter_map(|&office| self.called(office)));
        introductions.extend(self.ranks().filter_map(|rank| self.ranked(rank, known)));
        introductions.sort_by_key(|introduction| (introduction.name, introduction.of.is_none()));
        let mut discoveries = Discoveries::default();
        for introduction in introductions {
            self.add(introduction, known, &mut discoveries);
        }
        self.follow(known, &mut discoveries);
        discoveries
    }

    /// Those whose office stands beside the name of its land, or bloc; `offices` says where words of offices stand.
    fn beside_lands(&self, known: &[Mention], mut offices: &[usize]) -> Vec<Introduction> {
        let mut introductions: Vec<Introduction> = Vec::new();
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
        introductions
    }

    /// "Gen. Mark Milley".
    fn ranked(&self, rank: Span, known: &[Mention]) -> Option<Introduction> {
        let name = self.unknown_at(rank.end, known)?;
        Some(Introduction { name, office: Some(trimmed(self.text, rank)), of: None })
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
            (!self.is_of_body(at, rank) && !is_word_before(self.text, at)).then_some(Span::new(at, at + rank.len()))
        })
    }

    /// Whether the rank at `at` is held in a body, or is a word of a firm's name: "Sprocket President", "General Gears Corp".
    fn is_of_body(&self, at: usize, rank: &str) -> bool {
        let Some(body) = word_before(self.text, at) else {
            return self.opens_firm(at, rank);
        };
        let written = body.of(self.text);
        // A word that opens a sentence has its capital from there.
        let is_name = || written.starts_with(char::is_uppercase) && !self.opens_sentence(body);
        FIRMS.holds(written)
            || rank == "President " && body.end + 1 == at && is_name() && !BEFORE_PRESIDENT.holds(written)
            || self.opens_firm(at, rank)
    }

    fn opens_firm(&self, at: usize, rank: &str) -> bool {
        goes_on_to_form(self.text, at + rank.len() - 1, &self.lexicon.lookalikes)
    }

    fn opens_sentence(&self, word: Span) -> bool {
        self.sentences.spans[self.sentences.at(word.start)].start == word.start
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
        let of = introduction.of.map(|index| self.data.record(index).id.to_string());
        let number = match discoveries.people.iter().position(|person| person.id == id) {
            Some(number) => {
                // The land may be told later than the name.
                let person = Arc::get_mut(&mut discoveries.people[number]).filter(|person| person.of.is_none());
                if let Some(person) = person {
                    person.of = of;
                }
                number
            }
            None => {
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
        Mention::unlisted(span, EntityRef::discovered(number as u32), form, rule, self.sentences.at(span.start))
    }
}

/// Whether the span is part of a known mention, which are sorted, or of one found in the text.
fn is_taken(span: Span, known: &[Mention], found: &[Mention]) -> bool {
    around(known, span).is_some() || found.iter().any(|mention| mention.span.overlaps(span))
}
