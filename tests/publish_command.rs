//! `budget-lens publish` as a web master uses it: what it makes, what it refuses, and what it leaves alone. The page
//! that it takes is a small one of the test's own, so none has to be built.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "import/made.rs"]
mod made;

mod publish {
    mod accepted;
    mod district;
    mod folder;
    mod kept;
    mod official;
    mod portal;
    mod previews;
    mod refusals;
    mod tables;
    mod workshop;
    mod years;
}
