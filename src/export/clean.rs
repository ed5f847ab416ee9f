//! Text for formats that hold one line of it and no control characters.

use std::borrow::Cow;

/// The text on one line: white space that is no space as a space, and without the characters that XML cannot hold.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let kept = |c: char| match c {
        c if is_plain(c) => Some(c),
        c => c.is_whitespace().then_some(' '),
    };
    text.chars().filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_goes() {
        assert_eq!(clean("a\tb\nc\u{85}d\u{1}\u{FFFE}e f"), "a b c de f");
    }
}
