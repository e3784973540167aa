//! The style sheets say things in words that every engine knows.

use crate::common::repository;
use std::fs;

/// Properties that some engine knows only with its own prefix, and that prefix.
const PREFIXED: [(&str, &str); 8] = [
    ("user-select", "-webkit-"),
    ("backdrop-filter", "-webkit-"),
    ("print-color-adjust", "-webkit-"),
    ("text-size-adjust", "-webkit-"),
    ("hyphens", "-webkit-"),
    ("mask", "-webkit-"),
    ("box-decoration-break", "-webkit-"),
    ("text-emphasis", "-webkit-"),
];

/// Every declaration of every style sheet: the file's name, the property, the value.
fn declarations() -> Vec<(String, String, String)> {
    let sheets = fs::read_dir(repository::path("style")).expect("a folder").flatten().map(|entry| entry.path());
    let mut all = Vec::new();
    for sheet in sheets.filter(|sheet| sheet.extension().is_some_and(|end| end == "css")) {
        let sheet = sheet.file_name().expect("a name").to_string_lossy().into_owned();
        let text = repository::text(&format!("style/{sheet}"));
        let bare: String = text
            .split("/*")
            .enumerate()
            .map(|(i, part)| if i == 0 { part } else { part.split_once("*/").map_or("", |it| it.1) })
            .collect();
        for declaration in bare.split(['{', '}', ';']) {
            if let Some((property, value)) = declaration.split_once(':') {
                all.push((sheet.clone(), property.trim().into(), value.trim().into()));
            }
        }
    }
    all
}

#[test]
fn lines_below_words_are_said_in_long_forms() {
    // WebKit drops the short form whole as soon as it has a second word, and with it the line.
    let all = declarations();
    let lines: Vec<_> = all.iter().filter(|(_, property, _)| property == "text-decoration").collect();
    assert!(lines.len() > 10, "the style sheets are read");
    for (sheet, _, value) in lines {
        let line = value.trim_end_matches("!important").trim();
        assert!(["none", "underline"].contains(&line), "{sheet}: text-decoration: {value}; in WebKit there is no line");
    }
}

#[test]
fn properties_with_a_prefix_in_some_engine_have_it() {
    let all = declarations();
    for (name, prefix) in PREFIXED {
        let count = |property: &str| all.iter().filter(|(_, found, _)| found == property).count();
        assert!(count(name) <= count(&format!("{prefix}{name}")), "{name} has to stand with {prefix} as well");
    }
}

#[test]
fn text_may_be_made_larger_by_the_reader_s_browser() {
    for (sheet, property, value) in declarations() {
        let is_size = property.ends_with("text-size-adjust");
        assert!(!is_size || value == "100%", "{sheet}: {property}: {value} takes the choice of its size from readers");
        let is_touch = property == "touch-action";
        assert!(
            !is_touch || value.contains("pinch-zoom"),
            "{sheet}: {property}: {value} keeps two fingers from enlarging"
        );
    }
}
