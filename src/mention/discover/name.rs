//! Persons' names where they stand in a text, by how they are written.

use crate::lexicon::People;
use crate::mention::context::{is_name_like, word_after};
use crate::span::Span;
use crate::word::{DAYS_AND_MONTHS, WordList, fold, folded};

/// The person's name that begins at `at`, without titles: two to four capitalised words, with what stands between them.
pub(super) fn name_at(text: &str, at: usize, people: &People) -> Option<Span> {
    let end = words_of_name(text.get(at..)?, true).last()?;
    checked(text, Span::new(at, at + end), people)
}

/// The person's name with which the stretch ends.
pub(super) fn name_at_end(text: &str, stretch: Span, people: &People) -> Option<Span> {
    let piece = stretch.of(text);
    let capitals = piece.char_indices().filter(|(_, c)| c.is_uppercase());
    let mut starts = capitals.map(|(start, _)| start);
    let start = starts.find(|&start| words_of_name(&piece[start..], false).any(|end| start + end == piece.len()))?;
    checked(text, Span::new(stretch.start + start, stretch.end), people)
}

/// The particles that may stand before a later word of a name.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "al-", "el-", "ul-", "an-", "ad-", "as-", "ash-", "de ", "da ", "dos ", "do ", "von ", "van ", "bin ", "bint ",
    "ibn ", "der ", "den ", "la ", "le ", "del ", "di ", "du ", "ten ", "ter ", "abu ", "ould ", "al ", "el ", "e ",
    "y ",
];

/// Where a full name at the beginning of a text may end: behind its second, third or fourth word, with the stop of an
/// abbreviated one if `stops`.
fn words_of_name(text: &str, stops: bool) -> impl Iterator<Item = usize> {
    let mut at = text.starts_with(char::is_uppercase).then(|| run(text, is_in_first_word));
    let later = std::iter::from_fn(move || {
        let from = at?;
        let end = from + later_word(&text[from..])?;
        // Only a short word is abbreviated: "Jr.", but not the last of a sentence.
        let is_short = text[from..end].trim_start().len() <= 3;
        at = Some(end + usize::from(stops && is_short && text[end..].starts_with('.')));
        at
    });
    later.take(3)
}

/// The length of white space, particles and a capitalised word of at least two letters.
fn later_word(text: &str) -> Option<usize> {
    let mut rest = text.strip_prefix(char::is_whitespace)?;
    for _ in 0..2 {
        // Most words of names have capitals, and particles have none.
        if !matches!(rest.as_bytes(), [b'a'..=b'z', ..]) {
            break;
        }
        let particle = PARTICLES.iter().find_map(|particle| rest.strip_prefix(particle));
        rest = particle.unwrap_or(rest);
    }
    rest = rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
    let behind = rest.strip_prefix(char::is_uppercase)?;
    let length = run(behind, is_in_later_word);
    (length > 0).then(|| text.len() - behind.len() + length)
}

fn run(text: &str, within: fn(char) -> bool) -> usize {
    text.find(|c| !within(c)).unwrap_or(text.len())
}

fn is_in_later_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\'' | '’' | '-')
}

fn is_in_first_word(c: char) -> bool {
    is_in_later_word(c) || c == '.'
}

/// The name without titles at its beginning and without what is no name at its end.
fn checked(text: &str, span: Span, people: &People) -> Option<Span> {
    let mut span = trimmed(text, span);
    span.end -= text[span.range()].len() - text[span.range()].trim_end_matches(['.', '\'', '’', '-']).len();
    // "Attorney General Ana Paz's report".
    let owner = ["'s", "\u{2019}s"].into_iter().find_map(|s| text[span.range()].strip_suffix(s));
    span.end = owner.map_or(span.end, |owner| span.start + owner.len());
    loop {
        let before = text[..span.start].char_indices().next_back().map(|(before, _)| before);
        let first =
            before.and_then(|before| word_after(&text[..span.end], before)).filter(|word| word.start == span.start);
        let first = match first {
            Some(first) => first,
            None => Span::new(span.start, span.start + text[span.range()].find(' ')?),
        };
        let written = &text[first.start..first.end];
        if !people.are_title(written) || people.is_given_name(&folded(written)) {
            break;
        }
        let rest = &text[first.end..span.end];
        span.start = first.end + (rest.len() - rest.trim_start_matches([' ', '.', '\n']).len());
    }
    let name = span.of(text);
    let mut like_names = 0;
    let mut last_is_like = false;
    for word in name.split_whitespace() {
        if is_no_name(word) {
            return None;
        }
        last_is_like = is_name_like(word);
        like_names += u32::from(last_is_like);
    }
    (like_names >= 2 && last_is_like).then_some(span)
}

/// Capitalised words that stand beside names and are none.
fn is_no_name(word: &str) -> bool {
    #[rustfmt::skip]
    static WORDS: WordList<256> = WordList::new(&[
        "Minister", "President", "Secretary", "Ministry", "Government", "Council", "Committee", "Party", "Union", "Bank",
        "University", "Street", "The", "Parliament", "Army", "Court", "Agency", "Commission", "Republic", "Affairs",
        "Security", "House", "State", "States", "General", "Foreign", "Defence", "Defense", "Prime", "Deputy", "National",
        "International", "Assembly", "Senate", "Congress", "Movement", "Front", "Association", "Organization",
        "Organisation", "Group", "Force", "Forces", "Summit", "Conference", "Treaty", "Agreement", "War", "Airport",
        "City", "Province", "Region", "World", "Africa", "Asia", "Central", "Europe", "North", "South", "East", "West", "He",
        "She", "They", "In", "On", "At", "But", "And", "For", "Chief", "Sea", "Index", "Director", "Manager", "Market", "Exchange",
        "Survey", "Department", "Office", "Board", "Service", "Institute", "Company", "Corporation", "Hospital", "School",
        "College", "League", "Cup", "Stadium", "Consumer", "Producer", "Industrial", "Administrator", "Representative", "Motors",
        "Electric", "Insurance", "Petroleum", "Services", "Utilities", "Holdings", "Securities", "Industries", "Systems",
    ]);
    let word = word.trim_end_matches(['.', ',', '\'', '’']);
    // May is a name as well.
    WORDS.holds(word) || DAYS_AND_MONTHS.holds(word) && word != "May"
}

pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start + (piece.len() - piece.trim_start().len());
    Span::new(start, start + piece.trim().len())
}

/// The name in lower case and ASCII, with hyphens: the key of an id.
pub(super) fn slug(name: &str) -> String {
    let folded = fold(name).to_lowercase();
    let mut slug = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '\'' | '\u{2019}' | '.' => {}
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches('-').to_owned()
}
