//! A diagnostic: one thing that is wrong with a file, said so that its reader can correct it.

use std::fmt;

use super::{DiagnosticKind, SourceLocation};
use crate::locale::Lang;

/// A problem and its source location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The source location, if the problem has one.
    pub location: Option<SourceLocation>,
    /// What is wrong.
    pub kind: DiagnosticKind,
}

impl Diagnostic {
    /// A diagnostic about the file as a whole.
    pub const fn of_file(kind: DiagnosticKind) -> Self {
        Diagnostic { location: None, kind }
    }

    /// A plain sentence for a reader: where, what was found, what was expected.
    pub fn sentence(&self, lang: Lang) -> String {
        let kind = self.kind.sentence(lang);
        match &self.location {
            None => kind,
            Some(place) => lang.format(
                "第 {0} 行第 {1} 列：{2}",
                "Line {0}, column {1}: {2}",
                &[&place.line.to_string(), &place.column.to_string(), &kind],
            ),
        }
    }
}

impl fmt::Display for Diagnostic {
    /// The technical form: `line 412, column 19, /tables/5/lines/7/amounts/total: expected …, found …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.location {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.kind.sentence(Lang::En))
    }
}
