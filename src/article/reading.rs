//! What of an article is read, with the way back to where it stands in the article.

use crate::span::Span;

/// The text that is read: the article's own where it is plain, else what its markup leaves.
///
/// All inner work counts in offsets of the reading; [`original`](Self::original) leads back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    rewritten: Option<Rewritten>,
}

#[derive(Clone, Debug, Default)]
struct Rewritten {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch of the reading and the stretch of the article that it came from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    read: usize,
    original: Span,
    /// Whether both are the same, byte for byte; else the whole stands for the whole (`&amp;` for `&`).
    verbatim: bool,
}

impl Reading {
    /// The reading of a plain text: the text itself.
    pub(crate) fn plain() -> Self {
        Self::default()
    }

    pub(crate) fn text<'t>(&'t self, article: &'t str) -> &'t str {
        self.rewritten.as_ref().map_or(article, |rewritten| &rewritten.text)
    }

    /// Where a stretch of the reading stands in the article.
    pub(crate) fn original(&self, span: Span) -> Span {
        match &self.rewritten {
            None => span,
            Some(rewritten) => rewritten.original(span),
        }
    }
}

/// A stretch of the reading, with where it stands in the article.
#[cfg(feature = "page")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Read<'t> {
    pub(crate) text: &'t str,
    pub(crate) original: Span,
    /// Whether both are the same, byte for byte; else the whole stands for the whole.
    pub(crate) verbatim: bool,
}

#[cfg(feature = "page")]
impl Reading {
    /// Whether the article is read as it was given.
    pub(crate) fn is_plain(&self) -> bool {
        self.rewritten.is_none()
    }

    /// The stretches that make up the reading, in its order.
    pub(crate) fn pieces<'t>(&'t self, article: &'t str) -> impl Iterator<Item = Read<'t>> {
        let whole = Read { text: article, original: Span::new(0, article.len()), verbatim: true };
        let pieces = self.rewritten.iter().flat_map(|rewritten| {
            let ends = rewritten.pieces.iter().skip(1).map(|piece| piece.read).chain([rewritten.text.len()]);
            rewritten.pieces.iter().zip(ends).map(|(piece, end)| Read {
                text: &rewritten.text[piece.read..end],
                original: piece.original,
                verbatim: piece.verbatim,
            })
        });
        self.is_plain().then_some(whole).into_iter().chain(pieces)
    }
}

impl Rewritten {
    fn original(&self, span: Span) -> Span {
        let piece = |at: usize| {
            let after = self.pieces.partition_point(|piece| piece.read <= at);
            self.pieces.get(after.saturating_sub(1))
        };
        let start = piece(span.start).map_or(0, |piece| match piece.verbatim {
            true => (piece.original.start + (span.start - piece.read)).min(piece.original.end),
            false => piece.original.start,
        });
        if span.is_empty() {
            return Span::new(start, start);
        }
        let end = piece(span.end - 1).map_or(start, |piece| match piece.verbatim {
            true => (piece.original.start + (span.end - piece.read)).min(piece.original.end),
            false => piece.original.end,
        });
        Span::new(start, end.max(start))
    }
}

/// Writes a reading, piece by piece, from left to right.
#[cfg(any(feature = "markdown", feature = "html"))]
#[derive(Debug, Default)]
pub(super) struct Writer(Rewritten);

#[cfg(any(feature = "markdown", feature = "html"))]
impl Writer {
    /// Adds text that stands in the article at `original`.
    pub(super) fn push(&mut self, text: &str, original: Span) {
        let verbatim = text.len() == original.len();
        self.0.pieces.push(Piece { read: self.0.text.len(), original, verbatim });
        self.0.text.push_str(text);
    }

    /// Whether nothing stands yet on the line that is written.
    #[cfg(feature = "html")]
    pub(super) fn is_at_line_start(&self) -> bool {
        self.0.text.is_empty() || self.0.text.ends_with('\n')
    }

    /// Ends a paragraph.
    pub(super) fn end_block(&mut self, at: usize) {
        if !self.0.text.is_empty() && !self.0.text.ends_with("\n\n") {
            self.push("\n\n", Span::new(at, at));
        }
    }

    pub(super) fn finish(self) -> Reading {
        Reading { rewritten: Some(self.0) }
    }
}

#[cfg(all(test, any(feature = "markdown", feature = "html")))]
mod tests {
    use super::*;

    #[test]
    fn leads_back_over_gaps_and_replaced_characters() {
        let article = "A **b**&amp;c";
        let mut writer = Writer::default();
        writer.push("A ", Span::new(0, 2));
        writer.push("b", Span::new(4, 5));
        writer.push("&", Span::new(7, 12));
        writer.push("c", Span::new(12, 13));
        let reading = writer.finish();
        assert_eq!(reading.text(article), "A b&c");
        assert_eq!(reading.original(Span::new(2, 3)).of(article), "b");
        assert_eq!(reading.original(Span::new(2, 4)).of(article), "b**&amp;");
        assert_eq!(reading.original(Span::new(4, 5)).of(article), "c");
        assert_eq!(reading.original(Span::new(0, 5)).of(article), article);
    }
}
