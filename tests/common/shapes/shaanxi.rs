//! The shape of Shaanxi: the balances have blocks side by side (functions, the department's economic classes, the
//! government's), expenditure is by unit, 人员·公用·专项 stand without 基本, 其中 below funds; in yuan.

mod blocks;

use budget_lens::money::Unit;
use serde_json::{Value, json};

use blocks::blocks;

use super::draw::Scope;
use super::forms::{counts, projects};
use super::ledger::{Entry, Fund, Part, Pick, Year};
use super::lists::{is_agency_operating, with_meetings};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::sheet::{Column, Sheet, all, column, words};
use super::tables::{Named, functions};
use super::words::{ITEMS, UNITS as BODIES, function, government};

pub const SCOPE: Scope = Scope {
    funds: &[Fund::Government, Fund::Institution, Fund::Business, Fund::Other, Fund::UsedSurplus],
    parts: &[],
    carried: true,
    left: false,
    units: true,
};
pub const UNITS: &[(Unit, u32)] = &[(Unit::Yuan, 2), (Unit::Yuan, 2), (Unit::Wan, 2)];

/// Funds in the order of the balance, each with how deep it stands.
const FUNDS: [(Fund, u8); 5] =
    [(Fund::GeneralPublic, 3), (Fund::Government, 3), (Fund::Institution, 2), (Fund::Business, 2), (Fund::Other, 2)];

pub fn print(press: &Press) -> Printed {
    let mut tables = Vec::new();
    blocks(press, false, &mut tables);
    tables.push(by_unit(press, "income", "部门综合预算收入总表"));
    tables.push(by_unit(press, "expenditure", "部门综合预算支出总表"));
    blocks(press, true, &mut tables);
    let basic = |entry: &Entry| entry.is_general() && entry.is_basic();
    tables.extend([
        functions(
            press,
            ("general-public", "一般公共预算支出明细表（按功能分类科目）"),
            parts(true),
            &Entry::is_general,
        ),
        by_both(press, ("other", "一般公共预算支出明细表（按经济分类科目）"), true, &Entry::is_general),
        functions(press, ("other", "一般公共预算基本支出明细表（按功能分类科目）"), parts(false), &basic),
        by_both(press, ("basic-economic", "一般公共预算基本支出明细表（按经济分类科目）"), false, &basic),
        project_table(press),
        procurement_table(press),
        expenses(press),
    ]);
    Printed {
        tables,
        statements: statements(press),
        procurement: procurement(press, &|_| true),
        projects: projects(press, &|_| true, true),
        rest: vec![("assets", counts(press, "vehicles", "辆"))],
        ..Printed::default()
    }
}

/// By unit: the whole, each body, and where there is one, the office under the department of its own name.
fn by_unit(press: &Press, kind: &str, title: &str) -> Value {
    let mut columns = vec![all("total", "合计")];
    for (fund, _) in FUNDS {
        let (id, name) = fund.names();
        let own = move |entry: &Entry| entry.fund == fund && !entry.carried;
        if fund == Fund::GeneralPublic {
            columns.push(column(id, "小计", own).under("一般公共预算拨款"));
            let name = "其中：专项资金列入部门预算项目";
            let special = column("of-which-special", name, move |entry| own(entry) && entry.special);
            columns.push(special.under("一般公共预算拨款"));
        } else {
            columns.push(column(id, name, own));
        }
    }
    columns.push(column("used-surplus", "使用非财政拨款结余", |entry| entry.fund == Fund::UsedSurplus));
    columns.push(column("carry-over", "上年结转", |entry| entry.carried));
    let mut sheet = Sheet::new(press, columns);
    sheet.line(json!({"name": "合计", "role": "total"}), |_| true);
    sheet.line(json!({"name": "本部门", "level": 1, "is": "unit"}), |_| true);
    for (unit, name) in BODIES.iter().enumerate().take(press.ledger.units) {
        sheet.line(json!({"name": name, "level": 2, "is": "unit"}), |entry| entry.unit == unit);
    }
    sheet.table(kind, title)
}

/// 人员, 公用 and 专项, without 基本.
fn parts<'a>(projects: bool) -> Vec<Column<'a>> {
    let all = super::lists::staff_and_operating().into_iter();
    all.chain(projects.then(|| column("project", "专项业务经费支出", Entry::is_project))).collect()
}

/// By economic item, once more for each item of the government's classification that it falls under.
fn by_both(press: &Press, named: Named, projects: bool, scope: Pick) -> Value {
    let code = words("gov-code", "政府经济科目编码", |line| Some(line["government"].as_str()?.into()));
    let name = words("gov", "政府经济科目名称", |line| Some(government(line["government"].as_str()?).into()));
    let mut sheet = Sheet::new(press, [code, name].into_iter().chain(parts(projects)));
    sheet.line(json!({"name": "合计", "role": "total"}), scope);
    for item in &ITEMS {
        let fits = |entry: &Entry| scope(entry) && entry.item.code.starts_with(item.code);
        if item.is_class() {
            if press.ledger.any(fits) {
                sheet.line(json!({"code": item.code, "name": item.name}), fits);
            }
            continue;
        }
        let mut governments = vec![item.government.0, item.government.1];
        governments.dedup();
        for of in governments {
            let fits = |entry: &Entry| fits(entry) && entry.government() == of;
            if press.ledger.any(fits) {
                sheet.line(json!({"code": item.code, "name": item.name, "government": of}), fits);
            }
        }
    }
    sheet.table(named.0, named.1)
}

/// Projects below their groups, those below their unit.
fn project_table(press: &Press) -> Value {
    let mut sheet = Sheet::new(press, [all("total", "项目金额")]);
    sheet.line(json!({"name": "合计", "role": "total"}), Entry::is_project);
    for (unit, name) in BODIES.iter().enumerate().take(press.ledger.units) {
        let of_unit = |entry: &Entry| entry.unit == unit && entry.is_project();
        sheet.line(json!({"name": name, "level": 1, "is": "unit", "role": "subtotal"}), of_unit);
        for (group, running) in [("通用项目", true), ("专用项目", false)] {
            let project = |entry: &Entry| match entry.part {
                Part::Project(i) => Some(i).filter(|i| of_unit(entry) && press.ledger.projects[*i].running == running),
                _ => None,
            };
            if !press.ledger.any(|entry| project(entry).is_some()) {
                continue;
            }
            sheet.line(json!({"name": group, "level": 2, "is": "group"}), |entry| project(entry).is_some());
            for (i, own) in press.ledger.projects.iter().enumerate() {
                if press.ledger.any(|entry| project(entry) == Some(i)) {
                    sheet.line(json!({"name": own.name, "level": 3, "is": "project"}), |entry| {
                        project(entry) == Some(i)
                    });
                }
            }
        }
    }
    sheet.table("projects", "专项业务经费支出表")
}

/// What is bought, with how many.
fn procurement_table(press: &Press) -> Value {
    let bought = |entry: &Entry| entry.bought.is_some();
    let mut sheet = Sheet::new(press, [all("number", "数量").count(), all("total", "预算金额")]);
    sheet.line(json!({"key": "procurement", "name": "合计"}), bought);
    for code in press.ledger.functions(bought).into_iter().filter(|code| code.len() == 7) {
        let head = json!({"code": code, "name": format!("{}采购", function(code)), "level": 1});
        sheet.line(head, |entry| bought(entry) && entry.function == code);
    }
    sheet.table("procurement", "政府采购预算表")
}

/// The three public expenses with meetings and training, last year's beside this year's.
fn expenses(press: &Press) -> Value {
    let columns = [
        all("last-year-budget", "上年").of(Year::LastBudget),
        all("total", "当年"),
        all("change", "增减变化情况").change(Year::Budget, Year::LastBudget),
    ];
    let mut sheet = Sheet::new(press, columns);
    with_meetings(&mut sheet, &Entry::is_general);
    sheet.table("three-public", "一般公共预算拨款“三公”经费及会议费、培训费支出预算表")
}

fn statements(press: &Press) -> Vec<Value> {
    let (mut said, last) = (Narrative::new(press), Also::Change(Year::LastBudget));
    said.say("五", "income", "部门当年预算收入", &|_| true, &[]);
    said.say("六", "general-public", "一般公共预算拨款收入", &|e| e.fund == Fund::GeneralPublic && !e.carried, &[last]);
    for code in press.ledger.functions(Entry::is_general).into_iter().filter(|code| code.len() == 7) {
        said.say("七（二）", code, function(code), &|entry| entry.is_general() && entry.function == code, &[last]);
    }
    for class in ITEMS.iter().filter(|item| item.is_class()) {
        let of = |entry: &Entry| entry.is_general() && entry.item.code.starts_with(class.code);
        said.say("七（三）1", class.code, class.name, &of, &[last]);
    }
    said.three_public("十", &Entry::is_general);
    for (key, name) in [("meetings", "会议费"), ("training", "培训费")] {
        said.say("十", key, name, &|entry| entry.is_general() && entry.item.key == key, &[last]);
    }
    said.say("十四", "agency-operating", "机关运行经费", &is_agency_operating, &[last]);
    said.all()
}
