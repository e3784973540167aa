//! The page in a real browser, as a reader meets it: the release build, from a sub-path of a plain
//! static host, under the strict policy. `make test` builds it first.
//!
//! Every test has a server of its own and a browser as good as new, and ends by looking back: nothing on
//! the console, no request to anywhere else, nothing asked of the server that it does not have.

// Checks and gestures fail by panicking, wherever they stand in here: everything is a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser {
    // What every test stands on.
    mod driver;
    mod gestures;
    mod page;
    #[path = "../import/pdf_writer.rs"]
    mod pdf_writer;
    mod portal;
    mod scenes;
    mod server;
    mod sheet;
    mod temporary;
    mod visit;
    mod wire;

    // One file a theme.
    mod apart;
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
    mod takeover;
    mod width;
}
