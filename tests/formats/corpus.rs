//! Small graphs to write: one to read with one's own eyes, one with every difficulty.

use std::sync::LazyLock;

use detente::{Article, RelationGraph};

use crate::extractor_over;

const GAZETTEER: &str = r#"
[[state]]
id = "AAL"
name = "Aaland"
demonyms = ["Aalander"]
gw = 991
wikidata = "Q991"

[[state]]
id = "BOR"
name = "Borduria"
demonyms = ["Bordurian"]

[[bloc]]
id = "SALT"
name = "Salt Pact"
wikidata = "Q992"
members = [
    { id = "state:AAL", from = "1994-04-20" },
    { id = "state:BOR", status = "observer", from = "1999" },
]

[[leader]]
id = "ana-sol"
name = "Ana Sol"
offices = [{ office = "president", of = "state:AAL", from = "2020-01-01" }]
"#;

/// Three articles: of a day, of a month, of no date.
pub(super) static GRAPH: LazyLock<RelationGraph> = LazyLock::new(|| {
    let texts = [
        ("salt", Some("2024-06-12"), "Aaland accused Borduria of dumping. Ana Sol said the Salt Pact would meet."),
        ("harbour", Some("2024-07"), "Borduria thanked Aaland for the harbour. Bordurian troops may invade Aaland."),
        ("undated", None, "Aaland and Borduria signed a treaty."),
    ];
    merged(GAZETTEER, &texts)
});

pub(super) static DIFFICULT: LazyLock<RelationGraph> = LazyLock::new(difficult);

/// Names and texts that break what does not escape, dates that overlap, articles that say nothing.
pub(super) fn difficult() -> RelationGraph {
    let gazetteer = r#"
kinds = ["armed-group"]
[[bloc]]
id = "=S&P\"<'>"
name = "=The \"Salt\" & <Pact> \\ of 'Äal'"
names = ["Saltland"]
[[state]]
id = "QQQ"
name = "Quu\u0001\u0085\uFFFE\u000Bland\tof\nthe East"
names = ["Quu"]
[[armed-group]]
id = "R;S"
name = "+Rebels, and; others"
names = ["Rebels"]
"#;
    let texts = [
        ("=1+1", Some("2023"), "Saltland accused Quu of \"theft\" & <worse>. Rebels met Quu; Saltland blamed Rebels."),
        (
            "a,b\"c",
            Some("2023-06-12"),
            "Quu thanked Saltland.\r\n- Quu praised Saltland\\.\n\n=Saltland told Quu \u{1F600}.",
        ),
        ("c", Some("2024-02"), "Quu warned Saltland; Saltland's envoys left Quu."),
        ("d", None, "Quu blamed Saltland, Saltland blamed Quu."),
        ("e", Some("2024-02-29"), ""),
    ];
    merged(gazetteer, &texts)
}

fn merged(gazetteer: &str, texts: &[(&str, Option<&str>, &str)]) -> RelationGraph {
    let extractor = extractor_over(gazetteer);
    let graphs = texts.iter().map(|&(id, date, text)| {
        let article = Article::new(text).with_id(id).with_title(format!("About {id}"));
        extractor.extract(date.into_iter().fold(article, |article, date| article.dated(date).unwrap())).into_graph()
    });
    RelationGraph::merged(graphs).unwrap()
}
