//! Markdown to what of it is read: the words, also of links and emphasis; not targets, code, images, HTML.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::front_matter;
use super::reading::{Reading, Writer};
use crate::span::Span;

pub(super) fn read(text: &str) -> Reading {
    let start = front_matter::length(text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::default();
    // Inside code, images and metadata nothing is read.
    let mut hidden = 0usize;
    for (event, range) in Parser::new_ext(&text[start..], options).into_offset_iter() {
        let original = Span::new(start + range.start, start + range.end);
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => hidden += 1,
            // An image may stand in mid-sentence.
            Event::End(TagEnd::Image) => hidden = hidden.saturating_sub(1),
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => {
                hidden = hidden.saturating_sub(1);
                writer.end_block(original.end);
            }
            Event::Text(words) if hidden == 0 => writer.push(&words, original),
            Event::SoftBreak | Event::HardBreak => writer.push("\n", original),
            Event::InlineHtml(tag) if hidden == 0 && is_line_break(&tag) => writer.push("\n", original),
            Event::Start(tag) if is_block(&tag) => writer.end_block(original.start),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::BlockQuote(_)
                | TagEnd::FootnoteDefinition,
            ) => writer.end_block(original.end),
            _ => {}
        }
    }
    writer.finish()
}

/// Whether a tag of HTML breaks the line, as in cells of tables, where Markdown has no other way: `<br>`, `<br />`.
fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::Item
            | Tag::TableCell
            | Tag::BlockQuote(_)
            | Tag::FootnoteDefinition(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(text: &str) -> String {
        let reading = read(text);
        reading.text(text).trim().to_owned()
    }

    #[test]
    fn named_cases() {
        let cases = [
            ("a link's words", "[froze](https://x.org/Iran) ties", "froze ties"),
            ("emphasis inside a name", "the **European** *Union*", "the European Union"),
            ("an image's credit", "![Iran](i.png)\n\nIraq", "Iraq"),
            ("an image in a sentence", "Iran ![a flag](i.png) met Iraq", "Iran  met Iraq"),
            ("code", "`Iran` is code\n\n    Iran\n", "is code"),
            ("a heading ends", "# Iran\nIraq", "Iran\n\nIraq"),
            ("items are apart", "- Iran\n- Iraq", "Iran\n\nIraq"),
            ("front matter", "---\ntitle: Iran\n---\nIraq", "Iraq"),
            ("an entity", "Bosnia &amp; Herzegovina", "Bosnia & Herzegovina"),
            ("a wrapped line", "Saudi\nArabia", "Saudi\nArabia"),
            ("a line that the author broke", "Iran<br>Iraq<BR />Chad", "Iran\nIraq\nChad"),
            ("in a cell", "| a |\n|---|\n| Iran<br/>Iraq |\n", "a\n\nIran\nIraq"),
            ("inline HTML", "the <b>Iraqi</b> army", "the Iraqi army"),
        ];
        for (what, text, wanted) in cases {
            assert_eq!(reads(text), wanted, "{what}");
        }
    }
}
