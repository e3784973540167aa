//! The shape of Beijing: a line is a function, an economic item of the department's and one of the government's
//! classification together; only items (项) are printed, amounts to the fen, local items of seven digits.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::balances::{Balance, appropriation, balance};
use super::draw::Scope;
use super::forms::projects;
use super::ledger::{Entry, Fund, Part, Year};
use super::lists::{basic_and_project, by_function, divided, is_agency_operating, staff_and_operating, total};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::sheet::{Sheet, all, column, words};
use super::tables::{self, functions, three_public};
use super::words::{ITEMS, UNITS as BODIES, function, government};

pub const SCOPE: Scope =
    Scope { funds: &FUNDS, parts: &[Part::Business, Part::ToSuperior], carried: true, left: true, units: true };
pub const UNITS: &[(Unit, u32)] = &[(Unit::Wan, 6)];

const FUNDS: [Fund; 6] =
    [Fund::GeneralPublic, Fund::Government, Fund::StateCapital, Fund::FiscalAccount, Fund::Business, Fund::Other];

pub fn print(press: &Press) -> Printed {
    let of =
        Balance { funds: &FUNDS, carried_by_fund: false, carried: "上年结转结余", left: "年终结转结余" };
    let tables = vec![
        balance(press, of),
        income(press),
        expenditure(press),
        appropriation(press, false),
        general_public(press),
        basic(press),
        functions(press, ("state-capital", "国有资本经营预算支出表"), basic_and_project(), &|entry| {
            entry.fund == Fund::StateCapital && entry.is_spent()
        }),
        three_public(press, "财政拨款“三公”经费支出表", vec![all("total", "预算数")], &Entry::is_fiscal),
        tables::procurement(press, "政府采购预算明细表"),
    ];
    Printed {
        tables,
        statements: statements(press),
        procurement: procurement(press, &|_| true),
        projects: projects(press, &|_| true, true),
        ..Printed::default()
    }
}

/// Income: this year's and last year's, each with a subtotal and by fund; for the whole, or by unit.
fn income(press: &Press) -> Value {
    let current = [column("current-income", "小计", |entry| !entry.carried)]
        .into_iter()
        .chain(FUNDS.map(|fund| column(fund.names().0, fund.names().1, move |e| e.fund == fund && !e.carried)));
    let carried = [column("carry-over", "小计", |entry| entry.carried)].into_iter().chain(Fund::FISCAL.map(|fund| {
        column(&["carry-over-", fund.names().0].concat(), fund.names().1, move |e| e.fund == fund && e.carried)
    }));
    let account =
        column("carry-over-fiscal-account", "财政专户管理资金", |e| e.fund == Fund::FiscalAccount && e.carried);
    let own = column("carry-over-own-funds", "单位资金", |entry| entry.fund.is_own() && entry.carried);
    let carried = carried.chain([account, own]).map(|column| column.under("上年结转结余"));
    let columns =
        [all("total", "合计")].into_iter().chain(current.map(|column| column.under("本年收入"))).chain(carried);
    let mut sheet = Sheet::new(press, columns);
    let is_by_unit = press.chance(50);
    sheet.total(
        total(),
        |_| true,
        |sheet| {
            for (unit, name) in BODIES.iter().enumerate().take(if is_by_unit { press.ledger.units } else { 0 }) {
                sheet.line(json!({"name": name, "is": "unit"}), |entry| entry.unit == unit);
            }
        },
    );
    sheet.table("income", "收入总表")
}

/// Expenditure by function, economic item and the government's item. What a line is of stands as words or as codes.
fn expenditure(press: &Press) -> Value {
    let is_coded = press.chance(50);
    let mut columns = vec![
        words("gov", "政府支出经济分类科目", |line| line["gov"].as_str().map(Into::into)),
        words("dep", "部门支出经济分类科目", |line| line["dep"].as_str().map(Into::into)),
    ];
    columns.extend(basic_and_project());
    columns.push(column("business", "事业单位经营支出", |entry| entry.part == Part::Business).under("其中"));
    columns.push(column("to-superior", "上缴上级支出", |entry| entry.part == Part::ToSuperior).under("其中"));
    let mut sheet = Sheet::new(press, columns);
    sheet.total(total(), Entry::is_spent, |sheet| {
        for code in press.ledger.functions(Entry::is_spent).into_iter().filter(|code| code.len() == 7) {
            for (item, of) in rows(press, |entry| entry.is_spent() && entry.function == code) {
                let names = |code: &str, name: &str| format!("{code}-{name}");
                let mut head = json!({
                    "code": code, "name": function(code),
                    "gov": names(of, government(of)), "dep": names(item.code, item.name),
                });
                if is_coded {
                    head["economic"] = item.code.into();
                    head["government"] = of.into();
                }
                sheet.line(head, |entry| {
                    entry.is_spent() && entry.function == code && entry.item == item && entry.government() == of
                });
            }
        }
    });
    without_notes(sheet.table("expenditure", "支出总表"))
}

/// The pairs of economic items, the department's and the government's, that there is money for.
fn rows(press: &Press, scope: impl Fn(&Entry) -> bool) -> Vec<(&'static super::words::Item, &'static str)> {
    let mut all = Vec::new();
    for item in &ITEMS {
        for of in [item.government.0, item.government.1] {
            let fits = |entry: &Entry| scope(entry) && entry.item == item && entry.government() == of;
            if press.ledger.any(fits) && !all.contains(&(item, of)) {
                all.push((item, of));
            }
        }
    }
    all
}

/// What only the columns of words need is no field of the format.
fn without_notes(mut table: Value) -> Value {
    for line in table["lines"].as_array_mut().unwrap() {
        for note in ["gov", "dep"] {
            line.as_object_mut().unwrap().remove(note);
        }
    }
    table
}

fn general_public(press: &Press) -> Value {
    let less =
        column("project-less-construction", "扣除基建项目后预算数", |e| e.is_project() && !e.construction);
    let columns = divided().into_iter().chain([less.under("项目支出")]);
    let mut sheet = Sheet::new(press, columns);
    sheet.total(total(), Entry::is_general, |sheet| by_function(sheet, &[7], &Entry::is_general));
    sheet.table("general-public", "一般公共预算支出表")
}

/// Basic expenditure by economic item: the same code once an item of the government's; a city's own items of seven
/// digits stand for the item that they are of.
fn basic(press: &Press) -> Value {
    let is_local = press.chance(50);
    let gov = words("gov", "政府支出经济分类科目", |line| line["gov"].as_str().map(Into::into));
    let mut sheet = Sheet::new(press, [gov].into_iter().chain(staff_and_operating()));
    let scope = |entry: &Entry| entry.is_general() && entry.is_basic();
    sheet.total(total(), scope, |sheet| {
        for (item, of) in rows(press, scope) {
            let code = if is_local && item.code == "30211" { "3021101" } else { item.code };
            let head = json!({"code": code, "name": item.name, "gov": format!("{of}-{}", government(of))});
            sheet.line(head, |entry| scope(entry) && entry.item == item && entry.government() == of);
        }
    });
    without_notes(sheet.table("basic-economic", "一般公共预算基本支出表"))
}

fn statements(press: &Press) -> Vec<Value> {
    let (mut said, last) = (Narrative::new(press), Also::Change(Year::LastBudget));
    said.say("二", "income", "收入预算", &|_| true, &[last]);
    said.say("二（一）", "current-appropriation", "本年财政拨款收入", &|e| e.fund.is_fiscal() && !e.carried, &[]);
    for fund in FUNDS {
        said.say("二", fund.names().0, fund.names().1, &|e| e.fund == fund && !e.carried, &[]);
    }
    said.say("二（三）", "carry-over", "上年结转结余", &|entry| entry.carried, &[]);
    said.say("三", "expenditure", "支出预算", &|_| true, &[last]);
    said.say("三", "basic", "基本支出预算", &Entry::is_basic, &[Also::Share("expenditure", &|_| true)]);
    said.say("三", "project", "项目支出预算", &Entry::is_project, &[Also::Share("expenditure", &|_| true)]);
    said.say("三", "year-end-carry-over", "年终结转结余资金", &|entry| !entry.is_spent(), &[]);
    said.three_public("四", &Entry::is_fiscal);
    said.say("五（二）", "agency-operating", "机关运行经费", &is_agency_operating, &[]);
    said.all()
}
