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
    // Cells stand in their line; of a list each line has its own.
    let is_line =
        line.is_empty() || is_flat(value, 1 + u8::from(value.is_object())) && value.to_string().len() < LONGEST;
    let own = if is_line { String::new() } else { [line, "  "].concat() };
    let begin = |text: &mut String, is_first: bool| {
        let between = if is_line { ", " } else { "," };
        text.push_str(if is_first { "" } else { between });
        text.push_str(&own);
    };
    let end = |text: &mut String, close| {
        text.push_str(if is_line { "" } else { line });
        text.push(close);
    };
    match value {
        Value::Object(fields) => {
            text.push('{');
            for (i, (name, value)) in fields.iter().enumerate() {
                begin(text, i == 0);
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push_str(": ");
                write(value, &own, text);
            }
            end(text, '}');
        }
        Value::Array(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                begin(text, i == 0);
                write(item, &own, text);
            }
            end(text, ']');
        }
        _ => text.push_str(&value.to_string()),
    }
}

/// Whether objects and lists stand in each other so often at most: once in a list of words.
fn is_flat(value: &Value, most: u8) -> bool {
    match value {
        Value::Object(fields) => most > 0 && fields.values().all(|value| is_flat(value, most - 1)),
        Value::Array(items) => most > 0 && items.iter().all(|item| is_flat(item, most - 1)),
        _ => true,
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
