//! Where the program is split in four.
//!
//! One program, split after it is linked: what only one of the functions below reaches (code, words, tables) goes
//! into a module of its own, which `boot.js` fetches once the first has come. `scripts/bin/wasm-bindgen` runs the tool,
//! which knows the split by the names that the linker keeps, and joins each pair.
#![allow(unsafe_code)] // names that the linker must keep; nothing here touches memory
#![allow(improper_ctypes, improper_ctypes_definitions)] // both ends are this program's own

use super::checks::{CHECKS, Checks};
use super::later::{LATER, Later};
use super::share::{SHARE, Share};

#[link(wasm_import_module = "__wasm_split_placeholder__")]
unsafe extern "C" {
    /// What the second part brings. To be called only once it is there.
    #[link_name = "__wasm_split_00later00_import_b0d9e71e05f1a7e5000000000000000a_later"]
    pub safe fn later() -> &'static Later;
    /// What the third part brings. To be called only once it is there.
    #[link_name = "__wasm_split_00checks00_import_b0d9e71e05f1a7e5000000000000000b_checks"]
    pub safe fn checks() -> &'static Checks;
    /// What the fourth part brings. To be called only once it is there.
    #[link_name = "__wasm_split_00share00_import_b0d9e71e05f1a7e5000000000000000c_share"]
    pub safe fn share() -> &'static Share;
}

#[unsafe(export_name = "__wasm_split_00later00_export_b0d9e71e05f1a7e5000000000000000a_later")]
extern "C" fn bring_later() -> &'static Later {
    &LATER
}

#[unsafe(export_name = "__wasm_split_00checks00_export_b0d9e71e05f1a7e5000000000000000b_checks")]
extern "C" fn bring_checks() -> &'static Checks {
    &CHECKS
}

#[unsafe(export_name = "__wasm_split_00share00_export_b0d9e71e05f1a7e5000000000000000c_share")]
extern "C" fn bring_share() -> &'static Share {
    &SHARE
}
