//! Notes on the projects: rows left out, missing performance forms, carry-over.

use super::list::Listed;
use crate::budget::{Budget, Kind, Place};
use crate::figure::Text;
use crate::figure::entry::Entry;
use crate::locale::Locale;
use crate::money::Money;

/// The most rows of the table that a reader scrolls through; the list has all projects.
pub const MAX_ROWS: usize = 60;

/// A note that the table is shorter than the list, if it is.
pub fn rows_left_out(rows: usize, locale: Locale) -> Option<Text> {
    let (zh, en) =
        ("数据表列出前 {0} 个项目，列表里有全部 {1} 个。", "The table has the first {0} projects, the list all {1}.");
    (rows > MAX_ROWS).then(|| locale.format(zh, en, &[&MAX_ROWS.to_string(), &rows.to_string()]).into())
}

/// The label of the filter for projects without a form, where others have one: their number and their sum.
pub fn without_form(listed: &[Listed], entries: &[Entry], forms: bool, locale: Locale) -> Option<String> {
    let without: Vec<_> = (0..listed.len()).filter(|&id| !listed[id].has_form()).collect();
    if !forms || without.is_empty() || without.len() == listed.len() {
        return None;
    }
    let moneys: Vec<_> = without.iter().filter_map(|&id| entries[id].money).collect();
    let sum = moneys.first().and_then(|first| Money::sum(moneys.iter().copied(), first.unit()));
    let sum = sum.map(|sum| [" · ", &locale.money(sum)].concat()).unwrap_or_default();
    Some(locale.format(
        "没有绩效目标表 {0} 个{1}",
        "Without a performance form {0}{1}",
        &[&without.len().to_string(), &sum],
    ))
}

/// A note on where the document lists projects paid from carry-over, or that there are `none`.
pub fn carried(budget: &Budget, none: bool, locale: Locale) -> Option<Text> {
    let table = budget.table(Kind::CarriedProjects).filter(|table| table.empty == none)?;
    let (zh, en) = if none {
        (
            "没有用上年结转资金的项目（{0}无数据）。",
            "No project is paid from last year's carry-over ({0} is marked as empty).",
        )
    } else {
        (
            "用上年结转资金的项目不在其中，另列在{0}。",
            "Projects paid from last year's carry-over are not among them; they stand in {0}.",
        )
    };
    Some(locale.tell(zh, en, &[&Text::at(&table.number, Some(Place::Table(table.index)))]))
}
