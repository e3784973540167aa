//! A JSON value → its text, which people may read and set right: a line of a table, a statement, an indicator a line.

use serde_json::Value;

/// The longest value that is written in one line, in bytes.
const LONGEST: usize = 600;

/// The text of a value, with a line feed at its end.
pub fn text(value: &Value) -> String {
    let mut text = String::new();
    write(value, "\n", &mut text);
    text.push('\n');
    text
}

/// Writes a value; what breaks its lines is a line feed and how far they are moved in.
fn write(value: &Value, line: &str, text: &mut String) {
    let fields: Vec<(Option<&String>, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (Some(name), value)).collect(),
        Value::Array(items) => items.iter().map(|item| (None, item)).collect(),
        _ => Vec::new(),
    };
    let plain = || value.to_string();
    if fields.is_empty() {
        return text.push_str(&plain());
    }
    // Cells stand in their line; of a list each line has its own.
    let deepest = if value.is_object() { 3 } else { 2 };
    let is_line = line.is_empty() || depth(value) < deepest && plain().len() < LONGEST;
    let own = if is_line { String::new() } else { [line, "  "].concat() };
    let [open, close] = if value.is_object() { ["{", "}"] } else { ["[", "]"] };
    text.push_str(open);
    for (i, (name, value)) in fields.into_iter().enumerate() {
        text.push_str(match (i, is_line) {
            (0, _) => "",
            (_, true) => ", ",
            (_, false) => ",",
        });
        text.push_str(&own);
        if let Some(name) = name {
            text.push_str(&Value::from(name.as_str()).to_string());
            text.push_str(": ");
        }
        write(value, &own, text);
    }
    text.push_str(if is_line { "" } else { line });
    text.push_str(close);
}

/// How many objects and lists are in each other: 1 for a list of words.
fn depth(value: &Value) -> usize {
    match value {
        Value::Object(fields) => 1 + fields.values().map(depth).max().unwrap_or(0),
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_line_of_a_list_is_a_line_of_the_text() {
        let cells = json!({"total": "1.00"});
        let value =
            json!({"year": 2026, "lines": [{"name": "合计", "amounts": cells}, {"name": "\"甲\""}], "none": []});
        let expected = r#"{
  "year": 2026,
  "lines": [
    {"name": "合计", "amounts": {"total": "1.00"}},
    {"name": "\"甲\""}
  ],
  "none": []
}
"#;
        assert_eq!(text(&value), expected);
    }
}
