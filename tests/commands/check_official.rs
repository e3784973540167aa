//! `budget-lens check` of official files: the same findings, told with where they stand in what the department published.

use std::fs;
use std::process::Output;

use crate::common::made::library::{COVER, EXPENDITURE, EXPENSES, files, pdf};
use crate::common::program::program;
use crate::common::temporary;
use crate::told::{err, out, root};
use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    program().arg("check").args(arguments).output().unwrap()
}

/// A file of a test's own.
fn file(test: &str, name: &str, bytes: &[u8]) -> String {
    let path = temporary::folder(&format!("check-official-{test}-{name}")).join(name);
    fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

/// The table with a class that is too large by 1.00.
fn wrong() -> String {
    EXPENDITURE.replace("110.50", "111.50")
}

#[test]
fn an_official_file_of_any_kind_is_checked_like_a_budget() {
    for (name, bytes) in files(EXPENDITURE) {
        let output = run(&[&file("sound", name, &bytes)]);
        let told = out(&output);
        assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""), "{name}: {told}");
        assert!(told.contains("青石县图书馆 2026") && told.contains("，不符 0，"), "{name}: {told}");
        assert!(told.contains("\n  从官方文件里读出 2 张表") && told.contains("budget-lens import"), "{name}: {told}");
        assert!(!told.contains("要看一看"), "no line of a JSON that nobody has: {told}");
    }
    for (name, bytes) in files(&wrong()) {
        let output = run(&[&file("wrong", name, &bytes)]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", out(&output));
    }
}

#[test]
fn a_finding_is_told_with_where_it_stands_in_the_official_file() {
    for (name, zh, en) in [
        ("馆.pdf", "馆.pdf 第2页  表三", "馆.pdf, page 2  表三"),
        ("馆.xlsx", "馆.xlsx 工作表“预算”第7行  表三", "馆.xlsx, sheet “预算”, row 7  表三"),
        ("馆.docx", "馆.docx 第5段  表三", "馆.docx, paragraph 5  表三"),
        ("馆.zip", "1.pdf 第2页  表三", "1.pdf, page 2  表三"),
    ] {
        let bytes = files(&wrong()).into_iter().find(|(other, _)| *other == name).unwrap().1;
        let file = file("places", name, &bytes);
        let [zh_told, en_told] = ["--lang=zh", "--lang=en"].map(|lang| out(&run(&[lang, &file])));
        assert!(zh_told.contains(&format!("\n  {zh}")), "{zh}: {zh_told}");
        // English names are long, so that a line may end behind the file's place.
        let (place, table) = en.split_once("  ").unwrap();
        assert!(en_told.contains(&format!("\n  {place}")) && en_told.contains(table), "{en}: {en_told}");
        assert!(!zh_told.contains(&format!("{name}:")), "no line of a JSON that nobody has: {zh_told}");
        let page = out(&run(&["--html", &file]));
        assert!(page.contains(&format!("<div class=\"part\">{}", zh.split("  ").next().unwrap())), "{page}");
        assert!(page.contains("从官方文件里读出 2 张表"), "{page}");
    }
}

#[test]
fn machines_get_the_place_and_what_was_read_as_what() {
    let file = file("machines", "馆.pdf", &pdf(&[COVER, &wrong(), EXPENSES]));
    let output = run(&["--json", &file]);
    assert_eq!(output.status.code(), Some(1));
    let object: Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &object["findings"][0];
    assert_eq!(finding["verdict"], "mismatch");
    let place = &finding["where"][0];
    assert_eq!((&place["table"], place.get("file_line")), (&"表三".into(), None), "{place}");
    assert_eq!((&place["file_place"], &place["file_place_en"]), (&"馆.pdf 第2页".into(), &"馆.pdf, page 2".into()));
    let import = &object["import"];
    assert_eq!((&import["format"], &import["files"][0]["pages"]), (&"budget-lens-import/1".into(), &3.into()));
    assert_eq!(import["tables"][1]["place_en"], "馆.pdf, page 3");
}

#[test]
fn what_gives_no_budget_is_told_in_both_languages_and_ends_no_other() {
    let sound = file("refused", "馆.pdf", &pdf(&[COVER, EXPENDITURE, EXPENSES]));
    let picture = file("refused", "图.png", b"\x89PNG\r\n\x1a\n");
    let budget = root("budget.json");
    let output = run(&[&picture, &sound, &budget]);
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("图.png\n\n不能用\n  这是图片"), "{}", out(&output));
    assert!(out(&output).contains("共 3 个文件，其中 1 个不能用"), "{}", out(&output));
    let page = out(&run(&["--html", "--lang=en", &picture]));
    assert!(page.contains("This is a picture"), "{page}");
    let object: Value = serde_json::from_slice(&run(&["--json", &picture]).stdout).unwrap();
    let diagnostic = &object["faults"][0];
    assert!(diagnostic["message"].as_str().unwrap().contains("这是图片"), "{diagnostic}");
    assert!(diagnostic["message_en"].as_str().unwrap().contains("This is a picture"), "{diagnostic}");
}

#[test]
fn a_final_account_is_said_to_be_none_of_a_budget() {
    let file = file("final", "决算.pdf", &pdf(&["青石县图书馆2025年度部门决算", EXPENDITURE]));
    let said = out(&run(&["--lang=en", &file]));
    assert!(said.contains("This is a final account and no budget."), "{said}");
}
