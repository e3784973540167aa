//! A table of the document, indexed for the lookups of the rules.

use std::cell::OnceCell;
use std::rc::Rc;

use super::codes::{Codes, classes};
use super::rounded::{Precision, typical_decimals};
use crate::budget::{
    Column, Coordinates, Document, Fund, Kind, Line, Origin, Part, Phase, Place, Quantity, Role, Side, Table, Tree,
    column,
};
use crate::money::{Amount, sort};

mod halves;

pub use halves::Half;

/// The funds that a budget may be made of, by the ids of their columns and lines.
pub const FUNDS: [&str; 5] = [GENERAL_PUBLIC, "government-fund", "state-capital", "fiscal-account", "own-funds"];
/// The fund that most departments get most of their money from.
pub const GENERAL_PUBLIC: &str = "general-public";
/// The id of the column of amounts on an income side.
pub const INCOME: &str = "income";

/// A table with its lines by code, and with what each of its columns and lines is about.
pub struct IndexedTable<'b> {
    /// The phase of the year's budget that the document is of, where nothing says another.
    pub phase: Phase,
    /// The table's index in the document.
    pub index: usize,
    /// The table as printed.
    pub table: &'b Table,
    /// What all numbers of the table are about, except for what its columns contradict: a table of basic expenditure
    /// with a column for projects is of both.
    pub about: Coordinates,
    /// What the numbers of each column are about.
    pub columns: Vec<Coordinates>,
    /// How the numbers of each column are printed. Rates and shares are rounded as the writer likes.
    pub scales: Vec<Precision>,
    /// What each line is about, as far as its key or name tells.
    pub lines: Vec<Coordinates>,
    /// The hierarchy of the lines.
    pub tree: Tree,
    /// For each line, those directly under it as the file says; made when first needed, as it rarely is.
    under: OnceCell<Vec<Vec<usize>>>,
    /// The classifications of the codes that its lines have, each by its first digit.
    pub classes: Vec<(char, Codes<'b>)>,
    /// The amounts of the cells, line by line: rules ask for the same cell again and again, and a line's cells would
    /// have to be found by their columns' ids.
    cells: Vec<Option<Amount>>,
    /// The table's halves, and its blocks side by side.
    pub halves: Rc<[Half]>,
    /// Whether the table has blocks side by side, and no more than there may be.
    has_blocks: bool,
    /// The lines that have a code or key (the subject), sorted by it; those of one subject in printed order.
    subjects: Vec<(&'b str, usize)>,
}

impl<'b> IndexedTable<'b> {
    /// Indexes the table that stands at `index` of a document.
    pub fn new(index: usize, table: &'b Table, document: &Document) -> Self {
        let year = document.year;
        let phase = if document.stage.as_deref() == Some("final") { Phase::Final } else { Phase::Budget };
        let mut columns: Vec<_> = table.columns.iter().map(|column| column.coordinates(table, year)).collect();
        origins(&table.columns, &mut columns);
        let cells = cells(table);
        let rows = || cells.chunks(columns.len().max(1));
        let about = about(table.coordinates(year), &columns, rows);
        // Rates and counts have decimal places of their own.
        let money = rows().flat_map(|row| row.iter().zip(&columns).filter(|(_, about)| about.is_money()));
        let typical_decimals = typical_decimals(money.filter_map(|(amount, _)| *amount));
        let scale = |about: &Coordinates| {
            let is_money = matches!(about.quantity, Quantity::Amount | Quantity::Change);
            let typical_decimals = if is_money { typical_decimals } else { 0 };
            Precision { measure: about.quantity.measure(table.unit), typical_decimals, min_ulp: 0 }
        };
        let scales = columns.iter().map(scale).collect();
        let items = table.lines.iter().enumerate();
        let mut subjects: Vec<_> = items.filter_map(|(i, line)| Some((line.subject()?, i))).collect();
        sort(&mut subjects);
        let lines = table.lines.iter().map(|line| line.coordinates(table, year)).collect();
        let indexed = IndexedTable {
            phase,
            index,
            table,
            about,
            columns,
            scales,
            lines,
            tree: table.tree(),
            under: OnceCell::new(),
            classes: classes(table),
            cells,
            halves: Rc::default(),
            has_blocks: halves::has_blocks(table),
            subjects,
        };
        IndexedTable { halves: indexed.find_halves(), ..indexed }
    }

    /// The lines directly under a line as the file says, in printed order.
    pub fn under(&self, line: usize) -> &[usize] {
        self.under.get_or_init(|| self.tree.under()).get(line).map_or(&[], Vec::as_slice)
    }

    /// The amount in the cell of a line and a column; `None` for a blank.
    pub fn amount(&self, line: usize, column: usize) -> Option<Amount> {
        *self.cells.get(line * self.columns.len() + column)?
    }

    /// The block of the table that a line stands in, where there are several.
    pub fn block(&self, line: usize) -> Option<&'b str> {
        self.table.lines[line].block.as_deref().filter(|_| self.has_blocks)
    }

    /// The lines that have a code or key, sorted by it.
    pub fn subjects(&self) -> impl Iterator<Item = (&'b str, usize)> + use<'_, 'b> {
        self.subjects.iter().copied()
    }

    /// The lines with this code or key, in printed order.
    pub fn lines_of(&self, subject: &str) -> impl Iterator<Item = usize> + use<'_, 'b> {
        let from = self.subjects.partition_point(|(other, _)| *other < subject);
        let first = self.subjects.get(from).map(|(subject, _)| *subject);
        let is_it = first == Some(subject);
        let rest = self.subjects[from..].iter().take_while(move |(other, _)| is_it && Some(*other) == first);
        rest.map(|(_, line)| *line)
    }

    /// The items whose code or, in a balance, key consists of digits, sorted by it.
    pub fn coded(&self) -> impl Iterator<Item = (&'b str, usize)> + use<'_, 'b> {
        let items = self.subjects.iter().copied();
        items.filter(|(subject, line)| self.table.lines[*line].role == Role::Item && is_code(subject))
    }

    /// The line of the grand total, on this side of a two-sided table; that of a block beside it is no total of a side
    /// that has its own. Of several it is the last one with an amount in the main column: blocks may have no name.
    pub fn total(&self, side: Option<Side>) -> Option<usize> {
        let lines = &self.table.lines;
        let of = |is_it: &dyn Fn(&Line) -> bool| {
            let is_total = |i: &usize| lines[*i].role == Role::Total && is_it(&lines[*i]);
            let is_printed =
                |i: &usize| matches!(self.main(*i), Some(Place::Cell(_, l, c)) if self.amount(l, c).is_some());
            let mut totals = (0..lines.len()).rev().filter(is_total);
            let last = totals.next()?;
            Some([last].into_iter().chain(totals).find(is_printed).unwrap_or(last))
        };
        of(&|line| line.side == side && line.block.is_none())
            .or_else(|| of(&|line| line.side == side))
            .or_else(|| of(&|line| line.side.is_none() && line.block.is_none()))
    }

    /// All amounts of money in the table's cells.
    pub fn money(&self) -> impl Iterator<Item = Amount> + '_ {
        let rows = self.cells.chunks(self.columns.len().max(1));
        let money = rows.flat_map(|row| row.iter().zip(&self.columns).filter(|(_, about)| about.is_money()));
        money.filter_map(|(amount, _)| *amount)
    }

    /// The index of the column with this id.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.table.columns.iter().position(|column| column.id == id)
    }

    /// The cell of a line in a column of this id.
    pub fn cell(&self, line: usize, id: &str) -> Option<Place> {
        Some(Place::Cell(self.index, line, self.column(id)?))
    }

    /// The cell of a line in its main column: that of income on an income side, the total elsewhere. Where the columns
    /// are named after phases of the budget, it is that of the document's own phase.
    pub fn main(&self, line: usize) -> Option<Place> {
        let side = self.table.lines.get(line)?.side;
        if side == Some(Side::Income) { self.cell(line, INCOME) } else { self.cell(line, column::TOTAL) }
            .or_else(|| self.cell(line, INCOME))
            .or_else(|| Some(Place::Cell(self.index, line, self.whole(side)?)))
    }

    /// The column of all money of this year, in the document's own phase, on this side.
    fn whole(&self, side: Option<Side>) -> Option<usize> {
        let is_of_side = |c: &usize| self.table.columns[*c].side.is_none() || self.table.columns[*c].side == side;
        let is_all = |c: &usize| {
            let about = self.columns[*c];
            about.fund.is_none() && about.part.is_none() && about.expense.is_none() && about.origin.is_none()
        };
        self.now().into_iter().find(|c| is_of_side(c) && is_all(c))
    }

    /// The columns of amounts that a line of this side has.
    pub fn columns_of(&self, side: Option<Side>) -> impl Iterator<Item = (usize, &'b Column)> + use<'b> {
        let of_side = move |column: &Column| column.side.is_none() || side.is_none() || column.side == side;
        self.table.columns.iter().enumerate().filter(move |(_, column)| !column.text && of_side(column))
    }

    /// The columns of plain amounts of this year, in the document's own phase where the table prints several.
    pub fn now(&self) -> Vec<usize> {
        let is_plain = |c: &usize| self.columns[*c].is_money_of_this_year() && self.columns[*c].is_plain();
        let is_now = |c: &usize| is_plain(c) && !self.table.columns[*c].text;
        let columns: Vec<usize> = (0..self.columns.len()).filter(is_now).collect();
        let is_own = |c: &usize| self.columns[*c].time.phase.is_none_or(|phase| phase == self.phase);
        let own: Vec<usize> = columns.iter().copied().filter(is_own).collect();
        if own.is_empty() { columns } else { own }
    }

    /// The lines of a table of projects that are projects: not the groups or units that they stand under.
    pub fn projects(&self) -> impl Iterator<Item = usize> + '_ {
        // A unit has the same name as its total.
        let sums = self.table.lines.iter().filter(|line| line.role != Role::Item);
        let mut sums: Vec<&str> = sums.map(|line| line.name.as_str()).collect();
        sort(&mut sums);
        let is_project = move |line: &Line| {
            line.role == Role::Item
                && matches!(line.is.as_deref(), None | Some("project"))
                && !line.is_blank()
                && sums.binary_search(&line.name.as_str()).is_err()
        };
        let lines = self.table.lines.iter().enumerate();
        lines.filter(move |(i, line)| is_project(line) && self.tree.is_leaf(*i)).map(|(i, _)| i)
    }

    /// Whether the table is of this kind.
    pub fn is(&self, kind: Kind) -> bool {
        self.table.kind == Some(kind)
    }
}

/// Whether a line's subject is a classification code.
pub fn is_code(subject: &str) -> bool {
    !subject.is_empty() && subject.bytes().all(|byte| byte.is_ascii_digit())
}

/// Marks the columns of this year's money: where a table tells that from what is carried over, or is all of this year,
/// its funds are of this year.
fn origins(columns: &[Column], about: &mut [Coordinates]) {
    let is_left_over = |fund| matches!(fund, Fund::UsedSurplus | Fund::AccountBalance);
    for side in [None, Some(Side::Income), Some(Side::Expenditure)] {
        let own: Vec<_> = (0..columns.len()).filter(|i| columns[*i].side == side && !columns[*i].text).collect();
        let is_whole_current = |i: &usize| about[*i].fund.is_none() && about[*i].origin == Some(Origin::Current);
        if own.iter().any(|i| about[*i].origin == Some(Origin::Carried) || is_whole_current(i)) {
            for i in own {
                let is_current = about[i].origin.is_none() && about[i].fund.is_some_and(|fund| !is_left_over(fund));
                about[i].origin = about[i].origin.or(is_current.then_some(Origin::Current));
            }
        }
    }
}

/// The amounts of a table's cells, line by line. Most files write a line's cells in the order of the columns.
fn cells(table: &Table) -> Vec<Option<Amount>> {
    let columns = &table.columns;
    let mut cells = vec![None; table.lines.len() * columns.len()];
    for (line, row) in table.lines.iter().zip(cells.chunks_mut(columns.len().max(1))) {
        for (i, (id, amount)) in line.amounts.iter().enumerate() {
            let is_it = |column: &Column| column.id == id;
            let column = if columns.get(i).is_some_and(is_it) { Some(i) } else { columns.iter().position(is_it) };
            if let Some(column) = column {
                row[column] = *amount;
            }
        }
    }
    cells
}

/// What a whole table is about, except where one of its columns prints an amount of something else.
fn about<'c, R: Iterator<Item = &'c [Option<Amount>]>>(
    mut about: Coordinates,
    columns: &[Coordinates],
    rows: impl Fn() -> R,
) -> Coordinates {
    let is_nonzero = |column: usize| rows().filter_map(|row| row[column]).any(|amount| !amount.decimal().is_zero());
    let money: Vec<_> = columns.iter().enumerate().filter(|(_, about)| about.is_money()).collect();
    let foreign = |is_foreign: &dyn Fn(&Coordinates) -> bool| {
        money.iter().any(|(column, about)| is_foreign(about) && is_nonzero(*column))
    };
    if let Some(part) = about.part {
        let is_in = |own: Part| own == part || own.parent() == Some(part);
        if foreign(&|column| column.part.is_some_and(|own| !is_in(own))) {
            about.part = None;
        }
    }
    if let Some(fund) = about.fund {
        let is_in = |own: Fund| own == fund || own.parent() == Some(fund);
        if foreign(&|column| column.fund.is_some_and(|own| !is_in(own))) {
            about.fund = None;
        }
    }
    if money.iter().any(|(_, column)| column.origin.is_some()) {
        about.origin = None;
    }
    about
}

/// Whether a column's amounts add up from line to line: amounts of money, even if only of some expenditure, and
/// changes.
pub fn is_additive(about: &Coordinates) -> bool {
    let is_money = !about.unknown || about.flow.is_some();
    is_money && matches!(about.quantity, Quantity::Amount | Quantity::Change)
}
