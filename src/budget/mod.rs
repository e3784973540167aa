//! What a department's budget disclosure holds: the format `budget-lens/1`.
//!
//! These types are the one source of the format: serde reads it, schemars writes
//! `budget.schema.json`, and `docs/format.md` explains it with an example.
//!
//! A document is a *list* of tables, each with its own unit, columns and lines, because the
//! provinces' templates differ (9, 12 or 13 tables, other columns, other units). Code asks for
//! a table by [`Kind`], for a column by its id and for a line by its code or key, never by position.
//!
//! Amounts are kept as printed: a blank cell is `None`, which is not zero, and a printed total
//! is a line of its own that is never recomputed.

mod addresses;
mod cells;
pub mod column;
mod coordinates;
mod cost;
mod document;
mod english;
mod heading;
mod kind;
mod line;
mod merge;
mod official;
mod performance;
mod place;
mod plain;
mod reading;
mod resources;
mod stated;
mod statement;
mod table;
pub mod title;
mod tree;
mod views;
pub mod vocabulary;

pub use addresses::Addresses;
pub use cells::Cells;
pub use column::Column;
pub use coordinates::{Coordinates, Expense, Fund, Origin, Part, Phase, Quantity, Time};
pub use document::{Budget, Document, Format, Profile, Term};
pub use english::english;
pub use heading::{id_of, of_id, of_words};
pub use line::{Line, Role};
pub use official::{OfficialPlace, OfficialPlaces};
pub use performance::{Form, Indicator, Performance, Project, ProjectGroup};
pub use place::{Field, FormTerm, Measure, Place, index_in, whole};
pub use plain::{is_punctuation, plain};
pub use resources::Count;
pub use stated::{LEVELS, Stated};
pub use statement::Statement;
pub use table::{Kind, Side, Table};
pub use tree::{Tree, is_code};
pub use views::{ECONOMIC, FUNCTIONS, Made, Views, keys, roles};
