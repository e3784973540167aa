//! The house's import rule, read off the source: arrows point down the data's way only.

use crate::common::repository::path;
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may use, in the order in which data flows.
const MAY_USE: [(&str, &[&str]); 17] = [
    ("money", &[]),
    ("locale", &["money"]),
    ("budget", &["money"]),
    ("load", &["budget", "money", "locale"]),
    ("import", &["budget", "check", "load", "money", "locale"]),
    ("check", &["budget", "money", "locale"]),
    ("figure", &["budget", "check", "money", "locale"]),
    ("markup", &["budget", "figure", "load", "money", "locale"]),
    ("layout", &[]),
    ("scene", &["figure"]),
    ("chart", &["figure", "layout", "money", "scene", "locale"]),
    ("paint", &["figure", "scene"]),
    ("export", &["budget", "chart", "check", "figure", "layout", "markup", "money", "paint", "scene", "locale"]),
    ("facts", &["budget", "check", "money", "locale"]),
    ("schema", &["budget", "money"]),
    (
        "cli",
        &[
            "budget", "chart", "check", "export", "facts", "figure", "import", "load", "markup", "money", "paint",
            "scene", "schema", "locale",
        ],
    ),
    ("view", &["budget", "chart", "check", "export", "figure", "load", "markup", "money", "paint", "scene", "locale"]),
];

/// The source files of the library, each with the name of its module.
fn files() -> Vec<(String, PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let src = path("src");
    let mut found = Vec::new();
    walk(&src, &mut found);
    let module = |path: &Path| {
        let first = path.strip_prefix(&src).unwrap().components().next().unwrap();
        first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_string()
    };
    let read = |path: PathBuf| (module(&path), path.clone(), code(&fs::read_to_string(&path).unwrap()));
    let files: Vec<_> =
        found.into_iter().map(read).filter(|(module, ..)| !["main", "lib", "bin"].contains(&module.as_str())).collect();
    assert!(files.len() > 30, "only {} files: the test looks in the wrong place", files.len());
    files
}

/// The lines that are code, without the tests at the end.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn arrows_point_down_the_datas_way_only() {
    for (module, path, code) in files() {
        let (_, allowed) = MAY_USE
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{module} is not in the rule: say in DESIGN.md where it stands"));
        for used in code.split("crate::").skip(1) {
            let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            assert!(
                name == module || allowed.contains(&name.as_str()),
                "{}: {module} must not use {name}",
                path.display()
            );
        }
    }
}

#[test]
fn only_the_view_and_the_canvas_know_a_browser() {
    for (module, path, code) in files() {
        // Browsers decode Chinese text themselves.
        let may = module == "view" || path.ends_with("paint/canvas.rs") || path.ends_with("import/encoding.rs");
        for name in ["web_sys", "js_sys", "wasm_bindgen", "leptos"] {
            assert!(may || !code.contains(&format!("{name}::")), "{}: {name}", path.display());
        }
    }
}

#[test]
fn only_the_painter_knows_plotters() {
    for (module, path, code) in files() {
        assert!(module == "paint" || !code.contains("plotters"), "{}", path.display());
    }
}

#[test]
fn no_float_touches_an_amount() {
    for (module, path, code) in files() {
        if ["money", "locale", "budget", "load", "check", "facts", "figure", "markup"].contains(&module.as_str()) {
            // serde's list of types that the format does not have names floats, too; using one looks like this.
            for float in [": f64", "-> f64", "as f64", "<f64", "f64::", "to_f64", ": f32", "as f32"] {
                assert!(!code.contains(float), "{}: {float}", path.display());
            }
        }
    }
}
