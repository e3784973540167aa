//! The shape of Shandong: 财政拨款小计 beside its parts, 机动经费 as a third part, basic expenditure in lines of two
//! classifications whose codes come again under each of the government's classes, printed twice; several forms of one
//! name and forms without a line.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::balances::{Balance, appropriation, balance};
use super::draw::Scope;
use super::forms::projects;
use super::ledger::{Entry, Fund, Part, Pick, Year};
use super::lists::{basic_and_project, by_function, by_unit, total};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::sheet::{Column, Sheet, all, column, words};
use super::tables::{self, functions, three_public};
use super::words::{GOVERNMENT, ITEMS, function, government};

pub const SCOPE: Scope = Scope {
    funds: &[Fund::Government, Fund::StateCapital, Fund::FiscalAccount, Fund::Institution, Fund::Other],
    parts: &[Part::Reserve],
    carried: true,
    left: true,
    units: true,
};
pub const UNITS: &[(Unit, u32)] = &[(Unit::Wan, 2)];

const FUNDS: [Fund; 6] =
    [Fund::GeneralPublic, Fund::Government, Fund::StateCapital, Fund::FiscalAccount, Fund::Institution, Fund::Other];

pub fn print(press: &Press) -> Printed {
    let of = Balance { funds: &FUNDS, carried_by_fund: true, carried: "上年结转", left: "结转下年" };
    let mut tables = vec![
        balance(press, of),
        functions(press, ("income", "部门收入总表"), by_fund(true), &|_| true),
        expenditure(press),
        appropriation(press, true),
        functions(press, ("general-public", "一般公共预算支出表"), parts(), &Entry::is_general),
        basic(press, "basic-economic", "一般公共预算基本支出表", &Entry::is_general),
    ];
    let is_all_fiscal =
        !press.ledger.any(|entry| entry.is_fiscal() && entry.fund != Fund::GeneralPublic && entry.is_basic());
    tables.push(functions(press, ("fund-expenditure", "政府性基金预算支出表"), parts(), &|entry| {
        entry.fund == Fund::Government && entry.is_spent()
    }));
    tables.push(functions(press, ("state-capital", "国有资本经营预算支出表"), parts(), &|entry| {
        entry.fund == Fund::StateCapital && entry.is_spent()
    }));
    tables.push(three_public(press, "一般公共预算“三公”经费支出表", vec![all("total", "预算数")], &Entry::is_general));
    if is_all_fiscal {
        tables.push(basic(press, "other", "财政拨款基本支出表（部门预算经济分类）", &Entry::is_general));
    }
    tables.push(tables::projects(press, ("projects", "项目支出表"), by_fund(false), &Entry::is_project));
    let mut projects = projects(press, &|_| true, press.chance(50));
    more_forms(press, &mut projects);
    Printed {
        tables,
        statements: statements(press),
        procurement: procurement(press, &|_| true),
        projects,
        ..Printed::default()
    }
}

/// 合计, 财政拨款 with its subtotal and parts, the other funds, what was carried over.
fn by_fund<'a>(is_income: bool) -> Vec<Column<'a>> {
    let current = |entry: &Entry| !entry.carried;
    let mut columns = vec![all("total", "合计")];
    columns.push(column("appropriation", "小计", move |e| e.fund.is_fiscal() && current(e)).under("财政拨款"));
    for fund in FUNDS {
        let own = column(fund.names().0, fund.names().1, move |e| e.fund == fund && current(e));
        columns.push(if fund.is_fiscal() { own.under("财政拨款") } else { own });
    }
    columns.push(column("carry-over", if is_income { "上年结转" } else { "上年结转资金" }, |entry| {
        entry.carried
    }));
    columns
}

/// Expenditure by function, or in blocks of units.
fn expenditure(press: &Press) -> Value {
    if press.ledger.units == 1 || press.chance(50) {
        return functions(press, ("expenditure", "部门支出总表"), parts(), &Entry::is_spent);
    }
    let mut sheet = Sheet::new(press, parts());
    sheet.total(total(), Entry::is_spent, |sheet| {
        by_unit(sheet, &Entry::is_spent, &|sheet, scope| by_function(sheet, &[7], scope));
    });
    sheet.table("expenditure", "部门支出总表")
}

fn parts<'a>() -> Vec<Column<'a>> {
    basic_and_project()
        .into_iter()
        .chain([column("reserve", "机动经费", |entry| entry.part == Part::Reserve)])
        .collect()
}

/// Basic expenditure: under each class of the government's classification, the department's classes and items.
fn basic(press: &Press, kind: &str, title: &str, scope: Pick) -> Value {
    let code = words("gov-code", "政府经济科目编码", |line| Some(line["government"].as_str()?.into()));
    let name = words("gov", "政府经济科目名称", |line| Some(government(line["government"].as_str()?).into()));
    let scope = |entry: &Entry| scope(entry) && entry.is_basic();
    let mut sheet = Sheet::new(press, [code, name, all("total", "小计")]);
    sheet.total(total(), scope, |sheet| {
        for (above, _) in GOVERNMENT.iter().filter(|(code, _)| code.len() == 3) {
            for item in &ITEMS {
                let mut codes: Vec<_> = press
                    .ledger
                    .entries
                    .iter()
                    .filter(|entry| scope(entry) && entry.item.code.starts_with(item.code))
                    .map(Entry::government)
                    .filter(|code| code.starts_with(above))
                    .collect();
                codes.sort_unstable();
                codes.dedup();
                // A class stands under a class, an item under an item.
                codes.truncate(if item.is_class() { 1 } else { codes.len() });
                for of in codes {
                    let of = if item.is_class() { above } else { of };
                    let head = json!({"code": item.code, "name": item.name, "government": of});
                    sheet.line(head, |entry| {
                        scope(entry) && entry.item.code.starts_with(item.code) && entry.government().starts_with(of)
                    });
                }
            }
        }
    });
    sheet.table(kind, title)
}

/// Forms of earlier years' projects: of a name that the table has, and of one that it has not.
fn more_forms(press: &Press, projects: &mut Vec<Value>) {
    let form = |name: &str, total: &str| {
        json!({"name": name, "form": {
            "name": name, "unit": "万元", "annual": {"total": total}, "goal_annual": "完成上年未完工程",
        }})
    };
    let first = projects.iter().find(|project| project.get("form").is_some());
    if let Some(name) =
        first.and_then(|project| project["name"].as_str()).map(str::to_string).filter(|_| press.chance(60))
    {
        projects.push(form(&name, "86.42"));
    }
    if press.chance(60) {
        projects.push(form("往年旧楼改造尾款", "35.70"));
    }
}

fn statements(press: &Press) -> Vec<Value> {
    let (mut said, last) = (Narrative::new(press), Also::Change(Year::LastBudget));
    said.say("一", "income", "收入预算", &|_| true, &[last]);
    for fund in FUNDS {
        said.say("一", fund.names().0, fund.names().1, &|e| e.fund == fund && !e.carried, &[last]);
    }
    said.say("一", "carry-over", "上年结转", &|entry| entry.carried, &[]);
    said.say("一", "basic", "基本支出", &Entry::is_basic, &[last]);
    said.say("一", "project", "项目支出", &Entry::is_project, &[last]);
    said.say("一", "reserve", "机动经费", &|entry| entry.part == Part::Reserve, &[]);
    said.say("二", "general-public", "一般公共预算支出", &Entry::is_general, &[last]);
    for code in press.ledger.functions(Entry::is_general).into_iter().filter(|code| code.len() == 7) {
        said.say("二", code, function(code), &|entry| entry.is_general() && entry.function == code, &[last]);
        said.of_fund("general-public");
    }
    said.three_public("三", &Entry::is_general);
    let count = press.ledger.projects.len();
    said.say("五", "projects", "一级预算项目", &Entry::is_project, &[Also::Count(count)]);
    said.all()
}
