//! The columns of the rows; `docs/facts.md` says what each is.

use super::fact::Fact;
use super::origin::Origin;

/// What a column holds, and where it is in a row.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Words that every row has.
    Words(fn(&Origin, &Fact) -> String),
    /// Words, where there are some.
    WordsIfAny(fn(&Origin, &Fact) -> Option<String>),
    /// A whole number, where there is one.
    Whole(fn(&Fact) -> Option<i32>),
    /// Yes or no, where that is known.
    Flag(fn(&Fact) -> Option<bool>),
    /// An exact decimal in yuan with six places, as millionths, where there is one.
    Yuan(fn(&Fact) -> Option<i128>),
}

/// A column.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}

const fn words(name: &'static str, of: fn(&Origin, &Fact) -> String) -> Column {
    Column { name, kind: Kind::Words(of) }
}

const fn any(name: &'static str, of: fn(&Origin, &Fact) -> Option<String>) -> Column {
    Column { name, kind: Kind::WordsIfAny(of) }
}

const fn whole(name: &'static str, of: fn(&Fact) -> Option<i32>) -> Column {
    Column { name, kind: Kind::Whole(of) }
}

const fn flag(name: &'static str, of: fn(&Fact) -> Option<bool>) -> Column {
    Column { name, kind: Kind::Flag(of) }
}

/// All columns, in their order. Columns are only ever added, at the end; region and year are in the folders' names.
pub const COLUMNS: [Column; 51] = [
    // The document.
    words("document", |origin, _| origin.document.clone()),
    words("department", |origin, _| origin.department.clone()),
    words("title", |origin, _| origin.title.clone()),
    words("stage", |origin, _| origin.stage.clone()),
    any("body", |origin, _| origin.body.clone()),
    any("url", |origin, _| origin.url.clone()),
    any("template", |origin, _| origin.template.clone()),
    // Where the number stands.
    whole("ordinal", |fact| Some(fact.ordinal)),
    words("source", |_, fact| fact.source.into()),
    whole("table_index", |fact| fact.table),
    any("table_number", |_, fact| fact.table_number.clone()),
    any("table_title", |_, fact| fact.table_title.clone()),
    any("table_kind", |_, fact| fact.table_kind.map(Into::into)),
    any("section", |_, fact| fact.section.clone()),
    whole("row_index", |fact| fact.row.index),
    any("row_code", |_, fact| fact.row.code.clone()),
    any("row_key", |_, fact| fact.row.key.clone()),
    any("row_name", |_, fact| fact.row.name.clone()),
    whole("row_level", |fact| fact.row.level),
    any("row_path", |_, fact| fact.row.path.clone()),
    any("row_role", |_, fact| fact.row.role.map(Into::into)),
    any("row_is", |_, fact| fact.row.is.clone()),
    flag("row_is_leaf", |fact| fact.row.is_leaf),
    any("function_code", |_, fact| fact.row.codes[0].clone()),
    any("economic_code", |_, fact| fact.row.codes[1].clone()),
    any("government_code", |_, fact| fact.row.codes[2].clone()),
    any("heading", |_, fact| fact.heading.clone()),
    any("column_id", |_, fact| fact.column_id.clone()),
    // What it is about.
    words("quantity", |_, fact| fact.meaning.quantity.into()),
    any("flow", |_, fact| fact.meaning.flow.map(Into::into)),
    any("fund", |_, fact| fact.meaning.fund.map(Into::into)),
    any("part", |_, fact| fact.meaning.part.map(Into::into)),
    any("expense", |_, fact| fact.meaning.expense.map(Into::into)),
    any("origin", |_, fact| fact.meaning.origin.map(Into::into)),
    whole("of_year", |fact| fact.meaning.year),
    any("of_phase", |_, fact| fact.meaning.phase.map(Into::into)),
    whole("base_year", |fact| fact.meaning.base_year),
    flag("is_part", |fact| Some(fact.meaning.is_part)),
    flag("is_known", |fact| Some(fact.meaning.is_known)),
    // The number.
    words("printed", |_, fact| fact.printed.clone()),
    any("unit", |_, fact| fact.unit.clone()),
    Column { name: "amount", kind: Kind::Yuan(|fact| fact.amount) },
    // Where a reader finds it.
    words("place", |_, fact| fact.place.clone()),
    words("address", |_, fact| fact.address.clone()),
    whole("page", |fact| fact.page),
    // What the checks say.
    words("verdict", |_, fact| fact.told.verdict.into()),
    any("rules", |_, fact| fact.told.rules.clone()),
    flag("is_suspect", |fact| Some(fact.told.is_suspect)),
    // What tells documents that sums count from those whose money is in another.
    any("published", |origin, _| origin.published.clone()),
    words("body_name", |origin, _| origin.body_name.clone()),
    any("units", |origin, _| origin.units.clone()),
];
