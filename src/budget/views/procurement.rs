//! The view of procurement by what is bought: goods, works and services, without the functions or units that buy.

use super::function::function;
use super::{blank, like};
use crate::budget::{Budget, Kind, Line, Role, Table};

/// The names of what can be bought, and their keys.
const BOUGHT: [(&str, &str); 3] =
    [("货物", "procurement-goods"), ("工程", "procurement-works"), ("服务", "procurement-services")];

/// The view of the procurement table with only what is bought; an empty one where the table tells only who buys.
pub fn view(budget: &Budget) -> Option<Table> {
    let index = budget.named().position(|table| table.kind == Some(Kind::Procurement) && !table.empty)?;
    let table = budget.named_at(index);
    let tree = table.tree();
    let outermost =
        || table.lines.iter().enumerate().filter(|(i, line)| line.role == Role::Item && tree.parent(*i).is_none());
    let is_bought = |line: &Line| bought(line).is_some();
    if outermost().all(|(_, line)| is_bought(line)) {
        return None;
    }
    let all: Vec<_> =
        table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Item && is_bought(line)).collect();
    let is_named = BOUGHT.iter().any(|(_, key)| all.iter().filter(|(_, line)| bought(line) == Some(key)).count() > 1);
    let kept: Vec<usize> = if all.is_empty() || is_named {
        let is_buyer = |line: &Line| {
            function(line).is_some() || line.is.is_some() || line.name.trim() == budget.document.department
        };
        // A list of what is bought has no buyers as its outermost lines, and is read as it is printed.
        let is_list = !outermost().any(|(_, line)| is_buyer(line)) && budget.procurement.is_empty();
        if is_list {
            return None;
        }
        Vec::new()
    } else {
        all.into_iter().map(|(i, _)| i).collect()
    };
    let mut view = like(table, Kind::Procurement);
    view.columns.clone_from(&table.columns);
    for (i, line) in table.lines.iter().enumerate() {
        if line.role == Role::Total || kept.binary_search(&i).is_ok() {
            view.lines.push(Line { level: Some(1), ..line.about(table, index, i) });
        }
    }
    if view.lines.is_empty() {
        view.lines.push(blank("", Role::Subtotal));
    }
    Some(view)
}

fn bought(line: &Line) -> Option<&'static str> {
    let name: String = line.name.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).collect();
    let name = name.trim_start_matches("政府采购").trim_end_matches(['类', '小', '计']);
    let by_name = BOUGHT.iter().find(|(word, _)| name.trim_end_matches("预算") == *word);
    let by_key = BOUGHT.iter().find(|(_, key)| line.key.as_deref() == Some(key));
    by_key.or(by_name).map(|(_, key)| *key)
}
