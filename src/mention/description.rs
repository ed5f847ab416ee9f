//! Describing nouns that stand for the one bloc that the context means: "the bloc", "the military alliance".

use memchr::{memchr_iter, memmem};

use super::context::{word_after, word_before};
use super::named_thing::is_headline;
use super::resolve::around;
use super::rule::Rule;
use super::signal::{DESCRIPTION, HYPHEN_AFTER};
use super::{EntityRef, Mention};
use crate::article::Sentences;
use crate::date::PartialDate;
use crate::gazetteer::Data;
use crate::matcher::{Matcher, Signal, Signalled};
use crate::span::Span;
use crate::vocabulary::{Form, Kind, Status};
use crate::word::WordList;

/// The descriptions of one article.
pub(super) struct Descriptions<'r> {
    pub(super) data: &'r Data,
    /// The describing nouns of all blocs; a pattern's number is the bloc's index.
    pub(super) nouns: &'r Matcher,
    pub(super) signalled: &'r Signalled,
    pub(super) text: &'r str,
    pub(super) sentences: &'r Sentences,
    pub(super) date: Option<PartialDate>,
    /// All that the article names, sorted.
    pub(super) mentions: &'r [Mention],
}

/// How many sentences back the entity may have been named last: for a word that many groups bear, and for a noun that
/// tells more, such as "military alliance", "the Union" or "the bloc".
const REACH: u32 = 12;
const FAR_REACH: u32 = 40;

/// How many sentences after its last naming a bloc is no longer on the reader's mind before one that is called so throughout.
const LONG_AGO: u32 = 4;

/// How many words may stand between the article and the noun.
const MODIFIERS: usize = 3;

impl Descriptions<'_> {
    /// The descriptions that the sorted mentions explain.
    pub(super) fn find(&self) -> Vec<Mention> {
        let mentions = self.mentions;
        let described = |mention: &&Mention| {
            mention.entity.index().is_some_and(|index| !self.data.record(index).described_as.is_empty())
        };
        let named: Vec<Mention> = mentions.iter().filter(described).copied().collect();
        let Some(first) = named.first() else { return Vec::new() };
        let mut found: Vec<Mention> = Vec::new();
        let from = first.span.end;
        self.after_articles(from, &named, &mut found);
        for at in memmem::find_iter(&self.text.as_bytes()[from..], " member").map(|at| from + at) {
            self.before_members(at, &named, &mut found);
        }
        for mention in named.iter().filter(|mention| mention.beside.meets(DESCRIPTION)) {
            self.after_name(mention, &mut found);
        }
        for mention in mentions.iter().filter(|mention| mention.beside.meets(HYPHEN_AFTER)) {
            self.after_leader(mention, &named, &mut found);
        }
        found.sort_by_key(|mention| mention.span);
        found.dedup_by(|b, a| a.span.overlaps(b.span));
        found.retain(|mention| around(mentions, mention.span).is_none());
        found
    }

    /// The descriptions behind an article that stands up to three words before a describing noun.
    fn after_articles(&self, from: usize, named: &[Mention], found: &mut Vec<Mention>) {
        let Some(nouns) = self.signalled.places(DESCRIPTION) else {
            for space in memchr_iter(b' ', &self.text.as_bytes()[from..]) {
                if let Some(word) = word_before(self.text, from + space + 1) {
                    self.after_article(word, from, named, found);
                }
            }
            return;
        };
        let mut last = 0;
        for noun in nouns.filter(|&noun| noun > from) {
            let mut at = noun;
            for _ in 0..=MODIFIERS {
                let Some(word) = word_before(self.text, at) else { break };
                let written = word.of(self.text);
                if is_article(written) {
                    // Two nouns may stand behind one article.
                    if last < word.end && self.nouns.longest_at(self.text, noun).is_some() {
                        last = word.end;
                        self.after_article(word, from, named, found);
                    }
                    break;
                }
                if !modifies(written) && !leads(written) {
                    break;
                }
                at = word.start;
            }
        }
    }

    /// "the [27-nation] [regional] bloc", "this bloc", "left that bloc".
    fn after_article(&self, article: Span, from: usize, named: &[Mention], found: &mut Vec<Mention>) {
        let written = article.of(self.text);
        if article.start < from || !is_article(written) {
            return;
        }
        // "said that alliance with Moscow": there it begins a clause.
        let points =
            || word_before(self.text, article.start).is_some_and(|before| POINTING.holds(before.of(self.text)));
        if !written.ends_with("hat") || points() {
            self.noun_after(article.end, named, found);
        }
    }

    /// "among security bloc members", "other alliance members": without an article.
    fn before_members(&self, end: usize, named: &[Mention], found: &mut Vec<Mention>) {
        let mut start = end + 1;
        for _ in 0..2 {
            let Some(word) = word_before(self.text, start) else { return };
            start = word.start;
            let Some(hit) = self.nouns.longest_at(self.text, start).filter(|hit| hit.span.end == end) else { continue };
            let Some(before) = word_before(self.text, start) else { return };
            if GROUPS.iter().any(|noun| hit.span.of(self.text).ends_with(noun)) && COUNTING.holds(before.of(self.text))
            {
                found.extend(self.meant(hit.span, self.nouns.numbers(hit.spelling), named, found));
            }
        }
    }

    /// "Moscow-Led Security Bloc", also without an article.
    fn after_leader(&self, leader: &Mention, named: &[Mention], found: &mut Vec<Mention>) {
        if self.text.as_bytes().get(leader.span.end) != Some(&b'-') {
            return;
        }
        let joined = leader.span.end + 1;
        let led = ["led", "Led", "dominated", "backed"].into_iter().find(|word| self.text[joined..].starts_with(word));
        if let Some(led) = led {
            self.noun_after(joined + led.len(), named, found);
        }
    }

    /// The noun that stands there, with what modifies it.
    fn noun_after(&self, from: usize, named: &[Mention], found: &mut Vec<Mention>) {
        let mut at = from;
        let mut led = None;
        for _ in 0..=MODIFIERS {
            let Some(word) = word_after(self.text, at) else { return };
            if leads(word.of(self.text)) {
                led = led.or(Some(word.start));
                at = word.end;
                continue;
            }
            if let Some(hit) = self.nouns.longest_at(self.text, word.start) {
                let followed_by_name = word_after(self.text, hit.span.end)
                    .is_some_and(|next| next.of(self.text).starts_with(char::is_uppercase))
                    && !is_headline(self.text, hit.span);
                // "the Russian-led alliance": where that is listed, it says more than the noun.
                let led = led.and_then(|start| self.nouns.longest_at(self.text, start));
                let whole = led.filter(|led| led.span.end == hit.span.end).unwrap_or(hit);
                let describes = self.nouns.numbers(whole.spelling);
                let only = || (whole.span != hit.span).then(|| self.only(describes, hit.span))?;
                let meant = self.meant(hit.span, describes, named, found).or_else(only);
                if followed_by_name || meant.is_some() || !counts(word.of(self.text)) {
                    found.extend(meant.filter(|_| !followed_by_name));
                    return;
                }
                // "the seven-nation bloc", of one that is called so elsewhere with another number.
            } else if !modifies(word.of(self.text)) {
                return;
            }
            at = word.end;
        }
    }

    /// The only one that is so described on that date, which the reader knows unnamed.
    fn only(&self, describes: &[u32], noun: Span) -> Option<Mention> {
        let &[index] = describes else { return None };
        let period = &self.data.record(index).period;
        self.date
            .is_none_or(|date| period.holds_on(date))
            .then(|| self.described(noun, EntityRef::listed(index), Rule::OnlyDescribed))
    }

    fn described(&self, noun: Span, entity: EntityRef, rule: Rule) -> Mention {
        Mention {
            span: noun,
            entity,
            form: Form::Description,
            sentence: self.sentences.at(noun.start) as u32,
            rule,
            alias: None,
            beside: Signal::ALL,
        }
    }

    /// "the CSTO military alliance": the noun that the name itself introduces.
    fn after_name(&self, mention: &Mention, found: &mut Vec<Mention>) {
        let Some(word) = word_after(self.text, mention.span.end) else { return };
        let Some(hit) = self.nouns.longest_at(self.text, word.start) else { return };
        let index = mention.entity.index();
        if self.nouns.numbers(hit.spelling).iter().any(|&number| Some(number) == index) {
            found.push(Mention {
                span: hit.span,
                form: Form::Description,
                rule: Rule::Described,
                alias: None,
                beside: Signal::ALL,
                ..*mention
            });
        }
    }

    /// Whether nothing but "and" stands between two mentions.
    fn in_one_breath(&self, first: &Mention, second: &Mention) -> bool {
        let between = &self.text[first.span.end..second.span.start];
        between.split_whitespace().all(|word| matches!(word, "and" | "or" | "the" | "," | "&" | "both"))
    }

    /// The entity that was named last of those that the noun describes, where one was.
    fn meant(&self, noun: Span, describes: &[u32], named: &[Mention], found: &[Mention]) -> Option<Mention> {
        let sentence = self.sentences.at(noun.start) as u32;
        let before = &named[..named.partition_point(|mention| mention.span.end <= noun.start)];
        let fits = |mention: &&Mention| mention.entity.index().is_some_and(|index| describes.contains(&index));
        let mut fitting = before.iter().rev().filter(fits);
        let last = fitting.next()?;
        let other = fitting.next().filter(|other| other.entity != last.entity && other.sentence == last.sentence);
        let words = noun.of(self.text);
        let tells_more = words.contains([' ', '\n']);
        let capital = words.starts_with(char::is_uppercase);
        let is_clear = tells_more || capital || GROUPS.contains(&words);
        let reach = if is_clear { FAR_REACH } else { REACH };
        let ago = sentence - last.sentence;
        let times = |entity: EntityRef| {
            [before, found].into_iter().flatten().filter(|mention| mention.entity == entity).count()
        };
        let topic = || before.iter().take_while(|mention| mention.sentence == 0).find(fits).map(|topic| topic.entity);
        let topic =
            |passes: &dyn Fn(EntityRef) -> bool| topic().filter(|&topic| passes(topic)).map(|it| (it, Rule::Topic));
        let called_so = |times: usize| self.called_so(noun, found, times).map(|entity| (entity, Rule::CalledSo));
        let last_named = (last.entity, Rule::Described);
        // "the Partnership", of the only one so called, wherever it was named.
        let only =
            || (capital && before.iter().filter(fits).all(|one| one.entity == last.entity)).then_some(last_named);
        let (entity, rule) = match other.filter(|other| self.in_one_breath(other, last)) {
            _ if ago > reach => topic(&|_| true).or_else(|| called_so(1)).or_else(only)?,
            // Of two named in one breath ("Mercosur and the EU") neither is meant before the other.
            Some(other) => (self.own(noun.start, [last.entity, other.entity])?, Rule::Described),
            None if tells_more && ago >= LONG_AGO => called_so(2).unwrap_or(last_named),
            None if ago > 1 => topic(&|topic| times(topic) > 2 * times(last.entity)).unwrap_or(last_named),
            None => last_named,
        };
        Some(self.described(noun, entity, rule))
    }

    /// Whom the article has called by the noun before, so many times at least and nobody else.
    fn called_so(&self, noun: Span, found: &[Mention], times: usize) -> Option<EntityRef> {
        let words = noun.of(self.text);
        let mut earlier = found
            .iter()
            .filter(|mention| mention.span.end <= noun.start && mention.span.of(self.text).eq_ignore_ascii_case(words));
        let first = earlier.next()?.entity;
        let others = earlier.try_fold(1, |count, mention| (mention.entity == first).then_some(count + 1))?;
        (others >= times).then_some(first)
    }

    /// The one of two blocs to which all states belong that the sentence names before the place.
    fn own(&self, at: usize, blocs: [EntityRef; 2]) -> Option<EntityRef> {
        let sentence = self.sentences.spans[self.sentences.at(at)];
        let from = self.mentions.partition_point(|mention| mention.span.start < sentence.start);
        let states: Vec<u32> = self.mentions[from..]
            .iter()
            .take_while(|mention| mention.span.end <= at)
            .filter_map(|mention| mention.entity.index())
            .filter(|&index| self.data.record(index).kind == Kind::State)
            .collect();
        let belongs = |bloc: &EntityRef, state: u32| {
            bloc.index().is_some_and(|bloc| {
                self.data.record(bloc).members.iter().any(|spell| {
                    spell.entity == state
                        && spell.status == Status::Member
                        && self.date.is_none_or(|date| spell.period.holds_on(date))
                })
            })
        };
        let mut of_all = blocs.into_iter().filter(|bloc| states.iter().all(|&state| belongs(bloc, state)));
        let one = of_all.next().filter(|_| !states.is_empty())?;
        of_all.next().is_none().then_some(one)
    }
}

/// Words behind which "that" points at a noun and begins no clause.
#[rustfmt::skip]
static POINTING: WordList<64> = WordList::new(&[
    "against", "as", "at", "between", "by", "for", "from", "in", "inside", "into", "joined", "left", "of", "on", "outside", "over",
    "quit", "through", "to", "towards", "under", "with", "within", "without",
]);

/// Whether the word points at one of which the reader knows.
fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "this" | "This" | "that" | "That")
}

/// Groups of states by a noun that no other group bears, or seldom.
const GROUPS: [&str; 3] = ["bloc", "alliance", "cartel"];

/// Words before such a noun that speak of several of its members.
#[rustfmt::skip]
static COUNTING: WordList<64> = WordList::new(&[
    "all", "among", "between", "by", "certain", "every", "fellow", "five", "for", "founding", "four", "from", "individual", "many",
    "most", "new", "newer", "of", "older", "other", "poorer", "remaining", "richer", "several", "smaller", "some", "three", "to",
    "two", "urged", "with",
]);

/// Whether the word may stand between the article and the noun without making it another's: "27-nation", "Russia-led",
/// "Western", "regional".
fn modifies(word: &str) -> bool {
    static WORDS: WordList<128> = WordList::new(&[
        "African",
        "American",
        "Arab",
        "Asian",
        "Atlantic",
        "Brussels-based",
        "Caribbean",
        "Central",
        "Eurasian",
        "European",
        "Gulf",
        "Islamic",
        "Latin",
        "Pacific",
        "South",
        "Southeast",
        "West",
        "Western",
        "Turkic",
        "ailing",
        "ambitious",
        "current",
        "defence",
        "defense",
        "enlarged",
        "entire",
        "fledgling",
        "fractious",
        "fragile",
        "intergovernmental",
        "loose",
        "moribund",
        "nascent",
        "original",
        "present",
        "proposed",
        "unified",
        "whole",
        "expanded",
        "powerful",
        "post-Soviet",
        "same",
        "wider",
        "continental",
        "regional",
        "global",
        "world",
        "economic",
        "military",
        "political",
        "rival",
        "security",
        "transatlantic",
        "US-led",
        "U.S.-led",
        "East",
    ]);
    WORDS.holds(word) || counts(word)
}

/// Whether the word says who leads it or where it sits, which may hold a name: "Russia-led".
fn leads(word: &str) -> bool {
    ["-led", "-Led", "-dominated", "-based"].iter().any(|suffix| word.ends_with(suffix))
}

/// Whether the word says how many belong: "27-nation".
fn counts(word: &str) -> bool {
    ["-nation", "-member", "-state", "-country", "-strong"].iter().any(|suffix| word.ends_with(suffix))
}

/// The patterns of all describing nouns.
pub(crate) fn nouns(data: &Data) -> impl Iterator<Item = (&str, u32)> {
    (0u32..).zip(&data.records).flat_map(|(index, record)| record.described_as.iter().map(move |noun| (&**noun, index)))
}
