//! The page in a real browser, as a reader meets it: the release build, from a sub-path of a plain
//! static host, under the strict policy. `make test` builds it first.
//!
//! Every test has a server of its own and a browser as good as new, and ends by looking back: nothing on
//! the console, no request to anywhere else, nothing asked of the server that it does not have.

// Checks and gestures fail by panicking, wherever they stand in here: everything is a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(dead_code)] // the writers of files write for other tests, too

mod browser {
    // What every test stands on.
    mod driver;
    mod gestures;
    #[path = "../import/archive_writer.rs"]
    mod archive_writer;
    #[path = "../import/library.rs"]
    mod library;
    #[path = "../import/model.rs"]
    mod model;
    mod page;
    #[path = "../import/pdf_writer.rs"]
    mod pdf_writer;
    mod portal;
    mod scenes;
    mod server;
    mod sheet;
    #[path = "../import/sheet_writer.rs"]
    mod sheet_writer;
    mod temporary;
    #[path = "../import/text_writer.rs"]
    mod text_writer;
    mod visit;
    mod wire;

    // One file a theme.
    mod adding_up;
    mod around;
    mod broken;
    mod canvas;
    mod checks;
    mod district;
    mod choices;
    mod departments;
    mod drilling;
    mod element;
    mod elements;
    mod embedding;
    mod every_figure;
    mod figures;
    mod files;
    mod hosts;
    mod large;
    mod nginx;
    mod official;
    mod official_kinds;
    mod offline;
    mod pasting;
    mod places;
    mod pointing;
    mod print;
    mod projects;
    mod releases;
    mod saving;
    mod searching;
    mod sharing;
    mod sizes;
    mod steps;
    mod takeover;
    mod width;
}
