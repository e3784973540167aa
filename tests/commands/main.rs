//! The command line as those who check, import and publish use it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    #[allow(dead_code)] // the command is given some of these files only
    pub mod made;
}

mod check;
mod check_official;
mod import_each;
mod import_whole;
mod import_words;
mod publish;
mod template;
mod usage;
