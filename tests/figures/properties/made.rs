//! Budgets and figures of any amounts, however odd.

use std::sync::Arc;

use crate::common::budgets;
use budget_lens::budget::{Budget, Others};
use budget_lens::figure::{Branch, CrossCheckCell, CrossCheckMatrix, Entry, Figure, Flow, Level, Link, Plot, Verdict};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::{Amount, Money, Unit};
use proptest::prelude::*;

/// A line's total, basic and project cells.
pub type Cells = (Option<String>, Option<String>, Option<String>);

/// Amounts as budgets print them: mostly usual, some nothing, some negative, some enormous or tiny.
pub fn amount() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        6 => (1_u64..100_000_000).prop_map(|n| Some(format!("{}.{:02}", n / 100, n % 100))),
        1 => Just(Some("0.00".into())),
        1 => Just(None),
        1 => (1_u64..1_000_000).prop_map(|n| Some(format!("-{}.{:02}", n / 100, n % 100))),
        1 => Just(Some("999999999999999.99".into())),
        1 => Just(Some("0.000001".into())),
    ]
}

fn cell(id: &str, amount: Option<&String>) -> String {
    amount.map_or_else(|| format!("\"{id}\":null"), |amount| format!("\"{id}\":\"{amount}\""))
}

/// A document with these lines of (total, basic, project) and a printed total of its own.
pub fn document(lines: &[Cells], total: Option<&String>, unit: &str) -> Budget {
    let line = |(i, (total, basic, project)): (usize, &Cells)| {
        let cells =
            [cell("total", total.as_ref()), cell("basic", basic.as_ref()), cell("project", project.as_ref())].join(",");
        format!(r#"{{"code":"{}","name":"第{i}类支出","amounts":{{{cells}}}}}"#, 201 + i)
    };
    let mut printed: Vec<_> = lines.iter().enumerate().map(line).collect();
    printed.push(format!(
        r#"{{"name":"合计","role":"total","amounts":{{{},{}}}}}"#,
        cell("total", total),
        cell("basic", total)
    ));
    let columns =
        r#"[{"id":"total","name":"合计"},{"id":"basic","name":"基本支出"},{"id":"project","name":"项目支出"}]"#;
    let table = |number, kind, lines: &str| {
        format!(
            r#"{{"number":"{number}","title":"表","kind":"{kind}","unit":"{unit}","columns":{columns},"lines":[{lines}]}}"#
        )
    };
    let lines = printed.join(",");
    let json = format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"局","year":2026,"title":"预算","unit":"{unit}"}},"tables":[{},{}]}}"#,
        table("表一", "expenditure", &lines),
        table("表二", "three-public", &lines),
    );
    budgets::read(json)
}

/// The second document, open together with the first as that of the year before, and with it as another department's.
pub fn together(before: &Budget, after: &Budget) -> Budget {
    let of = |budget: &Budget, year: u16, department: &str| {
        let mut other = budget.clone();
        other.document.year = year;
        other.document.department = department.into();
        other.make_views();
        other
    };
    let all = vec![of(before, 2025, "局"), of(before, 2026, "厅"), of(after, 2026, "局")];
    let budget = of(after, 2026, "局");
    budget.others.set(Arc::new(Others::new(all)));
    budget
}

/// The same entries in each form that shows many parts: one branch and several, two, three and four
/// columns, the lens below two levels.
pub fn forms(amounts: &[Option<String>], locale: Locale) -> Vec<Figure> {
    let money = |amount: &String| Money::new(Amount::parse(amount).unwrap(), Unit::Wan);
    let entry = |(i, amount): (usize, &Option<String>)| {
        let name = ["行政单位离退休", "（2026年）", "general affairs of the office"][i % 3].repeat(i % 4);
        Entry { series: i % 9, ..Entry::ours(&name, amount.as_ref().map(money), locale) }
    };
    let entries: Vec<_> = amounts.iter().enumerate().map(entry).collect();
    let all: Vec<_> = (0..entries.len()).collect();
    let groups = |size: usize| all.chunks(size.max(1)).map(<[usize]>::to_vec).collect::<Vec<_>>();
    let branches = |size| {
        let branch = |parts| Branch { label: "商品和服务支出".into(), parts };
        Plot::Treemap(groups(size).into_iter().map(branch).collect())
    };
    let flow = |count: usize| {
        let columns = groups(entries.len().div_ceil(count));
        let of_column = |ids: &[Vec<usize>]| {
            let link =
                |(from, to): (usize, usize)| Some(Link { from, to, money: entries[to].money.or(entries[from].money)? });
            let ends = ids[0].iter().cycle().zip(ids[1].iter().chain(&ids[1]));
            ends.map(|(from, to)| (*from, *to)).filter_map(link).collect::<Vec<_>>()
        };
        let links = columns.windows(2).flat_map(of_column).collect();
        Plot::Flow(Flow { columns, links })
    };
    let level = |chosen: usize| Level { parts: all.clone(), chosen };
    let lens = Plot::Drill(vec![level(0), level(entries.len() / 2)], all.clone());
    let plots = [branches(entries.len()), branches(7), flow(1), flow(2), flow(3), flow(4), lens];
    plots.map(|plot| Figure { id: "form", entries: entries.clone(), plot, ..Figure::default() }).into()
}

/// A map of ties between so many tables, with ties wherever `outcome` has one for a row and a column.
pub fn ties(tables: usize, outcome: impl Fn(usize, usize) -> Option<Verdict>) -> Figure {
    let mut figure = Figure { id: "ties", ..Figure::default() };
    let name = |i: usize| ["说明", "表二十一", "（2026年）部门整体支出绩效目标申报表", "Table 7"][i % 4].into();
    let mut ties = CrossCheckMatrix { names: (0..tables).map(name).collect(), cells: Vec::new() };
    for (row, column) in (0..tables).flat_map(|row| (0..=row).map(move |column| (row, column))) {
        if let Some(verdict) = outcome(row, column) {
            let count = (row * column * 9 + 1).to_string();
            ties.cells.push(CrossCheckCell { row, column, verdict, count, entry: figure.entries.len() });
            figure.entries.push(Entry::ours("", None, Locale { lang: Lang::Zh, unit: Unit::Wan }));
        }
    }
    figure.plot = Plot::CrossCheckMatrix(ties);
    figure
}

pub fn lines(most: usize) -> impl Strategy<Value = Vec<Cells>> {
    proptest::collection::vec((amount(), amount(), amount()), 0..most)
}
