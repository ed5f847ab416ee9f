//! Who is named beside whom.

use std::ops::Range;

use smallvec::SmallVec;

use super::{Evidence, Relation, RelationKind, Window};
use crate::article::Sentences;
use crate::mention::{Mention, Mentions};
use crate::span::Span;
use crate::word::count_words;

/// Where a mention stands, counted in words.
#[derive(Clone, Copy)]
struct Words {
    first: u32,
    after: u32,
}

/// Two mentions of different entities in one window.
#[derive(Clone, Copy)]
struct Pair {
    /// The entities, by number: the lower one, which has the smaller id, and the higher one.
    source: u32,
    target: u32,
    /// The window, by number.
    window: u32,
    /// The words between.
    distance: u32,
    /// The mentions, by number, in the order of the text.
    earlier: u32,
    later: u32,
}

/// The pairs of an article, as they are gathered: window by window.
struct Pairs<'p> {
    mentions: &'p Mentions,
    words: Vec<Words>,
    /// Of each window, by number: where it begins and ends.
    windows: Vec<Span>,
    all: Vec<Pair>,
}

/// The co-occurrences of an article's mentions, by source and target.
pub(crate) fn co_occurrences(text: &str, found: &Mentions, sentences: &Sentences, window: Window) -> Vec<Relation> {
    let mentions = &*found.all;
    let mut pairs = Pairs {
        mentions: found,
        words: places_in_words(text, mentions, window),
        windows: Vec::with_capacity(mentions.len() / 2),
        all: Vec::with_capacity(mentions.len() * 2),
    };
    match window {
        Window::Sentences(count) => {
            let count = count.get() as usize;
            let mut first = 0;
            let mut last = 0;
            // A window of several sentences begins at each sentence; the last ones, which hold no more than the one
            // before them does, are left out.
            let windows = sentences.spans.len().saturating_sub(count - 1).max(1).min(sentences.spans.len());
            for number in 0..windows {
                let end = (number + count).min(sentences.spans.len());
                while mentions.get(first).is_some_and(|mention| (mention.sentence as usize) < number) {
                    first += 1;
                }
                last = last.max(first);
                while mentions.get(last).is_some_and(|mention| (mention.sentence as usize) < end) {
                    last += 1;
                }
                if last - first > 1 {
                    pairs.gather(first..last, Span::new(sentences.spans[number].start, sentences.spans[end - 1].end));
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
                    && pairs.words[last].after - pairs.words[first].first <= count.get()
                    && paragraph(last) == paragraph(first)
                {
                    last += 1;
                }
                // Only pairs with the first mention: each pair of mentions has one window, which the former opens.
                if last - first > 1 {
                    pairs.windows.push(Span::new(mentions[first].span.start, mentions[last - 1].span.end));
                    for later in first + 1..last {
                        pairs.add(first, later);
                    }
                }
            }
        }
    }
    pairs.into_relations()
}

impl Pairs<'_> {
    /// Adds the pairs of different entities among the mentions of one window, each mention with the last one before it of
    /// every other entity: the nearest two are among these, and a window of many mentions of few entities stays linear.
    fn gather(&mut self, range: Range<usize>, window: Span) {
        self.windows.push(window);
        // One mention of each entity.
        let mut last: SmallVec<[usize; 16]> = SmallVec::new();
        for later in range {
            let entity = self.mentions.named.of_mention(later);
            let mut same = None;
            for (number, &earlier) in last.iter().enumerate() {
                match self.mentions.named.of_mention(earlier) == entity {
                    true => same = Some(number),
                    false => self.add(earlier, later),
                }
            }
            match same {
                Some(number) => last[number] = later,
                None => last.push(later),
            }
        }
    }

    /// Adds two mentions that stand in the last window, unless they are of one entity.
    fn add(&mut self, earlier: usize, later: usize) {
        let (a, b) = (self.mentions.named.of_mention(earlier), self.mentions.named.of_mention(later));
        if a != b {
            self.all.push(Pair {
                source: a.min(b),
                target: a.max(b),
                window: self.windows.len() as u32 - 1,
                distance: self.words[later].first.saturating_sub(self.words[earlier].after),
                earlier: earlier as u32,
                later: later as u32,
            });
        }
    }

    /// A relation of each two entities, with their nearest mentions in each window.
    fn into_relations(mut self) -> Vec<Relation> {
        let entities = self.mentions.named.entities().len();
        // Each time what was in order stays so: in the end by source, by target, by window.
        self.all = sorted_by(&self.all, entities, |pair| pair.target);
        self.all = sorted_by(&self.all, entities, |pair| pair.source);
        let key = |pair: &Pair| (pair.distance, pair.earlier, pair.later);
        self.all.dedup_by(|next, nearest| {
            let same = (next.source, next.target, next.window) == (nearest.source, nearest.target, nearest.window);
            if same && key(next) < key(nearest) {
                *nearest = *next;
            }
            same
        });
        let groups = self.all.chunk_by(|a, b| (a.source, a.target) == (b.source, b.target));
        let mut relations = Vec::with_capacity(self.all.len());
        relations.extend(groups.map(|group| self.relation(group)));
        relations
    }

    fn relation(&self, group: &[Pair]) -> Relation {
        let named = &self.mentions.named;
        let mut evidence = SmallVec::new();
        for pair in group {
            let forwards = named.of_mention(pair.earlier as usize) == pair.source;
            let (source, target) = if forwards { (pair.earlier, pair.later) } else { (pair.later, pair.earlier) };
            evidence.push(Evidence {
                window: self.windows[pair.window as usize],
                sentence: self.mentions.all[pair.earlier as usize].sentence,
                source,
                target,
                micro_weight: decay(pair.distance),
                event: None,
            });
        }
        Relation {
            source: named.entities()[group[0].source as usize],
            target: named.entities()[group[0].target as usize],
            kind: RelationKind::CoOccurrence,
            count: group.len() as u32,
            evidence,
            fact: None,
        }
    }
}

/// The pairs sorted by an entity's number, by counting: of one number in the order in which they were.
fn sorted_by(pairs: &[Pair], entities: usize, number: impl Fn(&Pair) -> u32) -> Vec<Pair> {
    let mut places = vec![0; entities + 1];
    for pair in pairs {
        places[number(pair) as usize + 1] += 1;
    }
    for entity in 0..entities {
        places[entity + 1] += places[entity];
    }
    let mut sorted = pairs.to_vec();
    for pair in pairs {
        let place = &mut places[number(pair) as usize];
        sorted[*place] = *pair;
        *place += 1;
    }
    sorted
}

/// 1/(1+d) in millionths, rounded to the nearest.
fn decay(distance: u32) -> u32 {
    let parts = u64::from(distance) + 1;
    ((1_000_000 + parts / 2) / parts) as u32
}

/// Where the mentions stand, counted in words; between sentences only where the window reaches over them.
fn places_in_words(text: &str, mentions: &[Mention], window: Window) -> Vec<Words> {
    let within_sentences = window == Window::default();
    let mut last: Option<&Mention> = None;
    let mut count = 0;
    let mut places = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let from = match last {
            Some(last) if !within_sentences || last.sentence == mention.sentence => last.span.end,
            _ => mention.span.start,
        };
        count += count_words(&text[from..mention.span.start]);
        let first = count;
        count += count_words(mention.span.of(text)).max(1);
        places.push(Words { first, after: count });
        last = Some(mention);
    }
    places
}
