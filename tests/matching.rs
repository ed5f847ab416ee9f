//! Which names are found in which surroundings, through the public door, with a gazetteer of a few lines.

use std::sync::LazyLock;

use detente::{Article, Extractor};

use crate::extractor_over;

const GAZETTEER: &str = r#"
[[state]]
id = "RUS"
name = "Russia"
official = ["Russian Federation"]
demonyms = ["Russian", "Russians"]
capitals = ["Moscow"]
seats = ["Kremlin"]

[[state]]
id = "USA"
name = "United States"
acronyms = ["U.S.", "US", "USA"]
demonyms = ["American", "Americans"]

[[state]]
id = "TUR"
name = "Turkey"
names = ["Türkiye"]
demonyms = ["Turkish"]

[[state]]
id = "CIV"
name = "Côte d'Ivoire"
names = ["Ivory Coast"]

[[state]]
id = "GIN"
name = "Guinea"

[[state]]
id = "GNB"
name = "Guinea-Bissau"

[[state]]
id = "PNG"
name = "Papua New Guinea"

[[state]]
id = "IRN"
name = "Iran"
capitals = ["Tehran"]

[[state]]
id = "SYR"
name = "Syria"
capitals = ["Damascus"]

[[bloc]]
id = "EU"
name = "European Union"
acronyms = ["EU"]
organs = ["European Commission"]

[[bloc]]
id = "WHO"
name = "World Health Organization"
acronyms = ["WHO"]

[[bloc]]
id = "EAEU"
name = "Eurasian Economic Union"
names = [{ name = "eurozone club", case = "any" }]

[[leader]]
id = "recep-tayyip-erdogan"
name = "Recep Tayyip Erdoğan"
offices = [{ office = "president", of = "state:TUR", from = "2014-08-28" }]

[[leader]]
id = "edward-smigly"
name = "Edward Śmigły"
offices = [{ office = "president", of = "state:USA", from = "2000" }]
"#;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| extractor_over(GAZETTEER));

/// What is told apart, the text, and the mentions that must be found: surface and key of the id.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

fn plain(text: &str) -> Article<'_> {
    Article::new(text)
}

fn check(cases: &[Case], extract: fn(&str) -> Article<'_>) {
    let mut wrong = String::new();
    for (what, text, wanted) in cases {
        let found = EXTRACTOR.extract(extract(text));
        let mentions: Vec<(&str, String)> =
            found.mentions().map(|mention| (mention.surface(), mention.entity().key().to_owned())).collect();
        let same = mentions.len() == wanted.len()
            && mentions.iter().zip(*wanted).all(|((surface, key), wanted)| (*surface, &**key) == *wanted);
        if !same {
            wrong.push_str(&format!("{what}: {text:?}\n  wanted {wanted:?}\n  found  {mentions:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn word_boundaries() {
    check(
        &[
            ("a possessive", "Russia's army", &[("Russia", "RUS")]),
            ("a curly possessive", "Russia’s army", &[("Russia", "RUS")]),
            ("a possessive without s", "the Russians' army", &[("Russians", "RUS")]),
            ("a hyphen behind", "a Moscow-led front", &[("Moscow", "RUS")]),
            ("a hyphen before", "the anti-Russian mood", &[("Russian", "RUS")]),
            ("a hyphen on both sides", "the pro-EU-minded", &[("EU", "EU")]),
            ("a hyphen between", "the EU-Russia summit", &[("EU", "EU"), ("Russia", "RUS")]),
            ("an en dash", "the Tehran–Damascus axis", &[("Tehran", "IRN"), ("Damascus", "SYR")]),
            ("an em dash", "Iran—or Syria", &[("Iran", "IRN"), ("Syria", "SYR")]),
            ("a slash", "Iran/Syria", &[("Iran", "IRN"), ("Syria", "SYR")]),
            ("quotes", "“Iran” and 'Syria'", &[("Iran", "IRN"), ("Syria", "SYR")]),
            ("brackets and marks", "(Iran), [Syria]; Russia!", &[("Iran", "IRN"), ("Syria", "SYR"), ("Russia", "RUS")]),
            ("inside a word", "Prussia, Russiagate, Iranate, EUR", &[]),
            ("a letter of another script", "Russiaя яRussia", &[]),
            ("a digit", "Russia2 4Russia", &[]),
            ("an underscore is none of a word", "_Iran_ and *Syria*", &[("Iran", "IRN"), ("Syria", "SYR")]),
            ("a stop without a space", "in Iran.The envoy", &[("Iran", "IRN")]),
        ],
        plain,
    );
}

#[test]
fn the_longest_alias_that_ends_at_a_boundary() {
    check(
        &[
            ("the longer", "the Russian Federation", &[("Russian Federation", "RUS")]),
            ("the shorter, where the longer goes on", "two Russian Federations", &[("Russian", "RUS")]),
            ("the longer of hyphenated names", "Guinea-Bissau", &[("Guinea-Bissau", "GNB")]),
            ("the shorter of hyphenated names", "a Guinea-Bissaun", &[("Guinea", "GIN")]),
            ("no suffix of a longer name", "in Papua New Guinea", &[("Papua New Guinea", "PNG")]),
            ("no suffix where the longer fails", "in Papua New Guineas", &[]),
            ("the rest of a name that is none", "in New Guinea", &[("Guinea", "GIN")]),
            ("an organ is one name", "the European Commission", &[("European Commission", "EU")]),
        ],
        plain,
    );
}

#[test]
fn spellings() {
    check(
        &[
            ("with diacritics", "Recep Tayyip Erdoğan", &[("Recep Tayyip Erdoğan", "recep-tayyip-erdogan")]),
            ("without", "Recep Tayyip Erdogan", &[("Recep Tayyip Erdogan", "recep-tayyip-erdogan")]),
            ("decomposed", "Recep Tayyip Erdog\u{306}an", &[("Recep Tayyip Erdog\u{306}an", "recep-tayyip-erdogan")]),
            ("a letter that does not decompose", "Edward Smigly", &[("Edward Smigly", "edward-smigly")]),
            ("a diaeresis", "Türkiye and Turkiye", &[("Türkiye", "TUR"), ("Turkiye", "TUR")]),
            ("a curly apostrophe", "Côte d’Ivoire", &[("Côte d’Ivoire", "CIV")]),
            ("a straight one, bare letters", "Cote d'Ivoire", &[("Cote d'Ivoire", "CIV")]),
            ("a no-break hyphen", "Guinea\u{2011}Bissau", &[("Guinea\u{2011}Bissau", "GNB")]),
            ("over a line", "the European\nUnion", &[("European\nUnion", "EU")]),
            ("over an indented line", "the European\r\n    Union", &[("European\r\n    Union", "EU")]),
            ("two spaces", "the European  Union", &[("European  Union", "EU")]),
            ("a no-break space", "the European\u{a0}Union", &[("European\u{a0}Union", "EU")]),
            ("a thin space", "the European\u{2009}Union", &[("European\u{2009}Union", "EU")]),
            ("dotted capitals", "in TÜRKİYE", &[("TÜRKİYE", "TUR")]),
            ("over a hyphen that breaks a word", "the Euro-\npean Union", &[("Euro-\npean Union", "EU")]),
            ("over the end of a page", "the European\n\u{c}\nUnion", &[("European\n\u{c}\nUnion", "EU")]),
            ("not over a paragraph", "the European\n\nUnion", &[]),
            ("a soft hyphen", "the Euro\u{ad}pean Union", &[("Euro\u{ad}pean Union", "EU")]),
            ("a zero-width space", "Rus\u{200b}sia", &[("Rus\u{200b}sia", "RUS")]),
        ],
        plain,
    );
}

#[test]
fn case() {
    check(
        &[
            ("the pronoun is no state", "tell us; Us too", &[]),
            ("the acronym is", "the US and the U.S. and the USA", &[("US", "USA"), ("U.S.", "USA"), ("USA", "USA")]),
            ("the question is no body", "who, Who, WHO", &[("WHO", "WHO")]),
            ("lower case is no name", "turkey and russia", &[]),
            ("a headline", "EUROPEAN UNION WARNS RUSSIA", &[("EUROPEAN UNION", "EU"), ("RUSSIA", "RUS")]),
            ("a short name in a headline", "TEHRAN WARNS IRAN", &[("TEHRAN", "IRN"), ("IRAN", "IRN")]),
            ("a short name in capitals in prose", "He wrote IRAN on the wall.", &[]),
            (
                "capitals with diacritics and without",
                "CÔTE D'IVOIRE AND COTE D’IVOIRE",
                &[("CÔTE D'IVOIRE", "CIV"), ("COTE D’IVOIRE", "CIV")],
            ),
            (
                "any case where the gazetteer says so",
                "the eurozone club, the Eurozone club",
                &[("eurozone club", "EAEU"), ("Eurozone club", "EAEU")],
            ),
            ("mixed case is no headline", "RuSSia", &[]),
        ],
        plain,
    );
}

#[test]
fn addresses_are_passed_over() {
    let cases: &[Case] = &[
        ("a URL", "https://example.org/Iran/Syria?q=Russia and Iran", &[("Iran", "IRN")]),
        ("a bare address", "www.Iran.example, Russia.example.com", &[]),
        ("an e-mail address", "Iran@example.org wrote to Syria", &[("Syria", "SYR")]),
        ("a handle", "@Russia wrote", &[]),
        ("a link's target", "[Iran](https://x.example/Syria) and Iran", &[("Iran", "IRN"), ("Iran", "IRN")]),
        ("a relative target", "[Iran](Syria-talks.md)", &[("Iran", "IRN")]),
    ];
    check(cases, plain);
    #[cfg(feature = "markdown")]
    check(cases, |text| Article::new(text).markdown());
}

#[test]
#[cfg(feature = "markdown")]
fn markdown() {
    check(
        &[
            ("emphasis inside a name", "the **European** _Union_", &[("European** _Union", "EU")]),
            ("code", "`Iran` and\n\n```\nSyria\n```", &[]),
            ("an image", "![Iran](iran.png) Syria", &[("Syria", "SYR")]),
            ("a heading ends a name", "# European\nUnion", &[]),
            ("front matter", "---\ntitle: Iran\n---\nSyria", &[("Syria", "SYR")]),
            ("a table's cells are apart", "| a | b |\n|---|---|\n| European | Union |\n", &[]),
            ("an entity", "C&ocirc;te d&#39;Ivoire", &[("C&ocirc;te d&#39;Ivoire", "CIV")]),
            ("a comment", "<!-- Iran -->\n\nSyria", &[("Syria", "SYR")]),
        ],
        |text| Article::new(text).markdown(),
    );
}

#[test]
#[cfg(feature = "html")]
fn html() {
    check(
        &[
            (
                "inline elements inside a name",
                "the <b>European</b> <i>Un</i>ion",
                &[("European</b> <i>Un</i>ion", "EU")],
            ),
            ("entities", "C&ocirc;te d&#8217;Ivoire", &[("C&ocirc;te d&#8217;Ivoire", "CIV")]),
            (
                "a hexadecimal one",
                "Recep Tayyip Erdo&#x11F;an",
                &[("Recep Tayyip Erdo&#x11F;an", "recep-tayyip-erdogan")],
            ),
            ("a no-break space", "European&nbsp;Union", &[("European&nbsp;Union", "EU")]),
            ("a soft hyphen, a place to break", "Euro&shy;pean Un<wbr>ion", &[("Euro&shy;pean Un<wbr>ion", "EU")]),
            ("over a wrapped line", "the European\r\n\r\n   Union", &[("European\r\n\r\n   Union", "EU")]),
            ("blocks end a name", "<h1>European</h1><p>Union<p>European<div>Union", &[]),
            (
                "what is no text",
                "<script>Iran</script><nav>Iran</nav><p title=Iran hidden>Iran<p>Syria",
                &[("Syria", "SYR")],
            ),
            ("a link's words", "<a href='/Iran'>Syria</a>", &[("Syria", "SYR")]),
            ("an address in the text", "<p>https://example.org/Iran and Syria", &[("Syria", "SYR")]),
            ("a headline", "<h1>TÜRK&#304;YE WARNS RUSSIA</h1>", &[("TÜRK&#304;YE", "TUR"), ("RUSSIA", "RUS")]),
            (
                "no HTML at all",
                "Iran < Syria & Russia > Iran",
                &[("Iran", "IRN"), ("Syria", "SYR"), ("Russia", "RUS"), ("Iran", "IRN")],
            ),
        ],
        |text| Article::new(text).html(),
    );
}

#[test]
fn people() {
    check(
        &[
            ("a surname alone", "Erdogan spoke.", &[("Erdogan", "recep-tayyip-erdogan")]),
            ("behind a title", "President Erdogan spoke.", &[("Erdogan", "recep-tayyip-erdogan")]),
            ("another person of the name", "Ayşe Erdogan, a baker, spoke.", &[]),
            (
                "after the full name",
                "Edward Smigly spoke. Smigly left.",
                &[("Edward Smigly", "edward-smigly"), ("Smigly", "edward-smigly")],
            ),
            ("a role", "The Turkish president spoke.", &[("Turkish", "TUR"), ("president", "recep-tayyip-erdogan")]),
        ],
        |text| Article::new(text).dated("2020-05-01").unwrap(),
    );
}
