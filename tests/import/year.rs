//! The year of a document is what it says; where it says none, what can be concluded is told, and nothing is called year 0.

use crate::common::made::model::Model;
use crate::common::made::pdf_document::{Look, Ruled, pdf};
use crate::common::made::text_writer::tabs;
use crate::common::program::program;
use crate::common::temporary;
use budget_lens::import::{ImportOptions, Imported, Source, import};
use std::fs;
use std::path::Path;
use std::process::Output;

const TABLE: &str = "
    部门名称：青石市图书馆
    支出总表
    单位：万元
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    207 | 文化旅游体育与传媒支出 | 125.00 | 100.00 | 25.00
    合计 | | 125.00 | 100.00 | 25.00";

/// The year, and what is said of it.
fn year(name: &str, bytes: Vec<u8>) -> (u16, Vec<String>) {
    let Imported { budget, report } =
        import(vec![Source { name: name.into(), bytes }], &ImportOptions::default()).unwrap();
    let said = report.assumed.into_iter().filter(|assumed| assumed.what == "year");
    (budget.document.year, said.map(|assumed| assumed.message[0].clone()).collect())
}

/// A PDF that says when it was made.
fn made_in(day: &str) -> Vec<u8> {
    let look = Look { font: "Song", ruled: Ruled::Lines, turned: 9, rows: 20 };
    let bytes = pdf(&Model::of(TABLE), look);
    let trailer = bytes.windows(7).rposition(|window| window == b"trailer").unwrap();
    let entries = bytes[trailer..].windows(2).position(|window| window == b"<<").unwrap() + trailer + 2;
    let info = format!(" /Info << /CreationDate (D:{day}) >> ");
    [&bytes[..entries], info.as_bytes(), &bytes[entries..]].concat()
}

#[test]
fn a_line_beside_a_title_may_say_the_year() {
    let drawing = TABLE.replace("单位：", "（2026年度）\n单位：");
    assert_eq!(year("a.txt", tabs(&Model::of(&drawing)).into_bytes()), (2026, vec![]));
}

#[test]
fn a_budget_that_names_no_year_is_of_the_year_in_whose_spring_its_file_was_made() {
    let told = "文件里没有写年度，按文件的生成时间读作 2026 年，请核对。".to_string();
    assert_eq!(year("a.pdf", made_in("20260226080053")), (2026, vec![told]));
    // What is made in autumn may be of the next year, or of the last.
    let missing = "没有找到年度，请填写。".to_string();
    assert_eq!(year("a.pdf", made_in("20261126080053")), (0, vec![missing]));
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    program().current_dir(folder).args(arguments).output().unwrap()
}

#[test]
fn a_missing_year_is_printed_by_no_command() {
    let folder = temporary::folder("year");
    fs::write(folder.join("a.txt"), tabs(&Model::of(TABLE))).unwrap();
    for (arguments, expected) in
        [(&["import", "a.txt", "-o", "a.json"][..], "青石市图书馆\n"), (&["check", "a.txt"], "a.txt · 青石市图书馆\n")]
    {
        let told = String::from_utf8(run(&folder, arguments).stdout).unwrap();
        assert!(told.starts_with(expected), "{told}");
    }
    let told = String::from_utf8(run(&folder, &["check", "--json", "a.txt"]).stdout).unwrap();
    assert!(told.starts_with(
        "{\"format\":\"budget-lens-check/1\",\"file\":\"a.txt\",\"department\":\"青石市图书馆\",\"import\""
    ));
}
