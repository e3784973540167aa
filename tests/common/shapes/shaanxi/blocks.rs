//! The balances of Shaanxi: functions, the department's economic classes and the government's side by side, in one
//! table of several blocks or in several tables.

use serde_json::{Value, json};

use super::super::balances::{classes, with};
use super::super::ledger::{Entry, Fund, Pick};
use super::super::press::Press;
use super::super::sheet::{Sheet, all};
use super::super::words::{GOVERNMENT, ITEMS};
use super::FUNDS;

/// A balance of four blocks: all in one table, or the economic ones as tables of their own.
pub fn blocks(press: &Press, is_fiscal: bool, tables: &mut Vec<Value>) {
    let scope = move |entry: &Entry| !is_fiscal || entry.fund.is_fiscal();
    let (kind, title) =
        if is_fiscal { ("appropriation", "财政拨款收支总表") } else { ("balance", "收支总表") };
    let is_one = press.chance(50);
    let columns = vec![
        all("income", "预算数").under("收入").on("income"),
        all("total", "预算数").under("支出功能分类科目（按大类）").on("expenditure"),
    ];
    let economic = [
        ("by-economic", "economic", "部门预算支出经济分类科目（按大类）"),
        ("by-government", "government", "政府预算支出经济分类科目（按大类）"),
    ];
    let beside = economic.map(|(id, block, group)| all(id, "预算数").under(group).with("block", block));
    let mut sheet = Sheet::new(press, columns.into_iter().chain(beside.into_iter().filter(|_| is_one)));
    income_side(&mut sheet, is_fiscal);
    classes(&mut sheet, &json!({"side": "expenditure"}), &scope);
    let sum = if is_fiscal { "appropriation-expenditure" } else { "expenditure" };
    sheet.line(json!({"key": sum, "name": "支出总计", "role": "total", "side": "expenditure"}), scope);
    if is_one {
        economic_block(&mut sheet, &json!({"block": "economic"}), &scope);
        government_block(&mut sheet, &json!({"block": "government"}), &scope);
    }
    tables.push(sheet.table(kind, title));
    if !is_one {
        for (_, block, group) in economic {
            let mut sheet = Sheet::new(press, [all("total", "预算数")]);
            let lines = if block == "economic" { economic_block } else { government_block };
            lines(&mut sheet, &json!({}), &scope);
            tables.push(sheet.table("other", &format!("{title}：{group}")));
        }
    }
}

fn income_side(sheet: &mut Sheet, is_fiscal: bool) {
    let line = |key: &str, name: &str, level: u8| json!({"key": key, "name": name, "level": level, "side": "income"});
    let up = u8::from(is_fiscal);
    let current = |entry: &Entry| !entry.carried && entry.fund != Fund::UsedSurplus;
    if !is_fiscal {
        sheet.line(line("department-income", "部门预算", 1), current);
    }
    sheet.line(line("appropriation-income", "财政拨款", 2 - up), |entry| current(entry) && entry.fund.is_fiscal());
    for (fund, level) in FUNDS.into_iter().filter(|(fund, _)| !is_fiscal || fund.is_fiscal()) {
        let own = |entry: &Entry| current(entry) && entry.fund == fund;
        sheet.line(line(fund.names().0, fund.names().1, level - up), own);
        if fund == Fund::GeneralPublic {
            let head = line("of-which-special", "其中：专项资金列入部门预算的项目", level + 1 - up);
            sheet.line(head, |entry| own(entry) && entry.special);
        }
    }
    let sum = |key: &str, name: &str, role: &str| with(line(key, name, 1), "role", role);
    if is_fiscal {
        let fiscal = |entry: &Entry| entry.fund.is_fiscal();
        sheet.line(sum("current-appropriation", "本年收入合计", "subtotal"), |entry| {
            fiscal(entry) && !entry.carried
        });
        sheet.line(line("appropriation-carry-over", "上年结转", 1), |entry| fiscal(entry) && entry.carried);
        sheet.line(sum("appropriation", "收入总计", "total"), fiscal);
    } else {
        sheet.line(sum("current-income", "本年收入合计", "subtotal"), current);
        sheet.line(line("used-surplus", "使用非财政拨款结余", 1), |entry| entry.fund == Fund::UsedSurplus);
        sheet.line(line("carry-over", "上年结转", 1), |entry| entry.carried);
        sheet.line(sum("income", "收入总计", "total"), |_| true);
    }
}

/// The department's economic classes under 人员和公用, and once more under 专项业务.
fn economic_block(sheet: &mut Sheet, head: &Value, scope: Pick) {
    let line = |name: &str, level: u8| with(with(head.clone(), "name", name), "level", level);
    sheet.line(line("部门预算", 1), scope);
    let parts: [(&str, Pick); 2] =
        [("人员经费和公用经费支出", &Entry::is_basic), ("专项业务经费支出", &Entry::is_project)];
    for (name, of) in parts {
        sheet.line(line(name, 2), |entry| scope(entry) && of(entry));
        for class in ITEMS.iter().filter(|item| item.is_class()) {
            sheet.line(line(class.name, 3), |entry| {
                scope(entry) && of(entry) && entry.item.code.starts_with(class.code)
            });
        }
    }
    sheet.line(with(line("支出总计", 1), "role", "total"), scope);
}

fn government_block(sheet: &mut Sheet, head: &Value, scope: Pick) {
    let line = |name: &str, level: u8| with(with(head.clone(), "name", name), "level", level);
    sheet.line(line("部门预算", 1), scope);
    for (class, name) in GOVERNMENT.iter().filter(|(code, _)| code.len() == 3) {
        sheet.line(line(name, 2), |entry| scope(entry) && entry.government().starts_with(class));
    }
    sheet.line(with(line("支出总计", 1), "role", "total"), scope);
}
