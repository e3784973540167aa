//! Finds by their names the keys of lines that have no code or key.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::budget::heading::id_of;
use crate::budget::views::classes::FUNCTIONS;
use crate::budget::{Coordinates, Expense, Kind, Role, Side, Table, is_code, plain};
use crate::money::insert_each;

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

/// Looks up the code of a functional class by its name: in the classification, or else in any of these tables.
pub fn class_of<'t>(tables: &'t [Table]) -> impl Fn(&str) -> Option<&'t str> {
    // Few names differ from the classification's, so the tables are searched only when one does.
    let printed: LazyCell<BTreeMap<Cow<str>, &str>, _> = LazyCell::new(|| {
        let lines =
            tables.iter().flat_map(|table| &table.lines).filter_map(|line| Some((line.subject()?, &*line.name)));
        let is_class = |code: &str| code.len() == 3 && code.starts_with('2') && is_code(code);
        // Most tables print a class by the same name as the table before.
        let mut last = BTreeMap::new();
        let names = lines.filter(|(code, name)| is_class(code) && last.insert(*code, *name) != Some(*name));
        insert_each(names.map(|(code, name)| (plain(name), code)))
    });
    move |name| {
        let known = FUNCTIONS.into_iter().find(|(_, own)| *own == name).map(|(code, _)| code);
        known.or_else(|| printed.get(name).copied())
    }
}

/// The lines whose names stand for a code or key, each with it; no key is used twice in a table.
pub fn meant<'c>(table: &Table, class_of: &impl Fn(&str) -> Option<&'c str>, year: u16) -> Vec<(usize, &'c str)> {
    let is_balance = matches!(table.kind, Some(Kind::Balance | Kind::Appropriation));
    let is_expense = table.kind == Some(Kind::ThreePublic);
    let mut found: Vec<(usize, &str)> = Vec::new();
    if !is_balance && !is_expense {
        return found;
    }
    let said: BTreeSet<&str> = insert_each(table.lines.iter().filter_map(|line| line.key.as_deref()));
    for (i, line) in table.lines.iter().enumerate().filter(|(_, line)| line.subject().is_none() && line.year.is_none())
    {
        let about = line.coordinates(table, year);
        let key = match line.side {
            _ if is_expense => EXPENSES.iter().find(|(own, _)| Some(*own) == about.expense).map(|(_, key)| *key),
            _ if line.role != Role::Item => None,
            Some(Side::Income) => {
                id_of(&Coordinates { flow: None, ..about }).filter(|_| about != Coordinates::default())
            }
            Some(Side::Expenditure) => class_of(&plain(&line.name)),
            None => None,
        };
        let is_taken = |key: &str| said.contains(key) || found.iter().any(|(_, own)| *own == key);
        if let Some(key) = key.filter(|key| !is_taken(key)) {
            found.push((i, key));
        }
    }
    found
}
