//! Fuzzes the recogniser with any paragraphs and grids, including those that no reader of files would easily give.

#![no_main]

#[path = "../../../common/made/drawn.rs"]
mod drawn;
#[allow(dead_code)] // tests draw whole documents
#[path = "../../../common/made/model.rs"]
mod model;
#[path = "../../../common/made/sound.rs"]
mod sound;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| sound::blocks(&drawn::blocks(&String::from_utf8_lossy(bytes))));
