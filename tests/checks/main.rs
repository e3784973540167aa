//! What the checks find, what they call it and how they say it: in the shipped budget, in documents made for one matter, in
//! the shapes of other places' templates.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    pub mod budgets;
    pub mod golden;
    pub mod repository;
    pub mod shapes;
    pub mod temporary;
}

// What they share.
mod documents;
mod findings;
mod garbage;
mod mutations;

// One file a theme.
mod causes;
mod cut_off;
mod figure;
mod headings;
mod kinds;
mod left_out;
mod less;
mod official;
mod recall;
mod sentences;
mod singled_out;
mod sound;
mod templates;
mod told;
mod unsaid;
mod wordings;
