//! What readers download first: small, and for engines from Chromium 75 on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use std::fs;
use std::path::{Path, PathBuf};

use wasmparser::{Validator, WasmFeatures};

/// The most that the first module and its scripts may take, compressed with brotli as hosts serve them.
const MOST_BYTES: u64 = 115_000;
/// The most that the second module may, which is fetched when the first answers stand.
const MOST_LATER: u64 = 100_000;

fn dist() -> PathBuf {
    let folder = std::env::var_os("BUDGET_LENS_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(folder.join("index.html").exists(), "{} is missing: `make dist` builds it", folder.display());
    folder
}

fn is_later(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("later-"))
}

fn files(ends: &[&str]) -> Vec<PathBuf> {
    let all = fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| ends.iter().any(|end| path.to_string_lossy().ends_with(end))).collect()
}

#[test]
fn the_first_module_and_its_scripts_are_small() {
    let (later, first): (Vec<_>, Vec<_>) = files(&[".wasm.br", ".js.br"]).into_iter().partition(|path| is_later(path));
    assert_eq!((first.len(), later.len()), (3, 1), "{first:?} {later:?}");
    let size = |files: &[PathBuf]| files.iter().map(|path| fs::metadata(path).unwrap().len()).sum::<u64>();
    let (first, later) = (size(&first), size(&later));
    println!("with brotli: first module and scripts {first} bytes, second module {later} bytes");
    assert!(first <= MOST_BYTES, "{first} bytes with brotli");
    assert!(later <= MOST_LATER, "{later} bytes with brotli");
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
    assert_eq!(modules.len(), 2, "{modules:?}");
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
