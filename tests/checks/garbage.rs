//! Budgets that make no sense: words of the format in any order, enormous amounts, empty names, codes that stand
//! twice, tables without columns.

use budget_lens::budget::{
    Budget, Cells, Column, Count, Form, Indicator, Kind, LEVELS, Line, Performance, Project, ProjectGroup, Role, Side,
    Statement, Table,
};
use budget_lens::money::{Amount, Unit};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// Ids of columns, keys of lines, subjects of statements, and what is none of them.
const WORDS: &str = "total basic project personnel operating general-public government-fund state-capital fiscal-account \
    own-funds carry-over current-year carried-over income last-year-budget three-public overseas \
    reception vehicles vehicle-purchase vehicle-running current-income current-expenditure expenditure \
    year-end-carry-over appropriation current-appropriation appropriation-carry-over \
    current-appropriation-expenditure appropriation-expenditure wages goods-services grants capital \
    pension-insurance medical-insurance housing-fund agency-operating projects projects-running \
    projects-goal project-forms project-forms-running project-forms-goal department-forms procurement \
    procurement-goods procurement-works procurement-services serving-staff serving offices central 201 \
    20103 2010303 2080505 30113 2 99999999999999999999999999999999999999999999 二〇一";

fn word() -> impl Strategy<Value = String> {
    select(WORDS.split(' ').chain([""]).collect::<Vec<_>>()).prop_map(Into::into)
}

fn unit() -> impl Strategy<Value = Unit> {
    select(vec![Unit::Yuan, Unit::Thousand, Unit::Wan, Unit::Million, Unit::Yi])
}

const AMOUNTS: [&str; 14] = [
    "0",
    "0.00",
    "1",
    "61.00",
    "0.01",
    "-0.01",
    "-61",
    "4560.06",
    "0.000001",
    "-0.000001",
    "999999999999999.999999",
    "-999999999999999.999999",
    "999999999999999",
    "100000000000000",
];

/// Usual amounts, nothing, and the largest and smallest that may be printed.
pub fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        select(&AMOUNTS[..]).prop_map(Into::into),
        (any::<i32>(), 0_u32..4).prop_map(|(n, places)| {
            let digits = format!("{:05}", n.unsigned_abs());
            let (whole, rest) = digits.split_at(digits.len() - places as usize);
            let sign = if n < 0 { "-" } else { "" };
            if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
        }),
    ]
    .prop_map(|text: String| Amount::parse(&text).unwrap())
}

fn cells() -> impl Strategy<Value = Cells> {
    vec((word(), of(amount())), 0..6).prop_map(|pairs| {
        let mut cells = Cells::default();
        for (id, amount) in pairs {
            *cells.entry(&id) = amount;
        }
        cells
    })
}

fn side() -> impl Strategy<Value = Option<Side>> {
    select(vec![None, None, Some(Side::Income), Some(Side::Expenditure)])
}

fn line() -> impl Strategy<Value = Line> {
    let role = select(vec![Role::Item, Role::Item, Role::Item, Role::Subtotal, Role::Total]);
    (of(word()), of(word()), word(), of(any::<u8>()), role, side(), cells()).prop_map(
        |(code, key, name, level, role, side, amounts)| Line {
            code,
            key,
            name,
            level,
            role,
            side,
            amounts,
            ..Line::default()
        },
    )
}

fn table() -> impl Strategy<Value = Table> {
    let column = (word(), word(), of(word()), side(), prop::bool::weighted(0.1));
    let column =
        column.prop_map(|(id, name, group, side, text)| Column { id, name, group, side, text, ..Column::default() });
    let number = select(vec!["", "表", "表一", "表二", "表十三", "表9999999999999", "附表3"]);
    (number, of(select(&Kind::ALL[..])), unit(), vec(column, 0..8), vec(line(), 0..12), prop::bool::weighted(0.1))
        .prop_map(|(number, kind, unit, columns, lines, empty)| Table {
            number: number.into(),
            kind,
            unit,
            columns,
            lines,
            empty,
            ..Table::default()
        })
}

fn statement() -> impl Strategy<Value = Statement> {
    let words = (word(), of(word()), select(vec!["", "一", "七"]));
    let amounts = (of(amount()), of(amount()), of(amount()), of(amount()), of(any::<u32>()), of(unit()));
    (words, amounts).prop_map(|((subject, share_of, section), (amount, share, change, rate, count, unit))| Statement {
        subject,
        share_of,
        section: section.into(),
        amount,
        share,
        change,
        rate,
        count,
        unit,
        ..Statement::default()
    })
}

fn funds() -> impl Strategy<Value = Cells> {
    let level = (select(&LEVELS[..]).prop_map(|(id, ..)| id), of(amount()));
    vec(level, 0..6).prop_map(|pairs| {
        let mut cells = Cells::default();
        for (id, amount) in pairs {
            *cells.entry(id) = amount;
        }
        cells
    })
}

fn project() -> impl Strategy<Value = Project> {
    let target = || {
        of(select(vec!["", "万元", "1万元", "-999999999999999亿元", "≤2432761.07元", "1.2.3元"]).prop_map(Into::into))
    };
    let indicator = (target(), target()).prop_map(|(period, annual)| Indicator {
        kind: "成本".into(),
        period,
        annual,
        ..Indicator::default()
    });
    let goal = || of(select(vec!["", "写的是食堂，属于另一个项目", "如期完成"]).prop_map(Into::into));
    let form = (word(), unit(), funds(), funds(), vec(indicator, 0..3), goal(), goal());
    let form = form.prop_map(|(name, unit, period, annual, indicators, goal_period, goal_annual)| Form {
        name,
        unit,
        period,
        annual,
        indicators,
        goal_period,
        goal_annual,
        ..Form::default()
    });
    let group = select(vec![None, Some(ProjectGroup::Running), Some(ProjectGroup::Goal)]);
    (word(), group, of(form)).prop_map(|(name, group, form)| Project { name, group, form })
}

fn count() -> impl Strategy<Value = Count> {
    (word(), amount(), of(word())).prop_map(|(key, value, part_of)| Count { key, value, part_of, ..Count::default() })
}

/// Any budget that a file can hold, and some that none can.
pub fn budget() -> impl Strategy<Value = Budget> {
    let form = (unit(), cells(), cells());
    let form = form.prop_map(|(unit, sources, uses)| Performance { unit, sources, uses, ..Performance::default() });
    let lists =
        (vec(statement(), 0..10), vec(statement(), 0..4), vec(project(), 0..5), vec(count(), 0..4), vec(count(), 0..4));
    (vec(table(), 0..8), lists, of(form)).prop_map(
        |(tables, (statements, procurement, projects, staff, assets), performance)| Budget {
            tables,
            statements,
            procurement,
            projects,
            staff,
            assets,
            performance,
            ..Budget::default()
        },
    )
}
