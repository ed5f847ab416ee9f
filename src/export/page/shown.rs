//! An article as a page shows it: what was read of it, in paragraphs, counted as JavaScript counts.

use crate::article::Reading;
use crate::span::Span;

/// The text that was read, and where the article's bytes stand in it.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub(super) text: &'a str,
    pub(super) blocks: Vec<(u32, Level)>,
    /// Of each byte of the article, where its character begins and ends in the text, in UTF-16 units.
    places: Vec<[u32; 2]>,
}

/// What a paragraph is: 0 plain, 1 to 6 a heading, 7 an item of a list.
pub(super) type Level = u8;

const ITEM: Level = 7;

/// The place of a byte that was not read, until it is known what stands beside it.
const UNREAD: u32 = u32::MAX;

impl<'a> Shown<'a> {
    pub(super) fn new(original: &'a str, reading: &'a Reading) -> Self {
        let mut places = vec![[UNREAD; 2]; original.len()];
        // Where the pieces begin: in the text by bytes, in the article.
        let mut begins = Vec::new();
        let (mut bytes, mut units) = (0, 0);
        for piece in reading.pieces(original) {
            begins.push((bytes, piece.original.start));
            bytes += piece.text.len();
            let whole = [units, units + length(piece.text)];
            match piece.verbatim {
                true => {
                    for (offset, c) in piece.text.char_indices() {
                        let start = piece.original.start + offset;
                        let end = units + c.len_utf16() as u32;
                        places[start..start + c.len_utf8()].fill([units, end]);
                        units = end;
                    }
                }
                false => places[piece.original.range()].fill(whole),
            }
            units = whole[1];
        }
        // What was not read begins where the next that was read does, and ends where the last did.
        let mut last = 0;
        for place in &mut places {
            match place[1] {
                UNREAD => place[1] = last,
                end => last = end,
            }
        }
        let mut next = units;
        for place in places.iter_mut().rev() {
            match place[0] {
                UNREAD => place[0] = next,
                begin => next = begin,
            }
        }
        let text = reading.text(original);
        let level = |at: usize| {
            let piece = begins.partition_point(|&(begin, _)| begin <= at).checked_sub(1)?;
            let (begin, start) = begins[piece];
            level(original, start + (at - begin))
        };
        let is_plain = reading.is_plain();
        let blocks = paragraphs(text).map(|(at, units)| (units, if is_plain { 0 } else { level(at).unwrap_or(0) }));
        Self { text, blocks: blocks.collect(), places }
    }

    /// Where a stretch of the article stands in the text, in UTF-16 units.
    pub(super) fn place(&self, span: Span) -> [u32; 2] {
        let begin = self.places.get(span.start).map_or(0, |place| place[0]);
        let end = span.end.checked_sub(1).and_then(|last| self.places.get(last)).map_or(begin, |place| place[1]);
        [begin, end.max(begin)]
    }
}

/// Where the paragraphs begin, in bytes and in UTF-16 units: after a line of nothing but white space.
fn paragraphs(text: &str) -> impl Iterator<Item = (usize, u32)> {
    let mut next = (0, 0);
    let mut ended = true;
    text.split_inclusive('\n').filter_map(move |line| {
        let here = next;
        next = (here.0 + line.len(), here.1 + length(line));
        let is_blank = line.trim().is_empty();
        let begins = ended && !is_blank;
        ended = is_blank;
        begins.then_some(here)
    })
}

/// What the marks before a stretch on its line make of the paragraph that begins there.
fn level(article: &str, start: usize) -> Option<Level> {
    let before = article.get(..start)?;
    let marks = before.rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '>']);
    // Of a page of HTML the last tag.
    let tag = marks.rsplit_once('<').map_or("", |(_, tag)| tag).to_ascii_lowercase();
    match tag.as_bytes() {
        [b'h', digit @ b'1'..=b'6', ..] => return Some(digit - b'0'),
        [b'l', b'i', b'>' | b' ', ..] => return Some(ITEM),
        _ => {}
    }
    let hashes = marks.bytes().take_while(|&byte| byte == b'#').count();
    let numbered = marks.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_item = ["- ", "* ", "+ "].iter().any(|mark| marks.starts_with(mark))
        || (numbered.len() < marks.len() && [". ", ") "].iter().any(|mark| numbered.starts_with(mark)));
    match hashes {
        1..=6 => Some(hashes as Level),
        _ => is_item.then_some(ITEM),
    }
}

fn length(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    /// The stretch of the text that a stretch of the article became, and the levels of all paragraphs.
    fn cut(article: &Article<'_>, wanted: &str) -> (String, Vec<Level>) {
        let reading = article.markup().read(article.text());
        let shown = Shown::new(article.text(), &reading);
        let start = article.text().find(wanted).unwrap();
        let [begin, end] = shown.place(Span::new(start, start + wanted.len()));
        let units: Vec<u16> = shown.text.encode_utf16().collect();
        let levels = shown.blocks.iter().map(|&(_, level)| level).collect();
        (String::from_utf16(&units[begin as usize..end as usize]).unwrap(), levels)
    }

    #[test]
    fn counts_as_javascript_does() {
        let article = Article::new("“Türkiye” 🇹🇷 met\nPeru.\r\n\r\nÅland 😀\n\n\nstayed # 1.");
        for wanted in ["Türkiye", "🇹🇷", "Peru", "Åland 😀", "stayed"] {
            assert_eq!(cut(&article, wanted), (wanted.to_owned(), vec![0, 0, 0]));
        }
    }

    #[test]
    #[cfg(feature = "markdown")]
    fn markup_has_no_width_and_makes_headings_and_items() {
        let text = "---\ntitle: T\n---\n# Chile & Perú\n\nThe **Quai** d’[Orsay](https://a.example) &amp; 🇵🇪.\n\n\
                    - **Peru.** It is 😀 here.\n1. One\n\n> ## Chile\n";
        let article = Article::new(text).markdown();
        let levels = vec![1, 0, ITEM, ITEM, 2];
        let became = [("Perú", "Perú"), ("**Quai** d’[Orsay]", "Quai d’Orsay"), ("&amp;", "&"), ("**Peru.**", "Peru.")];
        for (wanted, shown) in became.into_iter().chain([("😀", "😀"), ("title", ""), ("https", "")]) {
            assert_eq!(cut(&article, wanted), (shown.to_owned(), levels.clone()));
        }
    }
}
