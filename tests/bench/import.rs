//! Measures the import of official files by the command line, one at a time: pages a second, and peak memory.
//!
//! `make bench` measures made documents. `cargo bench --bench import -- PATH…` measures files, and all files of folders.

#[allow(dead_code, clippy::unwrap_used, clippy::panic)] // what tests write with, which is more
#[path = "../common/made/mod.rs"]
mod made;

#[path = "shared/child.rs"]
mod child;

use made::model::Model;
use made::pdf_document::{Look, Ruled, pdf};
use made::sheet_writer::{Sheet, xlsx};
use made::text_writer::{docx, html};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What importing a file took.
struct Measured {
    file: String,
    /// How many pages, sheets or paragraphs it has; none where it is refused.
    pages: u64,
    seconds: f64,
    kilobytes: u64,
}

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import-bench");
    fs::create_dir_all(&folder)?;
    let paths: Vec<PathBuf> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).map(PathBuf::from).collect();
    let files = if paths.is_empty() { made(&folder)? } else { listed(&paths)? };
    let mut all = files.iter().map(|file| measured(file, &folder)).collect::<io::Result<Vec<_>>>()?;
    println!("{:>8} {:>10} {:>12} {:>8}  file", "pages", "ms", "pages/s", "most MB");
    all.sort_by(|one, other| other.seconds.total_cmp(&one.seconds));
    for Measured { file, pages, seconds, kilobytes } in &all {
        let (ms, each) = (seconds * 1000.0, per_second(*pages, *seconds));
        println!("{pages:>8} {ms:>10.1} {each:>12.0} {:>8}  {file}", kilobytes / 1024);
    }
    // A refused file says nothing about reading pages.
    let read: Vec<&Measured> = all.iter().filter(|one| one.pages > 0).collect();
    let (pages, seconds) = (read.iter().map(|one| one.pages).sum(), read.iter().map(|one| one.seconds).sum());
    let most = all.iter().map(|one| one.kilobytes).max().unwrap_or(0) / 1024;
    println!(
        "{pages:>8} {:>10.1} {:>12.0} {most:>8}  {} files read",
        seconds * 1000.0,
        per_second(pages, seconds),
        read.len()
    );
    fs::remove_dir_all(&folder)
}

#[allow(clippy::cast_precision_loss)] // some thousand pages
fn per_second(pages: u64, seconds: f64) -> f64 {
    pages as f64 / seconds
}

/// The files, and those in folders.
fn listed(paths: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path()));
            files.extend(entries.collect::<io::Result<Vec<_>>>()?.into_iter().filter(|path| path.is_file()));
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    Ok(files)
}

/// Makes files of a table of a thousand lines: a PDF of 40 pages, and other kinds of files.
fn made(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut drawing = String::from(
        "某市民政局2026年部门预算\n支出总表\n单位：万元\n科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n合计 | | 1,100.00 | 1,000.00 | 100.00\n",
    );
    for line in 0..1_100 {
        let (class, item) = (201 + line / 100, line % 100);
        let _ = writeln!(drawing, "{class}{item:02} | 第{line}项一般公共服务支出 | 1.00 | 1.00 | ");
    }
    let model = Model::of(&drawing);
    let files = [
        ("40-pages.pdf", pdf(&model, Look { font: "Song", ruled: Ruled::Areas, turned: 4, rows: 29 })),
        ("sheet.xlsx", xlsx(&[Sheet::of(&model)])),
        ("text.docx", docx(&model)),
        ("page.html", html(&model).into_bytes()),
    ];
    let write = |(name, bytes): (&str, Vec<u8>)| fs::write(folder.join(name), bytes).map(|()| folder.join(name));
    files.into_iter().map(write).collect()
}

/// Measures one file, and keeps the fastest of some runs, since other work of the machine only takes time.
fn measured(file: &Path, folder: &Path) -> io::Result<Measured> {
    const RUNS: usize = 3;
    let mut best = Measured { file: file.display().to_string(), pages: 0, seconds: f64::INFINITY, kilobytes: 0 };
    for _ in 0..RUNS {
        let report = folder.join("report.json");
        let start = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_budget-lens"))
            .args(["import", "--json", "-o"])
            .arg(folder.join("out.json"))
            .arg(file)
            .stdout(File::create(&report)?)
            .stderr(Stdio::null())
            .spawn()?;
        let child::Finished { kilobytes, .. } = child::finish(child)?;
        best.seconds = best.seconds.min(start.elapsed().as_secs_f64());
        best.kilobytes = best.kilobytes.max(kilobytes.unwrap_or(0));
        let report: serde_json::Value = serde_json::from_slice(&fs::read(&report)?).unwrap_or_default();
        best.pages =
            report["files"].as_array().map_or(0, |files| files.iter().filter_map(|file| file["pages"].as_u64()).sum());
    }
    Ok(best)
}
