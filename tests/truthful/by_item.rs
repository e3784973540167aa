//! The tables by economic item, and those of single expenses: the three public ones, agency operating, procurement.

use serde_json::Value;

use super::by_function::of_fund;
use super::classification::{Fund, ITEMS, Item};
use super::ledger::{Entry, Ledger};
use super::sheet::{Column, Head, Sheet, column};
use super::template::{SpendingColumns, Style, Template};

/// The parts of procurement: their keys and names.
pub const PROCUREMENT: [(&str, &str); 3] = [
    ("procurement-goods", "政府采购货物预算"),
    ("procurement-works", "政府采购工程预算"),
    ("procurement-services", "政府采购服务预算"),
];

/// The three public expenses: key, name, level, the items that they are.
pub const THREE_PUBLIC: [(&str, &str, u8, &[&str]); 5] = [
    ("overseas", "因公出国（境）费", 1, &["overseas"]),
    ("reception", "公务接待费", 1, &["reception"]),
    ("vehicles", "公务用车购置及运行费", 1, &["vehicle-purchase", "vehicle-running"]),
    ("vehicle-purchase", "公务用车购置费", 2, &["vehicle-purchase"]),
    ("vehicle-running", "公务用车运行维护费", 2, &["vehicle-running"]),
];

/// Whether an entry is one of the three public expenses that the treasury pays.
pub fn is_three_public(entry: &Entry) -> bool {
    let is_one = THREE_PUBLIC.iter().any(|(.., items)| items.contains(&entry.item.key));
    is_one && entry.fund.is_fiscal() && entry.is_spent()
}

/// Whether an entry belongs to agency operating funds: what administrative units operate on.
pub fn is_agency_operating(entry: &Entry) -> bool {
    let is_civil = entry.function == "2010301";
    is_civil && entry.is_basic() && entry.fund.is_fiscal() && !entry.carried && !entry.item.is_personnel()
}

/// Basic expenditure of the general public budget by economic item.
pub fn basic_economic(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let scope = |entry: &Entry| entry.is_basic() && of_fund(entry, Fund::GeneralPublic, template);
    let personnel = column("personnel", "人员经费", |entry| entry.item.is_personnel());
    let operating = column("operating", "公用经费", |entry| !entry.item.is_personnel());
    let mut sheet = Sheet::new(ledger, style.print, [column("total", "合计", |_| true), personnel, operating]);
    sheet.in_blocks("合计", template, style, &scope, &|sheet, scope| {
        for item in ITEMS {
            let fits = |entry: &Entry| scope(entry) && is_under(entry.item, item);
            if ledger.entries.iter().any(fits) {
                let level = (!style.codes).then_some(if item.is_class() { 1 } else { 2 });
                let key = (!style.codes && template.item_keys).then_some(item.key);
                let code = style.codes.then_some(item.code);
                sheet.line(Head { name: item.name, code, key, level, ..Head::default() }, fits);
            }
        }
    });
    sheet.table("basic-economic", "一般公共预算基本支出表")
}

fn is_under(item: Item, class: Item) -> bool {
    if class.is_class() { item.code.starts_with(class.code) } else { item == class }
}

/// The three public expenses, as lines or as columns.
pub fn three_public(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let total = Head { name: "合计", role: Some("total"), key: Some("three-public"), ..Head::default() };
    if template.three_public_columns {
        let parts = THREE_PUBLIC.map(|(key, name, _, items)| column(key, name, |e| items.contains(&e.item.key)));
        let columns = std::iter::once(column("total", "合计", |_| true)).chain(parts);
        let mut sheet = Sheet::new(ledger, style.print, columns);
        for unit in 0..ledger.units {
            let name = super::unit_name(unit);
            sheet.line(Head { name: &name, ..Head::default() }, |entry| entry.unit == unit && is_three_public(entry));
        }
        sheet.line(total, is_three_public);
        return sheet.table("three-public", "“三公”经费支出表");
    }
    let last_year =
        if template.spending == SpendingColumns::LastYear { Column::of_last_year().into() } else { Vec::new() };
    let mut sheet = Sheet::new(ledger, style.print, fiscal_columns().chain(last_year));
    if style.totals_first {
        sheet.line(total, is_three_public);
    }
    for (key, name, level, items) in THREE_PUBLIC {
        let head = Head { name, key: Some(key), level: Some(level), ..Head::default() };
        sheet.line(head, |entry| is_three_public(entry) && items.contains(&entry.item.key));
    }
    if !style.totals_first {
        sheet.line(total, is_three_public);
    }
    sheet.table("three-public", "“三公”经费支出表")
}

/// Agency operating funds.
pub fn agency_operating(ledger: &Ledger, style: Style) -> Value {
    let mut sheet = Sheet::new(ledger, style.print, fiscal_columns());
    for unit in 0..ledger.units {
        let fits = |entry: &Entry| entry.unit == unit && is_agency_operating(entry);
        if ledger.entries.iter().any(fits) {
            sheet.line(Head { name: &super::unit_name(unit), ..Head::default() }, fits);
        }
    }
    sheet.line(Head { name: "部门合计", role: Some("total"), ..Head::default() }, is_agency_operating);
    sheet.table("agency-operating", "机关运行经费表")
}

/// Government procurement.
pub fn procurement(ledger: &Ledger, style: Style) -> Value {
    let mut sheet = Sheet::new(ledger, style.print, [column("total", "合计", |_| true)]);
    for (i, (key, name)) in PROCUREMENT.into_iter().enumerate() {
        sheet.line(Head { name, key: Some(key), ..Head::default() }, |entry| entry.bought == Some(i));
    }
    let total = Head { name: "合计", role: Some("total"), key: Some("procurement"), ..Head::default() };
    sheet.line(total, |entry| entry.bought.is_some());
    sheet.table("procurement", "政府采购预算表")
}

/// The columns of a table of what the treasury pays for.
fn fiscal_columns<'a>() -> impl Iterator<Item = Column<'a>> {
    let funds = Fund::FISCAL.map(|fund| column(fund.id(), fund.name(), move |entry| entry.fund == fund));
    std::iter::once(column("total", "合计", |_| true)).chain(funds)
}
