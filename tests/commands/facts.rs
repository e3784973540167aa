//! `budget-lens facts` as somebody fills a store with it, which others read: the rows are read back from the files.

mod cases;
mod rows;

use crate::common::example::example;
use crate::common::made::model::Model;
use crate::common::made::sheet_writer::{Sheet, xlsx};
use crate::common::program::program;
use crate::common::temporary;
use crate::import_each::large;
use rows::{Row, rows, stored};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

fn facts(folder: &Path, arguments: &[&str]) -> Output {
    program().current_dir(folder).args(["facts", "-o", "store", "--lang=en"]).args(arguments).output().unwrap()
}

fn said(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The rows of the only file in the store.
fn only(folder: &Path) -> Vec<Row> {
    let files = stored(&folder.join("store"));
    assert_eq!(files.len(), 1, "{files:?}");
    rows(&folder.join("store").join(&files[0]))
}

/// A document of one table, whose numbers are easy to follow.
fn made(document: &str, amounts: &str) -> String {
    cases::DOCUMENT.replace("DOCUMENT", document).replace("AMOUNTS", amounts)
}

const LIBRARY: &str = r#""department": "县图书馆", "region": "山西省甲县", "year": 2026"#;

#[test]
fn every_printed_number_is_a_row_with_its_place_and_verdict() {
    let folder = temporary::folder("facts-rows");
    fs::write(folder.join("a.json"), made(LIBRARY, r#""total": "3.00", "basic": "1.00", "project": "0""#)).unwrap();
    let output = facts(&folder, &["a.json"]);
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), ""));
    let rows = only(&folder);
    let told = |row: &Row| format!("{} | {} | {}", row["place"], row["printed"], row["verdict"]);
    let all: Vec<_> = rows.iter().map(told).collect();
    assert_eq!(all, cases::ROWS, "a blank is no row, and a printed zero is one");
    assert_eq!(said(&output.stdout).split(" → ").next(), Some("a.json: 8 numbers"));
    let (wrong, stated) = (&rows[3], &rows[7]);
    for (row, expected) in [(wrong, cases::WRONG), (stated, cases::STATED)] {
        for (column, value) in expected {
            assert_eq!(row.get(*column).map_or("", String::as_str), *value, "{column}");
        }
    }
}

#[test]
fn an_amount_is_exact_to_its_last_digit() {
    let folder = temporary::folder("facts-exact");
    let amounts = r#""total": "123456789012345.123456", "basic": "-0.000001", "project": "7""#;
    fs::write(folder.join("a.json"), made(LIBRARY, amounts)).unwrap();
    fs::write(folder.join("b.json"), made(LIBRARY, amounts).replace("万元", "亿元")).unwrap();
    assert_eq!(facts(&folder, &["a.json"]).status.code(), Some(0));
    let amounts = |rows: &[Row]| -> Vec<String> { rows[3..6].iter().map(|row| row["amount"].clone()).collect() };
    assert_eq!(amounts(&only(&folder)), ["1234567890123451234.560000", "-0.010000", "70000.000000"]);
    fs::remove_dir_all(folder.join("store")).unwrap();
    assert_eq!(facts(&folder, &["b.json"]).status.code(), Some(0));
    let rows = only(&folder);
    assert_eq!(amounts(&rows), ["12345678901234512345600.000000", "-100.000000", "700000000.000000"]);
    assert_eq!(rows[3]["printed"], "123456789012345.123456");
}

#[test]
fn whoever_writes_a_document_again_changes_nothing() {
    let folder = temporary::folder("facts-again");
    fs::write(folder.join("a.json"), example()).unwrap();
    fs::write(folder.join("same.json"), example()).unwrap();
    assert_eq!(facts(&folder, &["a.json"]).status.code(), Some(0));
    let store = folder.join("store");
    let [file] = &stored(&store)[..] else { panic!("one file") };
    let (first, written) =
        (fs::read(store.join(file)).unwrap(), store.join(file).metadata().unwrap().modified().unwrap());
    // Another name, another language, twice at once, and read from a pipe.
    let output = facts(&folder, &["same.json", "a.json", "same.json", "--lang=zh"]);
    assert_eq!(said(&output.stdout).lines().count(), 3);
    let mut command = program();
    command.current_dir(&folder).args(["facts", "-", "-o", "store"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut piped = command.spawn().unwrap();
    piped.stdin.take().unwrap().write_all(example().as_bytes()).unwrap();
    assert_eq!(piped.wait().unwrap().code(), Some(0));
    assert_eq!(stored(&store), [file.as_str()]);
    assert_eq!(store.join(file).metadata().unwrap().modified().unwrap(), written);
    fs::remove_dir_all(&store).unwrap();
    assert_eq!(facts(&folder, &["same.json"]).status.code(), Some(0));
    assert!(fs::read(store.join(file)).unwrap() == first, "the same bytes");
}

#[test]
fn two_documents_of_one_department_and_year_lie_side_by_side() {
    let folder = temporary::folder("facts-beside");
    for (name, total) in [("a.json", "3.00"), ("b.json", "4.00")] {
        fs::write(folder.join(name), made(LIBRARY, &format!(r#""total": "{total}", "basic": "1.00""#))).unwrap();
    }
    assert_eq!(facts(&folder, &["a.json", "b.json"]).status.code(), Some(0));
    let files = stored(&folder.join("store"));
    assert_eq!(files.len(), 2);
    assert!(files.iter().all(|file| file.starts_with("region=山西省甲县/year=2026/")), "{files:?}");
    let document = |file: &String| rows(&folder.join("store").join(file))[0]["document"].clone();
    for file in &files {
        assert!(file.ends_with(&format!("/{}.parquet", document(file))), "{file}");
    }
}

#[test]
fn a_broken_file_ends_no_other_whatever_kind_it_is() {
    let folder = temporary::folder("facts-broken");
    fs::write(folder.join("1.json"), "{\"format\": 1").unwrap();
    fs::write(folder.join("2.pdf"), b"%PDF-1.7 and nothing else").unwrap();
    fs::write(folder.join("4.json"), made(LIBRARY, r#""total": "3.00""#)).unwrap();
    let official = "某市民政局2026年部门预算\n支出总表\n单位：万元\n科目编码 | 科目名称 | 合计\n合计 | | 4.00\n201 | 一般公共服务支出 | 4.00";
    fs::write(folder.join("5.xlsx"), xlsx(&[Sheet::of(&Model::of(official))])).unwrap();
    let output = facts(&folder, &["1.json", "2.pdf", "3.json", "4.json", "5.xlsx"]);
    assert_eq!(output.status.code(), Some(2));
    let told = said(&output.stderr);
    for (line, begins) in
        told.lines().zip(["1.json:1:", "2.pdf: The PDF file is damaged", "3.json: there is no such file."])
    {
        assert!(line.starts_with(begins), "{told}");
    }
    let files = said(&output.stdout).lines().map(|line| line.split(':').next().unwrap()).collect::<Vec<_>>();
    assert_eq!(files, ["4.json", "5.xlsx"]);
    let stored = stored(&folder.join("store"));
    assert_eq!(stored.len(), 2, "{stored:?}");
    let none = stored.iter().find(|file| file.starts_with("region=__HIVE_DEFAULT_PARTITION__/year=2026/"));
    assert_eq!(rows(&folder.join("store").join(none.unwrap()))[1]["amount"], "40000.000000");
}

#[test]
fn a_file_that_takes_all_memory_ends_no_other() {
    let folder = temporary::folder("facts-memory");
    fs::write(folder.join("1.pdf"), large()).unwrap();
    fs::write(folder.join("2.json"), made(LIBRARY, r#""total": "3.00""#)).unwrap();
    let output = facts(&folder, &["1.pdf", "2.json"]);
    let told = said(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.starts_with("1.pdf: reading it would take more than 1024 MB of memory."), "{told}");
    assert_eq!(only(&folder).len(), 6);
}

#[test]
fn no_region_leads_out_of_the_store() {
    for (i, (region, expected)) in cases::REGIONS.into_iter().enumerate() {
        let folder = temporary::folder(&format!("facts-region-{i}"));
        let document = format!(r#""department": "县图书馆", "region": "{region}", "year": 2026"#);
        fs::write(folder.join("a.json"), made(&document, r#""total": "3.00""#)).unwrap();
        assert_eq!(facts(&folder, &["a.json"]).status.code(), Some(0), "{region}");
        let files = stored(&folder.join("store"));
        assert!(files[0].starts_with(&format!("region={expected}/year=2026/")), "{files:?}");
        let beside: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(beside.len(), 2, "{beside:?}");
    }
}

/// A name of 85 Chinese characters is the longest that a folder can have.
#[test]
fn a_region_too_long_for_a_folder_is_cut_and_two_stay_two() {
    let folder = temporary::folder("facts-long-region");
    let region = "某".repeat(85);
    for (file, region) in [("a.json", format!("{region}县")), ("b.json", format!("{region}市"))] {
        let document = format!(r#""department": "县图书馆", "region": "{region}", "year": 2026"#);
        fs::write(folder.join(file), made(&document, r#""total": "3.00""#)).unwrap();
    }
    let output = facts(&folder, &["a.json", "b.json"]);
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), ""));
    let files = stored(&folder.join("store"));
    let regions: Vec<_> = files.iter().filter_map(|file| file.strip_prefix("region=")?.split_once("/year=")).collect();
    assert!(regions.len() == 2 && regions[0].0 != regions[1].0, "{files:?}");
    let is_cut = |(name, _): &(&str, &str)| name.starts_with(&format!("{}~", "某".repeat(77))) && name.len() == 248;
    assert!(regions.iter().all(is_cut), "{files:?}");
}

/// What tells a unit's document from its department's stands in each row, and needs no other document.
#[test]
fn rows_say_whose_budget_it_is_and_which_units_it_lists() {
    let folder = temporary::folder("facts-units");
    let document = r#""department": "甲县教育局（本级）", "region": "山西省甲县", "year": 2026, "published": "2026-02-01", "level": "unit""#;
    let listed = made(document, r#""total": "3.00""#).replace(
        r#"{"code": "20701","#,
        r#"{"name": "甲县第一小学", "is": "unit", "amounts": {"total": "1.00"}}, {"name": "图书馆", "is": "unit"}, {"code": "20701","#,
    );
    fs::write(folder.join("a.json"), listed).unwrap();
    assert_eq!(facts(&folder, &["a.json"]).status.code(), Some(0));
    let names = ["body", "published", "body_name", "units"];
    let rows = only(&folder);
    for row in &rows {
        assert_eq!(names.map(|name| row[name].as_str()), ["unit", "2026-02-01", "教育局本级", "·图书馆·第一小学·"]);
    }
    assert_eq!(rows.len(), 7);
}

#[test]
fn what_cannot_be_written_is_told_with_its_place() {
    let folder = temporary::folder("facts-unwritable");
    fs::write(folder.join("a.json"), made(LIBRARY, r#""total": "3.00""#)).unwrap();
    fs::create_dir_all(folder.join("store")).unwrap();
    fs::write(folder.join("store/region=山西省甲县"), "").unwrap();
    let output = facts(&folder, &["a.json"]);
    assert_eq!(output.status.code(), Some(2));
    let told = said(&output.stderr);
    assert!(told.starts_with("store/region=山西省甲县/year=2026/") && told.contains(".parquet: "), "{told}");
    let output = program().current_dir(&folder).args(["facts", "a.json", "-o", "a.json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output.stderr).starts_with("a.json: 没有写成：已经有同名的。"), "{}", said(&output.stderr));
    let output = program().current_dir(&folder).args(["facts", "a.json", "-o", "-"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output.stderr).starts_with("-o 后面不能是 -"));
}

/// Whoever asks for a column finds it explained, and is told of none that there is not.
#[test]
fn the_documentation_explains_every_column() {
    let page = crate::common::repository::text("docs/facts.md");
    let names: Vec<_> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let own: Vec<_> = budget_lens::facts::COLUMNS.iter().map(|column| column.name).collect();
    assert_eq!(names, [&own[..], &["region", "year"]].concat());
}
