//! What readers download first: small, and for engines from Chromium 75 on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use budget_lens::export::document::{MANIFEST, Manifest};
use sha2::{Digest, Sha256};
use wasmparser::{Validator, WasmFeatures};

/// The most that the first part may take, its module and the scripts, compressed with brotli as hosts serve them.
const MAX_BYTES: u64 = 128_600;
/// The most that the rest may, which is fetched when the first answers stand.
const MAX_SECOND: u64 = 279_000;
/// The most that the third may have, which is fetched when all figures are there.
const MAX_THIRD: u64 = 297_500;
/// The most that the program may which reads official files, with its worker's script: nobody else downloads it.
const MAX_IMPORTER: u64 = 355_000;
/// The most that the worker may which keeps the page for when there is no network.
const MAX_OFFLINE: u64 = 1_500;

fn dist() -> PathBuf {
    let folder = std::env::var_os("BUDGET_LENS_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(folder.join(MANIFEST).exists(), "{} is missing: `make dist` builds it", folder.display());
    folder
}

fn manifest() -> Manifest {
    Manifest::read(&dist().join(MANIFEST)).unwrap()
}

fn files(ends: &[&str]) -> Vec<PathBuf> {
    let all = fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| ends.iter().any(|end| path.to_string_lossy().ends_with(end))).collect()
}

#[test]
fn the_parts_are_small() {
    let manifest = manifest();
    let first = vec![manifest.boot, manifest.glue, manifest.module];
    let importer = vec![manifest.reader, manifest.importer];
    for (part, names, most) in [
        ("first", first, MAX_BYTES),
        ("second", manifest.second, MAX_SECOND),
        ("third", manifest.third, MAX_THIRD),
        ("importing", importer, MAX_IMPORTER),
    ] {
        let bytes: u64 = names.iter().map(|name| fs::metadata(dist().join(name.clone() + ".br")).unwrap().len()).sum();
        println!("{part}: {bytes} bytes with brotli");
        assert!(bytes <= most, "{part} has {bytes} bytes with brotli");
    }
}

#[test]
fn what_a_portal_loads_before_its_first_figure_is_in_sight_is_small() {
    let bytes = fs::metadata(dist().join("embed.js.br")).unwrap().len();
    println!("embed.js: {bytes} bytes with brotli");
    assert!(bytes <= 2_450, "embed.js has {bytes} bytes with brotli");
    // Other sites name it: it has one name for ever, and names the rest.
    let script = fs::read_to_string(dist().join("embed.js")).unwrap();
    let manifest = manifest();
    let own = [manifest.glue, manifest.module, manifest.element];
    for part in own.into_iter().chain(manifest.second).chain(manifest.third) {
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
        manifest().files.iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "wasm")).count(),
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
    let worker = fs::read_to_string(dist().join("service-worker.js")).unwrap();
    let bytes = fs::metadata(dist().join("service-worker.js.br")).unwrap().len();
    assert!(bytes <= MAX_OFFLINE, "service-worker.js has {bytes} bytes with brotli");
    for name in manifest().files.iter().filter(|name| [".js", ".wasm", ".css"].iter().any(|end| name.ends_with(end))) {
        let is_of_others = ["embed.js", "service-worker.js", "noscript.css"].contains(&name.as_str());
        assert!(is_of_others || worker.contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn every_file_with_a_digest_in_its_name_is_named_by_the_bytes_that_it_has() {
    let mut named = 0;
    for name in manifest().files {
        let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
        let Some((_, digest)) = stem.rsplit_once('-').filter(|(_, digest)| digest.len() >= 15) else { continue };
        let bytes = fs::read(dist().join(&name)).unwrap();
        assert!(format!("{:x}", Sha256::digest(&bytes)).starts_with(digest) && digest.len() == 16, "{name}");
        named += 1;
    }
    assert!(named > 8, "{named}");
}

#[test]
fn the_folder_has_the_files_that_the_list_names_and_no_other_of_the_program() {
    let list: BTreeSet<_> = manifest().files.into_iter().collect();
    let files = files(&[".js", ".wasm", ".css"]);
    let there: BTreeSet<_> =
        files.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert!(there.is_subset(&list), "{:?}", there.difference(&list));
    for name in list {
        assert!(dist().join(&name).is_file(), "{name}");
    }
}
