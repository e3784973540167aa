//! Finds by their names the lines that are printed sums.

use std::borrow::Cow;

use crate::budget::views::{is_same, sum};
use crate::budget::{Document, Line, Role, Table, Tree, is_code, plain};
use crate::money::{Amount, Money, sort_by};

/// The lines that are named as sums, each with its role, in each half or block that has no total. `heads` are the names
/// that stand first in several tables.
pub fn meant(table: &Table, document: &Document, heads: &[&str]) -> Vec<(usize, Role)> {
    let of = |i: usize| (table.lines[i].side, table.lines[i].block.as_deref());
    let mut lines: Vec<usize> = (0..table.lines.len()).collect();
    sort_by(&mut lines, |one, other| of(*one).cmp(&of(*other)));
    let mut halves: Vec<_> = lines.chunk_by(|one, next| of(*one) == of(*next)).collect();
    sort_by(&mut halves, |one, other| one.first().cmp(&other.first()));
    let mut found = Vec::new();
    // A table may begin with a line for the department or unit that it is about, which is its total.
    let department = plain(&document.department);
    for half in halves {
        let own = || half.iter().copied();
        if own().any(|i| table.lines[i].role == Role::Total) {
            continue;
        }
        let ranks: Vec<_> = own().filter_map(|i| Some((rank(&table.lines[i])?, i))).collect();
        // Of equal ranks the last: 收入总计 stands below 本年收入合计.
        let best = ranks.iter().copied().max().filter(|(rank, _)| *rank > SUBTOTAL);
        let is_headed = |i: &usize| {
            let name = &table.lines[*i].name;
            let is_named = !department.is_empty() && plain(name).starts_with(&*department);
            is_uncoded(&table.lines[*i])
                && (is_named || table.lines[*i].side.is_none() && heads.binary_search(&name.as_str()).is_ok())
        };
        let total = best.map(|(_, i)| i).or_else(|| own().next().filter(is_headed));
        let subtotals = ranks.into_iter().map(|(_, i)| i).filter(|i| Some(*i) != total);
        found.extend(subtotals.map(|i| (i, Role::Subtotal)));
        found.extend(total.map(|i| (i, Role::Total)));
    }
    found
}

/// The names of first lines that are the sum of the others in several tables, sorted: the organisation that the tables
/// are about.
pub fn heads<'t>(tables: &'t [Cow<Table>]) -> Vec<&'t str> {
    let is_head = |table: &&Cow<Table>| {
        let is_own = table.lines.first().is_some_and(|line| line.side.is_none() && is_uncoded(line));
        let tree = is_own.then(|| table.tree());
        tree.is_some_and(|tree| table.columns.iter().any(|column| is_all(table, &tree, &column.id)))
    };
    let names = tables.iter().filter(is_head).filter_map(|table| Some(table.lines.first()?.name.as_str()));
    let mut names: Vec<_> = names.collect();
    sort_by(&mut names, Ord::cmp);
    names.chunk_by(|one, next| one == next).filter(|alike| alike.len() > 1).map(|alike| alike[0]).collect()
}

/// Whether the first line is the sum of the others in a column, except for rounding.
fn is_all(table: &Table, tree: &Tree, id: &str) -> bool {
    let is_outer = |line: &usize| {
        let above = tree.parent(*line);
        table.lines[*line].role == Role::Item && above.is_none_or(|above| above == 0)
    };
    let others: Vec<_> =
        (1..table.lines.len()).filter(is_outer).map(|line| table.lines[line].amounts.get(id)).collect();
    let is_some = others.iter().flatten().count() > 1;
    let money = |amount: Amount| Money::new(amount, table.unit);
    let first = table.lines.first().and_then(|line| line.amounts.get(id)).filter(|first| !first.decimal().is_zero());
    is_some && first.zip(sum(others)).is_some_and(|(first, sum)| is_same(money(first), money(sum)))
}

/// The rank of a line that is named as the sum of only some lines.
const SUBTOTAL: u8 = 0;

/// How certainly a line is the sum of all others, by its name; `None` where that names no sum.
fn rank(line: &Line) -> Option<u8> {
    if !is_uncoded(line) {
        return None;
    }
    let name = plain(&line.name);
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let is_of_year = || ["本年", "当年"].iter().any(|word| name.starts_with(word));
    match () {
        // Beside this line, 合计 may include meetings and training.
        () if name.contains("三公") && ["小计", "合计", "总额"].iter().any(|word| name.contains(word)) => {
            Some(5)
        }
        () if ends(&["总计", "共计"]) => Some(4),
        () if name == "合计" => Some(3),
        () if ends(&["合计", "总额"]) => Some(if is_of_year() { 1 } else { 2 }),
        () if name == "小计" || (is_of_year() && ends(&["小计"])) => Some(SUBTOTAL),
        () => None,
    }
}

/// Whether a line is an item with an amount and without a code.
fn is_uncoded(line: &Line) -> bool {
    let has_code = line.code.as_deref().is_some_and(is_code);
    line.role == Role::Item && !has_code && line.amounts.iter().any(|(_, amount)| amount.is_some())
}
