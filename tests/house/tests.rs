//! The tests agree with what is said of them: their page lists every folder, and `make golden` renews every golden file.

use std::fs;
use std::path::Path;

use crate::common::repository::{path, text};

/// The folders of tests that are programs.
fn kinds() -> Vec<String> {
    let folders = fs::read_dir(path("tests")).unwrap().map(|entry| entry.unwrap());
    let folders = folders.filter(|folder| folder.path().join("main.rs").exists());
    folders.map(|folder| folder.file_name().into_string().unwrap()).collect()
}

/// Whether this is the name of a source file, and its name without the end.
fn stem(path: &Path) -> Option<&str> {
    path.extension().is_some_and(|end| end == "rs").then(|| path.file_stem()?.to_str())?
}

#[test]
fn every_kind_and_helper_is_on_the_tests_page() {
    let page = text("tests/README.md");
    for kind in kinds() {
        assert!(page.contains(&format!("\n| `{kind}` | ")), "tests/README.md lists `{kind}`");
    }
    let listed = page.split("## What tests share").nth(1).unwrap();
    for entry in fs::read_dir(path("tests/common")).unwrap() {
        let name = entry.unwrap().path().with_extension("");
        let name = name.file_name().unwrap().to_str().unwrap();
        assert!(listed.contains(&format!("`{name}`")), "tests/README.md lists `{name}`");
    }
}

#[test]
fn make_golden_renews_whatever_a_test_holds() {
    let recipe = text("Makefile");
    let recipe = recipe.lines().find(|line| line.contains("GOLDEN=1")).unwrap();
    let mut renewed = 0;
    for kind in kinds() {
        for entry in fs::read_dir(path("tests").join(&kind)).unwrap() {
            let file = entry.unwrap().path();
            let Some(theme) = stem(&file) else { continue };
            if fs::read_to_string(&file).unwrap().contains(&["golden", "::"].concat()) {
                assert!(recipe.contains(&format!("--test {kind} ")), "make golden runs {kind}");
                assert!(recipe.split(' ').any(|part| part == format!("{theme}::")), "make golden runs {kind} {theme}");
                renewed += 1;
            }
        }
    }
    assert!(renewed > 5, "{renewed}");
}

#[test]
fn the_tests_that_run_on_other_engines_exist() {
    let part = text("tests/browser/engines/part.txt");
    assert!(part.lines().count() > 10, "one of each part of the page");
    for line in part.lines() {
        let (theme, name) = line.split_once("::").unwrap_or_else(|| panic!("{line} is no test's name"));
        let theme = text(&format!("tests/browser/{theme}.rs"));
        assert!(theme.contains(&format!("#[test]\nfn {name}() {{\n")), "there is no test {line}");
    }
}
