//! Views: what a template prints in its own shape, brought into the one shape that figures ask for.
//!
//! A figure asks for a table by its kind: expenditure by functional class, income by fund, the three public expenses
//! line by line. Most documents print that. Where one prints the same numbers otherwise (once for each economic item, a
//! fund a column, a year a line, with sums beside their parts, or in the narrative alone), a *view* is made of them: a
//! table of the plain shape, each of whose cells knows where it is printed. Coordinates tell what each number is about,
//! so there is no code here for any single template.

mod classes;
mod columns;
mod economic;
mod expenses;
mod function;
mod funds;
mod named;
mod narrative;
mod parts;
mod plain;
mod procurement;
mod projects;

pub use classes::FUNCTIONS;
pub use economic::CLASSES as ECONOMIC;

use std::sync::OnceLock;

use super::{Budget, Cells, Kind, Line, Place, Role, Side, Table, column};
use crate::money::{Amount, Money};

/// What had to be added up, or read elsewhere than in a table, to make a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// The lines of one code were added over the subordinate units.
    Units,
    /// The lines of one code were added over their other classifications.
    Repeated,
    /// Classes were added up from the lines under them.
    Classes,
    /// Basic expenditure was added up from personnel and operating funds.
    Basic,
    /// Money of several funds was added up.
    Funds,
    /// The narrative states the numbers, and no table prints them.
    Stated,
}

/// For each table, the lines without a code or key whose names tell what they are, each with its key.
pub fn keys(tables: &[Table], year: u16) -> Vec<Vec<(usize, String)>> {
    let class_of = named::keys::class_of(tables);
    let owned = |(line, key): (usize, &str)| (line, key.to_string());
    tables.iter().map(|table| named::keys::meant(table, &class_of, year).into_iter().map(owned).collect()).collect()
}

/// For each table without a printed total, the lines that are sums by their names, each with its role.
pub fn roles(budget: &Budget) -> Vec<Vec<(usize, Role)>> {
    let tables: Vec<_> = budget.tables.iter().map(std::borrow::Cow::Borrowed).collect();
    let heads = named::roles::heads(&tables);
    tables.iter().map(|table| named::roles::meant(table, &budget.document, &heads)).collect()
}

/// The tables that figures read where a document prints the numbers in another shape or in other words; none for a
/// plain one.
///
/// Each view is made when a figure first asks for it, since checks need none. In the browser the second part of the
/// program makes them all ([`Budget::make_views`]), and until it is there they are empty.
#[derive(Debug, Clone, Default)]
pub struct Views {
    is_needed: OnceLock<bool>,
    named: OnceLock<Vec<Table>>,
    tables: OnceLock<Vec<Table>>,
    parts: OnceLock<Vec<Table>>,
    basic: OnceLock<Vec<Table>>,
}

impl Budget {
    /// The tables in which the file has other words than the format, with the format's words: see [`Budget::named`].
    pub(super) fn own_words(&self) -> &[Table] {
        made(&self.views.named, || self.make_named())
    }

    /// The tables that the document prints in another shape, in the shape that figures ask for.
    pub fn views(&self) -> &[Table] {
        made(&self.views.tables, || self.make_tables())
    }

    /// The view of all expenditure by its parts, where the table by function does not print them.
    pub fn parts(&self) -> Option<&Table> {
        made(&self.views.parts, || self.make_parts()).first()
    }

    /// The view of basic expenditure by personnel and operating funds, where only the narrative states it.
    pub fn basic(&self) -> Option<&Table> {
        made(&self.views.basic, || self.make_basic()).first()
    }

    /// Makes all views.
    pub fn make_views(&self) {
        self.views.named.get_or_init(|| self.make_named());
        self.views.tables.get_or_init(|| self.make_tables());
        self.views.parts.get_or_init(|| self.make_parts());
        self.views.basic.get_or_init(|| self.make_basic());
    }

    fn needs_views(&self) -> bool {
        *self.views.is_needed.get_or_init(|| {
            // The first figures do not depend on units among economic items, nor on notes among the lines.
            let has_blank = || self.tables.iter().flat_map(|table| &table.lines).any(Line::is_blank);
            let as_printed = || economic::of_tables(self, &self.tables.iter().collect::<Vec<_>>()).is_none();
            !self.is_plain() || has_blank() || !as_printed()
        })
    }

    fn make_named(&self) -> Vec<Table> {
        if self.needs_views() { named::tables(self) } else { Vec::new() }
    }

    fn make_tables(&self) -> Vec<Table> {
        if !self.needs_views() {
            return Vec::new();
        }
        let mut views = function::views(self);
        views.extend(
            [
                funds::view(self),
                economic::view(self),
                expenses::view(self),
                narrative::whole(self),
                projects::view(self),
                procurement::view(self),
            ]
            .into_iter()
            .flatten(),
        );
        let is_code =
            |kind| matches!(kind, Some(Kind::Income | Kind::Appropriation | Kind::FundExpenditure | Kind::Balance));
        for (index, table) in self.named().enumerate().filter(|(_, table)| is_code(table.kind)) {
            if !views.iter().any(|view| view.kind == table.kind) {
                views.extend(table.over_units(index));
            }
        }
        let rest = self.named().enumerate().filter(|(_, table)| !views.iter().any(|view| view.kind == table.kind));
        let rest: Vec<_> = rest.filter_map(|(index, table)| table.without_blank(index)).collect();
        views.extend(rest);
        views
    }

    fn make_parts(&self) -> Vec<Table> {
        self.needs_views().then(|| parts::view(self)).flatten().into_iter().collect()
    }

    fn make_basic(&self) -> Vec<Table> {
        self.needs_views().then(|| parts::basic(self)).flatten().into_iter().collect()
    }

    /// All expenditure, as the document prints it itself: in the table of expenditure, else in the balance.
    pub fn own_total(&self) -> Option<(&Table, &Line)> {
        [Kind::Expenditure, Kind::Balance].into_iter().find_map(|kind| self.printed(kind)?.whole())
    }
}

impl Table {
    /// The table without empty rows and notes between its lines, where it has some and figures ask for its kind.
    fn without_blank(&self, index: usize) -> Option<Table> {
        let kind = self.kind.filter(|kind| *kind != Kind::Other)?;
        let is_kept = |line: &usize| !self.lines[*line].is_blank();
        self.lines.iter().any(Line::is_blank).then(|| Table {
            columns: self.columns.clone(),
            lines: (0..self.lines.len()).filter(is_kept).map(|i| self.lines[i].about(self, index, i)).collect(),
            empty: self.empty,
            ..like(self, kind)
        })
    }

    /// The table with the line of its grand total, where that has an amount.
    pub fn whole(&self) -> Option<(&Table, &Line)> {
        Some((self, self.total_line().filter(|line| line.amounts.get(column::TOTAL).is_some())?))
    }

    /// The line that prints the grand total of the expenditure side.
    pub fn total_line(&self) -> Option<&Line> {
        self.lines.iter().find(|line| line.role == Role::Total && line.side != Some(Side::Income))
    }
}

/// Whether two totals are equal except for rounding: no more than 0.05 万元 apart.
fn is_same(one: Money, other: Money) -> bool {
    one.minus(other).is_some_and(|difference| difference.abs().millionths() <= 500_000_000)
}

/// Whether a table's own total is all that the department spends.
fn covers(budget: &Budget, total: Option<Money>) -> bool {
    let own = budget.own_total().and_then(|(table, line)| table.money(line, column::TOTAL));
    own.zip(total).is_none_or(|(own, total)| is_same(own, total))
}

/// Adds an amount to a cell of a view's line; a sum of several amounts is printed nowhere, and has no place.
fn put(line: &mut Line, column: &str, amount: Amount, place: Option<Place>) {
    let own = line.amounts.get(column);
    let sum = own.map_or(Some(amount), |own| own.plus(amount));
    *line.amounts.entry(column) = sum;
    line.places.remove(column);
    if let Some(place) = place.filter(|_| own.is_none()) {
        line.places.push(column, place);
    }
}

/// Whether a line stands for a unit: as the file says, or as its name begins with the department's.
fn is_unit(budget: &Budget, line: &Line) -> bool {
    let department = &budget.document.department;
    let is_named = || !department.is_empty() && line.name.trim().starts_with(department.as_str());
    line.role == Role::Item && (line.is.as_deref() == Some("unit") || line.subject().is_none() && is_named())
}

/// The sum of amounts; `None` where all are blank.
fn sum(amounts: impl IntoIterator<Item = Option<Amount>>) -> Option<Amount> {
    let mut amounts = amounts.into_iter().flatten();
    let first = amounts.next()?;
    amounts.try_fold(first, Amount::plus)
}

/// A name without the words that mark it as a sum.
fn bare(name: &str) -> &str {
    let name = name.trim();
    let name = name.strip_suffix("（小计）").or_else(|| name.strip_suffix("(小计)")).unwrap_or(name);
    name.strip_suffix("小计").filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// What a column is called: its heading, or where that says nothing but 小计 or 金额, the heading above it.
fn heading(column: &super::Column) -> String {
    let own = column.name.trim();
    let above = column.group.as_deref().and_then(|group| group.rsplit('·').next()).map(str::trim);
    let is_said = !matches!(own, "小计" | "合计" | "金额" | "总计" | "预算数" | "本年" | "");
    above.filter(|above| !is_said && !above.is_empty()).unwrap_or(own).into()
}

/// The views that were made already; natively they are made now if they were not.
fn made(view: &OnceLock<Vec<Table>>, make: impl FnOnce() -> Vec<Table>) -> &[Table] {
    if cfg!(target_arch = "wasm32") { view.get().map_or(&[], Vec::as_slice) } else { view.get_or_init(make) }
}

/// An empty view with the number, title and unit of a printed table.
fn like(table: &Table, kind: Kind) -> Table {
    Table {
        number: table.number.clone(),
        title: table.title.clone(),
        kind: Some(kind),
        unit: table.unit,
        fund: table.fund.clone(),
        part: table.part.clone(),
        summed: true,
        index: table.index,
        ..Table::default()
    }
}

/// A line with this role and name, and no amounts.
fn blank(name: &str, role: Role) -> Line {
    Line { name: name.into(), role, amounts: Cells::default(), ..Line::default() }
}

impl Line {
    /// A line for a code, with the name and note of this one and no amounts.
    fn of_code(&self, code: &str) -> Line {
        Line {
            code: Some(code.into()),
            name: self.name.clone(),
            name_en: self.name_en.clone(),
            note: self.note.clone(),
            note_en: self.note_en.clone(),
            ..Line::default()
        }
    }
}
