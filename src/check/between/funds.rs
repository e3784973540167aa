//! Cross-checks of income source by source: what the balances and the income table print of each.

use super::money::{Money, SourceSet};
use crate::budget::{Coordinates, Fund, Kind, Origin, Place, Role, Side};
use crate::check::checker::Checker;
use crate::check::indexed_table::IndexedTable;
use crate::check::rule::Rule;

/// A printed income: its sources, its place, and the kind of its table.
struct Income {
    sources: SourceSet,
    place: Place,
    kind: Option<Kind>,
}

/// Cross-checks the income of each source with what other tables print of it.
#[inline(never)]
pub fn check(checker: &mut Checker, money: Money) {
    let mut seen: Vec<Income> = Vec::new();
    for kind in [Kind::Balance, Kind::Income, Kind::Appropriation] {
        let Some(indexed) = checker.indexed_table(kind) else { continue };
        let own = if kind == Kind::Income { by_column(indexed, money) } else { by_line(indexed, money) };
        let mut wanted = Vec::new();
        let mut used: Vec<SourceSet> = Vec::new();
        for income in &own {
            // A second line of the same sources is a part of the first one, or its sum.
            if income.sources == 0 || used.contains(&income.sources) {
                continue;
            }
            used.push(income.sources);
            let twin = seen.iter().find(|other| other.sources == income.sources && other.kind != income.kind);
            if let Some(other) = twin {
                let rule = if kind == Kind::Income { Rule::BalanceIncome } else { Rule::Appropriation };
                let (stated, terms) =
                    if kind == Kind::Income { (other.place, income.place) } else { (income.place, other.place) };
                if checker.is_printed(stated) || checker.is_printed(terms) {
                    wanted.push((rule, stated, terms));
                }
            }
        }
        seen.extend(own);
        for (rule, stated, terms) in wanted {
            checker.sum(rule, &[stated], &[terms]);
        }
    }
}

/// The income that each line of an income side prints, its total included.
fn by_line(indexed: &IndexedTable, money: Money) -> Vec<Income> {
    let side = Some(Side::Income);
    let columns: Vec<_> =
        indexed.columns_of(side).filter(|(c, _)| indexed.columns[*c].is_money_of_this_year()).map(|(c, _)| c).collect();
    let [column] = columns[..] else { return Vec::new() };
    let lines = indexed.table.lines.iter().enumerate();
    let own: Vec<_> = lines.filter(|(_, line)| line.side == side && !line.is_of_which()).collect();
    // Where no line is of money carried over, each line may include some.
    let tells_origin = own.iter().any(|(i, _)| indexed.lines[*i].origin.is_some());
    // A template may print 上级补助收入 below 本年收入合计, which is then not all income of the year.
    let is_outer_source = |i: usize| {
        let about = indexed.lines[i];
        indexed.table.lines[i].role == Role::Item
            && indexed.tree.parent(i).is_none()
            && about.fund.is_some()
            && !is_left_over(&about)
            && !matches!(about.origin, Some(Origin::Carried | Origin::Left))
    };
    let is_nonzero = |i: usize| indexed.amount(i, column).is_some_and(|amount| !amount.decimal().is_zero());
    let is_of_some = |sum: usize| {
        let has_above = own.iter().any(|(i, _)| *i < sum && is_outer_source(*i));
        has_above && own.iter().any(|(i, _)| *i > sum && is_outer_source(*i) && is_nonzero(*i))
    };
    let income = |(i, line): &(usize, &crate::budget::Line)| {
        if line.role == Role::Subtotal && indexed.lines[*i].fund.is_none() && is_of_some(*i) {
            return None;
        }
        let mut about = indexed.lines[*i].or(indexed.columns[column]).or(indexed.about);
        if line.role == Role::Total {
            (about.fund, about.origin) = (indexed.about.fund, None);
        } else if about.origin.is_none() && tells_origin {
            about.origin = Some(Origin::Current);
        }
        let is_told_of =
            indexed.lines[*i].fund.is_some() || indexed.lines[*i].origin.is_some() || line.role == Role::Total;
        let is_below =
            |line: usize| std::iter::successors(Some(line), |line| indexed.tree.parent(*line)).any(|up| up == *i);
        let is_beside = own.iter().any(|(other, _)| is_left_over(&indexed.lines[*other]) && !is_below(*other));
        is_told_of.then(|| Income {
            sources: sources(money, &about, is_beside),
            place: Place::Cell(indexed.index, *i, column),
            kind: indexed.table.kind,
        })
    };
    own.iter().filter_map(income).collect()
}

/// The sources of an income. Money carried over is without 使用非财政拨款结余 only where that is printed beside it.
fn sources(money: Money, about: &Coordinates, is_beside: bool) -> SourceSet {
    let is_all_carried = about.origin == Some(Origin::Carried) && about.fund.is_none() && !is_beside;
    money.sources(about) | if is_all_carried { money.left_over() } else { 0 }
}

/// Whether the name of an income says that it is left over from earlier years.
fn is_left_over(about: &Coordinates) -> bool {
    matches!(about.fund, Some(Fund::UsedSurplus | Fund::AccountBalance))
}

/// The income that each column of an income table's total line prints.
fn by_column(indexed: &IndexedTable, money: Money) -> Vec<Income> {
    let Some(total) = indexed.total(None) else { return Vec::new() };
    let columns = indexed.columns_of(None).filter(|(c, _)| {
        let about = indexed.columns[*c];
        about.is_money_of_this_year() && about.is_plain()
    });
    let is_beside = indexed.columns.iter().any(is_left_over);
    let own: Vec<_> = columns
        .map(|(column, _)| Income {
            sources: sources(money, &indexed.columns[column], is_beside),
            place: Place::Cell(indexed.index, total, column),
            kind: indexed.table.kind,
        })
        .collect();
    own
}
