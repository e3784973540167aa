//! The shape of Shanghai: tables in whole yuan and a narrative in whole 万元; 人员·公用·项目 stand beside each other
//! without 基本; the three public expenses are the columns of one line, agency operating funds stand beside them.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::balances::{Balance, appropriation, balance};
use super::draw::Scope;
use super::forms::projects;
use super::ledger::{Entry, Fund, Year};
use super::lists::{basic_and_project, is_agency_operating, is_three_public, staff_and_operating};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::print::Print;
use super::sheet::{Column, Sheet, all, column};
use super::tables::{functions, items};
use super::words::{THREE_PUBLIC, function};

pub const SCOPE: Scope = Scope {
    funds: &[Fund::Government, Fund::Institution, Fund::Business, Fund::Other],
    parts: &[],
    carried: false,
    left: false,
    units: true,
};
pub const UNITS: &[(Unit, u32)] = &[(Unit::Yuan, 0), (Unit::Yuan, 0), (Unit::Wan, 2)];

const FUNDS: [Fund; 6] =
    [Fund::GeneralPublic, Fund::Government, Fund::StateCapital, Fund::Institution, Fund::Business, Fund::Other];

pub fn print(press: &Press) -> Printed {
    let of = Balance { funds: &FUNDS, carried_by_fund: false, carried: "上年结转", left: "结转下年" };
    let funds = FUNDS.into_iter().map(|fund| column(fund.names().0, fund.names().1, move |entry| entry.fund == fund));
    let fiscal = column("appropriation", "财政拨款收入", |entry| entry.fund.is_fiscal());
    let own = FUNDS.into_iter().filter(|fund| !fund.is_fiscal());
    let own = own.map(|fund| column(fund.names().0, fund.names().1, move |entry: &Entry| entry.fund == fund));
    let income: Vec<_> = if press.chance(50) {
        [all("total", "合计"), fiscal].into_iter().chain(own).collect()
    } else {
        [all("total", "合计")].into_iter().chain(funds).collect()
    };
    let government = |entry: &Entry| entry.fund == Fund::Government;
    let basic = |entry: &Entry| entry.is_general() && entry.is_basic();
    let tables = vec![
        balance(press, of),
        functions(press, ("income", "部门收入预算总表"), income, &|_| true),
        functions(press, ("expenditure", "部门支出预算总表"), basic_and_project(), &|_| true),
        appropriation(press, false),
        functions(press, ("general-public", "一般公共预算支出功能分类预算表"), parts(), &Entry::is_general),
        functions(press, ("fund-expenditure", "政府性基金预算支出功能分类预算表"), basic_and_project(), &government),
        items(press, ("basic-economic", "一般公共预算基本支出部门预算经济分类预算表"), staff_and_operating(), &basic),
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

fn parts<'a>() -> Vec<Column<'a>> {
    staff_and_operating().into_iter().chain([column("project", "项目支出", Entry::is_project)]).collect()
}

/// One line whose columns are the expenses.
fn expenses(press: &Press) -> Value {
    let mut columns = vec![column("three-public", "合计", is_three_public)];
    for (key, name, depth, items) in THREE_PUBLIC {
        let is_vehicles = depth == 2 || key == "vehicles";
        let own = column(key, if key == "vehicles" { "小计" } else { name }, |entry| items.contains(&entry.item.key));
        columns.push(if is_vehicles { own.under("公务用车购置及运行费") } else { own });
    }
    let fiscal = |entry: &Entry| entry.is_general();
    let mut sheet = Sheet::new(
        press,
        columns.into_iter().map(|column| column.under_too("“三公”经费预算数")).chain([column(
            "agency-operating",
            "机关运行经费预算数",
            is_agency_operating,
        )]),
    );
    sheet.line(json!({"name": "预算数", "role": "total"}), fiscal);
    sheet.table("three-public", "部门“三公”经费和机关运行经费预算表")
}

fn statements(press: &Press) -> Vec<Value> {
    let last = Also::Change(Year::LastBudget);
    let mut said = Narrative::new(press);
    // Whole 万元 throughout, whatever the other sections do.
    let whole = Print { places: 0, ..said.print };
    let two = std::mem::replace(&mut said.print, whole);
    said.say("四", "income", "收入预算", &|_| true, &[]);
    said.say("四", "appropriation", "财政拨款收入", &|entry| entry.fund.is_fiscal(), &[last]);
    said.say("四", "expenditure", "支出预算", &|_| true, &[]);
    for class in press.ledger.functions(Entry::is_fiscal).into_iter().filter(|code| code.len() == 3) {
        let of = |entry: &Entry| entry.is_fiscal() && entry.function.starts_with(class);
        said.say("四", class, function(class), &of, &[]);
    }
    said.print = two;
    said.three_public("六", &Entry::is_general);
    said.say("六", "agency-operating", "机关运行经费", &is_agency_operating, &[]);
    said.all()
}
