//! Columns and their cells, and the unit of a table.

use budget_lens::load::{DiagnosticKind, MAX_COLUMNS};
use budget_lens::money::Unit;

use super::{BARE, bare, diagnostics, read};

#[test]
fn a_cell_must_have_a_column_of_its_kind() {
    let cell = bare("\"x\": \"1\"", "\"y\": \"1\"");
    assert_eq!(diagnostics(&cell), [("/tables/2/lines/0/amounts/y".into(), DiagnosticKind::NoColumn("y".into()))]);
    let words = bare("\"amounts\": {\n      \"x\": \"1\"", "\"texts\": {\n      \"x\": \"1\"");
    assert_eq!(diagnostics(&words), [("/tables/2/lines/0/texts/x".into(), DiagnosticKind::WrongColumn("x".into()))]);
    let text = bare("\"id\": \"x\",", "\"id\": \"x\", \"text\": true,");
    assert_eq!(diagnostics(&text), [("/tables/2/lines/0/amounts/x".into(), DiagnosticKind::WrongColumn("x".into()))]);
}

#[test]
fn two_columns_may_not_have_one_id() {
    let text = bare("\"id\": \"basic\"", "\"id\": \"total\"").replace("\"basic\": ", "\"project\": ");
    assert_eq!(diagnostics(&text), [("/tables/0/columns/1/id".into(), DiagnosticKind::ColumnTwice("total".into()))]);
}

#[test]
fn a_table_wider_than_any_page_is_refused() {
    let columns: Vec<_> = (0..=MAX_COLUMNS).map(|i| format!("{{\"id\":\"c{i}\",\"name\":\"\"}},")).collect();
    let text = bare("\"columns\": [", &format!("\"columns\": [{}", columns.concat()));
    assert_eq!(diagnostics(&text), [("/tables/0/columns".into(), DiagnosticKind::TooWide)]);
    let cells: Vec<_> = (0..=MAX_COLUMNS).map(|i| format!("\"c{i}\":null,")).collect();
    let text = bare("\"amounts\": {", &format!("\"amounts\": {{{}", cells.concat()));
    assert_eq!(diagnostics(&text), [("/tables/0/lines/0/amounts".into(), DiagnosticKind::TooWide)]);
}

#[test]
fn a_table_without_a_unit_has_the_documents() {
    let units = |text: &str| read(text).unwrap().budget.tables.iter().map(|table| table.unit).collect::<Vec<_>>();
    let own = units(BARE);
    let without = BARE.replace("\"unit\": \"亿元\",\n   \"columns\"", "\"columns\"");
    assert!(without.len() < BARE.len());
    assert_eq!(units(&without), own, "the document's is theirs");
    let other = bare("\"unit\": \"亿元\"", "\"unit\": \"千元\"");
    assert_eq!(units(&other), own, "what a table says stays");
    let blank = without.replacen("\"unit\": \"亿元\"", "\"unit\": \"千元\"", 1).replacen(
        "\"columns\"",
        "\"unit\": null, \"columns\"",
        1,
    );
    assert_eq!(units(&blank)[0], Unit::Thousand);
}
