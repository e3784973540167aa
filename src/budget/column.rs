//! One column of a table, and what its numbers are about.

use serde::Deserialize;

use super::coordinates::{Coordinates, Part, Quantity};
use super::heading::{of_id, of_words, quantity};
use super::reading::every_if_any;
use super::{Kind, Side, Table};

// Ids of columns that the page asks for.
/// The line's total across its columns (合计).
pub const TOTAL: &str = "total";
/// Basic expenditure (基本支出).
pub const BASIC: &str = "basic";
/// Project expenditure (项目支出).
pub const PROJECT: &str = "project";
/// Personnel funds, a part of basic expenditure (人员经费).
pub const PERSONNEL: &str = "personnel";
/// Operating funds, a part of basic expenditure (公用经费).
pub const OPERATING: &str = "operating";
/// Money carried over from last year (上年结转).
pub const CARRY_OVER: &str = "carry-over";
/// Last year's budget of what [`TOTAL`] is this year (上年预算数).
pub const LAST_YEAR: &str = "last-year-budget";

/// One column of a table.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Column {
    /// Its id, unique in the table: a word of the list in `docs/format.md` where the meaning is known.
    pub id: String,
    /// Its printed heading.
    pub name: String,
    /// The printed headings that span this column and its neighbours, the outermost first, with `·` between them.
    #[serde(default)]
    pub group: Option<String>,
    /// Which half of a two-sided table it belongs to.
    #[serde(default)]
    pub side: Option<Side>,
    /// Which block the column belongs to, in a table of several blocks side by side: any word, the same as its lines
    /// have.
    #[serde(default)]
    pub block: Option<String>,
    /// Whether its cells hold words (see [`Line::texts`](super::Line::texts)) and not amounts.
    #[serde(default)]
    pub text: bool,
    /// What kind of number its cells hold: `amount`, `change`, `rate`, `share`, `count`, or `unknown`.
    #[serde(default)]
    pub measure: Option<String>,
    /// The fund of its money, by the fund's column id.
    #[serde(default)]
    pub fund: Option<String>,
    /// The part of expenditure that the column is, by the part's column id; any other word is a part beside the known
    /// ones.
    #[serde(default)]
    pub part: Option<String>,
    /// `current` for money of this year, `carried` for money carried over from last year, `left` for money left for
    /// next year.
    #[serde(default)]
    pub origin: Option<String>,
    /// The year of its money, where that is not the document's.
    #[serde(default)]
    pub year: Option<u16>,
    /// The phase of the year's budget: `budget`, `adjusted`, `actual` or `final`.
    #[serde(default)]
    pub phase: Option<String>,
    /// Of a change, rate or share: the id of the column that it is computed from.
    #[serde(default)]
    pub base: Option<String>,
    /// The ids of the columns that add up to this one, where their meanings do not show it.
    #[serde(default, deserialize_with = "every_if_any")]
    pub sum_of: Vec<String>,
    /// Whether the column is only part of the one that it stands under (其中, of which).
    #[serde(default)]
    pub of_which: bool,
}

impl Column {
    /// The coordinates of the column's numbers, as far as its fields, its id or its heading tell them.
    pub fn coordinates(&self, table: &Table, year: u16) -> Coordinates {
        let expenses = table.kind == Some(Kind::AgencyOperating) || table.is_of_expenses();
        let group = self.group.as_deref().unwrap_or_default();
        let heading = of_words(&self.name, year, expenses);
        let above = of_words(group, year, expenses);
        // A heading that says nothing by itself means what the one above it does, and is unknown where that one is.
        let is_silent = heading == Coordinates { of_which: heading.of_which, ..Coordinates::default() };
        let is_of_unknown = is_silent && !group.is_empty() && above.unknown && above.flow.is_none();
        let unknown = heading.unknown || is_of_unknown;
        let by_words = Coordinates { unknown, ..heading.or(above) };
        // What spans several columns is 其中 for none of them.
        let by_words = Coordinates { of_which: heading.of_which, ..by_words };
        let by_id = of_id(&self.id);
        let mut found = match by_id {
            Some(by_id) => {
                // A known part, fund or measure is meant as a whole, whatever word stands before its name.
                let is_whole = by_id != Coordinates::default();
                // 经营支出 is a part of expenditure, 经营收入 a fund, and one word may have been chosen for both.
                let is_fund = by_id.part == Some(Part::Business) && by_words.fund.is_some();
                let by_id = if is_fund { Coordinates::default() } else { by_id };
                Coordinates {
                    unknown: false,
                    of_which: by_words.of_which && !is_whole,
                    ..by_id.or(Coordinates { quantity: by_id.quantity, ..by_words })
                }
            }
            None if is_aside(&self.id) => Coordinates { unknown: false, of_which: true, ..by_words },
            None => by_words,
        };
        if self.side.is_some_and(|side| found.flow.is_some_and(|flow| flow != side)) {
            found.flow = self.side;
        }
        self.said(&mut found, year);
        found.unknown |= table.kind == Some(Kind::Performance);
        found
    }

    /// What kind of number the column's cells hold.
    pub fn quantity(&self) -> Quantity {
        let said = self.measure.as_deref().and_then(measured);
        let by_words = || Some(self.name.as_str()).into_iter().chain(self.group.as_deref()).map(quantity);
        said.or_else(|| Some(of_id(&self.id)?.quantity))
            .unwrap_or_else(|| by_words().find(|found| *found != Quantity::Amount).unwrap_or_default())
    }

    /// Applies what the column's own fields say, which takes precedence over its id and its heading.
    fn said(&self, found: &mut Coordinates, year: u16) {
        let known = |id: &Option<String>| id.as_deref().map(|id| of_id(id).unwrap_or_default());
        if let Some(fund) = known(&self.fund) {
            (found.fund, found.unknown) = (fund.fund, false);
        }
        if let Some(part) = known(&self.part) {
            (found.part, found.unknown) = (part.part.or(Some(Part::Other)), false);
        }
        if let Some(origin) = self.origin.as_deref() {
            let id = match origin {
                "current" => "current-year",
                "carried" => "carry-over",
                _ => "year-end-carry-over",
            };
            (found.origin, found.unknown) = (of_id(id).and_then(|known| known.origin), false);
        }
        if let Some(own) = self.year {
            found.time.before = u8::try_from(year.saturating_sub(own)).unwrap_or(u8::MAX);
        }
        if let Some(phase) = known(&self.phase) {
            found.time.phase = phase.time.phase;
        }
        match self.measure.as_deref().map(measured) {
            Some(Some(quantity)) => (found.quantity, found.unknown) = (quantity, false),
            Some(None) => found.unknown = true,
            None => {}
        }
        found.of_which |= self.of_which;
    }
}

/// The quantity that a column's `measure` names; `None` for `unknown` and any other word.
fn measured(measure: &str) -> Option<Quantity> {
    Some(match measure {
        "amount" => Quantity::Amount,
        "change" => Quantity::Change,
        "rate" => Quantity::Rate,
        "share" => Quantity::Share,
        "count" => Quantity::Count,
        _ => return None,
    })
}

/// Whether an id names something that is printed beside the money and is no part of it, such as procurement in a table
/// of expenditure.
fn is_aside(id: &str) -> bool {
    id.starts_with("procurement") || id.starts_with("of-which")
}
