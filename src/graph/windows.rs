//! How many windows of co-occurrence there are, and in how many of them an entity stands.

use super::article::ArticleRecord;
use super::node::{Node, Share};
use crate::relation::Window;

impl ArticleRecord {
    /// How many windows the article has; none can be counted where each mention opens one.
    pub(super) fn windows(&self, window: Window) -> Option<u64> {
        match window {
            // A window begins at each sentence; the last ones, which hold no more than the one before, are left out.
            Window::Sentences(length) => {
                let (all, length) = (u64::from(self.sentences), u64::from(length.get()));
                Some((all + 1).saturating_sub(length).max(all.min(1)))
            }
            Window::Paragraph => Some(self.paragraphs.len() as u64),
            Window::Article => Some(1),
            Window::Tokens(_) => None,
        }
    }

    /// The windows in which a sentence lies, by their first and last numbers.
    fn windows_of(&self, sentence: u32, window: Window) -> Option<(u64, u64)> {
        match window {
            Window::Sentences(length) => {
                let last = self.windows(window)?.saturating_sub(1);
                let sentence = u64::from(sentence);
                Some(((sentence + 1).saturating_sub(u64::from(length.get())).min(last), sentence.min(last)))
            }
            Window::Paragraph => {
                let after = self.paragraphs.partition_point(|&first| first <= sentence) as u64;
                Some((after.saturating_sub(1), after.saturating_sub(1)))
            }
            Window::Article => Some((0, 0)),
            Window::Tokens(_) => None,
        }
    }
}

impl Node {
    /// In how many windows the entity stands.
    pub(super) fn windows(&self, window: Window) -> Option<u64> {
        self.shares.iter().map(|share| share.windows(window)).sum()
    }
}

impl Share {
    fn windows(&self, window: Window) -> Option<u64> {
        // Mentions are sorted, and so are the windows in which they stand.
        let mut count = 0;
        let mut counted_to = 0;
        for mentioned in &self.mentions {
            let (first, last) = self.article.windows_of(mentioned.sentence, window)?;
            let from = first.max(counted_to);
            count += (last + 1).saturating_sub(from);
            counted_to = counted_to.max(last + 1);
        }
        Some(count)
    }
}
