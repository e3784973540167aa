//! The tables by function: income, expenditure, the general public budget, government-managed funds.

use serde_json::Value;

use super::classification::{Fund, function};
use super::ledger::{Entry, Ledger, Pick, Spend};
use super::sheet::{Column, Head, Sheet, column};
use super::template::{IncomeColumns, SpendingColumns, Style, Template};

/// Income by function and fund.
pub fn income(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let current = |entry: &Entry| !entry.carried;
    let funds = Fund::ALL.into_iter().filter(|fund| *fund != Fund::Business || has(ledger, *fund));
    let funds = funds.map(|fund| column(fund.id(), fund.name(), move |e| !e.carried && e.fund == fund));
    let carry_over = column("carry-over", "上年结转", |entry| entry.carried);
    let columns: Vec<_> = match template.income {
        IncomeColumns::Beside => {
            let current = std::iter::once(column("total", "合计", current)).chain(funds);
            current.map(|column| column.under("本年收入")).chain([carry_over]).collect()
        }
        IncomeColumns::Within => {
            std::iter::once(column("total", "合计", |_| true)).chain(funds).chain([carry_over]).collect()
        }
        IncomeColumns::Fiscal => {
            let all = std::iter::once(column("total", "合计", |_| true));
            let fiscal = column("fiscal", "财政拨款小计", |entry| !entry.carried && entry.fund.is_fiscal());
            all.chain([fiscal]).chain(funds).chain([carry_over]).collect()
        }
        IncomeColumns::Subtotal => {
            let year = std::iter::once(column("current-year", "小计", current)).chain(funds);
            let year = year.map(|column| column.under("本年收入"));
            std::iter::once(column("total", "合计", |_| true)).chain(year).chain([carry_over]).collect()
        }
    };
    by_function(ledger, template, style, columns, &|_| true).table("income", "收入总表")
}

/// All expenditure by function.
pub fn expenditure(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let columns = spending(ledger, template.spending);
    by_function(ledger, template, style, columns, &Entry::is_spent).table("expenditure", "支出总表")
}

/// Expenditure of the general public budget by function.
pub fn general_public(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let scope = |entry: &Entry| of_fund(entry, Fund::GeneralPublic, template);
    let columns = spending(ledger, template.spending);
    let title = if template.fund_tables_carried {
        "一般公共预算支出表"
    } else {
        "一般公共预算支出表（不含上年结转）"
    };
    by_function(ledger, template, style, columns, &scope).table("general-public", title)
}

/// Expenditure of government-managed funds by function.
pub fn fund_expenditure(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let scope = |entry: &Entry| of_fund(entry, Fund::Government, template);
    by_function(ledger, template, style, spending(ledger, SpendingColumns::Plain), &scope)
        .table("fund-expenditure", "政府性基金预算支出表")
}

/// Income of government-managed funds.
pub fn fund_income(ledger: &Ledger, style: Style) -> Value {
    let of = |entry: &Entry| entry.fund == Fund::Government && !entry.carried;
    let mut sheet = Sheet::new(ledger, style.print, [column("income", "政府性基金收入预算", of)]);
    let total = Head { name: "合计", role: Some("total"), ..Head::default() };
    if style.totals_first {
        sheet.line(total, |_| true);
    }
    sheet.line(Head { name: "国有土地使用权出让收入", ..Head::default() }, |_| true);
    if !style.totals_first {
        sheet.line(total, |_| true);
    }
    sheet.table("fund-income", "政府性基金预算收入表")
}

/// Income and expenditure of state capital operations, side by side.
pub fn state_capital(ledger: &Ledger, template: &Template, style: Style) -> Value {
    let scope = |entry: &Entry| of_fund(entry, Fund::StateCapital, template);
    let of_income =
        |entry: &Entry| entry.fund == Fund::StateCapital && (!entry.carried || template.fund_tables_carried);
    let spent = spending(ledger, SpendingColumns::Plain).into_iter().map(|column| column.on("expenditure"));
    let columns = std::iter::once(column("income", "国有资本经营收入预算", of_income).on("income")).chain(spent);
    let mut sheet = Sheet::new(ledger, style.print, columns);
    let (income, expenditure) = (Some("income"), Some("expenditure"));
    sheet.line(Head { name: "利润收入", side: income, ..Head::default() }, of_income);
    sheet.line(Head { name: "合计", role: Some("total"), side: income, ..Head::default() }, of_income);
    lines(&mut sheet, style, expenditure, &ledger.codes(scope), &scope);
    sheet.line(Head { name: "合计", role: Some("total"), side: expenditure, ..Head::default() }, scope);
    sheet.table("state-capital", "国有资本经营预算收支表")
}

impl Entry {
    /// Whether it is spent, not kept for next year.
    pub fn is_spent(&self) -> bool {
        self.spend != Spend::Kept
    }
}

fn has(ledger: &Ledger, fund: Fund) -> bool {
    ledger.entries.iter().any(|entry| entry.fund == fund)
}

/// What the tables of one fund hold.
pub fn of_fund(entry: &Entry, fund: Fund, template: &Template) -> bool {
    entry.fund == fund && entry.is_spent() && (!entry.carried || template.fund_tables_carried)
}

/// The columns of a table of expenditure.
fn spending(ledger: &Ledger, columns: SpendingColumns) -> Vec<Column<'static>> {
    let total = || column("total", "合计", |_| true);
    let basic = || column("basic", "基本支出", Entry::is_basic);
    let project = || column("project", "项目支出", Entry::is_project);
    let mut all = match columns {
        SpendingColumns::Total => return vec![total()],
        SpendingColumns::Plain => vec![total(), basic(), project()],
        SpendingColumns::Divided => {
            let personnel = column("personnel", "人员经费", |entry| entry.is_basic() && entry.item.is_personnel());
            let operating = column("operating", "公用经费", |entry| entry.is_basic() && !entry.item.is_personnel());
            let under = |column: Column<'static>| column.under("基本支出");
            vec![
                total(),
                under(column("basic", "小计", Entry::is_basic)),
                under(personnel),
                under(operating),
                project(),
            ]
        }
        SpendingColumns::LastYear => [total(), basic(), project()].into_iter().chain(Column::of_last_year()).collect(),
        SpendingColumns::Funds => {
            let funds = Fund::ALL.into_iter().filter(|fund| *fund != Fund::Business || has(ledger, *fund));
            let funds = funds.map(|fund| column(fund.id(), fund.name(), move |e| e.fund == fund));
            [total(), basic(), project()].into_iter().chain(funds).collect()
        }
    };
    if ledger.entries.iter().any(|entry| entry.spend == Spend::Operations) {
        all.push(column("operations", "经营支出", |entry| entry.spend == Spend::Operations));
    }
    all
}

/// A table by function of the entries in scope: all together, or a block a unit.
fn by_function<'a>(
    ledger: &'a Ledger,
    template: &Template,
    style: Style,
    columns: Vec<Column<'a>>,
    scope: Pick,
) -> Sheet<'a> {
    let mut sheet = Sheet::new(ledger, style.print, columns);
    sheet.in_blocks("合计", template, style, scope, &|sheet, scope| {
        lines(sheet, style, None, &ledger.codes(scope), scope);
    });
    sheet
}

fn lines(sheet: &mut Sheet, style: Style, side: Option<&str>, codes: &[&str], scope: Pick) {
    for code in codes {
        let Some(above) = style.lengths.iter().position(|length| *length == code.len()) else { continue };
        let level = (!style.codes).then(|| u8::try_from(above + 1).unwrap());
        let head = Head { name: function(code), code: style.codes.then_some(*code), level, side, ..Head::default() };
        sheet.line(head, |entry| entry.function.starts_with(code) && scope(entry));
    }
}
