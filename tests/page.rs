//! The page: one file that asks for nothing, the same every time, safe with whatever a text or a name holds. How it
//! behaves in a browser is tested by tests/page/check.py.

use std::fs;

use detente::{Article, Extractor, RelationGraph};
use serde_json::Value;

use crate::{extractor_over, in_crate};

const HOSTILE: &str =
    "</script><script>alert(1)</script> <!-- <script> ]]> {{data}} {{policy}} \"'&<b>\u{2028}\\u003c 😀";

/// The graph of two articles in which everything that can hold a text holds a hostile one.
fn hostile() -> RelationGraph {
    let toml = format!(
        "[[state]]\nid = \"QQQ\"\nname = '''{HOSTILE}'''\nnames = [\"Quu\"]\n[[state]]\nid = \"ZMB\"\nname = \"Zambia\"\n"
    );
    let extractor = extractor_over(&toml);
    let article = |id: &str| {
        let text = format!("{HOSTILE} Quu met Zambia. 🇿🇲 Zambia, “accused” Quu.\n\n{HOSTILE}");
        extractor.extract(Article::new(text).with_id(id).with_title(HOSTILE)).into_graph()
    };
    RelationGraph::merged([article(HOSTILE), article("b")]).unwrap()
}

/// What the page's script reads.
fn data(page: &str) -> Value {
    let (_, data) = page.split_once("<script id=\"data\" type=\"application/json\">").unwrap();
    serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap()
}

/// A stretch of a text in UTF-16 units.
fn cut(text: &Value, place: &Value) -> String {
    let units: Vec<u16> = text.as_str().unwrap().encode_utf16().collect();
    let [begin, end] = [0, 1].map(|end| place[end].as_u64().unwrap() as usize);
    String::from_utf16(&units[begin..end]).unwrap()
}

fn samples() -> RelationGraph {
    let mut paths: Vec<_> =
        fs::read_dir(in_crate("examples/articles")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let graphs = paths.iter().take(6).map(|path| {
        let text = fs::read_to_string(path).unwrap();
        let id = path.file_stem().unwrap().to_string_lossy().into_owned();
        Extractor::bundled().extract(Article::new(text).with_id(id)).into_graph()
    });
    RelationGraph::merged(graphs.collect::<Vec<_>>()).unwrap()
}

#[test]
fn asks_for_nothing_from_outside() {
    let page = Extractor::bundled().extract("Chile met Peru. Peru accused Chile.").into_graph().to_html();
    for outside in
        ["http:", "https:", "//cdn", "src=", "href=", "url(", "@import", "import(", "fetch(", "XMLHttp", "eval("]
    {
        assert!(!page.contains(outside), "{outside}");
    }
    let policy =
        page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap().1.split_once('"').unwrap().0;
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("data:") && !policy.contains('*'), "{policy}");
}

#[test]
fn the_same_graph_is_the_same_page() {
    let extractor = Extractor::bundled();
    let texts = ["Chile met Peru.", "Peru accused Bolivia.", "Bolivia thanked Chile and the EU."];
    let graphs = || texts.map(|text| extractor.extract(text).into_graph());
    let page = RelationGraph::merged(graphs()).unwrap().to_html();
    let mut others = graphs();
    others.reverse();
    assert_eq!(RelationGraph::merged(others).unwrap().to_html(), page);
}

/// Where nodes stand, to the tenth: on every platform here.
#[test]
fn nodes_stand_where_they_stood() {
    let text = "Chile met Peru. Peru accused Bolivia. Bolivia thanked Chile, Peru and the EU. Ecuador met Chile.";
    let data = data(&Extractor::bundled().extract(text).into_graph().to_html());
    let line = |node: &Value| format!("{} {} {}", node["short"].as_str().unwrap(), node["x"], node["y"]);
    let lines: Vec<String> = data["nodes"].as_array().unwrap().iter().map(line).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    EU -52.9 27.4
    Bolivia -18.6 -28.9
    Chile 67.9 -11.4
    Ecuador 34.1 -55.0
    Peru 23.9 42.4
    ");
}

#[test]
fn whatever_a_text_holds_stays_text() {
    let graph = hostile();
    let page = graph.to_html();
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("<!--") && !page.contains("<b>"));
    let data = data(&page);
    assert_eq!(data["articles"][0]["title"], HOSTILE);
    assert!(data["nodes"].as_array().unwrap().iter().any(|node| node["name"] == HOSTILE), "{data}");
    for (article, record) in data["articles"].as_array().unwrap().iter().zip(graph.articles()) {
        assert_eq!(article["text"], record.text());
    }
    // Of one article its title is the page's.
    let one = Extractor::bundled().extract(Article::new("").with_title(HOSTILE)).into_graph().to_html();
    assert!(one.contains(
        "<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- &lt;script&gt; ]]&gt; {{data}}"
    ));
    assert_eq!(one.matches("<script").count(), 2);
}

#[test]
fn offsets_count_as_javascript_counts() {
    let graph = hostile();
    let data = data(&graph.to_html());
    let names: Vec<&str> = data["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap()).collect();
    assert_eq!(names, ["state:QQQ", "state:ZMB"]);
    for article in data["articles"].as_array().unwrap() {
        let mentions: Vec<(String, u64)> = article["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|mention| (cut(&article["text"], &mention[0]), mention[1].as_u64().unwrap()))
            .collect();
        let wanted = [(HOSTILE, 0), ("Quu", 0), ("Zambia", 1), ("Zambia", 1), ("Quu", 0), (HOSTILE, 0)]
            .map(|(name, node)| (name.to_owned(), node));
        assert_eq!(mentions, wanted);
    }
    let met =
        data["edges"].as_array().unwrap().iter().find(|edge| edge["type"] == "CONSULT" && edge["source"] == 0).unwrap();
    let (passage, text) = (&met["passages"][1], &data["articles"][1]["text"]);
    let spans = ["source", "target"].map(|end| cut(text, &passage[end]));
    assert_eq!(spans, ["Quu", "Zambia"]);
    assert_eq!(cut(text, &passage["told"]["trigger"]), "met");
    assert!(cut(text, &passage["quoted"]).ends_with("Quu met Zambia."), "{passage}");
}

#[test]
fn says_all_that_the_graph_says() {
    let graph = samples();
    let data = data(&graph.to_html());
    let list = |key: &str| data[key].as_array().unwrap().clone();
    assert_eq!((list("nodes").len(), list("edges").len()), (graph.nodes().len(), graph.relations().len()));
    for (edge, (source, target, wanted)) in list("edges").iter().zip(graph.relations()) {
        let end = |key: &str| data["nodes"][edge[key].as_u64().unwrap() as usize]["id"].clone();
        assert_eq!((end("source"), end("target")), (source.id().into(), target.id().into()));
        assert_eq!(edge["type"], wanted.kind().as_str());
        let passages = edge["passages"].as_array().unwrap();
        let held: u64 = edge["fact"]["days"].as_array().into_iter().flatten().map(|day| day[1].as_u64().unwrap()).sum();
        assert_eq!(passages.len() as u64 + held, u64::from(wanted.count()));
        for (passage, wanted) in passages.iter().zip(wanted.evidence()) {
            let text = &data["articles"][passage["article"].as_u64().unwrap() as usize]["text"];
            assert_eq!(cut(text, &passage["source"]), wanted.source().of(wanted.article().text()));
            assert_eq!(cut(text, &passage["target"]), wanted.target().of(wanted.article().text()));
            assert_eq!(cut(text, &passage["quoted"]).split_whitespace().collect::<Vec<_>>().join(" "), wanted.quote());
        }
    }
    let named: usize = list("articles").iter().map(|article| article["mentions"].as_array().unwrap().len()).sum();
    assert_eq!(named, graph.nodes().map(|node| node.count() as usize).sum::<usize>());
    let places: Vec<(String, String)> =
        list("nodes").iter().map(|node| (node["x"].to_string(), node["y"].to_string())).collect();
    assert!(places.iter().all(|(x, y)| x != "null" && y != "null"));
}

#[test]
fn the_picture_by_itself_is_xml_whatever_it_names() {
    let svg = hostile().to_svg();
    assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains("<!--"), "{svg}");
    let names = svg
        .matches("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- &lt;script&gt; ]]&gt; {{data}}")
        .count();
    assert!(names >= 3, "its tip, its name and its lines': {svg}");
    assert_eq!(svg.matches('<').count(), svg.matches('>').count(), "{svg}");
    let graph = Extractor::bundled().extract("Chile met Peru. Kenya slept.").into_graph();
    let svg = graph.to_svg();
    assert!(svg.contains("<title>Chile CONSULT Peru</title>") && !svg.contains("Kenya"), "{svg}");
    assert_eq!(svg, graph.to_svg());
}

#[test]
fn an_empty_graph_is_a_page_too() {
    for text in ["", "Nobody is named here."] {
        let page = Extractor::bundled().extract(text).into_graph().to_html();
        assert!(data(&page)["nodes"].as_array().unwrap().is_empty());
    }
    let none = RelationGraph::merged([]).unwrap();
    assert!(none.to_html().contains("<title>0 articles</title>"));
}
