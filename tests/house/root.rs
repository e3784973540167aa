//! The root shows what matters: few entries, and each is explained to who comes new.

use std::fs;
use std::process::Command;

use crate::common::repository::{path, text};

/// The most entries that the root may have, without those that begin with a dot.
const MAX: usize = 20;
/// What builds make there.
const MADE: [&str; 2] = ["dist", "target"];

/// What git knows of: nothing where there is no git, or the project came as an archive.
fn tracked() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(path("")).output();
    let listed = listed.map(|output| output.stdout).unwrap_or_default();
    let files = String::from_utf8_lossy(&listed);
    files.split('\0').filter_map(|file| file.split('/').next()).map(String::from).collect()
}

/// What lies there.
fn present() -> Vec<String> {
    let entries = fs::read_dir(path("")).unwrap().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| !MADE.contains(&name.as_str())).collect()
}

/// The root's entries that are shown to everybody.
fn entries() -> Vec<String> {
    let tracked = tracked();
    let mut all = if tracked.iter().any(|name| name == "Cargo.toml") { tracked } else { present() };
    all.retain(|name| !name.is_empty() && !name.starts_with('.'));
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn the_root_has_few_entries() {
    let entries = entries();
    assert!(
        entries.len() <= MAX,
        "the root has {} entries, {MAX} at most: documentation and examples go into docs, tests, benchmarks and fuzzers into \
         tests, settings of tools beside what they check or into .cargo, scripts into scripts, data beside the code that reads \
         it: {entries:?}",
        entries.len()
    );
}

#[test]
fn every_entry_of_the_root_is_explained() {
    let page = text("CONTRIBUTING.md");
    let table = page.split("| in the root |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("the table");
    for name in entries() {
        assert!(table.contains(&format!("`{name}`")), "CONTRIBUTING.md explains `{name}` in its table of the root");
    }
}
