//! The shape of Jiangsu: income as a list of funds, 单位预留机动经费 as a third part, 结转下年 as a column; what is
//! appropriated is printed twice where it is all of the general public budget; meetings and training beside the three
//! public expenses; agency operating funds by item.

mod balances;

use budget_lens::money::Unit;
use serde_json::{Value, json};

use balances::balances;

use super::draw::Scope;
use super::ledger::{Entry, Fund, Part, Year};
use super::lists::{
    by_function, divided, is_agency_operating, is_three_public, staff_and_operating, three_public, total, with_meetings,
};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::sheet::{Column, Sheet, all, column, words};
use super::tables::{functions, items};
use super::words::{PROCUREMENT, function};

pub const SCOPE: Scope = Scope {
    funds: &[Fund::Government, Fund::FiscalAccount, Fund::Other],
    parts: &[Part::Reserve],
    carried: true,
    left: true,
    units: false,
};
pub const UNITS: &[(Unit, u32)] = &[(Unit::Wan, 2)];

const FUNDS: [Fund; 4] = [Fund::GeneralPublic, Fund::Government, Fund::FiscalAccount, Fund::Other];
/// A part of expenditure: its id, its name, what is of it.
type OfPart = (&'static str, &'static str, fn(&Entry) -> bool);

const PARTS: [OfPart; 3] = [
    ("basic", "基本支出", Entry::is_basic),
    ("project", "项目支出", Entry::is_project),
    ("reserve", "单位预留机动经费", |entry| entry.part == Part::Reserve),
];

pub fn print(press: &Press) -> Printed {
    let fiscal = |entry: &Entry| entry.is_fiscal();
    let basic = |entry: &Entry| entry.is_general() && entry.is_basic();
    let is_divided = press.chance(50);
    let columns = || if is_divided { by_parts() } else { vec![all("total", "金额")] };
    let by_item = || if is_divided { staff_and_operating() } else { vec![all("total", "金额")] };
    let mut tables = balances(press);
    tables.push(income(press));
    tables.push(spending(press));
    tables.push(functions(press, ("other", "财政拨款支出预算表（功能科目）"), columns(), &fiscal));
    tables.push(items(press, ("other", "财政拨款基本支出预算表（经济科目）"), by_item(), &|e| {
        e.is_fiscal() && e.is_basic()
    }));
    tables.push(functions(press, ("general-public", "一般公共预算支出预算表"), columns(), &Entry::is_general));
    tables.push(items(press, ("basic-economic", "一般公共预算基本支出预算表"), by_item(), &basic));
    tables.push(expenses(press));
    let government = |entry: &Entry| entry.fund == Fund::Government && entry.is_spent();
    tables.push(functions(
        press,
        ("fund-expenditure", "政府性基金支出预算表"),
        vec![all("total", "金额")],
        &government,
    ));
    let named = ("agency-operating", "一般公共预算机关运行经费支出预算表");
    tables.push(items(press, named, vec![all("total", "机关运行经费支出")], &is_agency_operating));
    tables.push(procurement_table(press));
    Printed { tables, statements: statements(press), procurement: procurement(press, &|_| true), ..Printed::default() }
}

/// Income as a list: each fund a line with its sources below it.
fn income(press: &Press) -> Value {
    let mut sheet = Sheet::new(press, [all("total", "金额")]);
    sheet.total(
        json!({"name": "收入总计"}),
        |_| true,
        |sheet| {
            for fund in FUNDS {
                let own = |entry: &Entry| entry.fund == fund && !entry.carried;
                let name = fund.names().1.trim_end_matches("收入");
                sheet.line(json!({"name": format!("{name}（小计）"), "level": 1}), own);
                for (name, special) in [("经常性资金", false), ("专项收入", true)] {
                    sheet.line(json!({"name": name, "level": 2}), |entry| own(entry) && entry.special == special);
                }
            }
            sheet.line(json!({"name": "上年结转资金（小计）", "level": 1}), |entry| entry.carried);
        },
    );
    sheet.table("income", "收入预算总表")
}

/// 合计 and the parts of expenditure, with what is left for next year.
fn spending(press: &Press) -> Value {
    let parts = PARTS.map(|(id, name, of)| column(id, name, of));
    let left = column("year-end-carry-over", "结转下年资金", |entry| !entry.is_spent());
    let mut sheet = Sheet::new(press, [all("total", "合计")].into_iter().chain(parts).chain([left]));
    let is_short = press.chance(40);
    sheet.total(
        total(),
        |_| true,
        |sheet| {
            if !is_short {
                by_function(sheet, &[3, 5, 7], &|_| true);
            }
        },
    );
    sheet.table("expenditure", "支出预算总表")
}

fn by_parts<'a>() -> Vec<Column<'a>> {
    divided().into_iter().chain([column("reserve", "机动经费", |entry| entry.part == Part::Reserve)]).collect()
}

fn expenses(press: &Press) -> Value {
    let mut sheet = Sheet::new(press, [all("total", "预算数")]);
    if press.chance(50) {
        with_meetings(&mut sheet, &Entry::is_general);
    } else {
        let head = json!({"key": "three-public", "name": "“三公”经费合计", "role": "total"});
        sheet.line(head, |entry| entry.is_general() && is_three_public(entry));
        three_public(&mut sheet, 1, &Entry::is_general);
        for (key, name) in [("meetings", "会议费"), ("training", "培训费")] {
            sheet.line(json!({"key": key, "name": name, "level": 1}), |entry| {
                entry.is_general() && entry.item.key == key
            });
        }
    }
    sheet.table("three-public", "一般公共预算“三公”经费、会议费、培训费支出预算表")
}

fn procurement_table(press: &Press) -> Value {
    let item = words("econ", "经济科目", |line| Some(line["economic"].as_str()?.into()));
    let mut sheet = Sheet::new(press, [item, all("total", "总计")]);
    sheet.total(
        json!({"key": "procurement", "name": "合计"}),
        |entry| entry.bought.is_some(),
        |sheet| {
            for (i, (key, name)) in PROCUREMENT.into_iter().enumerate() {
                sheet.line(json!({"key": key, "name": name, "level": 1}), |entry| entry.bought == Some(i));
                for item in super::words::ITEMS.iter().filter(|item| !item.is_class()) {
                    let fits = |entry: &Entry| entry.bought == Some(i) && entry.item == item;
                    if press.ledger.any(fits) {
                        sheet.line(
                            json!({"name": format!("{}采购", item.name), "level": 2, "economic": item.code}),
                            fits,
                        );
                    }
                }
            }
        },
    );
    sheet.table("procurement", "政府采购预算表")
}

fn statements(press: &Press) -> Vec<Value> {
    let (mut said, last) = (Narrative::new(press), Also::Change(Year::LastBudget));
    said.say("一", "income", "收入预算总计", &|_| true, &[last]);
    said.say("一", "current-income", "本年收入合计", &|entry| !entry.carried, &[]);
    for fund in FUNDS {
        let of = |entry: &Entry| entry.fund == fund && !entry.carried;
        said.say("一", fund.names().0, fund.names().1, &of, &[last, Also::Share("income", &|_| true)]);
    }
    said.say("一", "carry-over", "上年结转", &|entry| entry.carried, &[last]);
    said.say("一", "year-end-carry-over", "年终结转结余", &|entry| !entry.is_spent(), &[]);
    for (key, name, of) in PARTS {
        said.say("三", key, name, &of, &[Also::Share("expenditure", &|_| true)]);
    }
    said.say("五", "appropriation", "财政拨款预算支出", &Entry::is_fiscal, &[last]);
    for code in press.ledger.functions(Entry::is_fiscal).into_iter().filter(|code| code.len() == 7) {
        said.say("五", code, function(code), &|entry| entry.is_fiscal() && entry.function == code, &[last]);
        said.of_fund("appropriation");
    }
    said.three_public("九", &Entry::is_general);
    said.say("十二", "agency-operating", "机关运行经费", &is_agency_operating, &[last]);
    said.all()
}
