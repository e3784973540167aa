//! Where the program is split in two.
//!
//! One program, split after it is linked: what only the function below reaches (code, words, tables) goes into a module
//! of its own, which `boot.js` fetches once the first has come. `scripts/bin/wasm-bindgen` runs the tool, which knows
//! the split by the names that the linker keeps, and joins the pair. So nothing but this file may name what stands in
//! `rest/` (`tests/house/architecture.rs`): what is named elsewhere moves into the module that everybody waits for.
#![allow(unsafe_code)] // names that the linker must keep; nothing here touches memory
#![allow(improper_ctypes, improper_ctypes_definitions)] // both ends are this program's own

use super::rest::REST;
use super::state::page::Rest;

#[link(wasm_import_module = "__wasm_split_placeholder__")]
unsafe extern "C" {
    /// What the rest of the program brings. To be called only once it is there.
    #[link_name = "__wasm_split_00rest00_import_b0d9e71e05f1a7e5000000000000000a_rest"]
    pub safe fn rest() -> &'static Rest;
}

#[unsafe(export_name = "__wasm_split_00rest00_export_b0d9e71e05f1a7e5000000000000000a_rest")]
extern "C" fn bring_rest() -> &'static Rest {
    &REST
}
