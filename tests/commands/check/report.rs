//! The report to print, and reports that go into files.

use crate::common::temporary;
use std::fs;
use std::path::Path;

use super::{err, example, file, out, root, run};

#[test]
fn the_report_to_print_needs_nothing_and_runs_nothing() {
    let evil = file("evil.json", &example("<script>alert(1)</script>"));
    let missing = file("missing.json", "[");
    let output = run(&["--html", &evil, &root("budget.json"), &missing]);
    assert_eq!(output.status.code(), Some(2));
    let page = out(&output);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">") && page.ends_with("</html>\n"));
    for never in ["<script", "http", "src=", "onclick", "url("] {
        assert!(!page.contains(never), "{never}");
    }
    for there in [
        "@page { size: A4",
        "&lt;script&gt;",
        "占比要按它所说的那个总数来算。",
        "56.36%",
        "汇总",
        "不能用，没有核对",
        "<th>处理意见</th>",
        "可能的改法：",
        "文件：budget.json　核对日期：20",
    ] {
        assert!(page.contains(there), "{there}");
    }
    assert_eq!(page.matches("<article").count(), 4);
    let order =
        ["<h2>不符 10 处，8 个原因</h2>", "signatures\"><span>", "<h2>附：无法核对 13</h2>", "<h2>附：尾差 21</h2>"];
    let places: Vec<_> = order.iter().map(|heading| page.rfind(heading).expect(heading)).collect();
    assert!(places.is_sorted(), "what has to be mended first, roundings behind all: {places:?}");
    assert_eq!(page.matches("政府采购预算表（少核对 4 处）").count(), 1, "missing tables are one line");
    assert!(page.contains("<div class=\"part\">原件第 5 页</div>"), "{page}");
    let rules = page.split("<style>").nth(1).unwrap();
    assert!(!rules.contains("\n.rounding {"), "the counts on the first page have the class, too");
    let english = out(&run(&["--html", "--lang=en", &root("budget.json")]));
    assert!(english.contains("<html lang=\"en\">") && english.contains("Appendix: numbers that no check covers"));
}

#[test]
fn a_report_goes_into_a_file_as_a_whole_or_not_at_all() {
    let (budget, folder) = (root("budget.json"), temporary::folder("reports"));
    let report = folder.join("报告.html").to_string_lossy().into_owned();
    for form in ["--html", "--json", "--all"] {
        let output = run(&[&budget, form, "-o", &report]);
        assert_eq!(output.status.code(), Some(1), "{}", err(&output));
        assert!(
            out(&output).ends_with(&format!("，不符 10，无法核对 13；另有 10 个数字没有核对到。\n已写入 {report}\n")),
            "{}",
            out(&output)
        );
        let printed = run(&[&budget, form]);
        assert_eq!(fs::read(&report).unwrap(), printed.stdout, "the same as on the screen");
    }
    let before = fs::read(&report).unwrap();
    let none = folder.join("no/r.html").to_string_lossy().into_owned();
    let own = folder.join("own.json").to_string_lossy().into_owned();
    fs::copy(&budget, &own).unwrap();
    for (file, out, reason) in [
        (&budget, &none, "没有放它的文件夹"),
        (&budget, &folder.to_string_lossy().into_owned(), "这是文件夹"),
        (&own, &own, "就是要核对的文件"),
    ] {
        let output = run(&[file, "--html", "-o", out]);
        assert!(output.status.code() == Some(2) && err(&output).contains(reason), "{}", err(&output));
    }
    assert_eq!(fs::read(&own).unwrap(), fs::read(&budget).unwrap());
    assert_eq!(fs::read(&report).unwrap(), before);
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.contains(".part")).count(), 0);
}

/// A link stays one, and what is no file is written to as it is.
#[cfg(unix)]
#[test]
fn links_and_pipes_stay_what_they_are() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report-links");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let [link, target] = ["link.txt", "target.txt"].map(|name| folder.join(name));
    fs::write(&target, "before").unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    run(&[&root("budget.json"), "-o", &link.to_string_lossy()]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&target).unwrap().contains("不符：10 处"));
    let pipe = folder.join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    let output = run(&[&root("budget.json"), "-o", &pipe.to_string_lossy()]);
    assert!(!fs::metadata(&pipe).unwrap().is_file(), "{}", err(&output));
    assert!(reader.join().unwrap().contains("不符：10 处"));
}

#[test]
fn why_a_file_cannot_be_opened_is_told_programs_in_both_languages() {
    let output = run(&["--json", "no such file.json"]);
    let told: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(told["faults"][0]["message"], "no such file.json: 没有这个文件。");
    assert_eq!(told["faults"][0]["message_en"], "no such file.json: there is no such file.");
    assert_eq!(err(&output), "no such file.json: 没有这个文件。\n");
}
