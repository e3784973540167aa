//! Detects budgets that nobody has filled in yet: one without any amount shows nothing and agrees with everything.

use super::report::Unread;
use crate::budget::{Budget, Cells};

/// Whether no amount is anywhere in a budget.
pub fn is_unfilled(budget: &Budget) -> bool {
    let is_blank = |cells: &Cells| cells.iter().all(|(_, amount)| amount.is_none());
    let tables = budget.tables.iter().flat_map(|table| &table.lines).all(|line| is_blank(&line.amounts));
    let forms = budget.projects.iter().filter_map(|project| project.form.as_ref());
    tables
        && forms.into_iter().all(|form| is_blank(&form.annual) && is_blank(&form.period))
        && budget.statements.iter().all(|statement| statement.amount.is_none())
}

/// The message for a budget without amounts, in Chinese and in English. `unread` may be why: formulas whose results are
/// not stored.
pub fn refusal(unread: Option<&Unread>) -> [String; 2] {
    let (zh, en) = (
        "表里还没有金额。请填好金额、保存以后再打开。",
        "Its tables have no amounts yet. Please fill them in, save the file and open it again.",
    );
    match unread {
        Some(Unread { message: [why_zh, why_en], .. }) => [[zh, why_zh].concat(), [en, why_en].join(" ")],
        None => [zh.into(), en.into()],
    }
}
