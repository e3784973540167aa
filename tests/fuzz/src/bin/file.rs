//! Fuzzes the whole import of a file: detecting its kind, its reader, the recogniser, the budget's text and its checks.

#![no_main]

#[path = "../../../common/made/archive_writer.rs"]
mod archive_writer;
#[path = "../../../common/made/containers.rs"]
mod containers;
#[path = "../mutator.rs"]
mod mutator;
#[path = "../../../common/made/sound.rs"]
mod sound;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| sound::file(bytes));

mutator::within!(containers::changed);
