//! The documents that the tests make, and what is expected of them.

/// A document of one table, and a sentence that contradicts a number which its own table doubts.
pub const DOCUMENT: &str = r#"{
    "format": "budget-lens/1",
    "document": {DOCUMENT, "title": "2026年部门预算", "unit": "万元"},
    "tables": [{
        "number": "表三", "title": "部门支出总表", "kind": "expenditure", "page": 7,
        "columns": [{"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出", "group": "本年支出"}, {"id": "project", "name": "项目支出"}],
        "lines": [
            {"role": "total", "name": "合计", "amounts": {"total": "3.00", "basic": "1.00", "project": "2.00"}},
            {"code": "207", "name": "文化旅游体育与传媒支出", "amounts": {AMOUNTS}},
            {"code": "20701", "name": "文化和旅游", "amounts": {"total": null, "project": "2.00"}}
        ]
    }],
    "statements": [{"subject": "207", "name": "文化旅游体育与传媒支出", "section": "二（一）", "amount": "9.00"}]
}"#;

/// Place, number and verdict of its rows.
pub const ROWS: [&str; 8] = [
    "表三 · 合计 · 合计 | 3.00 | holds",
    "表三 · 合计 · 基本支出 | 1.00 | holds",
    "表三 · 合计 · 项目支出 | 2.00 | mismatch",
    "表三 · 207 · 合计 | 3.00 | mismatch",
    "表三 · 207 · 基本支出 | 1.00 | mismatch",
    "表三 · 207 · 项目支出 | 0 | mismatch",
    "表三 · 20701 · 项目支出 | 2.00 | mismatch",
    "情况说明（二（一）） · 文化旅游体育与传媒支出 · 金额 | 9.00 | unchecked",
];

/// Some columns of the row that no sum comes out with.
pub const WRONG: &[(&str, &str)] = &[
    ("ordinal", "4"),
    ("source", "table"),
    ("department", "县图书馆"),
    ("stage", "budget"),
    ("table_index", "1"),
    ("table_number", "表三"),
    ("table_title", "部门支出总表"),
    ("table_kind", "expenditure"),
    ("row_index", "2"),
    ("row_code", "207"),
    ("row_name", "文化旅游体育与传媒支出"),
    ("row_level", "1"),
    ("row_path", ""),
    ("row_role", "item"),
    ("row_is_leaf", "false"),
    ("heading", "合计"),
    ("column_id", "total"),
    ("quantity", "amount"),
    ("flow", "expenditure"),
    ("of_year", "2026"),
    ("of_phase", "budget"),
    ("is_known", "true"),
    ("unit", "万元"),
    ("amount", "30000.000000"),
    ("address", "表三-207"),
    ("page", "7"),
];

/// Some columns of the sentence's row.
pub const STATED: &[(&str, &str)] = &[
    ("source", "narrative"),
    ("section", "二（一）"),
    ("table_kind", ""),
    ("row_code", "207"),
    ("row_index", ""),
    ("heading", "金额"),
    ("amount", "90000.000000"),
    ("address", "说明-1"),
    ("rules", "stated-amount"),
    ("is_suspect", "false"),
];

/// What a region may be called, and its folder.
pub const REGIONS: [(&str, &str); 6] = [
    ("甲/乙", "甲%2F乙"),
    ("..", ".%2E"),
    ("../../a", "..%2F..%2Fa"),
    ("100%=一半", "100%25%3D一半"),
    ("a\\\\b:c\\u0007", "a%5Cb%3Ac%07"),
    (" ", "__HIVE_DEFAULT_PARTITION__"),
];
