//! A budget that is printed as departments print it, and read again, has the same tables, cell for cell.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails
#![allow(dead_code)] // other tests use the rest of these modules

#[path = "import/archive_writer.rs"]
mod archive_writer;
#[path = "import/model.rs"]
mod model;
#[path = "import/official_text.rs"]
mod official_text;
mod shapes;
#[path = "import/text_writer.rs"]
mod text_writer;

use budget_lens::budget::{Budget, Column, Line, Role, Table, of_id};
use budget_lens::import::{Meant, Source, import};
use budget_lens::load;
use shapes::Shape;
use text_writer::{docx, tabs};

/// What must be the same of a table, in words that compare: its heading, then each line of each half.
fn told(table: &Table) -> Vec<String> {
    // A column that the format has no word for may have any id, and so may one of words.
    let amounts: Vec<&Column> = table.columns.iter().filter(|column| !column.text).collect();
    let known = |column: &&&Column| of_id(&column.id).is_some();
    let ids: Vec<&str> = amounts.iter().filter(known).map(|column| column.id.as_str()).collect();
    let mut told = vec![format!("{} {} {} {ids:?}", table.number, table.title, table.unit.zh())];
    let mut lines: Vec<&Line> = table.lines.iter().collect();
    lines.sort_by_key(|line| (line.side, line.block.clone()));
    told.extend(lines.into_iter().map(|line| {
        let amount = |column: &&Column| line.amounts.get(&column.id).map(|amount| amount.decimal().to_string());
        let cells: Vec<String> = amounts.iter().map(|column| amount(column).unwrap_or_default()).collect();
        let code = line.code.as_deref().unwrap_or_default();
        // A unit's sum is a subtotal to some and the unit's line to others; what prints nothing is no total.
        let is_total = line.role == Role::Total && cells.iter().any(|cell| !cell.is_empty());
        format!("{is_total} {code} {} {cells:?}", line.printed())
    }));
    told
}

fn read(name: &str, bytes: Vec<u8>) -> Budget {
    let source = Source { name: name.into(), bytes };
    import(vec![source], &Meant::default()).unwrap_or_else(|refused| panic!("{refused:?}")).budget
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

fn shipped() -> Budget {
    load::read(include_bytes!("../budget.json")).unwrap().budget
}

#[test]
fn the_thirteen_tables_of_the_real_budget_come_back_cell_for_cell() {
    let budget = shipped();
    let model = official_text::printed(&budget);
    compare("2026.txt", &budget, tabs(&model).into_bytes());
    compare("2026.docx", &budget, docx(&model));
}

#[test]
fn tables_of_other_templates_come_back_cell_for_cell() {
    for shape in [Shape::Shanxi, Shape::Beijing, Shape::Zhejiang, Shape::Shenzhen, Shape::Central] {
        for seed in 0..8 {
            let budget = load::read(shape.document(seed).to_string().as_bytes()).unwrap().budget;
            let model = official_text::printed(&budget);
            compare(&format!("{shape:?} {seed}"), &budget, tabs(&model).into_bytes());
        }
    }
}
