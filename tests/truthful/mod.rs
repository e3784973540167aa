//! Random budgets that are true: a random year to the fen, and every printed number a sum of it, rounded by itself, as
//! a clerk rounds. Whatever a checker calls a mismatch in them is none.

#![allow(dead_code, unused_imports)] // each test that has this module uses a part of it

mod balances;
mod by_function;
mod by_item;
mod classification;
mod ledger;
mod narrative;
mod plan;
mod print;
mod projects;
mod sheet;
mod template;

use ledger::{Entry, Ledger};
use serde_json::{Value, json};
use template::{Style, Template};

pub use plan::{Plan, plain, plan};

const DEPARTMENT: &str = "大县机关事务局";

/// What a subordinate unit is called.
fn unit_name(unit: usize) -> String {
    match unit {
        0 => format!("{DEPARTMENT}本级"),
        1 => "大县第一小学".into(),
        _ => "大县第二小学".into(),
    }
}

/// The tables that a document may have, in the order in which they are printed.
const TABLES: usize = 14;

fn table(i: usize, ledger: &Ledger, template: &Template, style: Style) -> Value {
    match i {
        0 => balances::balance(ledger, template, style),
        1 => by_function::income(ledger, template, style),
        2 => by_function::expenditure(ledger, template, style),
        3 => balances::appropriation(ledger, template, style),
        4 => by_function::general_public(ledger, template, style),
        5 => by_item::basic_economic(ledger, template, style),
        6 => by_function::fund_income(ledger, style),
        7 => by_function::fund_expenditure(ledger, template, style),
        8 => by_function::state_capital(ledger, template, style),
        9 => by_item::three_public(ledger, template, style),
        10 => by_item::agency_operating(ledger, style),
        11 => projects::table(ledger, template, style, false),
        12 => projects::table(ledger, template, style, true),
        _ => by_item::procurement(ledger, style),
    }
}

/// The document that discloses a year by a template.
fn document(ledger: &Ledger, template: &Template, staff: &[u32]) -> Value {
    let printed = template.tables.iter().enumerate().filter(|(_, (there, _))| *there);
    let mut tables: Vec<_> = printed.map(|(i, (_, style))| table(i, ledger, template, *style)).collect();
    for (i, table) in tables.iter_mut().enumerate() {
        let numbers: Vec<_> = "一二三四五六七八九十".chars().collect();
        let ten = if i < 10 { "" } else { "十" };
        table["number"] = format!("表{ten}{}", numbers[i % 10]).into();
    }
    let in_table = |entry: &Entry| template.projects_carried || !entry.carried;
    json!({
        "format": "budget-lens/1",
        "document": {"department": DEPARTMENT, "year": 2026, "title": "2026年度部门预算公开", "unit": "万元"},
        "tables": tables,
        "statements": narrative::statements(ledger, template, &in_table),
        "procurement": narrative::procurement(ledger, template),
        "projects": projects::forms(ledger, template),
        "performance": narrative::performance(ledger, template),
        "staff": narrative::counts("serving-staff", "人", staff),
        "assets": narrative::counts("vehicles", "辆", staff),
    })
}
