//! Measures publishing a district: 10, 100 and 1,000 copies of the shipped budget by the command line, as a web master
//! runs it. `make bench` runs it after the other; it wants some gigabyte of room in `target/`, and gives it back.
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
        let child::Finished { code, kilobytes, worked } = child::finish(child)?;
        if code != Some(0) {
            return Err(io::Error::other(format!("publish ends with {code:?}")));
        }
        let seconds = start.elapsed().as_secs_f64();
        let most = kilobytes.map_or_else(|| "—".into(), |kilobytes| (kilobytes / 1024).to_string());
        #[allow(clippy::cast_precision_loss)] // a thousand
        let count = size as f64;
        let each = worked.map_or_else(|| "—".into(), |worked| format!("{:.1}", worked * 1000.0 / count));
        println!("{size:>8} {seconds:>10.1} {:>12.1} {each:>16} {most:>12}", count / seconds);
    }
    fs::remove_dir_all(&folder)
}
