//! Whom a describing noun means: who was named last of those it fits, whom the title names, whom the article has called so.

use super::description::Descriptions;
use super::rule::Rule;
use super::{EntityRef, Mention};
use crate::matcher::Signal;
use crate::span::Span;
use crate::vocabulary::{Form, Kind, Status};

/// How many sentences back the entity may have been named last: for a word that many groups bear, and for a noun that
/// tells more, such as "military alliance", "the Union" or "the bloc".
const REACH: u32 = 12;
const FAR_REACH: u32 = 40;

/// How many sentences after its last naming a bloc is no longer on the reader's mind before one that is called so throughout.
const LONG_AGO: u32 = 4;

/// How many mentions are looked back over, so that time is linear in the length of an article.
const RECENT: usize = 1 << 12;

/// Groups of states by a noun that no other group bears, or seldom.
pub(super) const GROUPS: [&str; 3] = ["bloc", "alliance", "cartel"];

impl Descriptions<'_> {
    /// Whether nothing but "and" stands between two mentions.
    fn in_one_breath(&self, first: &Mention, second: &Mention) -> bool {
        let between = &self.text[first.span.end..second.span.start];
        between.split_whitespace().all(|word| matches!(word, "and" | "or" | "the" | "," | "&" | "both"))
    }

    /// The entity that was named last of those that the noun describes, where one was.
    pub(super) fn meant(&self, noun: Span, describes: &[u32], named: &[Mention], found: &[Mention]) -> Option<Mention> {
        let sentence = self.sentences.at(noun.start) as u32;
        let before = last_of(&named[..named.partition_point(|mention| mention.span.end <= noun.start)]);
        let found = last_of(found);
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
        let topic =
            || named.iter().take_while(|mention| mention.sentence == 0).find(fits).map(|it| (it.entity, Rule::Topic));
        let called_so = |times: usize| self.called_so(noun, found, times).map(|entity| (entity, Rule::CalledSo));
        let last_named = (last.entity, Rule::Described);
        // "the Partnership", of the only one so called, wherever it was named.
        let only =
            || (capital && before.iter().filter(fits).all(|one| one.entity == last.entity)).then_some(last_named);
        let (entity, rule) = match other.filter(|other| self.in_one_breath(other, last)) {
            _ if ago > reach => topic().or_else(|| called_so(1)).or_else(only)?,
            // Of two named in one breath ("Mercosur and the EU") neither is meant before the other.
            Some(other) => (self.own(noun.start, [last.entity, other.entity])?, Rule::Described),
            None if tells_more && ago >= LONG_AGO => called_so(2).unwrap_or(last_named),
            None if ago > 1 => {
                topic().filter(|&(topic, _)| times(topic) > 2 * times(last.entity)).unwrap_or(last_named)
            }
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

    /// The only one that is so described on that date, which the reader knows unnamed.
    pub(super) fn only(&self, describes: &[u32], noun: Span) -> Option<Mention> {
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
}

/// The last of them.
fn last_of(mentions: &[Mention]) -> &[Mention] {
    &mentions[mentions.len().saturating_sub(RECENT)..]
}
