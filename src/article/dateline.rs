//! The day that the head of an article states, for an article that nothing else dates.
//!
//! A date is taken only with its year, and only where it can mean nothing else: in a dateline ("GENEVA, March 3, 2019
//! —"), behind a label ("Published: 4 May 2021"), at the end of a byline ("By Ana Paz | 4 May 2021"), or on a line of
//! its own. Days written in numbers alone ("4/5/2021") are read differently in different countries, and count only in
//! the order of ISO 8601.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::date::PartialDate;

/// How many lines, not counting empty ones, an article's head has at the most.
const LINES: usize = 8;

/// How many bytes of a line are looked at: datelines stand at its beginning.
const WIDTH: usize = 200;

/// The date that the head of a text states, where it is unmistakable.
pub(super) fn read(text: &str) -> Option<PartialDate> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES).find_map(|line| stated(cut(line)))
}

fn cut(line: &str) -> &str {
    let mut end = line.len().min(WIDTH);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    &line[..end]
}

/// A day with its year: "3 March 2019", "Mar. 3rd, 2019", "2019-03-03"; a day of the week may stand before it.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let year = "(?:19|20)[0-9]{2}";
    let pattern = format!(
        r"(?x-u) \b (?: (?:[MTWFS][a-z]{{2,8}}\.?,?\ +)?
          (?: (?<d1>[0-9]{{1,2}})(?:st|nd|rd|th)? \ + (?<m1>[A-Za-z]{{3,9}})\.?,? \ + (?<y1>{year})
            | (?<m2>[A-Za-z]{{3,9}})\.? \ + (?<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?,? \ + (?<y2>{year})
            | (?<iso>{year}-[0-9]{{2}}-[0-9]{{2}}) ) ) (?: \b | T)"
    );
    #[expect(clippy::unwrap_used, reason = "the pattern is constant, and tested")]
    Regex::new(&pattern).unwrap()
});

/// The date that a line of the head states.
fn stated(line: &str) -> Option<PartialDate> {
    let found = DATE.captures(line)?;
    let span = found.get(0)?;
    let before = line[..span.start()].trim_start_matches(is_decoration);
    let after = line[span.end()..].trim_end_matches(is_decoration);
    let states = match before {
        "" => ends(after),
        _ if is_label(before) => ends(after) || after.trim_start().starts_with(['|', '·', '•', ';', '(']),
        _ if is_byline(before) => ends(after),
        _ => is_place(before) && opens_report(after),
    };
    if states { date(&found) } else { None }
}

/// Marks of Markdown around a line.
fn is_decoration(c: char) -> bool {
    matches!(c, '*' | '_' | '>' | '#' | ' ')
}

/// Whether nothing follows, or only a time of day: ", 10:15 GMT".
fn ends(after: &str) -> bool {
    let after = after.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·' | '•' | '.' | '-' | 'T'));
    let after = after.strip_prefix("at ").unwrap_or(after);
    after.is_empty() || (after.len() < 32 && after.starts_with(|c: char| c.is_ascii_digit()) && after.contains(':'))
}

/// Whether the words before a date end in a label: "Published:", "By Ana Paz · Posted on".
fn is_label(before: &str) -> bool {
    const LABELS: &[&str] =
        &["published", "first published", "posted", "issued", "released", "date", "publication date", "dateline"];
    let last = before.rsplit(['|', '·', '•', '—', '–']).next().unwrap_or_default();
    let label = last.trim_matches(|c: char| is_decoration(c) || c == ':').to_ascii_lowercase();
    let label = label.strip_suffix(" on").or(label.strip_suffix(" at")).unwrap_or(&label);
    LABELS.contains(&label)
}

/// Whether they are a byline: "By Ana Paz |", "By Ana Paz, Staff Writer —".
fn is_byline(before: &str) -> bool {
    let by = before.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    by && before.trim_end().ends_with(['|', '·', '•', '—', '–', '-', ','])
}

/// Whether they are a place in capitals, perhaps with its state or the agency behind it: "ST. JOHN'S, Antigua,".
fn is_place(before: &str) -> bool {
    let city = before.split([',', '(', '/']).next().unwrap_or_default();
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '/'));
    let closed = before.trim_end().ends_with([',', ')', ':']) || before == city;
    city.chars().filter(|c| c.is_uppercase()).count() > 1
        && !city.contains(char::is_lowercase)
        && (closed && before.split_whitespace().count() <= 8 && before.split_whitespace().all(is_name))
}

/// Whether a report begins: "—", "(Agency) –", ", (Agency):".
fn opens_report(after: &str) -> bool {
    let after = after.trim_start_matches([',', ' ']);
    match after.strip_prefix('(') {
        Some(agency) => agency.find(')').is_some_and(|end| end <= 40),
        None => after.starts_with(['—', '–', '-', ':']),
    }
}

fn date(found: &Captures<'_>) -> Option<PartialDate> {
    #[rustfmt::skip]
    const MONTHS: [&str; 12] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ];
    if let Some(day) = found.name("iso") {
        return day.as_str().parse().ok();
    }
    let either = |a: &str, b: &str| found.name(a).or(found.name(b)).map(|part| part.as_str());
    let (day, month, year) = (either("d1", "d2")?, either("m1", "m2")?, either("y1", "y2")?);
    let month = month.to_ascii_lowercase();
    let number = MONTHS.iter().position(|name| name.starts_with(&month))? + 1;
    format!("{year}-{number:02}-{day:0>2}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_cases() {
        let cases = [
            ("a dateline", "GENEVA, March 3, 2019 — The envoys met.", Some("2019-03-03")),
            ("with an agency behind", "MOSCOW, 12 June 2024 (Agency) – The envoys met.", Some("2024-06-12")),
            ("with an agency before", "SÃO TOMÉ (News Desk), Sept. 4, 1998 -- Rain fell.", Some("1998-09-04")),
            ("a place with its state", "ST. JOHN'S, Antigua, Nov. 9, 2003 - Rain fell.", Some("2003-11-09")),
            ("behind a title", "Rain again\n\nBAKU, 1 May 1993 — Rain fell.", Some("1993-05-01")),
            ("a label", "Published: 4 May 2021\nThe envoys met.", Some("2021-05-04")),
            ("a label with a time", "Posted on Tuesday, May 4th, 2021 at 10:15 GMT", Some("2021-05-04")),
            ("a label in bold", "**Date:** no\n**Published 4 May 2021**", Some("2021-05-04")),
            ("a byline", "By Ana Paz | 4 May 2021\n\nThe envoys met.", Some("2021-05-04")),
            ("a byline with a label", "By Ana Paz · Published 4 May 2021 · 5 min", Some("2021-05-04")),
            ("a line of its own", "Rain again\nWednesday, 5 May 2021\nRain fell.", Some("2021-05-05")),
            ("in numbers", "Date: 2021-05-04", Some("2021-05-04")),
            ("with a time", "Date: 2021-05-04T10:15Z", Some("2021-05-04")),
            ("without a year", "MOSCOW, June 12 (Agency) – The envoys met.", None),
            ("in numbers that may be read twice", "Published: 4/5/2021", None),
            ("told in passing", "The envoys met on 4 May 2021.\nOn March 3, 2019, they met again.", None),
            ("at the beginning of prose", "4 May 2021 was a day of rain.", None),
            ("behind prose in capitals", "NATO agreed on 4 May 2021 — too late.", None),
            ("when it was changed", "Updated: 4 May 2021", None),
            ("no day of the calendar", "Published: 31 February 2021", None),
            ("far below", "a\nb\nc\nd\ne\nf\ng\nh\n4 May 2021", None),
        ];
        for (what, text, wanted) in cases {
            assert_eq!(read(text).map(|date| date.to_string()).as_deref(), wanted, "{what}: {text}");
        }
    }
}
