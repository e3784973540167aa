//! Sections of a figure: parts with headings of their own, beside its chart and table.

use super::{EntryId, Grid, Param};
use crate::budget::Place;

/// A part of a figure with a heading of its own: a project's form, an official table, a list of duties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// The id of its element on the page.
    pub address: Option<String>,
    /// The official table that it shows.
    pub at: Option<Place>,
    /// The verdict before its heading: its id, and its name for readers.
    pub badge: Option<(&'static str, String)>,
    /// Its heading; a few sentences alone have none.
    pub title: String,
    /// The listed entry that it belongs to and stands below; without one it follows the list.
    pub after: Option<EntryId>,
    /// Whether it is folded until a reader opens it.
    pub folded: bool,
    /// Whether its fold contains the chart, the controls, and all sections after it.
    pub holds_rest: bool,
    /// Sentences.
    pub paragraphs: Vec<String>,
    /// Short items, one a line.
    pub list: Vec<String>,
    /// A table.
    pub grid: Option<Grid>,
    /// Links below it, each with the parameter that it sets: to close it, to go on in a long table.
    pub choices: Vec<(String, Param)>,
}
