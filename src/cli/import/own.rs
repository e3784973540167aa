//! Words of the publisher's own, kept in a small file and put into the budget each time that it is read.
//!
//! An official file prints numbers and names. English names, explanations in plain words and whatever else it does not
//! say stands in a file of its own: an object with a name for each place, which is a field of the budget (`document`,
//! `glossary`), or an address of the page (`表三`, `表三-201`, `说明-3`), with the fields that are put there.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::budget::{Budget, Place, Stated};
use crate::words::Lang;

/// The way to a place in a budget's JSON.
type Way = Vec<(&'static str, usize)>;

/// Puts the words where they belong, and over what was read there.
///
/// # Errors
/// The names that no place of this budget has, in a sentence.
pub fn put(budget: &Budget, json: &mut Value, words: &Map<String, Value>, lang: Lang) -> Result<(), String> {
    let ways = ways(budget);
    let mut unknown = Vec::new();
    for (name, value) in words {
        let own = match ways.get(name) {
            Some(way) => way.iter().try_fold(&mut *json, |of, (list, i)| match of.get_mut(list)? {
                Value::Array(items) => items.get_mut(*i),
                field => Some(field),
            }),
            None if FIELDS.contains(&name.as_str()) => {
                json.as_object_mut().map(|of| of.entry(name).or_insert(Value::Null))
            }
            None => None,
        };
        match own {
            Some(own) => merge(own, value),
            None => unknown.push(name.as_str()),
        }
    }
    if unknown.is_empty() {
        return Ok(());
    }
    let (zh, en) = ("这份预算里没有这些地方：{0}", "this budget has no such places: {0}");
    Err(lang.say(zh, en, &[&unknown.join(lang.pick("、", ", "))]))
}

/// The budget's own fields that may be given as a whole.
const FIELDS: [&str; 4] = ["document", "profile", "performance", "glossary"];

/// The fields of an object one by one; anything else as it is.
fn merge(own: &mut Value, value: &Value) {
    match (own, value) {
        (Value::Object(own), Value::Object(fields)) => {
            for (name, value) in fields {
                merge(own.entry(name).or_insert(Value::Null), value);
            }
        }
        (own, value) => *own = value.clone(),
    }
}

/// The way to each place that has an address.
fn ways(budget: &Budget) -> BTreeMap<String, Way> {
    let mut ways = BTreeMap::new();
    let mut add = |place: Place, way: Way| drop(ways.insert(budget.address(place), way));
    for (t, table) in budget.tables.iter().enumerate() {
        add(Place::Table(t), vec![("tables", t)]);
        (0..table.lines.len()).for_each(|l| add(Place::Line(t, l), vec![("tables", t), ("lines", l)]));
    }
    let lists = [
        (Stated::Narrative, "statements", budget.statements.len()),
        (Stated::Procurement, "procurement", budget.procurement.len()),
        (Stated::Staff, "staff", budget.staff.len()),
        (Stated::Assets, "assets", budget.assets.len()),
    ];
    for (list, name, count) in lists {
        (0..count).for_each(|i| add(list.place(i), vec![(name, i)]));
    }
    for (p, _) in budget.projects.iter().enumerate().filter(|(_, project)| project.form.is_some()) {
        add(Place::Project(p), vec![("projects", p), ("form", 0)]);
    }
    ways
}
