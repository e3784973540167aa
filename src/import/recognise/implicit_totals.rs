//! Lines that are sums although they are not called so: the department in place of 合计, 本年收入 in place of 本年收入合计.

use rust_decimal::Decimal;

use super::levels::adds_up;
use crate::budget::{Line, Role, Table};
use crate::money::Amount;

/// The fewest lines whose sum is no accident.
const FEWEST: usize = 2;

/// The most lines of a balance that are looked at because of their name: it has one for each half.
const MAX: usize = 8;

/// Makes a line 本年收入 or 本年支出 of a balance a subtotal, if it is the sum of the lines above it.
pub fn set_subtotals(lines: &mut [Line]) {
    let is_named = |line: &Line| {
        matches!(line.name.as_str(), "本年收入" | "本年支出")
            && line.mark.is_none()
            && line.side.is_some()
            && line.role == Role::Item
    };
    let named: Vec<usize> = (0..lines.len()).filter(|at| is_named(&lines[*at])).take(MAX).collect();
    for at in named {
        let own = &lines[at];
        let above = lines[..at].iter().filter(|line| line.side == own.side && line.role == Role::Item);
        let above: Vec<_> = above.filter(|line| !line.is_of_which()).collect();
        let comes_to = |(id, whole): (&str, &Option<Amount>)| {
            let parts: Vec<Decimal> = above.iter().filter_map(|part| Some(part.amounts.get(id)?.decimal())).collect();
            whole.is_none_or(|whole| adds_up(whole.decimal(), &parts))
        };
        if !above.is_empty() && own.amounts.iter().all(comes_to) {
            lines[at].role = Role::Subtotal;
        }
    }
}

/// Makes the line at the top of a table that has the department's name, and is the sum of all others, its total; a
/// second one, for the unit of this name, becomes its subtotal.
pub fn set(table: &mut Table, department: &str) {
    let is_own = |name: &str| name.chars().count() > 2 && (department.ends_with(name) || name.ends_with(department));
    if department.is_empty() || table.lines.iter().any(|line| line.role == Role::Total) {
        return;
    }
    let is_head = |line: &&Line| line.code.is_none() && line.is.is_none() && line.side.is_none() && is_own(&line.name);
    let heads = table.lines.iter().take_while(is_head).take(2).count();
    let (tops, rest) = table.lines.split_at(heads);
    let Some(first) = tops.first().filter(|_| rest.len() >= FEWEST) else { return };
    let comes_to_all = first.amounts.iter().all(|(id, whole)| {
        let parts: Vec<Decimal> = rest.iter().filter_map(|part| Some(part.amounts.get(id)?.decimal())).collect();
        let is_same = tops.iter().all(|top| top.amounts.get(id) == *whole);
        is_same && whole.is_none_or(|whole| adds_up(whole.decimal(), &parts))
    });
    if comes_to_all && first.amounts.iter().any(|(_, amount)| amount.is_some()) {
        for (at, line) in table.lines[..heads].iter_mut().enumerate() {
            line.role = if at == 0 { Role::Total } else { Role::Subtotal };
        }
    }
}
