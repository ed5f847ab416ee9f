//! Who is named beside whom.

use std::ops::Range;

use super::{Evidence, RelationKind, Relations, Window};
use crate::article::Sentences;
use crate::mention::{Mention, Mentions};
use crate::span::Span;
use crate::word::count_words;

/// Whom a mention names, and where it stands, counted in words.
#[derive(Clone, Copy)]
struct Place {
    mention: u32,
    entity: u32,
    /// How many words stand before it, and how many before what follows it.
    first: u32,
    after: u32,
}

/// Two mentions of different entities in one window.
#[derive(Clone, Copy, Default)]
struct Pair {
    /// The entities, by number: the lower one, which has the smaller id, and the higher one.
    source: u32,
    target: u32,
    /// The window, by number.
    window: u32,
    /// The words between.
    distance: u32,
    /// The mentions of source and target, by number.
    mentions: [u32; 2],
}

/// The pairs of an article, as they are gathered: window by window.
struct Pairs<'p> {
    mentions: &'p [Mention],
    /// How many entities the article names.
    entities: usize,
    places: Vec<Place>,
    /// Of each window, by number: where it begins and ends.
    windows: Vec<Span>,
    all: Vec<Pair>,
    /// Of the window that is gathered, the last mention of each entity.
    last: Vec<Place>,
}

/// Adds the co-occurrences of an article's mentions, by source and target.
pub(crate) fn co_occurrences(
    text: &str,
    found: &Mentions,
    sentences: &Sentences,
    window: Window,
    relations: &mut Relations,
) {
    let mentions = &*found.all;
    let mut pairs = Pairs {
        mentions,
        entities: found.named.entities().len(),
        places: places_in_words(text, found, window),
        windows: Vec::with_capacity(mentions.len() / 2),
        all: Vec::with_capacity(mentions.len() * 2),
        last: Vec::with_capacity(mentions.len().min(16)),
    };
    match window {
        Window::Sentences(count) => {
            let count = count.get() as usize;
            // A window of several sentences begins at each sentence; the last ones, which hold no more than the one
            // before them does, are left out.
            let windows = sentences.spans.len().saturating_sub(count - 1).max(1).min(sentences.spans.len());
            let sentence = |mention: &Mention| mention.sentence as usize;
            let (mut number, mut first, mut last) = (0, 0, 0);
            while let Some(next) = mentions.get(first) {
                // Windows before this one hold no mention.
                number = number.max((sentence(next) + 1).saturating_sub(count));
                if number >= windows {
                    break;
                }
                let end = (number + count).min(sentences.spans.len());
                while mentions.get(last).is_some_and(|mention| sentence(mention) < end) {
                    last += 1;
                }
                if last - first > 1 {
                    pairs.gather(first..last, Span::new(sentences.spans[number].start, sentences.spans[end - 1].end));
                }
                number += 1;
                while mentions.get(first).is_some_and(|mention| sentence(mention) < number) {
                    first += 1;
                }
            }
        }
        Window::Paragraph => {
            let paragraph = |mention: &Mention| sentences.paragraphs[mention.sentence as usize];
            let mut first = 0;
            for group in mentions.chunk_by(|a, b| paragraph(a) == paragraph(b)) {
                let range = first..first + group.len();
                first = range.end;
                let number = paragraph(&group[0]);
                let start = sentences.paragraphs.partition_point(|&other| other < number);
                let end = sentences.paragraphs.partition_point(|&other| other <= number);
                pairs.gather(range, Span::new(sentences.spans[start].start, sentences.spans[end - 1].end));
            }
        }
        Window::Article => pairs.gather(0..mentions.len(), Span::new(0, text.len())),
        Window::Tokens(count) => {
            let mut last = 0;
            for first in 0..mentions.len() {
                last = last.max(first + 1);
                let paragraph = |number: usize| sentences.paragraphs[mentions[number].sentence as usize];
                while last < mentions.len()
                    && pairs.places[last].after - pairs.places[first].first <= count.get()
                    && paragraph(last) == paragraph(first)
                {
                    last += 1;
                }
                // Only pairs with the first mention: each pair of mentions has one window, which the former opens.
                if last - first > 1 {
                    pairs.windows.push(Span::new(mentions[first].span.start, mentions[last - 1].span.end));
                    let window = pairs.windows.len() as u32 - 1;
                    let (first, others) = (&pairs.places[first], &pairs.places[first + 1..last]);
                    let others = others.iter().filter(|later| later.entity != first.entity);
                    pairs.all.extend(others.map(|later| Pair::new(first, later, window)));
                }
            }
        }
    }
    pairs.relate(relations);
}

impl Pairs<'_> {
    /// Adds the pairs of different entities among the mentions of one window, each mention with the last one before it of
    /// every other entity: the nearest two are among these, and a window of many mentions of few entities stays linear.
    fn gather(&mut self, range: Range<usize>, window: Span) {
        self.windows.push(window);
        let window = self.windows.len() as u32 - 1;
        self.last.clear();
        for later in &self.places[range] {
            let mut same = None;
            for (number, earlier) in self.last.iter().enumerate() {
                match earlier.entity == later.entity {
                    true => same = Some(number),
                    false => self.all.push(Pair::new(earlier, later, window)),
                }
            }
            match same {
                Some(number) => self.last[number] = *later,
                None => self.last.push(*later),
            }
        }
    }

    /// Adds a relation of each two entities, with their nearest mentions in each window.
    fn relate(mut self, relations: &mut Relations) {
        // Each time what was in order stays so: in the end by source, by target, by window.
        let mut other = vec![Pair::default(); self.all.len()];
        sort_into(&mut other, &self.all, self.entities, |pair| pair.target);
        sort_into(&mut self.all, &other, self.entities, |pair| pair.source);
        for together in self.all.chunk_by(|a, b| a.ends() == b.ends()) {
            relations.begin((together[0].source, together[0].target), RelationKind::CoOccurrence);
            if let [only] = together {
                relations.add_evidence(self.evidence(only));
                continue;
            }
            for window in together.chunk_by(|a, b| a.window == b.window) {
                if let Some(nearest) = window.iter().min_by_key(|pair| pair.nearness()) {
                    relations.add_evidence(self.evidence(nearest));
                }
            }
        }
    }

    fn evidence(&self, pair: &Pair) -> Evidence {
        let [source, target] = pair.mentions;
        Evidence {
            window: self.windows[pair.window as usize],
            sentence: self.mentions[source.min(target) as usize].sentence,
            source,
            target,
            micro_weight: decay(pair.distance),
            event: None,
        }
    }
}

impl Pair {
    /// Two mentions of different entities, in the order of the text, in the window of that number.
    fn new(earlier: &Place, later: &Place, window: u32) -> Self {
        // In news the one is the lower as often as the other: what follows is chosen without a jump.
        let is_lower = earlier.entity < later.entity;
        let choose = |if_lower, otherwise| if is_lower { if_lower } else { otherwise };
        Self {
            source: earlier.entity.min(later.entity),
            target: earlier.entity.max(later.entity),
            window,
            distance: later.first.saturating_sub(earlier.after),
            mentions: [choose(earlier.mention, later.mention), choose(later.mention, earlier.mention)],
        }
    }

    fn ends(&self) -> u64 {
        u64::from(self.source) << 32 | u64::from(self.target)
    }

    /// Of the pairs of two entities in one window the least counts: of two as near the one that stands first.
    fn nearness(&self) -> impl Ord {
        let [source, target] = self.mentions;
        (self.distance, source.min(target), source.max(target))
    }
}

/// Sorts pairs by the number of an entity, by counting: of one entity they stay in the order in which they are.
fn sort_into(sorted: &mut [Pair], pairs: &[Pair], entities: usize, entity: impl Fn(&Pair) -> u32) {
    let mut places = vec![0_u32; entities];
    for pair in pairs {
        places[entity(pair) as usize] += 1;
    }
    let mut before = 0;
    for place in &mut places {
        before += std::mem::replace(place, before);
    }
    for pair in pairs {
        let place = &mut places[entity(pair) as usize];
        sorted[*place as usize] = *pair;
        *place += 1;
    }
}

/// 1/(1+d) in millionths, rounded to the nearest.
fn decay(distance: u32) -> u32 {
    /// Of distances within a sentence, for no division is as fast.
    const NEAR: [u32; 64] = {
        let mut near = [0; 64];
        let mut distance = 0;
        while distance < near.len() {
            near[distance] = divided(distance as u32);
            distance += 1;
        }
        near
    };
    NEAR.get(distance as usize).copied().unwrap_or_else(|| divided(distance))
}

const fn divided(distance: u32) -> u32 {
    let parts = distance as u64 + 1;
    ((1_000_000 + parts / 2) / parts) as u32
}

/// Where the mentions stand, counted in words. Of the default window only what may lie between two mentions is counted: of
/// each sentence the words from the end of its first mention to the beginning of its last one.
fn places_in_words(text: &str, found: &Mentions, window: Window) -> Vec<Place> {
    let is_by_sentence = window == Window::default();
    let mut places = Vec::with_capacity(found.all.len());
    let (mut number, mut count) = (0, 0);
    for group in found.all.chunk_by(|a, b| !is_by_sentence || a.sentence == b.sentence) {
        let mut last = None;
        for (at, mention) in group.iter().enumerate() {
            if let Some(end) = last.replace(mention.span.end) {
                count += count_words(text, Span::new(end, mention.span.start));
            }
            let first = count;
            if !is_by_sentence || (at > 0 && at + 1 < group.len()) {
                count += count_words(text, mention.span).max(1);
            }
            places.push(Place {
                mention: number,
                entity: found.named.of_mention(number as usize),
                first,
                after: count,
            });
            number += 1;
        }
    }
    places
}
