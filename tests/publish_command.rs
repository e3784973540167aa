//! `budget-lens publish` as a web master uses it: what it makes, what it refuses, and what it leaves alone. The page
//! that it takes is a small one of the test's own, so none has to be built.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails
#![allow(dead_code)] // the writers of files write for other tests, too

#[path = "import/archive_writer.rs"]
mod archive_writer;
#[path = "import/library.rs"]
mod library;
#[path = "import/model.rs"]
mod model;
#[path = "import/pdf_writer.rs"]
mod pdf_writer;
#[path = "import/sheet_writer.rs"]
mod sheet_writer;
#[path = "import/text_writer.rs"]
mod text_writer;

mod publish {
    mod district;
    mod folder;
    mod official;
    mod previews;
    mod refusals;
    mod tables;
    mod workshop;
}
