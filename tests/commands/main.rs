//! The command line as those who check, import and publish use it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    pub mod budgets;
    pub mod example;
    pub mod golden;
    #[allow(dead_code)] // the command is given some of these files only
    pub mod made;
    pub mod program;
    pub mod repository;
    pub mod temporary;
}

// What they share.
mod told;

// One file a theme.
#[cfg(target_os = "linux")]
mod broken_outputs;
mod check;
mod check_official;
mod facts;
mod import_each;
mod import_whole;
mod import_words;
mod odd_paths;
#[cfg(unix)]
mod pipes;
mod publish;
mod template;
#[cfg(target_os = "linux")]
mod terminal;
mod usage;
mod visible;
