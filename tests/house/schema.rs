//! The committed schema and the format's documentation, English and Chinese, are the types' own.

use crate::common::golden;
use crate::common::repository::text as read;
use budget_lens::check::{Finding, Verdict, check};
use budget_lens::{load, schema};
use serde_json::Value;

/// The format's documentation.
const PAGES: [&str; 2] = ["docs/format.md", "docs/zh/format.md"];

/// Where the Chinese one has the table of each type's fields: the beginning of the line before it.
const TABLES: [(&str, &str); 13] = [
    ("## 整个文件", ""),
    ("### `document`", "Document"),
    ("## 表", "Table"),
    ("### 栏", "Column"),
    ("### 行", "Line"),
    ("## 说明文字里的数字", "Statement"),
    ("`projects` 的一项", "Project"),
    ("`form`：", "Form"),
    ("指标：", "Indicator"),
    ("`performance`，", "Performance"),
    ("`staff` 和 `assets` 的一项", "Count"),
    ("`profile`：", "Profile"),
    ("`glossary` 的一项", "Term"),
];

/// The type of this name, or the whole file's.
fn type_of<'s>(schema: &'s Value, name: &str) -> &'s Value {
    if name.is_empty() { schema } else { &schema["$defs"][name] }
}

/// The fields in the tables that follow a line with this beginning, each with the cell beside it.
fn fields_below<'p>(page: &'p str, start: &str) -> Vec<(&'p str, &'p str)> {
    let is_next = |line: &str| line.starts_with('#') || TABLES.iter().any(|(start, _)| line.starts_with(start));
    let below = page.lines().skip_while(|line| !line.starts_with(start)).skip(1).take_while(|line| !is_next(line));
    let rows = below.filter_map(|line| line.strip_prefix("| `")?.split_once(" | "));
    let cell = |rest: &'p str| rest.split(" |").next().unwrap_or_default();
    rows.flat_map(|(names, rest)| names.split('、').map(move |name| (name.trim_matches('`'), cell(rest)))).collect()
}

#[test]
fn the_committed_schema_is_current() {
    golden::held("budget.schema.json", &schema::json().unwrap());
    golden::held("statistics.schema.json", &schema::statistics().unwrap());
}

#[test]
fn the_examples_of_the_documentation_can_be_read_and_agree() {
    for name in PAGES {
        let page = read(name);
        let blocks = page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
        let examples: Vec<_> = blocks.filter(|block| block.contains("\"format\"")).collect();
        assert!(!examples.is_empty(), "{name} has no example");
        for example in examples {
            let loaded =
                load::read(example.as_bytes()).unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}"));
            assert!(loaded.warnings.is_empty(), "{name}: {:#?}", loaded.warnings);
            assert!(!loaded.budget.tables.is_empty());
            assert_eq!(check(&loaded.budget).count(Verdict::Mismatch), 0, "{name}");
        }
    }
}

#[test]
fn the_examples_of_statistics_can_be_read_and_every_field_and_word_is_explained() {
    let schema: Value = serde_json::from_str(&schema::statistics().unwrap()).unwrap();
    let types = || schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let fields = types().filter_map(|own| own["properties"].as_object()).flat_map(|fields| fields.keys());
    let words = types().filter_map(|own| own["oneOf"].as_array()).flatten().filter_map(|one| one["const"].as_str());
    let all: Vec<_> = fields.map(String::as_str).chain(words).collect();
    for name in ["docs/statistics.md", "docs/zh/statistics.md"] {
        let page = read(name);
        let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
        let (_, odd) = load::statistics(example.as_bytes()).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
        assert!(odd.is_empty(), "{name}: {odd:#?}");
        for word in &all {
            let is_told = [format!("`{word}`"), format!("\"{word}\"")].iter().any(|told| page.contains(told));
            assert!(is_told, "{name} does not explain `{word}`");
        }
    }
}

#[test]
fn the_example_of_a_balance_fits_the_other_and_adds_up() {
    let page = read("docs/format.md");
    let example = |i| page.split("```json").nth(i).and_then(|rest| rest.split("```").next()).expect("an example");
    let mut whole: Value = serde_json::from_str(example(1)).unwrap();
    let balance = serde_json::from_str(example(2)).unwrap();
    whole["tables"].as_array_mut().unwrap().push(balance);
    let loaded = load::read(whole.to_string().as_bytes()).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"));
    assert!(loaded.warnings.is_empty(), "{:#?}", loaded.warnings);
    let report = check(&loaded.budget);
    let wrong: Vec<_> = report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch).collect();
    let about = |finding: &Finding| finding.stated.iter().any(|place| place.table() == Some(2));
    assert!(wrong.is_empty() && report.findings.iter().any(about), "{wrong:?}");
}

#[test]
fn what_must_be_there_is_bold_in_the_documentation() {
    let page = read("docs/format.md");
    let schema: Value = serde_json::from_str(&schema::json().unwrap()).unwrap();
    let types = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let required = |type_: &Value| type_["required"].as_array().cloned().unwrap_or_default();
    let needed: Vec<_> = types.flat_map(required).collect();
    for field in &needed {
        let field = field.as_str().unwrap();
        let all = needed.iter().filter(|other| *other == field).count();
        let bold = page.matches(&format!("**`{field}`**")).count();
        assert_eq!(bold, all, "docs/format.md marks `{field}` so often");
    }
    let marks = page.matches("**`").count();
    assert_eq!(marks, needed.len(), "nothing else is bold");
}

#[test]
fn every_field_and_word_of_the_format_is_in_its_documentation() {
    let schema: Value = serde_json::from_str(&schema::json().unwrap()).unwrap();
    let types = || schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let fields = types().filter_map(|own| own["properties"].as_object()).flat_map(|fields| fields.keys());
    let words = types().filter_map(|own| own["oneOf"].as_array()).flatten().filter_map(|one| one["const"].as_str());
    let all: Vec<_> = fields.map(String::as_str).chain(words).collect();
    for name in PAGES {
        let page = read(name);
        for word in &all {
            let is_told = [format!("`{word}`"), format!("`\"{word}\"`")].iter().any(|told| page.contains(told));
            assert!(is_told, "{name} does not explain `{word}`");
        }
    }
}

#[test]
fn the_chinese_documentation_has_each_type_s_fields_and_says_which_are_required() {
    let page = read("docs/zh/format.md");
    let schema: Value = serde_json::from_str(&schema::json().unwrap()).unwrap();
    for (start, name) in TABLES {
        let own = type_of(&schema, name);
        let told = fields_below(&page, start);
        let mut names: Vec<_> = told.iter().map(|(field, _)| *field).collect();
        let mut fields: Vec<_> = own["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        fields.sort_unstable();
        assert_eq!(names, fields, "the fields below {start}");
        let required: Vec<_> = own["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (field, told) in told {
            // What must be there in some tables only says in which.
            let is_told = if required.contains(&field) { told != "选填" } else { told != "必填" };
            assert!(is_told, "`{field}` below {start} is {told}");
        }
    }
}
