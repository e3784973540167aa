//! The shape of Shanxi: thirteen tables by function, funds and 上年结转 as columns of income, projects of this year and
//! of the last in tables of their own.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::balances::{Balance, appropriation, balance};
use super::draw::Scope;
use super::forms::{counts, performance, projects};
use super::ledger::{Entry, Fund, Part, Year};
use super::lists::{basic_and_project, by_item, divided, is_agency_operating, staff_and_operating, total};
use super::narrative::{Also, Narrative, procurement};
use super::press::{Press, Printed};
use super::sheet::{Column, Sheet, all, column};
use super::tables::{functions, projects as project_table, three_public};

pub const SCOPE: Scope = Scope {
    funds: &[Fund::Government, Fund::StateCapital, Fund::FiscalAccount, Fund::Other],
    parts: &[],
    carried: true,
    left: true,
    units: true,
};
pub const UNITS: &[(Unit, u32)] =
    &[(Unit::Wan, 2), (Unit::Wan, 2), (Unit::Wan, 4), (Unit::Yuan, 2), (Unit::Thousand, 2)];

const FUNDS: [Fund; 5] = [Fund::GeneralPublic, Fund::Government, Fund::StateCapital, Fund::FiscalAccount, Fund::Other];

pub fn print(press: &Press) -> Printed {
    let of = Balance { funds: &FUNDS, carried_by_fund: false, carried: "上年结转", left: "年终结转" };
    let spending = if press.chance(40) { divided } else { basic_and_project };
    let tables = vec![
        balance(press, of),
        income(press),
        functions(press, ("expenditure", "支出总表"), spending(), &Entry::is_spent),
        appropriation(press, false),
        functions(press, ("general-public", "一般公共预算支出表"), spending(), &Entry::is_general),
        items(press),
        fund_income(press),
        functions(press, ("fund-expenditure", "政府性基金预算支出表"), basic_and_project(), &|entry| {
            entry.fund == Fund::Government && entry.is_spent()
        }),
        functions(press, ("state-capital", "国有资本经营预算支出表"), basic_and_project(), &|entry| {
            entry.fund == Fund::StateCapital && entry.is_spent()
        }),
        three_public(press, "“三公”经费支出表", vec![all("total", "合计")], &Entry::is_fiscal),
        agency_operating(press),
        project_table(press, ("projects", "项目支出表（本年预算）"), by_fund(), &|e| {
            e.is_project() && !e.carried
        }),
        project_table(press, ("carried-projects", "项目支出表（上年结转）"), by_fund(), &|e| {
            e.is_project() && e.carried
        }),
    ];
    let projects = projects(press, &|entry| !entry.carried, true);
    let rest = vec![
        ("performance", performance(press, &FUNDS)),
        ("staff", counts(press, "serving-staff", "人")),
        ("assets", counts(press, "vehicles", "辆")),
    ];
    let mut statements = statements(press);
    statements.extend(of_projects(press, &projects));
    Printed { tables, statements, procurement: procurement(press, &|_| true), projects, rest, ..Printed::default() }
}

fn income(press: &Press) -> Value {
    let current = |entry: &Entry| !entry.carried;
    let funds = FUNDS.map(|fund| column(fund.names().0, fund.names().1, move |e| e.fund == fund && !e.carried));
    let carried = column("carry-over", "上年结转", |entry| entry.carried);
    // The total holds what was carried over, or only what comes in this year.
    let columns: Vec<_> = match press.below(3) {
        0 => [all("total", "合计")].into_iter().chain(funds).chain([carried]).collect(),
        1 => {
            let year = [column("current-income", "小计", current)].into_iter().chain(funds);
            [all("total", "合计")]
                .into_iter()
                .chain(year.map(|column| column.under("本年收入")))
                .chain([carried])
                .collect()
        }
        _ => {
            let year = [column("total", "合计", current)].into_iter().chain(funds);
            year.map(|column| column.under("本年收入")).chain([carried]).collect()
        }
    };
    functions(press, ("income", "收入总表"), columns, &|_| true)
}

fn items(press: &Press) -> Value {
    let scope = |entry: &Entry| entry.is_general() && entry.is_basic();
    let mut sheet = Sheet::new(press, staff_and_operating());
    let is_coded = press.chance(60);
    sheet.total(total(), scope, |sheet| by_item(sheet, is_coded, &scope));
    sheet.table("basic-economic", "一般公共预算基本支出表")
}

fn fund_income(press: &Press) -> Value {
    let scope = |entry: &Entry| entry.fund == Fund::Government && !entry.carried;
    let mut sheet = Sheet::new(press, [column("income", "政府性基金收入预算", scope)]);
    sheet.total(total(), |_| true, |sheet| sheet.line(json!({"name": "国有土地使用权出让收入"}), |_| true));
    sheet.table("fund-income", "政府性基金预算收入表")
}

fn by_fund<'a>() -> Vec<Column<'a>> {
    let funds = FUNDS.map(|fund| column(fund.names().0, fund.names().1, move |entry| entry.fund == fund));
    [all("total", "合计")].into_iter().chain(funds).collect()
}

fn agency_operating(press: &Press) -> Value {
    let mut sheet = Sheet::new(press, [all("total", "机关运行经费")]);
    sheet.total(total(), is_agency_operating, |sheet| sheet.line(json!({"name": "机关本级"}), is_agency_operating));
    sheet.table("agency-operating", "机关运行经费支出表")
}

fn statements(press: &Press) -> Vec<Value> {
    let (mut said, last) = (Narrative::new(press), Also::Change(Year::LastBudget));
    said.say("一", "income", "收入总计", &|_| true, &[last]);
    said.say("一", "expenditure", "支出总计", &|_| true, &[last]);
    for fund in FUNDS {
        let of = |entry: &Entry| entry.fund == fund && !entry.carried;
        said.say("二", fund.names().0, fund.names().1, &of, &[Also::Share("income", &|_| true)]);
    }
    said.say("二", "carry-over", "上年结转", &|entry| entry.carried, &[]);
    said.say("三", "basic", "基本支出", &Entry::is_basic, &[Also::Share("expenditure", &Entry::is_spent)]);
    said.say("三", "project", "项目支出", &Entry::is_project, &[Also::Share("expenditure", &Entry::is_spent)]);
    said.say("四", "appropriation", "财政拨款收支", &|entry| entry.fund.is_fiscal(), &[]);
    said.say("五", "general-public", "一般公共预算支出", &Entry::is_general, &[last]);
    for class in press.ledger.functions(Entry::is_general).into_iter().filter(|code| code.len() == 3) {
        let of = |entry: &Entry| entry.is_general() && entry.function.starts_with(class);
        said.say(
            "五（二）",
            class,
            super::words::function(class),
            &of,
            &[Also::Share("general-public", &Entry::is_general)],
        );
    }
    for (subject, name, of) in [
        ("basic", "一般公共预算基本支出", Entry::is_basic as fn(&Entry) -> bool),
        ("personnel", "人员经费", Entry::is_personnel),
        ("operating", "公用经费", Entry::is_operating),
    ] {
        said.say("六", subject, name, &|entry| entry.is_general() && of(entry), &[]);
        said.of_fund("general-public");
    }
    said.three_public("七", &Entry::is_fiscal);
    said.say("八", "agency-operating", "机关运行经费", &is_agency_operating, &[last]);
    said.all()
}

/// How many projects and forms there are, and for how much.
fn of_projects(press: &Press, projects: &[Value]) -> Vec<Value> {
    let mut said = Narrative::new(press);
    let mut state = |subject: &str, name: &str, of: &dyn Fn(&Value) -> bool| {
        let some: Vec<_> = projects.iter().filter(|project| of(project)).map(|project| &project["name"]).collect();
        let fits = |entry: &Entry| match entry.part {
            Part::Project(i) => !entry.carried && some.iter().any(|name| **name == *press.ledger.projects[i].name),
            _ => false,
        };
        said.say("十", subject, name, &fits, &[Also::Count(some.len())]);
    };
    state("projects", "项目", &|_| true);
    state("projects-running", "其他运转类项目", &|project| project["group"] == "running");
    state("project-forms", "公开绩效目标表的项目", &|project| project.get("form").is_some());
    said.all()
}
