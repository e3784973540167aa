//! Fuzzes what is read of a narrative: statements, and no numbers that it does not have.

#![no_main]

#[path = "../../../common/made"]
mod made {
    pub mod drawn;
    #[allow(dead_code)] // tests draw whole documents
    pub mod model;
    pub mod sound;
}
#[path = "../../../common/told.rs"]
mod told;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| told::narrative(&String::from_utf8_lossy(bytes)));
