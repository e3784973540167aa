//! On which line of a file a value stands, for those who mend it in an editor.

use super::tree::Value;
use super::{encoding, parser};

/// One step into a file's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An element of a list, counted from 0.
    Item(usize),
}

/// The lines of a file. The budget that was read keeps no places, so the file is read once more.
pub struct Lines<'t> {
    tree: Value<'t>,
    /// The byte at which each line but the first starts.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// The lines of a file that can be read; none of any other.
    pub fn of(bytes: &'t [u8]) -> Option<Self> {
        let text = encoding::text(bytes).ok()?;
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(i, _)| i + 1).collect();
        Some(Lines { tree: parser::parse(text).ok()?, starts })
    }

    /// The line, from 1, of the value at the end of the steps, or of the innermost that there is on the way.
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
