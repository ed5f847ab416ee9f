//! From a text to its relations, in ten lines.

use detente::{Article, Error, Extractor};

fn main() -> Result<(), Error> {
    let text = "Finland joined NATO on Tuesday. Moscow warned Helsinki. Sauli Niinistö thanked Jens Stoltenberg.";
    let found = Extractor::bundled().extract(Article::new(text).dated("2023-04-05")?);
    for relation in found.relations() {
        println!("{relation}");
    }
    Ok(())
}
