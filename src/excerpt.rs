//! Words of a text for people to read: white space made single, and cut to what a line holds.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::span::Span;

/// What stands where words are left out: at the end of an excerpt, or before it, and between two words.
const CUT: &str = "…";
const GAP: &str = " … ";

/// The text with white space made single.
pub(crate) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without what a terminal obeys rather than shows.
fn shown(text: &str) -> Cow<'_, str> {
    match text.contains(char::is_control) {
        true => text.chars().filter(|c| !c.is_control()).collect(),
        false => Cow::Borrowed(text),
    }
}

/// The text, cut to so many columns of a terminal with an ellipsis.
pub(crate) fn fit(text: &str, columns: usize) -> String {
    let text = shown(text);
    if text.width() <= columns {
        return text.into_owned();
    }
    let mut cut = String::new();
    let mut used = CUT.width();
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > columns {
            break;
        }
        cut.push(c);
    }
    // Characters may be wider together than each alone, as a sign that is made a picture.
    while cut.ends_with(char::is_whitespace) || !cut.is_empty() && cut.width() + CUT.width() > columns {
        cut.pop();
    }
    if columns > 0 {
        cut.push_str(CUT);
    }
    cut
}

/// The words of a text, as many as so many columns hold: first those that are wanted, then those between them, then those
/// nearest to them, with an ellipsis for what is left out. `is_wanted` is asked with where a word stands in the text.
/// Control characters, which a terminal would obey, are left out.
pub(crate) fn excerpt(text: &str, columns: usize, is_wanted: impl Fn(Span) -> bool) -> String {
    let whole = shown(&single_spaced(text)).into_owned();
    if whole.width() <= columns {
        return whole;
    }
    let mut end = 0;
    let (mut words, mut wanted) = (Vec::new(), Vec::new());
    for part in text.split_inclusive(char::is_whitespace) {
        let start = end;
        end += part.len();
        let length = part.trim_end().len();
        let word = shown(&part[..length]);
        if !word.is_empty() {
            if is_wanted(Span::new(start, start + length)) {
                wanted.push(words.len());
            }
            words.push(word);
        }
    }
    let (Some(&first), Some(&last)) = (wanted.first(), wanted.last()) else { return fit(&whole, columns) };
    let distance = |at: usize| {
        let next = wanted.partition_point(|&other| other < at);
        let near = wanted[next.saturating_sub(1)..].iter().take(2).map(|other| other.abs_diff(at));
        near.min().unwrap_or_default()
    };
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_by_cached_key(|&at| match distance(at) {
        0 => (0, 0),
        far => (if (first..last).contains(&at) { 1 } else { 2 }, far),
    });
    let mut taken = vec![false; words.len()];
    let mut cut = fit(&words[first], columns);
    for at in order {
        taken[at] = true;
        let more = joined(&words, &taken);
        if more.width() > columns {
            break;
        }
        cut = more;
    }
    cut
}

/// The words that are taken, with ellipses for the others.
fn joined(words: &[Cow<'_, str>], taken: &[bool]) -> String {
    let mut text = String::new();
    let mut next = 0;
    for (at, word) in words.iter().enumerate().filter(|&(at, _)| taken[at]) {
        text.push_str(match (next, at - next) {
            (0, 0) => "",
            (0, _) => CUT,
            (_, 0) => " ",
            _ => GAP,
        });
        text.push_str(word);
        next = at + 1;
    }
    if next < words.len() {
        text.push_str(CUT);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "On Monday,  as rain fell on the capital,\nQuito  thanked the envoys of Lima for their patience.";

    fn around(columns: usize, wanted: &[&str]) -> String {
        excerpt(TEXT, columns, |word| wanted.iter().any(|&wanted| word.of(TEXT).contains(wanted)))
    }

    #[test]
    fn what_fits_stays_whole() {
        assert_eq!(around(100, &["Lima"]), single_spaced(TEXT));
    }

    #[test]
    fn wanted_words_come_first_then_those_between_then_those_beside() {
        assert_eq!(around(22, &["Quito", "thanked", "Lima"]), "…Quito thanked … Lima…");
        assert_eq!(around(30, &["Quito", "thanked", "Lima"]), "…Quito thanked the … of Lima…");
        assert_eq!(around(37, &["Quito", "thanked", "Lima"]), "…Quito thanked the envoys of Lima…");
        assert_eq!(
            around(60, &["Quito", "thanked", "Lima"]),
            "…on the capital, Quito thanked the envoys of Lima for their…"
        );
        assert_eq!(around(20, &["Monday", "patience"]), "…Monday, … patience.");
    }

    #[test]
    fn no_excerpt_is_wider_than_asked() {
        for columns in 0..100 {
            for wanted in [&["Quito", "Lima"][..], &["On", "patience"], &["nobody"]] {
                let cut = around(columns, wanted);
                assert!(cut.width() <= columns, "{columns}: {cut}");
            }
        }
        assert_eq!(around(4, &["Quito"]), "Qui…");
        for text in
            ["☺\u{fe0f}".repeat(60), "e\u{301}".repeat(200), "汉字 ".repeat(40), "👨\u{200d}👩\u{200d}👧".repeat(60)]
        {
            for columns in 0..50 {
                assert!(fit(&text, columns).width() <= columns, "{columns}: {text}");
                assert!(excerpt(&text, columns, |_| true).width() <= columns, "{columns}: {text}");
            }
        }
    }
}
