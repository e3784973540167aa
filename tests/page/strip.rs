//! Documents without the format's words: whoever wrote them did not know them, or did not need them.

use serde_json::{Map, Value, json};

/// Takes words of the format away from a document.
pub type Strip = fn(&mut Value);

fn tables(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    document["tables"].as_array_mut().unwrap().iter_mut()
}

fn lines(document: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let lines = tables(document).flat_map(|table| table["lines"].as_array_mut().unwrap());
    lines.filter_map(Value::as_object_mut)
}

/// Columns are numbered.
pub fn ids(document: &mut Value) {
    for table in tables(document) {
        let columns = table["columns"].as_array_mut().unwrap().iter_mut().enumerate();
        let mut known = Vec::new();
        for (i, column) in columns {
            let own = column["id"].as_str().unwrap().to_string();
            let id = format!("c{i}");
            column["id"] = json!(id);
            known.push((own, id));
        }
        let called = |own: &str| known.iter().find(|(known, _)| known == own).map(|(_, id)| id.clone());
        for column in table["columns"].as_array_mut().unwrap() {
            if let Some(base) = column.get("base").and_then(Value::as_str).and_then(called) {
                column["base"] = json!(base);
            }
            if let Some(terms) = column.get_mut("sum_of").and_then(Value::as_array_mut) {
                for term in terms {
                    *term = json!(called(term.as_str().unwrap()));
                }
            }
        }
        for line in table["lines"].as_array_mut().unwrap() {
            for field in ["amounts", "texts"] {
                let Some(cells) = line.get_mut(field).and_then(Value::as_object_mut) else { continue };
                let cells = std::mem::take(cells).into_iter();
                line[field] = cells.map(|(own, cell)| (called(&own).unwrap_or(own), cell)).collect();
            }
        }
    }
}

/// No line says that it is a sum.
pub fn roles(document: &mut Value) {
    for line in lines(document) {
        line.remove("role");
    }
}

/// No table says what it is about.
pub fn kinds(document: &mut Value) {
    for table in tables(document) {
        table.as_object_mut().unwrap().remove("kind");
    }
}

/// No line of words says what it is.
pub fn keys(document: &mut Value) {
    for line in lines(document) {
        line.remove("key");
    }
}
