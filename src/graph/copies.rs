//! Copies of one story in several papers.

use std::collections::{BTreeMap, BTreeSet};

use super::RelationGraph;
use super::article::ArticleRecord;
use super::select::Selection;

impl RelationGraph {
    /// Returns the stories that stand in several articles: of each the article that sorts first, and the others, its
    /// copies.
    ///
    /// Two articles tell the same story when their texts are the same, word for word, but for what papers put around a
    /// wire story: headlines, bylines and dates above it (lines that are no sentence, or begin with "By"), the dateline
    /// before its first sentence ("QUITO, May 3 (Reuters) —"), and credits below it ("Reporting by …"). Case, marks and
    /// white space do not count.
    ///
    /// ```
    /// use detente::{Article, Extractor, RelationGraph};
    ///
    /// let extractor = Extractor::bundled();
    /// let graph = |id, text| extractor.extract(Article::new(text).with_id(id)).into_graph();
    /// let both = RelationGraph::merged([
    ///     graph("gazette", "By Our Staff\n\nChile met Peru on Monday."),
    ///     graph("herald", "LIMA, May 3 — Chile met Peru on Monday.\n\nEditing by Jo Doe"),
    /// ])?;
    /// let (first, copies) = &both.copies()[0];
    /// assert_eq!((&*first.id(), &*copies[0].id()), ("gazette", "herald"));
    /// assert_eq!(both.without_copies().articles().len(), 1);
    /// # Ok::<(), detente::Error>(())
    /// ```
    pub fn copies(&self) -> Vec<(&ArticleRecord, Vec<&ArticleRecord>)> {
        let mut stories: BTreeMap<String, Vec<&ArticleRecord>> = BTreeMap::new();
        for article in self.articles() {
            let story = story(article.read());
            if !story.is_empty() {
                stories.entry(story).or_default().push(article);
            }
        }
        let mut copied: Vec<_> = stories
            .into_values()
            .filter(|articles| articles.len() > 1)
            .map(|mut articles| (articles.remove(0), articles))
            .collect();
        copied.sort_unstable();
        copied
    }

    /// Returns the graph with each story counted once: without the articles that are [copies](Self::copies).
    pub fn without_copies(&self) -> Self {
        let dropped = self.copies().into_iter().flat_map(|(_, copies)| copies).collect();
        self.selected(&Originals { dropped })
    }
}

struct Originals<'g> {
    dropped: BTreeSet<&'g ArticleRecord>,
}

impl Selection for Originals<'_> {
    fn article(&self, article: &ArticleRecord) -> bool {
        !self.dropped.contains(article)
    }
}

/// The words of a story without what papers put around it, in lower case with a space behind each.
fn story(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let Some(first) = lines.iter().position(|line| !is_above(line)) else { return String::new() };
    let after = lines.iter().rposition(|line| !is_below(line)).map_or(first, |last| last + 1).max(first);
    let mut lines = lines[first..after].iter().copied();
    let opening = lines.next().map(without_dateline);
    let words = opening.into_iter().chain(lines).flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).flat_map(|word| [word.to_lowercase(), " ".to_owned()]).collect()
}

/// What begins a line above a story that reads like a sentence.
const BYLINES: &[&str] = &["by ", "from ", "written by ", "published ", "updated "];

/// What begins a line below a story that reads like a sentence.
const CREDITS: &[&str] = &[
    "additional reporting by ",
    "compiled by ",
    "copyright ",
    "edited by ",
    "editing by ",
    "graphic by ",
    "reporting by ",
    "source: ",
    "translated by ",
    "with files from ",
    "with reporting by ",
    "writing by ",
    "©",
];

/// The longest byline, in words.
const LONGEST_BYLINE: usize = 12;

/// Whether a line before a story is none of it.
fn is_above(line: &str) -> bool {
    !is_sentence(line) || begins_with(line, BYLINES) && line.split_whitespace().count() <= LONGEST_BYLINE
}

/// Whether a line after a story is none of it.
fn is_below(line: &str) -> bool {
    !is_sentence(line) || begins_with(line.trim_start_matches(['(', '[', '—', '–', '-', ' ']), CREDITS)
}

fn begins_with(line: &str, openings: &[&str]) -> bool {
    openings.iter().any(|opening| line.get(..opening.len()).is_some_and(|own| own.eq_ignore_ascii_case(opening)))
}

/// Whether a line ends as sentences do; headlines, names and dates do not.
fn is_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', ')', ']']).ends_with(['.', '!', '?', '…', ':'])
}

/// The longest dateline, in words.
const LONGEST_DATELINE: usize = 10;

/// A story's first line from behind its dateline: a place in capitals, or an agency in parentheses, before a dash.
fn without_dateline(line: &str) -> &str {
    let dash = [" — ", " – ", " - ", " -- "].iter().filter_map(|dash| Some((line.find(dash)?, dash.len()))).min();
    let Some((at, length)) = dash else { return line };
    let head = &line[..at];
    let place = head.split([' ', ',']).next().unwrap_or_default();
    let is_capital = place.chars().count() > 1 && !place.chars().any(char::is_lowercase);
    let is_short = head.split_whitespace().count() <= LONGEST_DATELINE;
    match is_short && (is_capital || head.ends_with(')')) {
        true => &line[at + length..],
        false => line,
    }
}
