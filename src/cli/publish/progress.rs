//! How far the work is, for whoever looks on.

use std::io::{self, IsTerminal};

/// How far the work is, for whoever looks on.
pub struct Progress {
    count: usize,
    what: &'static str,
    shown: bool,
}

impl Progress {
    /// Of so many; `what` is what is done with each.
    pub fn of(count: usize, what: &'static str) -> Self {
        Progress { count, what, shown: count > 1 && io::stderr().is_terminal() }
    }

    /// One more is done.
    pub fn show(&self, i: usize) {
        if self.shown {
            eprint!("\r{} {} / {}{}", self.what, i + 1, self.count, if i + 1 == self.count { "\n" } else { "" });
        }
    }
}
