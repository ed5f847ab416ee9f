//! What a record of JSON lines may be.

use detente::Article;

#[test]
fn records_of_json_lines() {
    let article =
        Article::from_json(r#"{"text": "Ä\nb", "id": "1", "title": "T", "date": "2020-01", "more": [1]}"#).unwrap();
    assert_eq!((article.text(), article.id(), article.title()), ("Ä\nb", Some("1"), Some("T")));
    assert_eq!(article.date().unwrap().to_string(), "2020-01");
    let first = Article::from_json("\u{feff}{\"text\": \"of a file with a byte order mark\"}").unwrap();
    assert!(first.text().starts_with("of"));
    for bare in
        [r#"{"text": ""}"#, r#"{"text": "", "id": null, "title": null, "date": null}"#, r#"{"text": "", "date": ""}"#]
    {
        let article = Article::from_json(bare).unwrap();
        assert_eq!((article.id(), article.title(), article.date()), (None, None, None), "{bare}");
    }
    let from_a_table = r#"{"text": "", "id": 17, "date": "2024-06-12T23:59:00.000-04:00"}"#;
    let article = Article::from_json(from_a_table).unwrap();
    assert_eq!((article.id(), article.date().unwrap().to_string().as_str()), (Some("17"), "2024-06-12"));
    for wrong in ["2024-06-12T", "2024-06T10:00", "2024-06-31 10:00", "2024 10:00"] {
        assert!(Article::new("").dated(wrong).is_err(), "{wrong}");
    }
}

#[test]
#[cfg(feature = "html")]
fn a_record_of_html_is_described_by_its_page() {
    let record = |more: &str| {
        let record =
            format!(r#"{{"text": "<title>T</title><meta name=date content=2020-01-02>Iran", "markup": "html"{more}}}"#);
        Article::from_json(&record).unwrap()
    };
    let article = record("");
    assert_eq!((article.title(), article.dated_by()), (Some("T"), Some(detente::DatedBy::Page)));
    let article = record(r#", "title": "Own", "date": "1999""#);
    assert_eq!((article.title(), article.dated_by()), (Some("Own"), Some(detente::DatedBy::Given)));
    assert_eq!(article.date().unwrap().to_string(), "1999");
}

#[test]
fn records_that_are_none_say_where() {
    let cases = [
        ("{\"text\": \"a\", }", "1:15 this is no article: trailing comma"),
        (
            "{\"text\": \"a\",\n \"id\": []}",
            "2:9 this is no article: invalid type: sequence, expected a string or a whole number",
        ),
        ("{\"id\": \"a\"}", "1:11 this is no article: missing field `text`"),
        ("{\"text\": \"a\", \"markup\": \"docx\"}", "1:30 this is no article: unknown variant `docx`, expected"),
        ("[]", "1:2 this is no article: invalid length 0"),
        ("", "1:0 this is no article: EOF while parsing a value"),
        ("{\"text\": \"a\", \"date\": \"last May\"}", "0:0 `last May` is no date"),
    ];
    for (record, wanted) in cases {
        let error = Article::from_json(record).unwrap_err();
        let place = (error.line().unwrap_or(0), error.column().unwrap_or(0));
        let said = format!("{}:{} {}", place.0, place.1, error.problem());
        assert!(said.starts_with(wanted), "{record}\n  wanted {wanted}\n  said   {said}");
        assert!(!error.cure().is_empty());
    }
}
