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

/// Two entities in one window: their nearest mentions. Pairs are sorted, and compare as three numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    /// The entities, the lower before the higher.
    entities: (EntityRef, EntityRef),
    /// The window, by the number of its first sentence or mention, before the number of words between.
    window_and_distance: u64,
    /// The mentions, by number, the earlier before the later.
    mentions: u64,
}

impl Pair {
    fn window(&self) -> usize {
        (self.window_and_distance >> 32) as usize
    }

    fn distance(&self) -> u32 {
        self.window_and_distance as u32
    }

    fn earlier(&self) -> u32 {
        (self.mentions >> 32) as u32
    }

    fn later(&self) -> u32 {
        self.mentions as u32
    }
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
    pairs.dedup_by(|b, a| (a.entities, a.window()) == (b.entities, b.window()));
    let mut relations = Vec::with_capacity(pairs.len());
    let groups = pairs.chunk_by(|a, b| a.entities == b.entities);
    relations.extend(groups.map(|group| relation(group, mentions, &spans)));
    relations
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

/// The pairs of different entities among the mentions of one window, each mention with the last one before it of every
/// other entity: the nearest two are among these, and a window of many mentions of few entities stays linear.
fn gather_pairs(
    mentions: &[Mention],
    words: &[Words],
    range: std::ops::Range<usize>,
    window: u32,
    pairs: &mut Vec<Pair>,
) {
    // One mention of each entity.
    let mut last: Vec<usize> = Vec::with_capacity(range.len().min(32));
    for later in range {
        for &earlier in &last {
            pairs.extend(pair(mentions, words, earlier, later, window));
        }
        match last.iter_mut().find(|earlier| mentions[**earlier].entity == mentions[later].entity) {
            Some(earlier) => *earlier = later,
            None => last.push(later),
        }
    }
}

fn pair(mentions: &[Mention], words: &[Words], earlier: usize, later: usize, window: u32) -> Option<Pair> {
    let (a, b) = (mentions[earlier].entity, mentions[later].entity);
    (a != b).then(|| Pair {
        entities: (a.min(b), a.max(b)),
        window_and_distance: u64::from(window) << 32
            | u64::from(words[later].first.saturating_sub(words[earlier].after)),
        mentions: (earlier as u64) << 32 | later as u64,
    })
}

fn relation(group: &[Pair], mentions: &[Mention], windows: &[Span]) -> Relation {
    let mut evidence: Vec<Evidence> = group
        .iter()
        .map(|pair| {
            let forwards = mentions[pair.earlier() as usize].entity == pair.entities.0;
            let (source, target) =
                if forwards { (pair.earlier(), pair.later()) } else { (pair.later(), pair.earlier()) };
            Evidence {
                window: windows[pair.window()],
                sentence: mentions[pair.earlier() as usize].sentence,
                source,
                target,
                micro_weight: decay(pair.distance()),
                event: None,
            }
        })
        .collect();
    evidence.sort_by_key(|evidence| evidence.window);
    Relation {
        source: group[0].entities.0,
        target: group[0].entities.1,
        kind: RelationKind::CoOccurrence,
        count: group.len() as u32,
        evidence,
        fact: None,
    }
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
