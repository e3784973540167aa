//! Writes an imported budget as the text of its `budget.json`.

mod lists;
mod text;

use lists::{count, performance, profile, project, term};
use serde_json::{Map, Value, json};
pub use text::text;

use crate::budget::{Budget, Cells, Column, Document, Line, Role, Side, Statement, Table};
use crate::money::Amount;

/// The JSON of an imported budget, with its fields in the order in which the format explains them.
pub fn json(budget: &Budget) -> String {
    let whole = object(&mut [
        ("$schema", Some("budget.schema.json".into())),
        ("format", Some("budget-lens/1".into())),
        ("document", Some(document(&budget.document))),
        ("tables", Some(budget.tables.iter().map(table).collect())),
        ("statements", Some(budget.statements.iter().map(statement).collect())),
        ("procurement", Some(budget.procurement.iter().map(statement).collect())),
        ("projects", list(&budget.projects, project)),
        ("performance", budget.performance.as_ref().map(performance)),
        ("staff", list(&budget.staff, count)),
        ("assets", list(&budget.assets, count)),
        ("profile", budget.profile.as_ref().map(profile)),
        ("glossary", list(&budget.glossary, term)),
        ("explanations", cells(&budget.explanations, |text| words(text))),
    ]);
    text(&whole)
}

/// A JSON object of those fields that have a value.
fn object(fields: &mut [(&str, Option<Value>)]) -> Value {
    let mut there = Map::new();
    for (name, value) in fields {
        if let Some(value) = value.take() {
            there.insert((*name).to_string(), value);
        }
    }
    Value::Object(there)
}

/// A JSON array of all items; `None` where there are none.
fn list<T>(all: &[T], one: fn(&T) -> Value) -> Option<Value> {
    (!all.is_empty()).then(|| Value::Array(all.iter().map(one).collect()))
}

fn words(text: &str) -> Option<Value> {
    Some(text).filter(|text| !text.is_empty()).map(Value::from)
}

fn said(text: Option<&str>) -> Option<Value> {
    text.map(Value::from)
}

fn flag(holds: bool) -> Option<Value> {
    holds.then_some(Value::Bool(true))
}

fn document(document: &Document) -> Value {
    object(&mut [
        ("department", Some(document.department.as_str().into())),
        ("region", said(document.region.as_deref())),
        ("year", Some(document.year.into())),
        ("publisher", said(document.publisher.as_deref())),
        ("title", Some(document.title.as_str().into())),
        ("published", said(document.published.as_deref())),
        ("stage", said(document.stage.as_deref())),
        ("level", said(document.level.as_deref())),
        ("url", said(document.url.as_deref())),
        ("unit", Some(document.unit.zh().into())),
        ("note", said(document.note.as_deref())),
    ])
}

fn table(table: &Table) -> Value {
    object(&mut [
        ("number", Some(table.number.as_str().into())),
        ("title", Some(table.title.as_str().into())),
        ("kind", table.kind.map(|kind| kind.id().into())),
        ("unit", Some(table.unit.zh().into())),
        ("page", table.page.map(Value::from)),
        ("note", said(table.note.as_deref())),
        ("empty", flag(table.empty)),
        ("columns", Some(table.columns.iter().map(column).collect())),
        ("lines", Some(table.lines.iter().map(line).collect())),
    ])
}

fn column(column: &Column) -> Value {
    object(&mut [
        ("id", Some(column.id.as_str().into())),
        ("name", Some(column.name.as_str().into())),
        ("group", said(column.group.as_deref())),
        ("side", column.side.map(side)),
        ("block", said(column.block.as_deref())),
        ("text", flag(column.text)),
        ("phase", said(column.phase.as_deref())),
    ])
}

fn line(line: &Line) -> Value {
    let role = match line.role {
        Role::Item => None,
        Role::Subtotal => Some("subtotal"),
        Role::Total => Some("total"),
    };
    let amounts = amounts(&line.amounts);
    let texts = cells(&line.texts, |text| words(text));
    object(&mut [
        ("code", said(line.code.as_deref())),
        ("key", said(line.key.as_deref())),
        ("mark", said(line.mark.as_deref())),
        ("name", Some(line.name.as_str().into())),
        ("level", line.level.map(Value::from)),
        ("is", said(line.is.as_deref())),
        ("of_which", flag(line.of_which)),
        ("role", role.map(Value::from)),
        ("side", line.side.map(side)),
        ("block", said(line.block.as_deref())),
        ("function", said(line.function.as_deref())),
        ("economic", said(line.economic.as_deref())),
        ("government", said(line.government.as_deref())),
        ("page", line.page.map(Value::from)),
        ("amounts", amounts),
        ("texts", texts),
    ])
}

fn statement(statement: &Statement) -> Value {
    let number = |amount: Option<Amount>| amount.map(|amount| amount.decimal().to_string().into());
    let names = &statement.names;
    object(&mut [
        ("subject", Some(statement.subject.as_str().into())),
        ("name", Some(statement.name.as_str().into())),
        ("names", (names.len() > 1).then(|| names.as_slice().into())),
        ("section", Some(statement.section.as_str().into())),
        ("fund", said(statement.fund.as_deref())),
        ("amount", number(statement.amount)),
        ("unit", statement.unit.map(|unit| unit.zh().into())),
        ("share", number(statement.share)),
        ("share_of", said(statement.share_of.as_deref())),
        ("last_year", number(statement.last_year)),
        ("change", number(statement.change)),
        ("rate", number(statement.rate)),
        ("base", said(statement.base.as_deref())),
        ("base_less", said(statement.base_less.as_deref())),
        ("count", statement.count.map(Value::from)),
        ("reason", said(statement.reason.as_deref())),
    ])
}

fn amounts(all: &Cells) -> Option<Value> {
    cells(all, |amount| amount.map(|amount| amount.decimal().to_string().into()))
}

fn cells<T>(cells: &Cells<T>, value: impl Fn(&T) -> Option<Value>) -> Option<Value> {
    let there: Map<String, Value> =
        cells.iter().filter_map(|(id, cell)| Some((id.to_string(), value(cell)?))).collect();
    (!there.is_empty()).then_some(Value::Object(there))
}

fn side(side: Side) -> Value {
    match side {
        Side::Income => json!("income"),
        Side::Expenditure => json!("expenditure"),
    }
}
