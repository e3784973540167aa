//! The page in a real browser, as a reader meets it: the release build, from a sub-path of a plain
//! static host, under the strict policy. `make test` builds it first.
//!
//! Every test has a server of its own and a browser as good as new, and ends by looking back: nothing on
//! the console, no request to anywhere else, nothing asked of the server that it does not have.

// Checks and gestures fail by panicking, wherever they stand in here: everything is a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common"]
mod common {
    pub mod example;
    #[allow(dead_code)] // the page is given some of these files only
    pub mod made {
        pub mod archive_writer;
        pub mod library;
        pub mod model;
        pub mod pdf_writer;
        pub mod sheet_writer;
        pub mod text_writer;
    }
    pub mod policy;
    pub mod program;
    pub mod repository;
    pub mod server;
    pub mod temporary;
}

// What every test stands on.
mod driver;
mod engines;
mod gestures;
mod page;
mod pdf;
mod portal;
mod scenes;
mod sheet;
mod temporary;
mod visit;
mod wire;

// One file a theme.
mod adding_up;
mod aids;
mod axe;
mod around;
mod broken;
mod canvas;
mod checks;
mod district;
mod district_compare;
mod district_link;
mod choices;
mod departments;
mod drawings;
mod drilling;
mod element;
mod elements;
mod embedding;
mod every_figure;
mod faults;
mod figures;
mod files;
mod framed;
mod hosts;
mod kept_files;
mod large;
mod leaving;
mod many;
mod nginx;
mod official;
mod official_kinds;
mod offline;
mod paper;
mod pasting;
mod places;
mod pointing;
mod print;
mod projects;
mod releases;
mod saving;
mod searching;
mod seeing;
mod sharing;
mod sizes;
mod spoken;
mod statistics;
mod steps;
mod takeover;
mod targets;
mod translated;
mod wanted;
mod width;
mod years;
