//! A graph in slices of time.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::RelationGraph;
use super::article::ArticleRecord;
use super::calendar::{Calendar, Stretch};
use super::passage::Passage;
use super::select::Selection;
use crate::date::Period;

/// The graph of a stretch of time.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Slice {
    /// The stretch.
    pub stretch: Stretch,
    /// The graph of the articles published in it; of a cumulative slice, of those published before as well.
    pub graph: RelationGraph,
}

/// The slices of a graph, the earliest first; each is made when it is asked for.
#[derive(Clone, Debug)]
#[must_use = "slices are made only when they are asked for"]
pub struct Slices<'g> {
    graph: &'g RelationGraph,
    calendar: &'g Calendar,
    is_cumulative: bool,
    next: usize,
}

impl RelationGraph {
    /// Returns the graph in slices of time, one for each stretch of the calendar.
    ///
    /// An article belongs to the slice that covers every day which its date may mean; those without a date, or with one
    /// less exact than the slices, belong to none: [`outside`](Self::outside) lists them. What an article only recalls
    /// ([`Modality::Past`](crate::Modality::Past)) did not happen when it was published, and stands in no slice.
    ///
    /// ```
    /// use detente::{Article, Calendar, Extractor, Interval, RelationGraph};
    ///
    /// let extractor = Extractor::bundled();
    /// let graph = |text, date| extractor.extract(Article::new(text).with_date(date)).into_graph();
    /// let june = graph("Chile met Peru.", "2024-06-12".parse()?);
    /// let august = graph("Peru accused Chile.", "2024-08-01".parse()?);
    /// let both = RelationGraph::merged([june, august])?;
    /// let months = Calendar::of(&both, Interval::Month);
    /// let articles: Vec<(String, usize)> =
    ///     both.slices(&months).map(|slice| (slice.stretch.label, slice.graph.articles().len())).collect();
    /// assert_eq!(articles, [("2024-06".into(), 1), ("2024-07".into(), 0), ("2024-08".into(), 1)]);
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn slices<'g>(&'g self, calendar: &'g Calendar) -> Slices<'g> {
        Slices { graph: self, calendar, is_cumulative: false, next: 0 }
    }

    /// Returns the graph of one period: of the articles whose date, with every day that it may mean, lies in it, without
    /// what they only recall, as in [slices](Self::slices).
    pub fn within(&self, period: Period) -> Self {
        self.selected(&Within(period))
    }

    /// Returns the articles that belong to no slice of the calendar, in their order.
    pub fn outside(&self, calendar: &Calendar) -> Vec<&ArticleRecord> {
        self.articles().filter(|article| article.stretch(calendar).is_none()).collect()
    }
}

impl ArticleRecord {
    /// The number of the stretch to which it belongs.
    pub(super) fn stretch(&self, calendar: &Calendar) -> Option<usize> {
        calendar.number(self.date?)
    }
}

impl Slices<'_> {
    /// Says that each slice holds what the slices before it hold as well. Default: no.
    pub fn cumulative(mut self) -> Self {
        self.is_cumulative = true;
        self
    }
}

impl Iterator for Slices<'_> {
    type Item = Slice;

    fn next(&mut self) -> Option<Slice> {
        let number = self.next;
        (number < self.calendar.len()).then(|| {
            self.next += 1;
            let first = if self.is_cumulative { 0 } else { number };
            let graph = self.graph.selected(&Published { calendar: self.calendar, first, last: number });
            Slice { stretch: self.calendar.stretch(number), graph }
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.calendar.len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Slices<'_> {}

struct Within(Period);

impl Selection for Within {
    fn days(&self) -> RangeInclusive<Date> {
        self.0.days()
    }

    fn article(&self, article: &ArticleRecord) -> bool {
        article.date.is_some_and(|date| self.0.covers(date))
    }

    fn passage(&self, passage: &Passage) -> bool {
        passage.is_of_its_day()
    }
}

/// What was published in some stretches and happened then.
struct Published<'c> {
    calendar: &'c Calendar,
    first: usize,
    last: usize,
}

impl Selection for Published<'_> {
    fn days(&self) -> RangeInclusive<Date> {
        self.calendar.days(self.first, self.last)
    }

    fn article(&self, article: &ArticleRecord) -> bool {
        article.stretch(self.calendar).is_some_and(|number| (self.first..=self.last).contains(&number))
    }

    fn passage(&self, passage: &Passage) -> bool {
        passage.is_of_its_day()
    }
}
