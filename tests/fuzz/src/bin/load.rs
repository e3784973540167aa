//! Fuzzes all that becomes of a budget's text: reading it, checks, figures in both languages, drawings, pages, tables.

#![no_main]

#[path = "../../../common/inside.rs"]
mod inside;
#[path = "../../../common/json_changes.rs"]
mod json_changes;
#[path = "../mutator.rs"]
mod mutator;
#[path = "../../../common/shown.rs"]
mod shown;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| shown::text(bytes));

mutator::within!(json_changes::changed);
