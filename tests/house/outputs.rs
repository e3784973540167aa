//! Text leaves the command line at one place: there what a file holds is made safe to show, and an output that cannot be
//! written ends nothing.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::repository::path;

/// The one module that has the outputs.
const OUTPUTS: &str = "src/cli/terminal";

/// What ends the program where its output cannot be written, and the outputs themselves.
const FORBIDDEN: [&str; 9] =
    ["eprint!", "eprintln!", "print!", "println!", "dbg!", "io::stdout(", "io::stderr(", "Term::stderr(", ".print()"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn nothing_but_the_terminal_writes_to_the_outputs() {
    let (mut found, mut holds) = (Vec::new(), 0);
    sources(&path("src"), &mut found);
    for source in found {
        let text = fs::read_to_string(&source).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let is_place = source.strip_prefix(path("")).unwrap().to_string_lossy().replace('\\', "/").starts_with(OUTPUTS);
        for word in FORBIDDEN {
            // A longer word may end as a forbidden one does.
            let is_there = code.match_indices(word).any(|(at, _)| {
                let before = code[..at].chars().next_back().unwrap_or(' ');
                !(before.is_alphanumeric() || before == '_') || word.starts_with('.')
            });
            let may = is_place && word.starts_with("io::");
            holds += usize::from(is_there && may);
            assert!(!is_there || may, "{}: {word} stands outside {OUTPUTS}.rs", source.display());
        }
    }
    assert!(holds > 1, "the test finds the outputs where they are");
}
