//! Recognizes totals that the file does not mark: 合计, written as a line like any other.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::budget::{Budget, Line, Role, Table, of_id};

/// Names that only the total of all lines before or after it has.
const GRAND: [&str; 4] = ["总计", "收入总计", "支出总计", "收支总计"];
/// Names of the grand total where no other line has one of [`GRAND`]; otherwise of a subtotal.
const PLAIN: [&str; 3] = ["合计", "收入合计", "支出合计"];
/// Names of the total of this year's money.
const OF_THIS_YEAR: [&str; 8] = [
    "本年收入合计",
    "本年支出合计",
    "当年收入合计",
    "当年支出合计",
    "本年收入小计",
    "本年支出小计",
    "当年收入小计",
    "当年支出小计",
];

/// The document's tables, with the roles of lines whose names leave no doubt filled in.
pub fn tables(budget: &Budget) -> Vec<Cow<'_, Table>> {
    budget.tables.iter().map(with_totals).collect()
}

fn with_totals(table: &Table) -> Cow<'_, Table> {
    // A table of expenses prints totals beside each other, and its lines tell which expense each is.
    if table.is_of_expenses() {
        return Cow::Borrowed(table);
    }
    let named: Vec<(usize, Cow<str>)> =
        table.lines.iter().enumerate().filter_map(|(i, line)| Some((i, total_name(line)?))).collect();
    let beside = |line: usize| (table.lines[line].side, table.lines[line].block.as_deref());
    // How many lines of each half or block have a name, and whether one has a name that only a grand total has.
    let mut alike: BTreeMap<_, usize> = BTreeMap::new();
    let mut grand = BTreeSet::new();
    for (i, name) in &named {
        *alike.entry((beside(*i), &**name)).or_default() += 1;
        if GRAND.contains(&&**name) {
            grand.insert(beside(*i));
        }
    }
    let mut found: Option<Table> = None;
    for (i, name) in &named {
        let line = &table.lines[*i];
        let is_open = line.role == Role::Item && line.level.is_none_or(|level| level < 2);
        let is_twice = || alike.get(&(beside(*i), &**name)).is_some_and(|count| *count > 1);
        // Several of one name are of a unit each, or of a page.
        if !is_open || is_twice() {
            continue;
        }
        let has_grand = || grand.contains(&beside(*i));
        let is_part = OF_THIS_YEAR.contains(&&**name) || (PLAIN.contains(&&**name) && has_grand());
        let table = found.get_or_insert_with(|| table.clone());
        table.lines[*i].role = if is_part { Role::Subtotal } else { Role::Total };
    }
    found.map_or(Cow::Borrowed(table), Cow::Owned)
}

/// The name, without spaces, of a line that is named like a total and has no code.
fn total_name(line: &Line) -> Option<Cow<'_, str>> {
    // Most lines are classes, and names of totals are short.
    if line.code.is_some() || line.name.len() > 40 || !line.name.contains('计') || line.is_of_which() {
        return None;
    }
    let key = line.key.as_deref().unwrap_or("total");
    // The key of a part rules a total out; one that names no part, such as procurement, says what the whole table is
    // of.
    let is_whole = matches!(key, "total" | "income" | "expenditure" | "current-income" | "current-expenditure");
    let is_sum = is_whole || of_id(key).is_none();
    let has_spaces = line.name.contains(char::is_whitespace);
    let name = if has_spaces { Cow::from(line.name.replace(char::is_whitespace, "")) } else { Cow::from(&*line.name) };
    let is_total = || [&GRAND[..], &PLAIN, &OF_THIS_YEAR].iter().any(|names| names.contains(&&*name));
    (is_sum && is_total()).then_some(name)
}
