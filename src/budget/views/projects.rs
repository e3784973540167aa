//! The view of projects without the groups and units that they stand under.

use super::like;
use crate::budget::{Budget, Kind, Line, Role, Table};

/// The view of the project table without its groups and units, where it prints some as items.
pub fn view(budget: &Budget) -> Option<Table> {
    let index = budget.named().position(|table| table.kind == Some(Kind::Projects) && !table.empty)?;
    let table = budget.named_at(index);
    let tree = table.tree();
    let department = &budget.document.department;
    let has_uncoded = table.lines.iter().any(|line| line.role == Role::Item && line.code.is_none());
    let is_group = |i: usize, line: &Line| {
        let is_said = matches!(line.is.as_deref(), Some("group" | "unit"));
        // A class or division of the functional classification among projects without codes.
        let is_class = has_uncoded && line.code.as_ref().is_some_and(|code| code.len() < 6);
        line.role == Role::Item
            && (line.is_blank() || is_said || is_class || !tree.is_leaf(i) || line.name.trim() == department)
    };
    let groups: Vec<_> = table.lines.iter().enumerate().map(|(i, line)| is_group(i, line)).collect();
    // Where nothing is left, the lines are projects after all.
    let is_some = groups.iter().zip(&table.lines).any(|(group, line)| !group && line.role == Role::Item);
    if !is_some || !groups.contains(&true) {
        return None;
    }
    let mut view = like(table, Kind::Projects);
    view.columns.clone_from(&table.columns);
    view.lines = (0..table.lines.len())
        .filter(|&i| !groups[i] && table.lines[i].role != Role::Subtotal)
        .map(|i| Line { level: Some(1), ..table.lines[i].about(table, index, i) })
        .collect();
    Some(view)
}
