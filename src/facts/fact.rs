//! One printed number.

use super::meaning::Meaning;
use super::verdicts::Told;
use crate::budget::{Measure, Place, is_code};
use crate::check::Names;
use crate::locale::{Lang, Locale};
use crate::money::{Money, Unit};

/// One printed number with all that is known of it. A part that the document does not say is `None`.
#[derive(Debug, Clone, Default)]
pub struct Fact {
    /// Its number among the document's, from 1: with the document's digest the key of the row.
    pub ordinal: i32,
    /// What it is printed in: `table`, `narrative`, `procurement`, `staff`, `assets`, `department-form`, `project-form`.
    pub source: &'static str,
    /// The table's number among the document's tables, from 1.
    pub table: Option<i32>,
    /// The table's official number: `表三`.
    pub table_number: Option<String>,
    /// The table's printed title.
    pub table_title: Option<String>,
    /// What the table is about, as the format calls it.
    pub table_kind: Option<&'static str>,
    /// The section of the narrative.
    pub section: Option<String>,
    /// The line that it stands in.
    pub row: Row,
    /// The printed headings of its column, the outermost first, or what a statement's number is.
    pub heading: Option<String>,
    /// The column's id.
    pub column_id: Option<String>,
    /// What the number is about.
    pub meaning: Meaning,
    /// The number as it is printed, without thousands separators.
    pub printed: String,
    /// Its unit: of money, `%`, or what is counted.
    pub unit: Option<String>,
    /// In millionths of a yuan, where it is money.
    pub amount: Option<i128>,
    /// Where it is printed, for a reader: `表三 · 201 · 合计`.
    pub place: String,
    /// Where it is on the page: `表三-201`.
    pub address: String,
    /// The page of the official document.
    pub page: Option<i32>,
    /// What the checks say of it.
    pub told: Told,
}

/// The line of a table, or the subject of what is stated outside the tables.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The line's number in its table, from 1.
    pub index: Option<i32>,
    /// Its code as printed.
    pub code: Option<String>,
    /// Its key, a word of the format.
    pub key: Option<String>,
    /// Its printed name.
    pub name: Option<String>,
    /// Its depth, 1 for the outermost.
    pub level: Option<i32>,
    /// The names of the lines that it stands under, the outermost first.
    pub path: Option<String>,
    /// `item`, `subtotal` or `total`.
    pub role: Option<&'static str>,
    /// What kind of thing it is, where the document says so: `unit`, `project`, `group`, `fund`, `year`.
    pub is: Option<String>,
    /// Whether no line stands under it.
    pub is_leaf: Option<bool>,
    /// Its code by function, by the department's and by the government's economic classification, where printed apart.
    pub codes: [Option<String>; 3],
}

impl Fact {
    /// The number that is printed at a place; nothing for a blank.
    pub(super) fn at(place: Place, names: &Names) -> Option<Fact> {
        let budget = names.budget();
        let (amount, measure) = place.printed(budget)?;
        let (unit, money) = match measure {
            Measure::Money(unit) => (Some(unit.zh().into()), Some(unit)),
            Measure::Percent => (Some("%".into()), None),
            Measure::Pieces => (Some(names.counted(place)).filter(|unit| !unit.is_empty()).map(Into::into), None),
        };
        Some(Fact {
            printed: amount.to_string(),
            unit,
            amount: money.map(|unit| Money::new(amount, unit).millionths()),
            place: placed(place, names),
            address: budget.address(place),
            ..Fact::default()
        })
    }
}

/// Where a number is printed, for a reader: table, line and heading.
fn placed(place: Place, names: &Names) -> String {
    let zh = Locale { lang: Lang::Zh, unit: Unit::Wan };
    let name = names.entry(place, zh);
    // A code says the same as its name, and is shorter.
    let code = names.ids(place).line;
    let line = if place.table().is_some() && is_code(&code) { &code } else { name };
    let (list, heading) = (names.list(place, zh), names.heading(place, zh));
    [&list, line, &heading].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A text, where there is one.
pub(super) fn text(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Into::into)
}

/// A number that counts something, which is never beyond what a row has room for.
pub(super) fn count(number: usize) -> Option<i32> {
    i32::try_from(number).ok()
}
