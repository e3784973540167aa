//! `budget-lens import-each` as a district's office uses it: many files at once, some of which cannot be read.

use crate::common::made::model::Model;
use crate::common::made::pdf_writer::{Page, Pdf};
use crate::common::made::sheet_writer::{Sheet, xlsx};
use crate::common::made::text_writer::{csv, docx};
use crate::common::program::program;
use crate::common::temporary;
use budget_lens::load;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Output;

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = temporary::folder(name);
    fs::create_dir_all(folder.join("a")).unwrap();
    folder
}

fn model(department: &str) -> Model {
    Model::of(&format!(
        "{department}2026年部门预算
        支出总表
        单位：万元
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        合计 | | 4.00 | 1.00 | 3.00
        201 | 一般公共服务支出 | 1.00 | 1.00 |
        208 | 社会保障和就业支出 | 3.00 | | 3.00"
    ))
}

fn import_each(folder: &Path, arguments: &[&str]) -> Output {
    program().current_dir(folder).args(["import-each", "-o", "out", "--lang=en"]).args(arguments).output().unwrap()
}

fn department(file: &Path) -> String {
    load::read(&fs::read(file).unwrap()).unwrap().budget.document.department
}

#[test]
fn each_file_becomes_a_budget_of_its_own_and_none_overwrites_another() {
    let folder = folder("each-names");
    fs::write(folder.join("民政局.docx"), docx(&model("某市民政局"))).unwrap();
    fs::write(folder.join("预算.xlsx"), xlsx(&[Sheet::of(&model("某市教育局"))])).unwrap();
    fs::write(folder.join("a/预算.csv"), csv(&model("某市图书馆"))).unwrap();
    let output = import_each(&folder, &["民政局.docx", "预算.xlsx", "a/预算.csv"]);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0));
    let out = folder.join("out");
    let read = ["民政局.json", "预算.json", "预算-2.json"].map(|name| department(&out.join(name)));
    assert_eq!(read, ["某市民政局", "某市教育局", "某市图书馆"]);
    // The reports come in the order of the files, whichever is ready first.
    let told = String::from_utf8(output.stdout).unwrap();
    let places = ["民政局 2026", "教育局 2026", "图书馆 2026"].map(|name| told.find(name).unwrap());
    assert!(places.is_sorted(), "{told}");
}

#[test]
fn a_file_that_cannot_be_read_or_takes_too_long_ends_no_other() {
    let folder = folder("each-broken");
    fs::write(folder.join("1.pdf"), b"%PDF-1.7 and nothing else").unwrap();
    fs::write(folder.join("2.pdf"), slow()).unwrap();
    fs::write(folder.join("4.docx"), docx(&model("某市民政局"))).unwrap();
    let output = import_each(&folder, &["--seconds", "2", "1.pdf", "2.pdf", "3.pdf", "4.docx"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 3, "{told}");
    assert!(lines[0].starts_with("1.pdf: The PDF file is damaged"), "{told}");
    assert!(lines[1].starts_with("2.pdf: not read within 2 seconds"), "{told}");
    assert!(lines[2].starts_with("3.pdf: "), "{told}");
    let written: Vec<_> = fs::read_dir(folder.join("out")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(written, ["4.json"]);
    assert_eq!(department(&folder.join("out/4.json")), "某市民政局");
}

#[test]
fn a_file_that_takes_all_memory_ends_the_command_with_a_sentence() {
    let folder = folder("each-memory");
    fs::write(folder.join("1.pdf"), large()).unwrap();
    let output = program().current_dir(&folder).args(["check", "--lang=en", "1.pdf"]).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.starts_with("1.pdf: reading it would take more than 1024 MB of memory."), "{told}");
}

#[test]
fn what_makes_no_sense_is_told_with_the_usage() {
    let folder = folder("each-usage");
    for arguments in [&["--seconds", "soon", "a.pdf"][..], &["--unknown", "a.pdf"], &[]] {
        let output = import_each(&folder, arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("\nUsage: budget-lens import-each "));
    }
}

/// A file whose pages take as long as pages may.
fn slow() -> Vec<u8> {
    let mut pdf = Pdf::default();
    let content = pdf.packed("", &b"0 0 m 9 9 l S ".repeat(1 << 20));
    let mut page = Page::new();
    page.entries = format!("/Contents {content} 0 R");
    for _ in 0..1_000 {
        pdf.page(&page);
    }
    pdf.bytes()
}

/// A file whose objects unfold to gigabytes where nobody who only looks for them finds them: their stream's kind is written
/// oddly, and the table of where things stand is missing.
pub fn large() -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(&vec![b' '; 1 << 20]).unwrap();
    encoder.flush().unwrap();
    let packed = [b"\x78\x9C", &encoder.get_ref().repeat(3_000)[..], b"\x03\0"].concat();
    let head = format!("<< /Type /Obj#53tm /N 1 /#46irst 4 /Filter /FlateDecode /Length {} >>\nstream\n", packed.len());
    let mut pdf = Pdf::default();
    pdf.object([head.as_bytes(), &packed, b"\nendstream"].concat());
    let bytes = pdf.page(&Page::new()).bytes();
    let end = bytes.windows(4).position(|window| window == b"xref").unwrap();
    bytes[..end].to_vec()
}
