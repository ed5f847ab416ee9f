//! Marks around words: quotation marks, brackets, dashes.

pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '»' | '*' | '_' | '›')
}

pub(super) fn is_quote_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | '»')
}

pub(super) fn is_opener(c: char) -> bool {
    is_dash(c)
        || matches!(
            c,
            '"' | '\'' | '\u{201c}' | '\u{2018}' | '\u{201e}' | '(' | '[' | '«' | '*' | '_' | '‹' | '¿' | '¡'
        )
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '-')
}
