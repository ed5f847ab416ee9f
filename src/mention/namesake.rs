//! Names of lands that are somebody's or something else's: "Michael Jordan", "and The Australian said", "the University of
//! Kentucky (UK)". What an article so introduces bears the name alone afterwards.

use super::context::{is_name_like, word_after, word_before};
use super::language;
use super::named_thing::is_headline;
use super::person;
use super::resolve::{Open, Resolver};
use super::rule::Reason;
use super::signal::{BRACKET_BEFORE, LINK_AFTER, LINK_BEFORE, MATCH_AFTER, MATCH_BEFORE, SPOKEN_BEFORE, THE};
use super::spelling::{Class, GIVEN_NAME, MAYBE_SURNAME, meant_first};
use super::sport;
use crate::gazetteer::Alias;
use crate::lexicon::Title;
use crate::matcher::{Hit, Signal};
use crate::span::Span;
use crate::vocabulary::Form;
use crate::word::folded;

/// Beside what a demonym may be a language, or a newspaper.
const LANGUAGE: Signal = SPOKEN_BEFORE.and(THE).and(LISTED);
const LISTED: Signal = LINK_BEFORE.and(LINK_AFTER).and(Signal::MARK_BEFORE).and(Signal::MARK_AFTER);

/// Spellings that the article uses for somebody or something else, each with the place from which on it does.
#[derive(Default)]
pub(super) struct Namesakes(Vec<(u32, usize)>);

impl Namesakes {
    pub(super) fn learn(&mut self, hit: Hit) {
        if !self.hold(hit) {
            self.0.push((hit.spelling, hit.span.start));
        }
    }

    fn hold(&self, hit: Hit) -> bool {
        self.0.iter().any(|&(spelling, from)| spelling == hit.spelling && from < hit.span.start)
    }
}

impl Resolver<'_> {
    /// Whether a name is somebody's or something else's here: a state's or capital's a person's or a side's, a demonym a
    /// language, an abbreviation another body's.
    pub(super) fn namesake(&self, candidate: &Open, namesakes: &mut Namesakes) -> Option<Reason> {
        let beside = candidate.hit.beside;
        let class = match candidate.barred {
            0 => candidate.spelling.class,
            _ => Class::of(self.meant_first(candidate)),
        };
        match class {
            Class::Demonym => beside.meets(LANGUAGE).then(|| self.language(candidate))?,
            Class::Abbreviation => {
                // In brackets it may be explained.
                let may_be = beside.meets(BRACKET_BEFORE) || namesakes.hold(candidate.hit);
                may_be.then(|| self.other_body(candidate, namesakes))?
            }
            Class::Place => {
                let may_play = beside.meets(MATCH_BEFORE.and(MATCH_AFTER));
                let sentence = self.sentences.spans[candidate.sentence as usize];
                if may_play && sport::is_meant(self.text, candidate.hit.span, sentence) {
                    return Some(Reason::Lookalike);
                }
                let may_be = beside.meets(Signal::CAPITAL_BEFORE)
                    || candidate.spelling.is(MAYBE_SURNAME)
                    || namesakes.hold(candidate.hit);
                may_be.then(|| self.person(candidate, namesakes))?
            }
            Class::Other => None,
        }
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
    fn other_body(&self, candidate: &Open, namesakes: &mut Namesakes) -> Option<Reason> {
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
    fn person(&self, candidate: &Open, namesakes: &mut Namesakes) -> Option<Reason> {
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
        let guarded = alias.guards.iter().any(|&guard| &*self.data.guards[usize::from(guard)].id == GIVEN_NAME);
        let goes_on = || {
            person::goes_on(self.text, span, self.lexicon, |_| false)
                && word_after(self.text, span.end).is_some_and(|word| self.is_surname_at(word, alias.entity))
        };
        // "The Kenya Certificate" is nobody.
        let alone = !before.is_some_and(|word| matches!(word.of(self.text), "the" | "The" | "a" | "A" | "an" | "An"));
        if given || addressed || alone && (guarded || titled) && goes_on() {
            namesakes.learn(candidate.hit);
            return Some(Reason::OtherPerson);
        }
        // "in Jordan" is the land still.
        let placed = before
            .is_some_and(|word| matches!(word.of(self.text), "in" | "of" | "to" | "from" | "with" | "near" | "across"));
        (namesakes.hold(candidate.hit) && !placed).then_some(Reason::OtherPerson)
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

    /// Whether the article explains an abbreviation as something else: "the University of Kentucky (UK)".
    fn is_explained_otherwise(&self, span: Span, entity: u32) -> bool {
        let Some(ahead) = self.text[..span.start].strip_suffix(" (") else { return false };
        if !self.text[span.end..].starts_with(')') {
            return false;
        }
        // From the last letter to the first, each word with a capital stands for one.
        let mut start = ahead.len();
        for letter in span.of(self.text).chars().rev().filter(|c| c.is_alphanumeric()) {
            let word = loop {
                let Some(word) = word_before(ahead, start).or_else(|| last_word(ahead, start)) else { return false };
                start = word.start;
                if !matches!(word.of(ahead), "of" | "the" | "and" | "for" | "in" | "on") {
                    break word;
                }
            };
            if !word.of(ahead).starts_with(letter) {
                return false;
            }
        }
        // An expansion that shares a word with a name of the entity is one more of its names: "International Labor Office".
        let own = self.data.aliases_of(entity);
        !ahead[start..].split_whitespace().any(|word| {
            word.len() > 3 && own.iter().any(|alias| alias.text.split(' ').any(|part| part.eq_ignore_ascii_case(word)))
        })
    }
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
    let goes_on = ahead.strip_suffix(' ').is_some_and(|ahead| ahead.ends_with(|c: char| c == ',' || c.is_lowercase()));
    let next = word_after(text, span.end);
    goes_on && !is_headline(text, span) && next.is_none_or(|word| word.of(text).starts_with(char::is_lowercase))
}
