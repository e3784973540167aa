//! Finds the format's id for a column, by what its heading means.

mod wanted;

use crate::budget::vocabulary::COLUMNS;
use crate::budget::{Column, Coordinates, Kind, Phase, Quantity, Side, Table, Time, of_id};
use wanted::{Wanted, is_of_whole, needed};

/// The ids of amounts, the most usual first: of two that mean the same the first is taken.
const AMOUNTS: [&str; 41] = [
    "total",
    "general-public",
    "government-fund",
    "state-capital",
    "appropriation",
    "fiscal-account",
    "own-funds",
    "institution-income",
    "business-income",
    "superior-grants",
    "subordinate-income",
    "other-income",
    "used-surplus",
    "account-balance",
    "basic",
    "personnel",
    "operating",
    "project",
    "reserve",
    "business",
    "to-superior",
    "to-subordinate",
    "three-public-meetings-training",
    "three-public",
    "overseas",
    "reception",
    "vehicles",
    "vehicle-purchase",
    "vehicle-running",
    "meetings",
    "training",
    "agency-operating",
    "current-year",
    "current-appropriation",
    "carry-over",
    "appropriation-carry-over",
    "year-end-carry-over",
    "budget",
    "adjusted",
    "actual",
    "final",
];
/// The prefixes of ids of amounts.
const BEFORE: [&str; 6] = ["", "last-year-", "carry-over-", "change-", "change-rate-", "share-"];

/// The id of a column, if the format has one for what its heading says and no other column of the table has it.
pub fn id(column: &Column, table: &Table, year: u16, is_free: impl Fn(&str) -> bool) -> Option<String> {
    let column = &whole_name(column);
    if let Some(id) = aside(column, table) {
        return Some(id.to_string()).filter(|id| is_free(id));
    }
    let said = |column: Column| told(column.coordinates(table, year));
    let about = said(Column { id: String::new(), ..column.clone() });
    let own = said(Column { id: String::new(), group: None, ..column.clone() });
    // 其中：基本支出 is all basic expenditure; any other heading that begins so is a part of something.
    let is_some = about.of_which && vocabulary(&column.name).is_none();
    if about.unknown || about.quantity == Quantity::Count || is_some {
        return None;
    }
    // 一般公共预算 beside 合计 is of that fund, even in a table of nothing else.
    let is_said = own.fund.is_some() || own.part.is_some() || own.origin.is_some();
    let is_beside_total = is_said && has_total(column, table);
    let is_of_whole = is_of_whole(about, table, year) && !is_beside_total;
    let wanted = Wanted { about, needed: needed(own, table, year), is_of_whole };
    let called = |id: &str| if about.without { format!("{id}-less-construction") } else { id.to_string() };
    let mut ids: Vec<(usize, Coordinates, String)> = Vec::new();
    for (id, known) in known() {
        let is_new = |(.., other, _): &(usize, Coordinates, String)| *other != known;
        if let Some(rank) = wanted.rank(&known).filter(|_| ids.iter().all(is_new)) {
            ids.push((rank, known, called(&for_heading(id, column, table))));
        }
    }
    ids.retain(|(.., id)| is_free(id));
    ids.into_iter().min_by_key(|(rank, ..)| *rank).map(|(.., id)| id)
}

/// All ids that a column of amounts may have, with what they say.
fn known() -> impl Iterator<Item = (String, Coordinates)> {
    let amounts = BEFORE.iter().flat_map(|before| AMOUNTS.iter().map(move |id| format!("{before}{id}")));
    let derived = ["change", "change-rate", "share"].map(String::from);
    // The budget of the document's own year is the amount itself.
    let all = derived.into_iter().chain(amounts).filter(|id| id != "budget");
    all.filter_map(|id| of_id(&id).map(|known| (id, told(known))))
}

/// Coordinates without what an id need not say: 2026年预算数 is the amount itself where no other phase of the year stands
/// beside it.
fn told(found: Coordinates) -> Coordinates {
    let phase = found.time.phase.filter(|phase| *phase != Phase::Budget || found.time.before > 0);
    Coordinates { flow: None, base: None, time: Time { phase, ..found.time }, ..found }
}

/// Whether a column beside this one is called 合计.
fn has_total(column: &Column, table: &Table) -> bool {
    let is_beside = |other: &&Column| !other.text && other.side == column.side && other.block == column.block;
    table.columns.iter().filter(is_beside).any(|other| ["合计", "总计", "小计"].contains(&other.name.as_str()))
}

/// The id by which a column of this heading is called, of several that say the same.
fn for_heading(id: String, column: &Column, table: &Table) -> String {
    let is_total = || vocabulary(&column.name) == Some("total");
    let has =
        |word: &str| column.name.contains(word) || column.group.as_deref().is_some_and(|group| group.contains(word));
    match id.as_str() {
        "total" if column.side == Some(Side::Income) || table.kind == Some(Kind::FundIncome) && !is_total() => {
            "income".into()
        }
        "carry-over" if vocabulary(&column.name) == Some("carried-over") => "carried-over".into(),
        "current-year" if has("本年收入") => "current-income".into(),
        _ => id,
    }
}

/// The id that the format has for exactly this heading.
fn vocabulary(name: &str) -> Option<&'static str> {
    let name = name.trim_start_matches("其中").trim_start_matches(['：', ':']);
    COLUMNS.iter().find(|(_, names)| names.contains(&name)).map(|(id, _)| *id)
}

/// The id of a column that stands beside the money of its table and is no part of it.
fn aside(column: &Column, table: &Table) -> Option<&'static str> {
    let has =
        |word: &str| column.name.contains(word) || column.group.as_deref().is_some_and(|group| group.contains(word));
    if table.kind == Some(Kind::Procurement) || !has("政府采购") {
        return None;
    }
    Some(match () {
        () if column.name.contains("中小企业") => "procurement-sme",
        () if column.name.contains("微型企业") => "procurement-micro",
        () => "procurement",
    })
}

/// A column with all of its name: 购置费 below 公务用车购置及运行费 is 公务用车购置费.
fn whole_name(column: &Column) -> Column {
    let is_of_vehicles = column.group.as_deref().is_some_and(|group| group.contains("用车"));
    let is_short = ["购置", "运行"].iter().any(|word| column.name.starts_with(word));
    let name = if is_of_vehicles && is_short { format!("公务用车{}", column.name) } else { column.name.clone() };
    Column { name, ..column.clone() }
}
