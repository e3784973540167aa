//! Words of the publisher's own, kept in a small file and put into the budget each time that it is read.
//!
//! An official file prints numbers and names. English names, explanations in plain words and whatever else it does not
//! say stands in a file of its own: an object with a name for each place, which is a field of the budget (`document`,
//! `glossary`), an address of the page (`表三`, `表三-201`, `说明-3`), or what lines of any table are called by (`201`), with
//! the fields that are put there.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::budget::{Budget, Place, Stated};

/// The way to a place in a budget's JSON.
type JsonPath = Vec<(&'static str, usize)>;

/// Puts the words where they belong, and over what was read there.
///
/// # Errors
/// The names that no place of this budget has.
pub fn put(budget: &Budget, json: &mut Value, words: &Map<String, Value>) -> Result<(), Vec<String>> {
    let paths = paths(budget);
    let mut unknown = Vec::new();
    for (name, value) in words {
        if FIELDS.contains(&name.as_str()) {
            merge(&mut json[name], value);
        }
        for own in paths.get(name).into_iter().flatten() {
            let place = own.iter().try_fold(&mut *json, |of, (list, i)| match of.get_mut(list)? {
                Value::Array(items) => items.get_mut(*i),
                field => Some(field),
            });
            if let Some(place) = place {
                merge(place, value);
            }
        }
        if !FIELDS.contains(&name.as_str()) && !paths.contains_key(name) {
            unknown.push(name.clone());
        }
    }
    if unknown.is_empty() { Ok(()) } else { Err(unknown) }
}

/// The budget's own fields that may be given as a whole.
const FIELDS: [&str; 4] = ["document", "profile", "performance", "glossary"];

/// Merges the fields of an object one by one; replaces any other value.
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

/// The paths that each name stands for: one for an address, and one for each line with this label.
fn paths(budget: &Budget) -> BTreeMap<String, Vec<JsonPath>> {
    let mut paths: BTreeMap<String, Vec<JsonPath>> = BTreeMap::new();
    let lines = || {
        budget
            .tables
            .iter()
            .enumerate()
            .flat_map(|(t, table)| table.lines.iter().enumerate().map(move |(l, line)| (t, l, line)))
    };
    for (t, l, line) in lines() {
        paths.entry(line.label().into()).or_default().push(vec![("tables", t), ("lines", l)]);
    }
    let mut add = |place: Place, way: JsonPath| drop(paths.insert(budget.address(place), vec![way]));
    for t in 0..budget.tables.len() {
        add(Place::Table(t), vec![("tables", t)]);
    }
    for (t, l, _) in lines() {
        add(Place::Line(t, l), vec![("tables", t), ("lines", l)]);
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
    paths
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::put;
    use crate::import::{json, json_text};
    use crate::load;

    const SHIPPED: &str = include_str!("../../../budget.json");
    const WORDS: &str = include_str!("../../../docs/budget.words.json");

    /// What an importer can write of the shipped budget, with the words put in, is that budget to the letter: nothing of
    /// ours stands in it but the words, and these where they belong.
    #[test]
    fn the_shipped_budget_is_what_an_import_gives_and_its_words() {
        let budget = load::read(SHIPPED.as_bytes()).expect("it is shipped").budget;
        let mut made: Value = serde_json::from_str(&json(&budget)).expect("it was written");
        let words = serde_json::from_str(WORDS).expect("it is shipped");
        assert_eq!(put(&budget, &mut made, &words), Ok(()));
        let made = json_text(&made);
        let differs = made.lines().zip(SHIPPED.lines()).position(|(one, other)| one != other);
        assert_eq!(differs.map(|line| line + 1), None, "budget.json is written by `budget-lens import --words`");
        assert_eq!(made.lines().count(), SHIPPED.lines().count());
    }
}
