//! What holds of every text, tried on texts made of names, glue and noise.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use detente::{Article, Extraction, Extractor, Form, Span};
use proptest::prelude::*;
use proptest::sample::select;

use crate::{extractor_over, in_crate};

const GAZETTEER: &str = r#"
[[state]]
id = "ARM"
name = "Armenia"
demonyms = ["Armenian", "Armenians"]
capitals = ["Yerevan"]
described_as = ["republic"]

[[state]]
id = "TUR"
name = "Turkey"
names = ["Türkiye"]
demonyms = ["Turkish", "Turks"]
capitals = ["Ankara"]

[[state]]
id = "USA"
name = "United States"
acronyms = ["U.S.", "US"]
demonyms = ["American"]

[[bloc]]
id = "CSTO"
name = "Collective Security Treaty Organization"
acronyms = ["CSTO"]
described_as = ["bloc", "alliance"]
members = [{ id = "state:ARM", from = "2002-10-07" }]

[[leader]]
id = "nikol-pashinyan"
name = "Nikol Pashinyan"
offices = [{ office = "prime-minister", of = "state:ARM", from = "2018-05-08" }]

[[leader]]
id = "recep-tayyip-erdogan"
name = "Recep Tayyip Erdoğan"
offices = [{ office = "president", of = "state:TUR", from = "2014-08-28" }]
"#;

/// All names above, folded: without diacritics, in lower case; and the surnames that follow from them.
const NAMES: &[&str] = &[
    "armenia",
    "armenian",
    "armenians",
    "yerevan",
    "turkey",
    "turkiye",
    "turkish",
    "turks",
    "ankara",
    "united states",
    "u.s.",
    "us",
    "american",
    "collective security treaty organization",
    "csto",
    "nikol pashinyan",
    "pashinyan",
    "recep tayyip erdogan",
    "erdogan",
];

/// What may stand anywhere in a page, broken or not.
#[cfg(feature = "html")]
const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<nav>",
    "</div>",
    "<br>",
    "<script>",
    "<!-- ",
    "<pre>",
    "<td",
    "&",
    "&#x130;",
    "&nbsp;",
    "&#0;",
    "&notit;",
    "<form><main>",
    "<title>",
    "<p hidden>",
    "<![CDATA[",
    "<?xml?>",
    "<time datetime=2020-01-01>",
];

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| extractor_over(GAZETTEER));

fn word() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        4 => select(vec![
            "Armenia", "Armenian", "Yerevan", "Turkey", "Türkiye", "Turkish", "Ankara", "United States", "U.S.", "US",
            "CSTO", "Collective Security Treaty Organization", "Nikol Pashinyan", "Pashinyan", "Mr. Pashinyan",
            "Recep Tayyip Erdoğan", "Erdog\u{306}an", "President Erdogan", "the Turkish president", "the bloc",
            "its prime minister", "ARMENIA", "the alliance", "Foreign Minister Ara Petrosyan", "Petrosyan",
            "the Green Table (GT)", "GT", "—CSTO (Collective Security Treaty Organization)",
        ]),
        4 => select(vec![
            "met", "left", "accused", "said", "and", "of", "in", "with", "former", "Gen.", "no", "12", "Dec.", "the",
            "froze its membership of", "was attacked by", "will not join", "He", "It", "They", "told", "troops",
        ]),
        2 => select(vec![
            ".", ". ", "? ", "! ", ", ", "\n", "\n\n", "; ", " — ", "'s ", "’s ", "\" ", "“", "”", "(", ")", "...", "…",
            "- ", "# ", "**", "_", "`", "> ", "[", "](", "](http://x.org/Armenia)", "@", "www.", "/", "|", "\t", "\r\n",
            "\u{ad}", "\u{200b}", "\u{feff}", "é", "İ", "ß", "汉字", "🇦🇲", "&amp;", "<b>", "---\n",
        ]),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let joint = prop_oneof![3 => Just(" "), 1 => Just("")];
    prop::collection::vec((word(), joint), 0..60)
        .prop_map(|words| words.into_iter().flat_map(|(word, joint)| [word, joint]).collect())
}

/// Inserts what shows nothing, or a line's end, at places of a text.
fn disturbed() -> impl Strategy<Value = String> {
    let noise = select(vec!['\u{ad}', '\n', '\r', '\u{200b}', '\u{a0}', '\u{301}', '\0', '.']);
    (text(), prop::collection::vec((any::<prop::sample::Index>(), noise), 0..12)).prop_map(|(text, noise)| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, c) in noise {
            chars.insert(at.index(chars.len() + 1), c);
        }
        chars.into_iter().collect()
    })
}

/// Every word of the sample articles, in their order.
static NEWS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut paths: Vec<_> =
        fs::read_dir(in_crate("examples/articles")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| fs::read_to_string(path).unwrap();
    paths.iter().flat_map(|path| read(path).split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
});

/// Pieces of news that break off anywhere and go on elsewhere, with noise between.
fn torn() -> impl Strategy<Value = String> {
    let noise =
        select(vec!["", "", "", ".", ",", " - ", "—", "\n", "\n\n", "’s", "s'", "\"", "(", "…", "\u{ad}", "<b"]);
    let piece = (any::<prop::sample::Index>(), 1..25usize, noise);
    prop::collection::vec(piece, 1..8).prop_map(|pieces| {
        let mut text = String::new();
        for (at, words, noise) in pieces {
            let from = at.index(NEWS.len());
            text.push_str(&NEWS[from..NEWS.len().min(from + words)].join(" "));
            text.push_str(noise);
            text.push(' ');
        }
        text
    })
}

/// A name as [`NAMES`] lists it: without what shows nothing, with single spaces and plain marks.
fn folded(surface: &str) -> String {
    let plain: String = surface
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ğ' => 'g',
            'ü' => 'u',
            c => c,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What output.md and the crate's documentation promise of every extraction.
fn check(found: &Extraction<'_>) -> Result<(), TestCaseError> {
    let text = found.article().text();
    let sorted = |spans: &[Span]| spans.is_sorted_by(|a, b| a.end <= b.start);
    let sentences: Vec<Span> = found.sentences().collect();
    prop_assert!(sorted(&sentences), "sentences overlap: {sentences:?}");
    for span in &sentences {
        prop_assert!(text.get(span.range()).is_some_and(|sentence| !sentence.is_empty()), "{span}");
    }
    let spans: Vec<Span> = found.mentions().map(|mention| mention.span()).collect();
    prop_assert!(sorted(&spans), "mentions overlap: {spans:?}");
    for mention in found.mentions() {
        prop_assert_eq!(text.get(mention.span().range()), Some(mention.surface()));
        prop_assert!(!mention.surface().is_empty());
        let sentence = sentences[mention.sentence()];
        prop_assert!(sentence.start <= mention.span().start && mention.span().start < sentence.end);
        prop_assert!(!mention.why().is_empty());
    }
    for relation in found.relations() {
        prop_assert!(relation.source() != relation.target());
        for evidence in relation.evidence() {
            prop_assert_eq!(evidence.source().entity(), relation.source());
            prop_assert_eq!(evidence.target().entity(), relation.target());
            if let Some(event) = evidence.event() {
                prop_assert!(text.get(event.trigger().range()).is_some());
            }
            prop_assert!(!evidence.quote().is_empty());
        }
    }
    let graph = found.clone().into_graph();
    prop_assert_eq!(graph.nodes().count(), found.entities().len());
    prop_assert_eq!(graph.relations().count(), found.relations().len());
    Ok(())
}

/// What a torn text once held: an office whose land stands in the sentence before.
#[test]
fn an_office_is_of_no_land_in_another_sentence() {
    let found = Extractor::bundled().extract(dated("Troops may invade. Mali\n President "));
    let forms: Vec<Form> = found.mentions().map(|mention| mention.form()).collect();
    assert_eq!(forms, [Form::Name]);
}

fn dated(text: &str) -> Article<'_> {
    Article::new(text).dated("2020-05-01").unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text(text in text()) {
        check(&EXTRACTOR.extract(&text))?;
        check(&EXTRACTOR.extract(dated(&text)))?;
    }

    #[test]
    fn a_disturbed_text(text in disturbed()) {
        check(&EXTRACTOR.extract(dated(&text)))?;
    }

    #[test]
    fn news_torn_apart(text in torn()) {
        check(&Extractor::bundled().extract(dated(&text)))?;
    }

    #[test]
    fn sentences_cover_all_that_is_not_white_space(text in disturbed()) {
        let found = EXTRACTOR.extract(&text);
        let mut rest = text.clone();
        for span in found.sentences().collect::<Vec<_>>().into_iter().rev() {
            rest.replace_range(span.range(), "");
        }
        prop_assert_eq!(rest.trim(), "");
    }

    #[test]
    #[cfg(feature = "markdown")]
    fn markdown_of_any_kind(text in disturbed()) {
        check(&EXTRACTOR.extract(dated(&text).markdown()))?;
    }

    #[test]
    #[cfg(feature = "html")]
    fn html_of_any_kind(text in disturbed(), tag in 0..TAGS.len(), at in any::<prop::sample::Index>()) {
        let cuts: Vec<usize> = (0..=text.len()).filter(|&cut| text.is_char_boundary(cut)).collect();
        let (before, after) = text.split_at(cuts[at.index(cuts.len())]);
        let page = format!("{before}{}{after}", TAGS[tag]);
        check(&EXTRACTOR.extract(dated(&page).html()))?;
        let read = Article::from_html(page.as_str());
        prop_assert_eq!(read.text(), page.as_str());
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(text in text()) {
        let extract = || EXTRACTOR.extract(dated(&text));
        prop_assert_eq!(extract().to_json(), extract().to_json());
        prop_assert_eq!(extract().into_graph().to_dot(), extract().into_graph().to_dot());
    }

    #[test]
    fn no_name_is_reported_where_it_does_not_stand(text in disturbed()) {
        for mention in EXTRACTOR.extract(dated(&text)).mentions() {
            let is_listed = NAMES.contains(&&*folded(mention.surface()));
            let is_told = matches!(mention.form(), Form::Role | Form::Description) || mention.entity().is_discovered();
            // A short form that the article explains, or that follows a full name.
            let is_short = mention.why().ends_with("the article explains the short form");
            // A person whom the article introduces, and who turns out to be a listed one: "Gen. N. Pashinyan".
            let is_introduced = mention.why().ends_with("the text introduces the person by name and office");
            prop_assert!(is_listed || is_told || is_short || is_introduced, "{mention:?} in {text:?}");
        }
    }

    #[test]
    fn random_bytes_are_repaired(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let article = Article::from_bytes(&bytes);
        prop_assert_eq!(article.text(), String::from_utf8_lossy(&bytes));
        check(&EXTRACTOR.extract(article))?;
    }

    #[test]
    fn any_string(text in any::<String>()) {
        check(&EXTRACTOR.extract(&text))?;
        // Records that are none fail, and do not panic.
        let _ = Article::from_json(&text);
    }
}
