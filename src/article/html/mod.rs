//! HTML to what of it is read: the article's words, with entities decoded; no scripts, menus, forms, page furniture.
//!
//! The tokenizer is `html5gum`, which follows the standard and tells the bytes of each token. What browsers do beyond
//! tokens is not needed here: which elements are open is kept in a stack, and what is misnested or never closed is
//! taken as it comes. The road not taken: `html5ever` builds the browser's tree, and forgets where it came from.

mod element;
mod head;

use std::collections::HashMap;

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};
use memchr::memchr_iter;

use self::element::{ends_at, frames_page, is_article, is_block, is_boilerplate, is_void};
use self::head::Head;
use super::reading::{Reading, Writer};
use crate::date::PartialDate;
use crate::span::Span;

/// What a page says about itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) title: Option<String>,
    pub(super) date: Option<PartialDate>,
}

pub(super) fn read(text: &str) -> Reading {
    let mut reader = Reader::new(text);
    reader.read();
    reader.writer.finish()
}

/// What the page says about itself.
pub(super) fn describe(text: &str) -> Page {
    let mut reader = Reader::new(text);
    reader.read();
    let date = reader.head.date();
    Page { title: reader.head.into_title(), date }
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: String,
    sight: Sight,
    in_article: bool,
}

/// Whether what stands in an element is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    Read,
    /// In a form, which some pages wrap around all they have: an article in it is read.
    Form,
    Hidden,
}

#[derive(Debug)]
struct Reader<'t> {
    text: &'t str,
    writer: Writer,
    head: Head,
    open: Vec<Open>,
    /// How many of each name are open, so that an end tag of none needs no search.
    counts: HashMap<String, usize>,
    /// How many `<pre>` are open, in which white space stands as it is.
    preformatted: usize,
    /// Whether the script that is open is JSON-LD.
    is_json_ld: bool,
    /// Whether white space is due before the next words, and where it stands.
    space: Option<Span>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            writer: Writer::default(),
            head: Head::default(),
            open: Vec::new(),
            counts: HashMap::new(),
            preformatted: 0,
            is_json_ld: false,
            space: None,
        }
    }

    fn read(&mut self) {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(self.text, emitter) {
            match token {
                Token::StartTag(tag) => self.start(&tag),
                Token::EndTag(tag) => self.end(&tag),
                Token::String(words) => self.words(Span::new(words.span.start, words.span.end)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name);
        let attribute = |name: &str| {
            tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(&value.value)).unwrap_or_default()
        };
        while self.open.last().is_some_and(|open| ends_at(&open.name, &name)) {
            self.close_last();
        }
        match &*name {
            "meta" => {
                let named = ["property", "name", "itemprop"].map(attribute);
                let named = named.iter().find(|named| !named.is_empty()).map_or("", |named| named);
                self.head.meta(named, &attribute("content"));
            }
            "time" => {
                let marked = tag.attributes.contains_key(b"pubdate".as_slice())
                    || attribute("itemprop").eq_ignore_ascii_case("datePublished");
                self.head.time(&attribute("datetime"), marked);
            }
            "script" => self.is_json_ld = attribute("type").eq_ignore_ascii_case("application/ld+json"),
            _ => {}
        }
        let around = self.open.last();
        let (sight, in_article) = around.map_or((Sight::Read, false), |open| (open.sight, open.in_article));
        if sight == Sight::Read {
            if name == "br" {
                self.space = None;
                self.writer.push("\n", Span::new(tag.span.start, tag.span.end));
            } else if is_block(&name) {
                self.end_block(tag.span.start);
            }
        }
        if is_void(&name) || (tag.self_closing && is_foreign(&name)) {
            return;
        }
        let style: String = attribute("style").chars().filter(|c| !c.is_whitespace()).collect();
        let unseen = tag.attributes.contains_key(b"hidden".as_slice())
            || attribute("aria-hidden").eq_ignore_ascii_case("true")
            || style.contains("display:none");
        let sight = match sight {
            Sight::Hidden => Sight::Hidden,
            _ if unseen => Sight::Hidden,
            Sight::Form if is_article(&name) => Sight::Read,
            Sight::Read if name == "form" => Sight::Form,
            _ if is_boilerplate(&name, &attribute("role")) || (frames_page(&name) && !in_article) => Sight::Hidden,
            same => same,
        };
        self.preformatted += usize::from(name == "pre");
        *self.counts.entry(name.to_string()).or_default() += 1;
        let in_article = in_article || is_article(&name);
        self.open.push(Open { name: name.into_owned(), sight, in_article });
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name);
        if is_block(&name) && self.is_read() {
            self.end_block(tag.span.start);
        }
        if self.counts.get(&*name).is_none_or(|&count| count == 0) {
            return;
        }
        while self.close_last().is_some_and(|closed| closed != *name) {}
        if is_block(&name) && self.is_read() {
            self.end_block(tag.span.end);
        }
    }

    /// Closes the innermost element, and tells its name.
    fn close_last(&mut self) -> Option<String> {
        let Open { name, .. } = self.open.pop()?;
        if let Some(count) = self.counts.get_mut(&name) {
            *count -= 1;
        }
        self.preformatted -= usize::from(name == "pre");
        Some(name)
    }

    fn is_read(&self) -> bool {
        self.open.last().is_none_or(|open| open.sight == Sight::Read)
    }

    fn end_block(&mut self, at: usize) {
        self.space = None;
        self.writer.end_block(at);
    }

    /// Reads words between two tags.
    fn words(&mut self, span: Span) {
        match self.open.last().map(|open| &*open.name) {
            Some("title") => self.head.title(&decoded(span.of(self.text))),
            Some("script") if self.is_json_ld => self.head.json_ld(span.of(self.text)),
            _ => {}
        }
        if !self.is_read() {
            return;
        }
        // Each entity begins a part of its own.
        let bytes = span.of(self.text).as_bytes();
        let mut start = span.start;
        for at in memchr_iter(b'&', bytes).map(|at| span.start + at).chain([span.end]) {
            self.part(Span::new(start, at));
            start = at;
        }
    }

    /// Reads a part of which at the most the beginning is an entity.
    fn part(&mut self, span: Span) {
        let raw = span.of(self.text);
        let mut tail = 0;
        if let Some(named) = raw.strip_prefix('&') {
            let named = named.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count() + 1;
            let reference = &raw[..named + usize::from(raw[named..].starts_with(';'))];
            let read = decoded(reference);
            // Letters that do not belong to it stand in both: `&ampx` is `&x`.
            let same = reference.bytes().rev().zip(read.bytes().rev()).take_while(|(a, b)| a == b).count();
            tail = reference.len() - same;
            self.flow(&read[..read.len() - same], Span::new(span.start, span.start + tail), false);
        }
        self.flow(&raw[tail..], Span::new(span.start + tail, span.end), true);
    }

    /// Writes words, with runs of white space as one space, as browsers show them.
    fn flow(&mut self, words: &str, original: Span, verbatim: bool) {
        let place = |from: usize, to: usize| match verbatim {
            true => Span::new(original.start + from, original.start + to),
            false => original,
        };
        if self.preformatted > 0 {
            return self.writer.push(words, original);
        }
        let mut at = 0;
        while at < words.len() {
            let rest = &words[at..];
            let blank = rest.len() - rest.trim_start_matches(is_blank).len();
            if blank > 0 {
                let here = place(at, at + blank);
                self.space = Some(Span::new(self.space.map_or(here.start, |space| space.start), here.end));
                at += blank;
                continue;
            }
            // A single blank between words stays with them.
            let mut length = 0;
            for word in rest.split_inclusive(is_blank) {
                length += word.len();
                let goes_on = word.ends_with(' ') && rest[length..].starts_with(|c| !is_blank(c));
                if !goes_on {
                    length -= word.len() - word.trim_end_matches(is_blank).len();
                    break;
                }
            }
            if let Some(space) = self.space.take()
                && !self.writer.is_at_line_start()
            {
                self.writer.push(" ", space);
            }
            self.writer.push(&rest[..length], place(at, at + length));
            at += length;
        }
    }
}

/// White space of HTML, which a browser shows as one space; a no-break space is none.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

/// The elements that a slash closes: of HTML's own it closes none.
fn is_foreign(name: &str) -> bool {
    matches!(name, "svg" | "math" | "path" | "use" | "circle" | "rect" | "g")
}

/// The words with their entities decoded.
fn decoded(raw: &str) -> String {
    let mut words = String::new();
    for Ok(token) in Tokenizer::new(raw) {
        if let Token::String(piece) = token {
            words.push_str(&String::from_utf8_lossy(&piece.value));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(text: &str) -> String {
        read(text).text(text).trim().to_owned()
    }

    #[test]
    fn named_cases() {
        let cases = [
            ("blocks break", "<p>Iran<p>Iraq<div>Chad</div>Mali", "Iran\n\nIraq\n\nChad\n\nMali"),
            ("inline elements do not", "the <b>European</b> <i>Un</i>ion", "the European Union"),
            ("white space is one space", "Saudi\n   Arabia \t and", "Saudi Arabia and"),
            ("also across tags", "Saudi <b> Arabia </b> and", "Saudi Arabia and"),
            ("lines that the author broke", "Iran<br>Iraq <br/> Chad", "Iran\nIraq\nChad"),
            ("preformatted text", "<pre>Iran\n  Iraq</pre>", "Iran\n  Iraq"),
            ("entities", "Erdo&#287;an &amp; C&ocirc;te d&#8217;Ivoire", "Erdoğan & Côte d’Ivoire"),
            ("an entity without a semicolon", "AT&T &ampamp; R&D", "AT&T &amp; R&D"),
            ("scripts", "a<script>if (a<b) Iran</script>b<style>Iran{}</style>c", "abc"),
            ("menus and sidebars", "<nav><ul><li>Iran</ul></nav><aside>Chad</aside>Iraq", "Iraq"),
            ("the page's header", "<header>Iran</header><article><header>Iraq</header>Mali</article>", "Iraq\n\nMali"),
            ("forms", "<form>Iran<input value=Chad><button>Mali</button></form>Iraq", "Iraq"),
            ("a form around the page", "<form>Iran<main>Iraq</main></form>", "Iraq"),
            (
                "what is hidden",
                "<p hidden>Iran</p><p aria-hidden=true>Iran<p style='display: none'>Iran<p>Iraq",
                "Iraq",
            ),
            ("roles", "<div role=navigation>Iran</div>Iraq", "Iraq"),
            ("captions", "<figure><img alt=Iran><figcaption>Chad</figcaption></figure>Iraq", "Chad\n\nIraq"),
            ("comments", "Ir<!-- Iran -->aq", "Iraq"),
            ("cells", "<table><tr><td>Iran<td>Iraq</table>", "Iran\n\nIraq"),
            ("head", "<html><head><title>Iran</title><body>Iraq", "Iraq"),
            ("what is never opened", "</nav></p>Iraq</b></table>", "Iraq"),
            ("what is never closed", "<div><nav>Iran</div>Iraq<b", "Iraq"),
            ("a lone sign", "1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ];
        for (what, text, wanted) in cases {
            assert_eq!(reads(text), wanted, "{what}");
        }
    }

    #[test]
    fn offsets_lead_back_over_entities_and_tags() {
        let text = "<p>In C&ocirc;te\r\n d&#8217;<b>Ivoire</b>, say";
        let reading = read(text);
        let read = reading.text(text);
        assert_eq!(read, "In Côte d’Ivoire, say");
        let at = |words: &str| read.find(words).map(|start| Span::new(start, start + words.len())).unwrap();
        assert_eq!(reading.original(at("Côte d’Ivoire")).of(text), "C&ocirc;te\r\n d&#8217;<b>Ivoire");
        assert_eq!(reading.original(at("ô")).of(text), "&ocirc;");
        assert_eq!(reading.original(at("say")).of(text), "say");
    }

    #[test]
    fn a_page_describes_itself() {
        let page = describe(
            "<title>Talks &amp; tea</title><meta property='article:published_time' content='2024-06-12T08:00Z'><p>x",
        );
        assert_eq!(page.title.as_deref(), Some("Talks & tea"));
        assert_eq!(page.date.unwrap().to_string(), "2024-06-12");
        assert_eq!(describe("<p>x"), Page::default());
    }

    /// Misnested tags must not make each step look at all that is open.
    #[test]
    fn takes_linear_time() {
        for unit in ["<div>", "<a></b>", "&amp;", "&", "<p><b>", "</p>", " \n", "<", "<br>", "<td>x", "&#"] {
            read(&unit.repeat(400_000 / unit.len()));
        }
    }
}
