//! An official text of every part that the format has, and the publisher's own words, give the whole budget: so the shipped
//! one is made, of a text that is not in this repository.

use crate::common::program::program;
use crate::common::{golden, repository, temporary};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

/// The folder of the text, the words and the budget.
const WHOLE: &str = "tests/data/whole";

fn data(name: &str) -> PathBuf {
    repository::path(WHOLE).join(name)
}

fn run(arguments: &[&Path]) -> Output {
    program().args(arguments).output().unwrap()
}

#[test]
fn a_text_and_a_publishers_words_are_the_whole_budget() {
    let out = temporary::folder("whole").join("budget.json");
    let [import, words, to, check] = ["import", "--words", "-o", "check"].map(Path::new);
    let output = run(&[import, &data("预算.txt"), words, &data("words.json"), to, &out]);
    // All that is printed is understood.
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let made = fs::read_to_string(&out).unwrap();
    golden::held(&format!("{WHOLE}/budget.json"), &made);
    // Nothing in it contradicts anything: the text was made so.
    assert_eq!(run(&[check, &out]).status.code(), Some(0));
}
