//! Several departments' budgets, or final accounts, of one year as one: its only table has the sums of theirs by functional class. Each of
//! its numbers is this page's own, none is printed anywhere, and what is made of it says so.

use std::collections::BTreeMap;

use super::edition::Edition;
use super::list_row::ListRow;
use crate::budget::{Budget, Cells, Column, Document, Kind, Line, Table, column};
use crate::figure::Overview;
use crate::locale::Lang;
use crate::money::{Amount, Unit};

/// The common unit.
pub const UNIT: Unit = Unit::Wan;
/// The fewest places that a sum is written with.
const PLACES: u32 = 2;

/// The sums of the departments that have a table of expenditure; `None` where none has one, or where a sum has more
/// digits than an amount can have.
pub fn budget(name: &str, rows: &[&ListRow], lang: Lang) -> Option<Budget> {
    // By code, so that the order is the classification's own.
    let mut sums: BTreeMap<&str, (Line, i128)> = BTreeMap::new();
    for class in rows.iter().flat_map(|row| &row.numbers.classes) {
        let Some(money) = class.money else { continue };
        let line = || Line {
            code: Some(class.subject.clone()),
            name: class.name.clone(),
            name_en: class.name_en.clone(),
            level: Some(1),
            ..Line::default()
        };
        let (line, sum) = sums.entry(&class.subject).or_insert_with(|| (line(), 0));
        *sum = sum.checked_add(money.millionths())?;
        line.name_en = line.name_en.take().or_else(|| class.name_en.clone());
    }
    let with_sum = |(mut line, sum): (Line, i128)| {
        let mut amounts = Cells::default();
        *amounts.entry(column::TOTAL) = Some(Amount::of_millionths(sum, UNIT, PLACES)?);
        line.amounts = amounts;
        Some(line)
    };
    let lines: Vec<_> = sums.into_values().map(with_sum).collect::<Option<_>>()?;
    let counted = rows.iter().filter(|row| has_sums(&row.numbers)).count().to_string();
    let total = Column { id: column::TOTAL.into(), name: lang.tr("合计", "Total").into(), ..Column::default() };
    let table = Table {
        number: lang.tr("本页合计", "sums of this page").into(),
        title: lang.format("{0} 个部门的支出表", "of the {0} departments' tables of expenditure", &[&counted]),
        kind: Some(Kind::Expenditure),
        unit: UNIT,
        columns: vec![total],
        lines,
        ..Table::default()
    };
    let document = document(name, rows.first()?.edition);
    (!table.lines.is_empty()).then(|| Budget { document, tables: vec![table], ..Budget::default() })
}

/// What the sums are of.
pub fn document(name: &str, edition: Edition) -> Document {
    let stage = edition.is_final.then(|| "final".into());
    Document { department: name.into(), year: edition.year, stage, unit: UNIT, ..Document::default() }
}

/// Whether a department's expenditure is in the sums.
pub fn has_sums(numbers: &Overview) -> bool {
    numbers.classes.iter().any(|class| class.money.is_some())
}
