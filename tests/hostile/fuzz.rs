//! Whatever is done to a file, it is read or refused, and what opens as a budget is shown: the kept corpus of the fuzz
//! targets, and a few thousand changes to it.
//!
//! `make fuzz` looks for more, guided by what of the program a change reaches. What it finds is mended, and its smallest file
//! kept in the corpus. `GOLDEN=1` writes the files that every search begins with.

use crate::common::made::{containers, drawn, sound};
use crate::common::{cells, json_changes, shown, temporary, told};
use crate::{alone, seeds};
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Longer than any small file takes, even in a build that is not optimised.
const SOON: Duration = Duration::from_secs(20);

/// The folder of the kept files.
fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus")
}

/// The kept files, each with its reader.
fn corpus() -> Vec<(String, PathBuf)> {
    let entries = |path: &Path| fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let reader = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut all: Vec<_> =
        entries(&kept()).iter().flat_map(|path| entries(path).into_iter().map(|file| (reader(path), file))).collect();
    all.sort_unstable();
    all
}

fn take(reader: &str, bytes: &[u8]) {
    let _alone = alone();
    let begun = Instant::now();
    let text = || String::from_utf8_lossy(bytes);
    match reader {
        "recogniser" => sound::blocks(&drawn::blocks(&text())),
        "load" => shown::text(bytes),
        "narrative" => told::narrative(&text()),
        "csv" => cells::cells(&text()),
        _ => sound::file(bytes),
    }
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

#[test]
fn the_kept_corpus_is_read_or_refused() {
    let folder = kept();
    for (reader, name, bytes) in seeds::seeds() {
        if std::env::var_os("GOLDEN").is_some() {
            fs::create_dir_all(folder.join(reader)).unwrap();
            fs::write(folder.join(reader).join(name), bytes).unwrap();
        } else {
            take(reader, &bytes);
        }
    }
    for (reader, path) in corpus() {
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.len() < 32 << 10, "{} is not small", path.display());
        assert!(catch_unwind(|| take(&reader, &bytes)).is_ok(), "{}", path.display());
    }
}

#[test]
fn changed_files_are_read_or_refused() {
    const CHANGES: u32 = 40;
    for (reader, path) in corpus() {
        let bytes = fs::read(&path).unwrap();
        for seed in 0..CHANGES {
            let mut random = Random(seed.into());
            let change = |part: &mut Vec<u8>| random.change(part);
            let changed = match reader.as_str() {
                "load" => json_changes::changed(&bytes, seed * 7_919, change),
                _ => containers::changed(&bytes, seed / 2, change),
            };
            let mut changed = changed.filter(|_| seed % 2 == 0).unwrap_or_else(|| bytes.clone());
            if changed == bytes {
                random.change(&mut changed);
            }
            if catch_unwind(|| take(&reader, &changed)).is_err() {
                let found = temporary::folder("fuzz").join(&reader);
                fs::write(&found, &changed).unwrap();
                panic!("{} with change {seed}: see {}", path.display(), found.display());
            }
        }
    }
}

/// Numbers that look like chance and are always the same (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from(mixed ^ (mixed >> 31)).unwrap() % end.max(1)
    }

    /// Changes bytes in some of the ways in which files break, or are made to break others.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(3) {
            let (one, other) = (self.below(bytes.len()), self.below(bytes.len()));
            let (from, to) = (one.min(other), one.max(other).min(one.min(other) + 200));
            match self.below(6) {
                0 => bytes.truncate(to),
                1 => drop(bytes.drain(from..to)),
                2 => bytes.splice(from..from, bytes[from..to].to_vec().repeat(1 + self.below(20))).for_each(drop),
                3 => {
                    if let Some(digit) = bytes.iter().skip(from).position(u8::is_ascii_digit) {
                        let number = ["0", "-1", "65536", "4294967295", "99999999999999999999", "1e308", "NaN"];
                        let number = number[self.below(number.len())].bytes();
                        bytes.splice(from + digit..=from + digit, number).for_each(drop);
                    }
                }
                _ => {
                    if let Some(byte) = bytes.get_mut(from) {
                        *byte = u8::try_from(self.below(256)).unwrap();
                    }
                }
            }
        }
    }
}
