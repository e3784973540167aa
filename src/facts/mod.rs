//! A document's printed numbers as rows of a table, for whoever asks questions of many thousand documents at once.
//!
//! Each row is one printed number: what it is about, where it stands, what the checks say of it, and of which document
//! it is. The rows are written as Parquet ([`parquet()`]), which database engines read as it is, and laid into folders by
//! region and year ([`folder`]). Nothing here asks questions: engines that do it are there already.
//!
//! The same document gives the same bytes on every machine: no dates, no names of files, no order that a hash decides.

mod body_name;
mod cell;
mod column;
mod fact;
mod meaning;
mod origin;
mod outside;
mod parquet;
mod partition;
mod verdicts;

pub use column::{COLUMNS, Column, Kind};
pub use fact::{Fact, Row};
pub use origin::Origin;
pub use parquet::{FORMAT, parquet};
pub use partition::folder;

use crate::budget::Budget;
use crate::check::{Names, Report};
use verdicts::Verdicts;

/// The rows of a document, in the order in which it prints its numbers: tables first, then what is stated outside them.
/// A blank cell gives no row; a printed zero does.
pub fn facts(budget: &Budget, report: &Report) -> Vec<Fact> {
    let (names, verdicts) = (Names::new(budget), Verdicts::of(report));
    let mut facts = cell::facts(&names, &verdicts);
    facts.extend(outside::facts(&names, &verdicts));
    for (ordinal, fact) in (1..).zip(&mut facts) {
        fact.ordinal = ordinal;
    }
    facts
}
