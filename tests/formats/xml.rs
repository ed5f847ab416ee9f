//! A document of XML as a tree, read by a parser that checks that it is well formed.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    pub(super) children: Vec<Element>,
    pub(super) text: String,
}

impl Element {
    /// The value of an attribute that must be there.
    pub(super) fn at(&self, name: &str) -> &str {
        self.attributes.get(name).unwrap_or_else(|| panic!("<{}> has no `{name}`: {self:?}", self.name))
    }

    /// The children of that name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The only child of that name.
    pub(super) fn only<'e>(&'e self, name: &'e str) -> &'e Element {
        let mut all = self.all(name);
        let only = all.next().unwrap_or_else(|| panic!("<{}> has no <{name}>", self.name));
        assert!(all.next().is_none(), "<{}> has several <{name}>", self.name);
        only
    }
}

/// Whether XML can hold the character.
pub(super) fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The root element.
pub(super) fn parsed(text: &str) -> Element {
    assert!(text.chars().all(is_allowed), "XML has no such character");
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") && text.ends_with(">\n"));
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        let start = |start: &BytesStart<'_>| Element {
            name: start.name().0.to_owned(),
            attributes: start
                .attributes()
                .map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    (attribute.key.0.to_owned(), value)
                })
                .collect(),
            ..Element::default()
        };
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(start(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(start(&tag)),
            Event::End(_) => {
                let element = open.pop().unwrap();
                open.last_mut().unwrap().children.push(element);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(name) => {
                let name = format!("&{};", &*name);
                open.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&name).unwrap());
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    let [document] = <[Element; 1]>::try_from(open).expect("every element is closed");
    let [root] = <[Element; 1]>::try_from(document.children).expect("there is one root");
    root
}
