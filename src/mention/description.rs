//! Describing nouns that stand for the one bloc that the context means: "the bloc", "the military alliance".

use memchr::{memchr_iter, memmem};

use super::Mention;
use super::context::{word_after, word_before};
use super::described::{GROUPS, Noun};
use super::named_thing::is_headline;
use super::rule::Rule;
use super::signal::{DESCRIPTION, HYPHEN_AFTER};
use super::sorted::around;
use crate::article::Sentences;
use crate::date::PartialDate;
use crate::gazetteer::Data;
use crate::matcher::{Matcher, Signalled};
use crate::span::Span;
use crate::vocabulary::{Form, Kind};
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

/// How many words may stand between the article and the noun.
const MODIFIERS: usize = 3;

impl Descriptions<'_> {
    /// The descriptions that the sorted mentions explain.
    pub(super) fn find(&self) -> Vec<Mention> {
        let mentions = self.mentions;
        let described =
            |mention: &&Mention| mention.entity.index().is_some_and(|index| self.data.described.contains(index));
        let mut named: Vec<Mention> = Vec::with_capacity(mentions.len() / 2);
        named.extend(mentions.iter().filter(described));
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
            let pointed = written.starts_with(['T', 't']) && !written.ends_with('e');
            self.noun_after(article.end, pointed, named, found);
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
                let describes = self.nouns.numbers(hit.spelling);
                found.extend(self.meant(
                    Noun { span: hit.span, describes, pointed: false, counted: false },
                    named,
                    found,
                ));
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
            self.noun_after(joined + led.len(), false, named, found);
        }
    }

    /// The noun that stands there, with what modifies it.
    fn noun_after(&self, from: usize, pointed: bool, named: &[Mention], found: &mut Vec<Mention>) {
        let mut at = from;
        let mut first = None;
        let mut counted = false;
        let mut central = false;
        for _ in 0..=MODIFIERS {
            let Some(word) = word_after(self.text, at) else { return };
            // "the Central American bank", but "the Central Bank".
            let is_central = std::mem::replace(&mut central, word.of(self.text) == "Central");
            if leads(word.of(self.text)) {
                first = first.or(Some(word.start));
                at = word.end;
                continue;
            }
            // "the West African bloc": the noun is "bloc".
            let is_proper = word.of(self.text).starts_with(char::is_uppercase) && modifies(word.of(self.text));
            if let Some(hit) = self.nouns.longest_at(self.text, word.start).filter(|_| !is_proper) {
                if is_central {
                    return;
                }
                let followed_by_name = word_after(self.text, hit.span.end)
                    .is_some_and(|next| next.of(self.text).starts_with(char::is_uppercase))
                    && !is_headline(self.text, hit.span);
                // "the Russian-led alliance", "the West African bloc": where that is listed, it says more than the noun.
                let whole = first.and_then(|start| self.nouns.longest_at(self.text, start));
                let whole = whole.filter(|whole| whole.span.end == hit.span.end).unwrap_or(hit);
                let noun = |describes| Noun { span: hit.span, describes, pointed, counted };
                let describes = self.nouns.numbers(whole.spelling);
                let only = || (whole.span != hit.span).then(|| self.only(describes, hit.span))?;
                let meant = match self.is_general(hit.span) {
                    true => None,
                    false => self.meant(noun(describes), named, found).or_else(only),
                };
                if followed_by_name || meant.is_some() || !counts(word.of(self.text)) {
                    found.extend(meant.filter(|_| !followed_by_name));
                    return;
                }
                // "the seven-nation bloc", of one that is called so elsewhere with another number.
            } else if !modifies(word.of(self.text)) {
                return;
            }
            first = first.or(Some(word.start));
            counted |= counts(word.of(self.text));
            at = word.end;
        }
    }

    /// Whether the words behind the noun say which one is meant: "the union of dockers", "the alliance with Moscow".
    fn is_general(&self, noun: Span) -> bool {
        let ends = |word: &str| noun.of(self.text).ends_with(word);
        word_after(self.text, noun.end).is_some_and(|next| match next.of(self.text) {
            "of" | "between" | "among" => true,
            // "the Alliance for the Future of Kosovo": a party.
            "for" => noun.of(self.text).starts_with(char::is_uppercase),
            "led" => self.is_led_by_another(next.end),
            "with" => ends("alliance") || ends("union") || ends("partnership") || ends("pact"),
            _ => false,
        })
    }

    /// "the bloc led by Ms Berg": not by a state.
    fn is_led_by_another(&self, at: usize) -> bool {
        let Some(by) = word_after(self.text, at).filter(|word| word.of(self.text) == "by") else { return false };
        word_after(self.text, by.end).is_some_and(|word| {
            let known = around(self.mentions, word).and_then(|mention| mention.entity.index());
            word.of(self.text).starts_with(char::is_uppercase)
                && known.is_none_or(|index| self.data.record(index).kind == Kind::Leader)
        })
    }

    /// "the CSTO military alliance": the noun that the name itself introduces.
    fn after_name(&self, mention: &Mention, found: &mut Vec<Mention>) {
        let Some(word) = word_after(self.text, mention.span.end) else { return };
        let Some(hit) = self.nouns.longest_at(self.text, word.start) else { return };
        let index = mention.entity.index();
        if self.nouns.numbers(hit.spelling).iter().any(|&number| Some(number) == index) {
            let sentence = mention.sentence as usize;
            found.push(Mention::unlisted(hit.span, mention.entity, Form::Description, Rule::Described, sentence));
        }
    }
}

/// Words behind which "that" points at a noun and begins no clause.
#[rustfmt::skip]
static POINTING: WordList<64> = WordList::new(&[
    "against", "as", "at", "between", "by", "for", "from", "in", "inside", "into", "joined", "left", "of", "on", "outside", "over",
    "quit", "through", "to", "towards", "under", "with", "within", "without",
]);

/// Whether the word points at one of which the reader knows.
pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "this" | "This" | "that" | "That")
}

/// Words before such a noun that speak of several of its members.
#[rustfmt::skip]
static COUNTING: WordList<64> = WordList::new(&[
    "all", "among", "between", "by", "certain", "every", "fellow", "five", "for", "founding", "four", "from", "individual", "many",
    "most", "new", "newer", "of", "older", "other", "poorer", "remaining", "richer", "several", "smaller", "some", "three", "to",
    "two", "urged", "with",
]);

/// Whether the word may stand between the article and the noun without making it another's: "27-nation", "Russia-led",
/// "Western", "regional".
pub(super) fn modifies(word: &str) -> bool {
    #[rustfmt::skip]
    static WORDS: WordList<256> = WordList::new(&[
        "African", "American", "Andean", "Arab", "Asian", "Atlantic", "Balkan", "Baltic", "Brussels-based", "Caribbean", "Central",
        "East", "Eurasian", "European", "Gulf", "Islamic", "Latin", "Maghreb", "Melanesian", "Muslim", "Nordic", "Pacific", "Sahel",
        "Sahelian", "South", "South-East", "Southeast", "Southern", "Turkic", "U.S.-led", "US-led", "West", "Western", "ageing",
        "ailing", "ambitious", "beleaguered", "broader", "cash-strapped", "consensus-based", "continental", "cumbersome", "current",
        "defence", "defensive", "defense", "divided", "economic", "embattled", "emerging-market", "enlarged", "entire", "exclusive", "expanded",
        "expanding", "fledgling", "fractious", "fractured", "fragile", "global", "growing", "human-rights", "influential",
        "inter-American", "intergovernmental", "larger", "loose", "military", "moribund", "much-maligned", "nascent",
        "newly-formed", "oil-exporting", "oil-producing", "oil-rich", "once-powerful", "original", "pan-African", "pan-American",
        "pan-Arab", "pan-Asian", "pan-European", "pan-Islamic", "political", "post-Soviet", "powerful", "present", "proposed",
        "regional", "rich-country", "rival", "same", "secretive", "security", "slow-moving", "sprawling", "squabbling",
        "sub-regional", "subregional", "surviving", "toothless", "trading", "transatlantic", "unified", "unwieldy", "venerable",
        "weakened", "whole", "wider", "world",
    ]);
    WORDS.holds(word) || counts(word)
}

/// Whether the word says who leads it or where it sits, which may hold a name: "Russia-led".
pub(super) fn leads(word: &str) -> bool {
    ["-led", "-Led", "-dominated", "-based"].iter().any(|suffix| word.ends_with(suffix))
}

/// Whether the word says how many belong: "27-nation".
fn counts(word: &str) -> bool {
    ["-nation", "-member", "-state", "-country", "-strong"].iter().any(|suffix| word.ends_with(suffix))
}
