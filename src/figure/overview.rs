//! The numbers of one department for a list of several: how much, on what, how much of it for projects.

use super::change;
use super::classes::{by_part, give_shares, lines};
use super::projects::list::{Listed, listed};
use super::three_public;
use super::total::{total, total_line};
use crate::budget::{Budget, Kind, column};
use crate::locale::Locale;
use crate::money::{Money, Share};

/// The numbers of one department in a list of several.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overview {
    /// Total expenditure; `None` where neither a table of expenditure by class nor the narrative states it.
    pub total: Option<Money>,
    /// Whether the total is printed, and not the sum of the lines.
    pub printed: bool,
    /// The change of the total from last year, and the rate rounded for readers, where the document states it.
    pub change: Option<(Money, Option<String>)>,
    /// The share of basic expenditure in the total, where the document prints it.
    pub basic: Option<Share>,
    /// The share of project expenditure.
    pub project: Option<Share>,
    /// The three public expenses, and `None` within where nothing was budgeted; `None` without their table.
    pub three_public: Option<Option<Money>>,
    /// What each functional class gets.
    pub classes: Vec<Class>,
}

/// A functional class (类) of one department.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    /// Its code or, where none is printed, its key or name, by which classes of different departments are matched.
    pub subject: String,
    /// Its printed name.
    pub name: String,
    /// The name in English.
    pub name_en: Option<String>,
    /// Its amount; blank cells are left out of sums.
    pub money: Option<Money>,
}

/// The numbers of a budget for a list of several departments.
pub fn overview(budget: &Budget, locale: Locale) -> Overview {
    let three_public = three_public::whole(budget, locale).map(|whole| whole.money);
    let stated = || Some((budget.table(Kind::Expenditure)?.whole()?.0, Vec::new()));
    let Some((table, lines)) = lines(budget).or_else(stated) else {
        return Overview { three_public, ..Overview::default() };
    };
    let whole = total(table, column::TOTAL, &lines, locale);
    let (parts, of) = by_part(budget).unwrap_or((table, Vec::new()));
    let mut kinds = [column::BASIC, column::PROJECT].map(|id| total(parts, id, &of, locale));
    let of_all = total(parts, column::TOTAL, &of, locale);
    give_shares(&mut kinds, of_all.money);
    let matter = change::of_all(budget, whole.money, locale);
    let changed = matter.and_then(|(matter, _)| Some((matter.entry.change?, matter.rate.map(|[_, rate]| rate))));
    let class = |line: &&crate::budget::Line| Class {
        subject: line.label().into(),
        name: line.name.clone(),
        name_en: line.name_en.clone(),
        money: table.money(line, column::TOTAL),
    };
    Overview {
        total: whole.money,
        printed: total_line(table).is_some_and(|line| line.amounts.get(column::TOTAL).is_some()),
        change: changed,
        basic: kinds[0].share,
        project: kinds[1].share,
        three_public,
        classes: lines.iter().map(class).collect(),
    }
}

/// The projects of a budget, in printed order: the name, what the page's address calls it, and the amount.
pub fn project_names(budget: &Budget) -> Vec<(String, String, Option<Money>)> {
    let Some(table) = budget.table(Kind::Projects) else { return Vec::new() };
    let one = |one: Listed| (one.line.name.clone(), one.key(), table.money(one.line, column::TOTAL));
    listed(budget, table).into_iter().map(one).collect()
}
