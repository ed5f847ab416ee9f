//! The glass through which a text is read: one kind of space, apostrophe and hyphen for all, and nothing of what shows
//! nothing. The names are folded when they are compiled, so that the article need not be.

/// No name takes more bytes: beyond them what shows nothing is read no further, so that time stays linear.
pub(super) const LONGEST: usize = 1_024;

/// What is read of the text at one place, and how many bytes that takes.
pub(super) enum Step {
    /// One byte, whatever stands in the text.
    Byte(u8, usize),
    /// The bytes themselves.
    Raw(usize),
    /// Nothing to see.
    Skip(usize),
    /// The end of a paragraph, or of the text: no name goes on.
    Stop,
}

/// The width of the character that begins with the byte.
fn width_at(first: u8) -> usize {
    match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

pub(super) fn step(text: &str, at: usize) -> Step {
    let bytes = text.as_bytes();
    let Some(&byte) = bytes.get(at) else { return Step::Stop };
    match byte {
        b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => white_space(text, at),
        b'`' => Step::Byte(b'\'', 1),
        b'-' => hyphen(bytes, at, 1),
        0..=0x7f => Step::Byte(byte, 1),
        0xc2 => match bytes.get(at + 1) {
            Some(0xa0) => white_space(text, at),
            Some(0xad) => Step::Skip(2),
            _ => Step::Raw(2),
        },
        0xc4 if bytes.get(at + 1) == Some(&0xb0) => Step::Byte(b'I', 2), // İ
        0xca if matches!(bytes.get(at + 1), Some(0xbb | 0xbc)) => Step::Byte(b'\'', 2),
        0xcc => Step::Skip(2),
        0xcd if bytes.get(at + 1).is_some_and(|&second| second <= 0xaf) => Step::Skip(2),
        0xe2 => match (bytes.get(at + 1), bytes.get(at + 2)) {
            (Some(0x80), Some(0x80..=0x8a | 0xa8 | 0xa9 | 0xaf)) => white_space(text, at),
            (Some(0x80), Some(0x8b..=0x8d)) | (Some(0x81), Some(0xa0)) => Step::Skip(3),
            (Some(0x80), Some(0x90)) => hyphen(bytes, at, 3),
            (Some(0x80), Some(0x91..=0x93)) => Step::Byte(b'-', 3),
            (Some(0x80), Some(0x98 | 0x99 | 0xb2)) => Step::Byte(b'\'', 3),
            _ => Step::Raw(3),
        },
        0xef if bytes[at..].starts_with("\u{feff}".as_bytes()) => Step::Skip(3),
        _ => Step::Raw(width_at(byte)),
    }
}

/// A hyphen at the end of a line, before a small letter, only breaks a word ("Euro-/pean"); before a capital it stands in
/// a name ("Guinea-/Bissau").
fn hyphen(bytes: &[u8], at: usize, width: usize) -> Step {
    let rest = &bytes[at + width..];
    let line_end = match rest {
        [b'\n', ..] => 1,
        [b'\r', b'\n', ..] => 2,
        _ => return Step::Byte(b'-', width),
    };
    let indent = rest[line_end..].iter().take_while(|byte| **byte == b' ').count();
    let width = width + line_end + indent;
    match bytes.get(at + width) {
        Some(next) if next.is_ascii_lowercase() => Step::Skip(width),
        Some(next) if next.is_ascii_uppercase() => Step::Byte(b'-', width),
        _ => Step::Stop,
    }
}

/// A run of white space reads as one space, also over the end of a line or a page; an empty line ends every name, unless
/// the page ends there.
fn white_space(text: &str, at: usize) -> Step {
    let mut lines = 0;
    let mut width = 0;
    let mut page_ends = false;
    for c in text[at..].chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => lines += 1,
            '\x0c' => page_ends = true,
            c if c.is_whitespace() => {}
            _ => return if lines > 1 && !page_ends { Step::Stop } else { Step::Byte(b' ', width) },
        }
        width += c.len_utf8();
        if width > LONGEST {
            return Step::Stop;
        }
    }
    Step::Stop
}
