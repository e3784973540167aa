//! The two balances: of everything, and of what the treasury appropriates.

use serde_json::Value;

use super::classification::{FUNCTIONS, Fund, function};
use super::ledger::{Entry, Ledger};
use super::sheet::{Column, Head, Sheet, column};
use super::template::{Style, Template};

const INCOME: Option<&str> = Some("income");
const EXPENDITURE: Option<&str> = Some("expenditure");

/// A line without a code.
fn head<'a>(key: &'a str, name: &'a str, role: Option<&'a str>, side: Option<&'a str>) -> Head<'a> {
    Head { name, key: Some(key), role, side, ..Head::default() }
}

/// The balance of everything.
pub fn balance(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let current = |entry: &Entry| !entry.carried;
    let mut columns = vec![
        column("income", "2026年", |_| true).on("income"),
        column("total", "2026年合计", |_| true).on("expenditure"),
    ];
    if template.balance_divided {
        columns.push(column("current-year", "当年预算安排", current).on("expenditure"));
        columns.push(column("carried-over", "上年结转安排", |entry| entry.carried).on("expenditure"));
    }
    let mut sheet = Sheet::new(ledger, style.print, columns);
    for fund in Fund::ALL {
        sheet.line(head(fund.id(), fund.name(), None, INCOME), |entry| !entry.carried && entry.fund == fund);
    }
    sheet.line(head("current-income", "本年收入合计", Some("subtotal"), INCOME), current);
    sheet.line(head("carry-over", "上年结转", None, INCOME), |entry| entry.carried);
    sheet.line(head("income", "收入总计", Some("total"), INCOME), |_| true);
    classes(&mut sheet, ledger, template, &|_| true);
    sheet.line(head("current-expenditure", "本年支出合计", Some("subtotal"), EXPENDITURE), Entry::is_spent);
    sheet.line(head("year-end-carry-over", "年终结转", None, EXPENDITURE), |entry| !entry.is_spent());
    sheet.line(head("expenditure", "支出总计", Some("total"), EXPENDITURE), |_| true);
    sheet.table("balance", "收支总表")
}

/// The balance of what the treasury appropriates.
pub fn appropriation(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let fiscal = |entry: &Entry| entry.fund.is_fiscal();
    let of_fund = |fund: Fund| column(fund.id(), fund.name(), move |e: &Entry| e.fund == fund).on("expenditure");
    let columns = [column("income", "金额", fiscal).on("income"), column("total", "小计", fiscal).on("expenditure")];
    let columns: Vec<Column> = columns.into_iter().chain(Fund::FISCAL.map(of_fund)).collect();
    let mut sheet = Sheet::new(ledger, style.print, columns);
    for fund in Fund::FISCAL {
        sheet.line(head(fund.id(), fund.name(), None, INCOME), |entry| !entry.carried && entry.fund == fund);
    }
    sheet.line(head("current-appropriation", "本年收入合计", Some("subtotal"), INCOME), |entry| !entry.carried);
    sheet.line(head("appropriation-carry-over", "上年财政拨款结转", None, INCOME), |entry| entry.carried);
    for fund in Fund::FISCAL {
        let key = ["carry-over-", fund.id()].concat();
        let head = Head { level: Some(2), ..head(&key, fund.name(), None, INCOME) };
        sheet.line(head, |entry| entry.carried && entry.fund == fund);
    }
    sheet.line(head("appropriation", "收入总计", Some("total"), INCOME), |_| true);
    classes(&mut sheet, ledger, template, &fiscal);
    let spent = head("current-appropriation-expenditure", "本年支出合计", Some("subtotal"), EXPENDITURE);
    sheet.line(spent, Entry::is_spent);
    sheet.line(head("year-end-carry-over", "年终结转", None, EXPENDITURE), |entry| !entry.is_spent());
    sheet.line(head("appropriation-expenditure", "支出总计", Some("total"), EXPENDITURE), |_| true);
    sheet.table("appropriation", "财政拨款收支总表")
}

/// A line for each class, of all classes or of those with money.
fn classes(sheet: &mut Sheet, ledger: &Ledger, template: &Template, scope: &dyn Fn(&Entry) -> bool) {
    let used = ledger.codes(|entry| scope(entry) && entry.is_spent());
    let all = FUNCTIONS.iter().map(|(code, _)| *code).filter(|code| code.len() == 3);
    for class in all.filter(|class| template.all_classes || used.contains(class)) {
        let fits = |entry: &Entry| entry.is_spent() && entry.function.starts_with(class);
        sheet.line(head(class, function(class), None, EXPENDITURE), fits);
    }
}
