//! Documents that are made for it, with one thing wrong: which causes are found.

use crate::common::budgets;
use budget_lens::budget::Budget;
use budget_lens::check::{Bias, Cause, CauseKind, Finding, Names, Place, Reason, Report, Scaled, Verdict, check};
use budget_lens::money::{Amount, Money, Unit};

/// Tables in 万元: kind, columns, then lines of a code (`all` for the total) and an amount a column.
fn tables_of(tables: &[(&str, &str, &str)]) -> Vec<String> {
    let table = |(i, (kind, columns, lines)): (usize, &(&str, &str, &str))| {
        let ids: Vec<_> = columns.split(' ').collect();
        let columns: Vec<_> = ids.iter().map(|id| format!(r#"{{"id":"{id}","name":"{id}"}}"#)).collect();
        let line = |line: &str| {
            let mut cells = line.split_whitespace();
            let code = cells.next().unwrap();
            let cells = ids.iter().zip(cells).filter(|(_, cell)| *cell != "-");
            let amounts: Vec<_> = cells.map(|(id, cell)| format!(r#""{id}":"{cell}""#)).collect();
            let label = if code == "all" {
                r#""name":"合计","role":"total""#.to_string()
            } else {
                format!(r#""name":"科目{code}","code":"{code}""#)
            };
            format!(r#"{{{label},"amounts":{{{}}}}}"#, amounts.join(","))
        };
        let lines: Vec<_> = lines.split(';').map(line).collect();
        format!(
            r#"{{"number":"表{i}","title":"表","kind":"{kind}","unit":"万元","columns":[{}],"lines":[{}]}}"#,
            columns.join(","),
            lines.join(",")
        )
    };
    tables.iter().enumerate().map(table).collect()
}

/// A document of these tables.
pub fn document(tables: &[(&str, &str, &str)]) -> Budget {
    read(&tables_of(tables))
}

fn read(tables: &[String]) -> Budget {
    let document = r#""document":{"department":"局","year":2026,"title":"预算","unit":"万元"}"#;
    let json = format!(r#"{{"format":"budget-lens/1",{document},"tables":[{}]}}"#, tables.join(","));
    budgets::read(json)
}

const COLUMNS: &str = "total basic project";
const LINES: &str = "all 120.50 90.00 30.50; 205 110.50 80.00 30.50; 20502 110.50 80.00 30.50; 2050201 60.25 40.00 20.25; \
                     2050202 50.25 40.00 10.25; 221 10.00 10.00 -; 22102 10.00 10.00 -; 2210201 10.00 10.00 -";

/// All of it is of one fund, so that each table has to agree with each other.
const BALANCE: &str = r#"{"number":"总","title":"表","kind":"balance","unit":"万元",
    "columns":[{"id":"income","name":"收入","side":"income"},{"id":"total","name":"支出","side":"expenditure"}],"lines":[
    {"key":"general-public","name":"一般公共预算","side":"income","amounts":{"income":"120.50"}},
    {"key":"income","name":"收入总计","role":"total","side":"income","amounts":{"income":"120.50"}},
    {"key":"expenditure","name":"支出总计","role":"total","side":"expenditure","amounts":{"total":"120.50"}}]}"#;

/// A document of these tables, the balance behind them.
fn balanced(tables: &[(&str, &str, &str)]) -> Budget {
    read(&[tables_of(tables), vec![BALANCE.into()]].concat())
}

/// The same lines in the table of expenditure and of the general public budget, with something else printed in the
/// first or the second.
fn two(first: (&str, &str), second: (&str, &str)) -> Budget {
    let [one, other] = [first, second].map(|(from, to)| LINES.replacen(from, to, 1));
    balanced(&[("expenditure", COLUMNS, &one), ("general-public", COLUMNS, &other)])
}

const SAME: (&str, &str) = ("all", "all");

/// The causes of mismatches, in words for a test.
pub fn causes(budget: &Budget) -> Vec<String> {
    let report = check(budget);
    let names = Names::new(budget);
    let at = |place: Place| {
        let path = names.ids(place);
        [path.table, path.line, path.column].join("/")
    };
    let told = |cause: &Cause| {
        let suspect = cause.suspect.map_or("nobody".into(), |suspect| {
            format!("{} = {} mends {}, {:?}", at(suspect.place), suspect.likely, suspect.mends, suspect.slip)
        });
        format!("{} by {:?}: {suspect}", cause.count, cause.common)
    };
    report.causes_of(Verdict::Mismatch).map(told).collect()
}

fn of_a_report(budget: &Budget) -> Report {
    let report = check(budget);
    let mut next = 0;
    for cause in &report.causes {
        assert!(cause.lead == next && cause.count > 0, "they stand one behind the other: {cause:?}");
        next += cause.count;
    }
    let held = |finding: &Finding| matches!(finding.verdict, Verdict::Mismatch | Verdict::Rounding);
    assert_eq!(next, report.findings.iter().filter(|finding| held(finding)).count(), "each has one");
    assert!(report.findings[..next].iter().all(held));
    report
}

#[test]
fn a_true_document_has_no_cause() {
    assert!(of_a_report(&two(SAME, SAME)).causes.is_empty());
}

#[test]
fn one_wrong_number_is_one_cause_however_many_ties_it_is_in() {
    let slipped = two(("20502 110.50", "20502 101.50"), SAME);
    assert_eq!(causes(&slipped), ["4 by Number: 表0/20502/total = 110.50 mends 4, Some(Digits)"]);
    let report = of_a_report(&slipped);
    assert_eq!(report.findings[0].stated, [Place::Cell(0, 2, 0)], "what is stated there leads");
    assert_eq!(report.cause(3).map(|cause| cause.lead), Some(0));
    assert_eq!(report.cause(4), None);
}

#[test]
fn the_number_is_named_and_not_the_total_that_it_is_in() {
    let slipped = two(("2050202 50.25 40.00", "2050202 50.25 4.00"), SAME);
    assert_eq!(causes(&slipped), ["3 by Number: 表0/2050202/basic = 40.00 mends 3, Some(Point(-1))"]);
}

#[test]
fn two_slips_are_two_causes() {
    let slipped = two(("20502 110.50", "20502 112.50"), ("2210201 10.00", "2210201 17.00"));
    assert_eq!(
        causes(&slipped),
        ["3 by Number: 表1/2210201/total = 10.00 mends 3, None", "4 by Number: 表0/20502/total = 110.50 mends 4, None",]
    );
}

#[test]
fn a_tie_with_two_wrong_numbers_is_told_with_what_is_found_last() {
    let slipped = two(("2050201 60.25", "2050201 63.25"), SAME);
    let slipped_twice =
        two(("2050201 60.25 40.00 20.25; 2050202 50.25", "2050201 63.25 40.00 20.25; 2050202 51.25"), SAME);
    assert_eq!(causes(&slipped), ["3 by Number: 表0/2050201/total = 60.25 mends 3, None"]);
    let told = causes(&slipped_twice);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().any(|cause| cause.contains("表0/2050201/total = 60.25")), "{told:?}");
    assert!(told.iter().any(|cause| cause.contains("表0/2050202/total = 50.25")), "{told:?}");
}

#[test]
fn of_two_numbers_that_nothing_else_speaks_of_neither_is_accused() {
    let budget = document(&[("expenditure", "total", "205 7.00; 20502 5.00")]);
    assert_eq!(causes(&budget), ["1 by Number: nobody"]);
}

#[test]
fn a_last_line_that_repeats_its_parent_is_named() {
    let lines = "all 3844.57; 301 2000.00; 30101 2000.00; 302 1844.57; 30201 1000.00; 30205 844.57; 30299 1844.57";
    let budget = document(&[("basic-economic", "total", lines)]);
    assert_eq!(causes(&budget), ["1 by Number: 表0/30299/total = 0.00 mends 1, Some(Repeats(Cell(0, 3, 0)))"]);
}

/// The lines with those amounts that fit moved by powers of ten.
fn scaled(power: i32, fits: impl Fn(usize, usize) -> bool) -> String {
    let amount = |text: &str| {
        let millionths = Money::new(Amount::parse(text).unwrap(), Unit::Yuan).millionths();
        let factor = 10_i128.pow(power.unsigned_abs());
        let moved = if power > 0 { millionths * factor } else { millionths / factor };
        Amount::of_millionths(moved, Unit::Yuan, 2).unwrap().to_string()
    };
    let line = |(l, line): (usize, &str)| {
        let cell = |(c, cell): (usize, &str)| {
            if c == 0 || cell == "-" || !fits(l, c - 1) { cell.into() } else { amount(cell) }
        };
        line.split_whitespace().enumerate().map(cell).collect::<Vec<_>>().join(" ")
    };
    LINES.split(';').enumerate().map(line).collect::<Vec<_>>().join(";")
}

#[test]
fn numbers_in_another_unit_are_one_cause_that_names_them() {
    for power in [-2, 1, 2, 3, 4] {
        let ways = [
            (Scaled::Table, Place::Table(1), scaled(power, |_, _| true)),
            (Scaled::Column, Place::Cell(1, 0, 1), scaled(power, |_, column| column == 1)),
            (Scaled::Line, Place::Line(1, 3), scaled(power, |line, _| line == 3)),
        ];
        for (of, place, lines) in ways {
            let budget = balanced(&[("expenditure", COLUMNS, LINES), ("general-public", COLUMNS, &lines)]);
            let report = of_a_report(&budget);
            let found: Vec<_> = report.causes_of(Verdict::Mismatch).collect();
            assert_eq!(found.len(), 1, "{of:?} by {power}: {:?}", causes(&budget));
            let lead = &report.findings[found[0].lead];
            let right = i8::try_from(-power).unwrap();
            assert_eq!(
                (lead.reason, &lead.stated[..]),
                (Some(Reason::Scale(of, right)), &[place][..]),
                "{of:?} by {power}"
            );
            assert_eq!(found[0].count, report.count(Verdict::Mismatch));
        }
    }
}

#[test]
fn numbers_that_are_cut_off_are_told_apart_from_slips() {
    // Two numbers are too few to be a habit of the whole document.
    let finer = "all 120.5057; 205 110.5057; 20502 110.5057; 221 10.0000; 22102 10.0000";
    let cut = "all 120.50; 205 110.50; 20502 110.50; 221 10.00; 22102 10.00";
    let budget = balanced(&[("expenditure", "total", finer), ("general-public", "total", cut)]);
    let told = causes(&budget);
    // The balance, too, prints what it has cut off.
    assert_eq!(
        told,
        ["1 by Cut: 总/expenditure/total = 120.51 mends 1, None", "3 by Cut: 表1/205/total = 110.51 mends 1, None"]
    );
}

/// A table of classes of two lines each; the printed class is off by 0.01 as `off` says.
fn rounded(off: impl Fn(usize) -> i32) -> Report {
    let line = |i: usize| {
        let (code, cents) = (201 + i, i32::try_from(1_516 + i).unwrap() + off(i));
        let amount = |cents: i32| format!("{}.{:02}", cents / 100, cents % 100);
        let first = i32::try_from(1_011 + i).unwrap();
        format!("{code} {}; {code}01 {}; {code}02 5.05", amount(cents), amount(first))
    };
    let lines: Vec<_> = (0..12).map(line).collect();
    of_a_report(&document(&[("expenditure", "total", &lines.join(";"))]))
}

#[test]
fn many_roundings_of_one_table_are_told_together_and_which_way_they_go() {
    let common = |report: &Report| {
        report.causes_of(Verdict::Rounding).map(|cause| (cause.count, cause.common)).collect::<Vec<_>>()
    };
    assert_eq!(common(&rounded(|_| 1)), [(12, CauseKind::Habit(Some(Bias::Above)))]);
    assert_eq!(common(&rounded(|_| -1)), [(12, CauseKind::Habit(Some(Bias::Below)))]);
    assert_eq!(common(&rounded(|i| if i % 2 == 0 { 1 } else { -1 })), [(12, CauseKind::Habit(None))]);
    assert_eq!(common(&rounded(|i| i32::from(i < 3))), [(1, CauseKind::Number); 3]);
}

#[test]
fn the_same_rounding_in_several_tables_is_one_cause() {
    let lines = "all 4560.06; 201 4560.06; 20101 2671.39; 20102 1888.66";
    let report = of_a_report(&document(&[("expenditure", "total", lines), ("general-public", "total", lines)]));
    let found: Vec<_> = report.causes.iter().map(|cause| (cause.count, cause.common)).collect();
    assert_eq!(found, [(2, CauseKind::Same)]);
}
