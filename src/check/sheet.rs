//! A table, with what every rule asks of it.

use super::number::usual;
use crate::budget::Place;
use crate::budget::{Column, Kind, Line, Role, Side, Table, column};

/// The funds that a budget may be made of, by the ids of their columns and lines.
pub const FUNDS: [&str; 5] = [GENERAL_PUBLIC, "government-fund", "state-capital", "fiscal-account", "own-funds"];
/// The fund that most departments live on.
pub const GENERAL_PUBLIC: &str = "general-public";
/// The amount column of an income side.
pub const INCOME: &str = "income";

/// A table, and its lines by code.
pub struct Sheet<'b> {
    /// Its place among the document's tables.
    pub index: usize,
    /// The table as printed.
    pub table: &'b Table,
    /// How many places it prints as a rule.
    pub usual: u32,
    /// Its items that have a subject (a code, or a key), by subject; of equals in printed order.
    subjects: Vec<(&'b str, usize)>,
}

impl<'b> Sheet<'b> {
    /// The table that stands at `index`.
    pub fn new(index: usize, table: &'b Table) -> Self {
        // Rates and counts have places of their own.
        let columns: Vec<_> = table.columns.iter().filter(|column| is_additive(column)).collect();
        let amounts = table.lines.iter().flat_map(|line| columns.iter().filter_map(|c| line.amounts.get(&c.id)));
        let items = table.lines.iter().enumerate();
        let mut subjects: Vec<_> = items.filter_map(|(i, line)| Some((line.subject()?, i))).collect();
        subjects.sort_unstable();
        Sheet { index, table, usual: usual(amounts), subjects }
    }

    /// The lines that have a code or key, by that.
    pub fn subjects(&self) -> impl Iterator<Item = (&'b str, usize)> + use<'_, 'b> {
        self.subjects.iter().copied()
    }

    /// The lines of this code or key, in printed order.
    pub fn lines_of(&self, subject: &str) -> impl Iterator<Item = usize> + use<'_, 'b> {
        let from = self.subjects.partition_point(|(other, _)| *other < subject);
        let first = self.subjects.get(from).map(|(subject, _)| *subject);
        let is_it = first == Some(subject);
        let rest = self.subjects[from..].iter().take_while(move |(other, _)| is_it && Some(*other) == first);
        rest.map(|(_, line)| *line)
    }

    /// The items that have a code of digits, printed as a code or, in a balance, as a key; in the order of codes.
    pub fn coded(&self) -> impl Iterator<Item = (&'b str, usize)> + use<'_, 'b> {
        let items = self.subjects.iter().copied();
        items.filter(|(subject, line)| self.table.lines[*line].role == Role::Item && is_code(subject))
    }

    /// Its grand total, on this side of a table that has two.
    pub fn total(&self, side: Option<Side>) -> Option<usize> {
        let is_it = |line: &Line| line.role == Role::Total && (line.side == side || line.side.is_none());
        self.table.lines.iter().rposition(is_it)
    }

    /// Where a column stands.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.table.columns.iter().position(|column| column.id == id)
    }

    /// The cell of a line in a column of this id.
    pub fn cell(&self, line: usize, id: &str) -> Option<Place> {
        Some(Place::Cell(self.index, line, self.column(id)?))
    }

    /// The cell of a line in its main column: what comes in on an income side, the total elsewhere.
    pub fn main(&self, line: usize) -> Option<Place> {
        let of_income = self.table.lines.get(line)?.side == Some(Side::Income);
        if of_income { self.cell(line, INCOME) } else { self.cell(line, column::TOTAL) }
            .or_else(|| self.cell(line, INCOME))
    }

    /// The columns of amounts that a line of this side has.
    pub fn columns(&self, side: Option<Side>) -> impl Iterator<Item = (usize, &'b Column)> + use<'b> {
        let of_side = move |column: &Column| column.side.is_none() || side.is_none() || column.side == side;
        self.table.columns.iter().enumerate().filter(move |(_, column)| !column.text && of_side(column))
    }

    /// Whether a table of this kind.
    pub fn is(&self, kind: Kind) -> bool {
        self.table.kind == Some(kind)
    }
}

/// Whether a line's subject is a classification code.
pub fn is_code(subject: &str) -> bool {
    !subject.is_empty() && subject.bytes().all(|byte| byte.is_ascii_digit())
}

/// The ids of columns that hold amounts which add up from line to line.
const ADDITIVE: [&str; 8] = [
    column::TOTAL,
    column::BASIC,
    column::PROJECT,
    column::PERSONNEL,
    column::OPERATING,
    "current-year",
    "carried-over",
    INCOME,
];

/// Whether a column's amounts add up: by its id, or, where that is unknown, by what it is called.
pub fn is_additive(column: &Column) -> bool {
    let is_known = |id: &str| column.id == id;
    if is_known(column::CARRY_OVER) || is_known(column::LAST_YEAR) {
        return true;
    }
    if ADDITIVE.into_iter().chain(FUNDS).any(is_known) {
        return true;
    }
    let called = |words: &[&str]| words.iter().any(|word| column.name.contains(word));
    called(&["收入", "支出", "资金", "经费", "拨款", "基金", "合计", "小计", "金额", "结转", "补助"])
        && !called(&["率", "比", "%", "％", "增减", "单价", "数量", "面积"])
}

/// Whether this release knows what a column's id means.
pub fn is_known(column: &Column) -> bool {
    let known = [column::CARRY_OVER, column::LAST_YEAR];
    ADDITIVE.into_iter().chain(FUNDS).chain(known).any(|id| column.id == id)
}
