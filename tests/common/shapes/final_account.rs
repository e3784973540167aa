//! The shape of a final account (决算): budget, adjusted budget and account side by side; what comes in this year, with
//! what was there at the year's beginning and what is left at its end only in the balances.

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::balances::{classes, expenditure, income as income_line, with};
use super::draw::Scope;
use super::ledger::{Entry, Fund, Part, Pick, Year};
use super::lists::{basic_and_project, is_agency_operating, is_three_public, staff_and_operating};
use super::narrative::{Also, Narrative};
use super::press::{Press, Printed};
use super::sheet::{Column, Sheet, all, column};
use super::tables::{functions, items};
use super::words::{THREE_PUBLIC, function};

pub const SCOPE: Scope = Scope {
    funds: &[Fund::Government, Fund::SuperiorGrants, Fund::Institution, Fund::Business, Fund::Other, Fund::UsedSurplus],
    parts: &[Part::ToSuperior, Part::Business],
    carried: true,
    left: true,
    units: false,
};
pub const UNITS: &[(Unit, u32)] = &[(Unit::Wan, 2), (Unit::Yuan, 2)];

const FUNDS: [Fund; 8] = [
    Fund::GeneralPublic,
    Fund::Government,
    Fund::StateCapital,
    Fund::SuperiorGrants,
    Fund::Institution,
    Fund::Business,
    Fund::Subordinate,
    Fund::Other,
];
const STATES: [(&str, &str, Year); 3] = [
    ("budget", "年初预算数", Year::Budget),
    ("adjusted", "全年预算数", Year::Adjusted),
    ("final", "决算数", Year::Final),
];

pub fn print(press: &Press) -> Printed {
    let general = |entry: &Entry| entry.is_general();
    let tables = vec![
        balance(press),
        functions(press, ("income", "收入决算表"), income(), &is_new),
        functions(press, ("expenditure", "支出决算表"), parts(), &Entry::is_spent),
        appropriation(press),
        functions(press, ("general-public", "一般公共预算财政拨款支出决算表"), finals(basic_and_project()), &general),
        items(
            press,
            ("basic-economic", "一般公共预算财政拨款基本支出决算明细表"),
            finals(staff_and_operating()),
            &|e| e.is_general() && e.is_basic(),
        ),
        fund_table(press, Fund::Government, "fund-expenditure", "政府性基金预算财政拨款收入支出决算表"),
        fund_table(press, Fund::StateCapital, "state-capital", "国有资本经营预算财政拨款支出决算表"),
        expenses(press),
    ];
    Printed { tables, statements: statements(press), document: Some(("stage", "final".into())), ..Printed::default() }
}

/// Whether an entry comes in this year.
fn is_new(entry: &Entry) -> bool {
    !entry.carried && entry.fund != Fund::UsedSurplus
}

fn finals(columns: Vec<Column>) -> Vec<Column> {
    columns.into_iter().map(|column| column.of(Year::Final)).collect()
}

/// The states that a balance prints on both of its sides: all three, or the account alone.
fn states<'a>(press: &Press) -> Vec<Column<'a>> {
    let printed = if press.chance(60) { &STATES[..] } else { &STATES[2..] };
    if press.chance(50) {
        // The same columns on both sides.
        return printed.iter().map(|(id, name, year)| all(id, name).of(*year)).collect();
    }
    let side = |side: &'static str, group: &'static str| {
        printed.iter().map(move |(id, name, year)| {
            let own = if side == "income" { ["income-", id].concat() } else { (*id).into() };
            all(&own, name).of(*year).with("phase", *id).with("measure", "amount").on(side).under(group)
        })
    };
    side("income", "收入").chain(side("expenditure", "支出")).collect()
}

fn balance(press: &Press) -> Value {
    let mut sheet = Sheet::new(press, states(press));
    for fund in FUNDS {
        sheet.line(income_line(fund.names().0, fund.names().1), |entry| entry.fund == fund && is_new(entry));
    }
    sheet.line(with(income_line("current-income", "本年收入合计"), "role", "subtotal"), is_new);
    sheet.line(income_line("used-surplus", "使用非财政拨款结余"), |entry| entry.fund == Fund::UsedSurplus);
    sheet.line(income_line("carry-over", "年初结转和结余"), |entry| entry.carried);
    sheet.line(with(income_line("income", "总计"), "role", "total"), |_| true);
    classes(&mut sheet, &json!({"side": "expenditure"}), &Entry::is_spent);
    sheet.line(with(expenditure("current-expenditure", "本年支出合计"), "role", "subtotal"), Entry::is_spent);
    sheet.line(expenditure("year-end-carry-over", "年末结转和结余"), |entry| !entry.is_spent());
    sheet.line(with(expenditure("expenditure", "总计"), "role", "total"), |_| true);
    sheet.table("balance", "收入支出决算总表")
}

fn income<'a>() -> Vec<Column<'a>> {
    let mut columns =
        vec![all("total", "本年收入合计"), column("appropriation", "财政拨款收入", |e| e.fund.is_fiscal())];
    for fund in FUNDS.into_iter().filter(|fund| !fund.is_fiscal()) {
        columns.push(column(fund.names().0, fund.names().1, move |entry| entry.fund == fund));
    }
    finals(columns)
}

fn parts<'a>() -> Vec<Column<'a>> {
    let mut columns = basic_and_project();
    for (id, name, part) in
        [("to-superior", "上缴上级支出", Part::ToSuperior), ("business", "经营支出", Part::Business)]
    {
        columns.push(column(id, name, move |entry| entry.part == part));
    }
    finals(columns)
}

/// Appropriations: on the side of expenditure a column of each fund.
fn appropriation(press: &Press) -> Value {
    let fiscal = |entry: &Entry| entry.fund.is_fiscal();
    let of_fund =
        |fund: Fund| column(fund.names().0, fund.names().1, move |entry| entry.fund == fund).on("expenditure");
    let columns = [all("income", "金额").on("income"), all("total", "合计").on("expenditure")];
    let mut sheet = Sheet::new(press, finals(columns.into_iter().chain(Fund::FISCAL.map(of_fund)).collect()));
    for fund in Fund::FISCAL {
        sheet.line(income_line(fund.names().0, fund.names().1), |entry| entry.fund == fund && !entry.carried);
    }
    let sum = |head: Value, role: &str| with(head, "role", role);
    sheet
        .line(sum(income_line("current-appropriation", "本年收入合计"), "subtotal"), |e| fiscal(e) && !e.carried);
    sheet
        .line(income_line("appropriation-carry-over", "年初财政拨款结转和结余"), |e| fiscal(e) && e.carried);
    sheet.line(sum(income_line("appropriation", "总计"), "total"), fiscal);
    classes(&mut sheet, &json!({"side": "expenditure"}), &Entry::is_fiscal);
    sheet.line(sum(expenditure("current-appropriation-expenditure", "本年支出合计"), "subtotal"), Entry::is_fiscal);
    sheet.line(expenditure("year-end-carry-over", "年末财政拨款结转和结余"), |e| fiscal(e) && !e.is_spent());
    sheet.line(sum(expenditure("appropriation-expenditure", "总计"), "total"), fiscal);
    sheet.table("appropriation", "财政拨款收入支出决算总表")
}

/// A fund's year: what was there, what came in, what was spent on what, what is left.
fn fund_table(press: &Press, fund: Fund, kind: &str, title: &str) -> Value {
    let spent = "本年支出";
    let columns = vec![
        column("carry-over", "年初结转和结余", |entry| entry.carried),
        column("current-income", "本年收入", |entry| !entry.carried),
        column("total", "小计", Entry::is_spent).under(spent),
        column("basic", "基本支出", Entry::is_basic).under(spent),
        column("project", "项目支出", Entry::is_project).under(spent),
        column("year-end-carry-over", "年末结转和结余", |entry| !entry.is_spent()),
    ];
    functions(press, (kind, title), finals(columns), &|entry| entry.fund == fund)
}

/// The expenses as columns: the adjusted budget's and the account's.
fn expenses(press: &Press) -> Value {
    let mut columns = Vec::new();
    for (before, group, year, phase) in
        [("budget-", "预算数", Year::Adjusted, "adjusted"), ("", "决算数", Year::Final, "final")]
    {
        let own = |column: Column<'static>| column.of(year).with("phase", phase).under(group);
        columns.push(own(column(&[before, "three-public"].concat(), "“三公”经费合计", is_three_public)));
        columns.extend(THREE_PUBLIC.map(|(key, name, _, items)| {
            own(column(&[before, key].concat(), name, move |entry| items.contains(&entry.item.key)))
        }));
    }
    let mut sheet = Sheet::new(press, columns);
    sheet.line(json!({"name": "本部门", "role": "total"}), Entry::is_fiscal);
    sheet.table("three-public", "财政拨款“三公”经费支出决算表")
}

fn statements(press: &Press) -> Vec<Value> {
    let mut said = Narrative::new(press);
    let new = Also::Share("current-income", &is_new);
    let mut say = |section: &str, subject: &str, name: &str, of: Pick, also: &[Also]| {
        said.say_of(Year::Final, section, subject, name, of, also);
    };
    let last = Also::Change(Year::LastActual);
    say("一", "income", "收入总计", &|_| true, &[last]);
    say("二", "current-income", "本年收入合计", &is_new, &[]);
    say("二", "appropriation", "财政拨款收入", &|entry| is_new(entry) && entry.fund.is_fiscal(), &[new]);
    for fund in FUNDS.into_iter().filter(|fund| !fund.is_fiscal()) {
        say("二", fund.names().0, fund.names().1, &|entry| entry.fund == fund && is_new(entry), &[new]);
    }
    say("三", "current-expenditure", "本年支出合计", &Entry::is_spent, &[]);
    let spent = Also::Share("current-expenditure", &Entry::is_spent);
    say("三", "basic", "基本支出", &Entry::is_basic, &[spent]);
    say("三", "project", "项目支出", &Entry::is_project, &[spent]);
    say("五", "general-public", "一般公共预算财政拨款支出", &Entry::is_general, &[last]);
    for code in press.ledger.functions(Entry::is_general).into_iter().filter(|code| code.len() == 3) {
        let of = |entry: &Entry| entry.is_general() && entry.function.starts_with(code);
        say("五（二）", code, function(code), &of, &[Also::Share("general-public", &Entry::is_general)]);
    }
    say("十", "agency-operating", "机关运行经费", &is_agency_operating, &[]);
    said.all()
}
