//! The shipped budget held against figures that were counted independently, from the official
//! document itself: a slip in transcription fails here.

use std::fmt::Write;

use crate::common::{budgets, repository};
use budget_lens::budget::{Budget, Line, Role, Side, Table};
use budget_lens::export::csv;
use budget_lens::figure::{Query, figures};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::{Amount, Money, Unit};
use serde_json::Value;
use sha2::{Digest, Sha256};

fn shipped() -> Budget {
    budgets::official()
}

fn counted() -> Value {
    serde_json::from_str(&repository::text("tests/data/official-counts.json")).unwrap()
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

/// The amount columns that a line of this side has cells in; a table of one side has no sides.
fn columns(table: &Table, side: Option<Side>) -> Vec<&str> {
    table.columns.iter().filter(|c| !c.text && (side.is_none() || c.side == side)).map(|c| c.id.as_str()).collect()
}

fn total_cell(table: &Table, column: &str, side: Option<Side>) -> Option<Amount> {
    let total = table.lines.iter().find(|line| line.role == Role::Total && (side.is_none() || line.side == side))?;
    total.amounts.get(column)
}

#[test]
fn every_table_has_its_lines_columns_totals_and_amounts() {
    let (budget, counted) = (shipped(), counted());
    let expected = counted["tables"].as_array().unwrap();
    assert_eq!((budget.tables.len(), expected.len()), (13, 13));
    for (table, expected) in budget.tables.iter().zip(expected) {
        let number = &table.number;
        assert_eq!(Value::from(number.as_str()), expected["number"]);
        assert_eq!(Value::from(table.lines.len()), expected["lines"], "{number}");

        let amount_columns: Vec<_> = table.columns.iter().filter(|column| !column.text).collect();
        let expected_columns = expected["columns"].as_array().unwrap();
        assert_eq!(amount_columns.len(), expected_columns.len(), "{number}");
        for (column, expected) in amount_columns.iter().zip(expected_columns) {
            let filled = table.lines.iter().filter(|line| line.amounts.get(&column.id).is_some()).count();
            assert_eq!(Value::from(filled), expected["filled"], "{number} {}", column.id);
            let total =
                total_cell(table, &column.id, column.side).map_or(Value::Null, |total| total.to_string().into());
            assert_eq!(total, expected["total"], "{number} {}", column.id);
        }

        let cell = |line: &Line, id: &str| line.amounts.get(id).map_or("-".into(), |amount| amount.to_string());
        let cells =
            table.lines.iter().flat_map(|line| columns(table, line.side).into_iter().map(move |id| cell(line, id)));
        assert_eq!(Value::from(sha256(&cells.collect::<Vec<_>>().join("\n"))), expected["digest"], "{number}");
    }
}

#[test]
fn the_forms_and_their_funds_are_all_there() {
    let (budget, counted) = (shipped(), counted());
    assert_eq!(Value::from(budget.projects.len()), counted["projects"]);
    let without: Vec<_> =
        budget.projects.iter().filter(|project| project.form.is_none()).map(|p| p.name.as_str()).collect();
    assert_eq!(Value::from(without), counted["projects_without_form"]);

    let forms: Vec<_> = budget.projects.iter().filter_map(|project| project.form.as_ref()).collect();
    assert_eq!(Value::from(forms.len()), counted["forms"]);
    assert_eq!(Value::from(forms.iter().map(|form| form.indicators.len()).sum::<usize>()), counted["indicators"]);
    let sum = |pick: fn(&budget_lens::budget::Form) -> Option<Amount>| {
        let funds = forms.iter().filter_map(|form| Some(Money::new(pick(form)?, Unit::Yuan)));
        Value::from(Money::sum(funds, Unit::Yuan).unwrap().yuan().to_string())
    };
    assert_eq!(sum(|form| form.annual.get("total")), counted["form_annual_total"]);
    assert_eq!(sum(|form| form.period.get("total")), counted["form_period_total"]);
    let explained: Vec<_> = budget.glossary.iter().map(|term| Value::from(term.term.as_str())).collect();
    for term in counted["glossary"].as_array().unwrap() {
        assert!(explained.contains(term), "{term}");
    }
}

#[test]
fn every_project_is_a_line_of_the_project_table() {
    let budget = shipped();
    let table = budget.tables.iter().find(|table| table.number == "表十二").unwrap();
    let lines: Vec<_> = table.lines.iter().filter(|line| line.role == Role::Item).map(|line| &line.name).collect();
    assert_eq!(lines, budget.projects.iter().map(|project| &project.name).collect::<Vec<_>>());
}

#[test]
fn a_blank_is_not_a_zero() {
    let budget = shipped();
    let table = budget.tables.iter().find(|table| table.number == "表三").unwrap();
    let line = table.lines.iter().find(|line| line.code.as_deref() == Some("2010303")).unwrap();
    assert_eq!(line.amounts.get("basic"), None);
    assert_eq!(line.amounts.get("project").unwrap().to_string(), "2671.39");
    let empty: Vec<_> = budget.tables.iter().filter(|table| table.empty).map(|table| table.number.as_str()).collect();
    assert_eq!(empty, ["表七", "表八", "表九", "表十一", "表十三"]);
}

#[test]
fn the_narrative_states_what_the_figures_need() {
    let budget = shipped();
    let change = |subject| budget.change_of(subject).and_then(|s| s.change).map(|change| change.to_string());
    assert_eq!(change("expenditure").as_deref(), Some("2034.24"));
    assert_eq!(change("three-public").as_deref(), Some("-15.40"));
    assert_eq!(change("reception").as_deref(), Some("-5.00"));
    assert_eq!(change("vehicle-running").as_deref(), Some("-10.40"));
    let share = budget.statements.iter().find(|s| s.subject == "project-forms" && s.share.is_some()).unwrap();
    assert_eq!((share.share.unwrap().to_string().as_str(), share.share_of.as_deref()), ("56", Some("project")));
}

#[test]
fn enumerators_stand_in_the_official_tables_and_nowhere_else() {
    let budget = shipped();
    let table = |number| budget.tables.iter().find(|table| table.number == number).unwrap();
    let marks = |number| table(number).lines.iter().filter(|line| line.mark.is_some()).map(Line::printed);
    assert_eq!(marks("表一").count(), 35);
    assert_eq!(marks("表四").count(), 36);
    assert_eq!(marks("表十").collect::<Vec<_>>(), ["①公务用车购置费", "②公务用车运行维护费"]);
    let printed = ["三十、抗疫特别国债安排的支出", "②公务用车运行维护费", "五、单位资金"];
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    for figure in figures(&budget, &Query::default(), locale) {
        let shown = format!("{figure:?}");
        for name in printed {
            assert_eq!(shown.contains(name), figure.id == "tables", "{name} in {}", figure.id);
        }
    }
    for (number, name) in [("表一", printed[0]), ("表十", printed[1]), ("表一", printed[2])] {
        assert!(csv::table(table(number)).contains(&format!(",{name},")), "{name}");
    }
}
