//! What GraphML and GEXF share: an indented XML document.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

/// Writes an XML document: the declaration, what `write` writes, and a line end.
pub(super) fn document(
    mut out: impl Write,
    write: impl FnOnce(&mut Writer<&mut dyn Write>) -> io::Result<()>,
) -> io::Result<()> {
    let out: &mut dyn Write = &mut out;
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    write(&mut xml)?;
    xml.into_inner().write_all(b"\n")
}
