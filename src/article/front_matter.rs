//! The `---` block of `key: value` lines with which a Markdown file may begin.

use crate::date::PartialDate;
use crate::error::{Error, Place};

/// What a front matter says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) date: Option<PartialDate>,
}

/// The bytes of the block with its two fences, 0 where the text does not begin with one.
pub(super) fn length(text: &str) -> usize {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut at = text.len() - body.len();
    for (number, line) in body.split_inclusive('\n').enumerate() {
        let fence = line.trim_end() == "---";
        if number == 0 && !fence {
            return 0;
        }
        at += line.len();
        if number > 0 && fence {
            return at;
        }
    }
    0
}

/// The value without the quotes around it; those within it are its own.
fn unquoted(value: &str) -> &str {
    let within = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    within('"').or_else(|| within('\'')).unwrap_or(value)
}

pub(super) fn read(text: &str) -> Result<FrontMatter, Error> {
    let mut front = FrontMatter::default();
    for (number, line) in text[..length(text)].lines().enumerate() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = unquoted(value.trim());
        if value.is_empty() {
            continue;
        }
        match key.trim() {
            "id" => front.id = Some(value.to_owned()),
            "title" => front.title = Some(value.to_owned()),
            "date" => {
                let place =
                    Place { path: "front matter".to_owned(), line: number + 1, column: key.chars().count() + 2 };
                front.date = Some(super::day_of(value).map_err(|error| error.at(place))?);
            }
            _ => {}
        }
    }
    Ok(front)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_knows_and_passes_over_the_rest() {
        let text = "---\r\ntitle: \"A: B\"\r\ndate: 2024-06-12T08:00:00Z\r\nmood: grim\r\n---\r\nBody";
        let front = read(text).unwrap();
        assert_eq!(front.title.as_deref(), Some("A: B"));
        assert_eq!(front.date.unwrap().to_string(), "2024-06-12");
        assert_eq!(&text[length(text)..], "Body");
    }

    #[test]
    fn quotes_around_a_value_go_and_those_in_it_stay() {
        for (written, title) in [
            ("\"Talks\"", "Talks"),
            ("'Talks'", "Talks"),
            ("Envoys meet the \"Quad\"", "Envoys meet the \"Quad\""),
            ("\"Quad\" meets", "\"Quad\" meets"),
            ("\"It's on\"", "It's on"),
            ("\"", "\""),
        ] {
            let front = read(&format!("---\ntitle: {written}\n---\n")).unwrap();
            assert_eq!(front.title.as_deref(), Some(title));
        }
    }

    #[test]
    fn an_open_block_or_a_rule_is_text() {
        assert_eq!(length("---\ntitle: x\n"), 0);
        assert_eq!(length("Text\n---\n"), 0);
        let error = read("---\ndate: last week\n---\n").unwrap_err();
        assert_eq!((error.line(), error.column()), (Some(2), Some(6)));
    }
}
