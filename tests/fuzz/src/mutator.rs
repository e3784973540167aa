//! Changes a part of an input, so that what it is packed in, or written in, stays whole.

/// Makes three changes in four to a part: `$changed` takes the input apart, has a part changed, and puts it together again.
macro_rules! within {
    ($changed:path) => {
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
            /// How much longer a part may become at once.
            const ROOM: usize = 4_096;
            let within = |part: &mut Vec<u8>| {
                let size = part.len();
                part.resize(size + ROOM, 0);
                let size = libfuzzer_sys::fuzzer_mutate(part, size, size + ROOM);
                part.truncate(size);
            };
            let changed = (seed % 4 != 0).then(|| $changed(&data[..size], seed / 4, within)).flatten();
            match changed {
                Some(changed) if changed.len() <= most => {
                    data[..changed.len()].copy_from_slice(&changed);
                    changed.len()
                }
                _ => libfuzzer_sys::fuzzer_mutate(data, size, most),
            }
        });
    };
}

pub(crate) use within;
