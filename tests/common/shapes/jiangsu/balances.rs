//! The balances of Jiangsu: by function and by use (支出用途) side by side; what is appropriated against its use alone.

use serde_json::{Value, json};

use super::super::balances::{classes, expenditure, income as income_line, with};
use super::super::ledger::{Entry, Fund, Pick};
use super::super::press::Press;
use super::super::sheet::{Sheet, all};
use super::{FUNDS, PARTS};

/// The balance, its block of uses (支出用途) in the same table or in one of its own; then that of appropriations.
pub fn balances(press: &Press) -> Vec<Value> {
    let is_one = press.chance(50);
    let columns = [
        all("income", "金额").under("收入").on("income"),
        all("total", "金额").under("支出·功能分类").on("expenditure"),
    ];
    let uses = all("by-use", "金额").under("支出·支出用途").with("block", "uses");
    let mut sheet = Sheet::new(press, columns.into_iter().chain(is_one.then_some(uses)));
    let fiscal = |entry: &Entry| entry.fund.is_fiscal() && !entry.carried;
    sheet.line(with(income_line("appropriation-income", "财政拨款"), "level", 1), fiscal);
    for fund in FUNDS {
        let head = with(income_line(fund.names().0, fund.names().1), "level", if fund.is_fiscal() { 2 } else { 1 });
        sheet.line(head, |entry| entry.fund == fund && !entry.carried);
    }
    let sum = |head: Value, role: &str| with(with(head, "role", role), "level", 1);
    sheet.line(sum(income_line("current-income", "当年收入小计"), "subtotal"), |entry| !entry.carried);
    sheet.line(with(income_line("carry-over", "上年结转资金"), "level", 1), |entry| entry.carried);
    sheet.line(sum(income_line("income", "收入合计"), "total"), |_| true);
    classes(&mut sheet, &json!({"side": "expenditure"}), &Entry::is_spent);
    sheet.line(sum(expenditure("current-expenditure", "当年支出小计"), "subtotal"), Entry::is_spent);
    sheet.line(expenditure("year-end-carry-over", "结转下年资金"), |entry| !entry.is_spent());
    sheet.line(sum(expenditure("expenditure", "支出合计"), "total"), |_| true);
    if is_one {
        uses_block(&mut sheet, &json!({"block": "uses"}), &|_| true);
    }
    let mut tables = vec![sheet.table("balance", "收支预算总表")];
    if !is_one {
        let mut sheet = Sheet::new(press, [all("total", "金额").under("支出用途")]);
        uses_block(&mut sheet, &json!({}), &|_| true);
        tables.push(sheet.table("other", "收支预算总表：支出用途"));
    }
    tables.push(appropriation(press));
    tables
}

fn uses_block(sheet: &mut Sheet, head: &Value, scope: Pick) {
    let line = |name: &str| with(head.clone(), "name", name);
    for (key, name, of) in PARTS {
        sheet.line(with(line(name), "key", key), |entry| scope(entry) && of(entry));
    }
    sheet.line(with(line("当年支出小计"), "role", "subtotal"), |entry| scope(entry) && entry.is_spent());
    sheet.line(line("结转下年资金"), |entry| scope(entry) && !entry.is_spent());
    sheet.line(with(line("支出合计"), "role", "total"), scope);
}

/// What is appropriated, against what it is used for.
fn appropriation(press: &Press) -> Value {
    let columns =
        [all("income", "金额").under("收入").on("income"), all("total", "金额").under("支出用途").on("expenditure")];
    let mut sheet = Sheet::new(press, columns);
    for fund in [Fund::GeneralPublic, Fund::Government] {
        sheet.line(income_line(fund.names().0, fund.names().1), |entry| entry.fund == fund && !entry.carried);
    }
    let fiscal = |entry: &Entry| entry.fund.is_fiscal();
    sheet.line(income_line("appropriation-carry-over", "上年结转资金"), |entry| fiscal(entry) && entry.carried);
    sheet.line(with(income_line("appropriation", "收入合计"), "role", "total"), fiscal);
    for (key, name, of) in PARTS {
        sheet.line(expenditure(key, name), |entry| fiscal(entry) && of(entry));
    }
    sheet.line(expenditure("year-end-carry-over", "结转下年资金"), |entry| fiscal(entry) && !entry.is_spent());
    sheet.line(with(expenditure("appropriation-expenditure", "支出合计"), "role", "total"), fiscal);
    sheet.table("appropriation", "财政拨款收支预算总表")
}
