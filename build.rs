//! The gazetteer is embedded by a macro that cannot see a file being added: Cargo is told here to look.

fn main() {
    println!("cargo::rerun-if-changed=gazetteer");
}
