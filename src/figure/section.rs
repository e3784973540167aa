//! A part of a figure that is more than its chart and table.

use super::{EntryId, Grid, Param};
use crate::budget::Place;

/// A part of a figure with a heading of its own: a project's form, an official table, a list of duties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// Where it can be found.
    pub address: Option<String>,
    /// The official table that it shows.
    pub at: Option<Place>,
    /// What stands before its heading: the name of a verdict, and what it is called.
    pub badge: Option<(&'static str, String)>,
    /// Its heading; a few sentences alone have none.
    pub title: String,
    /// The listed entry that it belongs to and stands below; without one it follows the list.
    pub after: Option<EntryId>,
    /// Whether it is folded until a reader opens it.
    pub folded: bool,
    /// Whether the chart, what can be set, and all sections behind this one stand in its fold.
    pub holds_rest: bool,
    /// Sentences.
    pub paragraphs: Vec<String>,
    /// Short items, one a line.
    pub list: Vec<String>,
    /// A table.
    pub grid: Option<Grid>,
    /// What can be asked here, each with how it reads: to close it, to go on in a long table.
    pub choices: Vec<(String, Param)>,
}
