//! A bloc that no gazetteer lists, laid over the one that the crate ships: it is found, and so is who belongs to it.

use detente::{Article, Error, Extractor, FactType, Gazetteer, RelationKind};

/// The same TOML as in the crate's `gazetteer` folder; its README says what else a record may state.
const MINE: &str = r#"
[[bloc]]
id = "AMBER"
name = "Amber Compact"
acronyms = ["ABC"]
described_as = ["compact"]
from = "2031-05-01"
members = [
    { id = "state:EST", from = "2031-05-01" },
    { id = "state:LVA", from = "2031-05-01" },
    { id = "state:POL", from = "2033-01-01", status = "observer" },
]
"#;

fn main() -> Result<(), Error> {
    let gazetteer = Gazetteer::builder().bundled().text("mine.toml", MINE).build()?;
    let extractor = Extractor::builder().gazetteer(gazetteer).build()?;

    let text = "Estonia will host the Amber Compact in June. The compact's members asked Warsaw to join the ABC fully.";
    let found = extractor.extract(Article::new(text).dated("2034-04-20")?);
    for mention in found.mentions() {
        println!("{}", mention.why());
    }

    let graph = found.into_graph();
    let member = RelationKind::Fact(FactType::MemberOf);
    for (source, target, edge) in graph.relations().filter(|(.., edge)| edge.kind() == member) {
        let status = edge.status().map_or("", |status| status.as_str());
        let period = edge.period().unwrap_or_default();
        println!("{source} belongs to the {target}: {status}, {period}");
    }
    Ok(())
}
