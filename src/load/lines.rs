//! Finds the line of a file on which a value stands, for those who correct it in an editor.

use super::tree::Value;
use super::{encoding, parser};

/// One step of a path to a value in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An element of a list, counted from 0.
    Item(usize),
}

/// The line numbers of the values in a file. A budget keeps no source locations, so its file is parsed once more.
pub struct Lines<'t> {
    tree: Value<'t>,
    /// The byte offset at which each line but the first starts.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Parses a file; `None` where it cannot be parsed.
    pub fn of(bytes: &'t [u8]) -> Option<Self> {
        let text = encoding::text(bytes).ok()?;
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(i, _)| i + 1).collect();
        Some(Lines { tree: parser::parse(text).ok()?, starts })
    }

    /// The line, from 1, of the value at the end of the path, or of the innermost value on the way that exists.
    pub fn line(&self, steps: &[Step]) -> usize {
        let mut value = &self.tree;
        for step in steps {
            let inner = match step {
                Step::Field(name) => value.field(name),
                Step::Item(i) => value.element(*i),
            };
            let Some(inner) = inner else { break };
            value = inner;
        }
        self.starts.partition_point(|start| *start <= value.at) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_steps() {
        let lines = Lines::of(b"{\n  \"tables\": [\n    {},\n    {\"lines\": [\n      1]}\n  ]\n}").unwrap();
        let line = |steps: &[Step]| lines.line(steps);
        assert_eq!(line(&[]), 1);
        assert_eq!(line(&[Step::Field("tables"), Step::Item(1)]), 4);
        assert_eq!(line(&[Step::Field("tables"), Step::Item(1), Step::Field("lines"), Step::Item(0)]), 5);
        assert_eq!(line(&[Step::Field("tables"), Step::Item(0), Step::Field("lines")]), 3, "the object without it");
        assert!(Lines::of(b"{").is_none());
    }
}
