//! Fuzzes tables as CSV: what is read of them is what was written.

#![no_main]

#[path = "../../../common/cells.rs"]
mod cells;
#[path = "../../../common/made"]
mod made {
    pub mod sound;
}

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| cells::cells(&String::from_utf8_lossy(bytes)));
