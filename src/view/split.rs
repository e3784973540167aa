//! The points at which the program is split into three WebAssembly modules.
//!
//! The program is split after linking: what only one of the functions below reaches (code, text, tables) goes into a
//! module of its own, and `boot.js` fetches the second once the first has arrived, then the third.
//! `scripts/bin/wasm-bindgen` runs the tool, which finds the split by the names that the linker keeps. So only this file
//! may name code in `second/` and `third/` (`tests/house/view_modules.rs`): code that is named elsewhere moves into the
//! module that everybody waits for.
#![allow(unsafe_code)] // names that the linker must keep; nothing here touches memory
#![allow(improper_ctypes, improper_ctypes_definitions)] // both ends are this program's own

use super::second::SECOND_MODULE;
use super::state::app_state::{SecondModule, ThirdModule};
use super::third::THIRD_MODULE;

#[link(wasm_import_module = "__wasm_split_placeholder__")]
unsafe extern "C" {
    /// The functions of the second module. To be called only once that module has loaded.
    #[link_name = "__wasm_split_00second00_import_b0d9e71e05f1a7e5000000000000000a_second"]
    pub safe fn second() -> &'static SecondModule;
    /// The functions of the third module. To be called only once that module has loaded.
    #[link_name = "__wasm_split_00third00_import_b0d9e71e05f1a7e5000000000000000b_third"]
    pub safe fn third() -> &'static ThirdModule;
}

#[unsafe(export_name = "__wasm_split_00second00_export_b0d9e71e05f1a7e5000000000000000a_second")]
extern "C" fn load_second_module() -> &'static SecondModule {
    &SECOND_MODULE
}

#[unsafe(export_name = "__wasm_split_00third00_export_b0d9e71e05f1a7e5000000000000000b_third")]
extern "C" fn load_third_module() -> &'static ThirdModule {
    &THIRD_MODULE
}
