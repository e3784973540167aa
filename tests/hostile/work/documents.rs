//! Documents made to keep their reader waiting: of each kind, as long as is wanted.

mod lists;
mod tables;

use serde_json::{Map, Value, json};

use lists::{counts, long_texts, nested_terms, profile, projects, statements, terms, unknown, with_glossary};
use tables::{
    balance, block, classified, columns, explained, lines, longer_codes, mismatches, of_which, same_code, same_name,
    stairs, subtotal, tables, tables_of_no_kind, tables_of_one_kind, unit,
};

/// A kind of document: its name, how many of what it is made of it has at first, and how one with so many is made.
pub struct Kind {
    pub name: &'static str,
    pub size: usize,
    pub make: fn(usize) -> Value,
}

/// All kinds.
pub const KINDS: &[Kind] = &[
    Kind { name: "terms of two characters, all in one sentence", size: 250, make: terms },
    Kind { name: "terms that begin like one another", size: 8_000, make: nested_terms },
    Kind { name: "the same term", size: 250, make: |n| with_glossary(&vec!["款".into(); n], "款") },
    Kind { name: "lines alike", size: 500, make: |n| lines(n, |_| line("同名", Some("2010303"), "1.00")) },
    Kind { name: "lines without a name", size: 500, make: |n| lines(n, |_| line("", None, "1.00")) },
    Kind { name: "lines of one name with codes of their own", size: 500, make: |n| lines(n, same_name) },
    Kind { name: "lines of one code with names of their own", size: 500, make: |n| lines(n, same_code) },
    Kind { name: "lines one below the other", size: 500, make: |n| lines(n, stairs) },
    Kind { name: "codes one inside the other", size: 8_000, make: longer_codes },
    Kind { name: "lines that do not add up", size: 500, make: mismatches },
    Kind { name: "units with lines of their own", size: 500, make: |n| lines(n, unit) },
    Kind { name: "blocks of one line each", size: 500, make: |n| lines(n, block) },
    Kind { name: "printed sums everywhere", size: 500, make: |n| lines(n, subtotal) },
    Kind { name: "lines of which the next one is a part", size: 500, make: |n| lines(n, of_which) },
    Kind { name: "lines of several classifications", size: 250, make: |n| lines(n, classified) },
    Kind { name: "many columns", size: 125, make: columns },
    Kind { name: "a balance of many classes", size: 500, make: balance },
    Kind { name: "explained findings", size: 250, make: explained },
    Kind { name: "tables of one number", size: 125, make: |n| tables(n, |_| "表三".into()) },
    Kind { name: "tables", size: 125, make: |n| tables(n, |i| format!("表{i}")) },
    Kind { name: "tables of one kind", size: 125, make: tables_of_one_kind },
    Kind { name: "tables of no kind with the same numbers", size: 62, make: tables_of_no_kind },
    Kind { name: "statements on one subject", size: 250, make: |n| statements(n, |_| "201".into()) },
    Kind { name: "statements", size: 250, make: |n| statements(n, |i| format!("{}", 20_101 + i)) },
    Kind { name: "statements of totals", size: 250, make: |n| statements(n, |_| "expenditure".into()) },
    Kind { name: "projects of one name", size: 125, make: |n| projects(n, |_| "维修".into()) },
    Kind { name: "projects", size: 125, make: |n| projects(n, |i| format!("第{i}号维修工程")) },
    Kind { name: "projects without a name", size: 125, make: |n| projects(n, |_| String::new()) },
    Kind { name: "counts that are part of themselves", size: 250, make: |n| counts(n, |_| 0, |_| 0) },
    Kind { name: "counts in a circle", size: 250, make: |n| counts(n, |i| i, move |i| (i + 1) % n) },
    Kind { name: "counts one inside the other", size: 250, make: |n| counts(n, |i| i, |i| i + 1) },
    Kind { name: "one long text everywhere", size: 6_250, make: long_texts },
    Kind { name: "duties, goals and offices", size: 500, make: profile },
    Kind { name: "fields and words that nobody knows", size: 500, make: unknown },
];

/// A document with these parts besides what every one has.
pub fn document(parts: &[(&str, Value)]) -> Value {
    let about = json!({ "department": "大县财政局", "year": 2026, "title": "预算", "unit": "万元" });
    let mut whole = Map::new();
    whole.insert("format".into(), "budget-lens/1".into());
    whole.insert("document".into(), about);
    whole.insert("tables".into(), json!([]));
    whole.extend(parts.iter().map(|(name, value)| ((*name).into(), value.clone())));
    whole.into()
}

pub fn table(number: &str, kind: &str, lines: impl IntoIterator<Item = Value>) -> Value {
    json!({
        "number": number, "title": "支出总表", "kind": kind, "unit": "万元",
        "columns": [{ "id": "total", "name": "合计" }, { "id": "basic", "name": "基本支出" }],
        "lines": lines.into_iter().collect::<Vec<_>>(),
    })
}

pub fn line(name: &str, code: Option<&str>, amount: &str) -> Value {
    json!({ "name": name, "code": code, "amounts": { "total": amount, "basic": amount } })
}
