//! What an element of HTML means to a reader: whether its words are read, and whether it stands apart.

use crate::word::WordList;

/// What is no text of the article: what browsers do not show, what steers the page, what surrounds the article.
#[rustfmt::skip]
static BOILERPLATE: WordList<128> = WordList::new(&[
    "applet", "aside", "audio", "button", "canvas", "code", "datalist", "dialog", "embed", "form", "frameset", "head",
    "iframe", "input", "kbd", "map", "math", "menu", "meter", "nav", "noembed", "noframes", "noscript", "object",
    "option", "output", "progress", "samp", "script", "search", "select", "style", "svg", "template", "textarea",
    "title", "var", "video",
]);

/// The roles by which a page says the same of any element.
static BOILERPLATE_ROLES: WordList<32> = WordList::new(&[
    "alert",
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "form",
    "menu",
    "menubar",
    "navigation",
    "search",
    "toolbar",
]);

/// What breaks paragraphs, and with them sentences. All else stands in the line, names across it too.
#[rustfmt::skip]
static BLOCKS: WordList<128> = WordList::new(&[
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "optgroup", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
]);

/// What holds nothing and is never closed.
static VOID: WordList<32> = WordList::new(&[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
]);

/// What may stand in the head of a page; all else begins its body.
static IN_HEAD: WordList<32> =
    WordList::new(&["base", "link", "meta", "noscript", "script", "style", "template", "title"]);

/// Whether the element's words are no part of an article; `role` is its attribute of that name.
pub(super) fn is_boilerplate(name: &str, role: &str) -> bool {
    BOILERPLATE.holds(name) || BOILERPLATE_ROLES.holds_in_any_case(role)
}

/// Whether the element is what an article is wrapped in: what stands in it is the article's own.
pub(super) fn is_article(name: &str) -> bool {
    matches!(name, "article" | "main")
}

/// Whether the element, outside an article, heads or closes the page: its logo, its menus, its imprint.
pub(super) fn frames_page(name: &str) -> bool {
    matches!(name, "header" | "footer")
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.holds(name)
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.holds(name)
}

/// Whether an open element ends where another begins, though nothing closes it: a paragraph at any block, an item at
/// the next one.
pub(super) fn ends_at(open: &str, next: &str) -> bool {
    match open {
        "p" => is_block(next),
        "li" | "tr" | "option" => next == open,
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr"),
        "head" => !IN_HEAD.holds(next),
        _ => false,
    }
}
