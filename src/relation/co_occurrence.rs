//! Who is named beside whom.

use super::{Evidence, Relation, RelationKind, Window};
use crate::article::Sentences;
use crate::mention::{EntityRef, Mention};
use crate::span::Span;
use crate::word::count_words;

/// Where a mention stands, counted in words.
#[derive(Clone, Copy)]
struct Words {
    first: u32,
    after: u32,
}

/// Two entities in one window: their nearest mentions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    low: EntityRef,
    high: EntityRef,
    /// The window, by the number of its first sentence or mention.
    window: u32,
    /// The words between.
    distance: u32,
    /// The mentions, by number, in the order of the text.
    earlier: u32,
    later: u32,
}

/// The co-occurrences of an article's mentions, by source and target.
pub(crate) fn co_occurrences(text: &str, mentions: &[Mention], sentences: &Sentences, window: Window) -> Vec<Relation> {
    let words = places_in_words(text, mentions, window);
    let mut pairs = Vec::new();
    // Of each window, by number: where it begins and ends.
    let mut spans = Vec::new();
    let mut gather = |range: std::ops::Range<usize>, span: Span| {
        let number = spans.len() as u32;
        spans.push(span);
        gather_pairs(mentions, &words, range, number, &mut pairs);
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
                    gather(first..last, Span::new(sentences.spans[number].start, sentences.spans[end - 1].end));
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
                gather(range, Span::new(sentences.spans[start].start, sentences.spans[end - 1].end));
            }
        }
        Window::Article => gather(0..mentions.len(), Span::new(0, text.len())),
        Window::Tokens(count) => {
            let mut last = 0;
            for first in 0..mentions.len() {
                last = last.max(first + 1);
                let paragraph = |number: usize| sentences.paragraphs[mentions[number].sentence as usize];
                while last < mentions.len()
                    && words[last].after - words[first].first <= count.get()
                    && paragraph(last) == paragraph(first)
                {
                    last += 1;
                }
                // Only pairs with the first mention: each pair of mentions has one window, which the former opens.
                let span = Span::new(mentions[first].span.start, mentions[last - 1].span.end);
                if last - first > 1 {
                    let number = spans.len() as u32;
                    spans.push(span);
                    for later in first + 1..last {
                        pairs.extend(pair(mentions, &words, first, later, number));
                    }
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup_by(|b, a| (a.low, a.high, a.window) == (b.low, b.high, b.window));
    let relations = pairs.chunk_by(|a, b| (a.low, a.high) == (b.low, b.high));
    relations.map(|group| relation(group, mentions, &spans)).collect()
}

/// Turns each pair so that the source has the smaller id, and sorts the pairs by their ids. Listed entities compare as
/// their ids do; it is needed where the text introduced others.
pub(crate) fn order_by_ids<'i>(pairs: &mut [Relation], id: impl Fn(EntityRef) -> &'i str) {
    for pair in pairs.iter_mut().filter(|pair| id(pair.source) > id(pair.target)) {
        std::mem::swap(&mut pair.source, &mut pair.target);
        for evidence in &mut pair.evidence {
            std::mem::swap(&mut evidence.source, &mut evidence.target);
        }
    }
    pairs.sort_by_key(|pair| (id(pair.source), id(pair.target)));
}

/// All pairs of different entities among the mentions of one window.
fn gather_pairs(
    mentions: &[Mention],
    words: &[Words],
    range: std::ops::Range<usize>,
    window: u32,
    pairs: &mut Vec<Pair>,
) {
    for later in range.clone() {
        for earlier in range.start..later {
            pairs.extend(pair(mentions, words, earlier, later, window));
        }
    }
}

fn pair(mentions: &[Mention], words: &[Words], earlier: usize, later: usize, window: u32) -> Option<Pair> {
    let (a, b) = (mentions[earlier].entity, mentions[later].entity);
    (a != b).then(|| Pair {
        low: a.min(b),
        high: a.max(b),
        window,
        distance: words[later].first.saturating_sub(words[earlier].after),
        earlier: earlier as u32,
        later: later as u32,
    })
}

fn relation(group: &[Pair], mentions: &[Mention], windows: &[Span]) -> Relation {
    let mut evidence: Vec<Evidence> = group
        .iter()
        .map(|pair| {
            let forwards = mentions[pair.earlier as usize].entity == pair.low;
            let (source, target) = if forwards { (pair.earlier, pair.later) } else { (pair.later, pair.earlier) };
            Evidence {
                window: windows[pair.window as usize],
                sentence: mentions[pair.earlier as usize].sentence,
                source,
                target,
                event: None,
            }
        })
        .collect();
    evidence.sort_by_key(|evidence| evidence.window);
    Relation {
        source: group[0].low,
        target: group[0].high,
        kind: RelationKind::CoOccurrence,
        count: group.len() as u32,
        micro_weight: group.iter().map(|pair| decay(pair.distance)).sum(),
        evidence,
        fact: None,
    }
}

/// 1/(1+d) in millionths, rounded to the nearest.
fn decay(distance: u32) -> u64 {
    let parts = u64::from(distance) + 1;
    (1_000_000 + parts / 2) / parts
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
