//! What readers download first: small, and for engines from Chromium 75 on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use std::fs;
use std::path::{Path, PathBuf};

use wasmparser::{Validator, WasmFeatures};

/// The most that the first part may take, its module and the scripts, compressed with brotli as hosts serve them.
const MOST_BYTES: u64 = 115_500;
/// The most that the second part may, which is fetched when the first answers stand, with what it shares with the third.
const MOST_LATER: u64 = 226_000;
/// The most that the third part may, which checks the numbers.
const MOST_CHECKS: u64 = 218_500;
/// The most that the fourth part may, which is fetched when somebody shares something or opens official files.
const MOST_SHARE: u64 = 61_000;
/// The most that the program may which reads official files, with its worker's script: nobody else downloads it.
const MOST_IMPORTER: u64 = 353_000;
/// The most that the worker may which keeps the page for when there is no network.
const MOST_OFFLINE: u64 = 1_100;

fn dist() -> PathBuf {
    let folder = std::env::var_os("BUDGET_LENS_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(folder.join("index.html").exists(), "{} is missing: `make dist` builds it", folder.display());
    folder
}

fn files(ends: &[&str]) -> Vec<PathBuf> {
    let all = fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| ends.iter().any(|end| path.to_string_lossy().ends_with(end))).collect()
}

/// The links of the page to a part that follows the first.
fn links(part: &str) -> Vec<String> {
    let page = fs::read_to_string(dist().join("index.html")).unwrap();
    let link = |text: &str| text.split("href=\"./").nth(1)?.split('"').next().map(String::from);
    page.split(&format!("<link rel=\"{part}")).skip(1).filter_map(link).collect()
}

/// The files that an attribute of the page names.
fn named(before: &str) -> Vec<String> {
    let page = fs::read_to_string(dist().join("index.html")).unwrap();
    let name = |text: &str| text.split('"').next().map(|name| name.trim_start_matches("./").to_string());
    page.split(before).skip(1).filter_map(name).collect()
}

#[test]
fn the_parts_are_small() {
    let (later, share) = (links("later"), links("share"));
    let checks = [links("checks"), links("checker")].concat();
    let importer = links("importer");
    assert_eq!(importer.len(), 2, "a script and a module: {importer:?}");
    assert!(!later.is_empty() && checks.len() > 1 && share.len() == 1, "{later:?} {checks:?} {share:?}");
    let needed =
        [named("<link rel=\"modulepreload\" href=\""), named("<link rel=\"preload\" href=\""), named("src=\"")];
    let is_program = |name: &String| [".wasm", ".js"].iter().any(|end| name.ends_with(end));
    let first: Vec<_> = needed.concat().into_iter().filter(is_program).collect();
    assert_eq!(first.len(), 3, "a module, its script and the boot script: {first:?}");
    for (part, names, most) in [
        ("first", first, MOST_BYTES),
        ("second", later, MOST_LATER),
        ("third", checks, MOST_CHECKS),
        ("fourth", share, MOST_SHARE),
        ("importing", importer, MOST_IMPORTER),
    ] {
        let bytes: u64 = names.iter().map(|name| fs::metadata(dist().join(name.clone() + ".br")).unwrap().len()).sum();
        println!("{part} part: {bytes} bytes with brotli");
        assert!(bytes <= most, "the {part} part has {bytes} bytes with brotli");
    }
}

#[test]
fn what_a_portal_loads_before_its_first_figure_is_in_sight_is_small() {
    let bytes = fs::metadata(dist().join("embed.js.br")).unwrap().len();
    println!("embed.js: {bytes} bytes with brotli");
    assert!(bytes <= 2_500, "embed.js has {bytes} bytes with brotli");
    // Other sites name it: it has one name for ever, and names the rest.
    let script = fs::read_to_string(dist().join("embed.js")).unwrap();
    for part in ["later", "checks"].map(links).concat() {
        assert!(script.contains(&part), "{part}");
    }
}

#[test]
fn the_modules_use_no_feature_that_old_engines_lack() {
    // What Chromium 75 knows. Reference types, for one, came with 96.
    let old = WasmFeatures::WASM1
        | WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::SATURATING_FLOAT_TO_INT;
    let modules = files(&[".wasm"]);
    assert_eq!(
        modules.len(),
        2 + ["later", "checks", "share"].map(|part| links(part).len()).iter().sum::<usize>(),
        "{modules:?}"
    );
    for module in modules {
        Validator::new_with_features(old)
            .validate_all(&fs::read(&module).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", module.display()));
    }
}

#[test]
fn the_scripts_use_no_syntax_that_old_engines_lack() {
    for path in files(&[".js"]) {
        let script = fs::read_to_string(&path).unwrap();
        // Each is a syntax error in Chromium 75: the build lowers them, and this sees that it has.
        for new in ["?.", "??", "||=", "&&=", "static{", "await import"] {
            let found = script
                .match_indices(new)
                .find(|(i, _)| !script[i + new.len()..].starts_with(|c: char| c.is_ascii_digit()));
            assert!(found.is_none(), "{}: {new} at {found:?}", path.display());
        }
    }
}

#[test]
fn the_page_names_nothing_outside_its_folder() {
    let page = fs::read_to_string(dist().join("index.html")).unwrap();
    for part in page.split(['"', ' ', '>']) {
        let address = part.trim_start_matches("href=").trim_start_matches("src=");
        assert!(
            !address.starts_with("http://") && !address.starts_with("https://")
                || address.starts_with("http://www.w3.org/"),
            "{address}"
        );
        assert!(
            !(part.starts_with("href=/") || part.starts_with("src=/")),
            "{part}: only relative paths work from a sub-path"
        );
    }
    assert!(page.contains("4,560.06") && page.contains("<svg"), "the figures are not in the page");
}

#[test]
fn what_keeps_the_page_is_small_and_knows_every_file_of_the_page() {
    let worker = fs::read_to_string(dist().join("offline.js")).unwrap();
    let bytes = fs::metadata(dist().join("offline.js.br")).unwrap().len();
    assert!(bytes <= MOST_OFFLINE, "offline.js has {bytes} bytes with brotli");
    // The files themselves: the page names some without quotes.
    let names = fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<_> = names.filter(|name| [".js", ".wasm", ".css"].iter().any(|end| name.ends_with(end))).collect();
    assert!(names.len() >= 10, "{names:?}");
    for name in names {
        let is_of_others = ["embed.js", "offline.js", "still.css"].contains(&name.as_str());
        assert!(is_of_others || worker.contains(&format!("\"{name}\"")), "{name}");
    }
}
