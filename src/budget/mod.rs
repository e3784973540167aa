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
//!
//! A [`Budget`] comes from a file; amounts are in their table's unit, and a cell that is not there is blank, not zero:
//!
//! ```
//! use budget_lens::budget::{Kind, column};
//! use budget_lens::load;
//! use budget_lens::money::Unit;
//!
//! let file = r#"{
//!     "format": "budget-lens/1",
//!     "document": {"department": "县图书馆", "year": 2026, "title": "2026年部门预算", "unit": "万元"},
//!     "tables": [{
//!         "number": "表三", "title": "部门支出总表", "kind": "expenditure",
//!         "columns": [{"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出"}],
//!         "lines": [{"code": "207", "name": "文化旅游体育与传媒支出", "amounts": {"total": "61.00"}}]
//!     }]
//! }"#;
//! let budget = load::read(file.as_bytes()).unwrap().budget;
//! let table = budget.table(Kind::Expenditure).unwrap();
//! let total = table.money(&table.lines[0], column::TOTAL).unwrap();
//! assert_eq!(total.in_unit(Unit::Wan).unwrap().to_string(), "61.00");
//! assert!(table.money(&table.lines[0], column::BASIC).is_none());
//! ```

mod addresses;
mod body_name;
mod cells;
pub mod column;
mod coordinates;
mod cost;
mod document;
mod english;
mod english_names;
mod heading;
mod kind;
mod line;
mod merge;
mod official;
mod others;
mod performance;
mod place;
mod plain;
mod reading;
mod resources;
mod stated;
mod statement;
mod statistics;
mod table;
pub mod title;
mod tree;
mod views;
pub mod vocabulary;

pub use addresses::Addresses;
pub use body_name::BodyName;
pub use cells::Cells;
pub use column::Column;
pub use coordinates::{Coordinates, Expense, Fund, Origin, Part, Phase, Quantity, Time};
pub use document::{Budget, Document, Format, Profile, Term};
pub use english::english;
pub use english_names::EnglishNames;
pub use heading::{id_of, of_id, of_words};
pub use line::{Line, Role};
pub use official::{OfficialPlace, OfficialPlaces};
pub use others::{Others, OthersSlot};
pub use performance::{Form, Indicator, Performance, Project, ProjectGroup};
pub use place::{Field, FormTerm, Measure, Place, index_in, whole};
pub use plain::{is_punctuation, plain};
pub use resources::Count;
pub use stated::{LEVELS, Stated};
pub use statement::Statement;
pub use statistics::{PeopleUnit, Series, SeriesKind, Statistics, StatisticsFormat, StatisticsSource};
pub use table::{Kind, Side, Table};
pub use tree::{Tree, is_code};
pub use views::{ECONOMIC, FUNCTIONS, Made, Views, keys, roles};
