//! Recognises the budget in the blocks of any kind of file, by the words of the field and never by positions or by
//! province.

mod catalogue;
mod columns;
mod contents;
mod cover;
mod document;
mod form;
mod forms;
mod header;
mod ids;
mod implicit_totals;
mod join_pages;
mod keys;
mod kind;
mod levels;
mod lines;
mod narrative;
mod notes;
mod projects;
mod sheet;
mod table;
mod title;
mod transpose;
mod units;
mod words;

use super::ImportOptions;
use super::block::{Block, Place};
use super::report::{Assumed, Recognised, Report};
use crate::budget::{Budget, Kind, Table, roles};
use crate::money::Unit;
use catalogue::Catalogue;
use forms::Forms;

/// Makes a budget of the blocks of one document's files, and reports what was read as what.
pub fn recognise(name: &str, blocks: &[Block], options: &ImportOptions) -> (Budget, Report) {
    let (mut found, lines) = join_pages::stitch(blocks);
    contents::number_by_contents(&mut found, &lines);
    let (document, assumed) = document::document(name, &found, &lines, options);
    let mut report = Report { assumed, ..Report::default() };
    let mut budget = Budget { document, ..Budget::default() };
    let catalogue = Catalogue::take(&mut found);
    for table in &mut found {
        catalogue.title(table);
    }
    let mut said: Vec<Option<Unit>> = Vec::new();
    let mut last: Option<Unit> = None;
    let mut rows = Vec::new();
    let mut forms = Forms::default();
    for table in &found {
        let own = units::said(table);
        last = own.or(last);
        let unit = last.unwrap_or(budget.document.unit);
        let table::RecognisedTable { table: mut made, places, unread, is_chosen, is_form } =
            table::table(table, unit, &budget.document);
        // A form that is read completely is kept as a form, and not among the tables, too.
        if made.kind == Some(Kind::Performance) && forms.read(table, unit) && is_form {
            continue;
        }
        said.push(own);
        catalogue.note(&mut made);
        // 本套报表… below one table is said of all of them.
        let of_all =
            made.note.as_ref().map(|note| note.trim_start_matches("注：")).filter(|note| note.starts_with("本套"));
        if let Some(note) = of_all.map(String::from) {
            (budget.document.note, made.note) = (Some(note), None);
        }
        if table.title.name.is_none() {
            report.assumed.push(Assumed::title(&table.place, &made.title));
        }
        if is_chosen {
            report.assumed.push(Assumed::levels(&made.title));
        }
        report.unread.extend(unread);
        budget.tables.push(made);
        rows.push((&table.place, places));
    }
    let by_totals = units::by_totals(&budget.tables, &said);
    for (table, unit) in &by_totals {
        budget.tables[*table].unit = *unit;
    }
    let unsaid = budget.tables.iter().enumerate().filter(|(at, table)| said[*at].is_none() && table.kind.is_some());
    report.assumed.extend(unsaid.map(|(at, table)| {
        let is_by_totals = by_totals.iter().any(|(other, _)| *other == at);
        Assumed::unit(&table.title, table.unit, is_by_totals)
    }));
    kind::narrow(&mut budget.tables);
    for (table, roles) in roles(&budget).into_iter().enumerate() {
        for (line, role) in roles {
            budget.tables[table].lines[line].role = role;
        }
    }
    keys::give(&mut budget.tables, budget.document.year);
    budget.number_tables();
    let all = budget.tables.iter().zip(rows);
    report.tables = all.map(|(table, (place, rows))| recognised(table, place, rows)).collect();
    narrative::read(blocks, &mut budget, &mut report);
    report.assumed.extend(Assumed::left_out(&forms.left_out));
    forms.give(&mut budget, &mut report);
    (budget, report)
}

fn recognised(table: &Table, place: &Place, rows: Vec<Place>) -> Recognised {
    Recognised {
        number: table.number.clone(),
        title: table.title.clone(),
        kind: table.kind,
        unit: table.unit,
        place: place.clone(),
        rows,
        lines: table.lines.len(),
    }
}
