//! A budget that is printed as departments print it, and read again, has the same tables, cell for cell.

mod text;

use crate::common::budgets::{self, official};
use crate::common::made::text_writer::{docx, tabs};
use crate::common::shapes::Shape;
use budget_lens::budget::{Budget, Column, Kind, Line, Role, Side, Table};
use budget_lens::import::{ImportOptions, Source, import, json};

/// A half or block of a table, or all of it.
type Part<'t> = (Option<Side>, Option<&'t str>);

/// What must be the same of a table, in words that compare: what its columns are of, then each line of each half.
fn told(table: &Table) -> Vec<String> {
    let mut lines: Vec<&Line> = table.lines.iter().collect();
    lines.sort_by_key(|line| (line.side, line.block.clone()));
    let mut told = vec![format!("{} {} {}", table.number, table.title, table.unit.zh())];
    for half in lines.chunk_by(|one, other| part(one) == part(other)) {
        // A column of words may have any heading.
        let columns: Vec<&Column> = table.columns.iter().filter(|own| !own.text && is_of(own, part(half[0]))).collect();
        told.push(columns.iter().map(|own| meaning(own, table)).collect());
        told.extend(half.iter().map(|line| {
            let amount = |column: &&Column| line.amounts.get(&column.id).map(|amount| amount.decimal().to_string());
            let cells: Vec<String> = columns.iter().map(|column| amount(column).unwrap_or_default()).collect();
            // An item's code may stand among the codes, or in a column of its own.
            let code = line.code.as_ref().or(line.economic.as_ref()).map_or("", String::as_str);
            format!("{} {code} {} {cells:?}", is_sum(line, table, &cells), line.printed())
        }));
    }
    told
}

fn part(line: &Line) -> Part<'_> {
    (line.side, line.block.as_deref())
}

fn is_of(column: &Column, (side, block): Part) -> bool {
    column.side.is_none_or(|own| Some(own) == side) && column.block.as_deref().is_none_or(|own| Some(own) == block)
}

/// What a column is of. 预算数 and 上年数 do not say of which state of the year's budget they are.
fn meaning(column: &Column, table: &Table) -> String {
    let about = column.coordinates(table, 2026);
    let is_said = ["年初", "全年", "调整", "执行", "决算"].iter().any(|word| column.name.contains(word));
    let phase = about.time.phase.filter(|_| is_said);
    let (before, of) = (about.time.before, (about.fund, about.origin, about.part, about.expense));
    format!("[{:?} {before} {phase:?} {of:?}]", about.quantity)
}

/// Whether a line is printed as a sum of the table. A line that has nothing beside it, or prints nothing, is none; of the
/// three public expenses the keys say what is the sum of what.
fn is_sum(line: &Line, table: &Table, cells: &[String]) -> bool {
    let is_alone = table.lines.len() == 1 || cells.iter().all(String::is_empty);
    let is_named = line.role == Role::Total || ["合计", "总计"].contains(&line.name.as_str());
    !is_alone && table.kind != Some(Kind::ThreePublic) && is_named
}

fn read(name: &str, bytes: Vec<u8>) -> Budget {
    let source = Source { name: name.into(), bytes };
    let imported = import(vec![source], &ImportOptions::default()).unwrap_or_else(|refused| panic!("{refused:?}"));
    budgets::read(json(&imported.budget))
}

fn compare(name: &str, budget: &Budget, bytes: Vec<u8>) {
    let found = read(name, bytes);
    let tables = |budget: &Budget| budget.tables.iter().map(told).collect::<Vec<_>>();
    let (expected, found) = (tables(budget), tables(&found));
    assert_eq!(expected.len(), found.len(), "{name}");
    let mut wrong = Vec::new();
    for (expected, found) in expected.iter().zip(&found) {
        for (own, other) in expected.iter().zip(found) {
            if own != other {
                wrong.push(format!("{}\n  - {own}\n  + {other}", expected[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{name}: {} lines\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_thirteen_tables_of_the_real_budget_come_back_cell_for_cell() {
    let budget = official();
    let model = text::printed(&budget);
    compare("2026.txt", &budget, tabs(&model).into_bytes());
    compare("2026.docx", &budget, docx(&model));
}

#[test]
fn tables_of_other_templates_come_back_cell_for_cell() {
    for shape in Shape::ALL {
        for seed in 0..12 {
            let budget = shape.budget(seed);
            let model = text::printed(&budget);
            compare(&format!("{shape:?} {seed}"), &budget, tabs(&model).into_bytes());
        }
    }
}
