//! Measures publishing a district: 10, 100 and 1,000 copies of the shipped budget by the command line, as a web master
//! runs it. `make bench` runs it after the other; it wants some gigabyte of room in `target/`, and gives it back.
//!
//! `cargo bench --bench publish -- 10000` measures so many made departments of a hundred each place instead: published,
//! published again as they are, and again with one that changed.
//!
//! The page that it takes has no files: what a built page adds is copied once, however many budgets there are. Beside the
//! time that passes stands that of the processors, which other work of the machine does not change.

#[path = "shared/child.rs"]
mod child;

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const SIZES: [usize; 3] = [10, 100, 1_000];
/// The list of the page's files, by which it is known as one.
const PAGE: &str = r#"{"boot": "boot.js", "glue": "glue.js", "module": "first.wasm", "second": ["second.wasm"],
    "third": ["third.wasm"], "reader": "reader.js", "importer": "importer.wasm", "register": "register.js",
    "page": "page.css", "pageDigest": "sha256-1", "print": "print.css", "element": "element.css", "elementDark": "element-dark.css", "files": []}"#;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publish-bench");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("page"))?;
    fs::write(folder.join("page/manifest.json"), PAGE)?;
    fs::write(folder.join("page/page.css"), "")?;
    println!("{:>8} {:>10} {:>12} {:>16} {:>12}", "budgets", "seconds", "a second", "CPU ms each", "most MB");
    if let Some(count) = std::env::args().find_map(|argument| argument.parse::<usize>().ok()) {
        let files: Vec<_> = (0..count).map(|i| format!("in/{i:05}.json")).collect();
        fs::create_dir_all(folder.join("in"))?;
        for (i, file) in files.iter().enumerate() {
            fs::write(folder.join(file), made(i))?;
        }
        measure(&folder, &files)?;
        measure(&folder, &files)?;
        fs::write(folder.join(&files[0]), made(count))?;
        measure(&folder, &files)?;
        return fs::remove_dir_all(&folder);
    }
    for size in SIZES {
        let files: Vec<_> = (0..size).map(|i| format!("budget-{i}.json")).collect();
        for (i, file) in files.iter().enumerate() {
            // Each of another department: a document given twice is published once.
            let text = fs::read_to_string(root.join("budget.json"))?;
            fs::write(folder.join(file), text.replacen("\"department\": \"", &format!("\"department\": \"第{i}"), 1))?;
        }
        let _ = fs::remove_dir_all(folder.join("site"));
        measure(&folder, &files)?;
    }
    fs::remove_dir_all(&folder)
}

/// Publishes these files and prints what that took.
fn measure(folder: &Path, files: &[String]) -> io::Result<()> {
    let start = Instant::now();
    let child = Command::new(env!("CARGO_BIN_EXE_budget-lens"))
        .current_dir(folder)
        .args(["publish", "-o", "site", "--page", "page", "--allow-mismatch", "--url", "https://budget.example/"])
        .args(files)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let child::Finished { code, kilobytes, worked } = child::finish(child)?;
    if code != Some(0) {
        return Err(io::Error::other(format!("publish ends with {code:?}")));
    }
    let seconds = start.elapsed().as_secs_f64();
    let most = kilobytes.map_or_else(|| "—".into(), |kilobytes| (kilobytes / 1024).to_string());
    #[allow(clippy::cast_precision_loss)] // some thousand
    let count = files.len() as f64;
    let each = worked.map_or_else(|| "—".into(), |worked| format!("{:.1}", worked * 1000.0 / count));
    println!("{:>8} {seconds:>10.1} {:>12.1} {each:>16} {most:>12}", files.len(), count / seconds);
    Ok(())
}

/// The text of a made department: two classes, a dozen projects, a hundred departments a place.
fn made(i: usize) -> String {
    const BODIES: [&str; 10] =
        ["教育局", "财政局", "民政局", "公安局", "水利局", "统计局", "审计局", "信访局", "档案馆", "图书馆"];
    const THINGS: [&str; 12] = [
        "办公楼维修",
        "灯笼墙维护",
        "信息化运维",
        "食堂补贴",
        "道路养护",
        "校车安全",
        "图书采购",
        "宣传活动",
        "物业服务",
        "车辆租赁",
        "业务培训",
        "法律顾问",
    ];
    let place = format!("第{}县", i / 100 + 1);
    let body = format!("{place}{}第{}分局", BODIES[i % 10], i % 100 / 10 + 1);
    let costs: Vec<usize> = (0..THINGS.len()).map(|k| (i * 7_919 + k * 104_729) % 900_000 + 1_000).collect();
    let projects: usize = costs.iter().sum();
    let basic = (i * 31_337) % 5_000_000 + 100_000;
    let amount = |hundredths: usize| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let line = |code: &str, name: &str, basic: usize, project: usize| {
        format!(
            r#"{{"code": "{code}", "name": "{name}", "level": 1, "amounts": {{"total": "{}", "basic": "{}", "project": "{}"}}}}"#,
            amount(basic + project),
            amount(basic),
            amount(project)
        )
    };
    let thing = |(name, cost): (&&str, &usize)| {
        format!(r#"{{"name": "{name}", "role": "item", "amounts": {{"total": "{}"}}}}"#, amount(*cost))
    };
    let things: Vec<_> = THINGS.iter().zip(&costs).map(thing).collect();
    format!(
        r#"{{"format": "budget-lens/1", "document": {{"department": "{body}", "region": "{place}", "year": 2026,
        "title": "{body}2026年部门预算", "published": "2026-02-13", "unit": "万元"}}, "tables": [
        {{"number": "表一", "title": "支出总表", "kind": "expenditure", "columns": [{{"id": "total", "name": "合计"}},
        {{"id": "basic", "name": "基本支出"}}, {{"id": "project", "name": "项目支出"}}], "lines": [
        {{"name": "合计", "role": "total", "amounts": {{"total": "{}", "basic": "{}", "project": "{}"}}}}, {}, {}]}},
        {{"number": "表二", "title": "项目支出表", "kind": "projects", "columns": [{{"id": "total", "name": "合计"}}],
        "lines": [{}]}}]}}"#,
        amount(basic + projects),
        amount(basic),
        amount(projects),
        line("205", "教育支出", basic - basic / 3, projects - projects / 3),
        line("221", "住房保障支出", basic / 3, projects / 3),
        things.join(", ")
    )
}
