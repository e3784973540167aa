//! Measures publishing a district: 10, 100 and 1,000 copies of the shipped budget by the command line, as a web master
//! runs it. `make bench` runs it after the other; it wants some gigabyte of room in `target/`, and gives it back.
//!
//! The page that it takes is an empty one: what a built page adds is copied once, however many budgets there are.

#[path = "shared/child.rs"]
mod child;

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const SIZES: [usize; 3] = [10, 100, 1_000];
const PAGE: &str = "<!doctype html><head><!--about--><!--/about--></head><!--figures--><!--/figures-->";

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publish-bench");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("page"))?;
    fs::write(folder.join("page/index.html"), PAGE)?;
    println!("{:>8} {:>10} {:>16} {:>12}", "budgets", "seconds", "ms each", "most MB");
    for size in SIZES {
        let files: Vec<_> = (0..size).map(|i| format!("budget-{i}.json")).collect();
        for file in &files {
            fs::copy(root.join("budget.json"), folder.join(file))?;
        }
        let start = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_budget-lens"))
            .current_dir(&folder)
            .args(["publish", "-o", "site", "--page", "page", "--allow-mismatch", "--url", "https://budget.example/"])
            .args(&files)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let (status, most) = child::finish(child)?;
        if status != Some(0) {
            return Err(io::Error::other(format!("publish ends with {status:?}")));
        }
        let seconds = start.elapsed().as_secs_f64();
        let most = most.map_or_else(|| "—".into(), |kilobytes| (kilobytes / 1024).to_string());
        #[allow(clippy::cast_precision_loss)] // a thousand
        let each = seconds * 1000.0 / size as f64;
        println!("{size:>8} {seconds:>10.1} {each:>16.1} {most:>12}");
    }
    fs::remove_dir_all(&folder)
}
