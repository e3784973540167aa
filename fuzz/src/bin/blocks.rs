//! Fuzzes the recogniser with any paragraphs and grids, including those that no reader of files would easily give.

#![no_main]

#[path = "../../../tests/import/drawn.rs"]
mod drawn;
#[allow(dead_code)] // tests draw whole documents
#[path = "../../../tests/import/model.rs"]
mod model;
#[path = "../../../tests/import/sound.rs"]
mod sound;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| sound::blocks(&drawn::blocks(&String::from_utf8_lossy(bytes))));
