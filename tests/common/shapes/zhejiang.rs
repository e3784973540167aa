//! The shape of Zhejiang: the general tables, and by unit: income by unit and fund, expenditure in blocks of units,
//! projects below their unit.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::balances::{Balance, appropriation, balance};
use super::draw::Scope;
use super::forms::projects;
use super::ledger::{Entry, Fund, Part, Pick, Year};
use super::lists::{
    basic_and_project, by_function, by_item, by_unit, compared, divided, is_three_public, staff_and_operating, total,
};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::sheet::{Column, Sheet, all, column};
use super::tables::{functions, three_public};
use super::words::{UNITS as BODIES, function};

pub const SCOPE: Scope = Scope {
    funds: &[
        Fund::Government,
        Fund::FiscalAccount,
        Fund::Institution,
        Fund::Business,
        Fund::SuperiorGrants,
        Fund::Other,
    ],
    parts: &[Part::Business, Part::ToSubordinate],
    carried: true,
    left: false,
    units: true,
};
pub const UNITS: &[(Unit, u32)] = &[(Unit::Wan, 2), (Unit::Wan, 2), (Unit::Yuan, 0)];

const FUNDS: [Fund; 7] = [
    Fund::GeneralPublic,
    Fund::Government,
    Fund::FiscalAccount,
    Fund::Institution,
    Fund::Business,
    Fund::SuperiorGrants,
    Fund::Other,
];

pub fn print(press: &Press) -> Printed {
    let of =
        Balance { funds: &FUNDS, carried_by_fund: true, carried: "上年结转结余", left: "年终结转结余" };
    let basic = |entry: &Entry| entry.is_general() && entry.is_basic();
    let mut general = divided();
    if press.chance(50) {
        general.extend(compared(("last-year-budget", "上年预算数"), Year::LastBudget));
    }
    let tables = vec![
        balance(press, of),
        income(press),
        expenditure(press),
        appropriation(press, press.chance(50)),
        functions(press, ("general-public", "一般公共预算支出表"), general, &Entry::is_general),
        basic_items(press, &basic),
        functions(press, ("fund-expenditure", "政府性基金预算支出表"), basic_and_project(), &|entry| {
            entry.fund == Fund::Government && entry.is_spent()
        }),
        expenses(press),
        project_table(press),
    ];
    Printed {
        tables,
        statements: statements(press),
        procurement: procurement(press, &|_| true),
        projects: projects(press, &|_| true, false),
        ..Printed::default()
    }
}

fn by_fund<'a>() -> Vec<Column<'a>> {
    let funds = FUNDS.map(|fund| column(fund.names().0, fund.names().1, move |e| e.fund == fund && !e.carried));
    [all("total", "总计")]
        .into_iter()
        .chain(funds)
        .chain([column("carry-over", "上年结转结余", |e| e.carried)])
        .collect()
}

fn income(press: &Press) -> Value {
    let mut sheet = Sheet::new(press, by_fund());
    sheet.total(total(), |_| true, |sheet| by_unit(sheet, &|_| true, &|_, _| {}));
    sheet.table("income", "收入总表")
}

fn expenditure(press: &Press) -> Value {
    let mut columns = basic_and_project();
    columns.push(column("business", "事业单位经营支出", |entry| entry.part == Part::Business));
    columns.push(column("to-subordinate", "对附属单位补助支出", |entry| entry.part == Part::ToSubordinate));
    let mut sheet = Sheet::new(press, columns);
    sheet.total(
        total(),
        |_| true,
        |sheet| {
            by_unit(sheet, &|_| true, &|sheet, scope| by_function(sheet, &[3, 5, 7], scope));
        },
    );
    sheet.table("expenditure", "支出总表")
}

fn basic_items(press: &Press, scope: Pick) -> Value {
    let mut sheet = Sheet::new(press, staff_and_operating());
    let is_by_unit = press.chance(50);
    sheet.total(total(), scope, |sheet| {
        if is_by_unit {
            by_unit(sheet, scope, &|sheet, scope| by_item(sheet, true, scope));
        } else {
            by_item(sheet, true, scope);
        }
    });
    sheet.table("basic-economic", "一般公共预算基本支出表")
}

/// The expenses as lines, or by unit with the expenses as columns.
fn expenses(press: &Press) -> Value {
    if press.chance(50) {
        return three_public(press, "一般公共预算“三公”经费支出表", vec![all("total", "预算数")], &Entry::is_general);
    }
    let mut columns = vec![column("three-public", "“三公”经费合计", is_three_public)];
    columns.extend(
        super::words::THREE_PUBLIC.map(|(key, name, _, items)| column(key, name, |e| items.contains(&e.item.key))),
    );
    let mut sheet = Sheet::new(press, columns);
    sheet.total(total(), Entry::is_general, |sheet| by_unit(sheet, &Entry::is_general, &|_, _| {}));
    sheet.table("three-public", "一般公共预算“三公”经费支出表")
}

fn project_table(press: &Press) -> Value {
    let mut sheet = Sheet::new(press, by_fund());
    sheet.total(total(), Entry::is_project, |sheet| {
        for (unit, name) in BODIES.iter().enumerate().take(press.ledger.units) {
            let of_unit = |entry: &Entry| entry.unit == unit && entry.is_project();
            sheet.line(json!({"name": name, "is": "unit", "level": 1, "role": "subtotal"}), of_unit);
            for (i, project) in press.ledger.projects.iter().enumerate().filter(|(_, project)| project.unit == unit) {
                let head = json!({"name": project.name, "is": "project", "level": 2});
                sheet.line(head, |entry| entry.part == Part::Project(i));
            }
        }
    });
    sheet.table("projects", "项目支出预算表")
}

fn statements(press: &Press) -> Vec<Value> {
    let (mut said, last) = (Narrative::new(press), Also::Change(Year::LastBudget));
    said.say("一", "income", "收入总预算", &|_| true, &[]);
    for fund in FUNDS {
        let of = |entry: &Entry| entry.fund == fund && !entry.carried;
        said.say("二", fund.names().0, fund.names().1, &of, &[Also::Share("income", &|_| true)]);
    }
    said.say("三", "basic", "基本支出", &Entry::is_basic, &[Also::Share("expenditure", &|_| true)]);
    said.say("三", "project", "项目支出", &Entry::is_project, &[Also::Share("expenditure", &|_| true)]);
    said.say("三", "business", "事业单位经营支出", &|entry| entry.part == Part::Business, &[]);
    said.say("五", "general-public", "一般公共预算支出", &Entry::is_general, &[last]);
    for code in press.ledger.functions(Entry::is_general).into_iter().filter(|code| code.len() != 5) {
        let of = |entry: &Entry| entry.is_general() && entry.function.starts_with(code);
        if code.len() == 3 {
            said.say("五（二）", code, function(code), &of, &[Also::Share("general-public", &Entry::is_general)]);
        } else {
            said.say("五（三）", code, function(code), &of, &[last]);
        }
    }
    for (subject, name, of) in [
        ("personnel", "人员经费", Entry::is_personnel as fn(&Entry) -> bool),
        ("operating", "公用经费", Entry::is_operating),
    ] {
        said.say("六", subject, name, &|entry| entry.is_general() && of(entry), &[]);
    }
    said.three_public("八", &Entry::is_general);
    said.all()
}
