//! RDF as N-Triples, with Wikidata's ids.

use std::fmt::Display;
use std::io::{self, Write};

use super::attribute::{Link, iso3};
use super::event::Event;
use crate::date::PartialDate;
use crate::gazetteer::Entity;
use crate::graph::{ArticleRecord, Node, RelationGraph};
use crate::relation::RelationKind;
use crate::vocabulary::{Kind, Office, Status};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const WIKIDATA: &str = "http://www.wikidata.org/entity/";
/// From an item to a statement about it; from the statement to its value; to what qualifies it.
const P: &str = "http://www.wikidata.org/prop/";
const PS: &str = "http://www.wikidata.org/prop/statement/";
const PQ: &str = "http://www.wikidata.org/prop/qualifier/";
/// Our own words.
const OWN: &str = "urn:detente:v1:";

/// Wikidata's properties of the first and the last day on which a statement holds.
const START_TIME: &str = "P580";
const END_TIME: &str = "P582";

impl RelationGraph {
    /// Returns the graph as [N-Triples](https://www.w3.org/TR/n-triples/), with an IRI of Wikidata for what has an id
    /// there and a `urn:detente:` for the rest.
    ///
    /// A relation is a node of its own with its count and dates, because it is said at times and not always true. What
    /// corresponds to a property of Wikidata is a statement of that property too, with its qualifiers; the rest is in
    /// words of our own. [`docs::formats`](crate::docs::formats) lists them.
    ///
    /// ```
    /// let graph = detente::Extractor::bundled().extract("Chile met Peru.").into_graph();
    /// let chile = "<http://www.wikidata.org/entity/Q298> <http://www.w3.org/2000/01/rdf-schema#label> \"Chile\"@en .\n";
    /// assert!(graph.to_ntriples().contains(chile));
    /// ```
    pub fn to_ntriples(&self) -> String {
        super::text(|out| self.write_ntriples(out))
    }

    pub(super) fn write_ntriples(&self, out: impl Write) -> io::Result<()> {
        let mut triples = Triples(out);
        self.articles().try_for_each(|article| triples.article(article))?;
        self.nodes().try_for_each(|node| triples.entity(node))?;
        self.links().try_for_each(|link| triples.relation(&link))?;
        self.events().iter().try_for_each(|event| triples.event(event))?;
        triples.0.flush()
    }
}

struct Triples<W>(W);

impl<W: Write> Triples<W> {
    fn add(&mut self, subject: &str, predicate: &str, object: impl Display) -> io::Result<()> {
        writeln!(self.0, "<{subject}> <{predicate}> {object} .")
    }

    /// Adds what a word of our own says of the subject.
    fn own(&mut self, subject: &str, word: &str, object: impl Display) -> io::Result<()> {
        self.add(subject, &format!("{OWN}{word}"), object)
    }

    fn r#type(&mut self, subject: &str, class: &str) -> io::Result<()> {
        self.add(subject, &format!("{RDF}type"), iri(&format!("{OWN}{class}")))
    }

    fn article(&mut self, article: &ArticleRecord) -> io::Result<()> {
        let subject = article_iri(article);
        self.r#type(&subject, "Article")?;
        self.add(&subject, &format!("{DCTERMS}identifier"), literal(&article.id()))?;
        if let Some(title) = article.title() {
            self.add(&subject, &format!("{DCTERMS}title"), english(title))?;
        }
        match article.date() {
            Some(date) => self.add(&subject, &format!("{DCTERMS}date"), dated(date)),
            None => Ok(()),
        }
    }

    fn entity(&mut self, node: &Node) -> io::Result<()> {
        let entity = node.entity();
        let subject = entity_iri(entity);
        self.r#type(
            &subject,
            match entity.kind() {
                Kind::State => "State",
                Kind::Territory => "Territory",
                Kind::Bloc => "Bloc",
                Kind::Leader => "Person",
                Kind::Other(_) => "Entity",
            },
        )?;
        self.add(&subject, &format!("{RDFS}label"), english(entity.name()))?;
        self.add(&subject, &format!("{DCTERMS}identifier"), literal(entity.id()))?;
        self.own(&subject, "kind", literal(entity.kind().as_str()))?;
        if let Some(code) = iso3(entity) {
            self.own(&subject, "iso3", literal(code))?;
        }
        if let Some(number) = entity.gleditsch_ward() {
            self.own(&subject, "gw", integer(number))?;
        }
        self.own(&subject, "mentions", integer(node.count()))?;
        self.own(&subject, "articles", integer(node.articles()))
    }

    fn relation(&mut self, link: &Link<'_>) -> io::Result<()> {
        let subject = relation_iri(link.source, link.edge.kind(), link.target);
        let ends = [entity_iri(link.source), entity_iri(link.target)];
        match link.edge.kind() {
            // It has no direction, and so neither subject nor object.
            RelationKind::CoOccurrence => {
                self.r#type(&subject, "CoOccurrence")?;
                ends.iter().try_for_each(|end| self.own(&subject, "between", iri(end)))?;
                self.own(&subject, "weight", typed(format!("{:E}", link.weight()), "double"))?;
            }
            RelationKind::Event(event) => {
                self.r#type(&subject, "Event")?;
                self.reified(&subject, event.as_str(), &ends)?;
                self.own(&subject, "class", literal(event.class().as_str()))?;
            }
            RelationKind::Fact(fact) => {
                self.r#type(&subject, "Fact")?;
                self.reified(&subject, fact.as_str(), &ends)?;
                self.fact(&subject, link, &ends)?;
            }
        }
        self.own(&subject, "count", integer(link.edge.count()))?;
        self.own(&subject, "articles", integer(link.edge.articles()))?;
        link.dates().try_for_each(|date| self.own(&subject, "date", dated(date)))
    }

    /// Adds source, type and target as RDF's own words have it.
    fn reified(&mut self, subject: &str, predicate: &str, [source, target]: &[String; 2]) -> io::Result<()> {
        self.add(subject, &format!("{RDF}subject"), iri(source))?;
        self.add(subject, &format!("{RDF}predicate"), iri(&format!("{OWN}{predicate}")))?;
        self.add(subject, &format!("{RDF}object"), iri(target))
    }

    fn fact(&mut self, subject: &str, link: &Link<'_>, [source, target]: &[String; 2]) -> io::Result<()> {
        if let Some(status) = link.edge.status() {
            self.own(subject, "status", literal(status.as_str()))?;
        }
        if let Some(office) = link.edge.office() {
            self.own(subject, "office", literal(office.as_str()))?;
        }
        let period = link.edge.period().unwrap_or_default();
        if let Some(from) = period.from {
            self.add(subject, &format!("{PQ}{START_TIME}"), dated(from))?;
        }
        if let Some(until) = period.until {
            self.add(subject, &format!("{PQ}{END_TIME}"), dated(until))?;
        }
        match wikidata_property(link) {
            Some((property, Direction::Same)) => self.statement(subject, property, source, target),
            Some((property, Direction::Reversed)) => self.statement(subject, property, target, source),
            None => Ok(()),
        }
    }

    /// Adds what makes the subject a statement as Wikidata has them.
    fn statement(&mut self, subject: &str, property: &str, of: &str, value: &str) -> io::Result<()> {
        self.add(of, &format!("{P}{property}"), iri(subject))?;
        self.add(subject, &format!("{PS}{property}"), iri(value))
    }

    fn event(&mut self, event: &Event<'_>) -> io::Result<()> {
        let subject = format!("urn:detente:passage:{}", encoded(&event.id()));
        let relation = relation_iri(event.source, RelationKind::Event(event.r#type), event.target);
        let (passage, told) = (event.passage, event.told);
        self.r#type(&subject, "Passage")?;
        self.own(&subject, "tells", iri(&relation))?;
        self.own(&subject, "article", iri(&article_iri(passage.article())))?;
        self.own(&subject, "cameo", literal(&told.cameo))?;
        self.own(&subject, "goldstein", typed(format!("{:?}", told.goldstein()), "decimal"))?;
        self.own(&subject, "modality", literal(told.modality.as_str()))?;
        if let Some(speaker) = &told.attributed_to {
            self.own(&subject, "attributedTo", iri(&entity_iri(speaker)))?;
        }
        for (word, sector) in [("sourceSector", told.source_sector), ("targetSector", told.target_sector)] {
            if let Some(sector) = sector {
                self.own(&subject, word, literal(sector.as_str()))?;
            }
        }
        if let Some(year) = told.when {
            self.own(&subject, "recalledYear", typed(format!("{year:04}"), "gYear"))?;
        }
        self.own(&subject, "quote", english(&passage.quote()))
    }
}

/// How a property of Wikidata runs: as the fact does, or from its target to its source.
enum Direction {
    Same,
    Reversed,
}

/// The property of Wikidata that says the same as a fact, where one does: member of, head of state, head of government,
/// chairperson. A candidate is no member, a party's leader no head of state, and a region has neither.
fn wikidata_property(link: &Link<'_>) -> Option<(&'static str, Direction)> {
    if let Some(status) = link.edge.status() {
        return (status == Status::Member).then_some(("P463", Direction::Same));
    }
    let property = match (link.target.kind(), link.edge.office()?) {
        (Kind::State, Office::President | Office::Monarch | Office::HeadOfState) => "P35",
        (Kind::State, Office::PrimeMinister | Office::Chancellor | Office::HeadOfGovernment) => "P6",
        (Kind::Bloc, Office::Chair) => "P488",
        _ => return None,
    };
    Some((property, Direction::Reversed))
}

fn entity_iri(entity: &Entity) -> String {
    match entity.wikidata() {
        Some(id) => format!("{WIKIDATA}{}", encoded(id)),
        None => format!("urn:detente:entity:{}", encoded(entity.id())),
    }
}

fn article_iri(article: &ArticleRecord) -> String {
    format!("urn:detente:article:{}", encoded(&article.id()))
}

fn relation_iri(source: &Entity, kind: RelationKind, target: &Entity) -> String {
    format!("urn:detente:relation:{}/{kind}/{}", encoded(source.id()), encoded(target.id()))
}

fn iri(iri: &str) -> String {
    format!("<{iri}>")
}

/// The text as a part of an IRI: what may not stand there, and what divides its parts, in percent.
fn encoded(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte);
    let encode = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(encode).collect()
}

fn typed(value: impl Display, datatype: &str) -> String {
    format!("\"{value}\"^^<{XSD}{datatype}>")
}

fn integer(number: u32) -> String {
    typed(number, "integer")
}

/// A date as exact as it is known.
fn dated(date: PartialDate) -> String {
    let datatype = match (date.month(), date.day()) {
        (_, Some(_)) => "date",
        (Some(_), None) => "gYearMonth",
        (None, None) => "gYear",
    };
    typed(date, datatype)
}

fn english(text: &str) -> String {
    format!("{}@en", literal(text))
}

/// A literal in quotes, escaped as canonical N-Triples has it.
fn literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            '\u{8}' => literal.push_str("\\b"),
            '\u{C}' => literal.push_str("\\f"),
            c if c.is_ascii_control() => literal.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_stand_there_is_escaped() {
        assert_eq!(literal("a\"\\\n\u{1}ä"), r#""a\"\\\n\u0001ä""#);
        assert_eq!(encoded("a b/<ä>~1"), "a%20b%2F%3C%C3%A4%3E~1");
    }

    #[test]
    fn a_date_has_the_type_of_what_is_known() {
        for (date, datatype) in [("2024", "gYear"), ("2024-02", "gYearMonth"), ("2024-02-29", "date")] {
            assert_eq!(dated(date.parse().unwrap()), format!("\"{date}\"^^<{XSD}{datatype}>"));
        }
    }
}
