//! The third WebAssembly module of the program: the engine of the checks, and the dialog to share.
//!
//! It is fetched once the figures are there. Only `split.rs` names this Rust module; all other code calls it through the
//! table [`ThirdModule`].

mod checks;
mod share;
mod statistics;

use super::state::app_state::ThirdModule;
use crate::figure;

/// The table of the third module's functions.
pub static THIRD_MODULE: ThirdModule = ThirdModule {
    begin: checks::begin,
    report_figure: figure::report_figure,
    of_several: figure::of_several,
    read_statistics: statistics::read,
    mark: checks::mark,
    share: share::open,
};
