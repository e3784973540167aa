//! `budget-lens publish` as a web master uses it: what it makes, what it refuses, and what it leaves alone. The page
//! that it takes is a small one of the test's own, so none has to be built.

mod accepted;
mod counting;
mod district;
mod figure_pages;
mod folder;
mod kept;
mod leftovers;
mod official;
mod places;
mod portal;
mod previews;
mod refusals;
mod search;
mod stages;
mod statistics;
mod tables;
mod unchanged;
pub mod workshop;
mod years;

pub use workshop::{Workshop, of};
