//! The source location of a value in a file.

use std::fmt;

use super::tree::{Kind, Value};

/// A source location: line and column as an editor counts them, and the path as a JSON pointer (RFC 6901).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLocation {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The path of the value, such as `/tables/5/lines/7/amounts/total`; empty for the whole file.
    pub path: String,
}

impl SourceLocation {
    /// The source location of byte `offset` of `text`, without a path.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.rsplit_once('\n').map_or(before, |(_, line)| line);
        SourceLocation {
            line: before.bytes().filter(|&b| b == b'\n').count() + 1,
            column: line.chars().count() + 1,
            path: String::new(),
        }
    }

    /// The source location of the value that starts at byte `offset`.
    pub fn in_tree(text: &str, tree: &Value, offset: usize) -> Self {
        let mut place = SourceLocation::of(text, offset);
        let mut value = tree;
        while value.at != offset {
            // The byte is in the last value that starts no later.
            let step = match &value.kind {
                Kind::Object(properties) => properties
                    .iter()
                    .rfind(|property| property.value.at <= offset)
                    .map(|property| (property.name.replace('~', "~0").replace('/', "~1"), &property.value)),
                Kind::List(values) => {
                    let i = values.iter().rposition(|value| value.at <= offset);
                    i.map(|i| (i.to_string(), &values[i]))
                }
                _ => None,
            };
            let Some((name, inner)) = step else { break };
            place.path.push('/');
            place.path.push_str(&name);
            value = inner;
        }
        place
    }
}

impl fmt::Display for SourceLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if self.path.is_empty() { Ok(()) } else { write!(f, ", {}", self.path) }
    }
}
