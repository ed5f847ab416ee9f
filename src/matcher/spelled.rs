//! The spellings in which names are looked for: folded here, once, so that the article need not be.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::compile::Pattern;
use crate::parallel::both;
use crate::span::Span;
use crate::vocabulary::Case;
use crate::word::{capitalised, fold, is_invisible, plain};

/// All spellings of patterns, each once, with the numbers of those that share it.
///
/// They stand in the order of the alphabet from its end: the automaton keeps what follows a state as a list sorted by
/// byte, and so each byte is found or put in at its head.
#[derive(Clone, Debug)]
pub(super) struct Spelled {
    text: String,
    /// Where in the text each begins; one more at the end.
    begins: Vec<usize>,
    numbers: Vec<u32>,
    /// Of each, the first of its numbers; one more at the end.
    first: Vec<u32>,
}

impl Spelled {
    pub(super) fn new(patterns: &[Pattern<'_>]) -> Self {
        let (first, second) = patterns.split_at(patterns.len() / 2);
        let (second, mut all) = both(|| Written::new(second), || Written::new(first));
        all.append(second);
        let Written { text: written, mut spellings } = all;
        spellings.dedup_by(|b, a| a.number == b.number && a.is(b, &written));
        let mut spelled = Self {
            text: String::with_capacity(written.len()),
            begins: vec![0],
            numbers: spellings.iter().map(|spelling| spelling.number).collect(),
            first: vec![0],
        };
        for group in spellings.chunk_by(|a, b| a.is(b, &written)) {
            spelled.text.push_str(group[0].span.of(&written));
            spelled.begins.push(spelled.text.len());
            spelled.first.push(spelled.first[spelled.first.len() - 1] + group.len() as u32);
        }
        spelled
    }

    /// The spellings, in their order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.begins.windows(2).map(|ends| &self.text[ends[0]..ends[1]])
    }

    /// The numbers of the patterns that share a spelling, in the order in which they were given.
    pub(super) fn numbers(&self, spelling: usize) -> &[u32] {
        &self.numbers[self.first[spelling] as usize..self.first[spelling + 1] as usize]
    }
}

/// Spellings as they are written, side by side, and then sorted; some may stand there twice.
struct Written {
    text: String,
    spellings: Vec<Spelling>,
}

#[derive(Clone, Copy)]
struct Spelling {
    /// Its first eight bytes, which tell most spellings apart.
    opening: [u8; 8],
    span: Span,
    /// That of the pattern.
    number: u32,
}

impl Written {
    fn new(patterns: &[Pattern<'_>]) -> Self {
        let bytes = patterns.iter().map(|pattern| pattern.text.len()).sum::<usize>();
        let mut written =
            Self { text: String::with_capacity(3 * bytes), spellings: Vec::with_capacity(3 * patterns.len()) };
        for pattern in patterns {
            spell(pattern.text, pattern.case, |spelling| written.add(spelling, pattern.number));
        }
        written.sort();
        written
    }

    fn add(&mut self, spelling: &str, number: u32) {
        if spelling.is_empty() {
            return;
        }
        let mut opening = [0; 8];
        let count = spelling.len().min(8);
        opening[..count].copy_from_slice(&spelling.as_bytes()[..count]);
        let start = self.text.len();
        self.text.push_str(spelling);
        self.spellings.push(Spelling { opening, span: Span::new(start, self.text.len()), number });
    }

    /// Adds the spellings of patterns that were given behind these.
    fn append(&mut self, other: Self) {
        let before = self.text.len();
        self.text.push_str(&other.text);
        self.spellings.extend(other.spellings.into_iter().map(|spelling| {
            let span = Span::new(before + spelling.span.start, before + spelling.span.end);
            Spelling { span, ..spelling }
        }));
        self.sort(); // Two that are sorted become one.
    }

    /// Sorts by spelling, and leaves those of one spelling as they were given.
    fn sort(&mut self) {
        let bytes = self.text.as_bytes();
        let of = |spelling: &Spelling| &bytes[spelling.span.range()];
        let opening = |spelling: &Spelling| u64::from_be_bytes(spelling.opening);
        self.spellings.sort_by(|a, b| opening(b).cmp(&opening(a)).then_with(|| of(b).cmp(of(a))));
    }
}

impl Spelling {
    /// Whether it is spelled as the other one is.
    fn is(&self, other: &Self, written: &str) -> bool {
        self.opening == other.opening && self.span.of(written) == other.span.of(written)
    }
}

/// The spellings in which a name is looked for: as listed and without diacritics; in capitals; in lower case and as a title.
fn spell(name: &str, case: Case, mut each: impl FnMut(&str)) {
    if name.is_ascii() {
        return spell_ascii(&name.replace('`', "'"), case, each);
    }
    let composed = match is_nfc_quick(name.chars()) {
        IsNormalized::Yes => Cow::Borrowed(name), // As nearly all are.
        IsNormalized::No | IsNormalized::Maybe => name.nfc().collect(),
    };
    let written: String = composed.chars().map(plain).filter(|c| !is_invisible(*c)).collect();
    let folded = fold(&written);
    if case != Case::Exact {
        each(&written.to_uppercase());
        each(&folded.to_uppercase());
    }
    if case == Case::Any {
        each(&written.to_lowercase());
        each(&folded.to_lowercase());
        each(&capitalised(&written));
        each(&titled(&written));
    }
    if case == Case::Title {
        respell(&written, &mut each);
        respell(&folded, &mut each);
    }
    each(&written);
    each(&folded);
}

/// The same of a name in ASCII, as most are, which has no diacritics to leave out.
fn spell_ascii(written: &str, case: Case, mut each: impl FnMut(&str)) {
    match case {
        Case::Exact => {}
        Case::Acronym => each(&capitalised(&written.to_ascii_lowercase())),
        Case::Title => {
            each(&written.to_ascii_uppercase());
            respell(written, &mut each);
        }
        Case::Any => {
            each(&written.to_ascii_uppercase());
            each(&capitalised(written));
            each(&titled(written));
            each(&written.to_ascii_lowercase());
        }
    }
    each(written);
}

/// In the other ways in which the press writes a name: with capital particles ("Bashar Al-Assad", "Von der Leyen") and
/// without the stops of initials ("George W Bush").
fn respell(written: &str, mut each: impl FnMut(&str)) {
    let is_small = |part: &str| part.starts_with(char::is_lowercase) && !is_link(part);
    let particled = written.split([' ', '-']).any(is_small);
    if particled {
        let titled = titled(written);
        if written.starts_with(char::is_lowercase) && titled != capitalised(written) {
            each(&capitalised(written));
        }
        each(&titled);
    }
    if written.contains('.') && is_initialled(written) {
        each(&written.replace('.', ""));
    }
}

/// Whether each stop is that of an initial: "P.W. Botha".
fn is_initialled(written: &str) -> bool {
    let bytes = written.as_bytes();
    let is_initial = |at: usize| {
        at > 0 && bytes[at - 1].is_ascii_uppercase() && (at < 2 || matches!(bytes[at - 2], b' ' | b'.' | b'-'))
    };
    written.match_indices('.').all(|(at, _)| is_initial(at))
}

/// Small words that stay so in titles.
fn is_link(word: &str) -> bool {
    matches!(word, "of" | "the" | "and" | "for")
}

/// With a capital at every word, but for the small ones: "Minister of Foreign Affairs".
fn titled(text: &str) -> String {
    let mut titled = String::with_capacity(text.len());
    for part in text.split_inclusive([' ', '-']) {
        match part.trim_end() {
            link if is_link(link) && !titled.is_empty() => titled.push_str(part),
            _ => titled.push_str(&capitalised(part)),
        }
    }
    titled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings(name: &str, case: Case) -> Vec<String> {
        let spelled = Spelled::new(&[Pattern { text: name, case, number: 0 }]);
        spelled.iter().rev().map(str::to_owned).collect()
    }

    #[test]
    fn spells_a_name_in_every_way_of_the_press() {
        assert_eq!(spellings("Erdoğan", Case::Title), ["ERDOGAN", "ERDOĞAN", "Erdogan", "Erdoğan"]);
        assert_eq!(spellings("US", Case::Exact), ["US"]);
        assert_eq!(spellings("OPEC", Case::Acronym), ["OPEC", "Opec"]);
        assert_eq!(spellings("Côte d’Ivoire", Case::Exact), ["Cote d'Ivoire", "Côte d'Ivoire"]);
        assert_eq!(spellings("İlham", Case::Exact), ["Ilham"]);
        assert_eq!(spellings("von Trotta", Case::Title), ["VON TROTTA", "Von Trotta", "von Trotta"]);
        assert_eq!(spellings("Omar al-Masri", Case::Title), ["OMAR AL-MASRI", "Omar Al-Masri", "Omar al-Masri"]);
        assert_eq!(spellings("P.W. Smit", Case::Title), ["P.W. SMIT", "P.W. Smit", "PW Smit"]);
        assert_eq!(spellings("Bank of Perle", Case::Title), ["BANK OF PERLE", "Bank of Perle"]);
        assert_eq!(spellings("eurozone", Case::Any), ["EUROZONE", "Eurozone", "eurozone"]);
        assert_eq!(
            spellings("head of mission", Case::Any),
            ["HEAD OF MISSION", "Head of Mission", "Head of mission", "head of mission"]
        );
    }

    #[test]
    fn patterns_that_share_a_spelling_are_told_as_they_were_given() {
        let names = ["Congo", "Kongo", "Congo", "CONGO", "Congo Republic"];
        let patterns: Vec<Pattern<'_>> =
            (5..).zip(names).map(|(number, text)| Pattern { text, case: Case::Title, number }).collect();
        let spelled = Spelled::new(&patterns);
        let all: Vec<(&str, &[u32])> =
            (0..).map(|number| spelled.numbers(number)).zip(spelled.iter()).map(|(a, b)| (b, a)).collect();
        let wanted: [(&str, &[u32]); 6] = [
            ("Kongo", &[6]),
            ("KONGO", &[6]),
            ("Congo Republic", &[9]),
            ("Congo", &[5, 7]),
            ("CONGO REPUBLIC", &[9]),
            ("CONGO", &[5, 7, 8]),
        ];
        assert_eq!(all, wanted);
    }
}
