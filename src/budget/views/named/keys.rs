//! What lines without a code or key are, by their names.

use std::collections::BTreeMap;

use crate::budget::heading::id_of;
use crate::budget::views::classes::FUNCTIONS;
use crate::budget::{Coordinates, Expense, Kind, Line, Role, Side, Table, is_code, plain};

/// The keys of the expenses that tables print line by line.
const EXPENSES: [(Expense, &str); 9] = [
    (Expense::WithMeetings, "three-public-meetings-training"),
    (Expense::ThreePublic, "three-public"),
    (Expense::Overseas, "overseas"),
    (Expense::Reception, "reception"),
    (Expense::Vehicles, "vehicles"),
    (Expense::VehiclePurchase, "vehicle-purchase"),
    (Expense::VehicleRunning, "vehicle-running"),
    (Expense::Meetings, "meetings"),
    (Expense::Training, "training"),
];

/// The functional classes by their names, in the classification and in any table: a balance may print the names alone.
pub fn classes(tables: &[Table]) -> BTreeMap<String, &str> {
    let lines = tables.iter().flat_map(|table| &table.lines);
    let class =
        |line: &&Line| line.subject().is_some_and(|code| code.len() == 3 && code.starts_with('2') && is_code(code));
    let printed = lines.filter(class).filter_map(|line| Some((plain(&line.name), line.subject()?)));
    FUNCTIONS.into_iter().map(|(code, name)| (name.into(), code)).chain(printed).collect()
}

/// The lines that have a name for a code or key, each with that: no two of one table have the same.
pub fn meant<'c>(table: &Table, classes: &BTreeMap<String, &'c str>, year: u16) -> Vec<(usize, &'c str)> {
    let is_balance = matches!(table.kind, Some(Kind::Balance | Kind::Appropriation));
    let is_expense = table.kind == Some(Kind::ThreePublic);
    let mut found: Vec<(usize, &str)> = Vec::new();
    if !is_balance && !is_expense {
        return found;
    }
    for (i, line) in table.lines.iter().enumerate().filter(|(_, line)| line.subject().is_none() && line.year.is_none())
    {
        let about = line.coordinates(table, year);
        let key = match line.side {
            _ if is_expense => EXPENSES.iter().find(|(own, _)| Some(*own) == about.expense).map(|(_, key)| *key),
            _ if line.role != Role::Item => None,
            Some(Side::Income) => {
                id_of(&Coordinates { flow: None, ..about }).filter(|_| about != Coordinates::default())
            }
            Some(Side::Expenditure) => classes.get(&plain(&line.name)).copied(),
            None => None,
        };
        let is_taken = |key: &str| {
            table.lines.iter().any(|line| line.key.as_deref() == Some(key)) || found.iter().any(|(_, own)| *own == key)
        };
        if let Some(key) = key.filter(|key| !is_taken(key)) {
            found.push((i, key));
        }
    }
    found
}
