//! Formats JSON so that people can read and correct it: each table line, statement and indicator is on one line of
//! text.

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

/// Writes a value; `line` is a line feed and the value's indentation, or nothing where the value has no lines of its
/// own.
fn write(value: &Value, line: &str, text: &mut String) {
    // The cells of a table line stay on its line; each item of a list is on a line of its own.
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

/// Whether objects and lists are nested at most this deep; a list of words has a depth of one.
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
