//! An official text of every part that the format has, and the publisher's own words, give the whole budget: so the shipped
//! one is made, of a text that is not in this repository.
//!
//! `GOLDEN=1 cargo test --test import_whole` writes what is expected anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/whole").join(name)
}

fn run(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_budget-lens")).env("LC_ALL", "C").args(arguments).output().unwrap()
}

#[test]
fn a_text_and_a_publishers_words_are_the_whole_budget() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole.json");
    let [import, words, to, check] = ["import", "--words", "-o", "check"].map(Path::new);
    let output = run(&[import, &data("预算.txt"), words, &data("words.json"), to, &out]);
    // All that is printed is understood.
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let made = fs::read_to_string(&out).unwrap();
    if std::env::var_os("GOLDEN").is_some() {
        fs::write(data("budget.json"), &made).unwrap();
    }
    let expected = fs::read_to_string(data("budget.json")).unwrap();
    for (made, expected) in made.lines().zip(expected.lines()) {
        assert_eq!(made, expected);
    }
    assert_eq!(made.lines().count(), expected.lines().count());
    // Nothing in it contradicts anything: the text was made so.
    assert_eq!(run(&[check, &out]).status.code(), Some(0));
}
