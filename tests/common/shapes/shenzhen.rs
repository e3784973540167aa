//! The shape of Shenzhen and Guangdong: basic expenditure and projects with a column of every fund, the general public
//! budget by economic item, procurement beside expenditure, the three public expenses of two years by fund.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::balances::{Balance, appropriation, balance};
use super::draw::Scope;
use super::forms::projects;
use super::ledger::{Entry, Fund, Part, Pick, Year};
use super::lists::{basic_and_project, by_function, by_item, is_agency_operating, is_three_public, three_public};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::sheet::{Column, Sheet, all, column};
use super::words::THREE_PUBLIC;

pub const SCOPE: Scope = Scope {
    funds: &FUNDS,
    parts: &[Part::Business, Part::ToSubordinate, Part::ToSuperior],
    carried: true,
    left: true,
    units: false,
};
pub const UNITS: &[(Unit, u32)] = &[(Unit::Wan, 2)];

const FUNDS: [Fund; 9] = [
    Fund::GeneralPublic,
    Fund::Government,
    Fund::StateCapital,
    Fund::FiscalAccount,
    Fund::Institution,
    Fund::Business,
    Fund::SuperiorGrants,
    Fund::Subordinate,
    Fund::Other,
];

pub fn print(press: &Press) -> Printed {
    let of = Balance { funds: &FUNDS, carried_by_fund: false, carried: "上年结余、结转", left: "结转下年" };
    let basic = |entry: &Entry| entry.is_basic();
    let government = |entry: &Entry| entry.fund == Fund::Government && entry.is_spent();
    let capital = |entry: &Entry| entry.fund == Fund::StateCapital && entry.is_spent();
    let is_coded = press.chance(50);
    let tables = vec![
        balance(press, of),
        income(press),
        functions(press, "expenditure", "支出总表", with_procurement(press), &Entry::is_spent),
        items(press, ("basic-economic", "基本支出总表"), by_fund(true), is_coded, &basic),
        project_table(press),
        appropriation(press, press.chance(50)),
        functions(press, "general-public", "一般公共预算支出表（按功能分类）", basic_and_project(), &Entry::is_general),
        items(press, ("other", "一般公共预算支出表（按经济分类）"), basic_and_project(), true, &Entry::is_general),
        expenses(press),
        functions(press, "fund-expenditure", "政府性基金预算支出表", basic_and_project(), &government),
        functions(press, "state-capital", "国有资本经营预算支出表", basic_and_project(), &capital),
    ];
    Printed {
        tables,
        statements: statements(press),
        procurement: procurement(press, &|_| true),
        projects: projects(press, &|_| true, false),
        document: Some(("level", "unit".into())),
        ..Printed::default()
    }
}

/// A column of every fund below headings of two levels; 财政拨款 with its subtotal, or without.
fn by_fund<'a>(has_subtotal: bool) -> Vec<Column<'a>> {
    let mut columns = vec![all("total", "总计")];
    if has_subtotal {
        columns.push(column("appropriation", "小计", |e| e.fund.is_fiscal() && !e.carried).under("财政拨款"));
    }
    for fund in FUNDS {
        let own = column(fund.names().0, fund.names().1, move |e| e.fund == fund && !e.carried);
        columns.push(match fund {
            _ if fund.is_fiscal() => own.under("财政拨款"),
            _ if fund.is_own() => own.under("单位资金"),
            _ => own,
        });
    }
    columns.push(column("carry-over", "上年结余、结转", |entry| entry.carried));
    columns
}

fn income(press: &Press) -> Value {
    let is_carried = |column: Column<'static>, i: usize| {
        if (1..=FUNDS.len()).contains(&i) { column.under_too("本年收入") } else { column }
    };
    let columns = by_fund(false).into_iter().enumerate().map(|(i, column)| is_carried(column, i));
    let mut sheet = Sheet::new(press, columns);
    sheet.line(json!({"name": "机关本级", "role": "total"}), |_| true);
    sheet.table("income", "收入总表")
}

/// The parts of expenditure; procurement, and of it what is kept for small firms, stand beside.
fn with_procurement<'a>(press: &Press) -> Vec<Column<'a>> {
    let mut columns = basic_and_project();
    for (id, name, part) in [
        ("business", "事业单位经营支出", Part::Business),
        ("to-subordinate", "对附属单位补助支出", Part::ToSubordinate),
        ("to-superior", "上缴上级支出", Part::ToSuperior),
    ] {
        columns.push(column(id, name, move |entry| entry.part == part));
    }
    if !press.habits.asides {
        let group = "2026年政府采购项目";
        columns.push(column("procurement", "小计", |entry| entry.bought.is_some()).under(group));
        let small = column("procurement-sme", "其中：预留给中小企业", |entry| {
            entry.bought.is_some() && entry.small_firm
        });
        columns.push(small.under(group));
    }
    columns
}

fn functions<'a>(press: &'a Press, kind: &str, title: &str, columns: Vec<Column<'a>>, scope: Pick) -> Value {
    let mut sheet = Sheet::new(press, columns);
    sheet.line(json!({"name": "机关本级", "role": "total"}), scope);
    by_function(&mut sheet, &[3, 5, 7], scope);
    sheet.table(kind, title)
}

fn items<'a>(
    press: &'a Press,
    (kind, title): (&str, &str),
    columns: Vec<Column<'a>>,
    is_coded: bool,
    scope: Pick,
) -> Value {
    let mut sheet = Sheet::new(press, columns);
    sheet.line(json!({"name": "机关本级", "role": "total"}), scope);
    by_item(&mut sheet, is_coded, scope);
    sheet.table(kind, title)
}

fn project_table(press: &Press) -> Value {
    let mut sheet = Sheet::new(press, by_fund(false));
    sheet.line(json!({"name": "机关本级", "role": "total"}), Entry::is_project);
    for (i, project) in press.ledger.projects.iter().enumerate() {
        sheet.line(json!({"name": project.name}), |entry| entry.part == Part::Project(i));
    }
    sheet.table("projects", "项目支出总表")
}

/// Two years by fund with the change of each; or a line a year, with the expenses as columns.
fn expenses(press: &Press) -> Value {
    if press.chance(30) {
        return by_year(press);
    }
    let short = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];
    let mut columns = Vec::new();
    let funds = || Fund::FISCAL.into_iter().zip(short);
    for (fund, name) in funds() {
        let id = ["last-year-", fund.names().0].concat();
        columns
            .push(column(&id, &format!("2025年{name}"), move |e| e.fund == fund).of(Year::LastBudget).under("2025年"));
    }
    for (fund, name) in funds() {
        columns.push(column(fund.names().0, &format!("2026年{name}"), move |e| e.fund == fund).under("2026年"));
    }
    for (fund, name) in funds() {
        let id = ["change-", fund.names().0].concat();
        let change = column(&id, &format!("增减变化金额（{name}）"), move |entry| entry.fund == fund);
        columns.push(change.change(Year::Budget, Year::LastBudget).under("增减变化金额"));
    }
    let mut sheet = Sheet::new(press, columns);
    let head = json!({"key": "three-public", "name": "总计", "role": "total"});
    sheet.line(head, |entry| entry.is_fiscal() && is_three_public(entry));
    three_public(&mut sheet, 1, &Entry::is_fiscal);
    sheet.table("three-public", "财政拨款“三公”经费支出表")
}

fn by_year(press: &Press) -> Value {
    let mut columns = vec![column("three-public", "“三公”经费合计", is_three_public)];
    columns.extend(THREE_PUBLIC.map(|(key, name, _, items)| column(key, name, |e| items.contains(&e.item.key))));
    let mut sheet = Sheet::new(press, columns);
    let year = |year: u16, name: &str| json!({"name": name, "is": "year", "year": year, "phase": "budget"});
    sheet.line_of(Year::LastBudget, year(2025, "2025年预算数"), Entry::is_fiscal);
    sheet.line_of(Year::Budget, year(2026, "2026年预算数"), Entry::is_fiscal);
    sheet.table("three-public", "财政拨款“三公”经费支出表")
}

fn statements(press: &Press) -> Vec<Value> {
    let (mut said, last) = (Narrative::new(press), Also::Change(Year::LastBudget));
    said.say("二", "income", "部门预算收入", &|_| true, &[last]);
    said.say("二", "expenditure", "部门预算支出", &|_| true, &[last]);
    said.say("三（一）", "personnel", "人员经费", &Entry::is_personnel, &[]);
    said.say("三（二）", "operating", "公用经费", &Entry::is_operating, &[]);
    said.say("三（五）", "project", "项目支出", &Entry::is_project, &[]);
    said.three_public("五", &Entry::is_fiscal);
    said.say("六", "project-forms", "编报绩效目标的项目", &Entry::is_project, &[]);
    said.say("八", "agency-operating", "机关运行经费", &is_agency_operating, &[last]);
    said.all()
}
