//! Fuzzes the whole import of a file: detecting its kind, its reader, the recogniser, the budget's text and its checks.

#![no_main]

#[path = "../../../common/made/archive_writer.rs"]
mod archive_writer;
#[path = "../../../common/made/containers.rs"]
mod containers;
#[path = "../../../common/made/sound.rs"]
mod sound;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|bytes: &[u8]| sound::file(bytes));

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    /// How much longer a part may become at once.
    const ROOM: usize = 4_096;
    // One change in four is made to the container itself.
    let within = |part: &mut Vec<u8>| {
        let size = part.len();
        part.resize(size + ROOM, 0);
        let size = fuzzer_mutate(part, size, size + ROOM);
        part.truncate(size);
    };
    let changed = (seed % 4 != 0).then(|| containers::changed(&data[..size], seed / 4, within)).flatten();
    match changed {
        Some(changed) if changed.len() <= most => {
            data[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        _ => fuzzer_mutate(data, size, most),
    }
});
