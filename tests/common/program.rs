//! The command line's program, as the tests run it.

use std::process::Command;

/// The program, whose surroundings name no language.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_budget-lens"));
    command.env("LC_ALL", "C");
    command
}
