//! A made-up nation: thousands of documents, always the same ones, of many departments, places, years and templates; some
//! with slips of a clerk's hand, some whose text contradicts their tables, a share of them as official files.
//!
//!     cargo run --example nation -- FOLDER COUNT      writes FOLDER/budgets and FOLDER/official

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

#[allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)] // the tests' own, and only some of it
#[path = "../../tests/common"]
mod common {
    pub mod budgets;
    pub mod made;
    pub mod repository;
    pub mod shapes;
}
mod document;
#[allow(clippy::unwrap_used)] // the tests' own
#[path = "../../tests/import/official/text.rs"]
mod text;

use document::Made;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let done = match &arguments[..] {
        [folder, count] => count.parse().map_err(io::Error::other).and_then(|count| make(folder.as_ref(), count)),
        _ => Err(io::Error::other("usage: nation FOLDER COUNT")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nation: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the documents with these numbers, over two cores.
fn make(folder: &Path, count: usize) -> io::Result<()> {
    let half = |first: usize| (first..count).step_by(2).try_for_each(|number| write(folder, &Made::of(number)));
    std::thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        half(0)?;
        other.join().map_err(|_| io::Error::other("a document could not be made"))?
    })
}

fn write(folder: &Path, made: &Made) -> io::Result<()> {
    let path = folder.join(&made.path);
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    fs::write(path, &made.bytes)
}
