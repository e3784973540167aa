//! `budget-lens import --words`: what an official file does not say, kept in a file of the publisher's own.

use crate::common::made::model::Model;
use crate::common::made::text_writer::docx;
use crate::common::program::program;
use crate::common::temporary;
use budget_lens::load;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

const BUDGET: &str = "某市民政局2026年部门预算
    表三
    支出总表
    单位：万元
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    合计 | | 4.00 | 1.00 | 3.00
    201 | 一般公共服务支出 | 1.00 | 1.00 |
    208 | 社会保障和就业支出 | 3.00 | | 3.00";

/// Imports a made budget with these words of its publisher's.
fn import(name: &str, words: &str) -> (Output, PathBuf) {
    let folder = temporary::folder(name);
    fs::write(folder.join("预算.docx"), docx(&Model::of(BUDGET))).unwrap();
    fs::write(folder.join("words.json"), words).unwrap();
    let arguments = ["import", "预算.docx", "--words", "words.json", "-o", "out.json", "--lang=en"];
    (program().current_dir(&folder).args(arguments).output().unwrap(), folder.join("out.json"))
}

#[test]
fn words_are_put_where_their_addresses_are() {
    let words = r#"{"document": {"department_en": "Civil Affairs"}, "表三-208": {"name_en": "Welfare", "note": "救助、养老"},
        "glossary": [{"term": "基本支出", "meaning": "日常运转的钱"}]}"#;
    let (output, out) = import("words-put", words);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let budget = load::read(&fs::read(out).unwrap()).unwrap().budget;
    assert_eq!(budget.document.department_en.as_deref(), Some("Civil Affairs"));
    assert_eq!(budget.document.department, "某市民政局", "what was read stays");
    let line = budget.tables[0].lines.iter().find(|line| line.code.as_deref() == Some("208")).unwrap();
    assert_eq!((line.name_en.as_deref(), line.note.as_deref()), (Some("Welfare"), Some("救助、养老")));
    assert_eq!(line.amounts.get("total").unwrap().to_string(), "3.00");
    assert_eq!(budget.glossary[0].meaning, "日常运转的钱");
}

#[test]
fn words_for_a_place_that_is_not_there_are_told_and_nothing_is_written() {
    for (words, told) in [
        (r#"{"表三-211": {"note": "…"}}"#, "words.json: this budget has no such places: 表三-211"),
        (r#"{"表三-208": {"amounts": {"total": "3.0.0"}}}"#, "words.json: "),
        ("[]", "words.json: "),
        ("{", "words.json: "),
    ] {
        let (output, out) = import("words-wrong", words);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && error.starts_with(told) && !out.exists(), "{words}: {error}");
    }
}
