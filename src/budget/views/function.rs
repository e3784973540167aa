//! The view of expenditure by function, from whichever table prints it best.

use super::classes::{ByCode, classes, each_code_once};
use super::columns::columns;
use super::{Made, blank, covers, heading, like, put, sum};
use crate::budget::heading::of_words;
use crate::budget::{Budget, Column, Fund, Kind, Line, Origin, Phase, Place, Role, Side, Table, column};
use crate::money::{Amount, Money, sort_by};

/// The views of all expenditure and of the general public budget by function, where the printed tables have another
/// shape. If the only table by function is about a part of all funds, its view is of the general public budget, and the
/// view of all expenditure has its total alone.
pub fn views(budget: &Budget) -> Vec<Table> {
    let mut all: Vec<_> = (0..budget.tables.len()).filter_map(|index| Source::of(budget, index)).collect();
    sort_by(&mut all, |one, other| one.worth().cmp(&other.worth()));
    let (mut views, by_code) = (Vec::new(), ByCode::of(budget));
    let mut chosen = None;
    for source in all.iter().rev() {
        let view = source.view(budget, &by_code);
        let is_whole = is_whole(&view);
        if is_whole || chosen.is_none() {
            chosen = Some((source, view));
        }
        if is_whole {
            break;
        }
    }
    let Some((best, view)) = chosen else { return views };
    let printed = [Kind::Expenditure, Kind::GeneralPublic, Kind::Balance];
    let first = printed.into_iter().find_map(|kind| {
        let index = budget.named().position(|table| table.kind == Some(kind) && !table.empty)?;
        budget.named_at(index).first_level().any(|line| line.side != Some(Side::Income)).then_some(index)
    });
    // A table without codes may print the names of the classes; units are not called 支出.
    let own = budget.printed(Kind::Expenditure).filter(|table| !table.empty && table.has_column(column::TOTAL));
    let mut classes = own.into_iter().flat_map(Table::first_level).peekable();
    let is_named =
        classes.peek().is_some() && classes.all(|line| function(line).is_none() && line.name.ends_with("支出"));
    let is_instead = all.last().is_some_and(|largest| largest.index != best.index);
    if !is_named && (is_instead || first != Some(best.index) || !best.is_plain()) {
        views.push(view);
        let own = budget.printed(Kind::Expenditure);
        if let Some((own, total)) = own.and_then(|own| Some((own, own.total_line()?))).filter(|_| !best.covers) {
            let index = budget.named().position(|table| std::ptr::eq(table, own)).unwrap_or_default();
            let line = own.lines.iter().position(|line| std::ptr::eq(line, total)).unwrap_or_default();
            views.push(Table {
                columns: own.columns.clone(),
                lines: vec![total.about(own, index, line)],
                ..like(own, Kind::Expenditure)
            });
        }
    }
    // The general public budget has a view of its own, because its years are compared.
    let general = all.iter().find(|source| source.table.kind == Some(Kind::GeneralPublic));
    if let Some(general) = general
        .filter(|general| !general.is_plain() && !views.iter().any(|view| view.kind == Some(Kind::GeneralPublic)))
    {
        views.push(general.table(budget, &by_code, Kind::GeneralPublic));
    }
    views
}

/// Whether the classes of a table make up nine tenths of its total. A document may leave out lines by the dozen, and
/// what is left tells nothing of the whole; a typing error, which the checks find, is small beside that.
fn is_whole(view: &Table) -> bool {
    let amount = |line: &Line| view.money(line, column::TOTAL).map_or(0, Money::millionths);
    let classes = view.first_level().map(amount).fold(0, i128::saturating_add);
    view.total_line().is_none_or(|total| classes.saturating_mul(10) >= amount(total).saturating_mul(9))
}

/// The line that prints the total of a table's functions. In a balance 支出总计 may include what is left for next year,
/// which no other table does: then it is 本年支出合计.
fn total_line<'b>(budget: &Budget, table: &'b Table, column: &str) -> Option<&'b Line> {
    let covers = |line: &&Line| table.money(line, column).is_some_and(|money| covers(budget, Some(money)));
    let is_sum = |line: &&Line| line.side == Some(Side::Expenditure) && line.role == Role::Subtotal;
    let total = table.total_line();
    let within = || table.lines.iter().find(|line| is_sum(line) && covers(line));
    total.filter(covers).or_else(|| within().filter(|_| table.kind == Some(Kind::Balance))).or(total)
}

/// The line's code in the functional classification, if it has one: from 201 to 2999999.
pub fn function(line: &Line) -> Option<&str> {
    let code = line.function.as_deref().or_else(|| line.subject())?;
    // Codes of six digits are those of units.
    let is_function =
        code.len() >= 3 && code.len() != 6 && code.starts_with('2') && code.bytes().all(|byte| byte.is_ascii_digit());
    is_function.then_some(code)
}

/// The line's functional code, if the line is an item of expenditure.
fn spent(line: &Line) -> Option<&str> {
    let is_spent = line.role == Role::Item && line.side != Some(Side::Income);
    function(line).filter(|_| is_spent)
}

/// A printed table with expenditure by function.
struct Source<'b> {
    table: &'b Table,
    index: usize,
    /// The columns that figures ask for: the id that is asked for, and the index of the printed column.
    columns: Vec<(String, usize)>,
    /// The line that prints the total of the table's functions.
    total: Option<&'b Line>,
    covers: bool,
    fund: Option<Fund>,
}

impl<'b> Source<'b> {
    fn of(budget: &'b Budget, index: usize) -> Option<Self> {
        let table = budget.named_at(index);
        let year = budget.document.year;
        let about = table.coordinates(year);
        let is_spending = matches!(
            table.kind,
            None | Some(Kind::Other | Kind::Expenditure | Kind::Balance | Kind::Appropriation | Kind::GeneralPublic)
        );
        let has_functions = table.lines.iter().any(|line| spent(line).is_some());
        if !is_spending
            || table.empty
            || about.part.is_some()
            || table.flow.as_deref() == Some("income")
            || !has_functions
        {
            return None;
        }
        let columns = columns(table, year);
        let total = columns.iter().find(|(id, _)| id == column::TOTAL)?;
        let total = &table.columns[total.1].id;
        let own_total = total_line(budget, table, total);
        let printed = own_total.and_then(|line| table.money(line, total));
        // Where the total has an amount and no class has one, the classes are not what it adds up.
        let is_nonzero = |amount: Option<Amount>| amount.is_some_and(|amount| !amount.decimal().is_zero());
        let mut spending = table.lines.iter().filter(|line| spent(line).is_some());
        if printed.is_some_and(|printed| !printed.is_zero())
            && !spending.any(|line| is_nonzero(line.amounts.get(total)))
        {
            return None;
        }
        let covers = printed.is_some() && covers(budget, printed) || printed.is_none() && about.fund.is_none();
        Some(Source { table, index, columns, total: own_total, covers, fund: about.fund })
    }

    fn items(&self) -> impl Iterator<Item = (usize, &'b Line, &'b str)> {
        let items = self.table.lines.iter().enumerate();
        items.filter_map(|(i, line)| Some((i, line, spent(line)?)))
    }

    fn has(&self, id: &str) -> bool {
        self.columns.iter().any(|(own, _)| own == id)
    }

    /// Ranks tables by how well they print expenditure: all of the budget before a part, with parts before without, the
    /// table of expenditure before another, more levels before fewer.
    fn worth(&self) -> [usize; 6] {
        let parts = self.has(column::PROJECT) && (self.has(column::BASIC) || self.has(column::PERSONNEL));
        let of_fund = match self.fund {
            None => 2,
            Some(Fund::Appropriation) => 1,
            _ => 0,
        };
        let is_own = self.table.kind == Some(Kind::Expenditure);
        let depth = self.items().map(|(.., code)| code.len()).max().unwrap_or(0);
        let classes = self.items().any(|(.., code)| code.len() == 3);
        [usize::from(self.covers), usize::from(parts), usize::from(is_own), of_fund, usize::from(classes), depth]
    }

    /// Whether figures can read the table as it is printed.
    fn is_plain(&self) -> bool {
        let items: Vec<_> = self.items().collect();
        let mut codes: Vec<_> = items.iter().map(|(.., code)| *code).collect();
        sort_by(&mut codes, Ord::cmp);
        // A class that is blank above printed lines has to be added up from them.
        let is_filled = |line: &Line| line.amounts.get(column::TOTAL).is_some();
        let filled = items.iter().filter(|(_, line, _)| is_filled(line));
        let mut filled: Vec<_> = filled.filter_map(|(.., code)| code.get(..3)).collect();
        sort_by(&mut filled, Ord::cmp);
        let is_other = |line: &&Line| {
            line.role == Role::Item && line.side != Some(Side::Income) && line.level() == 1 && function(line).is_none()
        };
        self.table.has_column(column::TOTAL)
            && self.columns.iter().all(|(id, at)| self.table.columns[*at].id == *id)
            && (self.has(column::BASIC) || !self.has(column::PERSONNEL))
            && codes.windows(2).all(|pair| pair[0] != pair[1])
            && codes.first().is_some_and(|code| code.len() == 3)
            && (self.table.kind == Some(Kind::Balance) || !self.table.lines.iter().any(|line| is_other(&line)))
            && items
                .iter()
                .all(|(_, line, code)| code.len() > 3 || is_filled(line) || filled.binary_search(code).is_err())
            && items.iter().all(|(_, line, code)| line.level.is_none_or(|level| code.len() != 3 || level == 1))
    }

    /// The view of this table, of the kind that fits the money it covers.
    fn view(&self, budget: &Budget, by_code: &ByCode) -> Table {
        self.table(budget, by_code, if self.covers { Kind::Expenditure } else { Kind::GeneralPublic })
    }

    /// The table in the shape that figures ask for: each code once, under its class.
    fn table(&self, budget: &Budget, by_code: &ByCode, kind: Kind) -> Table {
        let table = self.table;
        let mut view = like(table, kind);
        let (mut lines, is_summed) = each_code_once(table, &spent, &|i, line, own| self.copy(i, line, own));
        if is_summed {
            // Units are printed under subtotals of their own.
            let by_unit = table.lines.iter().any(|line| line.role == Role::Subtotal);
            view.made.push(if by_unit { Made::Units } else { Made::Repeated });
        }
        classes(&mut lines, &mut view, |code| by_code.named(code));
        for line in &mut lines {
            by_code.cite(table, line);
        }
        // A balance prints all thirty classes, most of them blank.
        let is_balance = matches!(table.kind, Some(Kind::Balance | Kind::Appropriation));
        lines.retain(|line| !is_balance || !line.amounts.is_empty());
        lines.extend(self.others(&lines));
        if let Some(total) = self.total {
            let i = table.lines.iter().position(|line| std::ptr::eq(line, total)).unwrap_or_default();
            let mut own = blank(&total.name, Role::Total);
            self.copy(i, total, &mut own);
            lines.push(own);
        }
        view.columns = self
            .columns
            .iter()
            .map(|(id, at)| {
                let printed = &table.columns[*at];
                let time = printed.coordinates(table, budget.document.year).time;
                Column {
                    id: id.clone(),
                    name: heading(printed),
                    phase: time
                        .phase
                        .or((printed.id == column::LAST_YEAR).then_some(Phase::Budget))
                        .filter(|_| time.before > 0)
                        .map(|phase| phase.id().into()),
                    ..Column::default()
                }
            })
            .collect();
        if !self.has(column::BASIC) && self.has(column::PERSONNEL) && self.has(column::OPERATING) {
            view.made.push(Made::Basic);
            view.columns.push(Column { id: column::BASIC.into(), name: "基本支出".into(), ..Column::default() });
            for line in &mut lines {
                if let Some(basic) = sum([column::PERSONNEL, column::OPERATING].map(|id| line.amounts.get(id))) {
                    *line.amounts.entry(column::BASIC) = Some(basic);
                }
            }
        }
        view.lines = lines;
        view
    }

    /// The first-level lines without a functional code, where the classes make up the whole only together with them.
    /// Units are left out: they are the whole themselves.
    fn others(&self, lines: &[Line]) -> Vec<Line> {
        let table = self.table;
        let at = self.columns.iter().find(|(id, _)| id == column::TOTAL).map(|(_, at)| &table.columns[*at].id);
        let whole = self.total.zip(at).and_then(|(line, id)| line.amounts.get(id));
        // What is left for next year is not spent on anything.
        let is_left = |line: &Line| of_words(&line.name, 0, false).origin == Some(Origin::Left);
        let is_spent = |line: &Line| line.role == Role::Item && line.side != Some(Side::Income);
        let is_unit = |line: &Line| line.is.as_deref() == Some("unit");
        let is_other = |line: &Line| is_spent(line) && function(line).is_none() && !is_left(line) && !is_unit(line);
        let others: Vec<Line> = (0..table.lines.len())
            .filter(|i| is_other(&table.lines[*i]) && table.lines[*i].level() == 1)
            .map(|i| {
                let mut own = Line { key: table.lines[i].key.clone(), ..blank(&table.lines[i].name, Role::Item) };
                self.copy(i, &table.lines[i], &mut own);
                own
            })
            .filter(|line| line.amounts.get(column::TOTAL).is_some())
            .collect();
        let classes = lines.iter().filter(|line| line.level() == 1).map(|line| line.amounts.get(column::TOTAL));
        let known = sum(classes.clone());
        let all = sum(classes.chain(others.iter().map(|line| line.amounts.get(column::TOTAL))));
        let is = |sum: Option<Amount>| sum.map(Amount::decimal) == whole.map(Amount::decimal);
        if !is(known) && is(all) { others } else { Vec::new() }
    }

    /// Adds the amounts of a printed line, in the columns that figures ask for, to a line of the view.
    fn copy(&self, i: usize, printed: &Line, line: &mut Line) {
        for (id, at) in &self.columns {
            if let Some(amount) = printed.amounts.get(&self.table.columns[*at].id) {
                put(line, id, amount, Some(Place::Cell(self.index, i, *at)));
            }
        }
    }
}
