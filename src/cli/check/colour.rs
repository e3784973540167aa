//! The colours of a terminal. They always stand in the text; what is no terminal, or has an owner who wants none, is written
//! to without them ([`Out::coloured`](crate::cli::out::Out::coloured)).

use anstyle::{AnsiColor, Style};

use crate::check::Verdict;

/// Of where something is.
pub const PLACE: Style = Style::new().bold();
/// Of what is odd about a file.
pub const ODD: Style = AnsiColor::Magenta.on_default();
/// Of a file that cannot be used.
pub const UNUSABLE: Style = AnsiColor::Red.on_default().bold();

/// That of a verdict.
pub const fn of(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Mismatch => AnsiColor::Red.on_default().bold(),
        Verdict::Rounding => AnsiColor::Yellow.on_default(),
        Verdict::Unchecked => AnsiColor::Cyan.on_default(),
        Verdict::Holds => AnsiColor::Green.on_default(),
    }
}
