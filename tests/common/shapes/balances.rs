//! The two balances: of everything, and of what the treasury appropriates.

use serde_json::{Value, json};

use super::ledger::{Entry, Fund, Pick};
use super::press::Press;
use super::sheet::{Sheet, all};
use super::words::{FUNCTIONS, function};

/// How a shape's balance differs from others.
#[derive(Debug, Clone, Copy)]
pub struct Balance {
    /// The funds that have a line each.
    pub funds: &'static [Fund],
    /// Whether what was carried over is divided by fund.
    pub carried_by_fund: bool,
    pub carried: &'static str,
    pub left: &'static str,
}

/// A line of the income side, of the expenditure side.
pub fn income(key: &str, name: &str) -> Value {
    json!({"key": key, "name": name, "side": "income"})
}

/// See [`income`].
pub fn expenditure(key: &str, name: &str) -> Value {
    json!({"key": key, "name": name, "side": "expenditure"})
}

/// The same line with one more field.
pub fn with(mut head: Value, field: &str, value: impl Into<Value>) -> Value {
    head[field] = value.into();
    head
}

/// The balance of everything.
pub fn balance(press: &Press, of: Balance) -> Value {
    let columns =
        [all("income", "预算数").under("收入").on("income"), all("total", "预算数").under("支出").on("expenditure")];
    let mut sheet = Sheet::new(press, columns);
    for fund in of.funds {
        let (id, name) = fund.names();
        sheet.line(income(id, name), |entry| entry.fund == *fund && !entry.carried);
    }
    let is_surplus = |entry: &Entry| entry.fund == Fund::UsedSurplus;
    sheet.line(with(income("current-income", "本年收入合计"), "role", "subtotal"), |entry| {
        !entry.carried && !is_surplus(entry)
    });
    if press.ledger.any(is_surplus) {
        sheet.line(income("used-surplus", "使用非财政拨款结余"), is_surplus);
    }
    sheet.line(income("carry-over", of.carried), |entry| entry.carried);
    if of.carried_by_fund {
        carried_by_fund(&mut sheet, of.funds);
    }
    sheet.line(with(income("income", "收入总计"), "role", "total"), |_| true);
    classes(&mut sheet, &json!({"side": "expenditure"}), &Entry::is_spent);
    sheet.line(with(expenditure("current-expenditure", "本年支出合计"), "role", "subtotal"), Entry::is_spent);
    sheet.line(expenditure("year-end-carry-over", of.left), |entry| !entry.is_spent());
    sheet.line(with(expenditure("expenditure", "支出总计"), "role", "total"), |_| true);
    sheet.table("balance", "收支总表")
}

/// What was carried over, by fund.
fn carried_by_fund(sheet: &mut Sheet, funds: &[Fund]) {
    for fund in funds {
        let (id, name) = fund.names();
        let head = with(income(&["carry-over-", id].concat(), name), "level", 2);
        sheet.line(head, |entry| entry.fund == *fund && entry.carried);
    }
}

/// The balance of what the treasury appropriates: its funds above their sum or below it.
pub fn appropriation(press: &Press, is_sum_first: bool) -> Value {
    let fiscal = |entry: &Entry| entry.fund.is_fiscal();
    let columns =
        [all("income", "预算数").under("收入").on("income"), all("total", "预算数").under("支出").on("expenditure")];
    let mut sheet = Sheet::new(press, columns);
    let sum = with(income("current-appropriation", "本年收入"), "level", 1);
    if is_sum_first {
        sheet.line(sum.clone(), |entry| fiscal(entry) && !entry.carried);
    }
    for fund in Fund::FISCAL {
        let head = with(income(fund.names().0, fund.names().1), "level", if is_sum_first { 2 } else { 1 });
        sheet.line(head, |entry| entry.fund == fund && !entry.carried);
    }
    if !is_sum_first {
        sheet.line(with(sum, "role", "subtotal"), |entry| fiscal(entry) && !entry.carried);
    }
    sheet.line(with(income("appropriation-carry-over", "上年结转"), "level", 1), |entry| {
        fiscal(entry) && entry.carried
    });
    carried_by_fund(&mut sheet, &Fund::FISCAL);
    sheet.line(with(income("appropriation", "收入总计"), "role", "total"), fiscal);
    classes(&mut sheet, &json!({"side": "expenditure"}), &Entry::is_fiscal);
    sheet.line(
        with(expenditure("current-appropriation-expenditure", "本年支出合计"), "role", "subtotal"),
        Entry::is_fiscal,
    );
    sheet.line(expenditure("year-end-carry-over", "结转下年"), |entry| fiscal(entry) && !entry.is_spent());
    sheet.line(with(expenditure("appropriation-expenditure", "支出总计"), "role", "total"), fiscal);
    sheet.table("appropriation", "财政拨款收支总表")
}

/// A line for each class of functions: of all that there are, or of those with money.
pub fn classes(sheet: &mut Sheet, head: &Value, scope: Pick) {
    let used = sheet.press.ledger.functions(scope);
    for (class, _) in FUNCTIONS.iter().filter(|(code, _)| code.len() == 3) {
        if sheet.press.habits.all_lines || used.contains(class) {
            let head = with(with(head.clone(), "key", *class), "name", function(class));
            sheet.line(head, |entry| scope(entry) && entry.function.starts_with(class));
        }
    }
}
