//! What a clerk is told about a file: which value, where exactly, what instead; all faults at once.

mod amounts;
mod sentences;
mod tables;

use budget_lens::budget::Role;
use budget_lens::load::{self, Diagnostic, DiagnosticKind, Expected, Loaded, MAX_DIAGNOSTICS};

const BARE: &str = include_str!("../data/bare.json");

fn read(text: &str) -> Result<Loaded, Vec<Diagnostic>> {
    load::read(text.as_bytes())
}

/// The smallest document with its first `from` replaced by `to`.
fn bare(from: &str, to: &str) -> String {
    assert!(BARE.contains(from), "{from}");
    BARE.replacen(from, to, 1)
}

/// The faults of `text` as the command line tells them.
fn told(text: &str) -> Vec<String> {
    read(text).expect_err("a sound file").iter().map(Diagnostic::to_string).collect()
}

/// The path and the problem of each fault.
fn diagnostics(text: &str) -> Vec<(String, DiagnosticKind)> {
    let path = |diagnostic: Diagnostic| (diagnostic.location.expect("no place").path, diagnostic.kind);
    read(text).expect_err("a sound file").into_iter().map(path).collect()
}

fn notes(text: &str) -> Vec<String> {
    read(text).expect("a sound file").warnings.iter().map(Diagnostic::to_string).collect()
}

#[test]
fn a_letter_in_an_amount_is_told_by_line_column_and_path() {
    assert_eq!(
        told(&bare("\"0.000001\"", "\"6l.00\"")),
        [
            "line 34, column 16, /tables/0/lines/0/amounts/total: expected a decimal amount such as \"61.00\", found \"6l.00\"."
        ]
    );
}

#[test]
fn every_fault_of_an_object_is_told_at_once() {
    let text = bare("\"department\": \"局\"", "\"department\": 7").replacen("2026", "\"2026\"", 1);
    let text = text.replacen("\"unit\": \"亿元\"", "\"note\": [], \"unit\": \"圆\"", 1);
    assert_eq!(
        told(&text),
        [
            "line 4, column 17, /document/department: expected a string, found 7. Put it in double quotes.",
            "line 5, column 11, /document/year: expected a whole number from 0 to 65535, found \"2026\". A whole number has no quotes.",
            "line 7, column 11, /document/note: expected a string, found […].",
            "line 7, column 23, /document/unit: expected one of \"元\", \"千元\", \"万元\", \"百万元\", \"亿元\", found \"圆\".",
        ]
    );
}

#[test]
fn every_fault_of_a_file_is_told_at_once_in_the_order_of_the_file() {
    let text =
        BARE.replace("\"0.000001\"", "true").replace("\"-0.5\"", "\"half\"").replace("\"kind\": null", "\"kind\": []");
    let paths: Vec<_> = diagnostics(&text).into_iter().map(|(path, _)| path).collect();
    assert_eq!(
        paths,
        [
            "/tables/0/lines/0/amounts/total",
            "/tables/0/lines/0/amounts/basic",
            "/tables/0/lines/1/amounts/total",
            "/tables/0/lines/1/amounts/basic",
            "/tables/1/lines/0/amounts/total",
            "/tables/1/lines/1/amounts/total",
            "/tables/2/kind",
        ]
    );
    // The order of the file, not that in which the types name their fields.
    let turned = r#"{"format":"budget-lens/1","tables":[{"lines":7,"columns":8}],"document":9}"#;
    let paths: Vec<_> = diagnostics(turned).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths[2..], ["/tables/0/lines", "/tables/0/columns", "/document"]);
}

#[test]
fn a_list_of_faults_ends_where_nobody_would_read_on() {
    let lines = "{},".repeat(100_000);
    let text = bare("\"lines\": [", &format!("\"lines\": [{lines}"));
    let diagnostics = diagnostics(&text);
    assert_eq!(diagnostics.len(), MAX_DIAGNOSTICS);
    assert_eq!(diagnostics[49], ("/tables/0/lines/49".into(), DiagnosticKind::Missing("name")));
}

#[test]
fn a_value_of_the_wrong_type_is_told_at_any_depth() {
    let unexpected = |found: &str, expected| DiagnosticKind::Unexpected { found: found.into(), expected };
    let only = |text: &str| {
        let diagnostics = diagnostics(text);
        assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
        diagnostics.into_iter().next().unwrap()
    };
    assert_eq!(only("[]"), (String::new(), unexpected("[…]", Expected::Object)));
    assert_eq!(only("null"), (String::new(), unexpected("null", Expected::Object)));
    let document = bare("\"title\": \"预算\"", "\"title\": null");
    assert_eq!(only(&document), ("/document/title".into(), unexpected("null", Expected::Text)));
    let page = bare("\"unit\": \"亿元\",\n   \"columns\"", "\"unit\": \"亿元\", \"page\": 70000, \"columns\"");
    assert_eq!(only(&page), ("/tables/0/page".into(), unexpected("70000", Expected::Whole(65_535))));
    let page = page.replace("70000", "1.0");
    assert_eq!(only(&page), ("/tables/0/page".into(), unexpected("1.0", Expected::Whole(65_535))));
    let page = page.replace("\"page\": 1.0", "\"empty\": \"no\"");
    assert_eq!(only(&page), ("/tables/0/empty".into(), unexpected("\"no\"", Expected::Flag)));
    let level = bare("\"level\": 1", "\"level\": -1");
    assert_eq!(only(&level), ("/tables/1/lines/0/level".into(), unexpected("-1", Expected::Whole(255))));
    let amounts = bare("\"amounts\": {\n      \"x\": \"1\"\n     }", "\"amounts\": \"1\"");
    assert_eq!(only(&amounts), ("/tables/2/lines/0/amounts".into(), unexpected("\"1\"", Expected::Object)));
    let line = bare("\"lines\": [", "\"lines\": [ \"合计\",");
    assert_eq!(only(&line), ("/tables/0/lines/0".into(), unexpected("\"合计\"", Expected::Object)));
    let role = bare("\"role\": \"total\"", "\"role\": \"sum\"");
    let roles = Expected::OneOf(&["item", "subtotal", "total"]);
    assert_eq!(only(&role), ("/tables/0/lines/1/role".into(), unexpected("\"sum\"", roles)));
}

#[test]
fn what_is_missing_is_told_once_for_the_object_that_lacks_it() {
    let found = diagnostics(r#"{"format":"budget-lens/1","document":{},"tables":[{"lines":[],"unit":"元"}]}"#);
    let missing = |path: &str, field| (path.to_string(), DiagnosticKind::Missing(field));
    let document = ["department", "year", "title", "unit"].map(|field| missing("/document", field));
    assert_eq!(found[..4], document);
    assert_eq!(found[4..], ["number", "title", "columns"].map(|field| missing("/tables/0", field)));
    assert_eq!(diagnostics("{}"), ["format", "document", "tables"].map(|field| missing("", field)));
}

#[test]
fn what_may_be_absent_is_not_missed() {
    let least = r#"{"format":"budget-lens/1","tables":[],"document":{"department":"局","year":2026,"title":"预算","unit":"元"}}"#;
    let loaded = read(least).unwrap();
    assert!(loaded.warnings.is_empty());
    assert!(loaded.budget.staff.is_empty() && loaded.budget.profile.is_none());
    let line = &read(BARE).unwrap().budget.tables[0].lines[0];
    assert!(line.role == Role::Item && line.note.is_none() && line.texts.get("x").is_none());
}

#[test]
fn a_field_or_a_cell_that_stands_twice_is_told() {
    let twice = |field: &str| DiagnosticKind::Twice(field.into());
    let year = bare("\"year\": 2026", "\"year\": 2026, \"year\": 2027");
    assert_eq!(diagnostics(&year), [("/document/year".into(), twice("year"))]);
    let place = read(&year).unwrap_err()[0].location.clone().unwrap();
    assert_eq!((place.line, place.column), (5, 25), "the second one");
    let cell = bare("\"x\": \"1\"", "\"x\": \"1\", \"x\": \"2\"");
    assert_eq!(diagnostics(&cell), [("/tables/2/lines/0/amounts/x".into(), twice("x"))]);
}

#[test]
fn the_schema_may_be_named_at_the_root() {
    assert!(notes(&bare("{", "{\"$schema\": \"budget.schema.json\",")).is_empty());
}

#[test]
fn a_path_is_written_as_its_standard_says() {
    let text = bare("\"x\": \"1\"", "\"a/b~c\": \"1\"");
    assert_eq!(
        diagnostics(&text),
        [("/tables/2/lines/0/amounts/a~1b~0c".into(), DiagnosticKind::NoColumn("a/b~c".into()))]
    );
}

#[test]
fn another_format_is_told_and_nothing_else() {
    let version = |found: &str| vec![("/format".to_string(), DiagnosticKind::Version(found.into()))];
    assert_eq!(
        diagnostics(&bare("budget-lens/1", "budget-lens/2").replace("2026", "[]")),
        version("\"budget-lens/2\"")
    );
    assert_eq!(diagnostics(&bare("\"budget-lens/1\"", "1")), version("1"));
    let late = format!("{{\"tables\": [{}], \"format\": \"x\"}}", ["{}"; 100].join(","));
    assert_eq!(diagnostics(&late), version("\"x\""), "after a hundred values that are none of its faults");
    assert_eq!(
        diagnostics(&bare(" \"format\": \"budget-lens/1\",", "")),
        [(String::new(), DiagnosticKind::Missing("format"))]
    );
}
