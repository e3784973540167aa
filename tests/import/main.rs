//! Official files become budgets: each kind of file, each habit of who prints them, and what cannot be read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    pub mod budgets;
    pub mod made {
        pub mod archive_writer;
        pub mod columns_writer;
        pub mod drawn;
        pub mod model;
        pub mod pdf_document;
        pub mod pdf_reading;
        pub mod pdf_table;
        pub mod pdf_writer;
        pub mod printed;
        pub mod recognised;
        pub mod sheet_writer;
        pub mod text_writer;
    }
    pub mod program;
    pub mod regressions;
    pub mod repository;
    #[allow(dead_code)] // what the checks ask of a shape
    pub mod shapes;
    pub mod temporary;
}

mod forms;
mod limits;
mod office;
mod official;
mod pdf;
mod pdf_text;
mod printed;
mod published;
mod recognise;
mod recognise_lines;
mod statements;
mod units;
mod words_only;
mod year;
