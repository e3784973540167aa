//! The shape of a central office: last year's execution, changes and rates beside the budget, all of it once more less
//! construction (扣除基建); 上缴上级 and 经营 as parts, 使用非财政拨款结余 as income.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::balances::{Balance, appropriation, balance};
use super::draw::Scope;
use super::forms::projects;
use super::ledger::{Entry, Fund, Part, Year};
use super::lists::{basic_and_project, staff_and_operating};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::sheet::{Column, Sheet, all, column};
use super::tables::{functions, items, three_public};
use super::words::function;

pub const SCOPE: Scope = Scope {
    funds: &[Fund::Government, Fund::Institution, Fund::Business, Fund::SuperiorGrants, Fund::Other, Fund::UsedSurplus],
    parts: &[Part::ToSuperior, Part::Business, Part::ToSubordinate],
    carried: true,
    left: true,
    units: false,
};
pub const UNITS: &[(Unit, u32)] = &[(Unit::Wan, 2)];

const FUNDS: [Fund; 8] = [
    Fund::GeneralPublic,
    Fund::Government,
    Fund::StateCapital,
    Fund::Institution,
    Fund::Business,
    Fund::SuperiorGrants,
    Fund::Subordinate,
    Fund::Other,
];

pub fn print(press: &Press) -> Printed {
    let of = Balance { funds: &FUNDS, carried_by_fund: false, carried: "上年结转", left: "结转下年" };
    let government = |entry: &Entry| entry.fund == Fund::Government && entry.is_spent();
    let capital = |entry: &Entry| entry.fund == Fund::StateCapital && entry.is_spent();
    let tables = vec![
        balance(press, of),
        income(press),
        functions(press, ("expenditure", "部门支出总表"), parts(), &Entry::is_spent),
        appropriation(press, true),
        // What was carried over is in table 4 and not in this one.
        functions(press, ("general-public", "一般公共预算支出表"), with_execution(press), &is_current),
        items(press, ("basic-economic", "一般公共预算基本支出表"), of_this_year(), &|e| {
            is_current(e) && e.is_basic()
        }),
        functions(press, ("fund-expenditure", "政府性基金预算支出表"), basic_and_project(), &government),
        functions(press, ("state-capital", "国有资本经营预算支出表"), basic_and_project(), &capital),
        expenses(press),
    ];
    Printed {
        tables,
        statements: statements(press),
        procurement: procurement(press, &|_| true),
        projects: projects(press, &|_| true, false),
        ..Printed::default()
    }
}

/// Whether an entry is of this year's general public budget.
fn is_current(entry: &Entry) -> bool {
    entry.is_general() && !entry.carried
}

/// Income in one line: what was carried over, each fund, with 其中 below 事业收入, the surpluses that are used.
fn income(press: &Press) -> Value {
    let mut columns = vec![all("total", "合计"), column("carry-over", "上年结转", |entry| entry.carried)];
    for fund in FUNDS {
        let own = move |entry: &Entry| entry.fund == fund && !entry.carried;
        if fund == Fund::Institution {
            columns.push(column("institution-income", "金额", own).under("事业收入"));
            let fees = column("education-fees", "其中:教育收费", move |entry| own(entry) && entry.special);
            columns.push(fees.under("事业收入"));
        } else {
            columns.push(column(fund.names().0, fund.names().1, own));
        }
    }
    columns.push(column("used-surplus", "使用非财政拨款结余", |entry| entry.fund == Fund::UsedSurplus));
    let mut sheet = Sheet::new(press, columns);
    sheet.line(json!({"name": "合计", "role": "total"}), |_| true);
    sheet.table("income", "部门收入总表")
}

fn parts<'a>() -> Vec<Column<'a>> {
    let mut columns = basic_and_project();
    for (id, name, part) in [
        ("to-superior", "上缴上级支出", Part::ToSuperior),
        ("business", "事业单位经营支出", Part::Business),
        ("to-subordinate", "对附属单位补助支出", Part::ToSubordinate),
    ] {
        columns.push(column(id, name, move |entry| entry.part == part));
    }
    columns
}

/// Last year's execution, this year's budget, the change on it; the same less construction, where it is printed.
fn with_execution<'a>(press: &Press) -> Vec<Column<'a>> {
    let (last, less) = (Year::LastActual, press.chance(60));
    let built = |entry: &Entry| !entry.construction;
    let [executed, planned] = ["2025年执行数", "2026年预算数"];
    let [change, rate] = ["增减额", "增减(%)"];
    let mut columns = vec![all("last-year-actual", "执行数").of(last).under(executed)];
    if less {
        let own = column("last-year-actual-less-construction", "扣除中央基建投资后执行数", built);
        columns.push(own.of(last).under(executed));
    }
    for column in basic_and_project() {
        columns.push(column.under(&format!("{planned}·年初预算数")));
    }
    if less {
        columns.push(column("total-less-construction", "扣除中央基建投资后预算数", built).under(planned));
    }
    let group = "2026年预算数比2025年执行数";
    columns.push(all("change", change).change(Year::Budget, last).under(group));
    columns.push(all("change-rate", rate).rate(Year::Budget, last).under(group));
    if less {
        let group = "2026年预算数比2025年执行数（扣除中央基建投资）";
        columns.push(column("change-less-construction", change, built).change(Year::Budget, last).under(group));
        columns.push(column("change-rate-less-construction", rate, built).rate(Year::Budget, last).under(group));
    }
    columns
}

fn of_this_year<'a>() -> Vec<Column<'a>> {
    staff_and_operating().into_iter().map(|column| column.under("2026年基本支出")).collect()
}

/// The expenses of this year, or of three states of the two years.
fn expenses(press: &Press) -> Value {
    let mut columns = vec![all("total", "2026年预算数")];
    if press.chance(50) {
        columns.insert(0, all("last-year-actual", "2025年执行数").of(Year::LastActual));
        columns.insert(0, all("last-year-budget", "2025年预算数").of(Year::LastBudget));
    }
    three_public(press, "财政拨款“三公”经费支出表", columns, &Entry::is_fiscal)
}

fn statements(press: &Press) -> Vec<Value> {
    let mut said = Narrative::new(press);
    let (executed, all) = (Also::Change(Year::LastActual), |_: &Entry| true);
    said.say("一", "income", "收支总预算", &all, &[]);
    for fund in FUNDS.into_iter().filter(|fund| press.ledger.any(|entry| entry.fund == *fund)) {
        let of = |entry: &Entry| entry.fund == fund && !entry.carried;
        said.say("二", fund.names().0, fund.names().1, &of, &[Also::Share("income", &all)]);
    }
    said.say("二", "carry-over", "上年结转", &|entry| entry.carried, &[Also::Share("income", &all)]);
    let spent = Also::Share("expenditure", &Entry::is_spent);
    said.say("三", "basic", "基本支出", &Entry::is_basic, &[spent]);
    said.say("三", "project", "项目支出", &Entry::is_project, &[spent]);
    said.say("四", "appropriation", "财政拨款收支总预算", &|entry| entry.fund.is_fiscal(), &[]);
    said.say("四", "current-appropriation", "当年拨款收入", &|e| e.fund.is_fiscal() && !e.carried, &[]);
    said.say("五（一）", "general-public", "一般公共预算当年财政拨款", &is_current, &[executed]);
    for code in press.ledger.functions(is_current) {
        let of = |entry: &Entry| is_current(entry) && entry.function.starts_with(code);
        match code.len() {
            3 => said.say("五（二）", code, function(code), &of, &[Also::Share("general-public", &is_current)]),
            7 if press.chance(20) => {
                let less = Also::ChangeLess(&|entry| entry.construction, "中央基建投资");
                said.say("五（三）", code, function(code), &of, &[less]);
            }
            7 => said.say("五（三）", code, function(code), &of, &[executed]),
            _ => {}
        }
    }
    for (subject, name, of) in [
        ("basic", "一般公共预算基本支出", Entry::is_basic as fn(&Entry) -> bool),
        ("personnel", "人员经费", Entry::is_personnel),
        ("operating", "公用经费", Entry::is_operating),
    ] {
        said.say("六", subject, name, &|entry| is_current(entry) && of(entry), &[]);
        said.of_fund("general-public");
    }
    said.three_public("七", &Entry::is_fiscal);
    said.all()
}
