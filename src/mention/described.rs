//! Whom a describing noun means: of those that it fits the one that is most on the reader's mind there.
//!
//! Each is [weighed](super::standing): how lately it was named, and whether as one of whom something is told or in passing;
//! how often; whether the title or the first sentence names it; whether the article has called it so before; whether a
//! person beside the noun leads it. Where the noun stands behind words of belonging ("leave the bloc"), only those count to which the state
//! belongs. To weigh what is on the reader's mind so is after Lappin and Leass 1994; the weights were found on analyses of
//! alliances.

use memchr::memmem;
use smallvec::SmallVec;

use super::belonging::Belonging;
use super::describing::COUNTED;
use super::description::Descriptions;
use super::rule::Rule;
use super::{EntityRef, Mention};
use crate::span::Span;
use crate::vocabulary::{Form, Kind};

/// How many sentences back the entity may have been named last: for a word that many groups bear, and for a noun that
/// tells more, such as "military alliance", "the Union" or "the bloc"; and for one that the gazetteer does not list of it.
const REACH: u32 = 12;
const FAR_REACH: u32 = 40;
const NEAR_REACH: u32 = 3;

/// How many mentions are looked back over, so that time is linear in the length of an article.
const RECENT: usize = 1 << 12;

/// Groups of states by a noun that no other group bears, or seldom.
pub(super) const GROUPS: [&str; 3] = ["bloc", "alliance", "cartel"];

/// One of those that a noun fits.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// The last mention of it.
    pub(super) last: Mention,
    pub(super) times: u32,
    weight: i32,
    /// How often the article has called it so.
    pub(super) called_so: u32,
    fits: bool,
}

/// A describing noun where it stands.
#[derive(Clone, Copy)]
pub(super) struct Noun<'n> {
    pub(super) span: Span,
    /// Whom it may describe, by index.
    pub(super) describes: &'n [u32],
    /// Whether "this" or "that" points at it.
    pub(super) pointed: bool,
    /// Whether its members are counted: "the 54-nation group".
    pub(super) counted: bool,
}

impl Descriptions<'_> {
    /// The entity that is meant, of those that were named or so called before.
    pub(super) fn meant(&self, noun: Noun<'_>, named: &[Mention], found: &[Mention]) -> Option<Mention> {
        let sentence = self.sentences.at(noun.span.start) as u32;
        let before = last_of(&named[..named.partition_point(|mention| mention.span.end <= noun.span.start)]);
        let found = last_of(found);
        let mut candidates = self.candidates(noun, before, found);
        let recent = candidates.first()?.last;
        let fits = |other: &Mention| candidates.iter().any(|candidate| candidate.last.entity == other.entity);
        if let Some(other) = self.in_one_breath(&recent, before).filter(fits) {
            // Of two named in one breath ("Mercosur and the EU") neither is meant before the other.
            let one = self.own(noun.span.start, [recent.entity, other.entity])?;
            return Some(self.described(noun.span, one, Rule::Described));
        }
        candidates.retain(|candidate| self.reaches(noun, candidate, sentence, &recent));
        if let [only] = candidates[..] {
            return (!self.is_anothers(noun, &only.last, found))
                .then(|| self.described(noun.span, only.last.entity, Rule::Described));
        }
        let belonging = Belonging::before(self, noun.span);
        if let Some(belonging) = belonging
            && candidates.iter().any(|candidate| belonging.holds(self, candidate.last.entity))
        {
            candidates.retain(|candidate| belonging.holds(self, candidate.last.entity));
        }
        for candidate in &mut candidates {
            candidate.weight = self.weight(noun, candidate, sentence);
        }
        let heaviest = candidates.iter().map(|candidate| candidate.weight).max()?;
        let chosen = candidates.iter().find(|candidate| candidate.weight == heaviest)?;
        if self.is_anothers(noun, &chosen.last, found) {
            return None;
        }
        let entity = chosen.last.entity;
        let rule = match entity == recent.entity {
            true => Rule::Described,
            false if belonging.is_some() && candidates.len() == 1 => Rule::Belongs,
            false if chosen.called_so > 0 => Rule::CalledSo,
            false => Rule::Topic,
        };
        Some(self.described(noun.span, entity, rule))
    }

    /// Those whom the noun fits, the one named last first.
    fn candidates(&self, noun: Noun<'_>, before: &[Mention], found: &[Mention]) -> SmallVec<[Candidate; 8]> {
        let words = noun.span.of(self.text);
        let mut candidates: SmallVec<[Candidate; 8]> = SmallVec::new();
        // Rebels and firms are groups as well.
        let is_group = noun.counted || !COUNTED.contains(&words);
        let mut count = |mention: &Mention, called_so: bool| {
            let called_so = u32::from(called_so);
            match candidates.iter_mut().find(|candidate| candidate.last.entity == mention.entity) {
                Some(candidate) => {
                    candidate.times += 1;
                    candidate.called_so += called_so;
                    if candidate.last.span < mention.span {
                        candidate.last = *mention;
                    }
                }
                // Most are named again and again: whether the noun fits is asked once of each.
                None => {
                    let fits = mention.entity.index().is_some_and(|index| noun.describes.binary_search(&index).is_ok())
                        && (is_group || self.is_listed(noun, mention.entity));
                    candidates.push(Candidate { last: *mention, times: 1, weight: 0, called_so, fits });
                }
            }
        };
        before.iter().for_each(|mention| count(mention, false));
        for mention in found.iter().filter(|mention| mention.span.end <= noun.span.start) {
            // "the Union" is another than a union.
            let said = mention.span.of(self.text);
            let so = said == words || !words.starts_with(char::is_uppercase) && said.eq_ignore_ascii_case(words);
            count(mention, so);
        }
        candidates.retain(|candidate| candidate.fits && !self.is_compared(&candidate.last, noun.span));
        candidates.sort_unstable_by_key(|candidate| std::cmp::Reverse(candidate.last.span));
        candidates
    }

    /// Whether the noun is compared with the mention, and so is another: "Unlike the G7, the grouping".
    fn is_compared(&self, mention: &Mention, noun: Span) -> bool {
        let between = &self.text[mention.span.end..noun.start];
        let adjoining = between.starts_with(", ") && between.len() < 24;
        adjoining && self.link_before(mention).is_some_and(|word| matches!(word, "Unlike" | "unlike" | "Like" | "like"))
    }

    /// Whether the noun can still mean one who was named so long ago.
    fn reaches(&self, noun: Noun<'_>, candidate: &Candidate, sentence: u32, recent: &Mention) -> bool {
        let words = noun.span.of(self.text);
        let ago = sentence - candidate.last.sentence;
        if !self.is_listed(noun, candidate.last.entity) {
            let near = if words.eq_ignore_ascii_case("body") { 1 } else { NEAR_REACH };
            return ago <= near
                && (noun.pointed || self.opens(&candidate.last))
                && !self.is_said_between(noun, candidate)
                && !self.names_other_since(noun, &candidate.last);
        }
        let capital = words.starts_with(char::is_uppercase);
        let is_clear = words.contains([' ', '\n']) || capital || GROUPS.contains(&words);
        let reach = if is_clear { FAR_REACH } else { REACH };
        let only = capital && recent.entity == candidate.last.entity;
        (ago <= reach || candidate.called_so > 0 || only || self.opens_with(candidate.last.entity))
            && (is_clear || !self.names_other_since(noun, &candidate.last))
    }

    /// Whether the gazetteer lists the noun for the entity; else it is a word of its name, or what any group may be called.
    fn is_listed(&self, noun: Noun<'_>, entity: EntityRef) -> bool {
        let words = noun.span.of(self.text);
        entity.index().is_some_and(|index| {
            self.data.record(index).described_as.iter().any(|listed| listed.eq_ignore_ascii_case(words))
        })
    }

    /// The mentions of a sentence.
    pub(super) fn of_sentence(&self, sentence: usize) -> impl Iterator<Item = &Mention> {
        let span = self.sentences.spans[sentence];
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        self.mentions[from..].iter().take_while(move |mention| mention.span.start < span.end)
    }

    /// Whether the noun was said of somebody else since: "a terrorist organisation".
    fn is_said_between(&self, noun: Noun<'_>, candidate: &Candidate) -> bool {
        let between = self.text.get(candidate.last.span.end..noun.span.start).unwrap_or_default();
        memmem::find(between.as_bytes(), noun.span.of(self.text).as_bytes()).is_some()
    }

    /// The mention before the last one, in one breath with it: nothing but "and" stands between.
    fn in_one_breath(&self, last: &Mention, before: &[Mention]) -> Option<Mention> {
        let number = before.partition_point(|mention| mention.span < last.span);
        let other = before.get(..number)?.last().filter(|other| other.sentence == last.sentence)?;
        let between = self.text.get(other.span.end..last.span.start)?;
        let joined = between.split_whitespace().all(|word| matches!(word, "and" | "or" | "the" | "," | "&" | "both"));
        (other.entity != last.entity && joined).then_some(*other)
    }

    /// The one of two blocs to which all states belong that the sentence names before the place.
    fn own(&self, at: usize, blocs: [EntityRef; 2]) -> Option<EntityRef> {
        let states: Vec<u32> = self
            .of_sentence(self.sentences.at(at))
            .take_while(|mention| mention.span.end <= at)
            .filter_map(|mention| mention.entity.index())
            .filter(|&index| self.data.record(index).kind == Kind::State)
            .collect();
        let mut of_all = blocs.into_iter().filter(|&bloc| states.iter().all(|&state| self.belongs(state, bloc)));
        let one = of_all.next().filter(|_| !states.is_empty())?;
        of_all.next().is_none().then_some(one)
    }

    /// The only one that is so described on that date, which the reader knows unnamed.
    pub(super) fn only(&self, describes: &[u32], noun: Span) -> Option<Mention> {
        let &[index] = describes else { return None };
        let period = &self.data.record(index).period;
        self.date
            .is_none_or(|date| period.holds_on(date))
            .then(|| self.described(noun, EntityRef::listed(index), Rule::OnlyDescribed))
    }

    fn described(&self, noun: Span, entity: EntityRef, rule: Rule) -> Mention {
        Mention::unlisted(noun, entity, Form::Description, rule, self.sentences.at(noun.start))
    }
}

/// The last of them.
fn last_of(mentions: &[Mention]) -> &[Mention] {
    &mentions[mentions.len().saturating_sub(RECENT)..]
}
