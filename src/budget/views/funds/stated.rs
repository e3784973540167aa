//! The view of income by fund, where only the narrative states it.

use super::sources::{Source, arrange, leaves};
use crate::budget::views::narrative::{Found, line, of, unit};
use crate::budget::views::{is_same, sum};
use crate::budget::{Budget, Coordinates, Kind, Origin, Quantity, Statement, Table, column, of_id};
use crate::money::Money;

/// The view of the funds that one section states together with all income, where they add up to it: a text that names
/// only some funds tells no whole.
pub fn stated(budget: &Budget) -> Option<Table> {
    let whole = of(budget, "income")?;
    let mut found: Vec<Found> = Vec::new();
    let mut sources: Vec<Source> = Vec::new();
    let is_near = |statement: &Statement| {
        statement.amount.is_some() && statement.section == whole.1.section && statement.unit == whole.1.unit
    };
    for (i, statement) in budget.statements.iter().enumerate().filter(|(_, statement)| is_near(statement)) {
        let Some(about) = of_id(&statement.subject).filter(|about| is_source(statement, about)) else { continue };
        // The heading of a list may state what its only item states.
        if found.iter().any(|(_, own)| own.subject == statement.subject) {
            continue;
        }
        found.push((i, statement));
        sources.push(Source {
            id: statement.subject.clone(),
            name: statement.name.clone(),
            is_aside: false,
            about,
            amount: statement.amount,
            parent: None,
        });
    }
    arrange(&mut sources);
    // 其他资金 may include 财政专户管理资金, or stand beside it: the first reading that adds up to the whole counts.
    let innermost = (0..sources.len()).filter(|&i| sources.iter().all(|source| source.parent != Some(i))).collect();
    let money = |amount| Money::new(amount, unit(budget, whole.1));
    let is_whole = |shown: &Vec<usize>| {
        let all = sum(shown.iter().map(|&i| sources[i].amount));
        all.zip(whole.1.amount).is_some_and(|(all, whole)| is_same(money(all), money(whole)))
    };
    let shown = [leaves(&sources, whole.1.amount), innermost].into_iter().find(is_whole)?;
    let mut columns = vec![(column::TOTAL, whole)];
    columns.extend(shown.iter().map(|&i| (sources[i].id.as_str(), found[i])));
    let (mut view, own) = line(budget, Kind::Income, &columns)?;
    view.lines.push(own);
    Some(view)
}

/// Whether a statement is of a fund's income, and not of what is spent of it or left for next year.
fn is_source(statement: &Statement, about: &Coordinates) -> bool {
    let is_spent = statement.subject == "carried-over" || statement.name.contains("支出");
    about.quantity == Quantity::Amount
        && about.part.is_none()
        && (about.fund.is_some() || about.origin.is_some_and(|origin| origin != Origin::Left))
        && !is_spent
}
