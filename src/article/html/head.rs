//! What a page says about itself: its title, and the day on which it was published.

use serde_json::Value;

use crate::date::PartialDate;

/// What a page says about itself, as it is read from left to right.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// What `<title>` holds, and what the page calls itself when it is shared, mostly without the paper's name.
    title: String,
    shared_title: String,
    /// The day of publication, by how plainly the page says so: as metadata, then as marked times.
    stated: Said,
    marked: Said,
    times: Said,
}

/// The dates that one way of saying has given.
#[derive(Debug, Default)]
enum Said {
    #[default]
    Nothing,
    Once(PartialDate),
    /// Two that differ: neither counts.
    Twice,
}

impl Said {
    fn add(&mut self, text: &str) {
        // A time of day may follow the day.
        let day = text.trim().split(['T', 't', ' ']).next().unwrap_or_default();
        let Ok(date) = day.parse::<PartialDate>() else { return };
        *self = match self {
            Self::Nothing => Self::Once(date),
            Self::Once(known) if *known == date => Self::Once(date),
            _ => Self::Twice,
        };
    }

    fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Once(date) => Some(*date),
            _ => None,
        }
    }
}

/// The properties by which pages state when they were published.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "citation_publication_date",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
    "pubdate",
    "publication_date",
    "publish-date",
    "sailthru.date",
];

impl Head {
    /// Reads a `<meta>`, whose `name`, `property` or `itemprop` says what `content` is.
    pub(super) fn meta(&mut self, name: &str, content: &str) {
        let name = name.to_ascii_lowercase();
        if PUBLISHED.contains(&&*name) {
            self.stated.add(content);
        } else if name == "og:title" && self.shared_title.is_empty() {
            content.trim().clone_into(&mut self.shared_title);
        }
    }

    /// Reads a `<time datetime>`; `published` when the element says that it is the day of publication.
    pub(super) fn time(&mut self, datetime: &str, published: bool) {
        let said = if published { &mut self.marked } else { &mut self.times };
        said.add(datetime);
    }

    /// Reads what stands in the first `<title>`.
    pub(super) fn title(&mut self, words: &str) {
        if self.title.is_empty() {
            self.title = words.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }

    /// Reads a script of JSON-LD. What is no JSON says nothing.
    pub(super) fn json_ld(&mut self, script: &str) {
        let Ok(value) = serde_json::from_str::<Value>(script.trim()) else { return };
        let graph = value.get("@graph");
        let things = [Some(&value), graph].into_iter().flatten().flat_map(|value| match value {
            Value::Array(things) => things.as_slice(),
            thing => std::slice::from_ref(thing),
        });
        for thing in things.filter(|thing| is_article(thing)) {
            if let Some(date) = thing.get("datePublished").and_then(Value::as_str) {
                self.stated.add(date);
            }
        }
    }

    /// The title, where there is one.
    pub(super) fn into_title(self) -> Option<String> {
        let title = if self.shared_title.is_empty() { self.title } else { self.shared_title };
        (!title.is_empty()).then_some(title)
    }

    /// The day of publication, where the page says it in one way and does not contradict itself there.
    pub(super) fn date(&self) -> Option<PartialDate> {
        let said = [&self.stated, &self.marked, &self.times];
        said.into_iter().find(|said| !matches!(said, Said::Nothing)).and_then(Said::date)
    }
}

/// Whether a thing of JSON-LD is an article: `NewsArticle`, `ReportageNewsArticle`, `BlogPosting`.
fn is_article(thing: &Value) -> bool {
    let is_type = |value: &Value| {
        value.as_str().is_some_and(|name| ["Article", "BlogPosting", "Report"].iter().any(|end| name.ends_with(end)))
    };
    match thing.get("@type") {
        Some(Value::Array(types)) => types.iter().any(is_type),
        Some(name) => is_type(name),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(said: impl FnOnce(&mut Head)) -> Option<String> {
        let mut head = Head::default();
        said(&mut head);
        head.date().map(|date| date.to_string())
    }

    #[test]
    fn the_plainest_word_counts() {
        let found = date(|head| {
            head.time("2001-01-01", false);
            head.meta("article:published_time", "2024-06-12T08:00:00+02:00");
            head.time("2003-03-03", true);
        });
        assert_eq!(found.as_deref(), Some("2024-06-12"));
    }

    #[test]
    fn a_contradiction_is_no_date() {
        let found = date(|head| {
            head.meta("date", "2024-06-12");
            head.json_ld(r#"{"@type": "NewsArticle", "datePublished": "2024-06-14"}"#);
        });
        assert_eq!(found, None);
        assert_eq!(date(|head| ["2024-06-12", "2023-01-01"].iter().for_each(|day| head.time(day, false))), None);
    }

    #[test]
    fn json_ld_of_an_article_counts_and_no_other() {
        let graph = r#"{"@graph": [{"@type": "Person", "datePublished": "1990-01-01"},
            {"@type": ["ReportageNewsArticle"], "datePublished": "2019-07-01 10:00"}]}"#;
        assert_eq!(date(|head| head.json_ld(graph)).as_deref(), Some("2019-07-01"));
        assert_eq!(date(|head| head.json_ld("{ broken")), None);
        assert_eq!(date(|head| head.json_ld(r#"{"@type": "NewsArticle", "datePublished": "yesterday"}"#)), None);
    }

    #[test]
    fn the_title_for_sharing_is_preferred() {
        let mut head = Head::default();
        head.title(" Talks \n fail | The Paper ");
        assert_eq!(head.title, "Talks fail | The Paper");
        head.meta("OG:title", "Talks fail");
        assert_eq!(head.into_title().as_deref(), Some("Talks fail"));
    }
}
