//! The committed schema and the format's documentation are the types' own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use std::fs;
use std::path::{Path, PathBuf};

use budget_lens::{load, schema};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

#[test]
fn the_committed_schema_is_current() {
    let path = file("budget.schema.json");
    if std::env::var_os("GOLDEN").is_some() {
        fs::write(&path, schema::json()).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap_or_default() == schema::json(), "the types have changed: `make golden`");
}

#[test]
fn the_example_of_the_documentation_can_be_read() {
    let page = fs::read_to_string(file("docs/format.md")).unwrap();
    let example = page.split("```json").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let loaded = load::read(example.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert!(loaded.notes.is_empty(), "{:#?}", loaded.notes);
    assert!(!loaded.budget.tables.is_empty());
}

#[test]
fn every_field_of_the_format_is_in_its_documentation() {
    let page = fs::read_to_string(file("docs/format.md")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema::json()).unwrap();
    let definitions = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let fields = definitions.filter_map(|type_| type_["properties"].as_object()).flat_map(|fields| fields.keys());
    for field in fields {
        assert!(page.contains(&format!("`{field}`")), "docs/format.md does not explain `{field}`");
    }
}
