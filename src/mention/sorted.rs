//! Mentions in the order of the text, no two of which overlap: which one stands where.

use super::Mention;
use crate::span::Span;

/// Adds mentions; what overlaps stays out.
pub(super) fn add(all: &mut Vec<Mention>, mut more: Vec<Mention>) {
    if more.is_empty() {
        return;
    }
    more.retain(|mention| around(all, mention.span).is_none());
    more.sort_by_key(|mention| mention.span);
    more.dedup_by(|b, a| a.span.overlaps(b.span));
    // From the last one back, so that no more are moved than stand behind the first one added.
    let mut unmoved = all.len();
    all.extend_from_slice(&more);
    for (place, mention) in more.iter().enumerate().rev() {
        while unmoved > 0 && all[unmoved - 1].span > mention.span {
            unmoved -= 1;
            all[unmoved + place + 1] = all[unmoved];
        }
        all[unmoved + place] = *mention;
    }
}

/// The mention that overlaps a span.
pub(super) fn around(mentions: &[Mention], span: Span) -> Option<&Mention> {
    let after = mentions.partition_point(|mention| mention.span.end <= span.start);
    mentions.get(after).filter(|mention| mention.span.overlaps(span))
}

/// The mention that begins there.
pub(super) fn starting(mentions: &[Mention], at: usize) -> Option<&Mention> {
    let number = mentions.partition_point(|mention| mention.span.start < at);
    mentions.get(number).filter(|mention| mention.span.start == at)
}

/// The mention that ends there.
pub(super) fn ending(mentions: &[Mention], at: usize) -> Option<&Mention> {
    let number = mentions.partition_point(|mention| mention.span.end < at);
    mentions.get(number).filter(|mention| mention.span.end == at)
}
